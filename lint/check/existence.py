"""Words and phrases that are not to stand in the text at all (Vale's `existence`)."""

from collections.abc import Iterator

import msgspec

from lint.check import _patterns, _scope, _sieve
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
    accept = options.accept if options.vocab and not options.nonword else ()
    passages = _scope.passages(post, options.scope, options.quotations)
    for passage, found in _sieve.matches(_wanted(options), passages, options.ignorecase):
        spared = _patterns.exceptions(options.exceptions, accept, passage.text)
        for _, match in found:
            if not _patterns.excepted(spared, *match.span()):
                yield Hit(passage.home(*match.span()), {"match": match[0]})


def _wanted(options: Options) -> list[str]:
    tokens = [token if options.nonword else _patterns.whole(token) for token in options.tokens]
    if not options.raw:
        return tokens
    raw = "".join(options.raw)
    if not tokens:
        return [raw]
    return [token + raw if options.append else raw + token for token in tokens]
