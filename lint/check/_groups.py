"""Figures that no frame reads, put together for the ledger: one group for what is one fact by its names and topic."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from lint import patterns as re
from lint.check._intervals import compare
from lint.check._kin import Setting, related, signs
from lint.check._likely import likely
from lint.model.facts import Claim
from lint.model.rule import PostRef

KIN = 0.5
SURE = 0.7  # to be taken for what a frame reads
TOLD = 8
NEAR = 12

Row = tuple[PostRef, Claim]


def grouped(rows: Iterable[Row], claims: Callable[[str], Sequence[Row]]) -> list[Row]:
    """Return the figures among `rows` that no frame reads and that another post tells too, as claims of one key.

    Each joins the first figure of the same name and unit that it is akin to. The key is that of a frame where one reads
    another figure of the group (`claims` looks them up), else it is made of the kind of the figures and their names.
    """
    ordered = sorted(rows, key=lambda row: (row[0].order, row[1].quantity.span))
    groups: list[list[Row]] = []
    by_key: dict[str, list[list[Row]]] = {}
    for row in ordered:
        near = {id(group): group for key in row[1].keys for group in by_key.get(key, ())[-NEAR:]}
        group = next((group for group in near.values() if _akin(group[0], row) >= KIN), None)
        if group is None:
            group = []
            groups.append(group)
            for key in row[1].keys:
                by_key.setdefault(key, []).append(group)
        group.append(row)
    told = Counter[str]()
    shared = [group for group in groups if len({ref.key for ref, _ in group}) > 1]
    return [row for group in shared for row in _keyed(group, claims, told)]


def _akin(first: Row, row: Row) -> float:
    """Return how likely two figures are of one fact: where they agree, names and topic are enough."""
    one, two = first[0].date, row[0].date
    if not related(first[1], row[1]):
        return 0.0
    if compare(first[1], row[1])[0] in ("same", "hedge"):
        return 1.0
    return likely(signs(first[1], row[1], Setting(abs((one - two).days) if one and two else None, None, 2, TOLD)))


def _keyed(group: Sequence[Row], read: Callable[[str], Sequence[Row]], told: Counter[str]) -> Iterator[Row]:
    """Yield the figures of a group that no frame reads, with the key, the frame and the parties of the group."""
    claims = [claim for _, claim in group]
    for place, leader in group:
        known = read(leader.key) if leader.key else ()
        if known:
            frame = known[0][1]
            fact = {"key": frame.key, "frame": frame.frame, "parties": frame.parties, "fades": frame.fades}
            for ref, claim in group:
                if not claim.key and _akin((place, leader), (ref, claim)) >= SURE:
                    yield ref, msgspec.structs.replace(claim, **fact)
            return
    names = [name for name in claims[0].names if name[0] not in "@?"] or [name.lstrip("@") for name in claims[0].names]
    shown = [_as_written(name, claims) for name in names]
    kind = f"topic:{_kind(claims)}"
    key = "|".join((kind, *(re.sub(r"[\W_]", "", name.lower()) for name in shown)))
    told[key] += 1
    if told[key] > 1:
        key = f"{key}|{told[key]}"
    parties = {f"name{number or ''}": name for number, name in enumerate(shown)}
    for ref, claim in group:
        if not claim.key:
            yield ref, msgspec.structs.replace(claim, key=key, frame=kind, parties=parties)


def _kind(claims: Sequence[Claim]) -> str:
    """Return the concept that most figures of a group share, or what they are counted in."""
    concepts = Counter(name for claim in claims for name in claim.concepts)
    shared = sorted(concept for concept, number in concepts.items() if number == max(concepts.values()))
    quantity = claims[0].quantity
    return shared[0] if shared else quantity.symbol if quantity.unit == "count" and quantity.symbol else quantity.unit


def _as_written(name: str, claims: Sequence[Claim]) -> str:
    """Return a folded name as a sentence has it."""
    pattern = re.compile(r"\b" + r"\W+(?:\w+\W+)?".join(re.escape(word) + r"s?" for word in name.split()) + r"\b", re.I)
    for claim in claims:
        found = pattern.search(claim.sentence)
        if found:
            return " ".join(found[0].split())
    return name
