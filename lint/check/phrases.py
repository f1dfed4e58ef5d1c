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
from lint.lexicon import forms
from lint.model.errors import OptionError
from lint.model.facts import Facts
from lint.model.finding import Hit, Suggestion
from lint.model.post import Block, Post

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
AROUND = re.compile(r"\(\?<?[=!](?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\)")
START = r"(?:\A|(?<=[.!?][ \n])|(?<=[.!?]  ))"
SLOT = re.compile(r"\{([a-z]{1,4})\}")


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """phrases  what is wrong to what is right, several choices as a list
    signs    the same for blanks and signs: nothing is added to these expressions
    """

    phrases: dict[str, str | tuple[str, ...]] = {}
    signs: dict[str, str | tuple[str, ...]] = {}


class Phrase(NamedTuple):
    """A compiled phrase: its expression, the classes of its slots, what is right, and what text it can stand in.

    keys  words, or pairs of words side by side, one of which a text must have; none for any text
    """

    wrong: re.Pattern[str]
    slots: tuple[str, ...]
    right: tuple[str, ...]
    keys: frozenset[object]


def validate(options: Options) -> None:
    """Raise OptionError where a phrase is no expression."""
    for name, table in (("phrases", options.phrases), ("signs", options.signs)):
        for wrong, right in table.items():
            try:
                _compiled(wrong, _choices(right), name == "phrases")
            except re.error as error:
                raise OptionError(f"`{wrong}` is no regular expression: {error}", name, wrong) from error


def check(post: Post, facts: Facts, options: Options) -> Iterator[Hit]:
    """Yield every wrong phrase in text that is English."""
    phrases = [_compiled(wrong, _choices(right), True) for wrong, right in options.phrases.items()]
    signs = [_compiled(wrong, _choices(right), False) for wrong, right in options.signs.items()]
    by_key = _index(tuple(phrases))
    for block in post.blocks:
        text = block.prose.text
        if block.role != "code":
            found = {match[:2]: match for phrase in _possible(text, by_key) for match in _matches(phrase, text)}
            for match in (match for phrase in signs for match in _matches(phrase, text)):
                if block.prose.literal(*match[:2]):  # the sign after a link is not the one in it
                    found[match[:2]] = match
            if found and not lexicon.foreign(WORD.findall(text)):
                yield from (_hit(block, *found[place]) for place in sorted(found))


@lru_cache(maxsize=16)
def _index(phrases: tuple[Phrase, ...]) -> dict[object, list[Phrase]]:
    by_key: dict[object, list[Phrase]] = {}
    for phrase in phrases:
        for key in phrase.keys:
            by_key.setdefault(key, []).append(phrase)
    return by_key


def _possible(text: str, by_key: dict[object, list[Phrase]]) -> Iterator[Phrase]:
    """Yield the phrases whose words a text has: two looks at sets instead of one at each phrase."""
    if not by_key:
        return
    lower = text.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    words = WORD.findall(lower)
    if "'" in lower:
        words.append("'")
    keys = by_key.keys()
    met = (keys & set(pairwise(words))) | (keys & set(words))
    yield from dict.fromkeys(phrase for key in met for phrase in by_key[key])


def _matches(phrase: Phrase, text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield start, end and choices of a wrong phrase in a text."""
    for match in phrase.wrong.finditer(text):
        if all(_is(match[f"slot{number}"], kinds) for number, kinds in enumerate(phrase.slots)):
            yield match.start(), match.end(), tuple(_filled(right, match, phrase) for right in phrase.right)


def _is(word: str, kinds: str) -> bool:
    """Tell whether a word has some of the classes and no other."""
    entry = lexicon.word(lexicon.plain(word))
    return entry is not None and word.islower() and bool(entry.classes) and set(entry.classes) <= set(kinds)


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


def _hit(block: Block, start: int, end: int, fixes: tuple[str, ...]) -> Hit:
    words = {"wrong": " ".join(block.prose.text[start:end].split()), "right": fixes[0] if fixes else ""}
    return Hit(block.prose.home(start, end), words, tuple(Suggestion(fix) for fix in fixes))


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
    return Phrase(re.compile(wrong, re.IGNORECASE if words else 0), slots, right, keys)


def _keys(wrong: str) -> frozenset[object]:
    """Return the pairs of words of which a text must have one for the phrase to stand in it; else the single words."""
    parts = [_literal(part) for part in _parts(AROUND.sub("", wrong))]
    pairs = [(one, two) for one, two in pairwise(parts) if one and two]
    if pairs:
        one, two = min(pairs, key=lambda pair: len(pair[0]) * len(pair[1]))
        return frozenset(product((words.split()[-1] for words in one), (words.split()[0] for words in two)))
    single: list[tuple[str, ...]] = [part for part in parts if part]
    if not single and "'" in wrong:
        return frozenset("'")
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


def _literal(part: str) -> tuple[str, ...]:
    """Return the words that a part written out or as (one|two) stands for; nothing for any other."""
    inside = re.sub(r"^(?:\((?:\?-?i?:)?)+|\)+$", "", part)
    return tuple(inside.split("|")) if re.fullmatch(r"[a-z' ]+(?:\|[a-z' ]+)*", inside) else ()
