"""Whether two statements are of one fact, and what they are to each other then: the gates in their order."""

import datetime as dt
from typing import Literal

import msgspec

from lint.check import _matches
from lint.check._evidence import likeness, words
from lint.check._intervals import Verdict, compare
from lint.check._odds import Signs, odds
from lint.check._slips import slip
from lint.check._tables import TABLE, in_time, same_sort, same_table, same_ticker
from lint.check._why import REVISED, Weights, gates
from lint.model.facts import Claim
from lint.model.finding import Gate
from lint.model.rule import PostRef

Said = tuple[PostRef, Claim]


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """verdict: what the rule tells. units: only figures of these. confidence: below it nothing is told.

    days   how long a fact of each sort stays the same without a period of its own
    why    tell with every finding which gates it passed
    """

    verdict: Literal["conflict", "hedge", "revised"] = "conflict"
    units: tuple[str, ...] = ()
    apart: tuple[str, ...] = ("date",)
    confidence: float = 0.6
    event_days: int = 45
    level_days: int = 10
    market_days: int = 4
    day_days: int = 0
    period_days: int = 120
    slow_days: int = 60
    revised_days: int = 400
    why: bool = False

    def wants(self, claim: Claim) -> bool:
        """Tell whether figures of its unit are compared."""
        unit = claim.quantity.unit
        return unit in self.units if self.units else unit not in self.apart

    def window(self, fades: str) -> int:
        """Return for how many days a fact of a sort stays the same."""
        days = {
            "level": self.level_days,
            "market": self.market_days,
            "day": self.day_days,
            "period": self.period_days,
            "slow": self.slow_days,
        }
        return days.get(fades, self.event_days)


def between(here: PostRef, ref: PostRef) -> int:
    """Return how many days lie between two posts; posts without a date are taken to be a month apart."""
    return abs((here.date - ref.date).days) if here.date and ref.date else 0 if ref.key == here.key else 30


COPY_DAYS = 3
RANK = {"done": 3, "agreed": 2, "planned": 1, "reported": 0}


def weigh(early: Said, late: Said, options: Options, why: list[Gate] | None = None) -> tuple[Verdict, float]:
    """Return what two statements are to each other and how sure that is: same fact first, numbers last.

    Where they are of one fact, the gates that they passed are added to `why`, if it is given.
    """
    (ref_a, a), (ref_b, b) = early, late
    alike = 0 if TABLE in (a.where, b.where) or a.sides else likeness(a, b)
    one = same_ticker(a, b) or (same_parties(a, b) and same_table(a, b))
    if not (one and same_sort(a, b)) or not (alike > 0 or same_part(a, b)):
        return "other", 0.0
    days = between(ref_a, ref_b)
    if b.update:
        verdict, sure = compare(a, b)
        one_time = not (a.period and b.period) or compatible(a.period, b.period)
        other = verdict in ("conflict", "hedge") or not is_before(b, b)  # from $449 and up to $599 is a change too
        revised = other and is_before(a, b) and one_time and days <= options.revised_days
        if why is not None:
            why += gates(early, late, Weights(verdict, days, options.revised_days))
        return ("revised", REVISED) if revised else ("other", 0.0)
    apart = abs(RANK[a.modality] - RANK[b.modality])
    near = days <= options.level_days and a.fades in ("event", "fixed", "level")
    if apart > (2 if near or alike > 0 else 1):
        return "other", 0.0
    timed = same_time(a, b, ref_a, ref_b, days, options)
    if not timed and alike > 0 and days <= COPY_DAYS:
        timed = 0.85
    if not timed:
        return "other", 0.0
    verdict, sure = compare(a, b)
    if verdict == "conflict" and (alike < 0 or (a.update and is_before(b, a))):
        return "other", 0.0
    hearsay = a.modality == b.modality == "reported" and alike <= 0
    certain = (1.0, 0.95, 0.85)[min(apart, 2)] * (0.7 if hearsay else 1.0)
    source = 0.97 if a.attribution != b.attribution else 1.0
    if a.sides and verdict == "conflict":
        sure = _matches.odds(a, b, ref_a, ref_b)
    if why is not None:
        why += gates(early, late, Weights(verdict, days, options.window(a.fades), timed, certain, sure, source))
    if a.sides:
        return verdict, a.score * b.score * certain * sure
    hint = verdict == "hedge" or bool(slip(a.quantity, b.quantity))
    form = words(a, b) if days > 1 else 0.0
    signs = Signs(a.score * b.score, timed, certain, source, sure, form, hint, len(a.parties) > 1)
    return verdict, odds(signs)


def same_part(a: Claim, b: Claim) -> bool:
    """Tell whether two figures are of the same part of a thing: what limits one of them stands in both sentences.

    So is a figure that another is said to have been before.
    """
    if a.sides:
        return _matches.one_match(a, b)
    if is_before(a, b) or is_before(b, a):
        return True
    one, two = set(a.attribute.split()), set(b.attribute.split())
    if one == two:
        return True
    low_a, low_b = a.sentence.lower(), b.sentence.lower()
    return bool(one & two) and all(word in low_b for word in one - two) and all(word in low_a for word in two - one)


def same_parties(a: Claim, b: Claim) -> bool:
    """Two names with different loose words (Acme Labs, Acme Games) are two parties."""
    if a.sides:
        return True  # who they are is a matter of the match
    for role, name in a.parties.items():
        other = b.parties.get(role)
        if other is None or other.casefold() == name.casefold():
            continue
        one, two = name.casefold().split(), other.casefold().split()
        if len(one) > 1 and len(two) > 1 and one[0] == two[0] and one[-1] != two[-1]:
            return False
    return True


def is_before(old: Claim, new: Claim) -> bool:
    """Tell whether the value that a statement replaces is the old one, as written to its last digit."""
    values = [value for value in (old.quantity.low, old.quantity.high) if value is not None]
    near = 0.0 if old.quantity.unit == "date" else 0.005
    return any(abs(value - before) <= near * max(abs(value), abs(before)) for value in values for before in new.before)


def same_time(a: Claim, b: Claim, ref_a: PostRef, ref_b: PostRef, days: int, options: Options) -> float:
    """Return how surely two claims are of one time, 0 where they are not."""
    fades = a.fades
    if a.sides:
        return float(_matches.timed(a, b, ref_a, ref_b, days))
    if "?" in (a.period, b.period):
        return 0.0
    if fades == "fixed":
        return 1.0
    limit = options.window(fades)
    if TABLE in (a.where, b.where) and not in_time(a, b, days):
        return 0.0
    if a.period and b.period:
        if compatible(a.period, b.period, fades):
            return 1.0 if fades == "period" else float(days <= 2 * limit)
        return 0.0
    if fades == "period" and (a.period or b.period):
        return 0.85 if days <= limit and _could_be(a.period or b.period, ref_b if a.period else ref_a) else 0.0
    if (a.period or b.period) and not _now(a.period or b.period, ref_a if a.period else ref_b):
        return 0.0
    if days > (2 * options.level_days if fades == "period" else limit):
        return 0.0
    return 0.9 if fades == "period" else 1.0


def compatible(one: str, two: str, fades: str = "event") -> bool:
    """Tell whether two periods may be one: a year and its quarter, a quarter and the month that ends it."""
    if one == two:
        return True
    if one[:2] == "FY" or two[:2] == "FY":
        return one.removeprefix("FY") == two.removeprefix("FY")
    if fades == "period":
        return False
    short, long = sorted((one, two), key=len)
    return long.startswith(short) or ("-Q" in short + long and _end(one) == _end(two))


def _could_be(period: str, ref: PostRef) -> bool:
    """Tell whether a post that names no period may mean this one: it ended in the months before."""
    if ref.date is None:
        return True
    end = _end(period)
    return (
        end is None or 0 <= (ref.date - end).days <= 100 or (len(period) == 4 and ref.date.year - int(period) in (0, 1))
    )


def _now(period: str, ref: PostRef) -> bool:
    """Tell whether a period is the time of the post, so that a post without one may be of the same."""
    if ref.date is None:
        return False
    end = _end(period)
    return end is not None and -370 <= (ref.date - end).days <= 100


def _end(period: str) -> dt.date | None:
    if not period[:4].isdigit():
        return None
    year = int(period[:4])
    if "-Q" in period:
        month = 3 * int(period[6:7])
    elif "-H" in period:
        month = 6 * int(period[6:7])
    elif len(period) >= 7 and period[5:7].isdigit():
        month = int(period[5:7])
    else:
        month = 12
    return dt.date(year, min(month, 12), 28) if 1 <= month <= 12 else None
