"""What tells rows of terse tables apart from one another, and from what sentences say."""

from collections.abc import Sequence

from lint import patterns as re
from lint.check._evidence import beside
from lint.check._intervals import compare, shortened
from lint.model.facts import Claim
from lint.model.rule import PostRef

TABLE = "table"
NEAR = 3
# A sentence that names a time which is no period is of that time, and not of any row's.
_TIMED = re.compile(
    r"\b(?:years?|quarters?|qtr|months?|weeks?|half|annual|daily|ended|(?:Jan|Febr)uary|March|April|May|June|July|August"
    r"|(?:Sept|Nov|Dec)ember|October|(?:19|20)\d\d)\b"
)
_GUESSED = re.compile(r"\b(?:estimat|expect|forecast|predict|project(?:s|ed|ion)|analysts?\b)", re.IGNORECASE)
# What a figure is compared with is of another time than the one beside it.
_BESIDE = re.compile(r"\b(?:against|compared (?:with|to)|versus|vs\.?|than|from)(?: [a-z]+){0,4} $")


def same_ticker(a: Claim, b: Claim) -> bool:
    """Tell whether two rows are of one ticker, however the names are written."""
    return a.where == b.where == TABLE and bool(a.names) and a.names == b.names


def same_sort(a: Claim, b: Claim) -> bool:
    """Tell whether the labels of two rows are of one sort, as sales and revenue are not; or the rest of both is one."""
    if TABLE not in (a.where, b.where) or a.topic == b.topic or not (a.topic and b.topic):
        return True
    return bool(beside(a)) and beside(a) == beside(b)


def same_table(a: Claim, b: Claim) -> bool:
    """Tell whether two rows can be of one company: not of two tickers.

    A row and a sentence are of one only where they name the party alike, and where the sentence is no estimate.
    """
    if a.where == b.where == TABLE:
        return a.names == b.names or not (a.names and b.names)
    if TABLE not in (a.where, b.where):
        return True
    named = all(_letters(name) == _letters(b.parties.get(role, name)) for role, name in a.parties.items())
    return named and _GUESSED.search((b if a.where == TABLE else a).sentence) is None


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold()))


def in_time(a: Claim, b: Claim, days: int) -> bool:
    """Tell whether a row and a sentence can be of one period: the sentence names it, or no time at all, and is near."""
    if a.where == b.where:
        return True
    row, prose = (a, b) if a.where == TABLE else (b, a)
    if not row.period or row.period == prose.period:
        lead = prose.sentence.partition(prose.told)[0]
        return _BESIDE.search(lead) is None
    return not prose.period and days <= NEAR and _TIMED.search(prose.sentence) is None


def tabled(one: tuple[PostRef, Claim], two: tuple[PostRef, Claim], others: Sequence[tuple[PostRef, Claim]]) -> bool:
    """Tell whether one of two is of a table, and its post or the other's has the other figure as well: of another time.

    Two rows of one period that they both name need no such look; of them, one may be the other shortened.
    """
    a, b = one[1], two[1]
    if a.where == b.where == TABLE and shortened(a.quantity, b.quantity):
        return True
    if TABLE not in (a.where, b.where) or (a.where == b.where and a.period == b.period and a.attribute == b.attribute):
        return False
    sides = ((a, two[0]), (b, one[0]))
    return any(
        ref.key == home.key and other not in (a, b) and compare(claim, other)[0] in ("same", "hedge")
        for claim, home in sides
        for ref, other in others
    )
