"""How likely words are after one another: the language model of three words that PocketSphinx brings for English.

A word that it has never heard is UNHEARD. Without the package, which has no wheel for every machine, there is no model:
`ready` says so, and nothing is judged. The model is asked by numbers of words: a number is looked up once a word.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from functools import cache, lru_cache
from math import log10
from operator import add
from typing import NamedTuple

from lint.lexicon import sources, tables, trie
from lint.lexicon.memo import Memo

UNHEARD = -9.0
START, END = "<s>", "</s>"  # of a sentence
DIGIT = log10(1.0001)  # the model keeps its logarithms to this base, in whole numbers
LEAST = UNHEARD / DIGIT
KEPT = 1 << 17
WIDE = 1_000_003  # a pair is the number of its first word times this and that of its second: a prime scatters them


class _Model:
    """The tables of the model, and the numbers of words: `nobody` is that of all which were never heard."""

    def __init__(self, laid: trie.Trie) -> None:
        self.laid = laid
        self.names = laid.names.decode().split("\n")
        self.nobody = len(self.names)
        self.numbers = Memo(self._number, KEPT)

    def _number(self, word: str) -> int:
        at = bisect_left(self.names, word)
        return at if at < self.nobody and self.names[at] == word else self.nobody

    def pair(self, second: int, first: int) -> int:
        """Return the number of a pair that was heard, else -1."""
        pairs, heard = self.laid.pairs, self.laid.first
        end = pairs[second + 1]
        at = bisect_left(heard, first, pairs[second], end)
        return at if at < end and heard[at] == first else -1

    def behind(self, third: int, second: int, first: int) -> float:
        """Return how likely a word is after two others."""
        laid = self.laid
        both = self.pair(second, first)
        lost = laid.back[laid.loss[both]] if both >= 0 else 0.0
        at = self.pair(third, second)
        if at < 0:
            return laid.word[third] + laid.off[second] + lost
        end = laid.threes[at + 1]
        found = bisect_left(laid.earliest, first, laid.threes[at], end)
        if found < end and laid.earliest[found] == first:
            return laid.three[laid.last[found]]
        return laid.two[laid.after[at]] + lost


@cache
def _model() -> _Model | None:
    """Return the model, or None. It is asked for only where there are words to judge."""
    path = sources.place_or_none("model")
    try:
        return _Model(trie.tables(tables.mapped("model", path, trie.make))) if path else None
    except ValueError:
        return None


def ready() -> bool:
    """Tell whether there is a model."""
    return _model() is not None


def _asked() -> _Model:
    model = _model()
    if model is None:
        raise LookupError("there is no language model")
    return model


def _scaled(value: float) -> float:
    return int(value) * DIGIT if value > LEAST else UNHEARD


@lru_cache(maxsize=KEPT)
def chance(word: str, before: str = "", earlier: str = "") -> float:
    """Return the logarithm of how likely a word is after one or two others (small letters, straight apostrophes)."""
    model = _asked()
    numbers = model.numbers
    if not before:
        return _scaled(model.laid.word[numbers[word]])
    if not earlier:
        return after(before, [word])[0]
    return _scaled(model.behind(numbers[word], numbers[before], numbers[earlier]))


class Heard(NamedTuple):
    """How often kinds of words came in what the model has heard, as shares of all words: of each kind, of each two and
    of each three. Two kinds are a number: the first times how many kinds there are, and the second; three likewise."""

    one: list[float]
    two: list[float]
    three: dict[int, float]


def names() -> list[str]:
    """Return the words of the model by their numbers."""
    return _asked().names


def heard(kinds: Sequence[int], size: int) -> Heard:
    """Add up what the model has heard, given the kind of each word by its number, and how many kinds there are."""
    model = _asked()
    laid, numbers = model.laid, model.numbers
    words = [10 ** _scaled(value) for value in laid.word[: len(model.names)]]
    words[numbers[START]] = words[numbers[END]]
    two, three = ([10 ** (value * DIGIT) for value in values] for values in (laid.two, laid.three))
    one, both, threes = [0.0] * size, [0.0] * size**2, defaultdict[int, float](float)
    for word, kind in enumerate(kinds):
        one[kind] += words[word]
        for at in range(laid.pairs[word], laid.pairs[word + 1]):
            first = laid.first[at]
            both[kinds[first] * size + kind] += words[first] * two[laid.after[at]]
            last = kinds[first] * size + kind
            for found in range(laid.threes[at], laid.threes[at + 1]):
                earliest = laid.earliest[found]
                before = model.pair(first, earliest)
                if before >= 0:
                    mass = words[earliest] * two[laid.after[before]] * three[laid.last[found]]
                    threes[kinds[earliest] * size**2 + last] += mass
    return Heard(one, both, threes)


def after(first: str, words: list[str]) -> list[float]:
    """Return the chance of each of some words after another one."""
    model = _asked()
    laid, before = model.laid, model.numbers[first]
    word, pairs, heard, lost = laid.word, laid.pairs, laid.first, laid.off[before]
    found = []
    for second in map(_SECOND.__getitem__, words):
        end = pairs[second + 1]
        at = bisect_left(heard, before, pairs[second], end)
        value = laid.two[laid.after[at]] if at < end and heard[at] == before else word[second] + lost
        found.append(int(value) * DIGIT if value > LEAST else UNHEARD)
    return found


def before(words: list[str], second: str) -> list[float]:
    """Return the chance of a word after each of some others."""
    model = _asked()
    laid, last = model.laid, model.numbers[second]
    heard, off, alone = laid.first, laid.off, laid.word[last]
    start, end = laid.pairs[last], laid.pairs[last + 1]
    found = []
    for first in map(_SECOND.__getitem__, words):
        at = bisect_left(heard, first, start, end)
        value = laid.two[laid.after[at]] if at < end and heard[at] == first else alone + off[first]
        found.append(int(value) * DIGIT if value > LEAST else UNHEARD)
    return found


def pull(first: str, second: str) -> float:
    """Return how much likelier a word is after another one than anywhere; 0 where either was never heard."""
    return _PULLS[_FIRST[first] + _SECOND[second]] if first else 0.0


def pulls(words: list[str]) -> list[float]:
    """Return the pull of each word on the next one."""
    pairs = map(add, map(_FIRST.__getitem__, words), map(_SECOND.__getitem__, words[1:]))
    return list(map(_PULLS.__getitem__, pairs))


def _pulled(pair: int) -> float:
    laid = _asked().laid
    first, second = divmod(pair, WIDE)
    alone = laid.word[second]
    if alone <= LEAST:
        return 0.0
    heard, end = laid.first, laid.pairs[second + 1]
    at = bisect_left(heard, first, laid.pairs[second], end)
    value = laid.two[laid.after[at]] if at < end and heard[at] == first else alone + laid.off[first]
    return (int(value) * DIGIT if value > LEAST else UNHEARD) - int(alone) * DIGIT


_FIRST: Memo[str, int] = Memo(lambda word: _asked().numbers[word] * WIDE, KEPT)
_SECOND: Memo[str, int] = Memo(lambda word: _asked().numbers[word], KEPT)
_PULLS: Memo[int, float] = Memo(_pulled, 1 << 18)


def likely(words: list[str], start: int, end: int) -> float:
    """Return how likely the words from `start` to `end` are, each after the two before it; "" is no word."""
    total = 0.0
    for at in range(start, min(end, len(words))):
        if words[at]:
            before = words[at - 1] if at else ""
            total += chance(words[at], before, words[at - 2] if at > 1 and before else "")
    return total
