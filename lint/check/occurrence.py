"""How often something may, or must, stand in one part of a post (Vale's `occurrence`)."""

from collections.abc import Iterator

import msgspec

from lint.check import _patterns, _scope
from lint.model.errors import OptionError
from lint.model.facts import Facts
from lint.model.finding import Hit
from lint.model.post import Post

WORDS = ("count", "max", "min", "match")


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What to count.

    token  the regular expression; it need not be whole words
    max    most times it may stand in one passage of the scope
    min    least times it must
    The rest as for the kind `existence`; with the scope `summary` the whole running text is one passage.
    """

    token: str = ""
    max: int | None = None
    min: int | None = None
    ignorecase: bool = False
    scope: str | tuple[str, ...] = ("text",)
    quotations: bool = True


def validate(options: Options) -> None:
    """Raise OptionError where an option cannot be what was meant."""
    if not options.token:
        raise OptionError(r"nothing to count; expected `token: \b\w+\b` or the like")
    _patterns.one(options.token, "token", ignorecase=options.ignorecase)
    if options.max is None and options.min is None:
        raise OptionError("no limit; expected `max: 3` or `min: 1`")
    if (options.max or 0) < 0 or (options.min or 0) < 0:
        raise OptionError("expected a number from 0", "max" if (options.max or 0) < 0 else "min")
    if options.max is not None and options.min is not None and options.max < options.min:
        raise OptionError(f"`max: {options.max}` is below `min: {options.min}`", "max")
    _scope.validate(options.scope)


def check(post: Post, facts: Facts, options: Options) -> Iterator[Hit]:
    """Yield the first occurrence too many of each passage; where there are too few, its only ones or the passage."""
    pattern = _patterns.compiled(options.token, options.ignorecase)
    for passage in _scope.passages(post, options.scope, options.quotations):
        spans = [match.span() for match in _patterns.find(pattern, passage.text)]
        over = options.max is not None and len(spans) > options.max
        if not over and (options.min is None or len(spans) >= options.min):
            continue
        words = {"count": str(len(spans)), "max": str(options.max), "min": str(options.min)}
        if not spans:
            yield Hit(passage.whole, {**words, "match": ""})
            continue
        start, end = spans[options.max or 0] if over else spans[0]
        yield Hit(passage.home(start, end), {**words, "match": passage.text[start:end]})
