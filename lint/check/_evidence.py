"""What two sentences say themselves for or against being of one fact: the words and the other figures they share."""

from functools import lru_cache

from lint import lexicon
from lint import patterns as re
from lint.model.facts import Claim

_NUMBER = re.compile(r"\d+(?:[.,/-]\d+)*")
_WORD = re.compile(r"[a-z]{3,}")
_YEAR = re.compile(r"(?:19|20)\d\d$")
COMMON, STEM = 5.3, 5
HALF, MOST, ENOUGH = 0.5, 0.75, 8
_SCALES = frozenset(
    ("thousand", "million", "billion", "trillion", "dollars", "percent", "cent", "mln", "dlrs", "dlr", "pct")
)


@lru_cache(maxsize=1 << 14)
def _numbers(sentence: str) -> frozenset[str]:
    return frozenset(number for number in _NUMBER.findall(sentence) if not _YEAR.match(number))


@lru_cache(maxsize=1 << 14)
def _words(sentence: str) -> frozenset[str]:
    """Return the telling words of a sentence by their first letters: invests and investment are one."""
    found = set()
    for word in _WORD.findall(sentence.lower()):
        known = lexicon.word(word)
        if word not in _SCALES and (known is None or known.zipf < COMMON):
            found.add(word[:STEM])
    return frozenset(found)


def _own(claim: Claim) -> frozenset[str]:
    return frozenset(_NUMBER.findall(claim.told or claim.place.excerpt))


def beside(claim: Claim) -> frozenset[str]:
    """Return the other numbers of a figure's sentence, years left out."""
    return _numbers(claim.sentence) - _own(claim)


def crossed(a: Claim, b: Claim) -> bool:
    """Tell whether one sentence has the other's figure too, beside its own: then it tells the two apart."""
    one, two = _own(a), _own(b)
    if one == two:
        return False
    return (bool(one) and one <= _numbers(b.sentence) - two) or (bool(two) and two <= _numbers(a.sentence) - one)


def words(a: Claim, b: Claim) -> float:
    """Return which part of their telling words two sentences share, the names left out, from 0 to 1.

    Sentences of a few words say too little: they share no more than a part.
    """
    names = _words(" ".join((*a.parties.values(), *b.parties.values(), *a.names, *b.names)))
    one, two = _words(a.sentence) - names, _words(b.sentence) - names
    least = min(len(one), len(two))
    return len(one & two) / max(least, ENOUGH)


def likeness(a: Claim, b: Claim) -> int:
    """Return 1 where two sentences are much alike and agree otherwise: made of one another, or of one source.

    -1 where they are much alike and every other figure differs: a series, told in one form each time; else 0.
    """
    shared = words(a, b)
    one, two = beside(a), beside(b)
    if not one or not two:
        return int(shared >= MOST)
    if shared >= HALF:
        return 1 if len(one & two) >= HALF * min(len(one), len(two)) else -1 if len(one) > 1 < len(two) else 0
    return 0
