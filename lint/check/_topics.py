"""Figures that no frame ties together: judged by the names and the topic of their sentences."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import combinations, islice

from lint.check._intervals import Verdict, value_of
from lint.check._kin import Setting, formed, related, replaces, signs
from lint.check._likely import likely
from lint.check._same import Options
from lint.check._told import Other
from lint.check._verdicts import FORM, SURE, compared, verdict
from lint.model.facts import Claim, Facts
from lint.model.finding import Gate
from lint.model.rule import Corpus, PostRef

DAYS, REVISED_DAYS = 45, 400
VALUES = 3


def against(claim: Claim, here: PostRef, corpus: Corpus, options: Options) -> Iterator[Other]:
    """Yield the figures of other posts that this one contradicts, bounds or revises, as the options want."""
    wanted = options.verdict
    if wanted == "revised" and not (claim.update or claim.before):
        return
    if wanted == "conflict" and (claim.update or claim.modality not in SURE):
        return
    others = corpus.near(claim.keys, here, REVISED_DAYS if wanted == "revised" else DAYS)
    # Most sentences about somebody are of other facts, which numbers tell sooner than words.
    rivals = [
        (ref, other) for ref, other in others if _rival(claim, here, ref, other, wanted) and related(claim, other)
    ]
    if not rivals:
        return
    others, rivals = (
        sorted(some, key=lambda item: (item[0].order, item[1].quantity.span)) for some in (others, rivals)
    )
    values = _values(claim, (other for _, other in others if related(claim, other)))
    if wanted == "conflict" and values > 2 and _filled_in(claim, (other for _, other in others)):
        return
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
    return verdict(early, late, _between(here, ref)) == wanted


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
        value_of(own.quantity) == value and own.quantity.span != claim.quantity.span
        for own in _of_post(here, claim, corpus)
    )


def _of_post(here: PostRef, claim: Claim, corpus: Corpus) -> Iterator[Claim]:
    """Yield the figures of a post that share a name and the unit with one of it."""
    for key in claim.keys:
        rows = corpus.figures(key)
        first = bisect_left(rows, here.order, key=lambda row: row[0].order)
        for ref, own in islice(rows, first, None):
            if ref.key != here.key:
                break
            yield own


def _bounded(early: tuple[PostRef, Claim], late: tuple[PostRef, Claim], corpus: Corpus) -> bool:
    """Tell whether the post that states the figure flatly bounds it elsewhere."""
    (place, flat) = late if early[1].quantity.qualifier == "up-to" else early
    return any(
        other.quantity.qualifier == "up-to" and value_of(other.quantity) == value_of(flat.quantity)
        for other in _of_post(place, flat, corpus)
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


def _filled_in(claim: Claim, others: Iterable[Claim]) -> bool:
    """Tell whether three sentences of one form have a value each: a form that is filled in every time."""
    alike = [other for other in others if formed(claim, other) >= FORM and related(claim, other)]
    alike = [other for other in alike if compared(claim, other) == "conflict"]
    return any(compared(one, two) == "conflict" for one, two in combinations(alike, 2))


def _values(claim: Claim, kin: Iterable[Claim]) -> int:
    """Count the values that are told beside this one, this one included; no further than is asked."""
    values = [claim]
    for other in kin:
        if not any(compared(other, value) in ("same", "hedge") for value in values):
            values.append(other)
            if len(values) > VALUES:
                break
    return len(values)
