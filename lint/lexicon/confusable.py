"""Which words are taken for which: one letter apart, alike in sound, other forms of one word, small words mixed up."""

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from lint.lexicon import sources, tables

COMMON = 3.0  # Zipf: rarer words are not taken for others
SMALL = tuple(
    frozenset(some.split())
    for some in (
        "to too",
        "of off",
        "then than",
        "its it's it",
        "you your you're",
        "they the them",
        "there their they're",
        "as has is",
        "has have had",
        "is are",
        "was were",
        "this these",
        "that than",
        "do does",
        "an and",
        "a an",
        "no not",
        "our are",
        "whose who's",
        "we our us",
    )
)
BRITISH = (
    ("our", "or"),
    ("oul", "ol"),
    ("is", "iz"),
    ("ys", "yz"),
    ("ll", "l"),
    ("enc", "ens"),
    ("mme", "m"),
    ("ogue", "og"),
)
ENDINGS = ("ing", "ied", "ies", "ers", "ically", "ily", "ed", "es", "er", "ic", "ly", "s", "e")


class Other(NamedTuple):
    """A word that may have been meant, and how it is taken for this one: letter, sound, form or small."""

    text: str
    how: str


@lru_cache(maxsize=1 << 16)
def others(word: str) -> tuple[Other, ...]:
    """Return what may have been meant by a word that exists."""
    found = tables.lines("confusable", make).find(word)
    return tuple(Other(*item.split(":")) for item in found.split(" ")) if found else ()


def make() -> list[str]:
    """Return the table of words, sorted, each with the others and how they are taken for it."""
    words = {word for word, value in tables.words().some("") if value[:1] == "d" and int(value[1:3]) >= 10 * COMMON}
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for how, groups in (("small", SMALL), ("sound", _alike(words)), ("form", _forms(words)), ("letter", _near(words))):
        for group in groups:
            for word in group:
                for other in group:
                    if other != word and not (how != "small" and _one(word, other)):
                        found[word].setdefault(other, how)
    lines = (
        f"{word}\t" + " ".join(f"{other}:{how}" for other, how in sorted(some.items())) for word, some in found.items()
    )
    return sorted(lines, key=lambda line: line.partition("\t")[0])


def _one(word: str, other: str) -> bool:
    """Tell whether two words are one: British and American, or a possessive, which no plural is taken for."""
    return "'" in word or _american(word) == _american(other)


def _american(word: str) -> str:
    """Return a word with what British spelling has otherwise, so that both ways of spelling it come out as one."""
    for british, american in BRITISH:
        word = word.replace(british, american)
    return word


def _alike(words: set[str]) -> Iterator[set[str]]:
    groups: dict[str, set[str]] = defaultdict(set)
    for word, sound in sources.sounds():
        if word in words or word.replace("'", "") in words:
            groups[sound].add(word)
    return (group for group in groups.values() if len(group) > 1)


def _forms(words: set[str]) -> Iterator[set[str]]:
    groups: dict[str, set[str]] = defaultdict(set)
    for word in words:
        if len(word) > 2:
            groups[_stem(word)].add(word)
    return (group for group in groups.values() if 1 < len(group) < 12)


def _stem(word: str) -> str:
    for ending in ENDINGS:
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) > 2:
            double = len(stem) > 3 and stem[-1] == stem[-2] and ending in ("ing", "ed", "er", "ers")
            return (stem[:-1] if double else stem).rstrip("y")
    return word.rstrip("y")


def _near(words: set[str]) -> Iterator[set[str]]:
    """Yield pairs that are a letter apart: lost, changed, or two neighbours changed about."""
    holes: dict[str, set[str]] = defaultdict(set)
    for word in words:
        if len(word) > 1:
            for at in range(len(word)):
                shorter = word[:at] + word[at + 1 :]
                holes[f"{at} {shorter}"].add(word)
                if len(shorter) > 1 and shorter in words:
                    yield {word, shorter}
                if at + 1 < len(word):
                    swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
                    if swapped != word and swapped in words:
                        yield {word, swapped}
    yield from (group for group in holes.values() if len(group) > 1)
