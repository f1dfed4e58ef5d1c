"""What a misspelt word may have been meant to be: dictionary words nearby, the likeliest first."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from lint import lexicon

LETTERS = "abcdefghijklmnopqrstuvwxyz"
VOWELS = set("aeiouy")
ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
FLOOR = 2.0  # Zipf: rarer words are not proposed


def near(text: str, limit: int = 5) -> list[tuple[str, int]]:
    """Return words likely meant by `text` (lower case), best first, each with its distance in edits (1 or 2).

    A change of two neighbours counts as one edit. Two edits are tried only where one leads nowhere and the word has
    six letters or more.
    """
    entries = filter(None, map(lexicon.word, set(_edits(text))))
    found = [(_score(text, entry), entry.text, 1) for entry in entries if entry.kind == "d" and entry.zipf >= FLOOR]
    if not found and len(text) > 5:
        pool = [w for first in {text[0], text[1]} for w in _by_first_letter().get(first, ())]
        close = process.extract(text, pool, scorer=OSA.distance, score_cutoff=2, limit=20)
        found = [(_zipf(w) - 2 * (w[0] != text[0]), w, 2) for w, _, _ in close]
    found.sort(key=lambda item: (-item[0], item[1]))
    return [(w, distance) for _, w, distance in found[:limit]]


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


def _score(text: str, entry: lexicon.Word) -> float:
    """How likely the word is, less how unlikely the slip: two letters swapped and a double letter are the commonest."""
    right = entry.text
    cost = 1.5
    if len(text) == len(right):
        wrong = [(a, b) for a, b in zip(text, right, strict=True) if a != b]
        if len(wrong) == 2:
            cost = 0.5
        elif wrong and {*wrong[0]} <= VOWELS:
            cost = 1.0
        elif wrong and wrong[0][1] in _neighbours().get(wrong[0][0], ""):
            cost = 1.2
    else:
        long, short = (text, right) if len(text) > len(right) else (right, text)
        at = next((i for i, (a, b) in enumerate(zip(long, short, strict=False)) if a != b), len(short))
        double = (at > 0 and long[at] == long[at - 1]) or long[at : at + 1] == long[at + 1 : at + 2]
        cost = 0.3 if double else 1.0
    return entry.zipf - cost - 2.0 * (right[0] != text[0])


@cache
def _neighbours() -> dict[str, str]:
    return {key: row[max(0, at - 1) : at] + row[at + 1 : at + 2] for row in ROWS for at, key in enumerate(row)}


@cache
def _by_first_letter() -> dict[str, list[str]]:
    """The dictionary words common enough to propose, by first letter."""
    words: dict[str, list[str]] = defaultdict(list)
    for text, value in lexicon.entries():
        if value[-1] == "d" and int(value[:-1]) >= 10 * FLOOR:
            words[text[0]].append(text)
    return words
