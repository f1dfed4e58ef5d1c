"""Whether a frame can read any figure of a sentence, by its words alone: the look that spares most the grammar."""

from collections.abc import Sequence
from functools import lru_cache

from lint.extract.bag import bag
from lint.extract.claims.frames import PIECE, Form, Frame, Lexicon, last_piece
from lint.extract.claims.ties import counted, said
from lint.extract.quantities import Amount

# A number of jobs: what is counted hangs on one of these.
TALLIES = bag("number total count tally size")
# The auxiliaries, which are verbs of their own where no other follows; and the noun form for any name.
_ANYWHERE = ("be", "have", "do", "*")
_BY_PIECE = ("share", "month", "user", "seat", "unit", "barrel", "hour", "person")


def hopeful(amounts: Sequence[Amount], lexicon: Lexicon, low: str) -> bool:
    """Tell whether the words of a sentence can tie one of its figures to a frame; `low` is it in lower case."""
    words = set(PIECE.findall(low))
    if not TALLIES.isdisjoint(words):
        return True
    every = words | {word.rstrip("s") for word in words}
    words.update(_ANYWHERE)
    kinds = {"count" if amount.unit == "other" else amount.unit for amount in amounts}
    for kind in kinds & lexicon.reach.keys():
        table = lexicon.reach[kind]
        numbers = {number for word in words & table.keys() for number in table[word]}
        numbers.update(lexicon.headlines if "at" in words else ())
        for number in numbers:
            form = lexicon.forms[number]
            if _stands(form, every, low) and any(suits(item, lexicon.frames[form.frame], low) for item in amounts):
                return True
    return False


def _stands(form: Form, words: set[str], low: str) -> bool:
    """Tell whether the words that a form needs beside it are there at all."""
    return (
        not (form.object_ and _lasts(form.object_).isdisjoint(words))
        and not (form.subject_ and _lasts(form.subject_).isdisjoint(words))
        and (not form.near or any(said(word, low) for word in form.near))
    )


@lru_cache(maxsize=1 << 12)
def _lasts(phrases: frozenset[str]) -> frozenset[str]:
    return frozenset(last_piece(phrase) for phrase in phrases)


def suits(amount: Amount, frame: Frame, low: str) -> bool:
    """Tell whether a figure is of the sort that a frame tells, wherever it stands in its sentence."""
    unit = amount.unit
    if ("count" if unit == "other" else unit) not in frame.units:
        return False
    plain = unit == "count" and amount.noun and frame.units == {"count"} and not frame.bare
    if plain and not counted(amount.noun, frame):
        return False
    if frame.largest is not None and (amount.high or amount.low or 0) > frame.largest:
        return False
    if frame.least is not None and (amount.high or amount.low or 0) < frame.least:
        return False
    if frame.per:
        return amount.per in frame.per or (amount.per == "" and _per_word(low, frame))
    return not (amount.per in _BY_PIECE and "money" in frame.units and frame.fades != "slow")


def _per_word(low: str, frame: Frame) -> bool:
    return any(
        f"{word}ly" in low or f"per {word}" in low or f"a {word}" in low for word in frame.per if word != "year"
    ) or ("annual" in low and "year" in frame.per)
