"""Figures that no frame ties together: judged by the names and the topic of their sentences."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from functools import lru_cache

import msgspec

from lint import patterns as re
from lint.check._intervals import Verdict, compare, value_of
from lint.check._kin import Setting, formed, related, replaces, signs
from lint.check._likely import likely
from lint.check._same import Options, compatible
from lint.check._slips import kind
from lint.check._told import Other
from lint.model.facts import Claim, Facts
from lint.model.finding import Gate
from lint.model.rule import Corpus, PostRef

DAYS, REVISED_DAYS = 45, 400
SURE = ("done", "forecast")
VALUES = 3
MANY = 200
OFTEN = 40


def near(claim: Claim, here: PostRef, corpus: Corpus, days: int = DAYS) -> list[tuple[PostRef, Claim]]:
    """Return the figures of other posts, not far in time, that share a name and a unit with this one; in no order."""
    found: dict[tuple[tuple[str, int], object], tuple[PostRef, Claim]] = {}
    often = max(30, min(corpus.size() // 20, OFTEN))
    for key in claim.keys:
        rows = corpus.figures(key)
        if len(rows) > often:
            continue  # what every other post speaks of tells nothing
        for ref, other in _window(rows, here, days):
            if ref.key != here.key:
                found[ref.key, other.quantity.span] = (ref, other)
    return list(found.values())


def _window(rows: Sequence[tuple[PostRef, Claim]], here: PostRef, days: int) -> Sequence[tuple[PostRef, Claim]]:
    if here.date is None or len(rows) < 2:
        return rows[:MANY]
    first = bisect_left(rows, (False, here.date - timedelta(days)), key=lambda row: row[0].order[:2])
    last = bisect_right(rows, (False, here.date + timedelta(days)), key=lambda row: row[0].order[:2])
    return rows[first:last] if last - first <= 4 * MANY else ()


def against(claim: Claim, here: PostRef, corpus: Corpus, options: Options) -> Iterator[Other]:
    """Yield the figures of other posts that this one contradicts, bounds or revises, as the options want."""
    wanted = options.verdict
    if wanted == "revised" and not (claim.update or claim.before):
        return
    if wanted == "conflict" and (claim.update or claim.modality not in SURE):
        return
    others = near(claim, here, corpus, REVISED_DAYS if wanted == "revised" else DAYS)
    # Most sentences about somebody are of other facts, which numbers tell sooner than words.
    rivals = [
        (ref, other) for ref, other in others if _rival(claim, here, ref, other, wanted) and related(claim, other)
    ]
    for some in (others, rivals) if rivals else ():
        some.sort(key=lambda item: (item[0].order, item[1].quantity.span))
    values = _values(claim, (other for _, other in others if related(claim, other))) if rivals else 0
    if values > VALUES:
        rivals = [(ref, other) for ref, other in rivals if replaces(claim, other)]
    if not rivals:
        return
    told = min(len(corpus.figures(key)) for key in claim.keys)
    for ref, other in rivals:
        early, late = _in_time(claim, here, ref, other)
        if wanted == "hedge" and _bounded(early, late, corpus):
            continue
        if wanted == "conflict" and (_has_both(claim, here, other, corpus) or _has_both(other, ref, claim, corpus)):
            continue
        sure = likely(
            signs(
                early[1],
                late[1],
                Setting(_between(here, ref), late[0].date.toordinal() if late[0].date else None, values, told),
            )
        )
        if sure >= options.confidence:
            yield Other(ref, other, sure, _gates(claim, other) if options.why else ())


def _rival(claim: Claim, here: PostRef, ref: PostRef, other: Claim, wanted: Verdict) -> bool:
    """Tell whether a figure would be what is looked for if it were of the same fact, and would be told here."""
    if (ref.reported and ref.order > here.order) or (wanted == "revised" and claim.key and claim.key == other.key):
        return False
    if wanted == "hedge" and (claim.quantity.qualifier == "up-to") == (other.quantity.qualifier == "up-to"):
        return False
    (_, early), (_, late) = _in_time(claim, here, ref, other)
    return _verdict(early, late, _between(here, ref)) == wanted


def _in_time(
    claim: Claim, here: PostRef, ref: PostRef, other: Claim
) -> tuple[tuple[PostRef, Claim], tuple[PostRef, Claim]]:
    return ((ref, other), (here, claim)) if ref.order < here.order else ((here, claim), (ref, other))


def _between(here: PostRef, ref: PostRef) -> int | None:
    return abs((ref.date - here.date).days) if ref.date and here.date else None


def bounds(facts: Facts, claim: Claim) -> bool:
    """Tell whether a post bounds somewhere a figure that it states flatly here."""
    if claim.quantity.qualifier == "up-to":
        return False
    return any(one.qualifier == "up-to" and value_of(one) == value_of(claim.quantity) for one in facts.quantities)


def _has_both(claim: Claim, here: PostRef, other: Claim, corpus: Corpus) -> bool:
    """Tell whether a post has the other's value too, said of the same names: then it tells the two apart."""
    value = value_of(other.quantity)
    return value != value_of(claim.quantity) and any(
        ref.key == here.key and value_of(own.quantity) == value and own.quantity.span != claim.quantity.span
        for key in claim.keys
        for ref, own in corpus.figures(key)
    )


def _bounded(early: tuple[PostRef, Claim], late: tuple[PostRef, Claim], corpus: Corpus) -> bool:
    """Tell whether the post that states the figure flatly bounds it elsewhere."""
    (place, flat) = late if early[1].quantity.qualifier == "up-to" else early
    return any(
        ref.key == place.key
        and other.quantity.qualifier == "up-to"
        and value_of(other.quantity) == value_of(flat.quantity)
        for key in flat.keys
        for ref, other in corpus.figures(key)
    )


def _gates(claim: Claim, other: Claim) -> tuple[Gate, ...]:
    """Return what spoke for one fact, for whoever asks."""
    names = ", ".join(sorted({*claim.names} & {*other.names})) or ", ".join(claim.names)
    words = sorted(word for word in {*claim.topic} & {*other.topic} if word[0] not in "!#" and ">" not in word)
    words += sorted(set(claim.concepts) & set(other.concepts) - {*words})
    return (
        Gate("names", 1.0, f"both are about {names}"),
        Gate("topic", 1.0, f"both speak of {', '.join(words)}" if words else "little else is told of it"),
    )


def _passing(a: Claim, b: Claim, apart: int | None) -> bool:
    """Tell whether the figures are of the days of their posts, or of a trade that has one each hour."""
    if any(_traded(item.sentence) for item in (a, b)) or ((apart is None or apart > 7) and formed(a, b) >= FORM):
        return True
    if a.period and a.period == b.period:
        return False
    return (apart is None or apart > 4) and any(_of_days(item.sentence) for item in (a, b))


@lru_cache(maxsize=1 << 12)
def _traded(sentence: str) -> bool:
    return _TRADE.search(sentence) is not None


@lru_cache(maxsize=1 << 12)
def _of_days(sentence: str) -> bool:
    return _WEEK.search(sentence) is not None


_BOUND = re.compile(
    r"\b(?:could|may|might|potential\w*|maximum|max|limit\w*|quota|ceiling|cap(?:ped)?|at best|at (?:the )?most"
    r"|top(?:s|ping)? out|upper|depending|at the outside|tops|or (?:less|fewer)|eligible|as (?:much|many|high|long|far)"
    r"|not (?:exceed|more)|no more|up to)\b"
)
# Up to so much from so much: a rise, no bound.
_ROSE = re.compile(
    r"\b(?:now|went|going|goes|rose|climbed|jumped|shot|edged|moved"
    r"|(?:br(?:ings?|ought|inging)|t(?:akes?|ook|aking)|push(?:es|ed|ing)?) [^.,;]{1,60}) up to\b"
    r"|\bup to [^.]{1,60} from [$€£\d]"
)
FORM = 0.7
_TRADE = re.compile(
    r"\b(?:interbank|libor|posted prices?|(?:new )?postings? for|repurchase agreements|treasury bills|debentures"
    r"|crudes?|collateralized|convertible|eurobonds?|coupon|basis points over|a bbl|tranches?)\b",
    re.IGNORECASE,
)
_WEEK = re.compile(
    r"\b(?:(?:this|past|last) week|today|yesterday|overnight|midsession|index|futures|netback|spot|fob|cif|eurobond"
    r"|libor|coupon|(?:opened|closed|opening|closing|trading|traded) (?:\w{1,12} )?(?:at|up|down|higher|lower)|tender"
    r"|weekly|week ended|(?:basis|percentage|index|full) points|points (?:up|down|higher|lower))\b",
    re.IGNORECASE,
)


def _values(claim: Claim, kin: Iterable[Claim]) -> int:
    """Count the values that are told beside this one, this one included; no further than is asked."""
    values = [claim]
    for other in kin:
        if not any(_compared(other, value) in ("same", "hedge") for value in values):
            values.append(other)
            if len(values) > VALUES:
                break
    return len(values)


def _compared(a: Claim, b: Claim) -> Verdict:
    """Compare two figures; what they are counted by is compared as their rhythm, and two limits as two values."""
    limits = a.quantity.qualifier == b.quantity.qualifier == "up-to"
    a, b = _bare(a, limits), _bare(b, limits)
    one, two = a.quantity, b.quantity
    if a.rhythm and b.rhythm and a.rhythm != b.rhythm:
        return "conflict" if one.unit == two.unit and kind(one, two) == "same" else "other"
    return compare(a, b)[0]


def _bare(claim: Claim, unbound: bool) -> Claim:
    """Return a figure that is counted by nothing, and without its bound where that is not compared."""
    quantity = claim.quantity
    if not quantity.per and not unbound:
        return claim
    bound = "" if unbound else quantity.qualifier
    return msgspec.structs.replace(claim, quantity=msgspec.structs.replace(quantity, per="", qualifier=bound))


def _verdict(a: Claim, b: Claim, days: int | None) -> Verdict:
    """Return what an earlier figure and a later one are to each other, if they are of one fact."""
    verdict = _compared(a, b)
    if verdict == "hedge":
        flat, bound = (b, a) if a.quantity.qualifier == "up-to" else (a, b)
        return "other" if _BOUND.search(flat.sentence) or _ROSE.search(bound.sentence) else "hedge"
    if verdict != "conflict":
        return "other"
    old = replaces(b, a)
    if b.update:
        return "revised" if old or not b.before else "other"
    if old:
        return "other" if _passing(a, b, days) else "revised"
    plain = a.modality == b.modality and a.modality in SURE and not a.update
    return "conflict" if plain and _one_time(a, b) and not _passing(a, b, days) else "other"


def _one_time(a: Claim, b: Claim) -> bool:
    if "?" in (a.period, b.period):
        return False
    year = {a.period[4:6], b.period[4:6]} & {"-Q", "-H"} and "" in (a.period[4:], b.period[4:])
    return not (a.period and b.period) or (not year and compatible(a.period, b.period))
