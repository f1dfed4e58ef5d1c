"""Numbers with what is written to them: the currency before, the unit, the denominator behind."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from lint import patterns as re
from lint.extract.bag import bag
from lint.extract.dates import Moment
from lint.extract.quantities.measures import currency_before, measure
from lint.extract.quantities.numbers import WORDS, Number, digit_numbers, word_number
from lint.extract.quantities.per import per_after
from lint.extract.quantities.units import SIGNS

DIGIT = re.compile(r"\d|[½¼¾⅓⅔⅛⅜⅝⅞]")


class Atom(NamedTuple):
    """One number with what is written to it; `unit` is "" where it is bare."""

    number: Number
    start: int
    end: int
    unit: str
    symbol: str
    value: float
    per: str
    reach: int


_LINKED = re.compile(
    r"\+\d{1,3}[ (.-]{1,2}\d[\d ().-]{5,16}\d|"
    r"(?:https?://|www\.)\S{1,2000}|(?<![\w$€£])[\w.-]{1,60}(?:/[\w.%#?=&-]{1,200}){2,20}"
)
# An ordinal, a decade, a time of day, also one before how far it is from Greenwich: 1830 -0500.
_NO_FIGURE = re.compile(
    r"(?:st|nd|rd|th|s|['’]s)\b|[ \u00a0]?(?:[ap]\.m\.|[ap]m\b|[AP]M\b|o['’]clock\b)"
    r"|[ \u00a0][+-](?:0\d|1[0-4])(?:00|15|30|45)\b(?![.,:]?\d)"
)
_OFFSET = re.compile(r"(?<=\d[ \u00a0][+-])(?:0\d|1[0-4])(?:00|15|30|45)\b(?![.,:]?\d)")
_LINES = frozenset((144, 240, 360, 480, 540, 576, 720, 1080, 1440, 2160, 4320))
_JOINED = re.compile(r"[A-Za-z0-9_]")
_TIMES = re.compile(r"[ \u00a0\n-]times?\b(?=[,.;:)]|$| (?:as|more|less|the|larger|bigger|smaller|greater"
    r"|higher|lower|faster|slower|its|their|his|her|our|"
                    r"what|that|than|those|over|better|cheaper|longer|earnings|revenues?|sales|forward|trailing"
                    r"|annual|projected|expected|book|cash|gross|"
                    r"those|worse|stronger|wider|oversubscribed|heavier|denser|likelier)\b)")  # fmt: skip
_FOLD = re.compile(r"[ -]?fold\b")
_TIMES_X = re.compile(r"[ \u00a0]?[x×](?![A-Za-z0-9])")
_METRES = re.compile(r" (?:tall|high|long|wide|deep|race|sprint|final|finals|hurdles|freestyle|backstroke"
    r"|butterfly|relay|dash|away|from|above|below|"
                     r"pool|x|×|gold|silver|bronze|medley|steeplechase)\b")  # fmt: skip
_RESOLUTION = re.compile(
    r"[ -](?:video|tv|tvs|television|resolution|display|displays|monitor|monitors|screen|run|race|blu-ray|uhd"
    r"|camera|footage|ultra|oled)\b",
    re.IGNORECASE,
)
_FIRM = re.compile(r"(?:['’]s\b| (?:Co|Company|Corp|Inc)\b)")
_PREFIX = re.compile(r"(?<![A-Za-z])([Mm]inus|[Ss]ub)-$")


def has_number(text: str, start: int, end: int) -> bool:
    """Tell whether there may be a figure in `text[start:end]`: the one cheap look at a sentence without any."""
    return DIGIT.search(text, start, end) is not None or _worded(text, start, end)


_SPELLED = bag(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion "
    "trillion dozen half quarter third tens hundreds thousands dozens lakh crore fifth sixth tenth goalless "
    "scoreless nil"
)
_WORDED = _SPELLED | {word.capitalize() for word in _SPELLED}


def _worded(text: str, start: int, end: int) -> bool:
    """Tell whether a number word stands in `text[start:end]`: splitting is faster than a search for any of them."""
    words = text[start:end].replace("-", " ").replace("(", " ").replace("“", " ").split()
    return not _WORDED.isdisjoint(words)


def _numbers(text: str, start: int, end: int) -> list[Number]:
    numbers = list(digit_numbers(text, start, end)) if DIGIT.search(text, start, end) else []
    if not _worded(text, start, end):
        return numbers
    words = [
        number for match in WORDS.finditer(text, start, end) if (number := word_number(text, match, end)) is not None
    ]
    if not words:
        return numbers
    merged: list[Number] = []
    for number in sorted(numbers + words):
        if not merged or number.start >= merged[-1].end:
            merged.append(number)
    return merged


def atoms(text: str, start: int, end: int, moments: Sequence[Moment]) -> Iterator[Atom]:
    """Yield the numbers of `text[start:end]` that are no part of a name, version, ordinal, link or date, in order."""
    taken = start
    linked = any(text.find(sign, start, end) >= 0 for sign in "/+")
    links = [match.span() for match in _LINKED.finditer(text, start, end)] if linked else []
    others = sorted([*links, *((moment.start, moment.end) for moment in moments)], reverse=True)
    other = start  # where what began before a number ends
    for number in _numbers(text, start, end):
        while others and others[-1][0] <= number.start:
            other = max(other, others.pop()[1])
        if number.form == "junk" or _OFFSET.match(text, number.start) is not None or number.start < max(taken, other):
            continue
        atom = _atom(text, number, start, end)
        if atom is not None:
            taken = max(atom.end, atom.reach if "token" in atom.per else 0)
            yield atom


# How many of a smaller unit one of a larger one has, where both are told of one thing: 2 hours 27 minutes.
_OF = {
    ("hour", "min"): 60,
    ("hour", "s"): 3600,
    ("min", "s"): 60,
    ("day", "hour"): 24,
    ("week", "day"): 7,
    ("year", "month"): 12,
    ("lb", "oz"): 16,
    ("stone", "lb"): 14,
}
_AND = re.compile(r"\.?,?(?: and)? |")


def compound(text: str, read: Iterable[Atom]) -> list[Atom]:
    """Join what is told in two units: 2 hours 27 minutes are 2.45 hours."""
    found: list[Atom] = []
    for atom in read:
        size = _OF.get((found[-1].symbol, atom.symbol), 0) if found and found[-1].unit == atom.unit else 0
        if size > atom.value >= 0:
            first = found[-1]
            whole = (first.value * (size // 60 or 1)) % 1 < 1e-6  # 2.5 hours 10 minutes are two figures
            if whole and not first.per and _AND.fullmatch(text, first.end, atom.start):
                number = first.number._replace(digits=first.number.digits + 2)
                value = first.value + atom.value / size
                found[-1] = atom._replace(number=number, start=first.start, symbol=first.symbol, value=value)
                continue
        found.append(atom)
    return found


def _atom(text: str, number: Number, floor: int, end: int) -> Atom | None:
    """Read what is written to a number; None where it is part of a name, a version or an ordinal."""
    before = text[number.start - 1] if number.start > floor else " "
    if (
        before.isalnum()
        or before in "_#№§@/\\&="
        or (before == "." and number.start - 1 > floor and text[number.start - 2].isalnum())
    ):
        if before == "=" and text.startswith("Y", number.start - 2) and number.start - 2 >= floor:
            return _money(text, number, number.start - 2, "JPY", end)  # how some wires send the yen sign
        money = (
            currency_before(text, number.start, floor, number.scale > 1 or number.grouped) if before.isalpha() else None
        )
        if money is None:
            return None
        return _money(text, number, money[0], money[1], end)
    begin = number.start
    negative = False
    if before in "-−" and begin - 2 >= floor and text[begin - 2] in SIGNS:
        atom = _money(text, number, begin - 2, SIGNS[text[begin - 2]], end)
        return atom and atom._replace(value=-atom.value)
    if before in "-−–" and number.form == "digits" and begin - 1 >= floor:
        ahead = text[begin - 2] if begin - 1 > floor else " "
        if ahead.isalpha():
            prefix = _PREFIX.search(text, max(floor, begin - 8), begin)
            if prefix is None:
                return None
            negative = prefix[1].lower() == "minus"
            begin = prefix.start() if negative else begin
        else:
            negative = ahead in " (\n\u00a0[" and before != "–"
    elif before == " " and text[max(floor, begin - 6) : begin].lower() == "minus ":
        negative, begin = True, begin - 6
    money = currency_before(text, begin, floor, number.scale > 1 or number.grouped or "." in text[begin : number.end])
    if money is not None:
        return _money(text, number, money[0], money[1], end)
    return _measured(text, number, begin - (negative and text[begin].isdigit() and before != " "), end, negative)


def _money(text: str, number: Number, begin: int, code: str, end: int) -> Atom | None:
    value, stop = number.value, number.end
    if text.startswith(("MM", "mm"), number.bare) and number.scale == 1:
        value, stop = value * 1e6, number.bare + 2
        number = number._replace(scale=1e6, value=value, end=stop)
    follows = text[stop : stop + 1]
    if follows.isalnum() and not text.startswith(("per", "US"), stop):
        return None
    unit = measure(text, stop, end, value, number.scale, False)
    words = text[stop : unit.end].strip() if unit is not None else ""
    dollars = code == "USD" and ("ollar" in words or words.isupper())  # "$2 billion won the bid" is no Korean won
    if unit is not None and unit.kind == "money" and (unit.symbol == code or dollars):
        code, stop = unit.symbol, unit.end
    elif code == "USD" and text.startswith((" US", " CAD", " AUD", " USD"), stop):
        code, stop = (
            {"US": "USD", "CA": "CAD", "AU": "AUD"}[text[stop + 1 : stop + 3]],
            stop + (3 if text[stop + 3 : stop + 4] in " ,.)" else 4),
        )
    per, reach = per_after(text, stop, end)
    return Atom(number._replace(letter=""), begin, stop, "money", code, value, per, reach)


def _measured(text: str, number: Number, begin: int, end: int, negative: bool) -> Atom | None:
    """A number without a currency before it: find its unit behind it."""
    worded = number.form in ("words", "vague", "fraction")
    value = -number.value if negative else number.value
    if number.letter:
        settled = _letter(text, number, end)
        if settled is None:
            return None
        number, unit_symbol = settled
        value = -number.value if negative else number.value
        if unit_symbol:
            return Atom(number, begin, number.end, unit_symbol[0], unit_symbol[1], value, "", number.end)
    stop = number.end
    if not worded and _NO_FIGURE.match(text, stop):
        return None
    if not worded and text[stop : stop + 1] == "p" and not text[stop + 1 : stop + 2].isalnum() and value not in _LINES:
        return Atom(number, begin, stop + 1, "money", "GBX", value, *per_after(text, stop + 1, end))
    ratio = _TIMES_X.match(text, stop, end) or _TIMES.match(text, stop, end) or _FOLD.match(text, stop, end)
    if ratio is not None:
        return Atom(number, begin, ratio.end(), "ratio", "×", value, "", ratio.end())
    unit = measure(text, stop, end, number.value, number.scale, worded)
    if unit is None:
        if not worded and _JOINED.match(text, stop):
            return None
        return Atom(number, begin, stop, "", "", value, "", stop)
    value *= unit.factor
    if unit.kind == "money":
        whole = _hundredths(text, unit.symbol, unit.end, end, value)
        if whole is not None:
            value, stop = whole
            return Atom(number, begin, stop, "money", unit.symbol, value, *per_after(text, stop, end))
    if unit.kind == "distance" and unit.symbol == "foot":
        inches = _INCHES.match(text, unit.end, end)
        if inches:
            feet = value + float(inches[1]) / 12
            number = number._replace(digits=number.digits + 2)
            return Atom(number, begin, inches.end(), "distance", "foot", feet, "", inches.end())
    per, reach = (
        per_after(text, unit.end, end)
        if unit.kind not in ("percent", "percentage-point", "duration")
        else ("", unit.end)
    )
    return Atom(number, begin, unit.end, unit.kind, unit.symbol, value, per, reach)


_INCHES = re.compile(r"[ ,]{1,2}(?:and )?(\d{1,2}(?:\.\d)?)[ -]?(?:inches|inch|in\b|″)")
_CENTS = re.compile(
    r"(?:,| and)? (\d{1,2}|[a-z]{3,9}(?:[- ](?!cents?\b|pence|mao)[a-z]{3,5})?)(?: (?:cents?|pence|mao)\b|(?=\W|$))"
)


def _hundredths(text: str, symbol: str, at: int, end: int, value: float) -> tuple[float, int] | None:
    """Three dollars fifty cents: take in the cents."""
    match = _CENTS.match(text, at, end) if symbol not in ("USX", "GBX") else None
    if match is None or value != int(value) or value >= 1e5:
        return None
    ends = len(match[1]) == 2 and match[1].isdigit() and not text[match.end() : end].strip(' .!?”"')
    if match[1].isdigit():
        part: float | None = float(match[1])
    else:
        opener = WORDS.match(text, match.start(1), match.end(1))
        number = word_number(text, opener, match.end(1)) if opener else None
        part = number.value if number and number.end == match.end(1) else None
    if (
        part is None
        or part >= 100
        or (" " not in match[0].strip() and not match[0].startswith((" and", " forty", " fifty")) and not ends)
    ):
        return None
    return value + part / 100, match.end()


def _letter(text: str, number: Number, end: int) -> tuple[Number, tuple[str, str] | None] | None:
    """Settle whether a letter written to a number is a scale, a unit or part of a name."""
    letter, plain = number.letter, number.value / number.scale
    if letter in "kK" and (plain in (2, 4, 5, 6, 8, 10) and _RESOLUTION.match(text, number.end, end)):
        return None
    if _FIRM.match(text, number.end, end):
        return None
    if letter == "m" and (_METRES.match(text, number.end, end) or text.startswith("-", number.end)):
        return number._replace(value=plain, scale=1.0), ("distance", "m")
    if letter == "t":
        return number._replace(value=plain, scale=1.0), ("mass", "t")
    if letter in "kK" and text.startswith(("Hz", "b/s", "B/s"), number.end):
        return None
    return number, None
