"""Years, months and days as figures: when a firm was founded, when a product comes out, when somebody leaves."""

import datetime as dt
from collections.abc import Iterator

from lint import patterns as re
from lint.extract.dates import Moment
from lint.extract.passages import Passage
from lint.extract.quantities import Amount

# What happens on a day, or begins or ends in a year.
_DATED = re.compile(
    r"\b(?:found|start|establish|set (?:up|for)|launch|creat|form|incorporat|beg[aiu]n|born|inception|birth|releas"
    r"|debut|ship|flight|fly|reach|inaugurat|premier|buy|arriv|unveil|sale|date|since|roll|open|introduc|com(?:e|es|ing)"
    r" out|available|hits? |lands?|tak(?:es?|ing) place|vot(?:e|es|ing)\b|elect|referend|strik|walk(?:s|ing)? ?out"
    r"|go(?:es|ing)? (?:up|live|on|back)\b|roots|histor|trace|into being"
    r"|lift-?off|blast off|maiden|hearing|trial|summit|conference|concert|festival|match"
    r"|final|wedding|funeral|meet|clos|shut|expire|deadline|end|due|kick|perform|scheduled|put off|postpon|pushed|slip"
    r"|brought|moved|complet|deliver|switch|dark|dealers|customers|hear|arrive|resign|leav|retire|join|return|publish"
    r"|print|air|broadcast|stop|finish|being\b|the year|sign|agree|approv|effect|force|list|float|drop|stream|shel[fv]"
    r"|trad|stores?\b|(?:first|last) day|mark\b|books|numbers|wait|court|pre-?order)"
)


# The year to December is no month.
_STRETCH = re.compile(r"(?:the )?(?:\w{3,8} )?(?:years?|quarter|months|weeks|half)\b", re.IGNORECASE)


def of_days(passage: Passage, today: dt.date | None) -> Iterator[Passage]:
    """Yield a sentence once more with its dates as figures, where it names a day, or tells of what has a date."""
    exact = any(moment.kind == "day" for moment in passage.moments)
    if not exact and _DATED.search(passage.text[passage.start : passage.end].lower()) is None:
        return
    read = [
        (moment, None if _STRETCH.match(passage.text, moment.start) else as_figure(moment, today))
        for moment in passage.moments
    ]
    days = [day for _, day in read if day is not None]
    if days:
        yield passage._replace(amounts=days, moments=[moment for moment, day in read if day is None])


HALF_A_YEAR = 183


def _day(written: str, today: dt.date | None) -> dt.date | None:
    """Return a day; one without a year is of the post's year, or of the next: in October, 20 January is to come."""
    years = range(today.year, today.year + 2) if today is not None and len(written) < 10 else ()
    for text in [f"{year}-{written}" for year in years] or [written]:
        try:
            day = dt.date.fromisoformat(text)
        except ValueError:
            continue
        if today is None or len(written) == 10 or (today - day).days <= HALF_A_YEAR:
            return day
    return None


def as_figure(moment: Moment, today: dt.date | None) -> Amount | None:
    """Return a year, a month or a day as a figure, for the relations that a date stands in."""
    if moment.kind == "year" and len(moment.value) == 4:
        value, symbol = float(moment.value), "year"
    elif moment.kind == "month" and len(moment.value) == 7:
        value, symbol = 12.0 * int(moment.value[:4]) + int(moment.value[5:]), "month"
    elif moment.kind == "day" and (today is not None or len(moment.value) == 10):
        day = _day(moment.value, today)
        if day is None:
            return None
        value, symbol = float(day.toordinal()), "day"
    else:
        return None
    return Amount(moment.start, moment.end, moment.end, "date", symbol, value, value, digits=4, begin=moment.start)
