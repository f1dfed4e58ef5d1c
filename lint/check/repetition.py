"""The same thing several times in a row (Vale's `repetition`)."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import msgspec

from lint.check import _patterns, _scope, _sieve
from lint.model.errors import OptionError
from lint.model.facts import Facts
from lint.model.finding import Hit, Suggestion
from lint.model.post import Post
from lint.sentences import sentences

WORDS = ("match", "times")


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    r"""What must not come again at once.

    tokens  regular expressions; two matches that follow each other and read the same are a repetition (`[^\s]+` is any
            word)
    max     how many repetitions are let pass
    alpha   only what is all letters
    The rest as for the kind `existence`.
    """

    tokens: tuple[str, ...] = ()
    max: int = 0
    ignorecase: bool = False
    alpha: bool = False
    exceptions: tuple[str, ...] = ()
    vocab: bool = True
    scope: str | tuple[str, ...] = ("text",)
    quotations: bool = True
    accept: tuple[str, ...] = ()


def validate(options: Options) -> None:
    """Raise OptionError where an option cannot be what was meant."""
    if not options.tokens:
        raise OptionError(r"nothing to find; expected `tokens: ['[^\s]+']` or the like")
    _patterns.each(options.tokens, "tokens", ignorecase=options.ignorecase)
    _patterns.each(options.exceptions, "exceptions")
    if options.max < 0:
        raise OptionError("expected a number from 0", "max")
    _scope.validate(options.scope)


def check(post: Post, facts: Facts, options: Options) -> Iterator[Hit]:
    """Yield each row of repetitions that is longer than allowed, from its first word to its last."""
    accept = options.accept if options.vocab else ()
    passages = _scope.passages(post, options.scope, options.quotations)
    for passage, found in _sieve.matches(options.tokens, passages, options.ignorecase):
        text = passage.text
        for row in _rows([match.span() for _, match in found], text, options):
            start, end = row[0][0], row[-1][1]
            spared = _patterns.exceptions(options.exceptions, accept, text)
            if len(row) - 1 <= options.max or _patterns.excepted(spared, start, end):
                continue
            word = text[start : row[0][1]]
            adjacent = all(not text[a[1] : b[0]].strip() for a, b in pairwise(row))
            fix = (Suggestion(word, passage.literal(start, end)),) if adjacent else ()
            yield Hit(passage.home(start, end), {"match": word.strip(), "times": str(len(row))}, fix)


def _rows(spans: list[tuple[int, int]], text: str, options: Options) -> Iterator[list[tuple[int, int]]]:
    """Group matches that follow each other within one sentence and read the same."""
    row: list[tuple[int, int]] = []
    for span in spans:
        same = bool(row) and _same(text, row[-1], span, options)
        if same and len(sentences(text, row[-1][0], span[1])) == 1:
            row.append(span)
            continue
        if len(row) > 1:
            yield row
        row = [span]
    if len(row) > 1:
        yield row


def _same(text: str, one: tuple[int, int], other: tuple[int, int], options: Options) -> bool:
    words: list[Any] = [text[start:end].strip() for start, end in (one, other)]
    if options.ignorecase:
        words = [word.casefold() for word in words]
    return words[0] == words[1] and bool(words[0]) and (not options.alpha or words[0].isalpha())
