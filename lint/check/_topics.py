"""Figures that no frame ties together: judged by the names and the topic of their sentences."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import timedelta

import msgspec

from lint.check._evidence import crossed, likeness
from lint.check._intervals import Verdict, compare
from lint.check._kin import NONE, kinship, slip, sure, value
from lint.check._same import Options
from lint.check._told import Other
from lint.model.facts import Claim, Facts
from lint.model.finding import Gate
from lint.model.rule import Corpus, PostRef

DAYS = 45
VALUES = 3
MANY = 200
FEW, OFTEN = 6, 40


def near(claim: Claim, here: PostRef, corpus: Corpus, days: int = DAYS) -> list[tuple[PostRef, Claim]]:
    """Return the figures of other posts, not far in time, that share a name and a unit with this one."""
    found: dict[tuple[tuple[str, int], object], tuple[PostRef, Claim]] = {}
    often = max(30, min(corpus.size() // 20, OFTEN))
    for key in claim.keys:
        rows = corpus.figures(key)
        if len(rows) > often:
            continue  # what every other post speaks of tells nothing
        for ref, other in _window(rows, here, days):
            if ref.key != here.key:
                found[ref.key, other.quantity.span] = (ref, other)
    return sorted(found.values(), key=lambda item: (item[0].order, item[1].quantity.span))


def _window(rows: Sequence[tuple[PostRef, Claim]], here: PostRef, days: int) -> Sequence[tuple[PostRef, Claim]]:
    if here.date is None or len(rows) < 2:
        return rows[:MANY]
    first = bisect_left(rows, (False, here.date - timedelta(days)), key=lambda row: row[0].order[:2])
    last = bisect_right(rows, (False, here.date + timedelta(days)), key=lambda row: row[0].order[:2])
    return rows[first:last] if last - first <= 4 * MANY else ()


def against(claim: Claim, here: PostRef, corpus: Corpus, options: Options) -> Iterator[Other]:
    """Yield the figures of other posts that this one contradicts, bounds or revises, as the options want."""
    wanted = options.verdict
    if wanted == "revised" and not claim.update:
        return
    days = 400 if wanted == "revised" else DAYS
    others = near(claim, here, corpus, days)
    if wanted == "revised":
        others = [item for item in others if not claim.key or item[1].key != claim.key]
    if wanted == "hedge":
        bound = claim.quantity.qualifier == "up-to"
        others = [item for item in others if (item[1].quantity.qualifier == "up-to") != bound]
        others = [item for item in others if not _bounded(claim, here, item, corpus)]
    if wanted == "conflict" and (claim.update or claim.modality != "done"):
        return
    kin = [(ref, other) for ref, other in others if kinship(claim, other) >= 0]
    if not kin or (wanted == "conflict" and len(_values(claim, kin)) > VALUES):
        return
    told = [item for item in others if kinship(claim, item[1]) > NONE]
    lone = _lone(claim, here, told, corpus)
    for ref, other in kin:
        if ref.reported and ref.order > here.order:
            continue
        early, late = ((ref, other), (here, claim)) if ref.order < here.order else ((here, claim), (ref, other))
        apart = abs((ref.date - here.date).days) if ref.date and here.date else None
        if _passing(claim, other, apart) or (
            wanted == "conflict" and (crossed(claim, other) or likeness(claim, other) < 0)
        ):
            continue
        verdict, how = _verdict(early, late, -1.25 if apart is None else lone - _faded(claim, other, apart))
        if verdict == wanted and how >= options.confidence:
            yield Other(ref, other, how, _gates(claim, other) if options.why else ())


def bounds(facts: Facts, claim: Claim) -> bool:
    """Tell whether a post bounds somewhere a figure that it states flatly here."""
    if claim.quantity.qualifier == "up-to":
        return False
    return any(one.qualifier == "up-to" and value(one) == value(claim.quantity) for one in facts.quantities)


def _bounded(claim: Claim, here: PostRef, said: tuple[PostRef, Claim], corpus: Corpus) -> bool:
    """Tell whether the post that states the figure flatly bounds it elsewhere."""
    flat, place = (said[1], said[0]) if claim.quantity.qualifier == "up-to" else (claim, here)
    return any(
        ref.key == place.key and other.quantity.qualifier == "up-to" and value(other.quantity) == value(flat.quantity)
        for key in flat.keys
        for ref, other in corpus.figures(key)
    )


def _gates(claim: Claim, other: Claim) -> tuple[Gate, ...]:
    """Return what spoke for one fact, for whoever asks."""
    names = ", ".join(sorted({*claim.names} & {*other.names})) or ", ".join(claim.names)
    words = sorted(word.lstrip("+") for word in {*claim.topic} & {*other.topic} if word[0] != "!" and ">" not in word)
    return (
        Gate("names", 1.0, f"both are about {names}"),
        Gate("topic", 1.0, f"both speak of {', '.join(words)}" if words else "little else is told of it"),
    )


def _lone(claim: Claim, here: PostRef, told: Sequence[tuple[PostRef, Claim]], corpus: Corpus) -> float:
    """Return how much it speaks for one fact that so little else is told of this name in this unit."""
    if not here.date or len(_values(claim, told)) > 2:
        return 0.0
    return 0.75 if min(len(corpus.figures(key)) for key in claim.keys) <= FEW else 0.0


def _faded(a: Claim, b: Claim, apart: int) -> float:
    """Return how much it speaks against one fact that the posts are so many days apart."""
    if slip(a.quantity, b.quantity):
        return 0.25 * (apart > 14) + 0.25 * (apart > 28)
    return 0.0 if apart <= 7 else 0.5 if apart <= 14 else 1.0


def _passing(a: Claim, b: Claim, apart: int | None) -> bool:
    """Tell whether the figures are of the days of their posts, and these are not the same: growth, this week."""
    if a.period and a.period == b.period:
        return False
    passing = any({"+growth", "+decline"} & set(item.topic) or _WEEK.search(item.sentence) for item in (a, b))
    return passing and (apart is None or apart > 4)


_BOUND = re.compile(
    r"\b(?:could|may|might|potential\w*|maximum|max|limit\w*|quota|ceiling|cap(?:ped)?|at best|at (?:the )?most"
    r"|top(?:s|ping)? out|upper|depending|at the outside|tops|or (?:less|fewer)|eligible|as (?:much|many|high|long|far)"
    r"|not (?:exceed|more)|no more|up to)\b"
)
# Up to so much from so much: a rise, no bound.
_ROSE = re.compile(
    r"\b(?:was|were|is|are|be|been|went|going|goes|rose|climbed|jumped|shot|edged|moved) up to\b"
    r"|\bup to [^.]{1,60} from [$€£\d]"
)
_WEEK = re.compile(
    r"\b(?:(?:this|past|last) week|today|yesterday|overnight|midsession|index|futures|netback|spot|fob|cif|eurobond"
    r"|libor|coupon|(?:opened|closed|opening|closing|trading|traded) (?:\w{1,12} )?(?:at|up|down|higher|lower)|tender"
    r"|weekly|week ended|points)\b",
    re.IGNORECASE,
)


def _values(claim: Claim, kin: Sequence[tuple[PostRef, Claim]]) -> list[Claim]:
    """Return a figure for each value that is told beside this one, this one included."""
    values = [claim]
    for _, other in kin:
        if not any(_compared(other, value)[0] in ("same", "hedge") for value in values):
            values.append(other)
            if len(values) > VALUES:
                break
    return values


def _compared(a: Claim, b: Claim) -> tuple[Verdict, float]:
    """Compare two figures; what they are counted by is compared as their rhythm, and two limits as two values."""
    one, two = (
        msgspec.structs.replace(item.quantity, per="", qualifier="" if limits else item.quantity.qualifier)
        for limits in [a.quantity.qualifier == b.quantity.qualifier == "up-to"]
        for item in (a, b)
    )
    if a.rhythm and b.rhythm and a.rhythm != b.rhythm:
        alike = one.unit == two.unit and slip(one, two) == "same"
        return ("conflict", 1.0) if alike else ("other", 0.0)
    return compare(msgspec.structs.replace(a, quantity=one), msgspec.structs.replace(b, quantity=two))


def _verdict(early: tuple[PostRef, Claim], late: tuple[PostRef, Claim], extra: float) -> tuple[Verdict, float]:
    a, b = early[1], late[1]
    verdict, _ = _compared(a, b)
    if verdict in ("same", "other"):
        return "other", 0.0
    if b.update and (b.before or verdict == "conflict"):
        old = any(abs(number - value(a.quantity)) <= 0.005 * abs(number) for number in b.before)
        revised = old or (not b.before and kinship(a, b) >= 1.5)
        return ("revised", 0.8) if revised and verdict == "conflict" else ("other", 0.0)
    if verdict == "hedge":
        flat, bound = (b, a) if a.quantity.qualifier == "up-to" else (a, b)
        if _BOUND.search(flat.sentence) or _ROSE.search(bound.sentence):
            return "other", 0.0
        return "hedge", sure(a, b, extra)
    if a.modality != "done" or b.modality != "done" or a.update or not _one_time(a, b):
        return "other", 0.0
    return "conflict", sure(a, b, extra)


def _one_time(a: Claim, b: Claim) -> bool:
    if "?" in (a.period, b.period):
        return False
    return not (a.period and b.period) or a.period.startswith(b.period) or b.period.startswith(a.period)
