"""Words that exist but were not meant: fixed phrases, and words taken for others, told apart by their neighbours."""

import re
from collections.abc import Iterator

import msgspec

from lint import lexicon
from lint.check import phrases
from lint.model.facts import Facts
from lint.model.finding import Hit, Suggestion
from lint.model.post import Block, Post

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
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
    keys = options.pairs.keys()
    for block in post.blocks:
        if block.role != "code" and not keys.isdisjoint(WORD.findall(block.prose.text)):
            found = list(_unlikely(block.prose.text, options))
            if found and not lexicon.foreign(WORD.findall(block.prose.text)):
                hits = [_hit(block, *item) for item in found]
                yield from (
                    hit for hit in hits if not any(s.start < hit.span.end and hit.span.start < s.end for s in told)
                )


def _unlikely(text: str, options: Options) -> Iterator[tuple[int, int, str]]:
    """Yield start and end of each word that stands where another is likelier, and the other."""
    matches = list(WORD.finditer(text))
    for before, match, after in zip(matches, matches[1:], matches[2:], strict=False):
        if match[0] in options.pairs and _side_by_side(text, before, match) and _side_by_side(text, match, after):
            around = lexicon.plain(before[0]), lexicon.plain(after[0])
            found = [
                (gain, other)
                for other, least in options.pairs[match[0]].items()
                if (gain := _gain(match[0], other, *around)) >= least
            ]
            if found:
                yield match.start(), match.end(), max(found)[1]


def _side_by_side(text: str, one: re.Match[str], two: re.Match[str]) -> bool:
    return text[one.end() : two.start()].isspace()


def _gain(word: str, other: str, before: str, after: str) -> float:
    """Return how much likelier another word is between two: the logarithm of how many times.

    Both its pairs must be known. A pair that is not known counts as often as chance has it, but no more than ABSENT.
    """
    first, second = lexicon.pair(before, other), lexicon.pair(other, after)
    if not first or not second:
        return -1.0
    return first + second - _zipf(other) - _pair(before, word) - _pair(word, after) + _zipf(word)


def _pair(first: str, second: str) -> float:
    return lexicon.pair(first, second) or min(ABSENT, _zipf(first) + _zipf(second) - BILLION)


def _zipf(word: str) -> float:
    entry = lexicon.word(word)
    return entry.zipf if entry else 0.0


def _hit(block: Block, start: int, end: int, other: str) -> Hit:
    words = {"wrong": block.prose.text[start:end], "right": other}
    return Hit(block.prose.home(start, end), words, (Suggestion(other),))
