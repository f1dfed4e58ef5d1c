"""What may stand in a post only if something else does, such as an abbreviation (Vale's `conditional`)."""

from collections.abc import Iterator

import msgspec

from lint.check import _patterns, _scope
from lint.model.errors import OptionError
from lint.model.facts import Facts
from lint.model.finding import Hit
from lint.model.post import Post

WORDS = ("match",)


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    r"""What asks for what.

    first       the regular expression that asks, such as `\b([A-Z]{3,5})\b`
    second      the one that must stand in the same part of the post; with a group, such as `(?:\b[A-Z][a-z]+ )+\(([A-Z]{3,5})\)`,
                it must have caught, there or earlier in the post, what `first` finds
    The rest as for the kind `existence`.
    """  # noqa: E501

    first: str = ""
    second: str = ""
    ignorecase: bool = False
    exceptions: tuple[str, ...] = ()
    vocab: bool = True
    scope: str | tuple[str, ...] = ("text",)
    quotations: bool = True
    accept: tuple[str, ...] = ()


def validate(options: Options) -> None:
    """Raise OptionError where an option cannot be what was meant."""
    for name, pattern in (("first", options.first), ("second", options.second)):
        if not pattern:
            raise OptionError(f"the option `{name}` is missing; expected `first: pattern` and `second: pattern`")
        _patterns.one(pattern, name, ignorecase=options.ignorecase)
    _patterns.each(options.exceptions, "exceptions")
    _scope.validate(options.scope)


def check(post: Post, facts: Facts, options: Options) -> Iterator[Hit]:
    """Yield every match of `first` that lacks its `second`."""
    first = _patterns.compiled(options.first, options.ignorecase)
    second = _patterns.compiled(options.second, options.ignorecase)
    accept = options.accept if options.vocab else ()
    caught: set[str] = set()
    for passage in _scope.passages(post, options.scope, options.quotations):
        met = list(_patterns.find(second, passage.text))
        if second.groups:
            caught.update(_folded(group, options) for match in met for group in match.groups() if group)
        elif met:
            continue
        asking = list(_patterns.find(first, passage.text))
        spared = _patterns.exceptions(options.exceptions, accept, passage.text) if asking else []
        for match in asking:
            if _folded(match[0], options) not in caught and not _patterns.excepted(spared, *match.span()):
                yield Hit(passage.home(*match.span()), {"match": match[0]})


def _folded(text: str, options: Options) -> str:
    return text.casefold() if options.ignorecase else text
