"""Words that exist but were not meant: fixed phrases, and words taken for others, told apart by their neighbours."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import compress, count

import msgspec

from lint import lexicon
from lint.check import _misfit, phrases
from lint.lexicon.language import english
from lint.lexicon.look import Look
from lint.model.facts import Facts
from lint.model.finding import Hit, Suggestion
from lint.model.post import Post

ABSENT = 1.9  # Zipf: two common words that never meet meet less often than this
BILLION = 9.0
LIGHT = True
DOES = frozenset("i you we they to can could may might must should will would not".split())
DONE_TO = frozenset("me you him her it us them people".split())
CAUSES = frozenset("help helps helped helping let lets make makes made".split())


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """phrases  what is wrong to what is right, as for the kind `phrases`
    pairs    a word, what may have been meant, and how much likelier that must be between its neighbours: the logarithm
             of how many times
    jargon   words of a trade that the model has seldom heard as such: they are not taken for others
    least    the same for any word that may be taken for another, by how it is: letter, sound, form, small
    """

    phrases: dict[str, str | tuple[str, ...]] = {}
    pairs: dict[str, dict[str, float]] = {}
    jargon: tuple[str, ...] = ()
    least: dict[str, float] = {}


def validate(options: Options) -> None:
    """Raise OptionError where a phrase is no expression."""
    phrases.validate(phrases.Options(phrases=options.phrases))


def check(post: Post, facts: Facts, options: Options) -> Iterator[Hit]:
    """Yield the wrong phrases, and the words that stand where another is far likelier."""
    told = []
    for hit in phrases.check(post, facts, phrases.Options(phrases=options.phrases)):
        told.append(hit.span)
        yield hit
    seen = english(post)
    unlikely = dict(_unlikely(seen.order, options))
    if options.least:
        unlikely |= {
            found.number: found.other.text
            for found in _misfit.misfits(seen, options.least)
            if seen.order[found.number] not in options.jargon
        }
    for number, other in sorted(unlikely.items()):
        if (seen.order[number], other) == ("that", "than") and number > 1 and seen.order[number - 2] == "the":
            continue  # the more that is said
        if seen.order[number] == "form" and _acts(seen.order[max(0, number - 2) : number]):
            continue  # let me form my own
        if seen.joined(number - 1, 2 if seen.words[number][0].isupper() else 3):
            hit = _hit(seen, number, other)
            if not any(span.start < hit.span.end and hit.span.start < span.end for span in told):
                yield hit


def _acts(before: Sequence[str]) -> bool:
    """Tell whether after these two words a verb stands: of somebody who does it, or is helped to."""
    return (bool(before) and before[-1] in DOES) or (len(before) > 1 and before[-1] in DONE_TO and before[0] in CAUSES)


def _unlikely(order: Sequence[str], options: Options) -> Iterator[tuple[int, str]]:
    """Yield the number of each word between two where another is likelier, and the likeliest."""
    last = len(order) - 1
    for at in compress(count(), map(options.pairs.__contains__, order)):
        before, word, after = order[at - 1] if at else "", order[at], order[at + 1] if at < last else ""
        gains = [
            (gain - least, other)
            for other, least in options.pairs[word].items()
            if _may(before, word, other) and (gain := _gain(word, other, before, after)) >= least
        ]
        if gains:
            yield at, max(gains)[1]


@lru_cache(maxsize=1 << 15)
def _may(before: str, word: str, other: str) -> bool:
    """Tell whether the word before speaks for another one, or hardly against it."""
    known = lexicon.pair(before, other)
    return known > 0 and known - _pair(before, word) >= -1.0


@lru_cache(maxsize=1 << 15)
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


def _hit(seen: Look, number: int, other: str) -> Hit:
    start, end = seen.starts[number], seen.end(number)
    other = other.capitalize() if seen.text[start].isupper() else other
    words = {"wrong": seen.text[start:end], "right": other}
    return Hit(seen.home(start, end), words, (Suggestion(other),))
