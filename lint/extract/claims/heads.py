"""What stands above a terse table: the period of its figures, and whose they are."""

import datetime as dt
from typing import NamedTuple

from lint import patterns as re
from lint.extract.bag import bag
from lint.extract.claims.entities import (
    canonical,
    fold,
    identity,
    is_authority,
    is_bare,
    is_known,
    is_place,
    is_publication,
    without_form,
)
from lint.extract.claims.frames import Lexicon
from lint.extract.claims.named import nation
from lint.extract.claims.tokens import tokens
from lint.extract.dates import dates

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
_DAY = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine)"
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_NUMBERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "three": 3, "six": 6, "nine": 9, "twelve": 12}
_PERIOD = re.compile(
    rf"(?:(?P<before>(?:19|20)\d\d) )?(?:the )?(?:(?P<quarter>[1-4])(?:st|nd|rd|th) (?:qtr|quarter)"
    rf"|(?P<spelt>first|second|third|fourth|final)[- ](?:qtr|quarter)|q(?P<q>[1-4])|(?P<nq>[1-4])q"
    rf"|(?P<half>1st|2nd|first|second)[- ]half|h(?P<h>[12])|(?P<nh>[12])h"
    rf"|(?:first )?(?P<months>three|six|nine|twelve|3|6|9|12) (?:mths|months|mos)"
    rf"|(?P<year>(?:full[- ]|fiscal |calendar )?(?:year|yr)|fy(?= ?['’]?\d)|calendar))(?:\b|(?<=fy))"
    rf"(?:(?:,| of|,? fiscal)? ?(?P<after>(?:19|20)\d\d|['’]?\d\d)\b(?!,))?"
    rf"(?:,? ?(?:(?:that )?(?:end(?:s|ed|ing)?|to)(?: in)? )?(?P<month>{_MONTH})(?: {_DAY}\b)?"
    rf"(?:,? (?P<of>(?:19|20)\d\d))?)?",
    re.IGNORECASE,
)
_ENDS = re.compile(
    rf"(?:(?:qtr|quarter|period|year|yr|half|mths|months)s? )?(?:end(?:s|ed|ing)?|to)(?: in)? {_MONTH}(?: {_DAY})?"
    rf"(?:,? (?:19|20)\d\d)?|{_MONTH}(?: {_DAY})? end",
    re.IGNORECASE,
)
_BARE = re.compile(r"\b((?:19|20)\d\d)(?= (?:net|loss|oper|results?|earnings|profits?)\b|$)", re.IGNORECASE)
ROLLING = 12


class Period(NamedTuple):
    """A stretch of business: months 3, 6, 9 or 12; number of the quarter or half, 0 where none is told.

    year and month of its end, 0 where not told; twelve months are ROLLING: those of a year only beside a fourth quarter
    """

    months: int
    number: int = 0
    year: int = 0
    month: int = 0

    def value(self, base: "Period | None", today: dt.date | None) -> str:
        """Return its normal form, as that of a period in prose; what is not told is taken from the table's own."""
        month = self.month or (base.month if base is not None else 0)
        year = self.year or self._year(base, month, today)
        if not year:
            return "?"
        if self.number == ROLLING and (base is None or base.number != 4):
            return "?"
        if self.months == 12:
            if month and month != 12:
                return f"{year}-{month:02}/12"
            return str(year)
        if self.months == 3:
            return f"{year}-Q{self.number}" if self.number else "?"
        if self.month and not self.number and self.month != self.months:
            return f"{year}-{self.month:02}/{self.months}"
        return f"{year}-H{self.number or 1}" if self.months == 6 else f"{year}-09/9"

    def _year(self, base: "Period | None", month: int, today: dt.date | None) -> int:
        if base is not None and base is not self and not (self.months == 12 and month) and (base.year or today):
            return int(base.value(None, today)[:4]) if base.value(None, today) != "?" else 0
        if today is None:
            return 0
        if self.months == 3 and self.number:
            return today.year if self.number <= (today.month + 2) // 3 else today.year - 1
        last = month or (6 * self.number if self.months == 6 else self.months)
        if self.months == 12 and not month:
            return today.year if today.month > 6 else today.year - 1
        return today.year if last <= today.month else today.year - 1


def last_year(period: str) -> str:
    """Return the same period a year earlier."""
    return re.sub(r"(?:19|20)\d\d", lambda match: str(int(match[0]) - 1), period, count=1)


def period(text: str) -> tuple[Period, int, int] | None:
    """Return the first period that a heading names, and where it stands."""
    match = _PERIOD.search(text)
    while match is not None and (text[: match.start()][-1:].isalnum() or match[0].lower() in ("fy", "calendar")):
        match = _PERIOD.search(text, match.end())
    if match is None:
        bare = _BARE.search(text)
        return (Period(12, 0, int(bare[1])), bare.start(1), bare.end(1)) if bare else None
    year = match["of"] or match["after"] or match["before"] or "0"
    year = year if len(year) < 3 else year[-4:]
    number = int(year.strip("'’"))
    number += 2000 if year != "0" and number < 100 else 0
    month = _MONTHS.index(match["month"][:3].lower()) + 1 if match["month"] else 0
    if match["year"]:
        made = Period(12, 0, number, month)
    elif match["months"]:
        months = _number(match["months"])
        made = Period(months, ROLLING if months == 12 else 0, number, month)
    elif half := match["half"] or match["h"] or match["nh"]:
        made = Period(6, _number(half), number, month)
    else:
        made = Period(3, _number(match["quarter"] or match["spelt"] or match["q"] or match["nq"]), number, month)
    return made, match.start(), match.end()


def _number(word: str) -> int:
    low = word.lower()
    return _NUMBERS.get(low) or int(low.rstrip("sndrth"))


def section(line: str) -> Period | None:
    """Return the period that a line names which says nothing else: Nine mths; YEAR; 3rd Quarter."""
    plain = line.strip(" \t*_:.-–—=#")
    found = period(plain) if len(plain) < 48 else None
    return found[0] if found is not None and found[1] == 0 and found[2] == len(plain) else None


def ended(line: str) -> bool:
    """Tell whether a line only says when the period of the table ended: Qtr ended Jan 31."""
    return _ENDS.fullmatch(line.strip(" \t*_:.-–—")) is not None


_TICKER = re.compile(r" ?[<\[][A-Z0-9.=/-]{1,10}[>\]]| ?\((?:[A-Z][A-Za-z]{1,9}: ?)?[A-Z][A-Z.]{0,6}\)")
_WHOLE = re.compile(r"<([^<>]{3,60})>")
# Acme <ACM> unit: somebody else.
_PART = re.compile(r"['’]s\b| .{0,30}\b(?:units?|subsidiar\w{1,3}|division|affiliate|arm|sub)\b", re.IGNORECASE)
_LEAD = re.compile(
    r"\(?(?:correct(?:ed|ion|s)|updated?|repeat(?:ed)?|refiled?|rpt|revised)\)?(?: ?[-–—:]+ ?| (?=<))",
    re.IGNORECASE,
)


def ticker(text: str) -> tuple[str, ...]:
    """Return the ticker that a heading names, without its exchange."""
    found = [re.sub(r"[^A-Z0-9.]|\..*", "", match[0].rpartition(":")[2]) for match in _TICKER.finditer(text)]
    return (f"${found[0]}",) if len(found) == 1 and found[0] else ()


def who(text: str, words: Lexicon) -> tuple[str, ...]:
    """Return whom a heading names that its figures can be of, each by the house name."""
    lead = _LEAD.match(text)
    text = text[lead.end() :] if lead else text
    if (whole := _WHOLE.match(text.strip())) and not _TICKER.fullmatch(whole[0]):
        return _party(whole[1])
    listed = _TICKER.search(text)
    if listed is not None and _PART.match(text, listed.end()):
        return ()
    if listed is not None and (text[: listed.start()].isupper() or text[: listed.start()].istitle()):
        return _party(text[: listed.start()]) if _TICKER.search(text, listed.end()) is None else ()
    found = period(text)
    if text.isupper():
        return _party(text[: found[1]]) if found is not None else ()
    text = text if found is None else f"{text[: found[1]]},{text[found[1] + 1 : found[2]]}{text[found[2] :]}"
    return named(text, words)


def _party(name: str) -> tuple[str, ...]:
    name = name.strip(" -–—:,<>'\"“”(")
    if not name or len(name.split()) > 7 or is_bare(name):
        return ()
    house = canonical(name)
    plain = without_form(name)
    if fold(house) != fold(plain) and not is_known(plain):
        house = plain  # Acme Industries may be somebody else than the Acme of the table
    if house.isupper() and len(house) > 4:
        house = " ".join(word.title() if len(word) > 3 else _SMALL.get(word, word) for word in house.split())
    return (house,)


_SMALL = {word.upper(): word for word in ("of", "and", "the", "for", "in", "de")}


def named(text: str, words: Lexicon) -> tuple[str, ...]:
    """Return whom a stretch of text names that may be a company, each once."""
    found: dict[str, str] = {}
    line = tokens(text, 0, len(text), [], dates(text, 0, len(text)), words)
    for token in line:
        if token.kind == "N":
            house = canonical(token.low)
            if (
                is_publication(house)
                or is_authority(house)
                or is_bare(house)
                or is_place(house)
                or nation(house.lower())
            ):
                continue
            found.setdefault(identity(house)[0], house)
    return tuple(found.values())


_UNKNOWN = re.compile(r"\b(?:mths?|months|mos|weeks|wks|qtr|quarter|half|years?|yr|period)\b", re.IGNORECASE)


def untimely(line: str) -> bool:
    """Tell whether a heading or line names a stretch of time that has no normal form: Two mths."""
    return len(line) < 80 and _UNKNOWN.search(line) is not None


def columns(line: str, today: dt.date | None) -> list[str]:
    """Return the periods of a line that names nothing else: 1986 1985."""
    if len(line) > 100 or not line:
        return []
    found = [moment for moment in dates(line, 0, len(line), today) if moment.kind != "day"]
    rest = line
    for moment in reversed(found):
        rest = rest[: moment.start] + rest[moment.end :]
    return [moment.value for moment in found] if len(found) > 1 and not rest.strip(" \t|") else []


_GENERIC = bag(
    "results result key figures highlights financial financials numbers summary overview the at a glance of in "
    "and for by performance report reports period update quarterly annual headline statement income table note notes "
    "details full our its company data facts main what you need to know vs earnings per share fiscal year quarter "
    "actual latest published consolidated group"
)


def part(text: str) -> str:
    """Return the telling words of a heading that names nobody and no time: the rows below are of that part only."""
    found = [word for word in re.findall(r"[^\W\d_]+", text.lower()) if word not in _GENERIC]
    return " ".join(sorted(set(found)))
