"""What a figure is of, by the words around it: concepts that come with copydesk, and stems of telling words."""

import math
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise

import msgspec

from lint.decode import convert, load
from lint.extract.claims.compiled import frame_folder, kept
from lint.extract.claims.frames import lexicon
from lint.extract.claims.tokens import Token
from lint.extract.claims.verbs import lemma
from lint.lexicon import word as word_of
from lint.model.errors import RuleError

PLAIN = 5.3
READ = 0.6  # of the weight of all words: what it counts that a frame reads a figure so
_ENDINGS = (
    "isations", "izations", "isation", "ization", "ations", "ation", "ements", "ement", "ments", "ment", "nesses",
    "ness", "ings", "ing", "ions", "ion", "ers", "er", "ors", "or", "ied", "ies", "ed", "es", "s", "ly",
)  # fmt: skip


class _Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    words: str
    unit: str = ""
    frames: str = ""


class _Sorts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    sorts: list[str]


class Concepts(msgspec.Struct, frozen=True):
    """The compiled concepts and contrasts.

    units    of a concept: the kinds of figures it is about; empty: any
    frames   a frame to its concept
    phrases  first stem of a phrase to its stems and what they tell: `+concept`, or `!sort:kind` of a contrast
    """

    units: dict[str, frozenset[str]]
    phrases: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    frames: dict[str, str]


@cache
def concepts() -> Concepts:
    """Return the concepts and contrasts that come with copydesk."""
    paths = [frame_folder() / "concepts.yaml", frame_folder() / "contrasts.yaml"]

    def make() -> Concepts:
        documents = [load(path.read_text("utf-8"), str(path), RuleError) for path in paths]
        return _compile(convert(documents[0], dict[str, _Entry], RuleError), convert(documents[1], _Sorts, RuleError))

    return kept("concepts", paths, Concepts, make)


def _compile(entries: dict[str, _Entry], contrasts: _Sorts) -> Concepts:
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}

    def learn(words: str, tells: str) -> None:
        for phrase in words.split(","):
            stems = tuple(stem(word) for word in phrase.replace("-", " ").split())
            phrases.setdefault(stems[0], []).append((stems, tells))

    for name, entry in entries.items():
        learn(entry.words, f"+{name}")
    for number, line in enumerate(contrasts.sorts):
        for kind, words in enumerate(line.split("|")):
            learn(words, f"!{number}:{kind}")
    return Concepts(
        {f"+{name}": frozenset(entry.unit.split()) for name, entry in entries.items()},
        {first: tuple(sorted(found)) for first, found in phrases.items()},
        {frame: name for name, entry in entries.items() for frame in (name, *entry.frames.split())},
    )


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """Fold the endings of a word: emission and emissions, invested and investment are one."""
    word = lemma(word)
    for ending in _ENDINGS:
        rest = len(word) - len(ending)
        if rest >= (4 if ending in ("er", "or", "ers", "ors", "ion", "ions", "ly") else 3) and word.endswith(ending):
            if ending == "s" and word.endswith(("ss", "us", "is")):
                break
            word = word[:rest] + ("y" if ending in ("ied", "ies") else "")
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsoe":
        word = word[:-1]
    return word[:-1] if len(word) > 3 and word[-1] == "e" else word


@lru_cache(maxsize=1 << 16)
def _telling(word: str) -> bool:
    """Tell whether a word says something of what a figure is: no word that stands everywhere."""
    if len(word) < 3 or word in lexicon().plain:
        return False
    known = word_of(word)
    return known is None or known.zipf < PLAIN


@lru_cache(maxsize=1 << 16)
def _stems(words: str, plain: bool) -> tuple[tuple[str, str], ...]:
    """Return the stem of each word; once more where it is a `plain` one that is telling, else ""."""
    return tuple(
        (stem(word), stem(word) if plain and word.isalpha() and _telling(word) else "")
        for word in words.replace("-", " ").split()
    )


def topic(line: Sequence[Token], unit: str, noun: str, per: str) -> tuple[tuple[str, ...], dict[str, float]]:
    """Return what the words around a figure of this unit, counting `noun` by `per`, tell of it and of which concepts.

    That is contrasts, stems of telling words, pairs of these side by side (law>exam), and concepts of what is counted.
    A phrase weighs less for a concept, the more concepts have it; the squares of the weights add up to 1.
    """
    counted = _stems(noun.lower(), True)
    read = [one for token in line if token.kind in "wpgdQ" for one in _stems(token.low, token.kind == "w")]
    read += (*counted, *_stems(per.lower(), True))
    telling = [tells for _, tells in read]
    pairs = {f"{one}>{two}" for one, two in pairwise(telling) if one and two}
    told = list(_told([one for one, _ in read], unit))
    contrasts = {name for tells in told for name in tells if name[0] == "!"}
    sorts = {f"#{name[1:]}" for tells in _told([one for one, _ in counted], unit) for name in tells if name[0] == "+"}
    return tuple(sorted({*contrasts, *sorts, *filter(None, telling), *pairs})), _weights(told)


def toward(weights: dict[str, float], frame: str) -> dict[str, float]:
    """Return the weights of a figure's concepts where a frame reads it: its own concept weighs the more."""
    name = concepts().frames.get(frame, "")
    return _unit({**weights, name: weights.get(name, 0.0) + READ}) if name else weights


def lasting(tells: Iterable[str]) -> bool:
    """Tell whether what is told of a figure is something of a settled length: a sentence, a warranty, a battery."""
    return not _settled().isdisjoint(tells)


@cache
def _settled() -> frozenset[str]:
    return frozenset(map(stem, _LASTING.split()))


_LASTING = (
    "sentence jail prison bars battery warranty guarantee lease outage blackout downtime delay postpone charger"
    " charging suspension tenure concession probation lockup detention curfew restore layover stopover commute"
)


def _told(stems: list[str], unit: str) -> Iterator[list[str]]:
    """Yield what each phrase of the table that stands here tells of a figure of this unit."""
    table = concepts()
    for at, first in enumerate(stems):
        if first not in table.phrases:
            continue
        found: dict[tuple[str, ...], list[str]] = {}
        for phrase, tells in table.phrases[first]:
            units = table.units.get(tells)
            if (not units or unit in units) and (len(phrase) == 1 or tuple(stems[at : at + len(phrase)]) == phrase):
                found.setdefault(phrase, []).append(tells)
        yield from found.values()


def _weights(told: Iterable[list[str]]) -> dict[str, float]:
    found: dict[str, float] = {}
    for tells in told:
        names = [name for name in tells if name[0] == "+"]
        for name in names:
            found[name[1:]] = found.get(name[1:], 0.0) + 1 / len(names)
    return _unit(found)


def _unit(found: dict[str, float]) -> dict[str, float]:
    size = math.sqrt(sum(weight * weight for weight in found.values()))
    return {name: round(weight / size, 2) for name, weight in sorted(found.items())}
