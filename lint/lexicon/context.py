"""How likely words are after one another: the language model of three words that PocketSphinx brings for English.

A word that it has never heard is UNHEARD. Without the package, which has no wheel for every machine, there is no model:
`ready` says so, and nothing is judged.
"""

from collections.abc import Sequence
from functools import cache, lru_cache
from math import log10
from typing import Any

UNHEARD = -9.0
START, END = "<s>", "</s>"  # of a sentence
DIGIT = log10(1.0001)  # the model keeps its logarithms to this base


@cache
def _model() -> Any:
    """Return the model, or None. Loading it takes some 50 ms: it is asked for only where a pair of words is odd."""
    try:
        from pocketsphinx import Config, LogMath, NGramModel, get_model_path
    except ImportError:
        return None
    return NGramModel(Config(lm=None), LogMath(), get_model_path("en-us/en-us.lm.bin"))


def ready() -> bool:
    """Tell whether there is a model."""
    return _model() is not None


@lru_cache(maxsize=1 << 17)
def chance(word: str, before: str = "", earlier: str = "") -> float:
    """Return the logarithm of how likely a word is after one or two others (small letters, straight apostrophes)."""
    words = [word, before, earlier] if before and earlier else [word, before] if before else [word]
    value: float = _model().prob(words) * DIGIT
    return value if value > UNHEARD else UNHEARD


def most(pairs: Sequence[tuple[str, str]]) -> float:
    """Return the greatest chance of a word after another one, among pairs of both; of these none is remembered."""
    value: float = max(map(_model().prob, pairs)) * DIGIT
    return value if value > UNHEARD else UNHEARD


def pull(first: str, second: str) -> float:
    """Return how much likelier a word is after another one than anywhere; 0 where either was never heard."""
    alone = chance(second)
    if alone <= UNHEARD or not first:
        return 0.0
    value: float = _model().prob((second, first)) * DIGIT
    return (value if value > UNHEARD else UNHEARD) - alone


def likely(words: list[str], start: int, end: int) -> float:
    """Return how likely the words from `start` to `end` are, each after the two before it; "" is no word."""
    total = 0.0
    for at in range(start, min(end, len(words))):
        if words[at]:
            before = words[at - 1] if at else ""
            total += chance(words[at], before, words[at - 2] if at > 1 and before else "")
    return total
