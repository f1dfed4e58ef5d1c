"""What a figure is counted by: a year, a share, a million tokens."""

from lint import patterns as re
from lint.extract.bag import bag
from lint.extract.quantities.units import PERS, RATES

_PER = re.compile(
    r"[ \u00a0]?/[ \u00a0]?(?P<slash>[A-Za-z][A-Za-z-]{0,12}|1,?000|1[MKmk]|100)\b"
    r"|[ \u00a0\n-](?P<kind>per|an?|each|every)[ \u00a0\n-](?P<adj>(?:diluted|common|ordinary|metric|troy|basic"
    r"|active|paying|fully diluted|single|individual|"
    r"million|thousand|billion|1,?000|100|100,000|hundred|fiscal|trading|calendar|square|cubic|US|American"
    r"|ADS) )?(?P<word>[A-Za-z][A-Za-z-]{0,14})(?![A-Za-z])"
    r"|[ \u00a0](?P<rate>annually|yearly|monthly|weekly|daily|hourly|quarterly|apiece|each)\b(?! other)"
)
_A_PER = bag(
    "year yr month week day hour minute second quarter share barrel ton tonne seat person head piece night unit "
    "gallon pound ounce ticket bottle bushel user kilo kg gram litre liter pint copy game pop square mile acre"
)
_BEHIND_EACH = bag("in at of for from to on by and or with after before last this")
_SCALED_PER = bag("million thousand billion 1,000 1000 100 100,000 hundred")


# What models are priced by: $3 per million input tokens, $15 for each million tokens generated.
_TOKENS = re.compile(
    r"[ \u00a0]?(?:/|(?<=[ \u00a0])(?:per|(?:for )?(?:an?|each|every)))[ \u00a0]?"
    r"(?P<size>million|billion|thousand|1m|1k|1,?000,?000|1,?000)"
    r"(?:[ -](?P<side>input|output|prompt|completion|generated))?[ -]tokens?"
    r"(?: (?P<after>in|out|read|written|generated|of (?:input|output)))?\b",
    re.IGNORECASE,
)
_SIZE = {"million": "million", "1m": "million", "1000000": "million", "billion": "billion"} | dict.fromkeys(
    ("thousand", "1k", "1000"), "thousand"
)
_SIDES = dict.fromkeys(("input", "prompt", "in", "read"), "input") | dict.fromkeys(
    ("output", "completion", "generated", "out", "written"), "output"
)
_SHARE = re.compile(r" for (?:each|every) (?:[A-Z][\w.&’'-]{1,24} )?share\b")


def per_after(text: str, at: int, end: int) -> tuple[str, int]:
    """Return what a figure is counted by (year, share, million token …) and where that ends; "" where it is a total."""
    tokens = _TOKENS.match(text, at, end)
    if tokens:
        side = _SIDES.get((tokens["side"] or tokens["after"] or "").lower().removeprefix("of "), "")
        return " ".join(filter(None, (_SIZE[tokens["size"].lower().replace(",", "")], side, "token"))), tokens.end()
    if share := _SHARE.match(text, at, end):
        return "share", share.end()
    match = _PER.match(text, at, end)
    if match is None:
        return "", at
    if match["rate"]:
        return RATES[match["rate"]], match.end()
    if match["slash"]:
        word = match["slash"]
        per = PERS.get(word) or PERS.get(word.lower())
        return (per, match.end()) if per else ("", at)
    word = match["word"].lower()
    adjective = (match["adj"] or "").strip()
    if match["kind"] in ("a", "an") and (word not in _A_PER or adjective):
        return "", at
    if match["kind"] == "each" and word in _BEHIND_EACH:
        return RATES["each"], match.end("kind")
    if match["kind"] in ("each", "every") and word not in (
        "year",
        "month",
        "week",
        "day",
        "hour",
        "quarter",
        "night",
        "second",
        "minute",
    ):
        return "", at
    if adjective in _SCALED_PER:
        return f"{adjective.replace(',', '')} {word.rstrip('s')}", match.end()
    per = PERS.get(word) or PERS.get(word.rstrip("s")) or word
    return per, match.end()
