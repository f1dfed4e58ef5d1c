"""A figure tied to a relation, and the small tests that tell whether the tie holds."""

from functools import lru_cache
from typing import NamedTuple

from lint.extract.claims.frames import Form, Frame, Lexicon
from lint.extract.claims.phrases import Phrase, Verb


class Link(NamedTuple):
    """A figure, the form of a frame it may belong to, and the words that tie them; the lower `far`, the closer.

    phrase  the noun phrase the figure stands in
    noun    the phrase of the noun that names the relation, if one does
    verb    the verb that does, or that governs the noun
    word    where that noun or verb begins
    """

    form: Form
    frame: Frame
    phrase: Phrase
    noun: Phrase | None
    verb: Verb | None
    word: int
    far: float


def tie(
    lexicon: Lexicon, number: int, phrase: Phrase, noun: Phrase | None, verb: Verb | None, word: int, far: float
) -> Link:
    """Return the link that a form of the lexicon makes."""
    form = lexicon.forms[number]
    return Link(form, lexicon.frames[form.frame], phrase, noun, verb, word, far)


def said(word: str, low: str) -> bool:
    """Tell whether a word or phrase stands in a sentence, as words of their own."""
    word = word.lower()
    at = low.find(word)
    while at >= 0:
        stop = at + len(word)
        if (at == 0 or not low[at - 1].isalnum()) and (stop >= len(low) or not low[stop].isalnum()):
            return True
        at = low.find(word, at + 1)
    return False


def counted(noun: str, frame: Frame) -> bool:
    """Tell whether what is counted is what a frame counts."""
    return _among(noun.lower(), frame.counts)


@lru_cache(maxsize=1 << 14)
def _among(noun: str, known: frozenset[str]) -> bool:
    words = noun.split()
    return (
        noun in known
        or any(" ".join(words[k:]) in known or " ".join(words[:k]) in known for k in range(1, len(words)))
        or any(word in known for word in words[-2:])
    )


def counts(noun: str, form: Form, frame: Frame) -> bool:
    """Tell whether what is counted is what a form counts: what it says, or with `*` anything its frame counts."""
    if "*" in form.counted:
        return bool(noun) and counted(noun, frame)
    return any(said(word, noun.lower()) for word in form.counted)
