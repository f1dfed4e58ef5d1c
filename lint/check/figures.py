"""Figures that disagree: each claim of a post against every other statement of the same fact in the archive."""

from collections.abc import Iterable, Iterator, Sequence

from lint.check import _copies, _topics
from lint.check._evidence import crossed
from lint.check._intervals import compare
from lint.check._matches import told_both
from lint.check._same import Options as Options
from lint.check._same import between, is_before, same_time, weigh
from lint.check._tables import same_table, tabled
from lint.check._told import Other, hit
from lint.check.settled import decided
from lint.model.facts import Claim, Facts
from lint.model.finding import Gate, Hit
from lint.model.rule import Corpus, PostRef
from lint.model.text import Span

SURE = ("done", "agreed", "planned", "reported")
MANY = 200
COPY_DAYS = 3


def judge(facts: Facts, options: Options, corpus: Corpus) -> Iterator[Hit]:
    """Yield each figure of a post that another statement of the same fact contradicts, bounds or revises."""
    here = corpus.ref(facts.key)
    told: set[tuple[str, str, float | None, float | None]] = set()
    spans: set[Span] = set()
    for claim in facts.claims:
        fact = claim.key, claim.attribute, claim.quantity.low, claim.quantity.high
        if not _of_concern(claim, options) or fact in told:
            continue
        others = [item for item in corpus.claims(claim.key) if _of_concern(item[1], options)]
        if corpus.settled(claim.key):
            if decided(claim, here, corpus):
                spans.add(claim.quantity.span)
                continue
            others = [(ref, other) for ref, other in others if not decided(other, ref, corpus)]
        if len(others) < 2 or _copied(claim, here, others):
            continue
        found = list(_against(claim, here, others, options))
        if found:
            told.add(fact)
            spans.add(claim.quantity.span)
            yield hit(claim, here, found, others, options)
    pairs: set[tuple[tuple[str, int], frozenset[object]]] = set()
    for figure, rivals in _rivals(facts, corpus, options):
        if figure.quantity.span in spans:
            continue
        found = [one for one in rivals if _pair(figure, one) not in pairs]
        if found:
            spans.add(figure.quantity.span)
            pairs.update(_pair(figure, one) for one in found)
            yield hit(figure, here, found, (), options)


def _rivals(facts: Facts, corpus: Corpus, options: Options) -> Iterator[tuple[Claim, Iterable[Other]]]:
    """Yield the figures of a post with what contradicts them: by names and topic, then by copies of their sentences."""
    here = corpus.ref(facts.key)
    for figure in facts.figures:
        if options.wants(figure) and not (options.verdict == "hedge" and _topics.bounds(facts, figure)):
            yield figure, _topics.against(figure, here, corpus, options)
    for figure, one in _copies.against(facts, corpus, options):
        yield figure, (one,)


def _pair(figure: Claim, one: Other) -> tuple[tuple[str, int], frozenset[object]]:
    """What two figures are, either way round: where each of two posts has both, they are told once."""
    sides = ((item.quantity.low, item.quantity.high, item.quantity.symbol) for item in (figure, one.claim))
    return one.ref.key, frozenset(sides)


def _copied(claim: Claim, here: PostRef, others: Sequence[tuple[PostRef, Claim]]) -> bool:
    """Tell whether this is a copy of a sentence that an earlier post has: what contradicts it is told there."""
    said = (claim.sentence, claim.quantity.low, claim.quantity.high)
    return any(
        ref.reported and ref.order < here.order and between(here, ref) <= COPY_DAYS
        for ref, other in others
        if (other.sentence, other.quantity.low, other.quantity.high) == said
    )


def _of_concern(claim: Claim, options: Options) -> bool:
    return claim.modality in SURE and bool(claim.key) and options.wants(claim)


def _against(claim: Claim, here: PostRef, others: Sequence[tuple[PostRef, Claim]], options: Options) -> Iterator[Other]:
    """Yield the statements that a claim is told against: one for each value, the nearest in time."""
    ranked = sorted(
        ((ref, other) for ref, other in _near(here, others) if _told_here(here, claim, ref, other, options)),
        key=lambda item: between(here, item[0]),
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
        why: list[Gate] | None = [] if options.why else None
        verdict, sure = weigh(early, late, options, why)
        if verdict != options.verdict or sure < options.confidence or _replaced(early, late, others):
            continue
        if verdict == "conflict" and (crossed(claim, other) or tabled((here, claim), (ref, other), others)):
            continue
        if claim.sides and told_both(claim, other, others):
            continue
        seen.add(value)
        yield Other(ref, other, sure, tuple(why or ()))


def _scattered(here: PostRef, claim: Claim, others: Sequence[tuple[PostRef, Claim]], options: Options) -> bool:
    """Tell whether the archive gives this fact so many values that it is no single fact."""
    values: list[tuple[Claim, int]] = []
    for ref, other in _near(here, others):
        apart = other.attribute != claim.attribute or not same_table(claim, other)
        if apart or same_time(claim, other, here, ref, between(here, ref), options) == 0:
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
    return sorted(others, key=lambda item: (between(here, item[0]), item[0].order))[:MANY]


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


def _replaced(
    early: tuple[PostRef, Claim], late: tuple[PostRef, Claim], others: Sequence[tuple[PostRef, Claim]]
) -> bool:
    """Tell whether a statement between the two (or the later one's own post) already replaced the early figure."""
    ends = {(ref.key, claim.quantity.span) for ref, claim in (early, late)}
    return any(
        claim.update
        and early[0].order <= ref.order <= late[0].order
        and (ref.key, claim.quantity.span) not in ends
        and is_before(early[1], claim)
        for ref, claim in others
    )
