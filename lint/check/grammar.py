"""Slips of grammar: fixed phrases, and "a" before a vowel that is heard or "an" before a consonant."""

import re
from collections.abc import Iterator

import msgspec

from lint import lexicon
from lint.check import phrases
from lint.model.facts import Facts
from lint.model.finding import Hit, Suggestion
from lint.model.post import Block, Post

ARTICLE = re.compile(r"(?<![\w'’.\-/])([Aa]n?)(?=[ \n]([A-Z]?[a-z]{2,})(?![\w'’]))")
COMMON = 2.0  # Zipf: of rarer words nobody knows how they are said


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """phrases  what is wrong to what is right, as for the kind `phrases`
    an, a    beginnings of words that take "an" or "a" against their spelling; the longest that fits decides
    either   beginnings of words that take both
    """

    phrases: dict[str, str | tuple[str, ...]] = {}
    an: tuple[str, ...] = ()
    a: tuple[str, ...] = ()
    either: tuple[str, ...] = ()


def validate(options: Options) -> None:
    """Raise OptionError where a phrase is no expression."""
    phrases.validate(phrases.Options(phrases=options.phrases))


def check(post: Post, facts: Facts, options: Options) -> Iterator[Hit]:
    """Yield the wrong phrases and the wrong articles."""
    yield from phrases.check(post, facts, phrases.Options(phrases=options.phrases))
    if options.an or options.a:
        for block in post.blocks:
            if block.role != "code":
                yield from _articles(block, options)


def _articles(block: Block, options: Options) -> Iterator[Hit]:
    text = block.prose.text
    found = [match for match in ARTICLE.finditer(text) if _right(match[2], options) not in ("", match[1].lower())]
    if found and not lexicon.foreign(phrases.WORD.findall(text)):
        for match in found:
            right = _right(match[2], options)
            right = right.capitalize() if match[1][0].isupper() else right
            span = block.prose.home(*match.span())
            yield Hit(span, {"wrong": f"{match[1]} {match[2]}", "right": f"{right} {match[2]}"}, (Suggestion(right),))


def _right(word: str, options: Options) -> str:
    """Return the article that a word takes, or "" where that is not known: names, rare and small words, either."""
    entry = lexicon.word(word.lower())
    if entry is None or entry.kind != "d" or entry.zipf < COMMON or not entry.classes:
        return ""
    tables = (("an", options.an), ("a", options.a), ("", options.either))
    fitting = [(len(front), right) for right, fronts in tables for front in fronts if word.lower().startswith(front)]
    return max(fitting)[1] if fitting else "an" if word[0] in "aeiouAEIOU" else "a"
