"""What a figure counts where no noun stands beside it: told by its subject, by "number of", by an of-phrase."""

from lint import patterns as re
from lint.extract.quantities import Amount

_OF_PHRASE = re.compile(
    r" (?:more )?of (?:its|their|his|her|our|the|these|those)(?: own)?(?: [A-Z][\w-]{1,20}){0,3}"
    r"(?: [a-z][\w-]{2,20}){0,2}? ([a-z][a-z-]{2,20}s|people|children|men|women|staff)\b"
)
_TIMES = re.compile(r" times\b(?! (?:as|more|less|the|larger|bigger|higher|lower|faster|its|their|what|over|that)\b)")
_NUMBER_OF = re.compile(
    r"\b(?:number|total|count|tally|toll|sum) of (?:the |its |their |all )?((?:[\w’'-]{1,24} ){0,5}?[\w-]{2,20}s|people"
    r"|children|staff|men|women)(?= (?:that|who|whom|which|it|they|in|on|at|of|to|with|for|killed|is|are|was|were|has"
    r"|had|have|stands?|stood|rose|fell|grew|now|at)\b|[,:;–—])"
)
# What stands for what it counts: the death toll has risen to 88.
_STANDS = {
    "deaths": "death toll|toll|death count|body count|fatalities",
    "staff": "staff|workforce|headcount|head count|payroll",
    "people": "population|attendance|crowd|audience|turnout of",
    "members": "membership",
    "readers": "readership",
    "copies": "circulation|print run",
    "passengers": "ridership",
    "students": "enrolment|enrollment",
    "customers": "customer base|clientele",
}
_SUBJECT = re.compile("|".join(rf"\b(?P<{noun}>{words})\b" for noun, words in _STANDS.items()), re.IGNORECASE)
_VERB = re.compile(
    r"(?:\b(?:is|are|was|were|at|to|of|numbers?|numbered|numbering|totals?|totalled|totaled|reached|hits?|stands?|stood"
    r"|grew|rose|fell|exceeds?|counts?|counted|by)|[:,])(?: (?:now|about|only|just|already|some|almost|nearly|least))*"
    r" ?$"
)


def counted(text: str, start: int, end: int, amount: Amount) -> str:
    """Return the noun that a bare number counts in the sentence `text[start:end]`, or "" where nothing tells."""
    if amount.noun or amount.unit not in ("count", "other"):
        return amount.noun
    behind = _OF_PHRASE.match(text, amount.reach, end)
    if behind:
        return behind[1]
    if _TIMES.match(text, amount.end, end):
        return "times"
    lead = text[max(start, amount.begin - 120) : amount.begin]
    told = _last(_NUMBER_OF, lead)
    if told is not None:
        return told[1].rpartition(" ")[2]
    stands = _last(_SUBJECT, lead)
    if stands is not None and _VERB.search(lead) and not re.search(r"\d", lead[stands.end() :]):
        return stands.lastgroup or ""
    return ""


def _last(pattern: re.Pattern[str], lead: str) -> re.Match[str] | None:
    return max(pattern.finditer(lead), key=lambda match: match.start(), default=None)
