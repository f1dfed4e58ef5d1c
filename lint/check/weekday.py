"""Days of the week that a date does not fall on."""

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

import msgspec

from lint import patterns as re
from lint.check._days import Day, days, is_said, shown
from lint.lexicon.language import abroad
from lint.lexicon.look import look
from lint.model.errors import OptionError
from lint.model.facts import Facts
from lint.model.finding import Hit
from lint.model.post import Block, Post
from lint.model.text import Span

NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SHORT = "Mon Tue Tues Wed Weds Thu Thur Thurs Fri Sat Sun".split()
FORMS = frozenset([*SHORT, *NAMES, *map(str.lower, NAMES), *map(str.upper, NAMES)])
NAME = rf"(?:{'|'.join(sorted(FORMS, reverse=True))})(?![\w’'])"
PART = r"(?: (?:early |late )?(?:morning|afternoon|evening|night|noon))?"
AND = r"(?: ?[–—/&-] ?| (?:to|through|thru|until|till|and|or) |, ?(?:and |or )?)"
DOT = r"(?:(?<![a-z]{4})\.)?"
TO = r"(?: ?[–—/&-] ?| (?:to|through|thru|and|or) )"
# Names, what parts them from the date, and the first day of a range whose last the date is.
BEFORE = re.compile(
    rf"(?<![\w’'-])(?P<names>(?:{NAME}{DOT}{PART}{AND}){{0,6}}{NAME}){DOT}{PART}"
    rf"(?P<gap>,? (?:the )?|,| ?[(:–—] ?| - )(?:(?P<from>\d{{1,2}})(?:st|nd|rd|th)?{TO})?$"
)
BEHIND = re.compile(
    rf"(?: ?[(\[](?:a |on a )?(?P<held>{NAME})[)\]]?"
    rf"|(?:,? (?:is|was|being|will be|fell on|falls on) an? |, an? )(?P<told>{NAME}))(?!\.?,? \d)"
)
BEHIND_ISO = re.compile(rf",? (?P<iso>{NAME})(?=[)\]>]|$| \d\d?:)")
UNTIL = re.compile(rf"{TO}(\d{{1,2}})(?:st|nd|rd|th)?(?![\w:%/])")
ALONE = re.compile(rf"\s*({NAME})\.?\s*")
NEW_ROW = re.compile(r"</?tr\b|\n(?![^\n]*<)", re.IGNORECASE)
DATED = re.compile(r"\d[-/]\d|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")
LETTERS = re.compile(r"[A-Za-z]+")
# The Sun, a newspaper; Long Friday (May 3, 2019), a film.
NAMED = re.compile(r"\b(?:the|The|(?!On|This|Next|Last|From|Until|By|Every)[A-Z][\w’'-]*) $")
YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
WIDTH = 90  # characters before a date that its weekdays may take up
ORDER = {name[:3].lower(): number for number, name in enumerate(NAMES)}
BLANKS = 2  # around a date that is all there is in a cell
AHEAD = 366  # days
LONG_AGO = 12  # years
SHORT_RANGE = 3  # days
REFORM = 1752  # when Britain took the new calendar, and the first of January for the first day of a year
MOST = 180


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """near    days around the day of a post in which a date without a year is one of that time; 0: no year is told so
    since   from this year on there is one calendar; before, a weekday may be that of either
    about   words of which one close by tells that a wrong weekday is spoken of
    """

    near: int = 150
    since: int = 1924
    about: tuple[str, ...] = ()


class _Told(NamedTuple):
    """Weekdays as told of a date or, where it is a range, of its days: 0 is Monday."""

    names: tuple[int, ...]
    first: int
    last: int
    start: int
    end: int


def check(post: Post, facts: Facts, options: Options) -> Iterator[Hit]:
    """Yield every date with the name of another weekday."""
    if FORMS.isdisjoint(look(post).different) or abroad(post):
        return
    spoken = cache(lambda: sorted(_spoken(post)))
    rows = cache(lambda: _rows(post))
    loose: list[tuple[Day, _Told, tuple[int, dt.date]]] = []
    for day in days(post, facts):
        told = _before(day) or _behind(day) or (_beside(day, rows()) if day.block.role == "cell" else None)
        if told is None:
            continue
        years = [day.year] if day.year else _years(day, post.date, options.near)
        wrong = [_wrong(told, year, day.month, options.since) for year in years]
        if not wrong or wrong[0] is None or not all(wrong) or not is_said(day, options.about):
            continue
        if day.year:
            yield _hit(day, told, *wrong[0])
        elif all(_wrong(told, year, day.month, options.since) for year in spoken()):
            loose.append((day, told, wrong[0]))
    if not (len(loose) > 1 and post.date and _of_old(loose, post.date.year, options.since)):
        yield from (_hit(day, told, *wrong) for day, told, wrong in loose)


def _of_old(loose: Sequence[tuple[Day, _Told, tuple[int, dt.date]]], year: int, since: int) -> bool:
    """Tell whether several dates without a year are all right in one year of long ago: then they are of that one.

    Of last year they are where a page was copied, and the weekdays forgotten.
    """
    if any(_wrong(told, year - 1, day.month, since) for day, told, _ in loose):
        old = range(year - LONG_AGO, year - 1)
        return any(not any(_wrong(told, one, day.month, since) for day, told, _ in loose) for one in old)
    return False


def validate(options: Options) -> None:
    """Raise OptionError where an option cannot be what was meant."""
    if not 0 <= options.near <= MOST:
        raise OptionError(f"expected a number of days from 0 to {MOST}", "near")


def _before(day: Day) -> _Told | None:
    """Read the weekdays that stand before a date."""
    begin = max(0, day.start - WIDTH)
    match = BEFORE.search(day.text[begin : day.start])
    if match is None:
        return None
    start = begin + match.start()
    if (match["names"] == "Sun" or "(" in match["gap"]) and NAMED.search(day.text[max(0, start - WIDTH) : start]):
        return None
    until = day.until
    if match["from"]:
        first, until = int(match["from"]), day.day
    else:
        first = day.day
        if not until and (after := UNTIL.match(day.text, day.end)):
            until = int(after[1])
    end = day.end + ("(" in match["gap"] and day.text.startswith(")", day.end))
    return _Told(_numbers(match["names"]), first, until if first < until <= 31 else first, start, end)


def _behind(day: Day) -> _Told | None:
    """Read the weekday that stands behind a date."""
    match = BEHIND.match(day.text, day.end)
    if match is None and day.form == "iso":
        match = BEHIND_ISO.match(day.text, day.end)
    if match is None or day.until:
        return None
    return _Told(_numbers(match[match.lastgroup or 0]), day.day, day.day, day.start, match.end())


def _rows(post: Post) -> dict[Span, int]:
    """Return, for each cell of a table by its place, the weekday that is all there is in a cell beside it.

    A weekday between two dates may be that of either.
    """
    found: dict[Span, list[int]] = {}
    cells = [block for block in post.blocks if block.role == "cell"]
    joined = [False, *(_joined(one, other, post) for one, other in pairwise(cells)), False]
    for number, cell in enumerate(cells):
        if match := ALONE.fullmatch(cell.prose.text):
            sides = [cells[at] for at, tied in ((number - 1, joined[number]), (number + 1, joined[number + 1])) if tied]
            dated = [side.span for side in sides if DATED.search(side.prose.text)]
            if len(dated) == 1:
                found.setdefault(dated[0], []).extend(_numbers(match[1]))
    return {span: names[0] for span, names in found.items() if len(names) == 1}


def _joined(one: Block, other: Block, post: Post) -> bool:
    """Tell whether two cells stand in one row."""
    return one.group == other.group and not NEW_ROW.search(post.source.text, one.span.end, other.span.start)


def _beside(day: Day, rows: dict[Span, int]) -> _Told | None:
    """Read the weekday that stands in the next cell to that of a date."""
    name = rows.get(day.block.span)
    if name is None or day.until or len(day.text) > day.end - day.start + BLANKS:
        return None
    return _Told((name,), day.day, day.day, day.start, day.end)


def _numbers(names: str) -> tuple[int, ...]:
    return tuple(ORDER[word[:3].lower()] for word in LETTERS.findall(names) if word in FORMS)


def _years(day: Day, today: dt.date | None, near: int) -> list[int]:
    """Return the years that a date without one may be of: first that in which it is near the day of the post, then that
    in which it lies ahead. None where the text beside it speaks of another."""
    around = [today.year - 1, today.year, today.year + 1] if today and near else []
    away = {year: (date - today).days for year in around if today and (date := _date(year, day.month, day.day))}
    found = [year for year in away if abs(away[year]) <= near]
    if not found or not _named(day.text) <= set(found):
        return []
    return found + [year for year in away if near < away[year] <= AHEAD]


def _spoken(post: Post) -> frozenset[int]:
    """Return the years that a post speaks of, its title and the name of its file included."""
    return _named("\n".join([post.source.path, post.title, *(block.prose.text for block in post.blocks)]))


@lru_cache(maxsize=1)  # asked again for each date of a paragraph
def _named(text: str) -> frozenset[int]:
    return frozenset(int(year) for year in YEAR.findall(text))


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _wrong(told: _Told, year: int, month: int, since: int) -> tuple[int, dt.date] | None:
    """Return the first weekday that is not that of its date, and this date.

    Several weekdays are held against the first and the last day of a range that is as long, or where both are short:
    open Monday to Friday, May 3–30, tells of many weeks.
    """
    length, days = (told.names[-1] - told.names[0]) % 7, told.last - told.first
    if len(told.names) > 1 and (not days or (length != days and max(length, days) > SHORT_RANGE)):
        return None
    pairs = [(told.names[0], told.first)] + [(told.names[-1], told.last)] * (len(told.names) > 1)
    for name, day in pairs:
        date = _date(year, month, day)
        if date is None:
            return None
        if name not in _weekdays(date, since):
            return name, date
    return None


def _weekdays(date: dt.date, since: int) -> tuple[int, ...]:
    """The weekdays that a date may fall on: before `since`, in either calendar; before the reform, on any."""
    if date.year < REFORM:
        return tuple(range(7))
    century = (date.year - (date.month < 3)) // 100
    old = (date.weekday() + century - century // 4 - 2) % 7
    return (date.weekday(),) if date.year >= since else (date.weekday(), old)


def _hit(day: Day, told: _Told, name: int, date: dt.date) -> Hit:
    near: list[dt.date | None] = [date - dt.timedelta(1), date + dt.timedelta(1)]
    near += [_date(date.year + step, date.month, date.day) for step in (-1, 1)]
    near += [_date(date.year, date.month + step, date.day) for step in (-1, 1)]
    fits = [shown(other) for other in near if other is not None and other.weekday() == name]
    words = {
        "date": shown(date),
        "right": NAMES[date.weekday()],
        "written": NAMES[name],
        "hint": f"; {' or '.join(fits)} would be" if fits else "",
    }
    return Hit(day.block.prose.home(told.start, told.end), words, severity=None if day.year else "warning")
