"""Figures in running text: money, percentages, counts with their noun, measures; ranges and hedges with them."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from lint import patterns as re
from lint.extract.bag import bag
from lint.extract.dates import COUNTED, Moment
from lint.extract.quantities.atoms import Atom, atoms, compound
from lint.extract.quantities.hedges import hedge, hedge_after
from lint.extract.quantities.measures import noun_after
from lint.extract.quantities.per import per_after
from lint.extract.quantities.scores import scores, sides, won


class Amount(NamedTuple):
    """A figure at `start:end` of a text: as Quantity, without the way back to the file.

    reach   where its unit, counted noun and denominator end
    noun    all words of what is counted
    begin   where the words that bound it begin, or `start`
    side    from, to or "": which end of a change it is
    scale   of the number, 1 without one
    """

    start: int
    end: int
    reach: int
    unit: str
    symbol: str
    low: float | None
    high: float | None
    qualifier: str = ""
    per: str = ""
    digits: int = 0
    noun: str = ""
    begin: int = 0
    side: str = ""
    scale: float = 1.0


_LINK = re.compile(r"-? ?(?:-|–|—|to|or|and|through|~)(?: |\n|(?=[$€£¥\d]))")
_REFERENCE = bag(
    "page pages chapter section sections figure figures fig table step steps version versions part parts no no. "
    "nos number numbers phase type day level grade article item question volume vol season episode week round "
    "stage lap highway route room gate track class tier line building block lesson section exhibit appendix "
    "release pr issue bip rfc rule chapter verse note notes id code port build step area district ward platform "
    "pier slide slot option category model series scenario example v ver p pp"
)
_FUNCTION = bag(
    "the a an and or but of for in on at by to from with over under about around nearly almost roughly "
    "approximately some only just more less at least most up than is are was were has have had it its they these "
    "those this that there all both each every last next first another other our your my his her their we you he "
    "she i if when while after before since until between among through during within without as not no even also "
    "still now then than so yet why how what which who where because though although despite like per via plus "
    "minus did does do can could will would should may might must got get gets make made add adds added another "
    "additional total totals exactly fewer under below above beyond three two one four five six seven eight nine "
    "ten see saw take took pay paid buy bought sell sold raise raised raises cut cuts spend spent lose lost win "
    "won hit hits say says said with including until here today yesterday meanwhile however instead currently "
    "recently once let say forget scratch strike "
    "top over estimated perhaps maybe did use uses used using turn age aged earn earns earned "
    "cost costs grew grows rose fell up down out off back into onto upon"
)
_ONE_BEFORE = bag(
    "the this that no any every each another which not some only first last next big other number day at into "
    "than from for good bad new old right wrong same was is chapter is, it's right as"
)


def amounts(text: str, start: int, end: int, moments: Sequence[Moment] = ()) -> list[Amount]:
    """Return the figures in one sentence, `text[start:end]`; what stands inside a date is none."""
    matches = [score(text, first, last) for first, last in scores(text, start, end, moments)]
    read = compound(text, atoms(text, start, end, moments))
    if matches:
        read = [atom for atom in read if not any(one.start < atom.end and atom.start < one.end for one in matches)]
    found: list[Amount] = []
    index = 0
    while index < len(read):
        taken, more = _joined(text, read, index, start, end)
        found.extend(more)
        index += taken
    found = _priced_alike(text, found)
    return sorted(found + matches, key=lambda amount: amount.start) if matches else found


def score(text: str, start: int, end: int) -> Amount:
    """Return what two sides have as a figure: from the fewer to the more, of several sets the sets they won."""
    low, high = sorted(won(sides(text[start:end])))
    return Amount(start, end, end, "score", "score", float(low), float(high), digits=2, begin=start)


def _priced_alike(text: str, found: list[Amount]) -> list[Amount]:
    """Give a bare number its currency where another price stands in the same form: 90 kronor ($9) or 70 ($7)."""
    codes: dict[str, str] = {}
    for at, (one, other) in enumerate(pairwise(found)):
        if other.unit != "money" or text[one.reach : other.start] != " (":
            continue
        if one.unit == "money":
            codes[other.symbol] = one.symbol
        elif one.unit == "other" and other.symbol in codes:
            found[at] = one._replace(unit="money", symbol=codes[other.symbol])
    return found


def _joined(text: str, read: Sequence[Atom], index: int, floor: int, end: int) -> tuple[int, list[Amount]]:
    """Make a range of the atom at `index` and the next, or an amount of the one; return how many atoms that took."""
    first = read[index]
    if index + 2 < len(read) and (rise := _to_range(text, read[index : index + 3], floor, end)):
        return 3, rise
    if index + 1 < len(read):
        second = read[index + 1]
        link = _LINK.match(
            text, first.reach if first.per and first.reach <= second.start else first.end, second.start + 1
        )
        if link is None and first.reach > first.end:
            link = _LINK.match(text, first.end, second.start + 1)
        if link is not None and link.end() == second.start:
            word = link[0].strip(" \n-") or "-"
            pair = _pair(text, first, second, word, floor, end)
            if pair is not None:
                return 2, pair
    single = _single(text, first, floor, end)
    return 1, [single] if single is not None else []


def _to_range(text: str, three: Sequence[Atom], floor: int, end: int) -> list[Amount]:
    """Read a change whose end is a range: from 24 to 33-35 billion euros; nothing where it is none."""
    first, second, third = three
    if first.unit or second.unit or not third.unit or text[first.end : second.start] != " to ":
        return []
    if text[second.end : third.start] not in ("-", "–") or not _FROM.search(
        text, max(floor, first.start - 24), first.start
    ):
        return []
    after = _pair(text, second, third, "-", floor, end)
    if not after or len(after) > 1:
        return []
    scale = third.number.scale if first.number.scale == 1 and first.value < 1000 else 1.0
    number = first.number._replace(value=first.value * scale, scale=max(scale, first.number.scale))
    told = first._replace(unit=third.unit, symbol=third.symbol, value=number.value, number=number)
    before = _single(text, told, floor, end, spare=after[0])
    return [before._replace(side="from"), after[0]._replace(side="to")] if before is not None else []


_BETWEEN = re.compile(r"\b(?:[Bb]etween|(?:any|some)where from)(?: an estimated| about| roughly)? $")
_IS = re.compile(r"\b(?:is|are|was|were|at|of|numbers?|totals?|totalled|reache[sd]|has|have|had) $")
_FROM = re.compile(
    r"\b[Ff]rom(?: about| roughly| around| nearly| an estimated| a| just| over| under| more than| as little as"
    r"| as low as)? $"
)


def _pair(text: str, first: Atom, second: Atom, word: str, floor: int, end: int) -> list[Amount] | None:
    """Read two linked figures as a range or the two ends of a change; None where they are neither."""
    lead = text[max(floor, first.start - 24) : first.start]
    between = _BETWEEN.search(lead) is not None
    if word == "and" and not between:
        return None
    if _is_name(text, first, floor):
        return None
    change = word == "to" and not between and _FROM.search(lead) is not None
    if (first.unit and second.unit and (first.unit, first.symbol) != (second.unit, second.symbol)) or (
        first.unit and not second.unit and first.unit != "money"
    ):
        return None
    unit, symbol = (second.unit, second.symbol) if second.unit else (first.unit, first.symbol)
    low, high = first.value, second.value
    one, two = first.number, second.number
    if (
        second.number.scale > 1
        and one.scale == 1
        and not one.grouped
        and low * two.scale <= high * (1e9 if change else 1)
        and (not first.unit or first.unit == "money")
        and low < 1000
    ):
        low *= two.scale
    if not unit and not change:
        follows = _single(text, second, floor, end)
        if (
            follows is None
            or (not follows.noun and not between and word in ("-", "–", "—", "or"))
            or (
                word == "to"
                and not between
                and not follows.noun
                and not (first.number.grouped and second.number.grouped)
                and not (two.scale > 1 and low < high and _IS.search(lead))
            )
        ):
            return None if word not in ("-", "–", "—") else []
        if word in ("-", "–") and not follows.noun:
            return []
    if change:
        return _change(text, first, second, unit, symbol, low, floor, end)
    if low >= high and not unit:
        return []
    if low > high or (word == "or" and high > 3 * low and high - low > 3):
        return None
    whole = _single(text, second, floor, end, low=low, begin=first.start, unit=unit, symbol=symbol, ranged=True)
    return [whole] if whole is not None else None


def _is_name(text: str, first: Atom, floor: int) -> bool:
    """Tell whether a number word is a name by its capital inside the sentence: the price of the One to $699."""
    at = first.start
    return (
        first.number.form == "words"
        and text[at].isupper()
        and at > floor
        and text[at - 1] == " "
        and text[at - 2].isalnum()
    )


def _change(
    text: str, first: Atom, second: Atom, unit: str, symbol: str, low: float, floor: int, end: int
) -> list[Amount] | None:
    after = _single(text, second, floor, end)
    if after is None:
        return None
    before = _single(
        text,
        first._replace(unit=unit, symbol=symbol, value=low, number=first.number._replace(value=low)),
        floor,
        end,
        spare=after,
    )
    if before is None:
        return None
    return [before._replace(side="from"), after._replace(side="to")]


def _single(
    text: str,
    atom: Atom,
    floor: int,
    end: int,
    *,
    low: float | None = None,
    begin: int | None = None,
    unit: str = "",
    symbol: str = "",
    ranged: bool = False,
    spare: Amount | None = None,
) -> Amount | None:
    """Turn an atom into an amount with its noun and its hedge; None where a bare number is no figure."""
    start = atom.start if begin is None else begin
    unit, symbol = unit or atom.unit, symbol or atom.symbol
    reach, noun, number = atom.reach, "", atom.number
    if not unit:
        if spare is not None:
            unit, symbol, noun = spare.unit, spare.symbol, spare.noun
        else:
            head, noun, reach = noun_after(text, atom.end, end)
            if not _counts(text, atom, start, floor, head, noun, reach, ranged):
                return None
            unit, symbol = ("count", head) if head else ("ratio", "") if number.form == "fraction" else ("other", "")
    elif atom.unit in ("power", "data", "area", "distance", "mass", "energy", "volume"):
        _, noun, _ = noun_after(text, atom.reach, end)
    per, reach = (
        (atom.per, reach) if atom.per else per_after(text, reach, end) if unit == "count" and noun else ("", reach)
    )
    qualifier, hedge_at = hedge(text, floor, start, unit == "duration")
    late, stop = hedge_after(text, atom.end, end)
    if not late and (away := _DIMENSION.match(text, max(atom.end, reach), end)):
        late, stop = hedge_after(text, away.end(), end)
        if late not in ("up-to", "at-least"):
            late, stop = "", atom.end
    if late and (not qualifier or (qualifier == "about" and late != "about")):
        qualifier = late
    if late and unit == "other" and not noun:
        head, noun, reach = noun_after(text, stop, end)
        unit, symbol = ("count", head) if head else (unit, symbol)
    bottom, top, qualifier = _bounds(atom, low, ranged, qualifier)
    return Amount(
        start=start,
        end=atom.end,
        reach=max(reach, stop, atom.end),
        unit=unit,
        symbol=symbol,
        low=bottom,
        high=top,
        qualifier=qualifier,
        per=per,
        digits=number.digits,
        noun=noun,
        begin=hedge_at,
        scale=number.scale,
    )


# What may stand between a figure and its bound: 40 metres deep at most, 300 people at the very least.
_DIMENSION = re.compile(r"(?: (?:deep|long|high|tall|wide|thick|old|away|apart|each|in all|a \w{3,8}))?")


def _bounds(atom: Atom, low: float | None, ranged: bool, qualifier: str) -> tuple[float | None, float | None, str]:
    """Return the ends of a figure, open where its hedge opens them, and what bounds it."""
    top = atom.number.top
    bottom = atom.value if low is None else low
    if ranged or top is not None:
        kept = qualifier if qualifier in ("up-to", "at-least", "over", "under") else "range"
        return bottom, atom.value if top is None else top, kept
    if qualifier in ("up-to", "under"):
        return None, atom.value, qualifier
    return bottom, None if qualifier in ("at-least", "over") else atom.value, qualifier


_VERSIONED = re.compile(r"[A-Z][A-Za-z]{0,30}[ -]?\d{1,2}(?:\.\d{1,2})? $")
_LAST_WORD = re.compile(r"([A-Za-z][A-Za-z0-9.'’+&-]{0,30})[ \u00a0\n]$")


def _counts(text: str, atom: Atom, start: int, floor: int, head: str, noun: str, reach: int, ranged: bool) -> bool:
    """Tell whether a number without unit or currency is a figure rather than a name, year, list number or reference."""
    number = atom.number
    if text.startswith("-strong ", atom.end):
        return bool(noun)
    if number.form == "words" and number.value == 1:
        return _one(text, start, floor, head)
    if number.form == "fraction":
        return text[number.start].isalpha() or bool(noun) or "/" not in text[number.start : number.end]
    if number.form in ("words", "vague"):
        if (
            text[number.start].isupper()
            and noun[:1].isupper()
            and (start > floor or noun[-1:].isupper() or " " not in noun)
        ):
            return False
        return not (text[atom.end : atom.end + 1] == "-" and number.value < 13)
    plain = text[number.start : number.bare]
    if start <= floor and text[atom.end : atom.end + 1] in (".", ")") and number.scale == 1:
        return False
    if (
        number.scale == 1
        and not number.grouped
        and len(plain) == 4
        and plain.isdigit()
        and 1500 <= number.value <= 2100
    ):
        return head in _COUNTED and text[floor:start] != "In "
    if text[atom.end : atom.end + 1] == "-" and noun and number.scale == 1:
        return False
    if noun.rpartition(" ")[2].rstrip(".") in _STREETS:
        return False
    if (
        text[atom.end : atom.end + 1] in ("-", "–", "/", ":")
        and text[atom.end + 1 : atom.end + 2].isalnum()
        and not noun
    ):
        return False
    if number.letter and _VERSIONED.search(text, max(floor, start - 34), start):
        return False
    at = max(floor, start - 34)
    word = _LAST_WORD.search(text, max(at, text.rfind(" ", at, max(start - 1, at)) + 1), start)
    if word is not None:
        before = word[1]
        if before == "numbers" and _BODY.search(text, max(floor, start - 90), start):
            return True
        if _EVERY.search(text, max(floor, start - 34), start):
            return True
        if before.lower() in _REFERENCE and not (number.grouped or (number.scale > 1 and not number.letter)):
            return False
        if before.endswith(("'s", "’s")):
            return True
        named = before[0].isupper() or any(c.isupper() for c in before[1:])
        if (
            named
            and before.lower() not in _FUNCTION
            and (number.scale == 1 or number.letter)
            and not (number.grouped and noun)
        ):
            return False
    return True


# Every week 900 chairs.
_EVERY = re.compile(r"\b(?:[Ee]very|[Ee]ach|[Pp]er|[Aa]|[Ll]ast|[Tt]his|[Nn]ext) (?:week|season|day) $")
# Its staff numbers 890.
_BODY = re.compile(
    r"\b(?:staff|workforce|crew|team|army|fleet|herd|flock|colony|population|membership|audience|crowd|community"
    r"|collection|cast)(?: (?:of|at)(?: [A-Z][\w&’'-]{1,20}){1,3})? numbers $"
)
_COUNTED = bag("units cars homes soldiers students engineers troops others families deaths") | COUNTED
_STREETS = bag("St Street Ave Avenue Av Road Rd Way Blvd Boulevard Drive Dr Lane Ln Court Ct Place Square Highway Code")
_BEFORE_ONE = re.compile(r"([A-Za-z']+)[ \n-]$")


def _one(text: str, start: int, floor: int, head: str) -> bool:
    """ "One" counts only what follows it."""
    if not head or (text[start : start + 1] == "O" and start > floor):
        return False
    before = _BEFORE_ONE.search(text, max(floor, start - 16), start)
    return before is None or before[1].lower() not in _ONE_BEFORE
