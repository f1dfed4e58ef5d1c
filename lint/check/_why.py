"""The gates that two statements passed on their way to being compared, in words: what `--why` shows."""

from typing import NamedTuple

from lint.check._evidence import words
from lint.check._intervals import Verdict, interval
from lint.check._slips import slip
from lint.model.facts import Claim, Quantity
from lint.model.finding import Gate
from lint.model.rule import PostRef

# How sure it is that a figure changed where the later sentence says so.
REVISED = 0.9
WHOLE = "the whole, not a part"


class Weights(NamedTuple):
    """What judging made of two statements. `window` is for how many days a fact of this sort holds; the last four are
    what time, degree of certainty, figures and source each left of the confidence.
    """

    verdict: Verdict
    days: int
    window: int
    timed: float = 1.0
    certain: float = 1.0
    apart: float = 1.0
    source: float = 1.0


def gates(early: tuple[PostRef, Claim], late: tuple[PostRef, Claim], found: Weights) -> list[Gate]:
    """Return the gates that two statements of one fact passed, each with what it left of the confidence."""
    (ref_a, a), (ref_b, b) = early, late
    told = [
        Gate("relation", 1.0, f"both tell `{a.frame}`"),
        Gate("parties", 1.0, "; ".join(_party(role, a.parties[role], b) for role in a.parties)),
        Gate("part", 1.0, f"both of `{a.attribute}`" if a.attribute else f"both of {WHOLE}"),
        Gate("unit", 1.0, f"both in {_unit(a.quantity)}" if _unit(a.quantity) == _unit(b.quantity) else _units(a, b)),
        Gate("certainty", found.certain, f"{a.modality} and {b.modality}"),
        Gate("period", 1.0, _periods(a, b)),
        Gate("time", found.timed, _time(ref_a, ref_b, found, a.fades)),
    ]
    if b.update:
        old = " or ".join(_number(value) for value in b.before)
        told.append(Gate("update", REVISED, f"the later sentence says that it changed from {old}"))
    told.append(Gate("figures", found.apart, f"{_range(a)}; {_range(b)}: {MEET.get(found.verdict, found.verdict)}"))
    if not b.update:
        told.append(Gate("reading", a.score * b.score, f"the sentences were read with {a.score:g} and {b.score:g}"))
    told.append(Gate("wording", 1.0, f"they share {words(a, b):.0%} of their telling words{_slip(a, b, found)}"))
    if found.source < 1:
        told.append(Gate("source", found.source, "only one of them is quoted"))
    return told


MEET = {"conflict": "they do not meet", "same": "they meet", "hedge": "one is an upper bound, the other is flat"}


def _slip(a: Claim, b: Claim, found: Weights) -> str:
    hint = slip(a.quantity, b.quantity) if found.verdict == "conflict" else ""
    return f"; {hint}" if hint else ""


def _party(role: str, name: str, other: Claim) -> str:
    there = other.parties.get(role, name)
    return f"{role} {name}" if there == name else f"{role} {name}, there {there}"


def _unit(quantity: Quantity) -> str:
    return f"{quantity.symbol or quantity.unit}{f' per {quantity.per}' if quantity.per else ''}"


def _units(a: Claim, b: Claim) -> str:
    return f"{_unit(a.quantity)} and {_unit(b.quantity)}"


def _periods(a: Claim, b: Claim) -> str:
    if a.period and b.period:
        return f"both of {a.period}" if a.period == b.period else f"{a.period} and {b.period}, which are one"
    return f"only one names {a.period or b.period}" if a.period or b.period else "neither names one"


def _time(one: PostRef, two: PostRef, found: Weights, fades: str) -> str:
    if one.key == two.key:
        return "the same post"
    if fades == "fixed":
        return "this does not change with time"
    if not (one.date and two.date):
        return "a post has no date"
    return f"{found.days} days apart; such a fact ({fades}) holds for {found.window}"


def _range(claim: Claim) -> str:
    if claim.sides:
        return f"“{claim.told}” stands for {', '.join(f'{one}-{other}' for one, other in claim.sides)}"
    low, high = interval(claim.quantity)
    figure = claim.told or claim.place.excerpt
    return f"“{figure}” stands for {_number(low)} to {_number(high)}"


def _number(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 10_000 else f"{value:,.6g}"
