"""What slip of the pen could make one figure of another: its kind, and a hint for whoever has to find the right one."""

import math
from typing import Literal

from lint import patterns as re
from lint.check._intervals import value_of
from lint.model.facts import Quantity

Kind = Literal["same", "scale", "swap", "digit", ""]
SCALES = ((1e3, "thousand"), (1e6, "million"), (1e9, "billion"), (1e12, "trillion"))
AS_WRITTEN = frozenset(("money", "count", "percent", "date", "ratio"))
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
HINTS = {"swap": "digits transposed?", "digit": "a digit mistyped?"}


def kind(one: Quantity, two: Quantity) -> Kind:
    """Return the slip that makes one figure of the other.

    same   one number, by another currency, stretch of time or bound; of one digit it is no sign
    scale  the same digits, some zeros more or fewer
    swap   two digits have changed places
    digit  one digit of three or more is another
    """
    a, b = value_of(one), value_of(two)
    ranged = "range" in (one.qualifier, two.qualifier) and (one.low, one.high) != (two.low, two.high)
    if a <= 0 or b <= 0 or ranged:
        return ""
    if one.unit not in AS_WRITTEN:
        a, b = _written(one, two, a / b) or (a, b)
    x, y = _digits(a), _digits(b)
    if math.isclose(a, b, rel_tol=1e-6):
        return "same" if len(x) > 1 or min(one.digits, two.digits) > 1 else ""
    power = abs(math.log10(a / b))
    if x == y and abs(power - round(power)) < 1e-6:
        return "scale" if power < 3.5 and (len(x) > 1 or power > 2.5) else ""
    if math.floor(math.log10(a) + 1e-9) != math.floor(math.log10(b) + 1e-9):
        return ""
    size = max(len(x), len(y))
    unlike = [(p, q) for p, q in zip(x.ljust(size, "0"), y.ljust(size, "0"), strict=True) if p != q]
    if len(unlike) == 2 and unlike[0] == unlike[1][::-1]:
        return "swap"
    return "digit" if len(unlike) == 1 and size > 2 else ""


def _written(one: Quantity, two: Quantity, times: float) -> tuple[float, float] | None:
    """Return the numbers as they stand in the text, where both are told in one unit: 9,640 acres, not their metres."""
    found = [_NUMBER.search(item.place.excerpt) for item in (one, two)]
    a, b = (float(match[0].replace(",", "")) if match else 0.0 for match in found)
    return (a, b) if a and b and math.isclose(a / b, times, rel_tol=1e-6) else None


def slip(one: Quantity, two: Quantity) -> str:
    """Return a question that names the likely slip, or "" where the two are simply different."""
    a, b = value_of(one), value_of(two)
    if math.isclose(a, b, rel_tol=1e-6):
        if one.unit == "money" and one.symbol != two.symbol:
            return f"{one.symbol or 'no currency'} or {two.symbol or 'no currency'}?"
        return f"per {one.per} or per {two.per}?" if one.per and two.per and one.per != two.per else ""
    if a <= 0 or b <= 0 or one.unit == "date":
        return ""
    power = math.log10(max(a, b) / min(a, b))
    if abs(power - 3) < 1e-6:
        return f"{_scale(min(a, b))} for {_scale(max(a, b))}?" if min(a, b) >= 1e3 else "thousand?"
    if abs(power - 1) < 1e-6:
        return "a zero too many?"
    if abs(power - 2) < 1e-6 and one.unit == two.unit == "money" and min(a, b) < 1:
        return "cents for the whole?"
    return HINTS.get(kind(one, two), "")


def _digits(number: float) -> str:
    """Return the significant digits of a value."""
    return f"{number:.5e}".partition("e")[0].replace(".", "").rstrip("0")


def _scale(value: float) -> str:
    return [name for least, name in SCALES if value >= least][-1]
