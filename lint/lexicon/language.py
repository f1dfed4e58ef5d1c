"""Whether a post is English: by what its file says, else by its words."""

import re
from itertools import chain

from lint.lexicon import foreign
from lint.model.post import Post

KEYS = ("lang", "language", "locale")
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


_last: list[tuple[Post, bool]] = []


def abroad(post: Post) -> bool:
    """Tell whether a post is in another language than English: then spelling and grammar are not ours to judge.

    The last answer is kept: several kinds ask for the same post in turn.
    """
    if not _last or _last[0][0] is not post:
        _last[:] = [(post, _abroad(post))]
    return _last[0][1]


def _abroad(post: Post) -> bool:
    said = next((str(post.meta[key]).strip().lower() for key in KEYS if post.meta.get(key)), "")
    if said:
        return not said.startswith("en")
    return foreign(chain.from_iterable(WORD.findall(block.prose.text) for block in post.blocks if block.role != "code"))
