"""What a misspelt word may have been meant to be: dictionary words nearby, the likeliest first."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from lint import lexicon

LETTERS = "abcdefghijklmnopqrstuvwxyz"
VOWELS = set("aeiouy")
ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
FLOOR = 1.0  # Zipf: rarer words are not proposed
LONG = 8


class Near(NamedTuple):
    """A word that may have been meant: its distance in edits (two neighbours swapped are one) and what sort of slip
    it takes, from 0.3 (a letter doubled or not) and 0.5 (a swap) to 1.5 (a letter for an unrelated one)."""

    text: str
    zipf: float
    distance: int
    cost: float


def near(text: str, limit: int = 5) -> list[Near]:
    """Return dictionary words likely meant by `text` (lower case), best first.

    Two edits are tried only where one leads nowhere and the word has eight letters or more.
    """
    entries = filter(None, map(lexicon.word, set(_edits(text))))
    found = [
        Near(entry.text, entry.zipf, 1, cost(text, entry.text))
        for entry in entries
        if entry.kind == "d" and entry.zipf >= FLOOR
    ]
    if not found and len(text) >= LONG:
        close = process.extract(
            text, _by_first_letter().get(text[0], ()), scorer=OSA.distance, score_cutoff=2, limit=20
        )
        found = [Near(word, _zipf(word), 2, 2.0) for word, _, _ in close]
    found.sort(key=lambda item: (item.cost - item.zipf, item.text))
    return found[:limit]


def _zipf(text: str) -> float:
    entry = lexicon.word(text)
    return entry.zipf if entry else 0.0


def _edits(text: str) -> Iterator[str]:
    for at in range(len(text) + 1):
        head, tail = text[:at], text[at:]
        if tail:
            yield head + tail[1:]
            yield from (head + letter + tail[1:] for letter in LETTERS)
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        yield from (head + letter + tail for letter in LETTERS)


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
def _by_first_letter() -> dict[str, list[str]]:
    """The dictionary words common enough to propose, by first letter."""
    words: dict[str, list[str]] = defaultdict(list)
    for text, value in lexicon.entries():
        if value[0] == "d" and int(value[1:3]) >= 10 * FLOOR:
            words[text[0]].append(text)
    return words
