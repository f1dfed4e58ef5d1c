"""How likely it is that two figures which no frame ties together are of one fact.

A logistic regression (L2), fitted on 900 pairs from nine sets of made-up posts with known contradictions, by several
authors, and on the pairs that nine archives gave rise to: a news wire, newsletters, the posts of a broadcaster, of
companies and of projects. The highest of the latter were read one by one; the rest count as different facts, with as
much weight for each archive as 150 pairs. Fitted on eight of the sets and tried on each of five in turn, 0.93 to 1.0 of
what is told at 0.6 is true.
"""

import math

from lint.check._kin import Signs

# A little above what was fitted: outside the wire this costs next to no false alarm.
BASE = -7.35
WEIGHTS = {
    "names": 3.5,
    "strangers": -2.6,
    "relation": -1,
    "same": 2.15,
    "swap": 2.8,
    "digit": 2.05,
    "gap": -1.3,
    "double": -1.95,
    "close": -1.05,
    "alone": 4.25,
    "pair": 1.3,
    "concept": 1.2,
    "words": 0.4,
    "once": -1.25,
    "form": 0.5,
    "ahead": -3.95,
    "two": 0.15,
    "limit": -0.85,
    "sorted": -2.4,
    "noun": -2,
    "bound": 0.75,
    "update": 0.8,
    "replaced": 2.5,
    "date": -1,
    "month": -2.5,
    "passed": -2.5,
    "duration": -0.6,
    "percent": -0.95,
    "data": -1.15,
    "undated": -1.05,
    "late": -0.2,
}


def likely(signs: Signs) -> float:
    """Return the probability that two figures with these signs, which cannot both hold, are of one fact."""
    total = BASE + sum(weight * getattr(signs, name) for name, weight in WEIGHTS.items())
    return round(1 / (1 + math.exp(-total)), 3)
