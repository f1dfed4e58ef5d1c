"""Figures that disagree: each claim of a post against every other statement of the same fact in the archive."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

import msgspec

from lint.check._intervals import Verdict, compare
from lint.model.facts import Claim, Facts
from lint.model.finding import Hit, Related
from lint.model.rule import Corpus, PostRef
from lint.model.text import Place


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """verdict: what the rule tells. units: only figures of these. confidence: below it nothing is told.

    days   how long a fact of each sort stays the same without a period of its own
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


class _Other(NamedTuple):
    ref: PostRef
    claim: Claim
    sure: float


SURE = ("done", "agreed", "planned", "reported")
MANY = 200
COPY_DAYS = 3


def judge(facts: Facts, options: Options, corpus: Corpus) -> Iterator[Hit]:
    """Yield each figure of a post that another statement of the same fact contradicts, bounds or revises."""
    here = corpus.ref(facts.key)
    told: set[tuple[str, str, float | None, float | None]] = set()
    for claim in facts.claims:
        fact = claim.key, claim.attribute, claim.quantity.low, claim.quantity.high
        if not _of_concern(claim, options) or fact in told:
            continue
        others = [item for item in corpus.claims(claim.key) if _of_concern(item[1], options)]
        if len(others) < 2 or _copied(claim, here, others):
            continue
        found = list(_against(claim, here, others, options))
        if found:
            told.add(fact)
            yield _hit(claim, here, found, others, options)


def _copied(claim: Claim, here: PostRef, others: Sequence[tuple[PostRef, Claim]]) -> bool:
    """Tell whether this is a copy of a sentence that an earlier post has: what contradicts it is told there."""
    said = (claim.sentence, claim.quantity.low, claim.quantity.high)
    return any(
        ref.reported and ref.order < here.order and _days(here, ref) <= COPY_DAYS
        for ref, other in others
        if (other.sentence, other.quantity.low, other.quantity.high) == said
    )


def _of_concern(claim: Claim, options: Options) -> bool:
    unit = claim.quantity.unit
    if claim.modality not in SURE or not claim.key:
        return False
    return unit in options.units if options.units else unit not in options.apart


def _against(
    claim: Claim, here: PostRef, others: Sequence[tuple[PostRef, Claim]], options: Options
) -> Iterator[_Other]:
    """Yield the statements that a claim is told against: one for each value, the nearest in time."""
    ranked = sorted(
        ((ref, other) for ref, other in _near(here, others) if _told_here(here, claim, ref, other, options)),
        key=lambda item: _days(here, item[0]),
    )
    if options.verdict == "conflict" and _scattered(here, claim, others, options):
        return
    if options.verdict == "hedge" and _hedged_here(here, claim, others):
        return
    seen: set[tuple[float | None, float | None, str]] = set()
    for ref, other in ranked:
        value = other.quantity.low, other.quantity.high, other.quantity.symbol
        if value in seen:
            continue
        early, late = (
            ((ref, other), (here, claim)) if _before(ref, other, here, claim) else ((here, claim), (ref, other))
        )
        verdict, sure = _verdict(early, late, options)
        if verdict != options.verdict or sure < options.confidence or _replaced(early, late, others):
            continue
        seen.add(value)
        yield _Other(ref, other, sure)


def _scattered(here: PostRef, claim: Claim, others: Sequence[tuple[PostRef, Claim]], options: Options) -> bool:
    """Tell whether the archive gives this fact so many values that it is no single fact."""
    values: list[tuple[Claim, int]] = []
    for ref, other in _near(here, others):
        if other.attribute != claim.attribute or _same_time(claim, other, here, ref, _days(here, ref), options) == 0:
            continue
        for number, (first, count) in enumerate(values):
            if compare(first, other)[0] in ("same", "hedge"):
                values[number] = first, count + 1
                break
        else:
            values.append((other, 1))
    most = max((count for _, count in values), default=0)
    return len(values) > 2 and most < 0.6 * sum(count for _, count in values)


def _hedged_here(here: PostRef, claim: Claim, others: Sequence[tuple[PostRef, Claim]]) -> bool:
    """Tell whether the post itself bounds the figure that it states flatly elsewhere."""
    return any(
        ref.key == here.key
        and other.quantity.qualifier != claim.quantity.qualifier
        and "up-to" in (other.quantity.qualifier, claim.quantity.qualifier)
        for ref, other in others
    )


def _near(here: PostRef, others: Sequence[tuple[PostRef, Claim]]) -> Sequence[tuple[PostRef, Claim]]:
    if len(others) <= MANY:
        return others
    return sorted(others, key=lambda item: (_days(here, item[0]), item[0].order))[:MANY]


def _told_here(here: PostRef, claim: Claim, ref: PostRef, other: Claim, options: Options) -> bool:
    """A contradiction stands on the later place, unless only the earlier is reported on."""
    if ref.key == here.key:
        outside = bool(claim.where or other.where) and options.verdict != "hedge"
        return outside and other.quantity.span.start < claim.quantity.span.start
    return not ref.reported or ref.order < here.order


def _before(ref: PostRef, other: Claim, here: PostRef, claim: Claim) -> bool:
    if ref.key == here.key:
        return other.quantity.span.start <= claim.quantity.span.start
    return ref.order < here.order


def _days(here: PostRef, ref: PostRef) -> int:
    return abs((here.date - ref.date).days) if here.date and ref.date else 0 if ref.key == here.key else 30


RANK = {"done": 3, "agreed": 2, "planned": 1, "reported": 0}


def _verdict(early: tuple[PostRef, Claim], late: tuple[PostRef, Claim], options: Options) -> tuple[Verdict, float]:
    """Same fact first, numbers last: the gates in order, then the interval test."""
    (ref_a, a), (ref_b, b) = early, late
    if a.attribute != b.attribute or not _same_parties(a, b):
        return "other", 0.0
    days = _days(ref_a, ref_b)
    if b.update:
        verdict, sure = compare(a, b)
        one_time = not (a.period and b.period) or _compatible(a.period, b.period, "event")
        revised = verdict in ("conflict", "hedge") and _is_before(a, b) and one_time and days <= options.revised_days
        return ("revised", 0.9) if revised else ("other", 0.0)
    apart = abs(RANK[a.modality] - RANK[b.modality])
    if apart > (2 if days <= options.level_days else 1):
        return "other", 0.0
    timed = _same_time(a, b, ref_a, ref_b, days, options)
    if not timed:
        return "other", 0.0
    verdict, sure = compare(a, b)
    if a.update and verdict == "conflict" and _is_before(b, a):
        return "other", 0.0
    sure *= a.score * b.score * timed * (1.0, 0.95, 0.85)[min(apart, 2)]
    if a.modality == b.modality == "reported":
        sure *= 0.7
    if a.attribution != b.attribution:
        sure *= 0.97
    return verdict, round(sure, 3)


def _same_parties(a: Claim, b: Claim) -> bool:
    """Two names with different loose words (Acme Labs, Acme Games) are two parties."""
    for role, name in a.parties.items():
        other = b.parties.get(role)
        if other is None or other.casefold() == name.casefold():
            continue
        one, two = name.casefold().split(), other.casefold().split()
        if len(one) > 1 and len(two) > 1 and one[0] == two[0] and one[-1] != two[-1]:
            return False
    return True


def _is_before(old: Claim, new: Claim) -> bool:
    """Tell whether the value that a statement replaces is the old one, as written to its last digit."""
    values = [value for value in (old.quantity.low, old.quantity.high) if value is not None]
    return any(abs(value - before) <= 0.005 * max(abs(value), abs(before)) for value in values for before in new.before)


def _same_time(a: Claim, b: Claim, ref_a: PostRef, ref_b: PostRef, days: int, options: Options) -> float:
    """Return how surely two claims are of one time, 0 where they are not."""
    fades = a.fades
    if "?" in (a.period, b.period):
        return 0.0
    if fades == "fixed":
        return 1.0
    window = {
        "event": options.event_days,
        "level": options.level_days,
        "market": options.market_days,
        "day": options.day_days,
        "period": options.period_days,
        "slow": options.slow_days,
    }
    limit = window.get(fades, options.event_days)
    if a.period and b.period:
        if _compatible(a.period, b.period, fades):
            return 1.0 if fades == "period" else float(days <= 2 * limit)
        return 0.0
    if fades == "period" and (a.period or b.period):
        return 0.85 if days <= limit and _could_be(a.period or b.period, ref_b if a.period else ref_a) else 0.0
    if (a.period or b.period) and not _now(a.period or b.period, ref_a if a.period else ref_b):
        return 0.0
    if days > (2 * options.level_days if fades == "period" else limit):
        return 0.0
    return 0.9 if fades == "period" else 1.0


def _compatible(one: str, two: str, fades: str) -> bool:
    if one == two:
        return True
    if one[:2] == "FY" or two[:2] == "FY":
        return one.removeprefix("FY") == two.removeprefix("FY")
    if fades == "period":
        return False
    short, long = sorted((one, two), key=len)
    return long.startswith(short)


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


def _replaced(
    early: tuple[PostRef, Claim], late: tuple[PostRef, Claim], others: Sequence[tuple[PostRef, Claim]]
) -> bool:
    """Tell whether a statement between the two (or the later one's own post) already replaced the early figure."""
    ends = {(ref.key, claim.quantity.span) for ref, claim in (early, late)}
    return any(
        claim.update
        and early[0].order <= ref.order <= late[0].order
        and (ref.key, claim.quantity.span) not in ends
        and _is_before(early[1], claim)
        for ref, claim in others
    )


def _hit(
    claim: Claim, here: PostRef, found: list[_Other], others: Sequence[tuple[PostRef, Claim]], options: Options
) -> Hit:
    first = found[0]
    related = [
        Related(item.ref.path, item.claim.place, item.ref.title, "conflict", _told(item, here, options))
        for item in found
    ]
    shown = {item.claim.sentence for item in found} | {claim.sentence}
    for ref, other in others:
        if (
            len(related) > 6
            or other.sentence in shown
            or other.attribute != claim.attribute
            or other.period != claim.period
        ):
            continue
        shown.add(other.sentence)
        if compare(claim, other)[0] == "same" and ref.key != here.key and _days(here, ref) <= options.event_days:
            related.append(Related(ref.path, other.place, ref.title, "support", f"agrees with this post{_on(ref)}"))
        elif (
            compare(first.claim, other)[0] == "same"
            and ref.key != first.ref.key
            and _days(here, ref) <= options.event_days
        ):
            related.append(
                Related(ref.path, other.place, ref.title, "support", f"agrees with the other post{_on(ref)}")
            )
    words = {
        "who": ", ".join(claim.parties.values()),
        "what": claim.frame.replace("-", " "),
        "other": first.claim.told or first.claim.place.excerpt,
        "figure": claim.told or claim.place.excerpt,
        "post": "this post itself"
        if first.ref.key == here.key
        else f"“{first.ref.title or first.ref.path}”{_on(first.ref)}",
    }
    return Hit(claim.quantity.span, words, (), tuple(related), max(item.sure for item in found), claim.place)


def _on(ref: PostRef) -> str:
    return f" ({ref.date.isoformat()})" if ref.date else ""


def _told(item: _Other, here: PostRef, options: Options) -> str:
    if item.ref.key == here.key:
        return "stated here in the same post"
    day = f" on {item.ref.date.isoformat()}" if item.ref.date else ""
    return {
        "conflict": "stated here",
        "hedge": "bounded here" if item.claim.quantity.qualifier == "up-to" else "stated flatly here",
        "revised": "the figure before",
    }[options.verdict] + day


def place_of(claim: Claim) -> Place:
    """Return where a claim stands."""
    return claim.place
