"""One line of a terse table: its label and its figures. Shr 34 cts vs 41 cts; Revenue: $4.2B vs. $4.0B expected."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import msgspec

from lint import patterns as re
from lint.extract.claims.compiled import shipped
from lint.extract.claims.frames import Row, lexicon
from lint.extract.claims.written import listed
from lint.extract.dates import Moment
from lint.extract.quantities import Amount, amounts
from lint.model.job import Page


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    limits: dict[str, str]
    plain: str
    year: str
    stretch: str
    loss: str
    gain: str
    none: str
    expected: str
    before: str
    last: str
    change: str
    thousand: str
    million: str
    billion: str


class Terms(NamedTuple):
    """The words of tables. sorts: a word or phrase, folded, to what it may be (row, limit, plain, loss, thousand …).

    word    any of them, at a place
    opens   a line that may be a row
    """

    rows: dict[str, Row]
    limits: dict[str, str]
    sorts: dict[str, frozenset[str]]
    word: re.Pattern[str]
    opens: re.Pattern[str]


class Value(NamedTuple):
    """One figure of a row.

    amount  None where there is none: nil        loss  None where no word or sign tells
    sort    "", expected, last (a year ago) or before (of another time)
    """

    amount: Amount | None
    loss: bool | None
    sort: str = ""


class Label(NamedTuple):
    """What a label says.

    period   the one it names itself            stretch  "year" or "stretch": it is of one that has no form here
    ahead    it is expected                     factor   what a bare figure is multiplied by
    """

    row: Row
    limits: frozenset[str]
    loss: bool
    ahead: bool
    period: Moment | None
    factor: float
    end: int
    stretch: str = ""


FACTORS = {"thousand": 1e3, "million": 1e6, "billion": 1e9}
BULLET = r"(?:[-*•·–—>|▪◦‣] ?)?[\"“(]?"


@cache
def terms(own: tuple[Page, ...] = ()) -> Terms:
    """Return the words of tables: the labels of all frames, a publication's own too, and what stands beside them."""
    words = shipped("rows", _Words)
    rows = {fold(label): row for label, row in lexicon(own).rows.items()}
    limits = {fold(word): name for name, spelt in words.limits.items() for word in listed(spelt)}
    sorts: dict[str, set[str]] = {}
    for label in rows:
        sorts.setdefault(label, set()).add("row")
    for word in limits:
        sorts.setdefault(word, set()).add("limit")
    for sort in ("plain", "year", "stretch", "loss", "gain", "none", "expected", "before", "last", "change", *FACTORS):
        for word in listed(getattr(words, sort)):
            sorts.setdefault(fold(word), set()).add(sort)
    every = _any(sorts)
    first = _any(word for word, found in sorts.items() if found & {"row", "limit", "plain", "year", "stretch"})
    time = r"(?:(?:[QH][1-4]|[1-4][QH]|FY)\S{0,7} |(?:19|20)\d\d |\w{5,6}[- ]quarter )?"
    opens = rf"^[ \t]*{BULLET}{time}(?:{first})(?!\w)"
    return Terms(
        rows,
        limits,
        {word: frozenset(found) for word, found in sorts.items()},
        re.compile(rf"(?:{every})(?![\w'’])", re.IGNORECASE),
        re.compile(opens, re.IGNORECASE | re.MULTILINE),
    )


def ahead(text: str, words: Terms) -> bool:
    """Tell whether a heading says that what stands below it is expected: Outlook; it expects:"""
    return any("expected" in words.sorts[fold(match[0])] for match in words.word.finditer(text))


def fold(words: str) -> str:
    """Return a label in the form in which two are compared."""
    return " ".join(words.lower().replace("-", " ").split())


def _any(words: "Iterator[str] | dict[str, set[str]]") -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", "[ -]") for word in ordered)


_ASIDE = re.compile(r"\(([^()\n]{1,30})\)")
_JOINT = re.compile(r"[ \t,/&:]*")
_GAP = re.compile(r"[ \t]*(?:[:=|…]|\.{2,40}|[-–—](?=[ \t]))?[ \t]*")
_OF = re.compile(r"[ \t]+(?:(?:was|were|came in|came to|of|at|reached|totall?ed)[ \t]+)+")


def label(text: str, start: int, end: int, moments: list[Moment], words: Terms) -> Label | None:
    """Return what a label at the beginning of `text[start:end]` says; None where a word of it is none of a label."""
    read, period, at = said(text, start, end, moments, words)
    return _meant(read, period, at, words)


def said(text: str, start: int, end: int, moments: list[Moment], words: Terms) -> tuple[list[str], Moment | None, int]:
    """Read words of tables and a period, one behind the other, also in brackets; return them and where they end."""
    read: list[str] = []
    period, at = None, start
    while at < end:
        here = _JOINT.match(text, at, end)
        at = here.end() if here else at
        moment = next((item for item in moments if item.start == at), None)
        aside = _ASIDE.match(text, at, end)
        if moment is not None and moment.kind != "day" and moment.end <= end:
            period, at = period or moment, moment.end
        elif aside is not None:
            inner, within, stop = said(text, aside.start(1), aside.end(1), moments, words)
            if stop < aside.end(1):
                break
            inner = [word for word in inner if not words.sorts[word] & {"loss", "gain"}]  # net income (loss): either
            read, period, at = read + inner, period or within, aside.end()
        elif found := words.word.match(text, at, end):
            read.append(fold(found[0]))
            at = found.end() + text.startswith(".", found.end())
        else:
            break
    return read, period, len(text[:at].rstrip(" \t,/&:")) if at < end else at


def _meant(read: list[str], period: Moment | None, end: int, words: Terms) -> Label | None:
    """Make out which of the words of a label is the relation, and what the others say of it."""
    sorts = [words.sorts[word] for word in read]
    cores = [(len(found), number) for number, found in enumerate(sorts) if "row" in found]
    if not cores:
        return None
    _, core = min(cores)
    row, limits, factor, ahead = words.rows[read[core]], set(), 1.0, False
    loss, stretch = "loss" in sorts[core], ""
    for number, found in enumerate(sorts):
        if number == core:
            continue
        if "limit" in found:
            limits.add(words.limits[read[number]])
        loss, ahead = loss or "loss" in found, ahead or "expected" in found
        factor = next((worth for name, worth in FACTORS.items() if name in found), factor)
        stretch = next((name for name in ("stretch", "year") if name in found), stretch)
        if found <= {"row", "none", "before", "change"}:
            return None
    return Label(row, frozenset(limits), loss, ahead, period, factor, end, stretch)


_APART = re.compile(
    r"[ \t,(]+(?:vs?\.?|versus|against|compared (?:with|to)|(?P<change>(?:(?:up|down) )?from))[ \t]+(?=\S)"
    r"|[ \t]*\|[ \t]*"
)
_COLUMN = re.compile(r"[ \t]{2,40}|\t")
# What may stand between a figure and the next, or behind the last: signs and words of change, no sentence.
_TAIL = re.compile(r"[ \t]*(?:$|[.,;(|+–—-]|a (?:share|shr)\b|per (?:share|shr)\b|each\b|up\b|down\b|flat\b)")


def values(
    text: str, start: int, end: int, moments: list[Moment], words: Terms, columns: bool = False, item: bool = False
) -> list[Value]:
    """Return the figures behind a label, to the end of its line or to what is none.

    `columns`: they stand in columns, wide blanks between them; `item`: of a list, where a label may run on: Revenue of.
    """
    gap = (_OF.match(text, start, end) if item else None) or _GAP.match(text, start, end)
    if gap is None or not gap[0]:
        return []
    found: list[Value] = []
    begin, change = gap.end(), False
    for match in (*(_COLUMN if columns else _APART).finditer(text, gap.end(), end), None):
        one = value(text, begin, match.start() if match else end, moments, words)
        if one is None:
            return found
        found.append(one._replace(sort="before") if change and not one.sort else one)
        begin, change = (match.end(), bool(match.groupdict().get("change"))) if match else (end, False)
    return found


def value(text: str, start: int, end: int, moments: list[Moment], words: Terms) -> Value | None:
    """Read one figure with the words before it (loss, est.) and behind it (expected, prior); None if it is none."""
    loss, sort, at, none = _before(text, start, end, words)
    if none:
        return Value(None, loss, sort)
    amount = next((item for item in amounts(text, at, end, moments) if item.unit != "date"), None)
    if amount is None or text[at : amount.begin].strip(" \t(~$+:"):
        return None
    if _TORN.match(text, amount.end):
        return None
    if _AGO.match(text, amount.end):  # 565 million a year ago, and not a year
        amount = amount._replace(per="", reach=amount.end)
    reach = amount.end if amount.unit in ("other", "count") else max(amount.end, amount.reach)
    enclosed = text[at : amount.begin].rstrip("$ \t").endswith("(") and text[reach : reach + 1] == ")"
    behind = words.word.match(text, _skip(text, reach + enclosed, end), end)
    if behind and _CLOSE.match(text, behind.end(), end):  # and no "(est. $1.30)", which is another figure
        sorts = words.sorts[fold(behind[0])]
        sort = sort or _sort(sorts)
        reach = behind.end() if sorts & {"expected", "before", "last", "limit", "loss", "gain"} else reach
    if not enclosed and _TAIL.match(text, min(reach, end), end) is None:
        return None
    return Value(amount, True if enclosed else loss, sort)


def _before(text: str, start: int, end: int, words: Terms) -> tuple[bool | None, str, int, bool]:
    """Read the words before a figure: whether it is a loss, its sort, where they end, and whether it is nil."""
    loss: bool | None = None
    sort, at = "", start
    while match := words.word.match(text, _skip(text, at, end), end):
        sorts = words.sorts[fold(match[0])]
        if not sorts & {"loss", "gain", "expected", "none", "before", "last", "plain"}:
            break
        loss = "loss" in sorts if sorts & {"loss", "gain"} else loss
        sort = sort or _sort(sorts)
        if "none" in sorts:
            return loss, sort, match.end(), True
        at = match.end() + text.startswith((".", ":"), match.end())
        at += 4 if text.startswith(" of ", at) else 0
    return loss, sort, at, False


# A number that goes on in a way that no number does: 3,342,0000.
_TORN = re.compile(r"[.,]?\d")
_AGO = re.compile(r" a year (?:ago|earlier|before)\b")
_CLOSE = re.compile(r"\.?[ \t]*(?:$|[(),;|]|q(?:uarte|t)r\b)")


def _sort(sorts: frozenset[str]) -> str:
    return next((name for name in ("expected", "before", "last") if name in sorts), "")


_SKIP = re.compile(r"[ \t(]*(?:the )?")


def _skip(text: str, at: int, end: int) -> int:
    found = _SKIP.match(text, at, end)
    return found.end() if found else at
