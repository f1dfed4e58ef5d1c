"""The paragraphs of a post that are long enough to know again, each by a digest of its words."""

import hashlib
from collections.abc import Iterator

from msgspec import structs

from lint import patterns as re
from lint.model.facts import Passage
from lint.model.post import Block, Post

LEAST = 40  # words below which two paragraphs may be the same by chance
SHOWN = 12  # words that are underlined
WORD = re.compile(r"\w+(?:['’]\w+)*")
# What stands before a passage that is repeated on purpose, or in it.
ANNOUNCED = re.compile(
    r":\s*$|\b(?:wrote|written|said|says|quot(?:e|ed|ing)|excerpt(?:ed)?|repeat(?:ed|ing)?|re(?:print|publish|post)(?:ed)?"
    r"|originally (?:published|appeared|posted)|copied|verbatim|reproduced?|adapted|disclos\w+|reminder"
    r"|from (?:the|that|my|our|an?) (?:earlier|previous|last|old|original)|as (?:before|always|usual)"
    r"|schrieb|zitat\w*|escrib\w+|cita\w*|écri\w+)\b",
    re.IGNORECASE,
)
QUOTING = re.compile(r"</?(?:blockquote|details)\b", re.IGNORECASE)  # the latter holds in full what is cut above
QUOTES = "\"“”„«»‘'‚「『"


def passages(post: Post) -> Iterator[Passage]:
    """Yield the passages of a post that a reader would know again; what is a quotation says so."""
    before, at, depth = "", 0, 0
    for block in post.blocks:
        if post.shape == "markdown":  # whose reader leaves HTML between paragraphs aside
            for tag in QUOTING.finditer(post.source.text, at, max(at, block.span.start)):
                depth = max(0, depth - 1 if tag[0][1] == "/" else depth + 1)
            at = max(at, block.span.start)
        text = block.prose.text
        if block.role in ("paragraph", "item") and not block.note and len(text) > 4 * LEAST:
            words = [match.span() for match in WORD.finditer(text)]
            if len(words) >= LEAST:
                found = _passage(post, block, words, before)
                yield structs.replace(found, quoted=True) if depth else found
        if text.strip():
            before = text


def _passage(post: Post, block: Block, words: list[tuple[int, int]], before: str) -> Passage:
    text = block.prose.text
    said = " ".join(text[start:end] for start, end in words).casefold().replace("’", "'")
    span = block.prose.home(words[0][0], words[SHOWN - 1][1])
    quoted = (
        bool(block.quoted)
        or text.strip()[:1] in QUOTES
        or ANNOUNCED.search(before[-200:]) is not None
        or ANNOUNCED.search(text[:120]) is not None
    )
    return Passage(
        hashlib.blake2b(said.encode("utf-8", "replace"), digest_size=10).hexdigest(),
        len(words),
        quoted,
        span,
        post.source.place(span),
    )
