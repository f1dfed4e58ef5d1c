"""Slips of grammar: fixed phrases, and "a" before a vowel that is heard or "an" before a consonant."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import compress, pairwise

import msgspec

from lint import lexicon
from lint import patterns as re
from lint.check import _small, phrases
from lint.lexicon import context
from lint.lexicon.language import english
from lint.lexicon.look import Look
from lint.model.facts import Facts
from lint.model.finding import Hit, Suggestion
from lint.model.post import Post

ARTICLE = re.compile(r"(?<![\w'’.\-/&])([Aa]n?)(?=[ \n]([A-Z]?[a-z]{2,})(?![\w'’]))")
NEAR = 8
OPENING = re.compile(r"(?:\A\s*\Z|[.!?:\x1e\n])[\s\"'“‘(\[*]*\Z")
LAST, BACK = re.compile(r"([^\W\d_]+)[ \n]\Z"), 30
ARTICLES = frozenset({"a", "an"})
COMMON = 2.0  # Zipf: of rarer words nobody knows how they are said
RUNNING = frozenset({"paragraph", "item"})  # headings and tables leave small words out
LIGHT = True


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """phrases  what is wrong to what is right, as for the kind `phrases`
    an, a    beginnings of words that take "an" or "a" against their spelling; the longest that fits decides
    either   beginnings of words that take both
    least    how likely it must be that a small word got `lost`, or is `surplus`: the logarithm of the odds
    """

    phrases: dict[str, str | tuple[str, ...]] = {}
    an: tuple[str, ...] = ()
    a: tuple[str, ...] = ()
    either: tuple[str, ...] = ()
    least: dict[str, float] = {}


def validate(options: Options) -> None:
    """Raise OptionError where a phrase is no expression."""
    phrases.validate(phrases.Options(phrases=options.phrases))


def check(post: Post, facts: Facts, options: Options) -> Iterator[Hit]:
    """Yield the wrong phrases and the wrong articles."""
    told = []
    for hit in phrases.check(post, facts, phrases.Options(phrases=options.phrases)):
        told.append(hit.span)
        yield hit
    seen = english(post)
    if options.an or options.a:
        yield from _articles(seen, options)
    if options.least:
        for hit in _smalls(seen, options):
            if not any(span.start < hit.span.end and hit.span.start < span.end for span in told):
                yield hit


def _smalls(seen: Look, options: Options) -> Iterator[Hit]:
    """Yield the places where a small word got lost or is too many, with the words beside it."""
    for found in _small.small(seen, options.least):
        before, last = found.number - 1, found.number + found.surplus
        start, end = seen.starts[before], seen.end(last)
        if seen.block(start)[0].role in RUNNING and not _parted(seen, start, end):
            words = [seen.words[before], seen.words[last]]
            if not found.surplus:
                words.insert(1, found.word)
            right = " ".join(words)
            yield Hit(seen.home(start, end), {"wrong": seen.text[start:end], "right": right}, (Suggestion(right),))


def _parted(seen: Look, start: int, end: int) -> bool:
    """Tell whether marked words or a link begin or end within a stretch: what stands there may be a title or a term."""
    block, begin = seen.block(start)
    start, end = start - begin, end - begin
    return any(start < edge < end for inline in block.inlines for edge in (inline.start, inline.end))


def _articles(text: Look, options: Options) -> Iterator[Hit]:
    tables = (("an", options.an), ("a", options.a), ("", options.either))
    pairs = set(compress(pairwise(text.order), map(ARTICLES.__contains__, text.order)))
    if all(_right(two, tables) in ("", one) for one, two in pairs):
        return
    for match in ARTICLE.finditer(text.text):
        right = _right(match[2].lower(), tables)
        if right in ("", match[1].lower()) or lexicon.foreign(
            phrases.WORD.findall(text.block(match.start())[0].prose.text)
        ):
            continue
        if _marked(text, *match.span()):
            continue
        if match[1][0].isupper() and not OPENING.search(text.text[max(0, match.start() - NEAR) : match.start()]):
            continue  # the letter A, or a grade
        right = right.capitalize() if match[1][0].isupper() else right
        words = {"wrong": f"{match[1]} {match[2]}", "right": f"{right} {match[2]}"}
        fixes = (
            _likelier(text.text[max(0, match.start() - BACK) : match.start()], right, match[2])
            if match[1] == "an"
            else (right,)
        )
        yield Hit(text.home(*match.span()), words, tuple(Suggestion(fix) for fix in fixes))


def _marked(text: Look, start: int, end: int) -> bool:
    """Tell whether somebody marked these words alone, as one does the letter that is a name."""
    block, begin = text.block(start)
    return any((inline.start, inline.end) == (start - begin, end - begin) for inline in block.inlines)


def _likelier(before: str, right: str, word: str) -> tuple[str, str]:
    """Return "a" and "and", the likelier first: "go ahead an laugh" lacks a letter."""
    found = LAST.search(before)
    if found and context.ready():
        one, other = (context.likely([found[1].lower(), choice, word.lower()], 1, 3) for choice in ("a", "and"))
        if other > one:
            return "and", right
    return right, "and"


@lru_cache(maxsize=1 << 14)
def _right(word: str, tables: tuple[tuple[str, tuple[str, ...]], ...]) -> str:
    """Return the article that a word in small letters takes, "" where that is not known: names, small words, either."""
    entry = lexicon.word(word)
    if entry is None or entry.kind != "d" or entry.zipf < COMMON or not entry.classes:
        return ""
    fitting = [(len(front), right) for right, fronts in tables for front in fronts if word.startswith(front)]
    return max(fitting)[1] if fitting else "an" if word[0] in "aeiou" else "a"
