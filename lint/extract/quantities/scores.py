"""What two sides have in a match: 3-1, 6-4 3-6 7-5, two goals to one, a goalless draw."""

from collections.abc import Sequence

from lint import patterns as re
from lint.extract.bag import bag
from lint.extract.dates import Moment

Sides = tuple[tuple[int, int], ...]

# For speed: most sentences with figures hold no two numbers with a dash.
_DASHED = re.compile(r"\d[-–]\d")
_ONE = r"(?:\d{1,2}|[1-3]\d\d)[-–](?:\d{1,2}|[1-3]\d\d)"
_BREAK = r"(?: \(\d{1,2}[-–/]\d{1,2}\))?"
_PAIR = re.compile(
    rf"(?<![\w.,/:;#$€£¥+=~–-]){_ONE}(?P<more>{_BREAK}(?:(?:,? and |,? ){_ONE}{_BREAK})*)"
    r"(?![\w/:%°×+]|[-–]\w|[.,]\d)"
)
_EACH = re.compile(r"(\d{1,3})[-–](\d{1,3})")
_NUMBERS = "nil one two three four five six seven eight nine ten eleven twelve"
_WORDS = {word: value for value, word in enumerate(_NUMBERS.split())} | {"love": 0}
_SPELT = re.compile(
    r"\b(?:(?P<none>goalless|scoreless)|(?P<nils>nil-nil)"
    r"|(?P<one>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    r"(?: (?:goals?|sets?|games?|frames?|legs?|tries|matches|rubbers)"
    r" to (?:one|two|three|four|five|six|seven|eight|nine)"
    r"|(?: \w{3,7})?(?:-| to )(?:nil|love)))\b",
    re.IGNORECASE,
)
# What tells a score, before it or behind it: without one of these two numbers with a dash are anything.
_BEFORE = re.compile(
    r"\b(?:beat(?:s|en|ing)?|defeat(?:s|ed|ing)?|win(?:s|ning)?|won|los(?:e|es|t|ing|s)|dr[ae]w(?:s|n|ing)?|victor\w{1,4}"
    r"|triumph\w{0,3}|thrash\w{0,3}|hammer\w{0,3}|crush\w{0,3}|rout(?:s|ed|ing)?|trounc\w{1,3}|thump\w{0,3}"
    r"|edg(?:e|es|ed|ing)|stun(?:s|ned|ning)?|over(?:c[oa]me|comes|coming|powered|whelmed)|outclass\w{0,3}"
    r"|see(?:s|ing)? off|saw off|upset|sank|sunk|sinks?|down(?:s|ed)|humbl\w{1,3}|demolish\w{0,3}|d[ei]spatched"
    r"|rall(?:y|ied)|knock\w{0,3} out|went down|go(?:es)? down|fell|crash\w{0,3}|slump\w{0,3}|succumb\w{0,3}|held"
    r"|led|leads?|leading|trail\w{0,3}|score(?:line|s? (?:at|is|was|to|reach\w{0,3}|stood))|prevail\w{0,3}|past|tied"
    r"|ties|ma(?:de|kes|king) it|coming through|c[oa]me through|outplay\w{1,3}|swept|sweep|whitewash\w{0,3}|ahead"
    r"|humiliat\w{1,3}|toppl\w{1,3}|shock\w{0,3}|shut(?:s|ting)? out|outlast\w{0,3}|outpoint\w{0,3}"
    r"|ran out|c[oa]me(?:s)? (?:from|back)|level(?:led|ling|s)|oust\w{0,3}|advanc\w{1,3})\b"
)
_RESULTS = (
    "win wins victory victories defeat loss reverse draw lead triumph success thrashing hammering drubbing rout "
    "mauling deficit advantage scoreline thumping beating upset rebound stalemate tie shutout whitewash reversal "
    "setback humiliation demolition score result winners winner verdict margin dismissal collapse"
)
_NOUNS = bag(_RESULTS)
_BEHIND = re.compile(rf"[^.;]{{0,48}}?\b(?:{'|'.join(_RESULTS.split())})\b| (?:up|down|ahead|behind)\b(?! \d)")
# What may follow a score at once: else it counts what follows, or is part of a name.
_AFTER = bag(
    "in at on over against to with by after thanks for from and but as when while before during despite since "
    "until if where which who that so courtesy then although though because having following behind until without "
    "under the a an this last yesterday today tonight there here they he she we it his her their its just only "
    "away home league cup first-leg second-leg aggregate half-time halftime interval overall extra-time shoot-out "
    "shootout penalty derby friendly group qualifying opening first-half second-half first-round second-round "
    "third-round fourth-round fifth-round quarter-final semi-final final replay test series record down up ahead "
    "behind late international bonus-point early inside through also again was is were are had has would could "
    "will now earlier later straight-sets comeback road pre-season ago on-the-road top-flight play-off playoff "
    "round-robin game midway not or"
) | _NOUNS  # fmt: skip
_NEXT = re.compile(r" ([a-zA-Z][\w’'-]*)")
_NOT_BEFORE = re.compile(
    r"\b(?:pages?|pp?\.|chapters?|verses?|versions?|ages?|aged|between|sections?|odds(?: of)?|rated|numbers?|lines?"
    r"|from|up to|range|scale|teams?|tiers?|appendices|steps?|weeks?|days?|years?|grades?|levels?|rows?|columns?|items?"
    r"|figures?|tables?|parts?|rules?|priced(?: at)?|quoted at|at odds of|about|around|roughly|some|every|each|within"
    r"|nos?\.?|bits?|ratio(?: of)?|vote[sd]?|voting|ruling|decision|formation|split|divided|ruled) $",
    re.IGNORECASE,
)
_NOT_AFTER = re.compile(
    r" ?(?:(?:to|on) (?:win|lose) |(?:on )?favou?rites?\b|formation|odds|shot\b|outsiders?\b|vote\b|ruling|decision\b"
    r"|majority|record\b(?! (?:win|victory|defeat|loss)))"
)
_MONTHS = bag(
    "January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug "
    "Sep Sept Oct Nov Dec"
)
_ODDS = re.compile(r"\b(?:favou?rites?|odds|bookmakers?|bookies|tipped|outsiders?|priced)\b")
NEAR, LEAD = 90, 24


def scores(text: str, start: int, end: int, moments: Sequence[Moment]) -> list[tuple[int, int]]:
    """Return where the scores in `text[start:end]` stand, in order; a span of pages, years or people is none."""
    if _DASHED.search(text, start, end) is None and not _hinted(text, start, end):
        return []
    found = [match.span() for match in _PAIR.finditer(text, start, end) if _is_score(text, match, start, end)]
    found += [match.span() for match in _SPELT.finditer(text, start, end) if _is_spelt(text, match, start, end)]
    return [
        (first, last)
        for first, last in sorted(found)
        if not any(moment.start < last and first < moment.end for moment in moments)
    ]


def _hinted(text: str, start: int, end: int) -> bool:
    """Tell whether a score may be spelt out here: goalless, three-nil, six-love, two goals to one."""
    find = text.find
    spelt = find("oalless", start, end) >= 0 or find("nil", start, end) >= 0 or find("s to ", start, end) >= 0
    return spelt or find("coreless", start, end) >= 0 or find(" to love", start, end) >= 0


def is_score(text: str) -> bool:
    """Tell whether a text is a score and nothing else."""
    return (_PAIR.fullmatch(text) or _SPELT.fullmatch(text)) is not None


def _is_score(text: str, match: re.Match[str], start: int, end: int) -> bool:
    if any(len(number) > 1 and number[0] == "0" for pair in _EACH.findall(match[0]) for number in pair):
        return False
    if match["more"] and _EACH.search(match["more"]) and not _in_sets(match):
        return False
    if _NOT_BEFORE.search(text, max(start, match.start() - LEAD), match.start()):
        return False
    before = _BEHIND_NAME.search(text, max(start, match.start() - NEAR), match.start())
    if before is not None and _AT_NAME.match(text, match.end(), end):
        return True
    return _may_follow(text, match.end(), end) and _told(text, *match.span(), start, end)


# Ardley 3-1 Wexham: a name, two numbers, a name, and nothing more.
_NAME = r"[A-Z][\w'’&-]*[a-z](?: (?:[A-Z][\w'’&-]*[a-z]|[A-Z]{2}|&|of|and)){0,3}"
_BEHIND_NAME = re.compile(rf"(?:^|[.,;:(]\s+|\n){_NAME} $")
_AT_NAME = re.compile(rf" {_NAME}(?=$|[.,;)\n]| \()")


def _in_sets(match: re.Match[str]) -> bool:
    """Tell whether several pairs are the sets of one match: in each somebody has as many as a set takes."""
    pairs = sides(match[0])
    return len(pairs) > 1 and sum(max(pair) < 6 for pair in pairs) <= len(pairs) // 3 + (len(pairs) == 2)


def _may_follow(text: str, at: int, end: int) -> bool:
    after = _NEXT.match(text, at, end)
    if after is None:
        return True
    word = after[1]
    if word[0].isupper():
        named = not word.isupper() and word not in _MONTHS
        return named or _BEHIND.match(text, at, end) is not None
    return (word in _AFTER or word.endswith("ly")) and _NOT_AFTER.match(text, at, end) is None


def _told(text: str, first: int, last: int, start: int, end: int) -> bool:
    """Tell whether the words around two numbers say that they are a score."""
    near = text[max(start, first - NEAR) : first]
    if near.endswith(" at ") and _ODDS.search(near):
        return False
    return bool(_BEFORE.search(text, max(start, first - NEAR), first) or _BEHIND.match(text, last, end))


def _is_spelt(text: str, match: re.Match[str], start: int, end: int) -> bool:
    if match["one"] and not _told(text, *match.span(), start, end):
        return False
    return bool(match["nils"] or match["one"]) or _NEXT.match(text, match.end(), end) is not None


def sides(told: str) -> Sides:
    """Return what each side has, set by set: ((6, 4), (3, 6), (7, 5)); what brackets hold is no set."""
    pairs = tuple((int(one), int(other)) for one, other in _EACH.findall(re.sub(r"\([^)]*\)", "", told)))
    if pairs:
        return pairs
    spelt = _SPELT.search(told)
    if spelt is None or spelt["one"] is None:
        return ((0, 0),)
    return ((_WORDS[spelt["one"].lower()], _WORDS[re.split(r"[ -]", spelt[0].lower())[-1]]),)


def won(pairs: Sides) -> tuple[int, int]:
    """Return what each side has in all: of several sets how many it won."""
    if len(pairs) == 1:
        return pairs[0]
    return sum(one > other for one, other in pairs), sum(one < other for one, other in pairs)
