"""Where two quotations that are nearly the same differ."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import OSA, Levenshtein

from lint import lexicon
from lint import patterns as re

GAP = "…"  # words left out, or put in by whoever quotes
TOKEN = re.compile(r"\[[^\]]{0,200}\]|…|\.\.\.+|[$€£¥]?\d+(?:[.,]\d+)*%?|[^\W\d_]+(?:['’][^\W\d_]+)*")
ENDINGS = {"n't": "not", "'re": "are", "'ve": "have", "'ll": "will", "'m": "am", "'d": "would"}
SAME = {"can't": "can not", "won't": "will not", "cannot": "can not", "gonna": "going to", "okay": "ok", "percent": "%"}
NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
SAME |= {word: str(number) for number, word in enumerate(NUMBERS)}
SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
SCALES |= {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "b": 1e9, "bn": 1e9, "tn": 1e12}
TENS = {word: 10.0 * at for at, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
END = 2  # words that may differ at the end of both quotations
BRITISH = (("our", "or"), ("ys", "yz"), ("is", "iz"), ("ll", "l"), ("tre", "ter"), ("mme", "m"), ("ogue", "og"))
SOUNDS = frozenset("um uh er erm ah oh well so and but like you know i mean yeah yes now that just really".split())


class Alignment(NamedTuple):
    """How many words two quotations share, out of how many from the first to the last of these, and where they differ.

    A change has the words of the one and those of the other; either may be empty. `open`: one of them shows by … or [ ]
    that its words are not all there.
    """

    same: int
    size: int
    changes: tuple[tuple[str, str], ...]
    open: bool


def aligned(ours: str, theirs: str) -> Alignment:
    """Lay two quotations beside one another. What only one of them has at its ends was cut, and is no change."""
    one, other = _uncut(tokens(ours)), _uncut(tokens(theirs))
    steps = Levenshtein.opcodes(one, other)
    equal = [step for step in steps if step.tag == "equal"]
    if not equal:
        return Alignment(0, 0, (), False)
    first, last = equal[0], equal[-1]
    same = sum(step.src_end - step.src_start for step in equal)
    size = max(last.src_end - first.src_start, last.dest_end - first.dest_start)
    changes, gap = [], False
    ends = [(one[: first.src_start], other[: first.dest_start]), (one[last.src_end :], other[last.dest_end :])]
    if any(min(len(mine), len(yours)) > END for mine, yours in ends):
        return Alignment(0, 0, (), False)  # two sentences that end or begin alike
    parted = [
        (one[before.src_end : after.src_start], other[before.dest_end : after.dest_start])
        for before, after in pairwise(equal)
    ]
    for mine, yours in (*parted, *(end for end in ends if all(0 < len(words) <= END for words in end))):
        gap = gap or GAP in mine or GAP in yours
        if not _alike(mine, yours):
            changes.append((" ".join(mine), " ".join(yours)))
    return Alignment(same, size, tuple(changes), gap)


def _uncut(words: Sequence[str]) -> Sequence[str]:
    """Return words without what shows at their ends that more was there."""
    while words and words[-1] == GAP:
        words = words[:-1]
    return words[words[:1] == (GAP,) :]


def _alike(mine: Sequence[str], yours: Sequence[str]) -> bool:
    """Tell whether words differ in spelling only, in fillers, or in how a number is written."""
    value = _value(mine)
    same = _spelt(mine) == _spelt(yours) or (value is not None and value == _value(yours))
    return same or set(mine) ^ set(yours) <= SOUNDS or _slip(mine, yours)


def _slip(mine: Sequence[str], yours: Sequence[str]) -> bool:
    """Tell whether one of two words is only misspelt."""
    if len(mine) != 1 or len(yours) != 1 or OSA.distance(mine[0], yours[0], score_cutoff=2) > 2:
        return False
    return lexicon.english(mine[0]) != lexicon.english(yours[0]) and (mine[0] + yours[0]).isalpha()


def _value(words: Sequence[str]) -> float | None:
    """Return the number that words stand for: two hundred is 200; None for other words."""
    total = part = 0.0
    for word in words:
        digits = word.lstrip("$€£¥").rstrip("%").replace(",", "")
        if word in SCALES:
            part = (part or 1.0) * SCALES[word]
            if SCALES[word] > 100:
                total, part = total + part, 0.0
        elif word in TENS:
            part += TENS[word]
        elif digits.replace(".", "", 1).isdigit():
            part += float(digits)
        else:
            return None
    return total + part if words else None


def _spelt(words: Sequence[str]) -> str:
    """Return words in a form that hyphens, blanks and American or British spelling leave as it is."""
    text = "".join(words).replace("'s", "is")
    for british, american in BRITISH:
        text = text.replace(british, american)
    return text


@lru_cache(maxsize=1 << 10)
def tokens(text: str) -> Sequence[str]:
    """Return the words of a quotation as they are compared: letter case, marks and short forms make no difference."""
    return tuple(_tokens(text))


def _tokens(text: str) -> Iterator[str]:
    for match in TOKEN.finditer(text.casefold().replace("’", "'")):
        word = match[0]
        ending = next((end for end in ENDINGS if word.endswith(end)), "") if "'" in word else ""
        if word[0] in "[…" or word.startswith("..."):
            yield GAP
        elif word in SAME:
            yield from SAME[word].split()
        elif ending:
            yield from (word.removesuffix(ending), ENDINGS[ending])
        else:
            yield word
