"""What the packages this house depends on know of English: their data files, found and read without importing them."""

import re
from collections import defaultdict
from collections.abc import Iterator
from importlib.util import find_spec
from math import log10
from pathlib import Path

# Words on the web that wordsegment and symspellpy count, for Zipf's scale: the logarithm of occurrences in a billion.
CORPUS = 1_024_908_267_229
FILES = {
    "words": ("spylls", "hunspell/data/en/en_US.dic"),
    "endings": ("spylls", "hunspell/data/en/en_US.aff"),
    "counted": ("symspellpy", "frequency_dictionary_en_82_765.txt"),
    "pairs": ("symspellpy", "frequency_bigramdictionary_en_243_342.txt"),
    "seen": ("wordsegment", "unigrams.txt"),
    "sounds": ("pocketsphinx", "model/en-us/cmudict-en-us.dict"),
    "model": ("pocketsphinx", "model/en-us/en-us.lm.bin"),
}
OPTIONAL = frozenset({"sounds", "model"})


def place(name: str) -> Path:
    """Return where one of FILES lies. Raises FileNotFoundError when its package is not installed."""
    package, inside = FILES[name]
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError(f"the package {package} is not installed")
    return Path(spec.submodule_search_locations[0]) / inside


def place_or_none(name: str) -> Path | None:
    """Return where one of FILES lies; None for an optional one whose package is not installed."""
    try:
        return place(name)
    except FileNotFoundError:
        if name in OPTIONAL:
            return None
        raise


def hunspell() -> dict[str, set[str]]:
    """Return every form of the words of Hunspell's American dictionary, capitals kept, and what made it.

    A base word is made by "", an ending or a prefix by its flag after the base: {"running": {"run G"}}.
    """
    affixes: dict[str, list[tuple[bool, str, str, re.Pattern[str]]]] = defaultdict(list)
    for line in place("endings").read_text("utf-8").splitlines():
        parts = line.split()
        if len(parts) >= 5 and parts[0] in ("PFX", "SFX"):
            front, strip, add = parts[0] == "PFX", parts[2].replace("0", ""), parts[3].replace("0", "").split("/")[0]
            pattern = f"^(?:{parts[4]})" if front else f"(?:{parts[4]})$"
            affixes[parts[1]].append((front, strip, add, re.compile(pattern)))
    forms: dict[str, set[str]] = defaultdict(set)
    for line in place("words").read_text("utf-8").splitlines()[1:]:
        word, _, flags = line.split("\t")[0].partition("/")
        forms[word].add("")
        mine = [word]
        for flag in flags:
            for front, strip, add, fits in affixes.get(flag, ()):
                if not front and word.endswith(strip) and fits.search(word):
                    mine.append(word[: len(word) - len(strip)] + add)
                    forms[mine[-1]].add(f"{word} {flag}")
        for flag in flags:
            for front, strip, add, fits in affixes.get(flag, ()):
                if front:
                    for form in mine:
                        if form.startswith(strip) and fits.search(form):
                            forms[add + form[len(strip) :]].add(f"{form} {flag}")
    return forms


def counted() -> dict[str, float]:
    """Return how common the words of symspellpy's dictionary are, British and American: Zipf's scale."""
    return {word: zipf(count) for word, count in _table("counted", None)}


def seen() -> dict[str, float]:
    """Return how common any form on the web is, misspellings and names included: Zipf's scale."""
    return {word: zipf(count) for word, count in _table("seen", "\t")}


def pairs() -> Iterator[tuple[str, float]]:
    """Yield how common two words side by side are ("of the"): Zipf's scale."""
    for line in place("pairs").read_text("utf-8-sig").splitlines():
        pair, _, count = line.rpartition(" ")
        yield pair, zipf(int(count) / 64)  # counted in a larger corpus than the words


def sounds() -> Iterator[tuple[str, str]]:
    """Yield words and how each is said, as CMU's pronouncing dictionary has it; nothing where it is not installed."""
    try:
        text = place("sounds").read_text("utf-8")
    except FileNotFoundError:
        return
    for line in text.splitlines():
        word, _, sound = line.partition(" ")
        yield word.partition("(")[0], sound


def zipf(count: float) -> float:
    """Return the logarithm of occurrences in a billion words, not below 0."""
    return max(0.0, log10(count / CORPUS * 1e9)) if count > 0 else 0.0


def _table(name: str, mark: str | None) -> Iterator[tuple[str, int]]:
    for line in place(name).read_text("utf-8-sig").splitlines():
        word, count = line.split(mark)
        yield word, int(count)
