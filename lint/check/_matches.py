"""Whether two results are of one match: the same sides, stage and competition, and one day, or days near each other."""

import datetime as dt
from collections.abc import Sequence

from lint.model.facts import Claim
from lint.model.rule import PostRef

# For how many days a report of a match may be of the one just played, and of the one that all still speak of.
FRESH, RECENT, LATELY = 3, 8, 30
DAY = 10
MANY = 5
# Counted in a wire's, a broadcaster's and an agency's sport: of 129 pairs of results of the same sides and stage 102
# are of one match and 27 of two, of which day, competition and round keep 23 apart. One day has both of no two matches,
# and one competition only of matches whose days keep them apart; for both a remainder is taken. That results of other
# sides are as near as a slip away by chance was counted over all pairs. How often a result is told wrong cannot be
# counted there: none is. One in a hundred is taken, a fifth of them wrong by more than one number.
AGAIN = {"day": 0.001, "competition": 0.005, "": 0.05}
WRONG = {"slip": 0.008, "number": 0.008, "": 0.002}
CHANCE = {"slip": 0.03, "number": 0.27, "": 0.8}


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
    return any(one and two and not _some(one, two) for one, two in zip(_event(a), _event(b), strict=True))


def _event(claim: Claim) -> tuple[set[str], set[str], set[str]]:
    """Return the days, the competitions and the rounds that a result is told of."""
    days, names = ({what for what in claim.event if what.startswith(word)} for word in ("on ", "in "))
    return days, names, {*claim.event} - days - names


def timed(a: Claim, b: Claim, ref_a: PostRef, ref_b: PostRef, days: int) -> bool:
    """Tell whether two results may be of one day.

    Sides meet again, some the day after: without a day that both tell, a competition that both name or a result that is
    next to the other one, only posts of one day speak of one match.
    """
    one, two = a.period, b.period
    if "?" in (one, two):
        return False
    if one and two and len(one) == len(two):
        return one == two
    if ref_a.key == ref_b.key:
        return not (one and two) or _within(one, two)
    like = _next_to(a, b)
    tied = like or _shared(a, b)
    if ref_a.date is None or ref_b.date is None:
        return tied and not (one and two)
    if not all(_fits(period, ref) for period in (one, two) for ref in (ref_a, ref_b) if period):
        return False
    return days <= (FRESH if tied or one or two else 0) or (tied and days <= RECENT) or (like and days <= LATELY)


def odds(a: Claim, b: Claim, ref_a: PostRef, ref_b: PostRef) -> float:
    """Return the probability that two results that differ and pass for those of one match are so: that one is wrong."""
    one_day = ref_a.key == ref_b.key or not _event(a)[0].isdisjoint(_event(b)[0])
    again = AGAIN["day" if one_day else "competition" if _shared(a, b) else ""]
    unlike = "slip" if _next_to(a, b) else "number" if len(_same(a, b)) == 2 * len(a.sides) - 1 else ""
    wrong = WRONG[unlike]
    return round(wrong / (wrong + again * CHANCE[unlike]), 3)


def _same(a: Claim, b: Claim) -> list[int]:
    """Return the numbers that two results of as many sets have in one place."""
    pairs = (pair for sets in zip(a.sides, b.sides, strict=True) for pair in zip(*sets, strict=True))
    return [x for x, y in pairs if x == y]


def _next_to(a: Claim, b: Claim) -> bool:
    """Tell whether a slip makes one result of the other: all numbers but one the same, and no chance; a set turned."""
    if len(a.sides) != len(b.sides):
        return False
    if all(x in (y, y[::-1]) for x, y in zip(a.sides, b.sides, strict=True)):
        return True
    same = _same(a, b)
    return len(same) == 2 * len(a.sides) - 1 and (len(a.sides) > 1 or max(same) >= MANY)


def _within(one: str, two: str) -> bool:
    return one.startswith(two) or two.startswith(one)


def _shared(a: Claim, b: Claim) -> bool:
    return _some(_event(a)[1], _event(b)[1])


def _some(one: set[str], two: set[str]) -> bool:
    """Tell whether two posts name one competition, in full or not: the Harbour Open, the Harbour Open Championships."""
    words = [[{*name.split()} for name in names] for names in (one, two)]
    return any(x <= y or y <= x for x in words[0] for y in words[1])


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
