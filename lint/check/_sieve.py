"""Many patterns on many passages: which of them match where, without asking every pattern of every passage."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any, Protocol, TypeVar

from lint import patterns as re
from lint.check._needle import LOOK, closing, needle, unit
from lint.check._patterns import compiled, find, scoped

# Seconds after which a pattern is no longer asked of many passages at once, and about how much text that is.
HASTE = 0.1
CHUNK = 20_000
# What cannot be loosened: atomic groups, conditions, ends of the text, references to groups.
UNKNOWN = re.compile(r"\(\?(?:[>(|]|P=|&|R|\d)|[*+?}]\+|\\[AZzGKX1-9gk]")

_unasked: set[Any] = set()


class _Passage(Protocol):
    @property
    def text(self) -> str: ...


Text = TypeVar("Text", bound=_Passage)
Found = tuple[Text, list[tuple[int, Any]]]


def matches(patterns: Sequence[str], passages: Iterable[Text], ignorecase: bool = False) -> Iterator[Found[Text]]:
    """Yield each passage with the matches of any pattern in it, leftmost first and none inside another.

    Where several begin at one place, the first pattern wins. Most passages match nothing, and most patterns name a
    letter or two that must be there: so every pattern is asked of many passages at once before it is asked of one.
    """
    needles = [needle(scoped(pattern), ignorecase) for pattern in patterns]
    for chunk in _chunks(passages):
        joined = "\n".join(passage.text for passage in chunk)
        folded = joined.casefold()
        numbers = [number for number, (text, fold) in enumerate(needles) if text in (folded if fold else joined)]
        asked = [(number, compiled(patterns[number], ignorecase)) for number in numbers]
        live = [(number, pattern) for number, pattern in asked if _may_match(pattern, joined, ignorecase)]
        for passage in chunk if live else ():
            found = [
                (match.start(), number, match) for number, pattern in live for match in find(pattern, passage.text)
            ]
            if found:
                yield passage, list(_apart(sorted(found, key=itemgetter(0, 1))))


def _chunks(passages: Iterable[Text]) -> Iterator[list[Text]]:
    chunk: list[Text] = []
    size = 0
    for passage in passages:
        chunk.append(passage)
        size += len(passage.text)
        if size >= CHUNK:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _may_match(pattern: Any, joined: str, ignorecase: bool) -> bool:
    """Tell whether a pattern can match in any line of a text."""
    if pattern in _unasked:
        return True
    loose = _loosened(pattern.pattern)
    if loose is None:
        return True
    try:
        return compiled(loose, ignorecase).search(joined, timeout=HASTE) is not None
    except TimeoutError:
        _unasked.add(pattern)
        return True


@lru_cache(10_000)
def _loosened(pattern: str) -> str | None:
    """Return a pattern that matches wherever this one does and hangs on nothing beyond its match; None if unknown."""
    if UNKNOWN.search(pattern):
        return None
    kept: list[str] = []
    at = 0
    while at < len(pattern):
        if LOOK.match(pattern, at):
            end = closing(pattern, at)
        else:
            end = unit(pattern, at)
            kept.append(pattern[at:end])
        at = end
    return "".join(kept)


def _apart(found: Iterable[tuple[int, int, Any]]) -> Iterator[tuple[int, Any]]:
    last = 0
    for start, number, match in found:
        if start >= last:
            yield number, match
            last = match.end()
