"""The file of facts that editors have settled in, Settled out: figures read and names resolved as they are in posts."""

import datetime as dt

import msgspec

from lint import patterns as re
from lint.decode import Document, convert, line_of, load, nearest
from lint.extract.claims import in_base
from lint.extract.claims.days import as_figure
from lint.extract.claims.frames import Frame, Lexicon, lexicon
from lint.extract.claims.mentions import core_of
from lint.extract.claims.results import in_order, is_match
from lint.extract.dates import dates
from lint.extract.quantities import Amount, amounts, score
from lint.extract.quantities.scores import Sides, is_score, sides
from lint.model.errors import ConfigError
from lint.model.facts import Claim, Quantity, Settled
from lint.model.job import Page
from lint.model.text import Place, Span


class _Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The keys of a settled fact."""

    frame: str
    parties: dict[str, str]
    value: str
    attribute: str = ""
    period: str = ""
    since: str = ""
    until: str = ""
    was: str | list[str] = []
    why: str = ""
    source: str = ""


PERIOD = re.compile(r"(?:FY)?\d{4}(?:-(?:Q[1-4]|H[12]|(?:0[1-9]|1[0-2])))?")
# What a fact needs besides its figure where it does not hold for good.
CHANGING = {"level": "since", "market": "since", "day": "since", "slow": "since", "period": "period"}


class _EntryError(Exception):
    """What is wrong with an entry, and under which of its keys."""

    def __init__(self, problem: str, *at: str | int) -> None:
        super().__init__(problem)
        self.at = at


def settled(page: Page, path: str, frames: tuple[Page, ...] = ()) -> tuple[Settled, ...]:
    """Return the facts of a file. `path` is its path from the root; `frames` are the publication's own."""
    document = load(page.text, page.where, ConfigError)
    if not document.data:
        return ()
    if not isinstance(document.data, list):
        raise ConfigError("expected a list of facts, each with `frame`, `parties` and `value`", page.where, 1)
    words, lines = lexicon(frames), page.text.split("\n")
    found: list[Settled] = []
    for number, item in enumerate(document.data):
        entry = convert(document, _Entry, ConfigError, item, (number,))
        try:
            fact = _fact(entry, path, words, _place(entry.value, document, lines, number))
            if any(_overlap(fact, other) for other in found):
                raise _EntryError(
                    "this fact is settled twice for the same time; leave one out, or part them by since and until"
                )
        except _EntryError as wrong:
            raise ConfigError(str(wrong), page.where, line_of(document, (number, *wrong.at))) from wrong
        found.append(fact)
    return tuple(found)


def _fact(entry: _Entry, path: str, words: Lexicon, place: Place) -> Settled:
    frame = words.frames.get(entry.frame)
    if frame is None:
        raise _EntryError(f"`frame`: there is no frame `{entry.frame}`{nearest(entry.frame, words.frames)}", "frame")
    cores = _cores(entry.parties, frame, words)
    period = _period(entry.period)
    since, until = _day(entry.since, "since"), _day(entry.until, "until")
    needs = CHANGING.get(frame.fades, "")
    if needs and not period and not (since and needs == "since"):
        more = "of what `period` it is" if needs == "period" else "`since` when it holds, or of what `period` it is"
        raise _EntryError(f"`{frame.id}` changes with time; say {more}")
    if since and until and until < since:
        raise _EntryError(f"`until`: {entry.until} is before `since`", "until")
    agreed = Claim(
        key="|".join((frame.id, *cores)),
        frame=frame.id,
        parties=entry.parties,
        quantity=_figure(entry.value, frame, place, "value"),
        place=place,
        sentence=entry.value,
        attribute=entry.attribute.lower(),
        period=period,
        fades=frame.fades,
        told=" ".join(entry.value.split()),
        sides=_sides(entry.value, frame, entry.parties),
    )
    before = [entry.was] if isinstance(entry.was, str) else entry.was
    was = [(_figure(text, frame, place, "was"), _sides(text, frame, entry.parties)) for text in before if text]
    return Settled(
        claim=agreed,
        path=path,
        since=since,
        until=until,
        was=tuple(msgspec.structs.replace(agreed, quantity=item, sides=sides) for item, sides in was),
        why=" ".join(entry.why.split()),
        source=entry.source,
    )


def _cores(parties: dict[str, str], frame: Frame, words: Lexicon) -> list[str]:
    """What the parties of the key are known by, in its order."""
    for role in parties:
        if role not in (*frame.key, *frame.kinds):
            near = nearest(role, {*frame.key, *frame.kinds})
            raise _EntryError(f"`{frame.id}` has no role `{role}`{near}", "parties", role)
    found = []
    for role in frame.key:
        if role not in parties:
            wanted = ", ".join(f"{name}: …" for name in frame.key)
            raise _EntryError(f"`parties`: `{role}` is missing; expected {{{wanted}}}", "parties")
        core = core_of(parties[role], frame.kinds.get(role, "name"), words)
        if not core:
            raise _EntryError(f"`{role}`: `{parties[role]}` names nobody that posts could mean", "parties", role)
        found.append(core)
    return sorted(found) if frame.unordered else found


def _figure(text: str, frame: Frame, place: Place, key: str) -> Quantity:
    """Read the one figure of a value as it would be read in a post."""
    moments = dates(text, 0, len(text), None)
    read: list[Amount] = amounts(text, 0, len(text), moments)
    if "date" in frame.units:
        read = [figure for moment in moments if (figure := as_figure(moment, None)) is not None]
    if "score" in frame.units and is_score(text):
        read = [score(text, 0, len(text))]
    if len(read) != 1:
        problem = f"`{key}`: expected one figure as in a post, such as `up to $60 billion`, found `{text}`"
        raise _EntryError(problem, key)
    (amount,) = read
    unit = "count" if amount.unit == "other" else amount.unit
    if unit not in frame.units:
        wanted = " or ".join(sorted(frame.units))
        raise _EntryError(f"`{key}`: `{frame.id}` takes {wanted}; `{text}` is {unit}", key)
    written = Quantity(
        span=Span(0, 0),
        place=place,
        unit="other" if amount.unit == "score" else amount.unit,
        symbol=amount.symbol,
        low=amount.low,
        high=amount.high,
        qualifier=amount.qualifier,
        per=amount.per,
        digits=amount.digits,
    )
    base = in_base(written)
    if frame.ceiling and base.qualifier == "up-to":
        return msgspec.structs.replace(base, qualifier="", low=base.high)
    return base


def _sides(text: str, frame: Frame, parties: dict[str, str]) -> Sides:
    """Return what each side of a match has, as a result of it would be read in a post."""
    if not is_match(frame) or "score" not in frame.units:
        return ()
    winner, loser = (core_of(parties[role], "side", lexicon()) for role in frame.key)
    return in_order(sides(text), winner, loser)


def _period(text: str) -> str:
    """Read a period: in its normal form, or in words."""
    if not text or PERIOD.fullmatch(text):
        return text
    moments = [moment for moment in dates(text, 0, len(text), None) if moment.kind != "day" and moment.value]
    if len(moments) != 1:
        raise _EntryError(f"`period`: expected a period such as 2024, 2024-Q3 or FY2024, found `{text}`", "period")
    return moments[0].value


def _day(text: str, key: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError:
        raise _EntryError(f"`{key}`: expected a day such as 2025-03-31, found `{text}`", key) from None


def _place(value: str, document: Document, lines: list[str], number: int) -> Place:
    """Where the value stands in the file; the beginning of its line where it is not written there in one piece."""
    line = line_of(document, (number, "value"))
    text = lines[line - 1]
    at = text.find(value, text.find("value") + 5)
    if at < 0:
        return Place(line, 1, line, 1, "")
    return Place(line, at + 1, line, at + 1 + len(value), value)


def _overlap(one: Settled, two: Settled) -> bool:
    a, b = one.claim, two.claim
    if (a.key, a.attribute, a.period) != (b.key, b.attribute, b.period):
        return False
    first, last = dt.date.min, dt.date.max
    return (one.since or first) <= (two.until or last) and (two.since or first) <= (one.until or last)
