"""An aggregator's listing of the latest posts: each is its site and age, its title, its text and a counter."""

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from lint import patterns as re
from lint.model.post import Post
from lint.model.text import Source, Span
from lint.read import dates, lines, plain
from lint.read.lines import Line

AGE = re.compile(
    r"(?P<site>\S.{0,79}?)[ \t·•|,–—-]{1,4}(?:(?:just now|today|yesterday|last (?:week|month|year)"
    r"|(?:\d{1,3}|an?|one) ?(?:sec(?:ond)?|min(?:ute)?|hour|hr|day|week|month|year|[smhdwy])s?(?: ago)?)"
    r"|(?P<date>(?:[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}|\d{1,2} [A-Z][a-z]{2,8}\.? \d{4}|\d{4}-\d{2}-\d{2})))",
    re.IGNORECASE,
)
COUNTER = re.compile(
    r"\d[\d.,]{0,12}[km]? (?:(?:view|point|comment|like|read|share|clap|vote|boost)s?|replies)\b.{0,80}",
    re.IGNORECASE,
)
HEADER = re.compile(
    r"[^\d\n]{0,40}\bposts?\b[^\d\n]{0,10}\(\d[\d,.]* found\)|\d[\d,.]* (?:posts?|articles?|results?|entries).{0,40}",
    re.I,
)


class _Entry(NamedTuple):
    """The lines of one entry, by index; `stop` is exclusive and leaves the counter out."""

    head: int
    title: int
    stop: int
    date: dt.date | None


def matches(source: Source) -> bool:
    """Tell whether the text is a listing: counters, and two entries or more (one is enough under a header)."""
    every = lines.split(source.text)
    first = next((line.text for line in every if line.text), "")
    found = list(_entries(every))
    counted = sum(1 for line in every if COUNTER.fullmatch(line.text))
    header = bool(HEADER.fullmatch(first))
    return bool(found) and counted > 0 and (header or len(found) > 1)


def read(source: Source) -> Iterator[Post]:
    """Yield the posts of the listing; an age such as `3 days ago` dates none of them."""
    every = lines.split(source.text)
    for entry in _entries(every):
        title = every[entry.title]
        body = every[entry.title + 1 : entry.stop]
        words = [line for line in body if line.text]
        yield Post(
            source,
            "listing",
            Span(every[entry.head].start, words[-1].end if words else title.end),
            title=title.text,
            title_at=title.span,
            date=entry.date,
            meta={"site": (AGE.fullmatch(every[entry.head].text) or [""])["site"]},  # type: ignore[call-overload]
            body=words[0].begin if words else title.end,
            blocks=(plain.title_block(title), *lines.blocks(body)),
        )


def _entries(every: list[Line]) -> Iterator[_Entry]:
    heads = [found for index in range(len(every)) if (found := _head(every, index)) is not None]
    for number, (index, title, date) in enumerate(heads):
        stop = heads[number + 1][0] if number + 1 < len(heads) else len(every)
        last = stop
        while last > title + 1 and not every[last - 1].text:
            last -= 1
        if COUNTER.fullmatch(every[last - 1].text):
            stop = last - 1
        yield _Entry(index, title, stop, date)


def _head(every: list[Line], index: int) -> tuple[int, int, dt.date | None] | None:
    """Return the lines of the site and of the title if an entry begins here: a counter, a header or a blank line
    before it, and the title alone between blank lines after it."""
    match = AGE.fullmatch(every[index].text)
    if match is None or index + 2 >= len(every) or every[index + 1].text:
        return None
    before = every[index - 1].text if index else ""
    if before and not COUNTER.fullmatch(before) and not HEADER.fullmatch(before):
        return None
    title = index + 2
    if not every[title].text or (title + 1 < len(every) and every[title + 1].text):
        return None
    return index, title, dates.a_date(match["date"]) if match["date"] else None
