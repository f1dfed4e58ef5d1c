r"""Phrases that are wrong as they stand, each with what is right: could of, more then, doesn't works.

A phrase is a regular expression over words, in small letters, with four shorthands: a blank is any white space, `'` any
apostrophe, `^ ` at the front the start of a sentence, and `{vz}` a word that can be in a sentence what the letters say
and nothing else (lint/lexicon/grammar.py). It matches whole words in any letter case. In what is right, `\1` is a
group, `{}` the first word of a class as it stands, `{base}` its base, `{plural}`, `{past}`, `{ing}` and `{third}` its
other forms.
"""

import re
from collections import defaultdict
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
MOST = 4  # words that a phrase may have before those it is looked for by
REPEATED = re.compile(r"\)[*+{]")
CASED = re.compile(r"\(\?-i:(\w+)\)")
SLOT = re.compile(r"\{([a-z]{1,4})\}")
LIGHT = True


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

    keys   pairs of words (or slots) side by side, or single words, one of which a text must have
    ahead  how many words of the phrase may stand before these
    """

    wrong: str
    flags: int
    slots: tuple[str, ...]
    right: tuple[str, ...]
    keys: frozenset[object]
    ahead: int


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
    found = dict(_phrases(text.text, options.phrases) if options.phrases else ())
    if post.shape not in options.flattened:
        found.update(_signs(text, options))
    last = 0
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if start < last:
            continue  # of two phrases that meet, one is enough
        last = end
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
        matches = list(_regex(phrase.wrong, phrase.flags).finditer(text.text))
        for match in matches if len(matches) <= options.often else ():
            if text.literal(*match.span()):  # the sign after a link is not the one in it
                yield match.span(), tuple(_filled(right, match, phrase) for right in phrase.right)


class Index(NamedTuple):
    """Phrases, and their numbers by what a text must have: pairs and single words written out, a word before a slot, a
    slot before a word, a slot before `'s`."""

    phrases: list[Phrase]
    pairs: dict[tuple[str, str], list[int]]
    single: dict[str, list[int]]
    before: dict[str, list[tuple[str, int]]]
    behind: dict[str, list[tuple[str, int]]]
    marked: list[tuple[str, int]]


Table = dict[str, str | tuple[str, ...]]
# By the identity of the table, which is kept: it is the same one for every post of a run.
_indexes: dict[int, tuple[Table, Index]] = {}


def _index(table: Table) -> Index:
    if id(table) not in _indexes:
        _indexes[id(table)] = table, _made(table)
    return _indexes[id(table)][1]


def _made(table: Table) -> Index:
    index = Index([], {}, {}, {}, {}, [])
    for number, (wrong, right) in enumerate(table.items()):
        phrase = _compiled(wrong, _choices(right), True)
        index.phrases.append(phrase)
        for key in phrase.keys:
            match key:
                case Slot(kinds):
                    index.marked.append((kinds, number))
                case (str(word), Slot(kinds)):
                    index.before.setdefault(word, []).append((kinds, number))
                case (Slot(kinds), str(word)):
                    index.behind.setdefault(word, []).append((kinds, number))
                case (str(one), str(two)):
                    index.pairs.setdefault((one, two), []).append(number)
                case str(word):
                    index.single.setdefault(word, []).append(number)
    return index


def _phrases(text: str, table: Table) -> Iterator[tuple[tuple[int, int], tuple[str, ...]]]:
    """Yield the place and the choices of every wrong phrase in a text."""
    index, look = _index(table), _look.words_of(text)
    possible = _possible(look, index)
    spots = look.spots(set().union(*possible.values()))
    for number in sorted(possible):
        phrase = index.phrases[number]
        places = {spot for some in possible[number] for spot in spots.get(some, ())}
        regex = _regex(phrase.wrong, phrase.flags) if places else None
        for at in sorted({front for spot in places for front in _fronts(look.text, spot, phrase.ahead)}):
            match = regex.match(text, at) if regex else None
            if match and _fits(match, phrase):
                choices = tuple(_filled(right, match, phrase) for right in phrase.right)
                if match[0] not in choices:  # the participle of "shut" is "shut"
                    yield match.span(), choices


def _possible(words: _look.Words, index: Index) -> dict[int, set[tuple[str, ...]]]:
    """Return the phrases that a text may hold, and the words (one, or two side by side) that say so.

    A look at sets instead of one at each phrase.
    """
    met: dict[int, set[tuple[str, ...]]] = defaultdict(set)
    for pair in index.pairs.keys() & words.pairs:
        for number in index.pairs[pair]:
            met[number].add(pair)
    for word in index.single.keys() & words.all:
        for number in index.single[word]:
            met[number].add((word,))
    for one, two in [pair for pair in words.pairs if pair[0] in index.before] if index.before else ():
        for kinds, number in index.before[one]:
            if _is(two, kinds):
                met[number].add((one, two))
    for one, two in [pair for pair in words.pairs if pair[1] in index.behind] if index.behind else ():
        for kinds, number in index.behind[two]:
            if _is(one, kinds):
                met[number].add((one, two))
    for kinds, number in index.marked:
        for word in words.all:
            if word.endswith("'s") and _is(word[:-2], kinds):
                met[number].add((word,))
    return met


def _fronts(lower: str, spot: int, ahead: int) -> Iterator[int]:
    """Yield where a phrase may begin that has a word at a place: there, or at one of the words before."""
    yield spot
    for _ in range(ahead):
        if spot == 0:
            return
        spot = max(lower.rfind(" ", 0, spot - 1), lower.rfind("\n", 0, spot - 1)) + 1
        yield spot


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
def _regex(wrong: str, flags: int) -> re.Pattern[str]:
    """Compile an expression once: the module `re` keeps fewer than there are phrases."""
    return re.compile(wrong, flags)


@lru_cache(maxsize=4096)
def _compiled(wrong: str, right: tuple[str, ...], words: bool) -> Phrase:
    first = wrong.startswith("^ ")
    wrong = wrong.removeprefix("^ ")
    slots = tuple(SLOT.findall(wrong))
    keys, ahead = _keys(wrong) if words else (frozenset[object](), 0)
    for number in range(len(slots)):
        wrong = SLOT.sub(f"(?P<slot{number}>[A-Za-z]+)", wrong, count=1)
    if words:
        wrong = wrong.replace(" ", r"[ \n]+").replace("'", "['’]")
        before = START if first else r"(?<![\w'’\-@#/.&])"
        wrong = rf"{before}(?:{wrong})(?![\w\-/@]|['’]\w|[.:]\w)"
    return Phrase(wrong, re.IGNORECASE if words else re.MULTILINE, slots, right, keys, ahead)


def _keys(wrong: str) -> tuple[frozenset[object], int]:
    """Return the pairs of words or slots of which a text must have one for the phrase to stand in it, else words.

    With them comes how many words may stand before them. Of several pairs the one with the fewest choices is taken,
    best without a slot.
    """
    raw = list(_parts(AROUND.sub("", wrong)))
    parts = [_literal(part) for part in raw]
    pairs = [(number, one, two) for number, (one, two) in enumerate(pairwise(parts)) if one and two]
    plain = [
        (len(one) * len(two), number) for number, one, two in pairs if not isinstance(one, Slot) | isinstance(two, Slot)
    ]
    if plain:
        number = min(plain)[1]
        one, two = parts[number : number + 2]
        return frozenset(product(_lasts(one), _firsts(two))), _ahead(raw, parts, number)
    for number, one, two in pairs:
        if not isinstance(one, Slot):
            return frozenset((word, two) for word in _lasts(one)), _ahead(raw, parts, number)
        if not isinstance(two, Slot):
            return frozenset((one, word) for word in _firsts(two)), _ahead(raw, parts, number)
    single = [(len(part), number) for number, part in enumerate(parts) if part and not isinstance(part, Slot)]
    if not single and (found := re.fullmatch(r"\{([a-z]+)\}'s", AROUND.sub("", wrong))):
        return frozenset([Slot(found[1])]), 0
    if not single:
        raise re.error("a phrase has at least one word that is written out")
    number = min(single)[1]
    return frozenset(_firsts(parts[number])), _ahead(raw, parts, number)


def _firsts(words: tuple[str, ...]) -> list[str]:
    return [some.split()[0] for some in words]


def _lasts(words: tuple[str, ...]) -> list[str]:
    return [some.split()[-1] for some in words]


def _ahead(raw: list[str], parts: list[tuple[str, ...] | Slot], number: int) -> int:
    """Return how many words may stand before the last word of a part, and no more than MOST."""
    if any(REPEATED.search(part) for part in raw[:number]):
        return MOST
    own = parts[number]
    longest = 0 if isinstance(own, Slot) else max(len(some.split()) for some in own) - 1
    return min(MOST, sum(1 + part.count(" ") for part in raw[:number]) + longest)


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
    part = CASED.sub(lambda found: found[1].lower(), part)
    inside = re.sub(r"^(?:\((?:\?-?i?:)?)+|\)+$", "", part)
    return tuple(inside.split("|")) if re.fullmatch(r"[a-z' ]+(?:\|[a-z' ]+)*", inside) else ()
