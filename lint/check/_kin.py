"""Whether two figures that no frame ties together are of one fact: what their sentences say for it and against it."""

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from lint import patterns as re
from lint.check._evidence import crossed, likeness, words
from lint.check._intervals import value_of
from lint.check._siblings import siblings
from lint.check._slips import kind
from lint.lexicon import word as word_of
from lint.model.facts import Claim

COMMON = 4.6
BOUNDS = frozenset(("up-to", "under", "over", "at-least"))
CLOSE, DOUBLE = math.log10(1.05), math.log10(2)
_NUMBER = re.compile(r"\d[\d.,]*")
_DAY = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}\b")


_STEP = re.compile(
    r"\b(?:(?P<shown>(?:present|unveil|reveal|demonstrat|showcas)\w{0,3}|shows? off|keynote)"
    r"|(?P<ordered>[Pp]re-?orders?|[Oo]rders?(?= (?:for|open|start|begin|can|will))|reservations?|waiting list)"
    r"|(?P<there>ships?|shipping|deliver\w{0,4}|arriv\w{1,3}|on sale|on shelves|in stores|in shops|stores|releas\w{1,3}"
    r"|launch\w{0,3}|available|availability|rolls? out|goes live|debuts?))\b"
)


class Setting(NamedTuple):
    """Where two figures stand in the archive.

    days    between their posts; None where one has no date
    today   the day of the later post, counted from the year 1; None where it has none
    values  how many values are told of the same names in this unit at that time, these two included
    told    how many figures the archive has of the rarest of their names in this unit
    """

    days: int | None
    today: int | None
    values: int
    told: int


class Signs(NamedTuple):
    """What speaks for one fact and against it, each from 0 to 1 if nothing else is said.

    names      the share of names in common           strangers  both name somebody whom the other does not
    relation   frames read two relations
    same, swap, digit  the slip that would make one figure of the other (see `_slips.kind`)
    gap        the power of ten between two figures that are no such slip, up to 2; double: it is more than twofold;
               close: it is less than 5 %
    alone      few other figures are told of the names: 0 of 16    pair  these are the only two values
    concept    how much their concepts are alike      words  the share of telling words in common
    once       a period in only one
    form       how far the sentences are of one form, from half of their words to all
    ahead      both are expected
    two        they have two names in common
    limit      up to 2: a limit that a frame read in only one
    sorted     a place or a sort in only one: active users    noun  what they count differs
    bound      one is bounded                         update  the later figure is said to replace another
    replaced   by the earlier one's value it is said to be that
    date, duration, percent, data  the unit
    month      the days are more than a month apart, or they are no days, and nothing was founded
    passed     two days are of a series
    undated    one post has no date                   late  more than a week between the posts: 1 for six weeks
    """

    names: float = 0.0
    strangers: float = 0.0
    relation: float = 0.0
    same: float = 0.0
    swap: float = 0.0
    digit: float = 0.0
    gap: float = 0.0
    double: float = 0.0
    close: float = 0.0
    alone: float = 0.0
    pair: float = 0.0
    concept: float = 0.0
    words: float = 0.0
    once: float = 0.0
    form: float = 0.0
    ahead: float = 0.0

    two: float = 0.0
    limit: float = 0.0
    sorted: float = 0.0
    noun: float = 0.0
    bound: float = 0.0
    update: float = 0.0
    replaced: float = 0.0
    date: float = 0.0
    month: float = 0.0
    passed: float = 0.0
    duration: float = 0.0
    percent: float = 0.0
    data: float = 0.0
    undated: float = 0.0
    late: float = 0.0


ALONE, CROWD, FAR = 4, 12, 0.1
WEEK, SIX = 7, 45
NEAR = 0.005
MONTH = 31
BRIEF = 4  # telling words of a sentence that may say the same as another without one of its words
SERIES = 5
HALF = 0.5


def related(a: Claim, b: Claim) -> bool:
    """Tell whether two figures share a name and nothing in their sentences keeps them apart."""
    if apart(a, b) or (_concept(a, b) < FAR and not _alike(a, b)):
        return False
    return not (_tells_both(a, b) or _series(a, b))


def apart(a: Claim, b: Claim) -> bool:
    """Tell whether two figures are of different people, places, parts, kinds or days, whatever else they share.

    Where one is said to take the other's place, the words of parts and kinds that only one sentence has tell nothing.
    """
    if not _shared(a.names, b.names):
        return True
    if not (was(a, b) or was(b, a)) and (limits(a, b, "") or _contrast(set(a.topic), set(b.topic))):
        return True
    return _other_days(a, b) or _other_step(a, b) or siblings(a, b)


@lru_cache(maxsize=1 << 12)
def _steps(sentence: str) -> frozenset[str]:
    """Return the steps of bringing something out that a sentence tells: it is shown, can be ordered, is there."""
    return frozenset(match.lastgroup or "" for match in _STEP.finditer(sentence))


def _other_step(a: Claim, b: Claim) -> bool:
    """Tell whether two days are of two steps of bringing something out."""
    if a.quantity.unit != "date":
        return False
    one, two = _steps(a.sentence), _steps(b.sentence)
    return bool(one and two) and one.isdisjoint(two)


def _alike(a: Claim, b: Claim) -> bool:
    """Tell whether anything but a name speaks for one fact: the old value, words, two names, one number."""
    if replaces(b, a) or replaces(a, b):
        return True
    if other_noun(a, b):
        return False
    slip = kind(a.quantity, b.quantity)
    if a.quantity.unit == "date" and abs(value_of(a.quantity) - value_of(b.quantity)) <= MONTH:
        brief = max(len(_telling(claim)) for claim in (a, b)) <= BRIEF
        if brief and a.quantity.symbol != "year":
            return True
    both = sum(name[0] != "?" for name in a.names if any(_fits(name, other) for other in b.names))
    return both > 1 or bool(words(a, b)) or slip in ("same", "swap", "scale")


def replaces(b: Claim, a: Claim) -> bool:
    """Tell whether a figure is said to have been another one before, and that is the other."""
    if was(b, a):
        return True
    return b.update and _number(a) != _number(b) and _number(a) in _NUMBER.findall(b.sentence)


def was(b: Claim, a: Claim) -> bool:
    """Tell whether a sentence gives the other figure as the one before."""
    value, near = value_of(a.quantity), 0.0 if a.quantity.unit == "date" else NEAR
    return any(abs(number - value) <= near * abs(number) for number in b.before)


def signs(a: Claim, b: Claim, setting: Setting) -> Signs:
    """Return what speaks for it that an earlier figure and a later one are of one fact, and what against it."""
    found = {
        **_by_names(a, b),
        **_by_values(a, b),
        **_by_words(a, b),
        **_by_sorts(a, b),
        "alone": min(max(1 - (setting.told - ALONE) / CROWD, 0.0), 1.0),
        "pair": setting.values <= 2,
        "update": b.update,
        "replaced": replaces(b, a),
        "undated": setting.days is None,
        "passed": _passed(a, b, setting),
        "late": 0.0 if b.update or b.before else min(max((setting.days or 0) - WEEK, 0) / (SIX - WEEK), 1.0),
    }
    return Signs(**{name: float(value) for name, value in found.items()})


def _by_names(a: Claim, b: Claim) -> dict[str, float]:
    one, two = _known(*([name for name in claim.names if name[0] != "@"] for claim in (a, b)))
    left, right = _alone(one, two), _alone(two, one)
    return {
        "names": 2 * (len(one) - len(left)) / max(len(one) + len(two), 1),
        "strangers": bool(left and right),
        "relation": bool(a.frame and b.frame) and a.frame != b.frame,
        "two": len(one) - len(left) > 1,
    }


def _by_values(a: Claim, b: Claim) -> dict[str, float]:
    if a.quantity.unit == "date":
        founded = min(claim.concepts.get("founded", 0.0) for claim in (a, b)) > HALF
        vague = a.quantity.symbol != "day" and not founded
        return {"date": 1.0, "month": vague or abs(value_of(a.quantity) - value_of(b.quantity)) > MONTH}
    slip = kind(a.quantity, b.quantity)
    x, y = sorted(abs(value_of(claim.quantity)) for claim in (a, b))
    gap = 0.0 if slip in ("same", "scale", "swap") else min(math.log10(y / x), 2.0) if x > 0 else 2.0
    return {
        **({slip: 1.0} if slip in ("same", "swap", "digit") else {}),
        "gap": gap,
        "double": gap > DOUBLE,
        "close": slip in ("", "digit") and gap < CLOSE,
        "bound": bool({a.quantity.qualifier, b.quantity.qualifier} & BOUNDS),
        **({a.quantity.unit: 1.0} if a.quantity.unit in ("duration", "percent", "data") else {}),
    }


def _passed(a: Claim, b: Claim, setting: Setting) -> bool:
    """Tell whether two days are of a series: the first is over when the second is told, or they lie as far apart."""
    first, second = (value_of(claim.quantity) for claim in (a, b))
    if setting.today is None or setting.days is None or not a.quantity.symbol == "day" == b.quantity.symbol:
        return False
    as_long = setting.days >= SERIES and abs(second - first - setting.days) <= 2
    return first < setting.today <= second or as_long


def _by_words(a: Claim, b: Claim) -> dict[str, float]:
    return {
        "concept": _concept(a, b),
        "words": words(a, b),
        "once": bool(a.period) != bool(b.period),
        "form": max(formed(a, b) - 0.5, 0.0) * 2,
        "ahead": a.modality == "forecast" == b.modality,
    }


def _concept(a: Claim, b: Claim) -> float:
    return sum(weight * b.concepts.get(name, 0.0) for name, weight in a.concepts.items())


def _by_sorts(a: Claim, b: Claim) -> dict[str, float]:
    return {"limit": min(limits(a, b, "~"), 2), "sorted": _one_sided(a, b), "noun": other_noun(a, b)}


def other_noun(a: Claim, b: Claim) -> bool:
    """Tell whether two figures count different things: nothing that goes by the other's name, or is of its sort."""
    noun, other = _noun(a), _noun(b)
    if a.quantity.unit != "count" or not (noun and other) or noun == other:
        return False
    one, two = ({word for word in claim.topic if word[0] == "#"} for claim in (a, b))
    return not one & two and noun not in b.sentence.lower() and other not in a.sentence.lower()


def _shared(one: Sequence[str], two: Sequence[str]) -> bool:
    """Tell whether both are about somebody, and not each about somebody else too; of places alone, all are shared."""
    unknown = any(name[0] == "?" for name in (*one, *two))
    one, two = _known(one, two)
    left, right = _alone(one, two), _alone(two, one)
    shared = [name for name in one if name not in left]
    named = [name for name in shared if name[0] != "@"]
    if not named:
        return bool(shared) and not left and not right and not unknown
    if len(shared) * 2 < max(len(one), len(two)):
        return False
    return len(named) > 1 or not (left and right)


def _known(one: Sequence[str], two: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """Leave out who is only described, and for each of them somebody whom only the other names: they may be one.

    Where both describe somebody, and not alike, these stay: the Ghent brewer is not the Ghent logistics start-up.
    """
    if not any(name[0] == "?" for name in (*one, *two)):
        return one, two
    parts = [[set(name[1:].split("-")) for name in names if name[0] == "?" and len(name) > 1] for names in (one, two)]
    apart = all(parts) and not any(left <= right or right <= left for left in parts[0] for right in parts[1])
    kept = []
    for here, there in ((one, two), (two, one)):
        spare = 0 if apart else sum(name[0] == "?" for name in there)
        may = [name for name in _alone(here, there) if name[0] not in "@?"][:spare]
        kept.append([name for name in here if name not in may and (name[0] != "?" or (apart and len(name) > 1))])
    return kept[0], kept[1]


def _alone(one: Sequence[str], two: Sequence[str]) -> list[str]:
    return [name for name in one if not any(_fits(name, other) for other in two)]


def _fits(name: str, other: str) -> bool:
    """Tell whether one name is the other or its first or last words: Varga and Ines Varga."""
    if name == other:
        return True
    short, long = (name, other) if len(name) <= len(other) else (other, name)
    if short not in long or short[0] == "@" or not (long.startswith(f"{short} ") or long.endswith(f" {short}")):
        return False
    return not _common(short)


@lru_cache(maxsize=1 << 14)
def _common(word: str) -> bool:
    known = word_of(word)
    return known is not None and known.zipf >= COMMON


def _series(a: Claim, b: Claim) -> bool:
    """Tell whether two sentences differ only in their figures, so that they are of a series: each week's report."""
    if kind(a.quantity, b.quantity) in ("same", "scale") or a.place.excerpt == b.place.excerpt:
        return False
    return likeness(a, b) < 0


def _telling(claim: Claim) -> set[str]:
    return {word for word in claim.topic if word[0] not in "!#" and ">" not in word}


def formed(a: Claim, b: Claim) -> float:
    """Return how far two sentences are of one form: the share of all their telling words that both have."""
    left, right = _telling(a), _telling(b)
    return len(left & right) / len(left | right) if len(left | right) > 4 else 0.0


def _tells_both(a: Claim, b: Claim) -> bool:
    """Tell whether a sentence has both numbers, and not as an old one and a new; or both have both."""
    if a.quantity.unit == "date":
        moved = a.before or b.before or a.update or b.update
        return not moved and (a.place.excerpt in b.sentence or b.place.excerpt in a.sentence)
    one, two = _number(a), _number(b)
    if one == two:
        return False
    here, there = two in _NUMBER.findall(a.sentence), one in _NUMBER.findall(b.sentence)
    if here and there:
        return True
    if a.before or b.before or a.update or b.update:
        return False
    return here or there or crossed(a, b)


def _number(claim: Claim) -> str:
    found = _NUMBER.findall(claim.told or claim.place.excerpt)
    return found[-1] if found else claim.place.excerpt


def _other_days(a: Claim, b: Claim) -> bool:
    """Tell whether both sentences name days, and not the same."""
    one, two = set(_DAY.findall(a.sentence)), set(_DAY.findall(b.sentence))
    return a.quantity.unit != "date" and bool(one and two) and not one & two


def _contrast(one: set[str], two: set[str]) -> bool:
    """Tell whether the words of the two name different kinds of one sort: steel and aluminium."""
    left = {word for word in one if word[0] == "!"}
    right = {word for word in two if word[0] == "!"}
    sorts = {word.partition(":")[0] for word in left} & {word.partition(":")[0] for word in right}
    return any(not {w for w in left if w.startswith(f"{sort}:")} & right for sort in sorts)


def limits(a: Claim, b: Claim, mark: str) -> int:
    """Count what limits only one of two figures: with the mark ~ by a frame's reading, without by its words alone."""
    if a.attribute == b.attribute:
        return 0
    found = 0
    for one, two in ((a, b), (b, a)):
        low = two.sentence.lower()
        alone = set(one.attribute.split()) - set(two.attribute.split())
        found += sum(not _stands(w.lstrip("~"), low) for w in alone if w.startswith("~") == bool(mark))
    return found


def _stands(limit: str, low: str) -> bool:
    """Tell whether a sentence has what limits a figure, be it in another order: its Turku plant, the plant in Turku."""
    words = limit.split("-")
    telling = [word for word in words if len(word) > 3]
    return " ".join(words) in low or (len(telling) > 1 and all(word in low for word in telling))


def _one_sided(a: Claim, b: Claim) -> float:
    """Return how far only one of two figures names a place or sorts what it counts."""
    one, two = ({name for name in c.names if name[0] == "@"} for c in (a, b))
    noun = {_noun(a), _noun(b)} - {""}
    left, right = ({w for w in c.topic if ">" in w and w.partition(">")[2] in noun} for c in (a, b))
    return 0.5 * (bool(one) != bool(two)) + 0.5 * (bool(left) != bool(right))


def _noun(claim: Claim) -> str:
    word = claim.quantity.symbol.lower()
    return word[:-1] if word.endswith("s") and len(word) > 3 else word
