"""What two figures that no frame reads are to each other, if they are of one fact."""

from functools import lru_cache

import msgspec

from lint import patterns as re
from lint.check._intervals import Verdict, compare
from lint.check._kin import formed, replaces, was
from lint.check._same import compatible
from lint.check._slips import kind
from lint.model.facts import Claim

SURE = ("done", "forecast")
_BOUND = re.compile(
    r"\b(?:could|may|might|potential\w*|maximum|max|limit\w*|quota|ceiling|cap(?:ped)?|at best|at (?:the )?most"
    r"|top(?:s|ping)? out|upper|depending|at the outside|tops|or (?:less|fewer)|eligible"
    r"|as (?:much|many|high|long|far) as|not (?:exceed|more)|no more|up to)\b"
)
# Up to so much from so much: a rise, no bound.
_ROSE = re.compile(
    r"\b(?:now|went|going|goes|rose|climbed|jumped|shot|edged|moved"
    r"|(?:br(?:ings?|ought|inging)|t(?:akes?|ook|aking)|push(?:es|ed|ing)?) (?!in )[^.,;]{1,60}) up to\b"
    r"|\bup to [^.]{1,60} from [$€£\d]"
)
FORM = 0.7
_TRADE = re.compile(
    r"\b(?:interbank|libor|posted prices?|(?:new )?postings? for|repurchase agreements|treasury bills|debentures"
    r"|crudes?|collateralized|convertible|eurobonds?|coupon(?! (?:code|book))|basis points over|a bbl|tranches?"
    r"|points to \d[\d,.]+|unchanged at)\b",
    re.IGNORECASE,
)
_WEEK = re.compile(
    r"\b(?:(?:this|past|last) week|today|yesterday|overnight|midsession|index|futures|netback|spot|fob|cif|eurobond"
    r"|libor|coupon(?! (?:code|book))"
    r"|(?:opened|closed|opening|closing|trading|traded) (?:\w{1,12} )?(?:at|up|down|higher|lower)|tender"
    r"|weekly|week ended|(?:basis|percentage|index|full) points|points (?:up|down|higher|lower))\b",
    re.IGNORECASE,
)


# What stands in a market from one hour to the next.
_HOUR = re.compile(
    r"\b(?:\d+-share|index|indices|average|shares?|stocks?|bonds?|rupee|yen|dollar|pound|euro|mark|franc|gold|oil|crude)\b"
    r"(?:[^.;]|\.\d){0,80}\b(?:clos|open|end|finish|settl|trad|quot|chang)\w{0,5}(?: hands)?(?: [\w.-]{1,12}){0,2}"
    r" (?:at|up|down|higher|lower)\b|\b(?:traded|changed hands|quoted) at\b",
    re.IGNORECASE,
)
# What rises from one hour to the next.
_COUNTERS = frozenset(
    "comments downloads followers likes members messages points replies retweets stars subscribers upvotes views"
    " votes".split()
)
_RISING = _COUNTERS - {"downloads", "members", "points", "subscribers"}
# What somebody has in a match, one evening after the other, and where somebody stands in a list.
_GAME = re.compile(
    r"\b(?:leaderboard|(?:first|second|third) place|personal best|rebounds|assists|innings|wickets|strikeouts"
    r"|touchdowns|trail(?:s|ed|ing) by)\b"
)


def compared(a: Claim, b: Claim) -> Verdict:
    """Compare two figures; what they are counted by is compared as their rhythm, and two limits as two values."""
    each = (a.quantity.per == "unit") != (b.quantity.per == "unit")
    if each and a.quantity.unit != "money":
        return "other"  # two plants of 50 megawatts each; what somebody pays is often told without the word
    limits = a.quantity.qualifier == b.quantity.qualifier == "up-to"
    a, b = _bare(a, limits), _bare(b, limits)
    one, two = a.quantity, b.quantity
    if a.rhythm and b.rhythm and a.rhythm != b.rhythm:
        return "conflict" if one.unit == two.unit and kind(one, two) == "same" else "other"
    return compare(a, b)[0]


def _bare(claim: Claim, unbound: bool) -> Claim:
    """Return a figure that is counted by nothing, and without its bound where that is not compared."""
    quantity = claim.quantity
    if not quantity.per and not unbound:
        return claim
    bound = "" if unbound else quantity.qualifier
    return msgspec.structs.replace(claim, quantity=msgspec.structs.replace(quantity, per="", qualifier=bound))


def verdict(a: Claim, b: Claim, days: int | None) -> Verdict:
    """Return what an earlier figure and a later one are to each other, if they are of one fact."""
    found = compared(a, b)
    if found == "hedge":
        flat, bound = (b, a) if a.quantity.qualifier == "up-to" else (a, b)
        return "other" if _BOUND.search(flat.sentence) or _ROSE.search(bound.sentence) else "hedge"
    if found != "conflict" and not (b.update and was(b, a) and not was(b, b)):
        return "other"
    old = replaces(b, a)
    if b.quantity.unit == "date" and b.quantity.symbol == "year" and (b.update or old):
        return "other"  # most sentences that tell of a year tell of another too
    if b.update:
        return "revised" if old or not b.before else "other"
    if old:
        return "other" if passing(a, b, days) else "revised"
    # A day to come is as sure where somebody aims at it as where it is set.
    alike = a.modality == b.modality or a.quantity.unit == "date"
    plain = alike and {a.modality, b.modality} <= set(SURE) and not a.update
    return "conflict" if plain and _one_time(a, b) and not passing(a, b, days) else "other"


def _one_time(a: Claim, b: Claim) -> bool:
    if "?" in (a.period, b.period):
        return False
    year = {a.period[4:6], b.period[4:6]} & {"-Q", "-H"} and "" in (a.period[4:], b.period[4:])
    return not (a.period and b.period) or (not year and compatible(a.period, b.period))


def passing(a: Claim, b: Claim, apart: int | None) -> bool:
    """Tell whether the figures are of the days of their posts, or of a trade that has one each hour."""
    if any(_traded(item.sentence) for item in (a, b)):
        return True
    if (a.quantity.symbol in _COUNTERS or apart is None or apart > 7) and formed(a, b) >= FORM:
        return True
    if a.period and a.period == b.period:
        return False
    if apart != 0:
        rising = a.quantity.symbol in _RISING and kind(a.quantity, b.quantity) not in ("swap", "scale")
        if rising or any(_by_the_hour(item.sentence) for item in (a, b)):
            return True
    return (apart is None or apart > 4) and any(of_days(item.sentence) for item in (a, b))


@lru_cache(maxsize=1 << 12)
def _traded(sentence: str) -> bool:
    return _TRADE.search(sentence) is not None


@lru_cache(maxsize=1 << 12)
def _by_the_hour(sentence: str) -> bool:
    return _HOUR.search(sentence) is not None or _GAME.search(sentence) is not None


@lru_cache(maxsize=1 << 12)
def of_days(sentence: str) -> bool:
    """Tell whether a sentence is of a day or a week, such as trade has one after the other."""
    return _WEEK.search(sentence) is not None
