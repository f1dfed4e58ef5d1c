"""Words that exist but were not meant: fixed phrases, and words taken for others, told apart by their neighbours."""

import re
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from lint import lexicon
from lint.check import _look, phrases
from lint.model.facts import Facts
from lint.model.finding import Hit, Suggestion
from lint.model.post import Post

NEXT = re.compile(r"[ \n]{1,3}([a-z]{1,30}(?:'[a-z]{1,5})?)(?![\w'-])")
ABSENT = 1.9  # Zipf: two common words that never meet meet less often than this
BILLION = 9.0


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """phrases  what is wrong to what is right, as for the kind `phrases`
    pairs    a word, what may have been meant, and how much likelier that must be between its neighbours: the logarithm
             of how many times
    """

    phrases: dict[str, str | tuple[str, ...]] = {}
    pairs: dict[str, dict[str, float]] = {}


def validate(options: Options) -> None:
    """Raise OptionError where a phrase is no expression."""
    phrases.validate(phrases.Options(phrases=options.phrases))


def check(post: Post, facts: Facts, options: Options) -> Iterator[Hit]:
    """Yield the wrong phrases, and the words that stand where another is far likelier."""
    told = []
    for hit in phrases.check(post, facts, phrases.Options(phrases=options.phrases)):
        told.append(hit.span)
        yield hit
    text = _look.text_of(post)
    lower = _look.small(text.text)
    for before, word in sorted(pair for pair in _look.words_of(text.text).pairs if pair[1] in options.pairs):
        others = [(other, least) for other, least in options.pairs[word].items() if _may(before, word, other)]
        for spot in _look.spots(lower, before, word) if others else ():
            start = lower.index(word, spot + len(before))
            after = NEXT.match(lower, start + len(word))
            gains = [(_gain(word, other, before, after[1]) - least, other) for other, least in others if after]
            if gains and max(gains)[0] >= 0:
                hit = _hit(text, start, start + len(word), max(gains)[1])
                if not any(span.start < hit.span.end and hit.span.start < span.end for span in told):
                    yield hit


@lru_cache(maxsize=1 << 15)
def _may(before: str, word: str, other: str) -> bool:
    """Tell whether the word before speaks for another one, or hardly against it."""
    known = lexicon.pair(before, other)
    return known > 0 and known - _pair(before, word) >= -1.0


def _gain(word: str, other: str, before: str, after: str) -> float:
    """Return how much likelier another word is between two: the logarithm of how many times.

    Both its pairs must be known. A pair that is not known counts as often as chance has it, but no more than ABSENT.
    """
    first, second = lexicon.pair(before, other), lexicon.pair(other, after)
    if not first or not second:
        return -9.0
    return first + second - _zipf(other) - _pair(before, word) - _pair(word, after) + _zipf(word)


def _pair(first: str, second: str) -> float:
    return lexicon.pair(first, second) or min(ABSENT, _zipf(first) + _zipf(second) - BILLION)


def _zipf(word: str) -> float:
    entry = lexicon.word(word)
    return entry.zipf if entry else 0.0


def _hit(text: _look.Text, start: int, end: int, other: str) -> Hit:
    words = {"wrong": text.text[start:end], "right": other}
    return Hit(text.home(start, end), words, (Suggestion(other),))
