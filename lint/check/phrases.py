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

import msgspec

from lint import lexicon
from lint.check import _book
from lint.check._book import Table
from lint.check._phrase import Phrase, choices, is_only, written
from lint.lexicon import forms
from lint.lexicon.language import english, told
from lint.lexicon.look import Look
from lint.model.errors import OptionError
from lint.model.facts import Facts
from lint.model.finding import Hit, Suggestion
from lint.model.post import Post

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
INNER = re.compile(r"[a-z][A-Z]")  # of a name of code
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


def validate(options: Options) -> None:
    """Raise OptionError where a phrase is no expression."""
    tables = [(("phrases",), options.phrases), *((("signs", piece), table) for piece, table in options.signs.items())]
    for path, table in tables:
        for wrong, right in table.items():
            try:
                phrase = written(wrong, choices(right), path == ("phrases",))
                re.compile(phrase.wrong, phrase.flags)
            except re.error as error:
                raise OptionError(f"`{wrong}` is no regular expression: {error}", *path, wrong) from error


def check(post: Post, facts: Facts, options: Options) -> Iterator[Hit]:
    """Yield every wrong phrase in text that is English."""
    text = english(post)
    found = dict(_phrases(text, options.phrases) if options.phrases else ())
    if post.shape not in options.flattened:
        found.update(_signs(text, options))
    last = 0
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if start < last:
            continue  # of two phrases that meet, one is enough
        last = end
        if INNER.search(text.text, start, end) or told(text.text, start, end):
            continue
        if not lexicon.foreign(WORD.findall(text.block(start)[0].prose.text)):
            fixes = found[start, end]
            words = {"wrong": " ".join(text.text[start:end].split()), "right": fixes[0] if fixes else ""}
            yield Hit(text.home(start, end), words, tuple(Suggestion(fix) for fix in fixes))


def _signs(text: Look, options: Options) -> Iterator[tuple[tuple[int, int], tuple[str, ...]]]:
    """Yield the place and the choices of every blank or sign gone wrong."""
    for wrong, right in (
        item for piece, table in options.signs.items() if piece in text.text for item in table.items()
    ):
        phrase = written(wrong, choices(right), False)
        matches = list(_regex(phrase.wrong, phrase.flags).finditer(text.text))
        for match in matches if len(matches) <= options.often else ():
            if text.literal(*match.span()):  # the sign after a link is not the one in it
                yield match.span(), tuple(_filled(right, match, phrase) for right in phrase.right)


def _phrases(seen: Look, table: Table) -> Iterator[tuple[tuple[int, int], tuple[str, ...]]]:
    """Yield the place and the choices of every wrong phrase in a text."""
    phrases, met = _book.met(seen, table)
    for number in sorted(met):
        phrase = phrases[number]
        expression = _regex(phrase.wrong, phrase.flags)
        for at in sorted({front for spot in met[number] for front in _fronts(seen.text, spot, phrase.ahead)}):
            match = expression.match(seen.text, at)
            if match and _fits(match, phrase):
                fixes = tuple(_filled(right, match, phrase) for right in phrase.right)
                if match[0] not in fixes:  # the participle of "shut" is "shut"
                    yield match.span(), fixes


def _fronts(text: str, spot: int, ahead: int) -> Iterator[int]:
    """Yield where a phrase may begin that has a word at a place: there, or at one of the words before."""
    yield spot
    for _ in range(ahead):
        if spot == 0:
            return
        spot = max(text.rfind(" ", 0, spot - 1), text.rfind("\n", 0, spot - 1)) + 1
        yield spot


def _fits(match: re.Match[str], phrase: Phrase) -> bool:
    slots = [match[f"slot{number}"] for number in range(len(phrase.slots))]
    return all(word.islower() and is_only(word, kinds) for word, kinds in zip(slots, phrase.slots, strict=True))


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


@lru_cache(maxsize=4096)
def _regex(wrong: str, flags: int) -> re.Pattern[str]:
    """Compile an expression once: the module `re` keeps fewer than there are phrases."""
    return re.compile(wrong, flags)
