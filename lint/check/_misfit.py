"""Words that hardly ever stand between their neighbours, where one that is easily taken for them often does."""

from collections.abc import Iterator
from itertools import chain, compress, count
from operator import add
from typing import NamedTuple

from lint.check._doubt import doubt
from lint.check._gap import beyond, gap
from lint.lexicon import context, kinds
from lint.lexicon.confusable import Other, others
from lint.lexicon.grammar import SMALL
from lint.lexicon.look import Look
from lint.lexicon.memo import Memo

ODD = -0.2  # how far below chance the two pairs of a word must be together for it to be looked at
NARROW, AT_HOME = 1.0, 0.3  # what another word must gain by pairs alone, and how well it must stand itself
KIND, MOST = 0.3, 2.0  # what kinds of words say, beside what words say; more than that they hardly ever add
ALIKE, LITTLE = (
    1.2,
    1.0,
)  # what speaks against a word that gains no more than this by its kind: grammar asks for neither
SOME, KEPT = 1 << 14, 1 << 17  # pairs and words kept
NAMED, CLEAR = -1.8, 1.2  # how likely the second half of a name is behind the first, and how much likelier


class Misfit(NamedTuple):
    """The number of a word, what may have been meant, and how much more likely that is: a logarithm, after doubts."""

    number: int
    other: Other
    gain: float


def misfits(look: Look, least: dict[str, float]) -> Iterator[Misfit]:
    """Yield the words that another fits far better, the best of each. `least`: the gain to have, by how they differ."""
    if not context.ready():
        return
    pulls = look.pulls
    sums = chain(pulls[:1], map(add, pulls, pulls[1:]), pulls[-1:])
    odd = list(compress(count(), map(ODD.__gt__, sums)))
    for at in compress(odd, map(_MISTAKEN.__getitem__, map(look.words.__getitem__, odd))):
        found = _better(look, at, least)
        if found:
            yield found
    for at in compress(count(), map(_CAPITALS.__getitem__, look.words)):
        found = _half(look, at) if at else None
        if found:
            yield found


def _half(look: Look, at: int) -> Misfit | None:
    """Return what was meant by a small word with a capital behind one with a capital, where they are half a name."""
    before, word = look.order[at - 1], look.order[at]
    name = look.words[at - 1]
    end = look.end(at) + 1
    parted = before in SMALL or look.text[end : end + 1].isdigit()  # At Last, Boats leaving May 15
    if not name[0].isupper() or name.isupper() or gap(look, at - 1) != "" or parted or _capital(look, at + 1):
        return None
    fit = [other for other in others(word) if other.how == "letter" and other.text not in SMALL]
    best = max(fit, key=lambda other: context.chance(other.text, before), default=None)
    if best is None or context.chance(best.text, before) < NAMED:
        return None
    gain = context.chance(best.text, before) - context.chance(word, before)
    return Misfit(at, best, gain) if gain > CLEAR else None


def _capital(look: Look, at: int) -> bool:
    """Tell whether a word with a capital stands here and is no sentence's first: then this is a title."""
    return gap(look, at - 1) == "" and at < len(look.words) and look.words[at][0].isupper()


def _better(look: Look, at: int, least: dict[str, float]) -> Misfit | None:
    word = look.order[at]
    before = beyond(look, at - 1, at - 1, context.START)
    if before is None:
        return None
    after = beyond(look, at, at + 1, context.END) or ""
    # Two neighbours are asked before four: few words gain enough from them.
    behind = _BEHIND[before, word]
    beside = list(map(add, behind, _AHEAD[word, after])) if after else behind
    if max(beside) - beside[0] < NARROW:
        return None
    left, right = _around(look, at, before, after)
    if not right and len(left) < 2:
        return None
    here = len(left)
    old = context.likely([*left, word, *right], here, here + 3)
    best: Misfit | None = None
    for other, near in zip(others(word), beside[1:], strict=True):
        if near - beside[0] < NARROW:
            continue
        if context.pull(before, other.text) + (context.pull(other.text, after) if after else 0.0) < AT_HOME:
            continue
        gain = context.likely([*left, other.text, *right], here, here + 3) - old
        floor = max(least.get(other.how, 99.0), best.gain if best else 0.0)
        if gain < floor - MOST:
            continue
        kind = _kinds([*left, other.text, *right], here) - _kinds([*left, word, *right], here)
        gain += KIND * kind - (ALIKE if kind < LITTLE and other.how in ("letter", "form") else 0.0)
        if gain >= floor and (gain := gain - doubt(look, at, other, before, after)) >= floor:
            best = Misfit(at, other, gain)
    return best


def _kinds(words: list[str], at: int) -> float:
    """Return how likely a word and the two behind it are, by what was heard of words of their kinds."""
    return kinds.likely(words, at, at + 3)


def _around(look: Look, at: int, before: str, after: str) -> tuple[list[str], list[str]]:
    """Return up to two words before and after a word as far as only blanks and commas part them."""
    far = beyond(look, at - 2, at - 2, context.START) if before != context.START else None
    last = beyond(look, at + 1, at + 2, context.END) if after not in ("", context.END) else None
    return [far, before] if far else [before], [after, last] if last else [after] if after else []


# A word and all that may have been meant.
_ALL: Memo[str, list[str]] = Memo(lambda word: [word, *(other.text for other in others(word))], KEPT)
# How likely a word and each that may have been meant are behind the word before, and the next one behind each of them.
_BEHIND: Memo[tuple[str, str], list[float]] = Memo(lambda pair: context.after(pair[0], _ALL[pair[1]]), SOME)
_AHEAD: Memo[tuple[str, str], list[float]] = Memo(lambda pair: context.before(_ALL[pair[0]], pair[1]), SOME)
# Words that may have been meant to be others, as they stand in a text; and small words with a capital.
_MISTAKEN: Memo[str, bool] = Memo(lambda word: word.islower() and bool(others(word)), KEPT)
_CAPITALS: Memo[str, bool] = Memo(lambda word: word[0].isupper() and word.lower() in SMALL, KEPT)
