"""What two sentences say themselves for or against being of one fact."""

import re
from functools import lru_cache

from lint.model.facts import Claim

_NUMBER = re.compile(r"\d+(?:[.,/-]\d+)*")
_YEAR = re.compile(r"(?:19|20)\d\d$")


@lru_cache(maxsize=1 << 14)
def _numbers(sentence: str) -> frozenset[str]:
    return frozenset(number for number in _NUMBER.findall(sentence) if not _YEAR.match(number))


def _own(claim: Claim) -> frozenset[str]:
    return frozenset(_NUMBER.findall(claim.place.excerpt))


def crossed(a: Claim, b: Claim) -> bool:
    """Tell whether one sentence has the other's figure too, beside its own: then it tells the two apart."""
    one, two = _own(a), _own(b)
    if one == two:
        return False
    return (bool(one) and one <= _numbers(b.sentence) - two) or (bool(two) and two <= _numbers(a.sentence) - one)
