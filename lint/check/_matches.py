"""Whether two results are of one match: the same sides, stage and competition, and one day, or days near each other."""

import datetime as dt
from collections.abc import Sequence

from lint.model.facts import Claim
from lint.model.rule import PostRef

# For how many days a report of a match may be of the one just played, and of the one that all still speak of.
FRESH, RECENT, LATELY = 3, 8, 30
DAY = 10
MANY = 5


def one_match(a: Claim, b: Claim) -> bool:
    """Tell whether nothing in two sentences keeps their matches apart."""
    return a.attribute == b.attribute and _same_sides(a, b) and not _other_event(a, b)


def _same_sides(a: Claim, b: Claim) -> bool:
    """Venus and Serena Marlowe are two, though one key stands for both."""
    one, two = list(a.parties.values()), list(b.parties.values())
    straight = all(_alike(x, y) for x, y in zip(one, two, strict=True))
    return straight or all(_alike(x, y) for x, y in zip(one, reversed(two), strict=True))


def _alike(one: str, other: str) -> bool:
    a, b = one.casefold().split(), other.casefold().split()
    if set(a) <= set(b) or set(b) <= set(a):
        return True
    return len(a) == len(b) and all(
        x == y or (x[0] == y[0] and min(len(x), len(y)) < 3) for x, y in zip(a, b, strict=True)
    )


def _other_event(a: Claim, b: Claim) -> bool:
    for named in (True, False):
        one, two = ({what for what in claim.event if what.startswith("in ") == named} for claim in (a, b))
        if one and two and one.isdisjoint(two):
            return True
    return False


def timed(a: Claim, b: Claim, ref_a: PostRef, ref_b: PostRef, days: int) -> float:
    """Return how surely two results are of one day, 0 where they are not.

    Sides meet again, some the day after: without a day that both tell, a competition that both name or a result that is
    next to the other one, only posts of one day speak of one match.
    """
    one, two = a.period, b.period
    if "?" in (one, two):
        return 0.0
    if one and two and len(one) == len(two):
        return float(one == two)
    if ref_a.key == ref_b.key:
        return 1.0 if not (one and two) or _within(one, two) else 0.0
    like = _next_to(a, b)
    tied = like or _shared(a, b)
    if ref_a.date is None or ref_b.date is None:
        return 0.7 if tied and not (one and two) else 0.0
    if not all(_fits(period, ref) for period in (one, two) for ref in (ref_a, ref_b) if period):
        return 0.0
    if days <= (FRESH if tied or one or two else 0):
        return 0.9
    return 0.7 if (tied and days <= RECENT) or (like and days <= LATELY) else 0.0


def _next_to(a: Claim, b: Claim) -> bool:
    """Tell whether a slip makes one result of the other: in all but one number the same, and that is no chance."""
    one, two = ([number for pair in claim.sides for number in pair] for claim in (a, b))
    if len(one) != len(two):
        return False
    same = [x for x, y in zip(one, two, strict=True) if x == y]
    turned = [number for pair in b.sides for number in pair[::-1]]
    return one == turned or (len(same) == len(one) - 1 and (len(one) > 2 or max(same) >= MANY))


def _within(one: str, two: str) -> bool:
    return one.startswith(two) or two.startswith(one)


def _shared(a: Claim, b: Claim) -> bool:
    return any(what.startswith("in ") for what in {*a.event} & {*b.event})


def _fits(period: str, ref: PostRef) -> bool:
    """Tell whether a post may speak of a match of this time as the last one: it came out soon after."""
    if ref.date is None:
        return False
    if len(period) != DAY:
        return ref.date.isoformat().startswith(period)
    return 0 <= (ref.date - dt.date.fromisoformat(period)).days <= RECENT


def told_both(a: Claim, b: Claim, others: Sequence[tuple[PostRef, Claim]]) -> bool:
    """Tell whether one post has both results: then there were two matches."""
    found: dict[tuple[str, int], set[tuple[tuple[int, int], ...]]] = {}
    for ref, claim in others:
        if claim.attribute == a.attribute and not claim.where:
            found.setdefault(ref.key, set()).add(claim.sides)
    return any({a.sides, b.sides} <= values for values in found.values())
