"""The period that a figure is of: the nearest one that its sentence names."""

import datetime as dt

from lint import patterns as re
from lint.extract.claims.tokens import Token
from lint.extract.dates import Moment, relative
from lint.extract.passages import Passage

# A span of time that has no normal form: what is of it is compared with nothing.
_UNCLEAR = re.compile(
    r"\b(?:(?:two|four|five|seven|eight|ten|eleven|\d{1,2}) (?:weeks|months|days) (?:to|end|through)"
    r"|(?:six|nine|ten|four|first \w+) months\b(?! (?:to|end|through)(?!\w* \d))"
    r"|(?:last|first|final|closing) (?:three|six|nine) months of|month-to-date"
    r"|\w{1,12}-week period|\d{1,2} ?(?:-|to) ?\d{1,2} period"
    r"|[Yy]ear[- ]to[- ]date|[Hh]alf[- ]year|mid-[A-Z]"
    r"|(?:early|late|mid) (?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*/(?:Jan|Feb|Mar|Apr|May|Ju|Aug|Sep|Oct|Nov|Dec))"
)
# For speed: each of its forms holds one of these.
_HINTS = (
    "weeks ",
    "months",
    "days ",
    "period",
    "-date",
    "o date",
    "alf year",
    "alf-year",
    "mid",
    "early ",
    "late ",
    "/",
)


def period_of(passage: Passage, token: Token, today: dt.date | None) -> str:
    """Return the period a figure is of: the nearest one its sentence names."""
    hinted = any(passage.text.find(hint, passage.start, passage.end) >= 0 for hint in _HINTS)
    for unclear in _UNCLEAR.finditer(passage.text, passage.start, passage.end) if hinted else ():
        if not any(moment.start <= unclear.start() < moment.end for moment in passage.moments):
            return "?"
    moments = [moment for moment in passage.moments if moment.kind != "day"]
    moments += relative(passage.text, passage.start, passage.end, today)
    moments = [
        m
        for m in moments
        if m.value and not _NO_PERIOD.search(passage.text[max(passage.start, m.start - 24) : m.start])
    ]
    if not moments:
        return ""
    rank = {"span": 0, "quarter": 0, "half": 0, "month": 1, "fiscal": 1, "year": 2}
    at = token.start

    def distance(moment: Moment) -> tuple[int, int]:
        gap = min(abs(moment.start - at), abs(moment.end - at))
        between = passage.text[min(at, moment.start) : max(at, moment.end)]
        return gap + 60 * (";" in between) + 25 * (", " in between), rank.get(moment.kind, 3)

    return min(moments, key=distance).value


# Since a day; the fourth of its kind this year.
_NO_PERIOD = re.compile(
    r"(?:\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d(?:st|nd|rd|th))"
    r"|(?:from|than|since|until|by|versus|against|compared (?:with|to)|due(?: in)?|maturing(?: in)?|repayable in)"
    r" (?:the )?(?:end of )?) ?$",
    re.IGNORECASE,
)
