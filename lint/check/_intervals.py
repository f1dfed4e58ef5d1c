"""Whether two figures of one fact can both hold: each as an interval, rounded as it was written."""

import math
from typing import Literal

from lint.model.facts import Claim, Quantity

Verdict = Literal["same", "conflict", "hedge", "revised", "other"]
Sides = tuple[tuple[int, int], ...]
LOOSE = {"about": 0.07}
TONS = (1.1023, 1.016, 1.12)  # short tons in a tonne, tonnes in a long ton, short tons in a long ton
COARSE = 0.2  # how far a number of one digit is rounded at most: a billion is no 750 million


def compare(a: Claim, b: Claim) -> tuple[Verdict, float]:
    """Return what two statements of one fact are to each other, and how sure that is.

    same      both can hold
    conflict  they cannot
    hedge     one value, bounded from above in one place and flat in the other
    other     they cannot be compared: another unit, currency or denominator
    """
    one, two = a.quantity, b.quantity
    if a.sides or b.sides:
        return _results(a.sides, b.sides)
    if one.unit != two.unit:
        return "other", 0.0
    if one.per != two.per:
        return _other_per(one, two)
    if one.symbol != two.symbol and one.unit == "money":
        if not (one.symbol and two.symbol):
            return "other", 0.0  # a table that tells no currency
        return ("conflict", 0.85) if math.isclose(value_of(one), value_of(two), rel_tol=1e-6) else ("other", 0.0)
    if one.unit not in ("money", "count") and one.symbol != two.symbol:
        return "other", 0.0
    flat, bound = _flat(one), _flat(two)
    if _rounded_equal(one, two):
        if {one.qualifier, two.qualifier} & {"up-to"} and (flat or bound) and one.qualifier != two.qualifier:
            return "hedge", 1.0
        return "same", 1.0
    low_a, high_a = interval(one)
    low_b, high_b = interval(two)
    if low_a < high_b and low_b < high_a:
        return "same", 1.0
    if one.unit == "mass" and _converted(value_of(one), value_of(two)):
        return "other", 0.0
    if one.qualifier in ("over", "at-least") and two.qualifier in ("over", "at-least"):
        return "same", 1.0
    return "conflict", _by_gap(one, two)


def _converted(one: float, two: float) -> bool:
    """Tell whether two masses are one, in tonnes and in the tons of another country: which is meant is seldom told."""
    return bool(one and two) and any(
        math.isclose(max(one, two) / min(one, two), ratio, rel_tol=0.015) for ratio in TONS
    )


def _results(one: Sides, two: Sides) -> tuple[Verdict, float]:
    """Results can both hold where they are one, set by set."""
    return ("same" if one == two else "conflict", 1.0) if len(one) == len(two) and one else ("other", 0.0)


def _flat(quantity: Quantity) -> bool:
    return quantity.qualifier == ""


def value_of(quantity: Quantity) -> float:
    """Return the one number a figure stands for: its upper end where it has one."""
    value = quantity.high if quantity.high is not None else quantity.low
    return value if value is not None else 0.0


def _other_per(one: Quantity, two: Quantity) -> tuple[Verdict, float]:
    """The same number by the year and by the quarter: one of them is wrong."""
    spans = {"year", "quarter", "month", "week", "day"}
    if (
        {one.per, two.per} <= spans
        and one.symbol == two.symbol
        and math.isclose(value_of(one), value_of(two), rel_tol=1e-6)
    ):
        return "conflict", 0.85
    return "other", 0.0


def half_step(value: float, digits: int) -> float:
    """Return half of the last written digit's unit: 0.05e9 for 1.2 billion."""
    if value == 0:
        return 0.5
    return 0.5 * 10.0 ** (math.floor(math.log10(abs(value)) + 1e-12) - max(digits, 1) + 1)


def shortened(one: Quantity, two: Quantity) -> bool:
    """Tell whether one figure is the other, rounded or with its last digits cut off: 4,403,000 for 4,403,852."""
    coarse, fine = sorted((one, two), key=lambda item: half_step(value_of(item), item.digits), reverse=True)
    step, off = half_step(value_of(coarse), coarse.digits), value_of(fine) - value_of(coarse)
    return abs(off) <= 1.001 * step or (coarse.digits > 2 and 0 <= off < 1.999 * step)


def interval(quantity: Quantity) -> tuple[float, float]:
    """Return the least and the most that a written figure can stand for."""
    low, high = quantity.low, quantity.high
    if low is not None and high is not None and low != high:
        return low - half_step(low, quantity.digits), high + half_step(high, quantity.digits)
    value = value_of(quantity)
    step = min(half_step(value, quantity.digits), COARSE * abs(value)) if value else half_step(value, quantity.digits)
    if quantity.unit == "date":
        return value - 0.4, value + 0.4
    size = abs(value)
    qualifier = quantity.qualifier
    if qualifier in ("up-to", "under"):
        return -math.inf if value < 0 else 0.0, value + step
    if qualifier in ("over", "at-least"):
        return value - step, math.inf
    if qualifier == "nearly":
        return value - max(0.10 * size, step), value + step
    loose = LOOSE.get(qualifier, 0.0) * size
    return value - max(step, loose), value + max(step, loose)


def _rounded_equal(one: Quantity, two: Quantity) -> bool:
    """Equal when both are rounded to the coarser of the two precisions."""
    if (one.low, one.high) == (two.low, two.high):
        return True
    if (one.low is not None and one.high is not None and one.low != one.high) or (
        two.low is not None and two.high is not None and two.low != two.high
    ):
        return False
    a, b = value_of(one), value_of(two)
    return math.isclose(a, b, rel_tol=1e-6)


def _by_gap(one: Quantity, two: Quantity) -> float:
    """Small gaps may be rounding or conversion, huge ones another fact, save a factor of a thousand."""
    a, b = sorted((abs(value_of(one)), abs(value_of(two))))
    if one.unit == "date":
        return 1.0
    if a == 0:
        return 0.6
    ratio = b / a
    if ratio > 5:
        power = math.log10(ratio)
        if abs(power - 3) < 0.02 or (abs(power - 2) < 1e-6 and one.unit == "money"):
            return 0.95
        return 0.85 if ratio <= 10.5 else 0.5
    if ratio < 1.02:
        return 0.75
    return 0.85 if ratio < 1.05 else 0.95 if ratio < 1.1 else 1.0
