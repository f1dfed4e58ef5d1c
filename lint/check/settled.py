"""Figures that disagree with what an editor has settled in the file of facts."""

from collections.abc import Iterator

import msgspec

from lint import patterns as re
from lint.check import _same
from lint.check._intervals import compare
from lint.check._same import same_parties, same_time, weigh
from lint.model.facts import Claim, Facts, Settled
from lint.model.finding import Gate, Hit, Related, Severity, Suggestion
from lint.model.rule import Corpus, PostRef


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """confidence: below it nothing is told. others: how many posts with the same wrong figure are named beside it.

    why  tell with every finding which gates it passed
    """

    confidence: float = 0.6
    others: int = 6
    why: bool = False


CERTAIN = ("done", "agreed", "planned")
BOUNDS = ("up-to", "under", "at-least", "over")
MOST_DIGITS = 4
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


def judge(facts: Facts, options: Options, corpus: Corpus) -> Iterator[Hit]:
    """Yield each figure that a settled fact contradicts, and each old one in a post of the time when it was right."""
    here = corpus.ref(facts.key)
    for claim in facts.claims:
        if claim.modality not in CERTAIN:
            continue
        for fact in corpus.settled(claim.key):
            found = _against(claim, here, fact, facts, options)
            if found is not None:
                severity, sure, why = found
                yield _hit(claim, here, fact, severity, sure, why, options, corpus)


def decided(claim: Claim, ref: PostRef, corpus: Corpus) -> bool:
    """Tell whether a settled fact decides what a post must say here, so that no other post needs to be asked."""
    return any(fact.holds(ref.date) and _about(claim, fact, ref) for fact in corpus.settled(claim.key))


def _about(claim: Claim, fact: Settled, ref: PostRef) -> bool:
    agreed = fact.claim
    one = claim.attribute == agreed.attribute and same_parties(agreed, claim)
    return one and same_time(agreed, claim, ref, ref, 0, _same.Options()) > 0


def _against(
    claim: Claim, here: PostRef, fact: Settled, facts: Facts, options: Options
) -> tuple[Severity | None, float, list[Gate]] | None:
    """Return how bad and how sure it is that a figure is not the settled one, and why; None where it may be.

    A lost bound is no more than a warning, and so is a figure of which the post says that it has changed: it may be the
    fact that is out of date. An old figure in a post from before the fact holds may want a note.
    """
    why: list[Gate] = []
    bound = fact.claim.quantity.qualifier
    plain = msgspec.structs.replace(claim, update=False)
    agreed = msgspec.structs.replace(fact.claim, modality=claim.modality, attribution=claim.attribution)
    if (
        bound in BOUNDS and claim.quantity.qualifier == bound
    ):  # two bounds of one sort are held against each other as such
        plain, agreed = _flat(plain), _flat(agreed)
    verdict, sure = weigh((here, agreed), (here, plain), _same.Options(), why if options.why else None)
    if verdict not in ("conflict", "hedge") or sure < options.confidence:
        return None
    if not fact.holds(here.date):
        before = here.date is not None and fact.since is not None and here.date < fact.since
        old = any(compare(old, plain)[0] == "same" for old in fact.was)
        return ("suggestion", sure, why) if before and old and verdict == "conflict" else None
    if verdict == "hedge":
        same = (item for item in facts.claims if (item.key, item.attribute) == (claim.key, claim.attribute))
        return None if any(item.quantity.qualifier == bound for item in same) else ("warning", sure, why)
    return ("warning" if claim.update else None), sure, why


def _flat(claim: Claim) -> Claim:
    quantity = claim.quantity
    value = quantity.high if quantity.high is not None else quantity.low
    return msgspec.structs.replace(
        claim, quantity=msgspec.structs.replace(quantity, low=value, high=value, qualifier="")
    )


def _hit(
    claim: Claim,
    here: PostRef,
    fact: Settled,
    severity: Severity | None,
    sure: float,
    why: list[Gate],
    options: Options,
    corpus: Corpus,
) -> Hit:
    agreed = fact.claim
    words = {
        "who": ", ".join(claim.parties.values()),
        "what": claim.frame.replace("-", " "),
        "figure": claim.told or claim.place.excerpt,
        "agreed": agreed.told,
    }
    said = f"settled here{fact.why and f': {fact.why}'}{fact.source and f' ({fact.source})'}"
    related = [Related(fact.path, agreed.place, "", "conflict", said), *_others(claim, here, options, corpus)]
    if why:
        time = next(number for number, gate in enumerate(why) if gate.gate == "time")
        why[time] = Gate("settled", 1.0, f"{fact.path}:{agreed.place.line}{_between(fact)}")
        why.append(Gate("confidence", sure, f"{sure:.2f} in all; {options.confidence:.2f} is needed"))
    return Hit(
        span=claim.quantity.span,
        words=words,
        suggestions=(Suggestion(instead(claim, agreed)),),
        related=tuple(related),
        confidence=sure,
        place=claim.place,
        severity=severity,
        why=tuple(why),
    )


def _between(fact: Settled) -> str:
    since = f", since {fact.since.isoformat()}" if fact.since else ""
    return since + (f", until {fact.until.isoformat()}" if fact.until else "")


def _others(claim: Claim, here: PostRef, options: Options, corpus: Corpus) -> Iterator[Related]:
    """The other posts with the same figure, the nearest first as many as are wanted."""
    same = {
        ref.key: (ref, other)
        for ref, other in reversed(corpus.claims(claim.key))
        if ref.key != here.key and other.attribute == claim.attribute and compare(claim, other)[0] == "same"
    }
    rows = sorted(same.values(), key=lambda item: item[0].order)
    for number, (ref, other) in enumerate(rows[: options.others], 1):
        more = f", and {len(rows) - number} more" if number == options.others < len(rows) else ""
        day = f" on {ref.date.isoformat()}" if ref.date else ""
        yield Related(ref.path, other.place, ref.title, "support", f"the same figure{day}{more}")


def instead(claim: Claim, agreed: Claim) -> str:
    """Return what to write for a figure: the agreed one in the post's own notation where that can be, or as agreed."""
    one, two = claim.quantity, agreed.quantity
    old, new = (item.high if item.high is not None else item.low for item in (one, two))
    number = NUMBER.search(claim.place.excerpt)
    bare = bool(two.qualifier) and not one.qualifier
    if (
        claim.sides
        or bare
        or number is None
        or not old
        or not new
        or one.symbol != two.symbol
        or two.qualifier == "range"
    ):
        return agreed.told
    worth = new * float(number[0].replace(",", "")) / old
    text = f"{worth:,.10g}" if worth >= 1000 and one.unit != "date" else f"{worth:.10g}"
    if len(text.replace(",", "").replace(".", "").strip("0")) > MOST_DIGITS:
        return agreed.told
    return claim.place.excerpt[: number.start()] + text + claim.place.excerpt[number.end() :]
