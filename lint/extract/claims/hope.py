"""Whether a frame can read any figure of a sentence, by its words alone: the look that spares most the grammar."""

from collections.abc import Sequence
from functools import lru_cache

from lint.extract.bag import bag
from lint.extract.claims.frames import PIECE, Form, Frame, Lexicon, last_piece
from lint.extract.claims.ties import counted, counts, said
from lint.extract.claims.verbgroups import BE, HAVE
from lint.extract.quantities import Amount
from lint.extract.wordclass import CLASS

# A number of jobs: what is counted hangs on one of these.
TALLIES = bag("number total count tally size")
# Where no verb follows an auxiliary, it is one itself: be, have, and do for all others. By its piece that tells most.
_AUXILIARY = {
    (pieces[0] if pieces[-1] == "t" else pieces[-1]): "be" if word in BE else "have" if word in HAVE else "do"
    for word, kind in CLASS.items()
    if kind == "x"
    for pieces in [PIECE.findall(word)]
}
_BY_PIECE = ("share", "month", "user", "seat", "unit", "barrel", "hour", "person")


def hopeful(amounts: Sequence[Amount], lexicon: Lexicon, low: str) -> list[Amount]:
    """Return the figures that the words of a sentence can tie to a frame; `low` is it in lower case."""
    words = set(PIECE.findall(low))
    every = words | {word.rstrip("s") for word in words}
    words.update([_AUXILIARY[word] for word in words & _AUXILIARY.keys()], "*")
    tallied = _tallied(words, lexicon)
    return [
        amount
        for amount in amounts
        if _tied(amount, words, every, lexicon, low) or any(suits(amount, frame, low) for frame in tallied)
    ]


def _tied(amount: Amount, words: set[str], every: set[str], lexicon: Lexicon, low: str) -> bool:
    """Tell whether a noun or a verb of the sentence, or its being a headline, can tie a figure to a frame."""
    if amount.unit == "score":
        return True  # it needs no words: Ardley 3-1 Wexham
    table = lexicon.reach.get("count" if amount.unit == "other" else amount.unit, {})
    for word in words & table.keys():
        for number, rest in table[word]:
            form = lexicon.forms[number]
            if words.issuperset(rest) and _takes(amount, form, lexicon, word, low) and _stands(form, every, low):
                return True
    headlines = [lexicon.forms[number] for number in lexicon.headlines[:1] if "at" in words]
    return any(_stands(form, every, low) and suits(amount, lexicon.frames[form.frame], low) for form in headlines)


def _takes(amount: Amount, form: Form, lexicon: Lexicon, word: str, low: str) -> bool:
    """Tell whether a figure is of the sort that a form ties to its frame."""
    frame = lexicon.frames[form.frame]
    if form.figure or word == "*":
        if amount.unit == "other" and not (frame.bare or form.bare or form.object_):
            return False
        if form.figure and form.counted and not counts(amount.noun, form, frame):
            return False
    return suits(amount, frame, low)


def _tallied(words: set[str], lexicon: Lexicon) -> list[Frame]:
    """Return the frames that count what a number of the sentence may be of: the number of jobs it cut."""
    if TALLIES.isdisjoint(words) or "of" not in words:
        return []
    return [
        lexicon.frames[name]
        for noun, names in lexicon.by_count.items()
        if words.issuperset(_pieces(noun))
        for name in names
    ]


@lru_cache(maxsize=1 << 12)
def _pieces(noun: str) -> tuple[str, ...]:
    return tuple(PIECE.findall(noun))


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
