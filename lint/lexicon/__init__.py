"""The words of English as this house knows them: which exist, how common they are, and what misspellings stand for.

The lists lie beside this file, sorted, one word a line; NOTICE names where they come from. Reading one takes about
15 ms and happens on first use; a look-up is a binary search.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

HOME = Path(__file__).parent
FEW, FOREIGN = 3, 0.3
SUFFIXES = ("'s", "'", "'ll", "'d", "'ve", "'re")


class Word(NamedTuple):
    """A word, how common it is and what it is.

    zipf  the logarithm of occurrences in a billion words, 0 for next to none
    kind  d a dictionary word, n a name, t a term of the trade, w merely in use
    """

    text: str
    zipf: float
    kind: str


def word(text: str) -> Word | None:
    """Look up a word in lower case with straight apostrophes; None when no list has it."""
    value = _look_up("words.txt", text)
    return Word(text, int(value[:-1]) / 10, value[-1]) if value else None


def foreign(words: Iterable[str]) -> bool:
    """Tell whether words are of another language: by the share of different ones that no dictionary of English has.

    A few unknown words are no language, so of a short text the answer is no.
    """
    lower = {text for text in words if text.islower()}
    odd = sum(not english(text) for text in lower)
    return odd > FEW and odd > FOREIGN * len(lower)


def corrections(text: str) -> tuple[str, ...]:
    """Return what a common misspelling (lower case) stands for, best first; nothing for any other word."""
    value = _look_up("corrections.txt", text)
    return tuple(value.split(",")) if value else ()


def plain(text: str) -> str:
    """Return a word as the lists have it: lower case, straight apostrophes."""
    return text.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")


@lru_cache(maxsize=1 << 17)
def known(text: str) -> bool:
    """Tell whether any list has the word, in any letter case, with or without a possessive or a short verb."""
    form = plain(text)
    if _look_up("words.txt", form):
        return True
    stem, mark, tail = form.rpartition("'")
    return bool(mark) and mark + tail in SUFFIXES and bool(_look_up("words.txt", stem))


@lru_cache(maxsize=1 << 16)
def english(text: str) -> bool:
    """Tell whether a dictionary of English has the word: names and forms that are merely in use do not count."""
    form = plain(text)
    stem, mark, tail = form.rpartition("'")
    value = _look_up("words.txt", form) or (_look_up("words.txt", stem) if mark and mark + tail in SUFFIXES else "")
    return bool(value) and value[-1] in "dt"


@cache
def _lines(name: str) -> list[str]:
    return (HOME / name).read_text("utf-8").split("\n")


def _look_up(name: str, text: str) -> str:
    lines, start = _lines(name), text + "\t"
    at = bisect_left(lines, start)
    return lines[at][len(start) :] if at < len(lines) and lines[at].startswith(start) else ""


def entries() -> Iterator[tuple[str, str]]:
    """Yield every word with its value as the list has it."""
    for line in _lines("words.txt"):
        text, mark, value = line.partition("\t")
        if mark:
            yield text, value
