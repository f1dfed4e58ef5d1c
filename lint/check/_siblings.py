"""Whether two sentences name two bodies of one first name in full: Hadley National Bank, and Hadley Savings."""

from functools import lru_cache

from lint import patterns as re
from lint.model.facts import Claim

# Legal forms, and what stands behind a name in capitals and is no part of it.
_LOOSE = frozenset(
    "inc corp corporation co company ltd limited llc plc ag sa se nv spa gmbh "
    "chief executive officer president chairman chairwoman chair director ceo cfo cto founder minister mayor governor "
    "spokesman spokeswoman secretary head editor coach captain".split()
)


def siblings(a: Claim, b: Claim) -> bool:
    """Tell whether some name of two figures goes on in both sentences, and with other words in each."""
    if a.where or b.where:
        return False  # a title has capitals anywhere
    firsts = {name.split()[0] for name in a.names if name[0] not in "@?"}
    firsts &= {name.split()[0] for name in b.names if name[0] not in "@?"}
    return any(_apart(_tails(a.sentence, first), _tails(b.sentence, first)) for first in firsts)


def _apart(one: frozenset[frozenset[str]], two: frozenset[frozenset[str]]) -> bool:
    return bool(one and two) and not any(left <= right or right <= left for left in one for right in two)


@lru_cache(maxsize=1 << 13)
def _tails(sentence: str, first: str) -> frozenset[frozenset[str]]:
    """Return the words that go on a name wherever a sentence has it; an empty set where it stands alone.

    Whose parent it is, or whose plant, counts only where nobody else has the name.
    """
    pattern = re.compile(
        rf"\b(?i:{re.escape(first)}s?)(?P<tail>(?: (?:(?:of|for|&) )?[A-Z][\w&-]*)*)(?P<owner>['’]s?\b)?"
    )
    matches = list(pattern.finditer(sentence))
    found = set()
    for match in [one for one in matches if one["owner"] is None] or matches:
        words = [word.lower().removesuffix("s") for word in match["tail"].split() if word[:1].isupper()]
        found.add(frozenset(words) - _LOOSE)
    return frozenset(found)
