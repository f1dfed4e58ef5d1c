"""What speaks against it that a word was meant to be another, whatever its neighbours say."""

from lint import lexicon
from lint.lexicon import context
from lint.lexicon.confusable import Other
from lint.lexicon.grammar import SMALL
from lint.lexicon.look import Look
from lint.lexicon.near import cost

SLIGHT, PLURAL = 1.2, 0.8  # that a word was meant to be a small one, or another number of the same
NOT_IN_USE = 9.0  # Zipf's scale begins at one in a billion
FIRST, UNLIKE = 1.5, 0.8  # that the slip is in the first letter, or puts one letter for an unlike one
SOUNDS = tuple(map(frozenset, ("bp", "dt", "fv", "gk", "mn", "sz")))
FORM = 1.5  # that another form of a word was meant where this one does as well
FAR = 12  # words before, one of which may compare
COMPARING = frozenset("better fewer less more other rather worse".split())
OTHERS = frozenset(("them", "us"))  # of whom something is told: the idea of us going out
# Small words whose neighbours say little: by how much more they must speak for the other.
STAY = {
    ("are", "is"): 1.0,
    ("are", "our"): 2.0,
    ("as", "is"): 1.0,
    ("had", "has"): 1.5,
    ("has", "as"): 1.2,
    ("has", "have"): 1.0,
    ("has", "is"): 2.0,
    ("its", "it"): 1.5,
    ("nor", "or"): 2.0,
    ("passed", "past"): 1.0,
    ("off", "of"): 2.0,
    ("them", "the"): 1.6,
    ("though", "through"): 1.5,
    ("they", "the"): 0.9,
}


def doubt(look: Look, at: int, other: Other, before: str, after: str) -> float:
    """Return what speaks against another word: that this one is at home on the web, here, or beside its neighbours."""
    word = look.order[at]
    usual = max(0.0, lexicon.pair(before, word) - 1) + max(0.0, lexicon.pair(word, after) - 1)
    known = (lexicon.pair(before, other.text) > 0) + (lexicon.pair(other.text, after) > 0)
    total = 0.4 * usual + 0.4 * (2 - known) + 4.0 * (word in OTHERS and _can(after, "g"))
    if other.how == "small":
        return total + _stay(look, at, other.text, after)
    total += 1.5 * max(0.0, _modern(word) - 0.5 * _modern(other.text))
    total += look.order.count(word) - 1 if other.how != "sound" else max(0.0, _zipf(other.text) - _zipf(word) - 0.3)
    total += STAY.get((word, other.text), 0.0)
    total += SLIGHT * (other.text in SMALL) + PLURAL * (word + "s" == other.text or other.text + "s" == word)
    if other.how == "form" and _is(word, "c"):
        return total + FORM  # what is compared may be
    if other.how == "form" and word.endswith("ed") and after.isalpha() and lexicon.word(after) is None:
        return total + FORM  # of what is behind the model has heard nothing: a stacked barplot
    if other.how == "form" and word.endswith("ing") and _can(other.text, "ns"):
        return total + FORM  # both are nouns
    return total + (_slip(word, other.text) if other.how == "letter" else 0.0)


def _stay(look: Look, at: int, other: str, after: str) -> float:
    """Return how much speaks for a small word that its two neighbours do not show."""
    word = look.order[at]
    if (word, other) == ("an", "and"):
        return 1.5 * (after[:1] in "aeiou")
    if (word, other) == ("than", "that"):
        return 2.5 * any(some in COMPARING or _is(some, "c") for some in look.order[max(0, at - FAR) : at])
    if (word, other) == ("they", "the") and look.order[at - 1] == "be":
        return 4.0  # be they old or new
    if (word, other) == ("it's", "it"):
        return 1.5 * (after in ("being", "had") or _is(after, "agp"))
    if (word, other) == ("these", "this"):
        return 3.0 * any(_can(some, "s") for some in look.order[at + 1 : at + 3])
    return STAY.get((word, other), 0.0)


def _slip(word: str, other: str) -> float:
    """Return how little one word looks like a slip of the pen for another."""
    far = cost(word, other)
    unlike = far % 2 == 1.5 and not any({a, b} in SOUNDS for a, b in zip(word, other, strict=True))
    return (0.5 if len(word) < 4 else 0.0) + FIRST * (far >= 2.0) + UNLIKE * unlike


def _is(word: str, kinds: str) -> bool:
    """Tell whether a word has one of the classes and no other."""
    entry = lexicon.word(word)
    return entry is not None and bool(entry.classes) and set(entry.classes) <= set(kinds)


def _can(word: str, kinds: str) -> bool:
    """Tell whether a word has one of the classes."""
    entry = lexicon.word(word)
    return entry is not None and not set(entry.classes).isdisjoint(kinds)


def _modern(word: str) -> float:
    """Return how much commoner a word is on the web than among what the model has heard."""
    return _zipf(word) - (context.chance(word) + NOT_IN_USE)


def _zipf(word: str) -> float:
    entry = lexicon.word(word)
    return entry.zipf if entry else 0.0
