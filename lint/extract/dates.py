"""Dates and periods in running text, each in a normal form: 2025-09-22, 09-22, 2025-09, 2024-Q3, FY2024, 2024."""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import NamedTuple

from lint import patterns as re
from lint.extract.bag import bag


class Moment(NamedTuple):
    """A date or period at `start:end`. kind: day, month, quarter, half, fiscal, year or span (nine months to …)."""

    start: int
    end: int
    kind: str
    value: str


_MONTH_WORDS = (
    "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|"
    "Dec(?:ember)?"
)
_MONTHS = {
    m: i for i, m in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1)
}
# What is counted behind a number that may be a year: then it is none.
COUNTED = bag(
    "people workers employees jobs users points votes customers members followers subscribers stars views comments "
    "likes downloads messages"
)
_YEAR = r"(?:1[5-9]\d\d|20\d\d)(?![\d%]|[.,:]\d|-\d{1,3}-)"
_ORDER = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
    "1": 1, "2": 2, "3": 3, "4": 4,
          "march": 1, "june": 2, "september": 3, "december": 4, "holiday": 4}  # fmt: skip
_SPANS = {"quarter": 3, "three": 3, "six": 6, "nine": 9, "twelve": 12, "3": 3, "6": 6, "9": 9, "12": 12}

# The look ahead is for speed only: it passes over what none of the forms begins with; few begin inside a word.
_ABSOLUTE = re.compile(
    rf"(?=[0-9]|(?<![A-Za-z])[ADFHJLMNOQSTYfhlnqsty]|[NQSTYnqsty](?:hree|welve|ix|ine|uarter|ear))(?:"
    rf"(?P<iso>(?<![\d.-])20\d\d-[01]\d-[0-3]\d(?![\d-]))"
    rf"|(?P<span>(?:(?:[Tt]hree|[Ss]ix|[Nn]ine|[Tt]welve|3|6|9|12) months|[Qq]uarter)"
    rf" (?:(?:that )?end(?:ed|ing)|to|through|until)(?: in| on)?(?: the end of| end-)? ?"
    rf"(?:{_MONTH_WORDS})\b\.?(?: \d{{1,2}}(?:st|th|nd|rd)?\b(?!\d))?,?(?: {_YEAR})?)"
    rf"|(?P<stretch>\b(?:{_MONTH_WORDS}) (?:and|to|through|until|–|-) ?(?:{_MONTH_WORDS})\b,? {_YEAR})"
    rf"|(?P<twelve>(?:[Yy]ear|12 months|[Tt]welve months) (?:(?:that )?end(?:ed|ing)"
    rf"|to)(?: in)? (?:{_MONTH_WORDS})\b\.?"
    rf"(?: \d{{1,2}}(?:st|th|nd|rd)?\b(?!\d))?,? {_YEAR})"
    rf"|(?P<quarter>\bQ[1-4](?![\w-])(?:(?: of|,)? ?(?:FY ?|fiscal (?:year )?)?(?:{_YEAR}"
    rf"|['’]?\d\d\b(?![%,.]\d)))?|\b[1-4]Q ?(?:{_YEAR}|['’]?\d\d)\b"
    rf"|(?:\b[Ff]iscal[- ])?\b(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]inal|1st|2nd|3rd|4th|March|June"
    rf"|September|December|[Hh]oliday)[- ]"
    rf"(?:fiscal[- ])?quarter\b(?:(?:,| of| in)?(?: the)? (?:fiscal (?:year )?|FY ?)?{_YEAR})?)"
    rf"|(?P<first>\b[Ff]irst (?:three|six|nine) months of {_YEAR}|\b(?:[Ll]ast|[Ff]inal) three months of {_YEAR})"
    rf"|(?P<half>\bH[12](?![\w-])(?:(?: of)? (?:FY)?(?:{_YEAR}|\d\d\b))?|\b(?:[Ff]irst"
    rf"|[Ss]econd) half of (?:fiscal )?{_YEAR})"
    rf"|(?P<mdy>\b(?:{_MONTH_WORDS})\b\.? [0-3]?\d(?:st|nd|rd|th)?\b(?!%|:\d|,?\d"
    rf"|\.\d)(?:[-–][0-3]?\d\b)?(?:,? {_YEAR})?)"
    rf"|(?P<dmy>(?<![\d.,$€£-])[0-3]?\d(?:st|nd|rd|th)?(?: of)? (?:{_MONTH_WORDS})\b(?:\.?,? {_YEAR})?)"
    rf"|(?P<my>\b(?:{_MONTH_WORDS})\b\.?,?(?: of)? {_YEAR})"
    rf"|(?P<num>(?<![\d/.])[0-3]?\d/[0-3]?\d/(?:20\d\d|19\d\d|\d\d)(?![\d/]))"
    rf"|(?P<fiscal>\b(?:[Ff]iscal(?: year)?|FY) ?(?:{_YEAR}|['’]?\d\d\b(?![%,.]\d)))"
    rf"|(?P<years>(?<![\w$€£.,-])(?:1[5-9]\d\d|20\d\d)[-–/](?:\d\d|\d{{4}})(?![\w%/-]|[.,]\d))"
    rf"|(?P<year>(?<![\w$€£.,/#-]){_YEAR}(?![\w²³/°+-])(?! ?(?:million|billion|trillion|bn|per ?cent|pct|mAh|px"
    rf"|megawatts?|[kMG]W|"
    rf"[Mk]?Hz|rpm|{'|'.join(sorted(COUNTED))}|point|hp|horsepower|(?:square |sq\.? ?)?(?:feet|ft"
    rf"|miles|meters|metres|km|m)|tons?|tonnes)\b)))"
)
# Whatever is a date holds one of these: most sentences with a number hold none. Two are faster than one for both.
_DIGITS = re.compile(r"\d(?:(?<=[12])\d\d\d|[Q/])")
_WORDS = re.compile(r"Q\d|H[12]|FY|iscal|quarter|half of|months|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec")
# Each of the words that _RELATIVE finds ends in one of these.
_STRETCHES = ("year", "quarter", "month", "week", "day")
_RELATIVE = re.compile(
    r"\b(?:(?P<which>last|this|next|previous|prior|past|current|latest|same|recent|coming)(?: fiscal"
    r"| calendar)?(?: full)? (?P<unit>year|quarter|month|week)\b(?!['’]s)"
    r"|(?P<ago>a year|two years|a month|a quarter) (?:ago|earlier|before)\b"
    r"|(?P<day>yesterday|today)\b"
    r"|(?P<words>in the (?:year|quarter))\b)",
    re.IGNORECASE,
)


def dates(text: str, start: int, end: int, today: dt.date | None = None) -> list[Moment]:
    """Return the dates and periods written in `text[start:end]`; a quarter without a year is told from `today`."""
    if _DIGITS.search(text, start, end) is None and _WORDS.search(text, start, end) is None:
        return []
    return list(_absolute(text, start, end, today))


def _absolute(text: str, start: int, end: int, today: dt.date | None) -> Iterator[Moment]:
    for match in _ABSOLUTE.finditer(text, start, end):
        kind = match.lastgroup or ""
        value = _READERS[kind](match[0], today)
        if value:
            yield Moment(match.start(), match.end(), _KINDS.get(kind, kind), value)


def relative(text: str, start: int, end: int, today: dt.date | None) -> list[Moment]:
    """Return the periods told from the day of the post: last year, this quarter. Without a day there are none."""
    if today is None:
        return []
    low = text[start:end].lower()
    if not any(word in low for word in _STRETCHES):
        return []
    found = []
    for match in _RELATIVE.finditer(text, start, end):
        value = _told(match, today)
        if value:
            found.append(Moment(match.start(), match.end(), (match["unit"] or "day").lower(), value))
    return _before_last(found, text)


def _before_last(found: list[Moment], text: str) -> list[Moment]:
    """Behind "last year", the previous year is the one before it."""
    last = next((moment for moment in found if text[moment.start : moment.end].lower() == "last year"), None)
    return [
        moment._replace(value=str(int(moment.value) - 1))
        if last is not None and moment.start > last.start and _PREVIOUS.fullmatch(text, moment.start, moment.end)
        else moment
        for moment in found
    ]


_PREVIOUS = re.compile(r"(?:previous|prior) year", re.IGNORECASE)


def _told(match: re.Match[str], today: dt.date) -> str:
    if match["day"]:
        return (today - dt.timedelta(days=match["day"].lower() == "yesterday")).isoformat()
    if not match["which"]:
        return ""
    step = {"last": -1, "previous": -1, "prior": -1, "past": -1, "next": 1, "coming": 1}.get(match["which"].lower(), 0)
    unit = match["unit"].lower()
    if unit == "year":
        return str(today.year + step)
    if unit == "quarter":
        index = (
            today.year * 4
            + (today.month - 1) // 3
            + (step or (-1 if match["which"].lower() in ("latest", "recent") else 0))
        )
        return f"{index // 4}-Q{index % 4 + 1}"
    if unit == "month":
        index = today.year * 12 + today.month - 1 + step
        return f"{index // 12}-{index % 12 + 1:02}"
    return ""


def _month(word: str) -> int:
    return _MONTHS[word[:3].lower()]


_PARTS = re.compile(rf"(?P<month>{_MONTH_WORDS})\b|(?P<year>(?:1[5-9]|20)\d\d)|(?P<day>\d{{1,2}})")


def _parts(raw: str) -> tuple[int, int, int]:
    """Return year, month and day of a date in words, 0 where it has none."""
    year = month = day = 0
    for match in _PARTS.finditer(raw):
        if match["month"]:
            month = _month(match["month"])
        elif match["year"]:
            year = int(match["year"])
        elif not day:
            day = int(match["day"])
    return year, month, day


def _day(raw: str, today: dt.date | None) -> str:
    year, month, day = _parts(raw)
    if not 1 <= day <= 31:
        return ""
    return f"{year}-{month:02}-{day:02}" if year else f"{month:02}-{day:02}"


def _month_year(raw: str, today: dt.date | None) -> str:
    year, month, _ = _parts(raw)
    return f"{year}-{month:02}"


def _year_of(raw: str) -> int:
    match = re.search(r"(?:1[5-9]|20)\d\d", raw)
    if match:
        return int(match[0])
    short = re.search(r"(?:['’]|FY ?|[\dQH] ?)(\d\d)$", raw)
    return 2000 + int(short[1]) if short else 0


def _quarter(raw: str, today: dt.date | None) -> str:
    low = raw.lower()
    number = re.search(
        r"q([1-4])|([1-4])q|(first|second|third|fourth|final|1st|2nd|3rd|4th|march|june|september|december|holiday)",
        low,
    )
    if number is None:
        return ""
    quarter = _ORDER[next(g for g in number.groups() if g)]
    year = _year_of(raw)
    fiscal = "FY" if "fiscal" in low or "fy" in low else ""
    if not year:
        if today is None or fiscal:
            return ""
        year = today.year if quarter <= (today.month + 2) // 3 else today.year - 1
    return f"{fiscal}{year}-Q{quarter}"


def _span(raw: str, today: dt.date | None) -> str:
    """Three months to September 2025 are 2025-Q3; other spans keep their length."""
    months = _SPANS[raw.split()[0].lower()]
    year, month, _ = _parts(raw.partition(" ")[2])
    if not year:
        if today is None:
            return ""
        year = today.year if month <= today.month else today.year - 1
    if months == 3 and month % 3 == 0:
        return f"{year}-Q{month // 3}"
    if months == 12 == month:
        return str(year)
    return f"{year}-{month:02}/{months}"


def _stretch(raw: str, today: dt.date | None) -> str:
    """July to September 2025 are 2025-Q3."""
    first, last = (_month(match["month"]) for match in _PARTS.finditer(raw) if match["month"])
    if last % 3 == 0 and last - first == 2:
        return f"{_year_of(raw)}-Q{last // 3}"
    return f"{_year_of(raw)}-{first:02}/{last:02}"


def _twelve(raw: str, today: dt.date | None) -> str:
    """The year to December 2025 is 2025; another keeps its end."""
    year, month, _ = _parts(raw.split(" ", 1)[1])
    return str(year) if month == 12 else f"{year}-{month:02}/12"


def _half(raw: str, today: dt.date | None) -> str:
    year = _year_of(raw)
    return f"{year}-H{2 if '2' in raw[:2] or raw[:1] in 'sS' else 1}" if year else ""


def _first(raw: str, today: dt.date | None) -> str:
    """The first three months of 2025 are 2025-Q1, the last three 2025-Q4, the first six 2025-H1."""
    which, months = raw.lower().split()[:2]
    year = _year_of(raw)
    return (
        f"{year}-Q{1 if which == 'first' else 4}"
        if months == "three"
        else f"{year}-H1"
        if months == "six"
        else f"{year}-09/9"
    )


def _numeric(raw: str, today: dt.date | None) -> str:
    return raw


_READERS: dict[str, Callable[[str, dt.date | None], str]] = {
    "iso": lambda raw, today: raw,
    "span": _span,
    "stretch": _stretch,
    "quarter": _quarter,
    "twelve": _twelve,
    "first": _first,
    "half": _half,
    "mdy": _day,
    "dmy": _day,
    "my": _month_year,
    "num": _numeric,
    "fiscal": lambda raw, today: f"FY{_year_of(raw)}" if _year_of(raw) else "",
    "years": lambda raw, today: raw,
    "year": lambda raw, today: raw,
}
_KINDS = {
    "first": "quarter",
    "stretch": "quarter",
    "iso": "day",
    "mdy": "day",
    "dmy": "day",
    "num": "day",
    "my": "month",
    "years": "year",
    "twelve": "year",
}
