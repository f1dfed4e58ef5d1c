"""What slip of the pen could make one figure of another: a hint for whoever has to find the right one."""

import math
from itertools import pairwise

from lint.check._intervals import value_of
from lint.model.facts import Quantity

SCALES = ((1e3, "thousand"), (1e6, "million"), (1e9, "billion"), (1e12, "trillion"))


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
    x, y = _digits(a), _digits(b)
    if len(x) != len(y) or abs(power) >= 1:
        return ""
    unlike = [at for at, (p, q) in enumerate(zip(x, y, strict=True)) if p != q]
    if any(unlike == [p, q] and x[p] == y[q] and x[q] == y[p] for p, q in pairwise(range(len(x)))):
        return "digits transposed?"
    return "a digit mistyped?" if len(unlike) == 1 and len(x) > 2 else ""


def _digits(value: float) -> str:
    """Return the significant digits of a value, with the zeros before its point."""
    whole = f"{value:.6g}" if value < 1e6 else f"{value:.0f}".rstrip("0")
    return whole.replace(".", "").lstrip("0")


def _scale(value: float) -> str:
    return [name for least, name in SCALES if value >= least][-1]
