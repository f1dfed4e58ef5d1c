"""How a contradiction is told: the words of the message, the other places, and which posts side with whom."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lint.check._same import Options, Said, weigh
from lint.check._slips import slip
from lint.model.facts import Claim, Quantity
from lint.model.finding import Gate, Hit, Related
from lint.model.rule import PostRef

MOST = 6


class Other(NamedTuple):
    """A statement that a claim is told against, and how sure that is."""

    ref: PostRef
    claim: Claim
    sure: float
    why: tuple[Gate, ...] = ()


def hit(claim: Claim, here: PostRef, found: list[Other], others: Sequence[Said], options: Options) -> Hit:
    """Return the hit for a claim and what contradicts it; `others` is what the archive says of the same fact."""
    first = found[0]
    related = [
        Related(one.ref.path, one.claim.place, one.ref.title, "conflict", _how(one, here, options)) for one in found
    ]
    shown = {one.claim.sentence for one in found} | {claim.sentence}
    mine = _siding((here, claim), others, shown, options)
    theirs = _siding((first.ref, first.claim), others, shown, options)
    related += [_support(said, "this post") for said in mine[: MOST // 2]]
    related += [_support(said, "the other post") for said in theirs[: MOST // 2]]
    related += _count((here, claim), mine, (first.ref, first.claim), theirs)
    hint = slip(claim.quantity, first.claim.quantity) if options.verdict == "conflict" else ""
    words = {
        "who": ", ".join(claim.parties.values() or _named(claim)),
        "what": (claim.frame or _counted(claim.quantity)).replace("-", " "),
        "other": _figure(first.claim),
        "figure": _figure(claim),
        "post": "this post itself" if first.ref.key == here.key else f"“{first.ref.shown}”{_on(first.ref)}",
        "slip": f" ({hint})" if hint else "",
    }
    sure = max(one.sure for one in found)
    why = (*first.why, *_last(first, options)) if options.why else ()
    return Hit(claim.quantity.span, words, (), tuple(related), sure, claim.place, why=why)


def _named(claim: Claim) -> Iterator[str]:
    """Yield the names of a figure as its sentence has them: they are kept without capitals and endings."""
    for name in claim.names:
        if name[0] not in "@?":
            words = r"[\W_]{1,3}".join(rf"{re.escape(word)}\w{{0,2}}" for word in name.split())
            found = re.search(rf"\b{words}\b", claim.sentence, re.IGNORECASE)
            yield found[0] if found else name.title()


def _counted(quantity: Quantity) -> str:
    return quantity.symbol if quantity.unit == "count" and quantity.symbol else quantity.unit


def _siding(side: Said, others: Sequence[Said], shown: set[str], options: Options) -> list[Said]:
    """Return one statement of each other post that agrees with a side; a sentence that was copied counts once."""
    found: dict[tuple[str, int], Said] = {}
    for other in others:
        if other[0].key == side[0].key or other[1].sentence in shown or other[0].key in found:
            continue
        early, late = (other, side) if other[0].order < side[0].order else (side, other)
        if weigh(early, late, options)[0] == "same":
            shown.add(other[1].sentence)
            found[other[0].key] = other
    return list(found.values())


def _support(said: Said, whom: str) -> Related:
    ref, claim = said
    return Related(ref.path, claim.place, ref.title, "support", f"agrees with {whom}{_on(ref)}")


def _count(here: Said, mine: list[Said], there: Said, theirs: list[Said]) -> Iterator[Related]:
    """Yield a note where one side has more posts: it is likely right, unless the fact moved on."""
    many, few = (mine, theirs) if len(mine) > len(theirs) else (theirs, mine)
    if len(many) == len(few):
        return
    most, lone = (here, there) if many is mine else (there, here)
    said = [most, *many]
    last = max(said, key=lambda one: one[0].order)
    against = f"{len(few) + 1} say" if few else "one alone says"
    told = (
        f"{len(said)} posts say {_figure(most[1])}, the last{_on(last[0])}; {against} {_figure(lone[1])}{_on(lone[0])}"
    )
    yield Related(last[0].path, last[1].place, last[0].title, "note", told)


def _figure(claim: Claim) -> str:
    return claim.told or claim.place.excerpt


def _on(ref: PostRef) -> str:
    return f" ({ref.date.isoformat()})" if ref.date else ""


def _last(found: Other, options: Options) -> Iterator[Gate]:
    yield Gate("archive", 1.0, "nothing in between replaced the earlier figure, and the figures do not scatter")
    yield Gate("confidence", found.sure, f"{found.sure:.2f} in all; {options.confidence:.2f} is needed")


def _how(other: Other, here: PostRef, options: Options) -> str:
    if other.ref.key == here.key:
        return "stated here in the same post"
    day = f" on {other.ref.date.isoformat()}" if other.ref.date else ""
    return {
        "conflict": "stated here",
        "hedge": "bounded here" if other.claim.quantity.qualifier == "up-to" else "stated flatly here",
        "revised": "the figure before",
    }[options.verdict] + day
