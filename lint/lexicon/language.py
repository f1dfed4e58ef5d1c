"""Whether a post is English: by what its file says, else by its words."""

from lint import patterns as re
from lint.lexicon import foreign
from lint.lexicon.look import Look, look
from lint.model.post import Post

KEYS = ("lang", "language", "locale")
NOTHING = Look(())

TOLD = re.compile(r"\b(?:typos?\b|mis-?spell?|spell(?:ed|ing|t)\b|duplicated? words?|double word)", re.IGNORECASE)
REACH = 60  # characters


def told(text: str, start: int, end: int) -> bool:
    """Tell whether a text talks of a slip beside a place: what stands there is shown, not made."""
    return TOLD.search(text, max(0, start - REACH), end + REACH) is not None


_last: list[tuple[Post, bool]] = []


def abroad(post: Post) -> bool:
    """Tell whether a post is in another language than English: then spelling and grammar are not ours to judge.

    The last answer is kept: several kinds ask for the same post in turn.
    """
    if not _last or _last[0][0] is not post:
        _last[:] = [(post, _abroad(post))]
    return _last[0][1]


def english(post: Post) -> Look:
    """Return the look at the words of a post; at nothing where it is in another language."""
    return NOTHING if abroad(post) else look(post)


def _abroad(post: Post) -> bool:
    said = next((str(post.meta[key]).strip().lower() for key in KEYS if post.meta.get(key)), "")
    return not said.startswith("en") if said else foreign(look(post).different)
