"""What single words tell of a figure that no frame reads: how real it is, of what part, by what time, old or new."""

import datetime as dt
from functools import cache

import msgspec

from lint import patterns as re
from lint.extract.claims.certainty import CHANGED, CUE, PASSED
from lint.extract.claims.compiled import shipped
from lint.extract.claims.limits import INCREMENT, PLATFORMS, TAKES_UP, YEAR_OF


class _Cues(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    unreal: str
    ahead: str
    guessed: str
    moved: str
    moves: str
    moving: str
    shifted: str
    part: str


class _Compiled(msgspec.Struct, frozen=True):
    unreal: re.Pattern[str]
    ahead: re.Pattern[str]
    guessed: re.Pattern[str]
    moved: re.Pattern[str]
    shifted: re.Pattern[str]
    part: re.Pattern[str]


@cache
def _cues() -> _Compiled:
    read = shipped("cues", _Cues)
    moves = _any(read.moves)
    return _Compiled(
        re.compile(rf"\b(?:{_any(read.unreal)})\b"),
        re.compile(rf"\b(?:{_any(read.ahead)}|{_any(read.guessed)}|by 20[2-9]\d)\b"),
        re.compile(rf"\b(?:{_any(read.guessed)})\b"),
        re.compile(
            rf"\b(?:{_any(read.moved)}"
            rf"|(?:is|are) now(?= (?:[$€£¥\d]|(?:about|around|some|put|at|set|priced|more|less|just)\b))"
            rf"|(?:has|have|had|was|were|been|is|are|being|now|then|it) "
            rf"(?:\w+ly |since |now |again |also )?"
            rf"(?:{moves})|(?:{moves}) (?:its|their|his|her|the)"
            rf"|(?:{_any(read.moving)}) (?:its|their|his|her|the)(?= [^.;]{{1,60}} to\b)"
            rf"|(?:brought|pushed|put|moved|taken|scaled|toned|pared)(?: [\w’'-]{{1,20}}){{1,8}}"
            rf" (?:back|forward|off|down)(?= (?:a notch,? )?(?:to|until)\b))\b"
        ),
        re.compile(rf"\b(?:{_any(read.shifted)})\b"),
        re.compile(
            rf"\b(?:{_any(read.part)}|on (?:{'|'.join(sorted(PLATFORMS))})|{_PART})\b|^of (?:those|them|these)\b"
            r"|\d[\d.,]*%?(?: (?:million|billion|thousand|percent|per cent|pct))?"
            r" of (?:those|whom)\b"
            r"|\d[\d.,]*(?: (?:million|billion|thousand))? of the [^.;%]{1,60} (?:went to|came from)\b"
        ),
    )


def _any(words: str) -> str:
    """Return a pattern for any of these words and phrases; a star stands for any ending.

    Those that begin alike stand together, so that at most places one look at a letter is enough.
    """
    listed = sorted((" ".join(word.split()) for word in words.split(",")), key=len, reverse=True)
    firsts = dict.fromkeys(word[:1] for word in listed)
    groups = ([word[1:] for word in listed if word[:1] == first] for first in firsts)
    return "|".join(
        f"{re.escape(first)}(?:{'|'.join(re.escape(rest).replace(chr(92) + '*', chr(92) + 'w*') for rest in group)})"
        for first, group in zip(firsts, groups, strict=True)
    )


_PART = (
    rf"{TAKES_UP}(?= [$€£\d])|(?<!\ball )(?<!\bmost )(?<!\bnone )(?<!\bneither )of wh(?:ich|om)"
    r"|adjusted(?! (?:its|their|the|to|for)\b)"
    rf"|{YEAR_OF}"
    r"|account(?:ed|s|ing)? for(?= [^.]{1,60} of )"
    r"|(?:first|second|third|fourth|fifth|last)(?= (?:phase|stage|tranche|instalment|installment|part|batch))"
    r"|(?:its|their|['’]s) (?!new )(?:[\w-]{1,20} ){1,2}(?:business|operations?|branch|side|wing|unit"
    r"|segment|stores|shops"
    r"|plants?|factory)"
)
_RHYTHMS = re.compile(
    r"\b(?:(daily|weekly|monthly|quarterly|hourly|yearly|annual|annually|nightly)"
    r"|(?:every|each|per|(?<!\bin )an?|by the) (day|week|month|quarter|hour|year|night))\b"
)
_RHYTHM = {
    "daily": "day",
    "nightly": "day",
    "night": "day",
    "weekly": "week",
    "monthly": "month",
    "quarterly": "quarter",
    "hourly": "hour",
    "yearly": "year",
    "annual": "year",
    "annually": "year",
}
_TERM = re.compile(r"\b(?:over|across|through) (?:the (?:next |coming )?)?\w{1,12} years\b")


# What is planned to be reached is an aim; what is planned to be bought is as good as bought.
_AIMED = re.compile(
    r"\b(?:plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|pledg\w+|commit(?:s|ted)?|promis\w+) to (?:\w+ly )?"
    r"(?:reach|hit|have|grow|get|become|double|triple|expand|be|increase|lift|bring|take|make|put|run|produce)\b"
)
# It is not buying, nor is it true; but: is not an impulse buy.
_IS_NOT = re.compile(
    r"\b(?:is|are|was|were)(?: not|n['’]t) (?:\w+ly )?"
    r"(?:\w+ing\b|true\b|correct\b|right\b|accurate\b|the case\b|worth\b|so\b|to\b|in talks\b|at all\b|[$€£¥\d])"
)
# What was expected is no more than compared with: a little better than hoped.
_COMPARED = re.compile(
    r"\b(?:nobody|no one|few) (?:had )?expected\b|\bhad hoped for\b|\bwants? to (?:talk|know|see|discuss|hear|admit)\b"
    r"|\b(?:than|as|of what|against|above|below|beating|beat|missing|missed) (?:[$€£\w.,’'-]{1,16} ){0,7}?"
    r"(?:hoped|expected|planned|forecast|promised|predicted|feared|floated|expectations?|forecasts?|estimates?)\b"
)


# Had it been so much, …
_HAD = re.compile(
    r"\W{0,3}had (?!(?:been|said|put|given|told|announced)\b)(?:[^,;.]|\.(?=['’])){1,80}"
    r" (?:been|had|made|cost|reached|come|turned|stood|amounted)\b"
)
_BARRING = re.compile(
    r"\b(?:can|could|need|will|would|may|might) no longer\b|\bchanged? (?:its|their|his|her|the|your|our) minds?\b"
    r"|\b(?:barring|despite|without|no) (?:\w+ ){0,3}(?:delays?|changes?|updates?)\b"
)
_BY = re.compile(r"\bby (?:the end of )?(20\d\d)\b")


# What a sentence opens with, or adds behind a comma, says nothing of its figure: most of them for what will never be.
_OPENING = re.compile(
    r"(?:having|after|despite|though|although|while|since|because|far from|unlike|as if|for all) [^,]{1,160}, "
    r"|(?!if\b|unless\b|had\b|were\b|should\b|suppose\b|imagine\b)[^,;]{1,160}, and now "
)
_ADDED = re.compile(
    r", (?:which|who|whose|all|most|some|many|much|none|neither|few|more|less|an?|the|one|something|though|but|and"
    r" (?:nobody|few|no one)) "
)
_OF_IT = re.compile(
    r"\b(?:den(?:y|ies|ied)|disput\w+|reject\w*|false|wrong|untrue|rumou?r\w*|if|unless|whether|target\w*|goals?|forecast\w*"
    r"|expect\w*|aim\w*|hop(?:e|ed|es|ing)|plan\w*|propos\w+|subject to|pending|claim\w*|call\w* it|nonsense|not)\b"
)
# Had it been so much, the market would have shrugged: the rest of it says that it was not.
_INVERTED = re.compile(r"(?:and |but |or )?(?:had|were|should|even) ")


def without_asides(low: str, at: int) -> str:
    """Return a stretch of a sentence without what opens it, or is added to it, and tells nothing of the figure."""
    opening = _OPENING.match(low)
    start = opening.end() if opening is not None and opening.end() <= at else 0
    added = None if _INVERTED.match(low, start) else _ADDED.search(low, at)
    if added is not None and _OF_IT.search(low, added.start()) is None:
        return low[start : added.start()]
    return low[start:]


def modality(low: str) -> str:
    """Return how real a stretch of a sentence sounds, by its words alone."""
    low = _COMPARED.sub(" ", low)
    if _cues().unreal.search(low) or _IS_NOT.search(low) or _HAD.match(low):
        return "hypothetical"
    return "forecast" if _cues().ahead.search(low) or _AIMED.search(low) else "done"


def guessed(low: str) -> bool:
    """Tell whether a sentence tells what somebody only guessed."""
    return _cues().guessed.search(low) is not None


def to_come(low: str, today: dt.date | None) -> bool:
    """Tell whether a sentence says by which year something is to be, and that is no year of the past."""
    return any(today is None or int(match[1]) >= today.year for match in _BY.finditer(low))


def limits(low: str, lead: str) -> str:
    """Return the words that limit a figure to a part; `lead` is what stands right before it."""
    found = {match[0].replace(" ", "-") for match in _cues().part.finditer(low)}
    if INCREMENT.search(lead):
        found.add("more")
    return " ".join(sorted(found))


def rhythm(low: str, per: str) -> str:
    """Return the stretch of time that a figure is counted by: day for every day and daily; term for one of years."""
    if per in ("day", "week", "month", "quarter", "year", "hour"):
        return per
    found = {_RHYTHM.get(word, word) for match in _RHYTHMS.finditer(low) for word in [match[1] or match[2]]}
    if not found and _TERM.search(low):
        return "term"
    return min(found) if len(found) == 1 else ""


def moved(low: str, before: tuple[float, ...], day: bool = False) -> bool:
    """Tell whether a sentence says that its figure, or its `day`, is another one than before."""
    low = _BARRING.sub(" ", low)
    if CHANGED.search(low) or _cues().moved.search(low) or (day and _cues().shifted.search(low)):
        return True
    return bool(before) and CUE.search(PASSED.sub(" ", low)) is not None


_MONTH = (
    r"(Jan(?=\b|uary)|Feb(?=\b|ruary)|Mar(?=\b|ch\b)|Apr(?=\b|il)|May\b|Jun(?=\b|e\b)|Jul(?=\b|y\b)|Aug(?=\b|ust\b)"
    r"|Sep(?=\b|t\b|tember)|Oct(?=\b|ober)|Nov(?=\b|ember)|Dec(?=\b|ember))[a-z]{0,6}"
)
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_STRETCH = re.compile(rf"\b{_MONTH} ?(?:through|to|and|until|-|–) ?{_MONTH}\b(?! \d)")
_FIRST = re.compile(r"\b[Ff]irst (three|six) months\b")
_ONE = re.compile(
    rf"\b(?:in|for|during|of|last|this|since) {_MONTH}\b(?! \d)|\b(?!May\b){_MONTH}(?:['’]s)? (?=[a-z]{{4}})"
)
# For speed: whatever is found by one of these three holds one of these.
_TOLD = re.compile("|".join((*_MONTHS, "irst three m", "irst six m")))


def period(text: str, start: int, end: int, today: dt.date | None) -> str:
    """Return the month or months that a stretch of text names without a year, as seen from the day of the post."""
    if today is None or _TOLD.search(text, start, end) is None:
        return ""
    if found := _FIRST.search(text, start, end):
        return f"{today.year}-Q1" if found[1] == "three" else f"{today.year}-H1"
    if found := _STRETCH.search(text, start, end):
        first, last = _MONTHS.index(found[1]) + 1, _MONTHS.index(found[2]) + 1
        year = today.year - (last > today.month)
        return f"{year}-Q{last // 3}" if last % 3 == 0 and last - first == 2 else f"{year}-{first:02}/{last:02}"
    if found := _ONE.search(text, start, end):
        month = _MONTHS.index(found[1] or found[2]) + 1
        return f"{today.year - (month > today.month)}-{month:02}"
    return ""
