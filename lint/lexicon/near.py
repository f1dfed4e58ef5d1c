"""What a misspelt word may have been meant to be: dictionary words nearby, the likeliest first."""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from lint import lexicon
from lint.lexicon import tables

LETTERS = "abcdefghijklmnopqrstuvwxyz"
VOWELS = set("aeiouy")
ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
FLOOR = 1.0  # Zipf: rarer words are not proposed
LEAST = f"{round(10 * FLOOR):02d}"
LONG = 8


class Near(NamedTuple):
    """A word that may have been meant: its distance in edits (two neighbours swapped are one) and what sort of slip
    it takes, from 0.3 (a letter doubled or not) and 0.5 (a swap) to 1.5 (a letter for an unrelated one)."""

    text: str
    zipf: float
    distance: int
    cost: float


@lru_cache(maxsize=1 << 14)
def near(text: str, limit: int = 5) -> list[Near]:
    """Return dictionary words likely meant by `text` (lower case), best first.

    Two edits are tried only where one leads nowhere and the word has eight letters or more.
    """
    reach = 2 if len(text) >= LONG else 1
    close = process.extract(text, _long(text[0], len(text), reach), scorer=OSA.distance, score_cutoff=reach, limit=40)
    one = [word for word, distance, _ in close if distance == 1]
    entries = filter(None, map(lexicon.word, {*one, *_other_first_letter(text)}))
    found = [
        Near(entry.text, entry.zipf, 1, cost(text, entry.text))
        for entry in entries
        if entry.kind == "d" and entry.zipf >= FLOOR
    ]
    if not found:
        found = [Near(word, _zipf(word), 2, 2.0) for word, _, _ in close]
    found.sort(key=lambda item: (item.cost - item.zipf, item.text))
    return found[:limit]


def ranked(text: str, words: tuple[str, ...]) -> tuple[str, ...]:
    """Return words that `text` may stand for, the commonest of the likeliest slips first."""
    return tuple(sorted(words, key=lambda word: _slip(text, word) - _zipf(word))) if len(words) > 1 else words


def _slip(wrong: str, right: str) -> float:
    """Return how unlikely a slip of any number of edits is; of two like pairs of letters in a row, one is soon lost."""
    distance = OSA.distance(wrong, right)
    if distance == 1:
        return cost(wrong, right)
    lost = len(right) - len(wrong) == 2 and any(
        right[at : at + 2] == right[at + 2 : at + 4] and right[:at] + right[at + 2 :] == wrong
        for at in range(len(wrong))
    )
    return 0.5 if lost else 1.0 * distance


def _zipf(text: str) -> float:
    entry = lexicon.word(text)
    return entry.zipf if entry else 0.0


def _other_first_letter(text: str) -> Iterator[str]:
    """Yield what is one edit at the first letter away."""
    yield text[1:]
    if len(text) > 1:
        yield text[1] + text[0] + text[2:]
    for letter in LETTERS:
        yield letter + text
        yield letter + text[1:]


def cost(wrong: str, right: str) -> float:
    """Return how unlikely a slip of one edit is: two letters swapped and a double letter are the commonest."""
    first = 2.0 if right[:1] != wrong[:1] else 0.0
    if len(wrong) == len(right):
        pairs = [(a, b) for a, b in zip(wrong, right, strict=True) if a != b]
        if len(pairs) == 2:
            return 0.5 + first
        if pairs and {*pairs[0]} <= VOWELS:
            return 1.0 + first
        return (1.2 if pairs and pairs[0][1] in _neighbours().get(pairs[0][0], "") else 1.5) + first
    long, short = (wrong, right) if len(wrong) > len(right) else (right, wrong)
    at = next((i for i, (a, b) in enumerate(zip(long, short, strict=False)) if a != b), len(short))
    double = (at > 0 and long[at] == long[at - 1]) or long[at : at + 1] == long[at + 1 : at + 2]
    return (0.3 if double else 1.0) + first


@cache
def _neighbours() -> dict[str, str]:
    return {key: row[max(0, at - 1) : at] + row[at + 1 : at + 2] for row in ROWS for at, key in enumerate(row)}


@cache
def _words(first: str) -> list[str]:
    """Return the dictionary words common enough to propose that begin with a letter."""
    return [text for text, value in tables.words().some(first) if value[0] == "d" and value[1:3] >= LEAST]


@cache
def _long(first: str, length: int, reach: int) -> list[str]:
    """Return those of such words that so few edits can make of one of this length."""
    return [text for text in _words(first) if abs(len(text) - length) <= reach]
