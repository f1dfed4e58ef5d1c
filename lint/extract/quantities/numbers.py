"""Numbers in running text, in digits and in words, with their scale: 1.2, 257,000,000, 17-1/4, half a billion."""

from collections.abc import Iterator
from typing import NamedTuple

from lint import patterns as re
from lint.extract.quantities.units import LETTERS, SCALES


class Number(NamedTuple):
    """A number at `start:end`, its scale included.

    bare     its end without the scale
    digits   significant digits as written; zeros that end a whole number count up to the second digit
    scale    what the scale word multiplies by, 1 without one
    form     digits, words, fraction, vague (tens of thousands: `value` to `top`) or junk (a version, time, date, score,
             telephone number)
    letter   the scale is one letter, which may be part of a name or a unit
    """

    start: int
    end: int
    value: float
    digits: int
    scale: float = 1.0
    bare: int = 0
    form: str = "digits"
    top: float | None = None
    letter: str = ""
    grouped: bool = False


_GLYPHS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125, "⅜": 0.375, "⅝": 0.625, "⅞": 0.875,
    "⅕": 0.2, "⅖": 0.4,
           "⅗": 0.6, "⅘": 0.8, "⅙": 1 / 6, "⅚": 5 / 6}  # fmt: skip
# The look ahead is for speed only, here and in WORDS: it passes over what no number begins with.
_DIGITS = re.compile(
    r"(?=[\d.½¼¾⅓⅔⅛⅜⅝⅞⅕⅖⅗⅘⅙⅚])(?:"
    r"(?P<mix>\d{1,6}[ -]\d{1,2}/\d{1,2}(?![\d/]))"
    r"|(?P<junk>\d{1,8}(?:[.:/-]\d{1,8}){2,9}|\d{1,4}(?::\d{1,4}){1,3}(?:\.\d+)?"
    r"|\d{2,5}(?:\) ?|[ -])\d{3,4}[ -]\d{4,5}(?![\w%])|(?<=\+)\d{1,4}[ ()/-]{1,3}\d[\d ()/-]{5,20}\d)"
    r"|(?P<fraction>\d{1,2}/\d{1,3}(?![\d/]))"
    r"|(?P<group>\d{1,3}(?:,\d{2,3}){1,6}(?:\.\d{1,12})?(?!\d)"
    r"|\d{1,3}(?:[\u00a0\u202f\u2009']\d{3}){1,5}(?:\.\d{1,12})?(?!\d)"
    r"|[1-9]\d{0,2}(?: 000|(?: \d{3}){2,4})(?! ?\d))"
    r"|(?P<plain>\d+(?:\.\d+)?(?:e[+-]?\d{1,2}(?!\w))?)(?P<glyph>\s?[½¼¾⅓⅔⅛⅜⅝⅞])?"
    r"|(?P<dot>(?<![\w.)\]])\.\d{1,6}(?![\w.]|,\d))"
    r"|(?P<lone>[½¼¾⅓⅔⅛⅜⅝⅞⅕⅖⅗⅘⅙⅚]))"
)
_SCALE_WORDS = "|".join(sorted(SCALES, key=len, reverse=True))
_SCALE = re.compile(rf"(?:[ \u00a0]|-|\s)?(?:({_SCALE_WORDS})(?![A-Za-z0-9]))", re.IGNORECASE)
_LETTER = re.compile(r"[kKmMbBtT](?![A-Za-z0-9/²³^])")
_OF_A_SCALE = re.compile(r" of an? (million|billion|trillion)\b")

_SMALL_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_SMALL = {word: float(worth) for worth, word in enumerate(_SMALL_WORDS.split())}
_TENS = {
    w: 10.0 * i for i, w in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
_PARTS = {"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4,
    "fifth": 5, "fifths": 5,
          "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9, "ninths": 9,
          "tenth": 10,
          "tenths": 10}  # fmt: skip
_MULTIPLIERS = {
    "hundred": 1e2,
    "thousand": 1e3,
    "lakh": 1e5,
    "million": 1e6,
    "crore": 1e7,
    "billion": 1e9,
    "trillion": 1e12,
    "dozen": 12.0,
}
_VAGUE = {"tens": 10.0, "dozens": 12.0, "hundreds": 100.0, "thousands": 1000.0}


def _first(words: Iterator[str]) -> str:
    return "|".join(f"[{w[0].upper()}{w[0]}]{w[1:]}" for w in words)


_OPEN_WORDS = _first(iter([*_TENS, *sorted((w for w in _SMALL if w not in ("zero",)), key=len, reverse=True)]))
# Where a number in words may begin. "A" and "half" begin one only before a scale or a part.
WORDS = re.compile(
    rf"(?=[ADEFHNOQSTadefhnoqst])"
    rf"\b(?:(?:{_OPEN_WORDS})\b|[Hh]alf(?= (?:an?|of|the|its|their|his|her|my|our|all)\b|-(?:a-)?(?:million"
    rf"|billion|trillion|dozen))"
    r"|[Aa]n? (?:(?=(?:hundred|thousand|million|billion|trillion|dozen|lakh|crore)\b)"
    r"|(?=(?:half|third|quarter|fifth|sixth|tenth)(?: of\b| (?:million|billion|trillion)\b|-(?:million|billion"
    r"|trillion)))"
    r"|(?=half[ -]))"
    r"|(?:[Tt]ens|[Dd]ozens|[Hh]undreds|[Tt]housands) of (?=(?:thousand|million|billion|trillion|hundred)s?\b)"
    r"|[Qq]uarter(?= (?:million|billion|trillion)\b))"
)
_NEXT = re.compile(r"(?:-| and a | and |[ \u00a0]|\s)?([A-Za-z]{2,9})(?![A-Za-z])")
_VAGUE_SCALE = re.compile(r"(hundred|thousand|million|billion|trillion)s?")
_HALF_SCALE = re.compile(r"(?:an? |-a-|-| )?(?:of an? )?(million|billion|trillion|thousand|hundred|dozen)\b")
_PART_SCALE = re.compile(r"(?: of an?)?[ -](million|billion|trillion)\b")
_AND_A_HALF = re.compile(
    r"(?: and | |-and-)(?:a |one |one-|a-)(half|quarter|third)\b(?!-(?:hour|year|day|time|mile))|-and-a-(half)\b"
)
_DIGIT = re.compile(r"\b(?:zero|one|two|three|four|five|six|seven|eight|nine)\b", re.IGNORECASE)
_POINT = re.compile(rf" point(?: {_DIGIT.pattern})+", re.IGNORECASE)


def digit_numbers(text: str, start: int, end: int) -> Iterator[Number]:
    """Yield the numbers written in digits in `text[start:end]`, in order."""
    for match in _DIGITS.finditer(text, start, end):
        group = match.lastgroup or ""
        at, stop = match.span()
        if group == "junk":
            yield Number(at, stop, 0, 0, bare=stop, form="junk")
            continue
        value, digits, form = _value(match, group)
        yield _scaled(text, end, Number(at, stop, value, digits, bare=stop, form=form, grouped=group == "group"))


def _value(match: re.Match[str], group: str) -> tuple[float, int, str]:
    """Return value, significant digits and form of a match of _DIGITS."""
    raw = match[0]
    if group == "mix":
        whole, _, part = raw.replace("-", " ").partition(" ")
        above, _, below = part.partition("/")
        return float(whole) + (int(above) / int(below) if int(below) else 0), len(whole) + 2, "digits"
    if group == "fraction":
        above, _, below = raw.partition("/")
        return (int(above) / int(below) if int(below) else 0.0), 2, "fraction"
    if group == "lone":
        return _GLYPHS[raw], 2, "fraction"
    if group == "glyph":
        plain = match["plain"]
        return float(plain) + _GLYPHS[raw[-1]], len(plain) + 2, "digits"
    plain = raw if group in ("plain", "dot") else raw.translate(_SEPARATORS)
    return float(plain[:40]), significant(plain), "digits"


_SEPARATORS = str.maketrans("", "", ", '\u00a0\u202f\u2009")


def significant(plain: str) -> int:
    """Return the significant digits of a number in digits: 4.30 has 3, 1200 has 2, 100 has 2, 5 has 1."""
    mantissa = plain.partition("e")[0]
    whole, dot, part = mantissa.partition(".")
    written = (whole + part).lstrip("0")
    if dot:
        return max(1, len(written))
    return max(min(2, len(written)), len(written.rstrip("0")), 1)


def _scaled(text: str, end: int, number: Number) -> Number:
    """Take in the scale behind a number: million, bn, K, hundred thousand, of a billion."""
    at, scale = number.end, 1.0
    for _ in range(2):
        match = _SCALE.match(text, at, end)
        if match is None:
            break
        scale *= SCALES[match[1].lower()]
        at = match.end()
    if scale > 1:
        return number._replace(end=at, value=number.value * scale, scale=scale)
    letter = _LETTER.match(text, at, end)
    if letter:
        return number._replace(
            end=at + 1, value=number.value * LETTERS[letter[0]], scale=LETTERS[letter[0]], letter=letter[0]
        )
    if number.form == "fraction":
        part = _OF_A_SCALE.match(text, at, end)
        if part:
            scale = SCALES[part[1]]
            return number._replace(end=part.end(), value=number.value * scale, scale=scale, form="digits")
    return number


def word_number(text: str, match: re.Match[str], end: int) -> Number | None:
    """Read the number in words that begins at a match of WORDS."""
    start = match.start()
    opener = match[0].lower()
    if opener.endswith(" of "):
        return _vague(text, match, end)
    if opener == "quarter":
        return _part(text, start, match.end(), 1.0, 4, end)
    if opener == "half":
        return _half(text, start, match.end(), end)
    at = start
    if opener in ("a ", "an "):
        at = match.end()
        word = _NEXT.match(text, at, end)
        if word is None:
            return None
        if word[1] in _PARTS:
            return _part(text, start, word.end(), 1.0, _PARTS[word[1]], end)
        return _run(text, start, at, end)
    return _run(text, start, at, end)


def _vague(text: str, match: re.Match[str], end: int) -> Number | None:
    """Tens of thousands: from ten thousand to a hundred thousand."""
    scale = _VAGUE_SCALE.match(text, match.end(), end)
    if scale is None:
        return None
    low = _VAGUE[match[0].lower().split()[0]] * _MULTIPLIERS[scale[1]]
    low = 10 * _MULTIPLIERS[scale[1]] if match[0].lower().startswith("dozens") else low
    return Number(match.start(), scale.end(), low, 1, _MULTIPLIERS[scale[1]], scale.end(), "vague", low * 10)


def _half(text: str, start: int, at: int, end: int) -> Number:
    """Half a billion, half-million; half of them."""
    scale = _HALF_SCALE.match(text, at + (text[at : at + 1] == " "), end)
    if scale:
        worth = _MULTIPLIERS[scale[1]]
        return Number(start, scale.end(), worth / 2, 1, worth, at, "words")
    return Number(start, at, 0.5, 1, bare=at, form="fraction")


def _part(text: str, start: int, at: int, above: float, below: int, end: int) -> Number:
    scale = _PART_SCALE.match(text, at, end)
    if scale:
        worth = _MULTIPLIERS[scale[1]]
        return Number(start, scale.end(), above / below * worth, 1, worth, at, "words")
    return Number(start, at, above / below, 2, bare=at, form="fraction")


class _Tally:
    """A number in words as it is read: forty-two, forty-two thousand, forty-two thousand five hundred."""

    def __init__(self) -> None:
        self.total = self.current = 0.0
        self.scale, self.seen, self.tens = 1.0, 0, False

    def take(self, low: str, joint: str) -> bool:
        """Add the next word; False where it belongs to another number."""
        open_ = not self.seen or self.current == 0 or (self.current >= 100 and self.current % 100 == 0)
        if low in _SMALL:
            if not open_ and not (self.tens and _SMALL[low] < 10):
                return False
            self.current, self.tens = self.current + _SMALL[low], False
        elif low in _TENS:
            if not open_:
                return False
            self.current, self.tens = self.current + _TENS[low], True
        elif low in _MULTIPLIERS and "and" not in joint:
            self._multiply(_MULTIPLIERS[low])
        else:
            return False
        self.seen += 1
        return True

    def _multiply(self, worth: float) -> None:
        if worth == 100.0:
            self.current = (self.current or 1.0) * worth
        elif not self.total or self.total > worth:
            self.total, self.current = self.total + (self.current or 1.0) * worth, 0.0
        else:
            self.total, self.current = (self.total + self.current) * worth, 0.0
        self.scale, self.tens = max(self.scale, worth), False


def _run(text: str, start: int, at: int, end: int) -> Number | None:
    """Read number words from `at` on: forty-two thousand five hundred."""
    tally, last = _Tally(), at
    for _ in range(12):
        word = _NEXT.match(text, last, end)
        if word is None:
            break
        low, joint = word[1].lower(), text[word.start() : word.start(1)]
        if _is_part(text, word, low, joint, tally):
            return _part(text, start, word.end(), tally.current, _PARTS[low], end)
        if not tally.take(low, joint):
            break
        last = word.end()
    return _with_half(text, start, at, last, end, tally) if tally.seen else None


def _is_part(text: str, word: re.Match[str], low: str, joint: str, tally: _Tally) -> bool:
    """Two-thirds, three quarters of: a small number and a part."""
    if low not in _PARTS or tally.seen != 1 or not 0 < tally.current < 20 or low.startswith("fourth"):
        return False
    if low == "quarters" and "-" not in joint and text[word.end() : word.end() + 3] != " of":
        return False
    return "-" in joint or low.endswith("s") or low == "third"


def _with_half(text: str, start: int, at: int, last: int, end: int, tally: _Tally) -> Number:
    """Two and a half; a million and a half; two and a half million; two point five million."""
    value, scale = tally.total + tally.current, tally.scale
    half, point = _AND_A_HALF.match(text, last, end), _POINT.match(text, last, end)
    if half or (point and not tally.total):
        if half:
            value += 1 / _PARTS[half[1] or half[2]] * (scale if tally.total and not tally.current else 1)
        elif point:
            value += float("0." + "".join(f"{_SMALL[word.lower()]:.0f}" for word in _DIGIT.findall(point[0])))
        last = half.end() if half else point.end() if point else last
        more = _SCALE.match(text, last, end)
        if more and not tally.total:
            scale = SCALES[more[1].lower()]
            value, last = value * scale, more.end()
    return Number(start, last, value, significant(f"{value:.10g}"), scale, at, "words")
