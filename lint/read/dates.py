"""Dates as files write them: in front matter, alone on a line, in a path."""

import datetime as dt
from collections.abc import Iterable
from itertools import islice

from lint import patterns as re
from lint.model.post import Block

# Month names of the languages whose dates are read, by their first letters without accents.
_NAMES = (
    "january jan januar janvier janv enero ene gennaio gen janeiro januari jänner",
    "february feb februar février fevrier févr fevr febrero febbraio fevereiro fev februari feber",
    "march mar märz maerz mrz mars marzo março marco maart mrt",
    "april apr avril avr abril abr aprile",
    "may mai mayo maggio mag maio mei maj",
    "june jun juni juin junio giugno giu junho",
    "july jul juli juillet juil julio luglio lug julho",
    "august aug août aout agosto ago augustus augusti",
    "september sep sept septembre septiembre settembre set setembro",
    "october oct oktober okt octobre octubre ottobre ott outubro out",
    "november nov novembre noviembre novembro",
    "december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro desember",
)
MONTHS = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}
_MONTH = r"(?P<month>[^\W\d_]{3,10})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|°|\.)?"
_TIME = r"(?:(?:,|\s+at|\s+um|\s+à)?\s*T?\s*\d{1,2}[:.h]\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?)"
_ZONE = r"(?:\s*(?:[ap]\.?m\.?|uhr))?(?:\s*(?:z|[a-z]{2,4}|(?:utc|gmt)?[+-]\d{2}:?\d{2}))?(?:\s*\([^()\n]{1,20}\))?"
_FORMS = (
    r"(?P<year>\d{4})-(?P<m>\d{1,2})-(?P<day>\d{1,2})(?!\d)",
    r"(?P<year>\d{4})[/.](?P<m>\d{1,2})[/.](?P<day>\d{1,2})(?!\d)",
    rf"(?:[^\W\d_]{{2,10}}\.?,?\s+)?{_DAY}\s+(?:de\s+)?{_MONTH},?\s+(?:de\s+)?(?P<year>\d{{4}})(?!\d)",
    rf"(?:[^\W\d_]{{2,10}}\.?,?\s+)?{_MONTH}\s+{_DAY},?\s+(?P<year>\d{{4}})(?!\d)",
    r"(?P<day>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<year>\d{4})(?!\d)",
    r"(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<year>\d{4})(?!\d)",
    rf"{_MONTH},?\s+(?P<year>\d{{4}})(?!\d)",
)
FORMS = tuple(re.compile(form, re.IGNORECASE) for form in _FORMS)
TAIL = re.compile(rf"(?P<time>{_TIME}{_ZONE})?", re.IGNORECASE)
LABEL = re.compile(
    r"(?:(?:first )?(?:posted|published|written|updated|date|last updated)\b[ \t]*(?:on\b)?:?[ \t]*)", re.IGNORECASE
)
REMARK = re.compile(r"\s*(?:[|·•–—-]\s*\S.{0,60})?", re.DOTALL)
IN_PATH = re.compile(r"(?:^|/)(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?=[-_/.])")
YEAR = re.compile(r"\d{4}")
LONGEST = 80


def a_date(value: object) -> dt.date | None:
    """Read a date in any of the usual notations; None where it is none, has no year, or may be read two ways."""
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    text = str(value or "").strip()
    if not text or len(text) > LONGEST:
        return None
    for form in FORMS:
        if match := form.match(text):
            return _day(match)
    return None


def alone(line: str) -> tuple[dt.date | None, bool] | None:
    """Tell whether a line is a date and nothing else; return the date (None if it may be read two ways) and whether it
    has a time of day."""
    if not 8 <= len(line) <= LONGEST or not YEAR.search(line):
        return None
    for form in FORMS[:-1]:
        if match := form.match(line):
            tail = TAIL.match(line, match.end())
            if tail is not None and tail.end() == len(line) and _plausible(match):
                return _day(match), bool(tail["time"])
    return None


def dateline(line: str) -> dt.date | None:
    """Return the date of a line such as `Published on 3 May 2024 · 5 min read`, as stands under a title."""
    if len(line) > 2 * LONGEST or not YEAR.search(line):
        return None
    label = LABEL.match(line)
    start = label.end() if label else 0
    for form in FORMS[:-1]:
        if match := form.match(line, start):
            tail = TAIL.match(line, match.end())
            end = tail.end() if tail else match.end()
            if REMARK.fullmatch(line, end):
                return _day(match)
    return None


def in_path(path: str) -> dt.date | None:
    """Return the date that a file name or its folders carry, such as 2024-03-01-title.md."""
    found = IN_PATH.search(path)
    return a_date("-".join(found.groups())) if found else None


def byline(blocks: Iterable[Block]) -> dt.date | None:
    """Return the date that stands alone in one of the first blocks, under the title."""
    for block in islice(blocks, 4):
        for line in block.prose.text.split("\n")[:4]:
            if found := dateline(line.strip()):
                return found
    return None


def _plausible(match: re.Match[str]) -> bool:
    parts = match.groupdict()
    return "month" not in parts or parts["month"].lower() in MONTHS


def _day(match: re.Match[str]) -> dt.date | None:
    parts = match.groupdict()
    try:
        if "a" in parts:
            a, b = int(parts["a"]), int(parts["b"])
            if a != b and a <= 12 and b <= 12:
                return None
            return dt.date(int(parts["year"]), *((b, a) if a > 12 else (a, b)))
        month = MONTHS.get(parts["month"].lower(), 0) if "month" in parts else int(parts["m"])
        return dt.date(int(parts["year"]), month, int(parts.get("day") or 1))
    except ValueError:
        return None
