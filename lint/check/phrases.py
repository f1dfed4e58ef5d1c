r"""Phrases that are wrong as they stand, each with what is right: could of, more then, doesn't works.

A phrase is a regular expression over words, in small letters, with four shorthands: a blank is any white space, `'` any
apostrophe, `^ ` at the front the start of a sentence, and `{vz}` a word that can be in a sentence what the letters say
and nothing else (lint/lexicon/grammar.py). It matches whole words in any letter case. In what is right, `\1` is a
group, `{}` the first word of a class as it stands, `{base}` its base, `{plural}`, `{past}`, `{ing}` and `{third}` its
other forms.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise, product
from typing import NamedTuple

import msgspec

from lint import lexicon
from lint.check import _look
from lint.lexicon import forms
from lint.model.errors import OptionError
from lint.model.facts import Facts
from lint.model.finding import Hit, Suggestion
from lint.model.post import Post

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
AROUND = re.compile(r"\(\?<?[=!](?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\)")
START = r"(?:\A|(?<=\x1e\n)|(?<=[.!?][ \n])|(?<=[.!?]  ))"
REACH = 5  # words that a phrase may have before the pair it is looked for by, and one
SLOT = re.compile(r"\{([a-z]{1,4})\}")


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """phrases  what is wrong to what is right, several choices as a list
    signs    the same for blanks and signs, each under a piece that the text must have; nothing is added to these
             expressions, and what they match stands in the file in one piece
    flattened  shapes of text whose blanks around signs are what is left of markup: their signs are not judged
    often    a sign found more often than this in one post is how the text was made, and no slip
    """

    phrases: dict[str, str | tuple[str, ...]] = {}
    signs: dict[str, dict[str, str | tuple[str, ...]]] = {}
    flattened: tuple[str, ...] = ()
    often: int = 6


class Slot(NamedTuple):
    """A word that can be what these letters say and nothing else."""

    kinds: str


class Phrase(NamedTuple):
    """A phrase: its expression, the classes of its slots, what is right, and what text it can stand in.

    Most phrases meet no text that they could stand in, so an expression is compiled when one first does.

    keys  pairs of words (or slots) side by side, or single words, one of which a text must have
    """

    wrong: str
    flags: int
    slots: tuple[str, ...]
    right: tuple[str, ...]
    keys: frozenset[object]


def validate(options: Options) -> None:
    """Raise OptionError where a phrase is no expression."""
    tables = [(("phrases",), options.phrases), *((("signs", piece), table) for piece, table in options.signs.items())]
    for path, table in tables:
        for wrong, right in table.items():
            try:
                phrase = _compiled(wrong, _choices(right), path == ("phrases",))
                re.compile(phrase.wrong, phrase.flags)
            except re.error as error:
                raise OptionError(f"`{wrong}` is no regular expression: {error}", *path, wrong) from error


def check(post: Post, facts: Facts, options: Options) -> Iterator[Hit]:
    """Yield every wrong phrase in text that is English."""
    text = _look.text_of(post)
    phrases = tuple(_compiled(wrong, _choices(right), True) for wrong, right in options.phrases.items())
    found = dict(_phrases(text.text, phrases) if phrases else ())
    if post.shape not in options.flattened:
        found.update(_signs(text, options))
    for start, end in sorted(found):
        if not lexicon.foreign(WORD.findall(text.block(start)[0].prose.text)):
            fixes = found[start, end]
            words = {"wrong": " ".join(text.text[start:end].split()), "right": fixes[0] if fixes else ""}
            yield Hit(text.home(start, end), words, tuple(Suggestion(fix) for fix in fixes))


def _signs(text: _look.Text, options: Options) -> Iterator[tuple[tuple[int, int], tuple[str, ...]]]:
    """Yield the place and the choices of every blank or sign gone wrong."""
    for wrong, right in (
        item for piece, table in options.signs.items() if piece in text.text for item in table.items()
    ):
        phrase = _compiled(wrong, _choices(right), False)
        matches = list(re.compile(phrase.wrong, phrase.flags).finditer(text.text))
        for match in matches if len(matches) <= options.often else ():
            if text.literal(*match.span()):  # the sign after a link is not the one in it
                yield match.span(), tuple(_filled(right, match, phrase) for right in phrase.right)


class Index(NamedTuple):
    """Phrases by what a text must have: pairs and single words written out, a word before a slot, a slot before a word,
    a slot before `'s`."""

    pairs: dict[tuple[str, str], list[Phrase]]
    single: dict[str, list[Phrase]]
    before: dict[str, list[tuple[str, Phrase]]]
    behind: dict[str, list[tuple[str, Phrase]]]
    marked: list[tuple[str, Phrase]]


@lru_cache(maxsize=16)
def _index(phrases: tuple[Phrase, ...]) -> Index:
    index = Index({}, {}, {}, {}, [])
    for phrase in phrases:
        for key in phrase.keys:
            match key:
                case Slot(kinds):
                    index.marked.append((kinds, phrase))
                case (str(word), Slot(kinds)):
                    index.before.setdefault(word, []).append((kinds, phrase))
                case (Slot(kinds), str(word)):
                    index.behind.setdefault(word, []).append((kinds, phrase))
                case (str(one), str(two)):
                    index.pairs.setdefault((one, two), []).append(phrase)
                case str(word):
                    index.single.setdefault(word, []).append(phrase)
    return index


def _phrases(text: str, phrases: tuple[Phrase, ...]) -> Iterator[tuple[tuple[int, int], tuple[str, ...]]]:
    """Yield the place and the choices of every wrong phrase in a text."""
    lower = _look.small(text)
    for phrase, words in _possible(text, phrases):
        regex = re.compile(phrase.wrong, phrase.flags)
        places = {spot for some in words for spot in _look.spots(lower, *some)}
        for at in sorted({front for spot in places for front in _fronts(lower, spot)}):
            match = regex.match(text, at)
            if match and _fits(match, phrase):
                yield match.span(), tuple(_filled(right, match, phrase) for right in phrase.right)


def _possible(text: str, phrases: tuple[Phrase, ...]) -> Iterator[tuple[Phrase, set[tuple[str, ...]]]]:
    """Yield the phrases that a text may hold, and the words (one, or two side by side) that say so.

    A look at sets instead of one at each phrase.
    """
    index, words = _index(phrases), _look.words_of(text)
    met: dict[Phrase, set[tuple[str, ...]]] = {}
    for pair in index.pairs.keys() & words.pairs:
        for phrase in index.pairs[pair]:
            met.setdefault(phrase, set()).add(pair)
    for word in index.single.keys() & words.all:
        for phrase in index.single[word]:
            met.setdefault(phrase, set()).add((word,))
    for one, two in [pair for pair in words.pairs if pair[0] in index.before] if index.before else ():
        for kinds, phrase in index.before[one]:
            if _is(two, kinds):
                met.setdefault(phrase, set()).add((one, two))
    for one, two in [pair for pair in words.pairs if pair[1] in index.behind] if index.behind else ():
        for kinds, phrase in index.behind[two]:
            if _is(one, kinds):
                met.setdefault(phrase, set()).add((one, two))
    for kinds, phrase in index.marked:
        for word in words.all:
            if word.endswith("'s") and _is(word[:-2], kinds):
                met.setdefault(phrase, set()).add((word,))
    yield from met.items()


def _fronts(lower: str, spot: int) -> Iterator[int]:
    """Yield where a phrase may begin that has a word at a place: there, or at one of the words before."""
    for _ in range(REACH):
        yield spot
        if spot == 0:
            return
        spot = max(lower.rfind(" ", 0, spot - 1), lower.rfind("\n", 0, spot - 1)) + 1


def _fits(match: re.Match[str], phrase: Phrase) -> bool:
    slots = [match[f"slot{number}"] for number in range(len(phrase.slots))]
    return all(word.islower() and _is(word, kinds) for word, kinds in zip(slots, phrase.slots, strict=True))


@lru_cache(maxsize=1 << 15)
def _is(word: str, kinds: str) -> bool:
    """Tell whether a word has one of the classes and no other."""
    entry = lexicon.word(lexicon.plain(word))
    return entry is not None and bool(entry.classes) and set(entry.classes) <= set(kinds)


def _filled(right: str, match: re.Match[str], phrase: Phrase) -> str:
    if phrase.slots:
        word, kind = match["slot0"], phrase.slots[0][0]
        right = right.replace("{}", word).replace("{base}", forms.base(word.lower(), kind) if kind in "zpgs" else word)
        right = right.replace("{plural}", forms.plural(word)).replace("{ing}", forms.ing(word))
        right = right.replace("{past}", forms.past(word)).replace("{third}", forms.plural(word))
        last = match[f"slot{len(phrase.slots) - 1}"]
        right = right.replace("{v:z}", forms.plural(last)).replace("{z:base}", forms.base(last, "z"))
    text = match.expand(right)
    if "\N{RIGHT SINGLE QUOTATION MARK}" in match.string:
        text = text.replace("'", "\N{RIGHT SINGLE QUOTATION MARK}")
    return text[:1].upper() + text[1:] if match[0][:1].isupper() else text


def _choices(right: str | tuple[str, ...]) -> tuple[str, ...]:
    return (right,) if isinstance(right, str) else tuple(right)


@lru_cache(maxsize=4096)
def _compiled(wrong: str, right: tuple[str, ...], words: bool) -> Phrase:
    first = wrong.startswith("^ ")
    wrong = wrong.removeprefix("^ ")
    slots, keys = tuple(SLOT.findall(wrong)), _keys(wrong) if words else frozenset[object]()
    for number in range(len(slots)):
        wrong = SLOT.sub(f"(?P<slot{number}>[A-Za-z]+)", wrong, count=1)
    if words:
        wrong = wrong.replace(" ", r"[ \n]+").replace("'", "['’]")
        before = START if first else r"(?<![\w'’\-@#/.])"
        wrong = rf"{before}(?:{wrong})(?![\w\-/@]|['’]\w|[.:]\w)"
    return Phrase(wrong, re.IGNORECASE if words else re.MULTILINE, slots, right, keys)


def _keys(wrong: str) -> frozenset[object]:
    """Return the pairs of words or slots of which a text must have one for the phrase to stand in it; else words.

    Of several pairs the one with the fewest choices, best without a slot.
    """
    parts = [_literal(part) for part in _parts(AROUND.sub("", wrong))]
    pairs = [
        (one, two) for one, two in pairwise(parts) if one and two and not isinstance(one, Slot) | isinstance(two, Slot)
    ]
    if pairs:
        one, two = min(pairs, key=lambda pair: len(pair[0]) * len(pair[1]))
        return frozenset(product((words.split()[-1] for words in one), (words.split()[0] for words in two)))
    for one, two in pairwise(parts):
        if one and isinstance(two, Slot):
            return frozenset((words.split()[-1], two) for words in one)
        if two and isinstance(one, Slot):
            return frozenset((one, words.split()[0]) for words in two)
    single: list[tuple[str, ...]] = [part for part in parts if part and not isinstance(part, Slot)]
    if not single and (found := re.fullmatch(r"\{([a-z]+)\}'s", wrong)):
        return frozenset([Slot(found[1])])
    if not single:
        raise re.error("a phrase has at least one word that is written out")
    return frozenset(words.split()[0] for words in min(single, key=lambda part: len(part)))


def _parts(wrong: str) -> Iterator[str]:
    """Split at the blanks that stand outside of brackets."""
    depth, start = 0, 0
    for at, sign in enumerate(wrong):
        depth += (sign in "([") - (sign in ")]")
        if sign == " " and not depth:
            yield wrong[start:at]
            start = at + 1
    yield wrong[start:]


def _literal(part: str) -> tuple[str, ...] | Slot:
    """Return the words that a part written out or as (one|two) stands for, or its slot; nothing for any other."""
    if found := re.fullmatch(SLOT, part):
        return Slot(found[1])
    inside = re.sub(r"^(?:\((?:\?-?i?:)?)+|\)+$", "", part)
    return tuple(inside.split("|")) if re.fullmatch(r"[a-z' ]+(?:\|[a-z' ]+)*", inside) else ()
