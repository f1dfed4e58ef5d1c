"""What stands around a number and makes it a figure: currency, unit, counted noun."""

from typing import NamedTuple

from lint import patterns as re
from lint.extract.bag import bag
from lint.extract.quantities.units import (
    CODE_NAMES,
    CODES,
    COUNTRIES,
    CURRENCY_NOUNS,
    LETTER_CURRENCIES,
    LONG_UNITS,
    NATIONAL,
    SCALES,
    SIGN_PREFIXES,
    SIGNS,
    TIGHT,
    UNITS,
    WEAK_CURRENCY,
)


class Measure(NamedTuple):
    """kind as in Quantity.unit, symbol as it is told, end of the words that say so."""

    kind: str
    symbol: str
    end: int
    factor: float = 1.0


_PREFIXES = "|".join(sorted((re.escape(p) for p in SIGN_PREFIXES), key=len, reverse=True))
_SIGN_CLASS = "[" + "".join(s for s in SIGNS if len(s) == 1) + "]"
_SIGN_BEFORE = re.compile(
    rf"(?:(?<![A-Za-z&])(?P<prefix>{_PREFIXES})[ \u00a0]?)?(?P<sign>{_SIGN_CLASS}|रू|ரூ)(?P<late>US|AU|CA|NZ|HK"
    rf"|A|C)?[ \u00a0]?$",
    re.IGNORECASE,
)
_LETTERS_BEFORE = re.compile(
    "(?<![A-Za-z.])(?:(?P<code>" + "|".join(sorted(CODES)) + r")(?P<sign>[$€£¥])?|(?P<letters>"
    + "|".join(sorted((re.escape(c) for c in LETTER_CURRENCIES), key=len, reverse=True)) + r"))[ \u00a0]?$"
)  # fmt: skip
_TIGHT_ONLY = bag("PS R P L Re Ft zl Fr RM")
_UNSCALED = bag("RM")
# Codes that are also words in capitals: they need a scale or a grouped figure.
_WORDY = bag("TRY MAD COP PEN RON GEL DM ETB SAR ETH BTC ALL")

_AFTER = re.compile(
    r"(?P<gap>[ \u00a0\n]|-|[ \u00a0]?[(\[{<])?"
    r"(?P<word>%-points?|%|°[CF]?(?![A-Za-z])|[℃℉′″]|" + _SIGN_CLASS + r"|[A-Za-zµμ][A-Za-z0-9µμ²³^/.’'-]{0,24})"
)
# Inches as they are typed: an 11" screen.
_SCREEN = re.compile(
    r"[\"”] (?:\w{1,12} )?(?:screens?|displays?|monitors?|panels?|tvs?|tablets?"
    r"|laptops?|phones?|models?|wheels?|pipes?)\b",
    re.IGNORECASE,
)
_AND_CENTS = re.compile(r" \d{1,2} (?:cents?|pence|pennies)\b")
_OF_MONEY = re.compile(r" of (dollars|euros|pounds|yen|rupees|yuan|pesos|rubles|roubles)\b")
_CODE_AFTER = re.compile("([Mk]?)(" + "|".join(sorted(CODES - {"TRY"})) + r")(?![A-Za-z])(?: (million|billion)\b)?")
_WORD = re.compile(r"[ \u00a0\n-]([A-Za-z][A-Za-z0-9²³^/'’]{0,24}(?:-[A-Za-z]{1,15}){0,2})")
_NATION = re.compile(r"[ \u00a0\n-]([A-Za-z][a-z]{1,11}|U\.?S\.?|UK|CFA) ([a-z]{3,9})\b")
_NATION_OF_TWO = re.compile(r"[ \u00a0\n-]([A-Z][a-z]{2,11} [A-Z][a-z]{2,11}) ([a-z]{3,9})\b")


def currency_before(text: str, at: int, floor: int, scaled: bool) -> tuple[int, str] | None:
    """Return where the currency before a number begins, and its code; `scaled`: it has a scale, a group or decimals."""
    if at <= floor:
        return None
    last = text[at - 1]
    if last in " \u00a0" and at - 1 > floor:
        last = text[at - 2]
    if last in SIGNS or last == "ू" or (last in "SACZKU" and "$" in text[max(floor, at - 5) : at]):
        match = _SIGN_BEFORE.search(text, max(floor, at - 8), at)
        if match is None:
            return None
        code = SIGNS[match["sign"]]
        prefix = (match["prefix"] or match["late"] or "").upper()
        if prefix and (
            prefix not in ("S", "A", "B", "E", "J", "N", "R", "Z", "C")
            or match["prefix"] is None
            or _glued(match)
            or (match["prefix"] in ("S", "A") and _APART.search(text, max(floor, at - 24), match.start()))
        ):
            code = _prefixed(prefix, code)
            return match.start(), code
        return match.start("sign"), code
    if last.isalpha() or last == ".":
        match = _LETTERS_BEFORE.search(text, max(floor, at - 7), at)
        if match is None:
            return None
        if match["code"]:
            code = match["code"]
            return (match.start(), CODE_NAMES.get(code, code)) if scaled or code not in _WORDY else None
        letters = match["letters"]
        if letters in _TIGHT_ONLY and (match.end("letters") != at or not (scaled or letters in _UNSCALED)):
            return None
        return match.start(), LETTER_CURRENCIES[letters]
    return None


# Before a letter that stands apart from its sign: almost S $3m is Singapore's, a Model S $70,000 is none.
_APART = re.compile(
    r"(?<![\w'’])(?:of|for|from|to|than|about|almost|nearly|over|around|some|up to|worth|pays?|paid|costs?) $"
)


def _glued(match: re.Match[str]) -> bool:
    """A single letter before the sign counts when it is written to it, or in lower-case tokenised text."""
    return (match["prefix"].isupper() and match.end("prefix") == match.start("sign")) or match["prefix"] == "c"


def _prefixed(prefix: str, code: str) -> str:
    if code == "USD":
        return SIGN_PREFIXES.get(prefix, code)
    if code == "GBP":
        return {"E": "EGP", "EG": "EGP"}.get(prefix, code)
    return code


def measure(text: str, at: int, end: int, value: float, scale: float, word_form: bool) -> Measure | None:
    """Return the unit or currency behind a number that ends at `at`."""
    if (
        text[at : at + 1] in ('"', "”")
        and _SCREEN.match(text, at, end)
        and not text.count('"', max(0, at - 300), at) % 2
    ):
        return Measure("distance", "inch", at + 1)
    match = _AFTER.match(text, at, end)
    if match is None:
        return None
    gap, word = match["gap"] or "", match["word"]
    if word in SIGNS:
        follows = text[match.end() : match.end() + 1]
        if _AND_CENTS.match(text, match.end(), end):
            return Measure("money", SIGNS[word], match.end())
        if gap == "-" or follows.isdigit() or text[match.end() : match.end() + 2].strip().isdigit():
            return None
        return Measure("money", SIGNS[word], match.end())
    stripped = word.rstrip(".-'’/")
    if not stripped:
        return None
    stop = match.start("word") + len(stripped)
    if gap.strip(" \u00a0") in ("(", "[", "{", "<") and gap:
        close = text[stop : stop + 1]
        unit = UNITS.get(stripped)
        return Measure(unit.kind, unit.symbol, stop + 1) if unit and close in ")]}>" and close else None
    found = _unit(text, match, stripped, stop, end, bool(gap), value, word_form)
    pounds = found is not None and found.symbol == "lb" and stripped.startswith("pound")
    if found is not None and not (pounds and (scale >= 1e6 or text.startswith(" sterling", stop))):
        return found
    return _currency_noun(text, match.start(), stripped, stop, end, value, scale) or found


def _unit(
    text: str, match: re.Match[str], word: str, stop: int, end: int, spaced: bool, value: float, word_form: bool
) -> Measure | None:
    if word in LONG_UNITS or word.lower() in LONG_UNITS:
        long = _long_unit(text, match.start("word"), word, stop, end)
        if long is not None:
            return long
    unit = UNITS.get(word)
    if unit is None and len(word) > 3 and word[1:].islower():
        unit = UNITS.get(word.lower())
    if unit is None:
        head, hyphen, _ = word.partition("-")
        if hyphen:
            whole = UNITS.get(word.replace("-", " ", 1))
            if whole is None and "-" in word:
                two = "-".join(word.split("-")[:2])
                whole = UNITS.get(two)
                if whole is not None:
                    return Measure(whole.kind, whole.symbol, match.start("word") + len(two))
            if whole is None:
                unit = UNITS.get(head)
                stop = match.start("word") + len(head)
            else:
                unit = whole
        for mark in ("'", "’"):
            if unit is None and mark in word:
                head = word.partition(mark)[0]
                unit = UNITS.get(head)
                stop = match.start("word") + len(head)
        if unit is None and "/" in word:
            head = word.partition("/")[0]
            unit = UNITS.get(head) or UNITS.get(head.lower())
            stop = match.start("word") + len(head)
    if unit is None:
        return None
    if word in TIGHT and spaced and not _lone_sign(text, word, stop, word_form):
        return None
    return Measure(unit.kind, unit.symbol, stop)


# After minutes and months a sentence goes on; a minimum and Mo Farah are followed by what they are of.
_GOES_ON = re.compile(
    r"\.?[\s,;:)\]]*$|\.?\s\d|\.?[,;:)\]–—-]|\.?\s\(?(?:to|on|at|in|into|from|for|of|off|per|after|before|and|or|with|by|late[rs]?|long"
    r"|ago|behind|than|more|less|until|till|since|when|while|if|as|is|are|was|were|read|walk|drive|ride|flight|wait|delay"
    r"|away|each|every|early|apart|between|the|an?|it|this|through|during|without|under|over|flat|sharp|max)\b"
)


def _lone_sign(text: str, word: str, stop: int, word_form: bool) -> bool:
    """A sign of one or two letters after a blank is a unit only where a sentence can pause."""
    if word_form:
        return False
    if word in ("min", "mo"):
        return _GOES_ON.match(text, stop) is not None
    if word not in ("m", "g", "W", "V", "L", "t", "ha", "in", "h", "s", "J", "°"):
        return False
    follows = text[stop : stop + 2]
    if word == "in":
        return not follows or follows[0] in ",;)" or (follows[0] == "." and not follows[1:].strip())
    return not follows or follows[0] in ".,;:)]" or follows in (" x", " ×", " p", " 1") or word in ("g", "W", "V", "L")


def _long_unit(text: str, start: int, word: str, stop: int, end: int) -> Measure | None:
    words, stops = [word], [stop]
    at = stop
    for _ in range(3):
        if text[at : at + 1] == ".":
            at += 1
        match = _WORD.match(text, at, end)
        if match is None:
            break
        words.append(match[1])
        at = match.end()
        stops.append(at)
    for count in range(len(words), 1, -1):
        unit = UNITS.get(" ".join(words[:count])) or UNITS.get(" ".join(words[:count]).lower())
        if unit is not None:
            return Measure(unit.kind, unit.symbol, stops[count - 1])
    return None


def _currency_noun(text: str, at: int, word: str, stop: int, end: int, value: float, scale: float) -> Measure | None:
    if text.startswith((" of ", " in "), at) and scale >= 100:
        plural = _OF_MONEY.match(text, at, end)
        return Measure("money", CURRENCY_NOUNS[_singular(plural[1])], plural.end()) if plural else None
    nation = _NATION_OF_TWO.match(text, at, end) or _NATION.match(text, at, end)
    if nation:
        country = COUNTRIES.get(nation[1].lower())
        noun = _singular(nation[2])
        if country:
            code = NATIONAL.get(noun, {}).get(country) or (
                CURRENCY_NOUNS.get(noun) if noun not in WEAK_CURRENCY else None
            )
            if code:
                return Measure("money", code, nation.end())
    glued = _CODE_AFTER.match(text, stop - len(word), end)
    if glued:
        factor = {"M": 1e6, "k": 1e3}.get(glued[1], 1.0) * (SCALES[glued[3]] if glued[3] and scale == 1 else 1.0)
        return Measure("money", CODE_NAMES.get(glued[2], glued[2]), glued.end(), factor)
    head = word.partition("-")[0]
    noun = _singular(head.lower())
    code = CURRENCY_NOUNS.get(noun)
    if code is None or (head[0].isupper() and not head.isupper() and noun not in ("euro", "dollar")):
        return None
    end_at = stop - len(word) + len(head)
    if noun == "pound" and text.startswith(" sterling", end_at):
        return Measure("money", "GBP", end_at + 9)
    if noun in WEAK_CURRENCY and scale < 1e3 and not _plainly_money(noun, head, value):
        return None
    if noun == "euro" and text.startswith(" cents", end_at):
        return Measure("money", "EUX", end_at + 6)
    return Measure("money", code, end_at)


def _plainly_money(noun: str, word: str, value: float) -> bool:
    if noun in ("cent", "buck", "quid", "penny", "sat"):
        return True
    if noun == "ct":  # how wires write cents; 5 ct are carats
        return word == "cts" or (word == "ct" and value <= 1)
    return (noun in ("won", "rand", "lira") and value >= 100) or noun == "mao"


def _singular(noun: str) -> str:
    noun = noun.lower()
    if noun in ("dlr", "dlrs"):
        return "dollar"
    if noun in CURRENCY_NOUNS:
        return noun
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    return noun[:-1] if noun.endswith("s") else noun


_STOP = bag(
    "a an the and or but nor so yet for of in on at by to from with without within into onto over under above "
    "below between among through during before after since until till than that which who whom whose where when "
    "while as if because although though unless whether like near per via versus vs against about around across "
    "along behind beyond despite toward towards upon is are was were be been being am has have had having do does "
    "did done will would shall should can could may might must it its he she they them their his her our my your "
    "we you i this these those there here not no only just even also too very more most less least much many each "
    "every all both either neither some any such own then now up down out off again further once ago later "
    "earlier apart away back what how why percent said says according went goes came comes got gets made makes "
    "took takes gave gives left became becomes began begins who's it's compared including excluding plus minus "
    "times instead rather almost nearly until yesterday today tomorrow monday tuesday wednesday thursday friday "
    "saturday sunday"
)
_OF_ITS = re.compile(r" of (?:its|their)(?: own)?(?= [a-z])")
_NOUN_WORD = re.compile(
    r"[ \u00a0\n-]((?:(?:[A-Z]\.){2,3}|(?:Inc|Corp|Co|Ltd|Bros|St)\.)(?= [a-z])"
    r"|[A-Za-zÀ-ÖØ-öø-ÿ][A-Za-z0-9À-ÖØ-öø-ÿ'’]{0,24}(?:-[A-Za-zÀ-ÖØ-öø-ÿ]{1,15}){0,2})"
)
PEOPLE = bag("people men women children persons staff personnel police troops folks")


def noun_after(text: str, at: int, end: int) -> tuple[str, str, int]:
    """Return the head of what is counted after a number, all its words, and where they end; "" where nothing is."""
    words: list[str] = []
    stops: list[int] = []
    own = _OF_ITS.match(text, at, end)
    if own:
        at = own.end()
    if text.startswith("-strong ", at):
        match = _NOUN_WORD.match(text, at + 7, end)
        return (match[1].lower(), match[1], match.end()) if match else ("", "", at)
    for _ in range(5):
        match = _NOUN_WORD.match(text, at, end)
        if match is None:
            break
        word = match[1]
        low = word.lower()
        if low in _STOP or "'" in word or "’" in word or (words and low.endswith("ly")):
            break
        if words and _plural(words[-1]) and word[0].islower():
            break
        words.append(word)
        at = match.end()
        stops.append(at)
    if not words:
        return "", "", at
    return words[-1].lower() if words[-1][0].islower() or len(words) > 1 else words[-1], " ".join(words), stops[-1]


def _plural(word: str) -> bool:
    return word in PEOPLE or (len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")))
