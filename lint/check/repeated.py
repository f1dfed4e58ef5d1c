"""Words said twice in a row."""

import re
from collections.abc import Iterator
from operator import eq

import msgspec

from lint.model.facts import Facts
from lint.model.finding import Hit, Suggestion
from lint.model.post import Block, Post

WORD = r"[^\W\d_]+(?:['’][^\W\d_]+)?"
ANY = re.compile(WORD)
TWICE = re.compile(
    rf"(?<![\w'’\-.@#/&])({WORD}(?:[ \n]+{WORD}){{0,3}}?)[ \n]+(\1)(?![\w\-@/&]|['’]\w|[.:]\w)", re.IGNORECASE
)


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """pairs   words that may stand twice in a row (had had)
    within  a phrase with one of these words may be said twice (more and more and more)
    most    how many words are looked at together, up to 4
    """

    pairs: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    most: int = 4


def check(post: Post, facts: Facts, options: Options) -> Iterator[Hit]:
    """Yield every word or phrase that stands twice in a row, line breaks or not; three times in a row is on purpose."""
    pairs = {word.lower() for word in options.pairs}
    within = {word.lower() for word in options.within}
    for block in post.blocks:
        if block.role != "code":
            yield from _twice(block, pairs, within, options.most)


def _twice(block: Block, pairs: set[str], within: set[str], most: int) -> Iterator[Hit]:
    text = block.prose.text
    if not _may(text):
        return
    for match in TWICE.finditer(text):
        words = match.group(1).split()
        lower = [word.lower() for word in words]
        if lower[0] in pairs or len(words) > most or (len(words) > 1 and not within.isdisjoint(lower)):
            continue
        if _name(match, len(words)) or _thrice(text, match) or _apart(block, match):
            continue
        keep = match.group(2) if match.group(2)[0].isupper() else match.group(1)
        span = block.prose.home(*match.span())
        safe = block.prose.literal(*match.span()) and block.quoted == 0
        yield Hit(span, {"words": " ".join(words)}, (Suggestion(keep, safe),))


def _may(text: str) -> bool:
    """Tell whether one to four words stand next to themselves, whatever is between them: one fast look at a text."""
    words = ANY.findall(text.lower())
    return any(b"\1" * size in bytes(map(eq, words, words[size:])) for size in range(1, 5))


def _name(match: re.Match[str], words: int) -> bool:
    """Tell whether a doubled capitalised word is a name (Walla Walla), or an abbreviation."""
    first, second = match.group(1), match.group(2)
    return first[0].isupper() and second[0].isupper() and (words > 1 or len(first) == 1 or not first.islower())


def _thrice(text: str, match: re.Match[str]) -> bool:
    word = match.group(1).lower()
    after = text[match.end() : match.end() + len(word) + 2].lower().lstrip()
    before = text[max(0, match.start() - len(word) - 2) : match.start()].lower().rstrip()
    return after.startswith(word) or before.endswith(word)


def _apart(block: Block, match: re.Match[str]) -> bool:
    """Tell whether the two stand in different links, images or quotations, or only one of them does as a whole."""
    for inline in block.inlines:
        if inline.kind in ("link", "quotation") and inline.end > inline.start:
            one = inline.start <= match.start(1) and match.end(1) <= inline.end
            two = inline.start <= match.start(2) and match.end(2) <= inline.end
            if one != two and inline.end - inline.start <= len(match.group(1)) + 1:
                return True
    return False
