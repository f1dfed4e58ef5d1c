"""What a phrase is: its expression, its slots, and by which words of a text it is looked for."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise, product
from typing import NamedTuple

from lint import lexicon

AROUND = re.compile(r"\(\?<?[=!](?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\)")
START = r"(?:\A|(?<=\x1e\n)|(?<=[.!?][ \n])|(?<=[.!?]  ))"
MOST = 4  # words that a phrase may have before those it is looked for by
REPEATED = re.compile(r"\)[*+{]")
CASED = re.compile(r"\(\?-i:(\w+)\)")
ENDED = re.compile(r"\(((?:[a-z]+\|)*[a-z]+)\)('[a-z]+)")
SLOT = re.compile(r"\{([a-z]{1,4})\}")


class Slot(NamedTuple):
    """A word that can be what these letters say and nothing else."""

    kinds: str


class Phrase(NamedTuple):
    """A phrase: its expression, the classes of its slots, what is right, and what text it can stand in.

    Most phrases meet no text that they could stand in, so an expression is compiled when one first does.

    keys   pairs of words (or slots) side by side, or single words, one of which a text must have
    ahead  how many words of the phrase may stand before these
    """

    wrong: str
    flags: int
    slots: tuple[str, ...]
    right: tuple[str, ...]
    keys: frozenset[object]
    ahead: int


def is_only(word: str, kinds: str) -> bool:
    """Tell whether a word has some of these classes and no other."""
    letters = classes(word)
    return letters != "" and set(letters) <= set(kinds)


@lru_cache(maxsize=1 << 16)
def classes(word: str) -> str:
    """Return the classes of a word, in any letter case."""
    entry = lexicon.word(lexicon.plain(word))
    return entry.classes if entry else ""


@lru_cache(maxsize=4096)
def written(wrong: str, right: tuple[str, ...], words: bool) -> Phrase:
    """Return the phrase that is written so; with `words` off, an expression for signs that nothing is added to."""
    first = wrong.startswith("^ ")
    wrong = wrong.removeprefix("^ ")
    slots = tuple(SLOT.findall(wrong))
    keys, ahead = _keys(wrong) if words else (frozenset[object](), 0)
    for number in range(len(slots)):
        wrong = SLOT.sub(f"(?P<slot{number}>[A-Za-z]+)", wrong, count=1)
    if words:
        wrong = wrong.replace(" ", r"[ \n]+").replace("'", "['’]")
        before = START if first else r"(?<![\w'’\-@#/.&])"
        wrong = rf"{before}(?:{wrong})(?![\w\-/@]|['’]\w|[.:]\w)"
    return Phrase(wrong, re.IGNORECASE if words else re.MULTILINE, slots, right, keys, ahead)


def _keys(wrong: str) -> tuple[frozenset[object], int]:
    """Return the pairs of words or slots of which a text must have one for the phrase to stand in it, else words.

    With them comes how many words may stand before them. Of several pairs the one with the fewest choices is taken,
    best without a slot.
    """
    raw = list(_parts(AROUND.sub("", wrong)))
    parts = [_literal(part) for part in raw]
    pairs = [(number, one, two) for number, (one, two) in enumerate(pairwise(parts)) if one and two]
    plain = [
        (len(one) * len(two), number) for number, one, two in pairs if not isinstance(one, Slot) | isinstance(two, Slot)
    ]
    if plain:
        number = min(plain)[1]
        one, two = parts[number : number + 2]
        return frozenset(product(_lasts(one), _firsts(two))), _ahead(raw, parts, number)
    for number, one, two in pairs:
        if not isinstance(one, Slot):
            return frozenset((word, two) for word in _lasts(one)), _ahead(raw, parts, number)
        if not isinstance(two, Slot):
            return frozenset((one, word) for word in _firsts(two)), _ahead(raw, parts, number)
    single = [(len(part), number) for number, part in enumerate(parts) if part and not isinstance(part, Slot)]
    if not single and (found := re.fullmatch(r"\{([a-z]+)\}'s", AROUND.sub("", wrong))):
        return frozenset([Slot(found[1])]), 0
    if not single:
        raise re.error("a phrase has at least one word that is written out")
    number = min(single)[1]
    return frozenset(_firsts(parts[number])), _ahead(raw, parts, number)


def _firsts(words: tuple[str, ...]) -> list[str]:
    return [some.split()[0] for some in words]


def _lasts(words: tuple[str, ...]) -> list[str]:
    return [some.split()[-1] for some in words]


def _ahead(raw: list[str], parts: list[tuple[str, ...] | Slot], number: int) -> int:
    """Return how many words may stand before the last word of a part, and no more than MOST."""
    if any(REPEATED.search(part) for part in raw[:number]):
        return MOST
    own = parts[number]
    longest = 0 if isinstance(own, Slot) else max(len(some.split()) for some in own) - 1
    return min(MOST, sum(1 + part.count(" ") for part in raw[:number]) + longest)


def _parts(wrong: str) -> Iterator[str]:
    """Split at the blanks that stand outside of brackets."""
    depth, start = 0, 0
    for at, sign in enumerate(wrong):
        depth += (sign in "([") - (sign in ")]")
        if sign == " " and not depth:
            yield wrong[start:at]
            start = at + 1
    yield wrong[start:]


def _literal(part: str) -> tuple[str, ...] | Slot:
    """Return the words that a part written out or as (one|two) stands for, or its slot; nothing for any other."""
    if found := re.fullmatch(SLOT, part):
        return Slot(found[1])
    part = CASED.sub(lambda found: found[1].lower(), part).rstrip(",;:")
    if found := ENDED.fullmatch(part):
        return tuple(word + found[2] for word in found[1].split("|"))
    inside = re.sub(r"^(?:\((?:\?-?i?:)?)+|\)+$", "", part)
    return tuple(inside.split("|")) if re.fullmatch(r"[a-z' ]+(?:\|[a-z' ]+)*", inside) else ()


def choices(right: str | tuple[str, ...]) -> tuple[str, ...]:
    """Return what is right as a tuple, also where it is one thing."""
    return (right,) if isinstance(right, str) else tuple(right)
