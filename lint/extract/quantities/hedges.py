"""What bounds a figure, as the words before or after it say: up-to, at-least, about, nearly, over, under."""

from lint import patterns as re
from lint.extract.bag import bag

_PHRASES = {
    "up-to": (
        "up to,as much as,as many as,as high as,as large as,as long as,no more than,not more than,"
        "no greater than,at most,at the most,maximum of,maximum,max,max.,a limit of,"
        "a ceiling of,a cap of,capped at,caps at,limited to,not exceed,not exceeding,never exceed,no higher than,"
        "no larger than,as far as,as fast as,as heavy as,as tall as,as wide as,as late as,could reach,can reach,"
        "may reach,might reach,tops out at,topping out at,maxes out at,maxing out at,the limit is,the ceiling is,"
        "the maximum is,the upper limit is,up-to,upto,≤,a possible,upwards to"
    ),
    "under": (
        "less than,fewer than,under,below,lower than,smaller than,south of,beneath,<,cheaper than,"
        "shorter than,younger than"
    ),
    "at-least": (
        "at least,at the least,no less than,no fewer than,not less than,minimum of,minimum,min.,"
        "the minimum is,bottoms out at,as little as,"
        "as few as,as low as,starting at,starts at,start at,from as little as,≥,no lower than,not fewer than"
    ),
    "over": (
        "more than,over,above,north of,upwards of,upward of,in excess of,exceeding,exceeds,exceeded,"
        "greater than,better than,higher than,larger than,bigger than,topped,topping,surpassed,surpassing,"
        "surpasses,well past,just over,a little over,slightly over,well over,far more than,just above,beyond,"
        ">,longer than,older than,excess of,or more than,crossed,crossing,past,heavier than,taller than"
    ),
    "about": (
        "about,around,approximately,approx.,approx,roughly,circa,c.,ca.,some,~,≈,∼,an estimated,estimated,"
        "est.,close to,in the region of,in the neighborhood of,in the neighbourhood of,in the vicinity of,"
        "on the order of,in the order of,something like,perhaps,maybe,probably,somewhere around,give or take,"
        "near,or about,more or less,plus or minus,±,in the range of,in the ballpark of,loosely"
    ),
    "nearly": (
        "nearly,almost,just under,just below,just shy of,just short of,a little under,slightly under,"
        "a bit under,shy of,short of,approaching,nearing,a hair under,slightly less than,"
        "slightly more than half of,a little less than,just less than,all but"
    ),
}
# Words between the hedge and its figure that change neither.
_BETWEEN = bag(
    "a an the total combined whopping staggering massive record reported another additional further extra us rate "
    "price cumulative average full cool hefty single mere single-day annual"
)
_JUNK = " \n\u00a0\"'“”‘’()[]*_«»"


def _read(table: dict[str, str]) -> dict[str, list[tuple[str, str]]]:
    """Return the phrases by their last word, longest first, each with what it means."""
    found: dict[str, list[tuple[str, str]]] = {}
    for qualifier, phrases in table.items():
        for phrase in phrases.split(","):
            found.setdefault(phrase.rsplit(" ", 1)[-1], []).append((phrase, qualifier))
    for rows in found.values():
        rows.sort(key=lambda row: -len(row[0]))
    return found


_BY_LAST = _read(_PHRASES)
# Before an article these say where, not how much: under a $5m contract.
_WHERE = frozenset(("under", "below", "beneath", "over", "above", "beyond", "past", "near"))
_SIGNS = frozenset("~≈∼<>≤≥±")
# A sum adds up to so much: that bounds nothing.
_SUMS = re.compile(
    r"(?<!could )(?<!might )(?<!may )(?<!can )\b(?:add(?:s|ed|ing)?|amount(?:s|ed|ing)?"
    r"|sum(?:s|med|ming)?|com(?:e|es|ing)|came|total(?:s|ed|led)?"
    r"|went|rose|climbed|grew|jumped|shot|creep(?:s|ing)?|crept|inch(?:es|ed)?|edg(?:es|ed)|tick(?:s|ed)?|nudg(?:es|ed)"
    r"|bump(?:s|ed)?)"
    r"(?: it(?: all)?)? up to$"
)
# "At no time more than" is a bound from above.
_NEVER = re.compile(r"\b(?:at no (?:time|point)|never|nowhere)\b[^.,;]{0,30} more than$")
# A verb of motion and "past", "over" or "near" say where to, not how much.
_HANDS_OVER = re.compile(r"\b(?:fork|hand|turn|sign|carr|pass|mull|pay|giv|tak|took|gave)\w* over$")
_STEPS = 4
# A Max may be a model.
_NAMED_MAX = re.compile(r"\b(?=\w*[A-Z0-9])\w+ Max$")
_AFTER = re.compile(
    r"(?P<least>\+(?!\d)|-plus\b| plus\b(?! (?:an?|the|some|its|\d|[$€£]))| or (?:more|higher|greater|above"
    r"|better)\b| and upwards?\b| and (?:up|above|over|counting)\b)"
    r"|(?P<most> or (?:less|fewer|lower|under|below)\b| tops\b| max(?:imum)?\b(?! \w))"
    r"|(?P<about>-odd\b| or so\b|-ish\b|ish\b| or thereabouts\b| give or take\b)"
)
_AFTER_AT = re.compile(
    r" (?:at (?:the )?(?:(?:very|absolute) (?=(?:least|most)\b))?(least|most)|(minimum))(?! (?:\d|[$€£¥~]"
    r"|(?:one|two|three|four|five|six|ten|an?|the)\b))"
)


def hedge(text: str, floor: int, start: int, duration: bool = False) -> tuple[str, int]:
    """Return what the words before a figure that begins at `start` say of it, and where they begin."""
    tail = text[max(floor, start - 52) : start]
    base = start - len(tail)
    found, begin, article = "", start, False
    for _ in range(_STEPS):
        tail = tail.rstrip(_JUNK)
        if not tail:
            break
        if tail[-1] in _SIGNS:
            word = tail[-1]
        else:
            cut = max(
                tail.rfind(" "),
                tail.rfind("\n"),
                tail.rfind("\u00a0"),
                tail.rfind("("),
                tail.rfind("“"),
                tail.rfind('"'),
            )
            word = tail[cut + 1 :].lower()
        hit = _phrase(tail, word, duration)
        if hit is not None:
            phrase, qualifier = hit
            if article and phrase in _WHERE:
                return found, begin
            tail = tail[: len(tail) - len(phrase)]
            begin = base + len(tail)
            if qualifier != "about":
                return qualifier, begin
            found = "about"
        elif word in _BETWEEN:
            article = article or word in ("a", "an", "the")
            tail = tail[: len(tail) - len(word)]
        else:
            break
    return found, begin


def _phrase(tail: str, word: str, duration: bool) -> tuple[str, str] | None:
    rows = _BY_LAST.get(word)
    if rows is None:
        return None
    low = tail.lower().replace("\n", " ")
    if word == "max" and _NAMED_MAX.search(tail):
        return None
    for phrase, qualifier in rows:
        if (phrase == "over" and _HANDS_OVER.search(low)) or (phrase == "up to" and _SUMS.search(low)):
            return None
        if low.endswith(phrase) and (len(low) == len(phrase) or not low[-len(phrase) - 1].isalnum() or word in _SIGNS):
            if (
                duration
                and phrase in ("over", "past", "within", "some")
                and not low.endswith((" in over", " for over", "after over", " of over"))
            ):
                return None
            return phrase, "up-to" if phrase == "more than" and _NEVER.search(low) else qualifier
    return None


def hedge_after(text: str, end: int, limit: int) -> tuple[str, int]:
    """Return what the words behind a figure that ends at `end` say of it, and where they end."""
    match = _AFTER.match(text, end, limit)
    if match:
        return {"least": "at-least", "most": "up-to", "about": "about"}[match.lastgroup or "about"], match.end()
    match = _AFTER_AT.match(text, end, limit)
    if match:
        return ("up-to" if match[1] == "most" else "at-least"), match.end()
    return "", end
