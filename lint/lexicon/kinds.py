"""How likely kinds of words are after one another, as the language model has heard them: for words it seldom heard.

A small word is a kind of its own; any other has the kind that its classes make (grammar.py), so that "describes" is
likelier than "describe" after "it", and so is every other verb. The table is made of the model's (context.py).
"""

import struct
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from itertools import accumulate, pairwise, starmap
from math import log10
from typing import NamedTuple

from lint import lexicon
from lint.lexicon import context, tables
from lint.lexicon.context import END, START
from lint.lexicon.grammar import SMALL
from lint.lexicon.memo import Memo

OWN = SMALL | frozenset(
    "'m 'n 're 've 's again against always anyone anything because can't cannot didn't doesn't don't during everyone"
    " everything here i'm isn't it's let's never nobody nothing since someone something still that's there's they're"
    " very we're while within without won't you're".split()
)
OTHER = "? "  # the kind of words that nobody knows; kinds that are no word end with a blank
RARE, ALONE = 2e-6, 5e-6  # how much two kinds, and one, are heard without what is behind them
LEAST = 2e-8  # of three kinds: what is rarer tells nothing
ZERO = 1e-12
KEPT = 1 << 17


class _Kinds(NamedTuple):
    """Logarithms of how likely a kind is, how likely it is after another one, and what is lost behind those two; then
    the threes that were heard, sorted, and how likely the last is. Two kinds are a number: the first times how many
    kinds there are, and the second; three likewise."""

    numbers: dict[str, int]
    one: Sequence[float]
    two: Sequence[float]
    lost: Sequence[float]
    threes: Sequence[int]
    three: Sequence[float]


def kind(word: str) -> str:
    """Return the kind of a word in small letters."""
    if word in OWN or word in (START, END):
        return word
    entry = lexicon.word(word)
    if entry is not None and entry.classes:
        return f"{entry.classes} "
    if word.endswith("'s"):
        return "'s "
    if entry is None:
        return OTHER
    return "ly " if word.endswith("ly") else f"{entry.kind} "


KINDS: Memo[str, str] = Memo(kind, KEPT)


def likely(words: Sequence[str], start: int, end: int) -> float:
    """Return how likely the kinds of the words from `start` to `end` are, each after the two before it."""
    kinds = ["", "", *map(KINDS.__getitem__, words)]
    threes = zip(kinds[start:], kinds[start + 1 :], kinds[start + 2 : end + 2], strict=False)
    return sum(map(_CHANCES.__getitem__, threes))


def _chance(kinds: tuple[str, str, str]) -> float:
    """Return how likely the last of three kinds is; "" is before all words."""
    made = _kinds()
    size = len(made.numbers)
    first, second, third = (made.numbers.get(name, made.numbers[OTHER]) if name else -1 for name in kinds)
    if second < 0:
        return made.one[third]
    if first < 0:
        return made.two[second * size + third]
    both = first * size + second
    three = both * size + third
    at = bisect_left(made.threes, three)
    if at < len(made.threes) and made.threes[at] == three:
        return made.three[at]
    return made.lost[both] + made.two[second * size + third]


_CHANCES: Memo[tuple[str, str, str], float] = Memo(_chance, KEPT)


@cache
def _kinds() -> _Kinds:
    """Read the table where it lies."""
    data = memoryview(tables.kept("kinds", _make))
    length, size, threes = struct.unpack_from("=3I", data)
    ends = accumulate((length, 4 * size, 4 * size**2, 4 * size**2, 4 * threes, 4 * threes), initial=12)
    names, *parts = starmap(lambda start, end: data[start:end], pairwise(ends))
    numbers = {name: number for number, name in enumerate(bytes(names).decode().rstrip("\n").split("\n"))}
    one, two, lost, keys, three = parts
    return _Kinds(numbers, one.cast("f"), two.cast("f"), lost.cast("f"), keys.cast("I"), three.cast("f"))


def _make() -> bytes:
    """Return the table: names, padded, and the numbers of a _Kinds."""
    kinds = list(map(kind, context.names()))
    names = sorted({*kinds, OTHER})
    size, number = len(names), {name: at for at, name in enumerate(names)}
    ones, twos, threes = context.heard([number[name] for name in kinds], size)
    whole = sum(ones)
    rows = [sum(twos[at * size : (at + 1) * size]) for at in range(size)]
    two = [(mass + ALONE * ones[at % size] / whole) / (rows[at // size] + ALONE) for at, mass in enumerate(twos)]
    behind = [0.0] * size**2
    for three, mass in threes.items():
        behind[three // size] += mass
    known = sorted(three for three, mass in threes.items() if mass >= LEAST)
    shares = (
        (threes[three] + RARE * two[three // size % size * size + three % size]) / (behind[three // size] + RARE)
        for three in known
    )
    text = "\n".join(names).encode()
    text += b"\n" * (-len(text) % 4)
    floats = [
        array("f", (log10(value + ZERO) for value in part))
        for part in ((mass / whole for mass in ones), two, (RARE / (mass + RARE) for mass in behind), shares)
    ]
    head = struct.pack("=3I", len(text), size, len(known))
    return b"".join((head, text, *(part.tobytes() for part in floats[:3]), array("I", known), floats[3].tobytes()))
