"""The ledger: what a publication has said, fact by fact in time order, and what each statement is to the others."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from lint.check._groups import grouped
from lint.check._intervals import compare
from lint.index import Index
from lint.index.archive import Archive
from lint.model.facts import Claim, Facts
from lint.model.finding import Finding
from lint.model.job import Change, Job, Override
from lint.model.rule import PostRef
from lint.model.text import Place, stored
from lint.run import findings_of

# What a rule makes of the two places of its finding, the worst first: the mark of a line, and what it is to the other.
MARKS = {
    "figure-conflict": ("conflict", "contradicts", "contradicts"),
    "date-conflict": ("conflict", "contradicts", "contradicts"),
    "figure-settled": ("wrong", "is settled otherwise in", ""),
    "figure-qualifier": ("bound", "has another bound than", "has another bound than"),
    "figure-revised": ("revised", "replaces", "is replaced in"),
}
PERHAPS = dict.fromkeys(("figure-conflict", "date-conflict"), ("perhaps", "perhaps contradicts", "perhaps contradicts"))
LOOSE = Override(("*",), tuple(Change(name, options={"confidence": 0.0}) for name in PERHAPS))
STATES = ("conflict", "wrong", "bound", "perhaps", "revised", "settled", "agree", "")


class Against(msgspec.Struct, frozen=True, order=True):
    """Another place, and what a line is to it."""

    path: str
    line: int
    what: str


class Line(msgspec.Struct, frozen=True):
    """One claim: who says it when, its state (one of STATES, or ""), and the places that it cannot stand beside."""

    post: PostRef
    claim: Claim
    state: str = ""
    against: tuple[Against, ...] = ()


class Value(msgspec.Struct, frozen=True):
    """One value of a fact, in whatever notation: its lines in time order, and the one that tells it most exactly."""

    best: Claim
    lines: tuple[Line, ...]
    state: str = ""

    @property
    def posts(self) -> int:
        """Count the posts that have it."""
        return len({line.post.key for line in self.lines})

    @property
    def days(self) -> list[dt.date]:
        """The days of its posts, earliest first."""
        return sorted(line.post.date for line in self.lines if line.post.date is not None)


class Fact(msgspec.Struct, frozen=True):
    """All lines of one fact. `period` and `attribute` are those that part it from others of the same parties."""

    parties: dict[str, str]
    frame: str
    attribute: str
    period: str
    values: tuple[Value, ...]


Wanted = Callable[[PostRef, Claim], bool]


def ledger(job: Job, archive: Archive, indexes: Mapping[str, Index], wanted: Wanted, frame: str = "") -> list[Line]:
    """Return the claims that are wanted, sorted by fact and time, each marked with what stands against it.

    The rules of the job say what that is; a conflict of claims below their threshold is marked as one perhaps.
    Figures that no frame reads are listed where two posts or more speak of one, by their names and topic.
    """
    mine = {file.key for file in job.targets}
    rows = [(ref, claim) for ref, claim in archive.every_claim(frame) if stored(ref.path) in mine]
    told = [] if frame else [(ref, one) for ref, one in archive.every_figure() if stored(ref.path) in mine]
    topics = grouped(told, archive.claims)
    rows += topics
    chosen = [(ref, claim) for ref, claim in rows if wanted(ref, claim)]
    keys = {claim.key for _, claim in chosen}
    posts = _posts({ref.key for ref, claim in rows if claim.key in keys}, keys, archive, indexes)
    sure = list(findings_of(posts, job, archive))
    loose = msgspec.structs.replace(job, overrides=(*job.overrides, LOOSE))
    said = [(post.key, claim) for post in posts for claim in post.claims]
    marks = _marks(sure, [*said, *((ref.key, claim) for ref, claim in topics)], MARKS, {})
    marks = _marks(findings_of(posts, loose, archive), said, PERHAPS, marks)
    lines = [
        Line(ref, claim, _worst(what for what, _ in told), tuple(sorted({place for _, place in told})))
        for ref, claim in chosen
        for told in [marks.get(_same(ref.key, claim), [])]
    ]
    return sorted(lines, key=lambda line: (line.claim.key, line.post.order, line.claim.quantity.span))


def facts_of(lines: Iterable[Line], archive: Archive) -> list[Fact]:
    """Return lines as facts, each with one value for all notations of it."""
    groups: dict[tuple[str, str, str], list[Line]] = {}
    for line in lines:
        claim = line.claim
        groups.setdefault((claim.key, claim.attribute, claim.period if claim.fades == "period" else ""), []).append(
            line
        )
    return [
        Fact(parties_of(group), group[0].claim.frame, attribute, period, _values(group, archive))
        for (_, attribute, period), group in sorted(groups.items(), key=lambda item: item[0])
    ]


def parties_of(lines: Sequence[Line]) -> dict[str, str]:
    """Return who a fact is about, by the names that most of its lines have."""
    names: dict[str, dict[str, int]] = {}
    for line in lines:
        for role, name in line.claim.parties.items():
            told = names.setdefault(role, {})
            told[name] = told.get(name, 0) + 1
    return {role: min(told, key=lambda name: (-told[name], -len(name), name)) for role, told in names.items()}


def _posts(wanted: set[tuple[str, int]], keys: set[str], archive: Archive, indexes: Mapping[str, Index]) -> list[Facts]:
    """The posts of the ledger, each with just the claims that it is about."""
    files = sorted({stored(path) for path, _ in wanted})
    return [
        msgspec.structs.replace(post, claims=tuple(claim for claim in post.claims if claim.key in keys))
        for file in files
        for post in map(archive.gazetteer.resolved, indexes[file].facts(file))
        if post.key in wanted
    ]


_Same = tuple[tuple[str, int], str, str, float | None, float | None]


def _same(key: tuple[str, int], claim: Claim) -> _Same:
    """What a post says of a fact, however often it does."""
    return key, claim.key, claim.attribute, claim.quantity.low, claim.quantity.high


def _marks(
    findings: Iterable[Finding],
    statements: Iterable[tuple[tuple[str, int], Claim]],
    words: Mapping[str, tuple[str, str, str]],
    before: Mapping[_Same, list[tuple[str, Against]]],
) -> dict[_Same, list[tuple[str, Against]]]:
    """For each statement its marks: those it has from `before`, and those of findings about places it had none for."""
    said = {_spot(key[0], claim.quantity.place): _same(key, claim) for key, claim in statements}
    known = {same: {(place.path, place.line) for _, place in told} for same, told in before.items()}
    found = {same: list(told) for same, told in before.items()}

    def add(spot: tuple[str, int, int], other: tuple[str, int, int], state: str, what: str) -> None:
        same = said.get(spot)
        if same is not None and what and other[:2] not in known.get(same, ()):
            found.setdefault(same, []).append((state, Against(other[0], other[1], what)))

    for finding in findings:
        state, here, there = words.get(finding.rule, ("", "", ""))
        for item in finding.related:
            if item.role == "conflict" and state:
                one, two = _spot(finding.path, finding.place), _spot(item.path, item.place)
                add(one, two, state, here)
                add(two, one, state, there)
    return found


def _spot(path: str, place: Place) -> tuple[str, int, int]:
    return path, place.line, place.column


def _worst(states: Iterable[str]) -> str:
    return min(states, key=STATES.index, default="")


def _values(lines: Sequence[Line], archive: Archive) -> tuple[Value, ...]:
    """Part the lines of a fact by value: each joins the nearest one that it may be the same as, exact ones first."""
    values: list[list[Line]] = []
    for line in sorted(lines, key=lambda item: (item.claim.quantity.qualifier != "", -item.claim.quantity.digits)):
        near = [one for one in values if compare(one[0].claim, line.claim)[0] in ("same", "hedge")]
        if near:
            min(near, key=lambda one: abs(_size(one[0].claim) - _size(line.claim))).append(line)
        else:
            values.append([line])
    made = [Value(one[0].claim, tuple(sorted(one, key=lambda line: line.post.order)), "") for one in values]
    made.sort(key=lambda value: value.lines[0].post.order)
    return tuple(msgspec.structs.replace(value, state=_state(value, archive)) for value in made)


def _size(claim: Claim) -> float:
    quantity = claim.quantity
    return quantity.high if quantity.high is not None else quantity.low or 0.0


def _state(value: Value, archive: Archive) -> str:
    worst = _worst(line.state for line in value.lines)
    if worst:
        return worst
    claim = value.best
    for fact in archive.settled(claim.key):
        mine = fact.claim
        if (mine.attribute, mine.period) == (claim.attribute, claim.period) and compare(mine, claim)[0] == "same":
            return "settled"
    return "agree" if value.posts > 1 else ""
