"""The days of the calendar that a post names: its facts in, each day with the words around it out."""

import datetime as dt
from bisect import bisect_right
from calendar import isleap, monthrange
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from lint import patterns as re
from lint.check._scope import QUOTATION
from lint.model.facts import Facts
from lint.model.post import Block, Post

VALUE = re.compile(r"(?:(\d{4})-)?(\d\d)-(\d\d)")
NUMBERS = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
UNTIL = re.compile(r"[-–](\d{1,2})\b")
# What may stand around a date in figures that is no part of an address, a name of a file or a number of something.
BEFORE, AFTER = frozenset(" \n\t(['\"“‘<>*:,;|–—"), re.compile(r"[\s)\]'\"”’<>*:,;!?|–—]|T\d\d:|\.(?!\w)|$")
REACH = 300  # characters
MONTHS = "January February March April May June July August September October November December".split()


class Day(NamedTuple):
    """A day that may be none (February 30), at `start:end` of a block's flat text; `year` is 0 where it has none.

    until  the last day of a range within the month (March 3–5), else 0
    form   iso, numbers or words
    """

    block: Block
    text: str
    start: int
    end: int
    year: int
    month: int
    day: int
    until: int
    form: str


def days(post: Post, facts: Facts, odd: bool = False) -> Iterator[Day]:
    """Yield the days that a post names outside of block quotations and code; or (`odd`) just those of which the month
    has no such day. A date in figures is left out where it may be read two ways."""
    named = [(spot.span, said) for spot in facts.dates if (said := _said(spot.kind, spot.text, odd))]
    blocks = sorted((block for block in post.blocks if block.role != "code"), key=_begin) if named else []
    flat = lru_cache(maxsize=1)(lambda number: blocks[number].prose.flat)
    for span, said in named:
        number = bisect_right(blocks, span.start, key=_begin) - 1
        at = blocks[number].prose.find(span) if number >= 0 and not blocks[number].quoted else None
        if at is not None:
            day = Day(blocks[number], flat(number), at[0], at[1], *said)
            if day.form == "words" or _apart(day):
                yield day


def _begin(block: Block) -> int:
    return block.span.start


def _said(value: str, text: str, odd: bool) -> tuple[int, int, int, int, str] | None:
    """Return year, month, day, last day and form of a date's normal form where it is a day, and an odd one if asked."""
    if match := VALUE.fullmatch(value):
        year, month, day = (int(part or 0) for part in match.groups())
        form = "iso" if text == value else "words"
    elif match := NUMBERS.fullmatch(value):
        month, day, year = *sorted(map(int, match.groups()[:2])), int(match[3])
        form = "numbers" if month == day or day > 12 else ""
    else:
        return None
    tail = UNTIL.search(text) if form == "words" else None
    until = int(tail[1]) if tail and day < int(tail[1]) <= 31 else 0
    if not (form and 1 <= month <= 12 and 1 <= day <= 31) or (odd and exists(year, month, until or day)):
        return None
    return year, month, day, until, form


def _apart(day: Day) -> bool:
    before = day.text[day.start - 1 : day.start] if day.start else ""
    return (not before or before in BEFORE) and AFTER.match(day.text, day.end) is not None


def is_said(day: Day, about: tuple[str, ...]) -> bool:
    """Tell whether the writer says a date as a true one: it stands in no quotation, and none of the words about wrong
    dates close by."""
    spans = _quotations(day.text)
    number = bisect_right(spans, (day.start, len(day.text))) - 1
    if number >= 0 and day.start < spans[number][1]:
        return False
    near = day.text[max(0, day.start - REACH) : day.end + REACH].lower()
    return not any(word in near for word in about)


@lru_cache(maxsize=1)  # asked again for each date of a paragraph
def _quotations(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in QUOTATION.finditer(text)]


def exists(year: int, month: int, day: int) -> bool:
    """Tell whether there is or was such a day. Without a year every month is as long as it ever is.

    The old calendar was in use somewhere until 1923, and Sweden once made up for a leap day.
    """
    if month == 2 and day == 29:
        return isleap(year) or (year < 1924 and year % 4 == 0)
    return day <= longest(month) or (year, month, day) == (1712, 2, 30)


def longest(month: int) -> int:
    """Return how many days a month has at most."""
    return monthrange(2000, month)[1]


def shown(date: dt.date) -> str:
    """Return a date in words."""
    return f"{MONTHS[date.month - 1]} {date.day}, {date.year}"
