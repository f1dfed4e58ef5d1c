"""Words and phrases that are not to stand in the text at all (Vale's `existence`)."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import msgspec

from lint.check import _patterns, _scope
from lint.model.errors import OptionError
from lint.model.facts import Facts
from lint.model.finding import Hit
from lint.model.post import Post

WORDS = ("match",)


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What to find.

    tokens      words or regular expressions, each matched as whole words
    raw         pieces of one regular expression, joined as they are, before the tokens or (`append`) after them
    nonword     tokens need not be whole words
    exceptions  words or regular expressions to leave alone; the vocabulary's accepted words too, while `vocab`
    scope       the parts of a post that are looked at
    quotations  look inside quotation marks too
    """

    tokens: tuple[str, ...] = ()
    raw: tuple[str, ...] = ()
    append: bool = False
    ignorecase: bool = False
    nonword: bool = False
    exceptions: tuple[str, ...] = ()
    vocab: bool = True
    scope: str | tuple[str, ...] = ("text",)
    quotations: bool = True
    accept: tuple[str, ...] = ()


def validate(options: Options) -> None:
    """Raise OptionError where an option cannot be what was meant."""
    if not options.tokens and not options.raw:
        raise OptionError("nothing to find; expected `tokens: [word, …]`")
    _patterns.each(options.tokens, "tokens", ignorecase=options.ignorecase)
    _patterns.each(options.exceptions, "exceptions")
    if options.raw:
        _patterns.one("".join(options.raw), "raw", ignorecase=options.ignorecase)
    _scope.validate(options.scope)


def check(post: Post, facts: Facts, options: Options) -> Iterator[Hit]:
    """Yield every place where one of the tokens stands."""
    pattern = _pattern(options.tokens, options.raw, options.append, options.nonword, options.ignorecase)
    accept = options.accept if options.vocab and not options.nonword else ()
    for passage in _scope.passages(post, options.scope, options.quotations):
        spared: list[tuple[int, int]] | None = None
        for match in _patterns.find(pattern, passage.text):
            if spared is None:
                spared = _patterns.exceptions(options.exceptions, accept, passage.text)
            if not _patterns.excepted(spared, *match.span()):
                yield Hit(passage.home(*match.span()), {"match": match[0]})


@lru_cache(256)
def _pattern(tokens: tuple[str, ...], raw: tuple[str, ...], append: bool, nonword: bool, ignorecase: bool) -> Any:
    body = _patterns.any_of(tokens, nonword) if tokens else ""
    whole = body + "".join(raw) if append else "".join(raw) + body
    return _patterns.compiled(whole, ignorecase)
