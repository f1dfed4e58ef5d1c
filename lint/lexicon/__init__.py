"""The words of English as this house knows them: which exist, how common they are, and what misspellings stand for.

The table is made from the data of three packages (sources.py) and lies sorted in the user's cache (tables.py). It is
looked up where it lies (lines.py), so that a run which asks for few words waits for nothing.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

from lint.lexicon import tables
from lint.lexicon.slips import corrections, learn
from lint.lexicon.tables import digest

__all__ = ("Word", "corrections", "digest", "english", "entries", "foreign", "known", "learn", "pair", "plain", "word")

FEW, FOREIGN = 3, 0.3
SUFFIXES = ("'s", "'", "'ll", "'d", "'ve", "'re")


class Word(NamedTuple):
    """A word, how common it is and what it is.

    zipf  the logarithm of occurrences in a billion words, 0 for next to none
    kind  d a dictionary word, n a name, w merely in use, s in use but a common misspelling
    classes  what it can be in a sentence (grammar.py)
    """

    text: str
    zipf: float
    kind: str
    classes: str


@lru_cache(maxsize=1 << 16)
def word(text: str) -> Word | None:
    """Look up a word in lower case with straight apostrophes; None when no list has it."""
    value = tables.words().find(text)
    return Word(text, int(value[1:3]) / 10, value[0], value[3:]) if value else None


def foreign(words: Iterable[str]) -> bool:
    """Tell whether words are of another language: by the share of different ones that no dictionary of English has.

    A few unknown words are no language, so of a short text the answer is no.
    """
    lower = set(filter(str.islower, words))
    odd = len(lower) - sum(map(english, lower))
    return odd > FEW and odd > FOREIGN * len(lower)


@lru_cache(maxsize=1 << 16)
def pair(first: str, second: str) -> float:
    """Return how common two words side by side are: Zipf's scale, 0 where they are rare or never meet."""
    sums, values = tables.pairs()
    number = crc32(f"{first} {second}".encode())
    at = bisect_left(sums, number)
    return values[at] / 10 if at < len(sums) and sums[at] == number else 0.0


def plain(text: str) -> str:
    """Return a word as the lists have it: lower case, straight apostrophes."""
    return text.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")


@lru_cache(maxsize=1 << 17)
def known(text: str) -> bool:
    """Tell whether any list has the word, in any letter case, with or without a possessive or a short verb."""
    form = plain(text)
    stem, mark, tail = form.rpartition("'")
    value = tables.words().find(form) or (tables.words().find(stem) if mark and mark + tail in SUFFIXES else "")
    return value[:1] not in ("", "s")


@lru_cache(maxsize=1 << 16)
def english(text: str) -> bool:
    """Tell whether a dictionary of English has the word: names and forms that are merely in use do not count."""
    form = plain(text)
    stem, mark, tail = form.rpartition("'")
    value = tables.words().find(form) or (tables.words().find(stem) if mark and mark + tail in SUFFIXES else "")
    return value[:1] == "d"


def entries() -> Iterator[tuple[str, str]]:
    """Yield every word with its value as the list has it."""
    yield from tables.words().some("")
