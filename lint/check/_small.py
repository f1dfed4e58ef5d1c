"""Small words that got lost, and small words too many: where a text with one more, or one less, is far likelier.

How much likelier, by what was heard of the words beside it and of words of their kinds, is weighed against what is
known of the two neighbours by a logistic regression (L2). It was fitted on posts of eight archives, out of which small
words were taken and into which others were put at random; these archives' own mistakes counted as right.
"""

from collections.abc import Iterator, Mapping
from itertools import compress, count
from operator import add, mul
from typing import NamedTuple

from lint import lexicon
from lint.check._gap import beyond, gap
from lint.lexicon import context, kinds
from lint.lexicon.context import END, START
from lint.lexicon.look import Look
from lint.lexicon.memo import Memo

FEW = tuple("a an are as at be by for in is it of on that the to with".split())  # those that get lost
MANY = frozenset("a the to".split())  # those that are too many
APART, CROWDED = -0.6, -0.4  # how far below chance neighbours must be for a word to be lost, or too many, there
HOPE = 0.7  # what a lost word must gain by its neighbours alone
ENOUGH = 2.5  # what both kinds of gain have in common tells no more above this
ALIKE = frozenset(("and", "or"))  # what is behind them may begin as what is before (the cause and the course)
HAVING = frozenset("have has had".split())
ADVERBS = frozenset("even how then what who why".split())  # the even ones, the why
JOINING = frozenset("as at by for in of on with".split())
DETERMINERS = frozenset("a an the this that these those my your his her its our their some any each every".split())
PLACES = frozenset("here there now today".split())  # they take no preposition
GOING = frozenset("come go".split())  # come see, go ask
COUNTED = frozenset("one two three".split())  # so number one is
HEDGES = frozenset("kind sort".split())
LITTLE = frozenset("but different else less more other".split())  # little more than a mill
QUANTITIES = frozenset("a all every everyone many only".split())
FINITE = frozenset(
    "am is are was were has have had do does did can could will would shall should may might must".split()
)
SUBJECTS = frozenset("it she he that there they this we you".split())
ACTOR, LEADS = 1.2, -0.45  # that a noun does something (tools help), unless "to" is behind it as often as that
CLAUSE, REACH = 2.0, 3  # what a clause weighs, and how many words behind the next are looked at
NEAR = 3  # words: of findings that are closer the likeliest is told
KEPT = 1 << 16
BLANKS = (" ", "\n")


class Signs(NamedTuple):
    """What speaks for a word that was lost or is too many.

    words, kinds  how much likelier the text is with it, or without: a logarithm, by words and by kinds of words
    both          the less of the two, up to ENOUGH
    met           whether the neighbours are often met side by side without it
    before, after how common the pairs are that it makes (Zipf's scale), and whether they are common at all
    ends          whether a sentence ends behind the word after it
    """

    words: float
    kinds: float
    both: float
    met: float
    before: float
    after: float
    led: float
    leads: float
    ends: float


LOST, SURPLUS = (
    Signs(1.69, 0.45, 0.08, -0.64, 0.13, 0.67, 0.02, -2.0, 0.6),
    Signs(1.61, 0.66, 0.04, 0.91, -0.4, -0.13, 0.93, -0.01, 0.11),
)
LACKS = {
    "": -3.93,
    "a": -0.6,
    "an": 0.1,
    "are": 0.4,
    "as": 0.6,
    "at": 0.4,
    "by": -0.5,
    "for": 0.1,
    "in": 0.8,
    "is": -0.3,
}
LACKS |= {"it": -1.0, "of": -0.6, "on": 0.4, "that": -0.8, "the": -0.8, "to": 0.2, "with": 0.9}
ADDS = {"": -5.25, "a": 0.6, "the": 0.6, "to": 0.1}


class Small(NamedTuple):
    """The number of the word after one that lacks, or of one too many, which it is, and the odds: a logarithm."""

    number: int
    word: str
    surplus: bool
    odds: float


def small(look: Look, least: Mapping[str, float]) -> Iterator[Small]:
    """Yield the places where a small word lacks or is too many, the likeliest of those that touch; `least`: the odds to
    have, of `lost` and `surplus`. Without a language model there are none."""
    if not context.ready():
        return
    found = [
        Small(at, word, kind == "surplus", odds)
        for kind, places, weights, words in (("lost", lost, LOST, LACKS), ("surplus", surplus, SURPLUS, ADDS))
        if kind in least
        for at, word, signs in places(look)
        if (odds := words[""] + words.get(word, 0.0) + sum(map(mul, signs, weights))) >= least[kind]
        and (kind == "surplus" or odds - _clause(look, at, word) >= least[kind])
    ]
    for one in found:
        if all(one is other or abs(one.number - other.number) >= NEAR or one.odds > other.odds for other in found):
            yield one


def lost(look: Look) -> Iterator[tuple[int, str, Signs]]:
    """Yield each place where a small word may have got lost: the number of the word after, the likeliest, the signs."""
    for at in compress(count(1), map(APART.__gt__, look.pulls)):
        one, two = look.order[at - 1], look.words[at]
        if two.islower() and (hopes := _HOPES[one, two]) and _small(look, at - 1):
            around = _around(look, at, at)
            if around:
                far, last = around
                old = _told([far, one, two, last], 2)
                found = [(word, _told([far, one, word, two, last], 2)) for word in hopes]
                signs = [(word, _signs(one, word, two, new, old, last)) for word, new in found]
                yield at, *max(signs, key=lambda item: item[1].both + 0.3 * (item[1].words + item[1].kinds))


def _clause(look: Look, at: int, word: str) -> float:
    """Return what speaks against a lost word: a clause begins here that needs none (the boat the baker has, that it
    be so), a question (might a mill turn), a noun (they have use for it), an adverb (to slowly turn), few things,
    little more, a hedge (they kind of like it), or a verb that takes another as it is (come see)."""
    one, two = look.order[at - 1], look.order[at]
    after = look.order[at + 1] if at + 1 < len(look.order) else ""
    if (
        (word == "to" and one in GOING)
        or (word in JOINING and two in PLACES)
        or (two in HEDGES and after == "of")
        or (two == "number" and after in COUNTED)
    ):
        return CLAUSE
    if word == "to":
        noun = two not in kinds.OWN and "n" in kinds.KINDS[two]
        if two == "be" or (noun and (one in HAVING or after in JOINING)):
            return CLAUSE
        return ACTOR * ("v" not in kinds.KINDS[one] and one not in kinds.OWN and context.chance("to", one) < LEADS)
    if word == "be" and two in DETERMINERS:
        return CLAUSE * (look.order[at - 2] not in SUBJECTS)
    if word == "is" and one == "which" and two == "not":
        return CLAUSE * (after in QUANTITIES)  # which not many know
    if word in ("be", "is", "are") and two == "more" and kinds.KINDS[after] == "ly ":
        return CLAUSE  # they might more easily turn
    if word in ("be", "is", "are") and kinds.KINDS[two] in ("ly ", "very"):
        return CLAUSE * any("v" in kinds.KINDS[some] for some in look.order[at + 1 : at + 2 + REACH])
    if word in JOINING and two in DETERMINERS:
        return CLAUSE * any(map(_finite, look.order[at + 2 : at + 2 + REACH]))
    return CLAUSE * (two == "few" or (two == "little" and after in LITTLE))


def _finite(word: str) -> bool:
    """Tell whether a word can be a verb of a clause by itself."""
    return word in FINITE or "z" in kinds.KINDS[word]


def surplus(look: Look) -> Iterator[tuple[int, str, Signs]]:
    """Yield each small word that may be too many: its number, itself, the signs; none said twice."""
    pulls = look.pulls
    for at in compress(count(1), map(CROWDED.__gt__, map(add, pulls, pulls[1:]))):
        one, word, two = look.order[at - 1], look.words[at], look.words[at + 1]
        if word in MANY and two.islower() and _idle(one, word, two) and _small(look, at - 1):
            around = _around(look, at, at + 1)
            if around:
                far, last = around
                new, old = _told([far, one, two, last], 2), _told([far, one, word, two, last], 2)
                yield at, word, _signs(one, word, two, new, old, last)


def _idle(one: str, word: str, two: str) -> bool:
    """Tell whether a small word between two may have no part to play. A word said twice is another fault."""
    if word in (one, two) or one in ALIKE or two in ALIKE:
        return False
    if word == "to":
        return one in FINITE or (two in kinds.OWN and two not in DETERMINERS)
    return two not in ADVERBS


def _signs(one: str, word: str, two: str, new: tuple[float, float], old: tuple[float, float], last: str) -> Signs:
    words, kind = new[0] - old[0], new[1] - old[1]
    before, after = lexicon.pair(one, word), lexicon.pair(word, two)
    both = min(words, kind, ENOUGH)
    met = float(lexicon.pair(one, two) > 0)
    return Signs(words, kind, both, met, before, after, float(before > 0), float(after > 0), float(last == END))


def _around(look: Look, first: int, second: int) -> tuple[str, str] | None:
    """Return the words two before one and behind another, or None where these or what is between are parted."""
    if any(look.text[look.end(at) : look.starts[at + 1]] not in BLANKS for at in range(first - 1, second)):
        return None
    far, last = beyond(look, first - 2, first - 2, START), beyond(look, second, second + 1, END)
    return (far, last) if far and last else None


def _told(words: list[str], start: int) -> tuple[float, float]:
    return context.likely(words, start, len(words)), kinds.likely(words, start, len(words))


def _small(look: Look, at: int) -> bool:
    """Tell whether a word has small letters only, or is the first of a sentence."""
    return look.words[at].islower() or gap(look, at - 1) == START


def _hopes(pair: tuple[str, str]) -> tuple[str, ...]:
    """Return the small words that are likely enough between two."""
    one, two = pair
    least = context.chance(two, one) + HOPE
    return tuple(word for word, way in zip(FEW, map(add, _AFTER[one], _BEFORE[two]), strict=True) if way > least)


_LIST = list(FEW)
_AFTER: Memo[str, list[float]] = Memo(lambda word: context.after(word, _LIST), KEPT)
_BEFORE: Memo[str, list[float]] = Memo(lambda word: context.before(_LIST, word), KEPT)
_HOPES: Memo[tuple[str, str], tuple[str, ...]] = Memo(_hopes, KEPT)
