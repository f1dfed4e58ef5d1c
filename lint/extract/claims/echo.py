"""By what a sentence is found again where it is told a second time in much the same words."""

from itertools import combinations
from zlib import crc32

from lint import lexicon
from lint import patterns as re

RARE = 4
COMMON = 4.8
_WORD = re.compile(r"[^\W\d_]{3,}")


def echo(sentence: str) -> tuple[int, ...]:
    """Return the numbers of a sentence, one for each pair of its four rarest words.

    Rare is what the language seldom has (Zipf scale), names first: these a second telling keeps when it changes others.
    """
    found = {}
    for word in set(_WORD.findall(sentence.lower())):
        known = lexicon.word(word)
        if known is None or known.zipf < COMMON:
            found[word] = known.zipf if known else 0.0
    rare = sorted(found, key=lambda word: (found[word], word))[:RARE]
    return tuple(crc32(" ".join(pair).encode()) for pair in combinations(sorted(rare), 2))
