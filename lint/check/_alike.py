"""How two names are alike: in all words but one, and that one a slip of the pen or of the ear away."""

import unicodedata
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from lint import lexicon
from lint import patterns as re

NEAR = 0.6  # the share of letters from which two words are spelt nearly alike
# What sounds alike in names, applied in turn.
_SOUNDS = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"ph|ff", "f"),
        (r"sch|sh", "s"),
        (r"[cq]+k?|ck|kh", "k"),
        (r"gh(?=[aeiouy]|$)", "g"),
        (r"[sz]+", "s"),
        (r"[wv]+", "v"),
        (r"dt|th|tt|td", "t"),
        (r"j|y|ie|ei|ai|ay|ea|ee|ey", "i"),
        (r"ia(?=[nr])", "i"),
        (r"ae|oe|ue", "e"),
        (r"ou|oo|au", "o"),
        (r"h", ""),
        (r"(.)\1+", r"\1"),
        (r"e$", ""),
        (r"e(?=[lmnr])|(?<=[lmnr])e", ""),
    )
)
# Two of these stand for one another often enough: van den, van der.
_PARTICLES = frozenset("van von der den de del della di da do dos la le el al bin ibn".split())
_NUMERAL = re.compile(r"[ivxlc]+|\d+|\w\d*")


class Difference(NamedTuple):
    """The one word that two names differ in; `at` is its place, `edits` how far apart, `sound` that it sounds alike."""

    at: int
    one: str
    other: str
    edits: int
    sound: bool
    last: bool


@lru_cache(1 << 14)
def plain(name: str) -> str:
    """Return a name without accents and letter case."""
    low = unicodedata.normalize("NFKD", name.casefold().replace("ø", "o").replace("ł", "l").replace("’", "'"))
    return "".join(letter for letter in low if not unicodedata.combining(letter))


@lru_cache(1 << 14)
def sound(word: str) -> str:
    """Return a word as it is heard, roughly."""
    heard = plain(word)
    for pattern, to in _SOUNDS:
        heard = pattern.sub(to, heard)
    return heard


_WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "å": "aa", "ø": "oe", "æ": "ae"})


def difference(one: str, other: str) -> Difference | None:
    """Return where two names of as many words differ by a slip; None where they are equal or far apart.

    The slip is in one word, or in two that both sound alike.
    """
    found = _slip(one, other)
    return None if found is not None and _written_out(one) == _written_out(other) else found


def namesakes(one: str, other: str) -> bool:
    """Tell whether two names of as many words may be one, each word heard or spelt nearly like the other's.

    Too little to join any two names; enough for two who hold one office of one house.
    """
    ours, theirs = plain(one).replace(".", "").split(), plain(other).replace(".", "").split()
    if ours == theirs or len(ours) != len(theirs) or _written_out(one) == _written_out(other):
        return False
    return all(a == b or (a[0] == b[0] and not _grown(a, b) and _near(a, b)) for a, b in zip(ours, theirs, strict=True))


def _written_out(name: str) -> str:
    return name.lower().translate(_WRITTEN_OUT)


def _near(one: str, other: str) -> bool:
    return sound(one) == sound(other) or OSA.normalized_similarity(one, other) > NEAR


def _slip(one: str, other: str) -> Difference | None:
    ours, theirs = plain(one).split(), plain(other).split()
    if len(ours) != len(theirs):
        return None
    apart = [at for at, (a, b) in enumerate(zip(ours, theirs, strict=True)) if a != b and not {a, b} <= _PARTICLES]
    if len(apart) == 2 and all(len(ours[at]) > 3 and sound(ours[at]) == sound(theirs[at]) for at in apart):
        return Difference(apart[1], ours[apart[1]], theirs[apart[1]], 2, True, apart[1] == len(ours) - 1)
    if len(apart) != 1:
        return None
    at = apart[0]
    a, b = ours[at].strip(".,"), theirs[at].strip(".,")
    edits = OSA.distance(a, b, score_cutoff=2)
    if edits > 2 or one.split()[at].rstrip("s").isupper() or other.split()[at].rstrip("s").isupper():
        return None
    short = min(len(a), len(b))
    if short < 3 or not (
        a.replace("-", "").replace("'", "").isalpha() and b.replace("-", "").replace("'", "").isalpha()
    ):
        return None
    if _NUMERAL.fullmatch(a) or _NUMERAL.fullmatch(b) or _grown(a, b):
        return None
    alike = sound(a) == sound(b)
    if (edits == 2 and not (short > 6 or alike)) or (short < 5 and not alike and edits > 1):
        return None
    if a[0] != b[0] and not alike and edits > 1:
        return None
    return Difference(at, a, b, edits, alike, at == len(ours) - 1)


def _grown(one: str, other: str) -> bool:
    """Tell whether one word is the other with an ending of grammar: a plural, a possessive, a short form."""
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and long[len(short) :] in (
        "s",
        "'s",
        "es",
        "n",
        "an",
        "ian",
        "ed",
        "er",
        "en",
        "y",
        "ie",
    )


def is_word(word: str) -> bool:
    """Tell whether a dictionary has a word that is no name."""
    entry = lexicon.word(word)
    return entry is not None and entry.kind == "d"


def is_known(word: str) -> bool:
    """Tell whether a dictionary has a word, names included."""
    entry = lexicon.word(word)
    return entry is not None and entry.kind in "dn"
