"""Whether two sentences speak of one figure: by the names they share, the topic, and how the two values differ."""

import math
import re

from lint.lexicon import word as word_of
from lint.model.facts import Claim, Quantity

PERSONS = frozenset(
    (
        "people person man woman name customer user job position worker employee staff role post pupil workforce "
        "visitor guest"
    ).split()
)
PLAIN_UNITS = frozenset(("money", "percent", "count", "duration", "date", "ratio"))
# Less than any sum: something rules it out.
NONE = -9.0
COMMON, WORDS = 4.6, 32
# Units of figures that say little without a concept.
CHOOSY = frozenset(("date", "duration", "percent"))
_NUMBER = re.compile(r"\d[\d.,]*")
# A difference that looks like no slip is told from here on: on an archive of nineteen thousand news stories, half of
# the alarms stood below, and few of them were true.
LEAST = 0.78
# How much a value that looks like a slip of the other speaks for one fact.
TYPICAL = {"same": 0.75, "scale": 0.5, "swap": 0.5, "": 0.0}


def kinship(a: Claim, b: Claim) -> float:
    """Return how much speaks for two figures being one fact; below 0 where more speaks against it."""
    alike = slip(a.quantity, b.quantity) in ("same", "scale")
    shared = _shared_names(a.names, b.names, alike)
    if not shared or _limits(a, b, ""):
        return NONE
    one, two = set(a.topic), set(b.topic)
    if _contrast(one, two):
        return NONE
    if _tells_both(a, b) or _other_days(a, b):
        return NONE
    concepts, others = {word for word in one if word[0] == "+"}, {word for word in two if word[0] == "+"}
    same = concepts & others
    words = {word for word in one & two if word[0] not in "+!" and ">" not in word}
    found = 0.5 * min(len(words), 3) - 0.75 * _parted(one, two, words)
    if same:
        found += 1.0 if len(same) * 2 >= min(len(concepts), len(others)) else 0.6
    elif concepts and others:
        found -= 0.5 if len(words) > 1 else 1.0
    if a.frame and b.frame:
        found += 0.5 if a.key == b.key else -0.5
    if not alike and max(a.sentence.count(" "), b.sentence.count(" ")) > WORDS:
        found -= 0.5
    if _alike(one, two) and not alike and a.place.excerpt != b.place.excerpt:
        found -= 1.5
    if all(name[0] == "@" for name in a.names):
        found -= 1.0
    if found <= 0 and shared < 2 and a.quantity.unit in PLAIN_UNITS and (concepts and others):
        return -1.0
    if a.quantity.unit == "date" and not (same and words):
        return -1.0
    if a.quantity.unit in CHOOSY and not same and len(words) < (1 if alike else 2):
        return -1.0
    return found + 0.5 * (shared - 1) + _by_unit(a, b, bool(same)) - _other_numbers(a, b) - 0.5 * _limits(a, b, "~")


def _alike(one: set[str], two: set[str]) -> bool:
    """Tell whether two sentences differ only in their figures, so that they are of a series: each week's report."""
    left, right = ({word for word in words if word[0] not in "+!" and ">" not in word} for words in (one, two))
    return len(left | right) > 4 and len(left & right) >= 0.7 * len(left | right)


def _tells_both(a: Claim, b: Claim) -> bool:
    """Tell whether one of the sentences has both numbers, and not as an old one and a new."""
    one, two = _number(a), _number(b)
    if one == two or a.before or b.before:
        return False
    return two in _NUMBER.findall(a.sentence) or one in _NUMBER.findall(b.sentence)


def _other_days(a: Claim, b: Claim) -> bool:
    """Tell whether both sentences name days, and not the same."""
    one, two = set(_DAY.findall(a.sentence)), set(_DAY.findall(b.sentence))
    return a.quantity.unit != "date" and bool(one and two) and not one & two


_DAY = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}\b")


def _number(claim: Claim) -> str:
    found = _NUMBER.findall(claim.place.excerpt)
    return found[-1] if found else claim.place.excerpt


def _other_numbers(a: Claim, b: Claim) -> bool:
    """Tell whether the other numbers of the two sentences have nothing in common."""
    one, two = (set(_NUMBER.findall(c.sentence)) - set(_NUMBER.findall(c.place.excerpt)) for c in (a, b))
    return bool(one and two) and not one & two


def _by_unit(a: Claim, b: Claim, same: bool) -> float:
    """A rare unit speaks for one fact; so does a counted noun, and against it another one."""
    if a.quantity.unit not in PLAIN_UNITS:
        return 0.5
    if a.quantity.unit != "count":
        return 0.0
    if not (a.quantity.symbol and b.quantity.symbol):
        return 0.0 if same else -5.0
    one, two = _noun(a), _noun(b)
    if one == two:
        return 0.0 if one in PERSONS else 0.5
    if one in b.sentence.lower() or two in a.sentence.lower() or {one, two} <= PERSONS:
        return 0.0
    return -0.5 if same else -5.0


def _contrast(one: set[str], two: set[str]) -> bool:
    """Tell whether the words of the two name different kinds of one sort: steel and aluminium."""
    left = {word for word in one if word[0] == "!"}
    right = {word for word in two if word[0] == "!"}
    sorts = {word.partition(":")[0] for word in left} & {word.partition(":")[0] for word in right}
    return any(not {w for w in left if w.startswith(f"{sort}:")} & right for sort in sorts)


def _parted(one: set[str], two: set[str], words: set[str]) -> bool:
    """Tell whether a word they share has another one before it in each: the law exam, the medical exam."""
    for word in words:
        left = {pair for pair in one if pair.endswith(f">{word}")}
        right = {pair for pair in two if pair.endswith(f">{word}")}
        if left and right and not left & right:
            return True
    return False


def _shared_names(one: tuple[str, ...], two: tuple[str, ...], alike: bool) -> int:
    """Count the names that both have; 0 where they are not about the same: two names of one another, or the first of
    each, and no others in both. Of values that look `alike` one name is enough."""
    left = [name for name in one if not any(_fits(name, other) for other in two)]
    right = [name for name in two if not any(_fits(other, name) for other in one)]
    shared = [name for name in one if name not in left]
    named = [name for name in shared if name[0] != "@"]
    if not named and (left or right):
        return 0
    if len(shared) * 2 < max(len(one), len(two)):
        return 0
    if len(named) > 1 or (alike and not (left and right)):
        return len(shared)
    return len(shared) if (alike or not (left and right)) and _fits(_first(one), _first(two)) else 0


def _first(names: tuple[str, ...]) -> str:
    return next((name for name in names if name[0] != "@"), names[0])


def _fits(name: str, other: str) -> bool:
    """Tell whether one name is the other or its first or last words: Varga and Ines Varga."""
    if name == other:
        return True
    short, long = sorted((name, other), key=len)
    if short[0] == "@" or not (long.startswith(f"{short} ") or long.endswith(f" {short}")):
        return False
    known = word_of(short)
    return known is None or known.zipf < COMMON


def _noun(claim: Claim) -> str:
    word = claim.quantity.symbol.lower()
    return word[:-1] if word.endswith("s") and len(word) > 3 else word


def _limits(a: Claim, b: Claim, mark: str) -> int:
    """Count what limits only one of two figures: with the mark ~ by a frame's reading, without by its words alone."""
    found = 0
    for one, two in ((a, b), (b, a)):
        low = two.sentence.lower()
        alone = set(one.attribute.split()) - set(two.attribute.split())
        found += sum(w.lstrip("~").replace("-", " ") not in low for w in alone if w.startswith("~") == bool(mark))
    return found


def slip(a: Quantity, b: Quantity) -> str:
    """Return what sort of slip could make one figure of the other: same, scale, swap, or "" for none that is
    typical."""
    x, y = value(a), value(b)
    ranged = "range" in (a.qualifier, b.qualifier) and (a.low, a.high) != (b.low, b.high)
    if x <= 0 or y <= 0 or ranged:
        return ""
    one, two = _written(x), _written(y)
    if math.isclose(x, y, rel_tol=1e-6):
        return "same" if len(one) > 1 or min(a.digits, b.digits) > 1 else ""
    power = abs(math.log10(x / y))
    if one == two and abs(power - round(power)) < 1e-6:
        return "scale" if power < 3.5 and (len(one) > 1 or power > 2.5) else ""
    size = max(len(one), len(two))
    one, two = one.ljust(size, "0"), two.ljust(size, "0")
    near = math.floor(math.log10(x) + 1e-9) == math.floor(math.log10(y) + 1e-9)
    if near and size > 1 and sorted(one) == sorted(two) and sum(p != q for p, q in zip(one, two, strict=True)) == 2:
        return "swap"
    return ""


def value(quantity: Quantity) -> float:
    """Return the one number a figure stands for."""
    found = quantity.high if quantity.high is not None else quantity.low
    return found if found is not None else 0.0


def _written(number: float) -> str:
    """Return the significant digits of a value."""
    return f"{number:.5e}".partition("e")[0].replace(".", "").rstrip("0")


def _one_sided(a: Claim, b: Claim) -> float:
    """Return how much it speaks against one fact that only one of two figures names a place or sorts what it counts."""
    one, two = ({name for name in c.names if name[0] == "@"} for c in (a, b))
    noun = {_noun(a), _noun(b)} - {""}
    left, right = ({w for w in c.topic if ">" in w and w.partition(">")[2] in noun} for c in (a, b))
    return 0.5 * (bool(one) != bool(two)) + 0.5 * (bool(left) != bool(right))


def sure(a: Claim, b: Claim, extra: float = 0.0) -> float:
    """Return how surely two figures that differ are meant to be one, 0 where too little speaks for it.

    extra  what else speaks for it, or against: how near in time they are, how much else is told of the same name
    """
    kind = slip(a.quantity, b.quantity)
    found = kinship(a, b) + TYPICAL[kind] + extra
    x, y = sorted((value(a.quantity), value(b.quantity)))
    if not kind and y > 3 * x:
        return 0.0
    needed = 1.0 if kind else 1.75 if y <= 2 * x else 2.25
    if not kind:
        found -= _one_sided(a, b)
    how = min(0.92, 0.62 + 0.12 * (found - needed))
    return how if found >= needed and (kind or how >= LEAST) else 0.0
