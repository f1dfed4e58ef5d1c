"""Two ways to write one thing, of which a post may use either but not both (Vale's `consistency`)."""

from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from lint.check import _patterns, _scope, _sieve
from lint.model.errors import OptionError
from lint.model.facts import Facts
from lint.model.finding import Hit, Related, Suggestion
from lint.model.post import Post
from lint.model.text import Span

WORDS = ("found", "other", "times", "other_times")


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What excludes what.

    either  pairs of words or regular expressions: a post that has both is reported where it uses the rarer one (the
            later one, where both are as frequent)
    The rest as for the kind `existence`.
    """

    either: dict[str, str] = {}
    ignorecase: bool = False
    nonword: bool = False
    scope: str | tuple[str, ...] = ("text",)
    quotations: bool = True


class _Use(NamedTuple):
    text: str
    span: Span


def validate(options: Options) -> None:
    """Raise OptionError where an option cannot be what was meant."""
    if not options.either:
        raise OptionError("nothing to compare; expected `either: {one: other}`")
    for one, other in options.either.items():
        for pattern in (one, other):
            _patterns.one(pattern, "either", one, ignorecase=options.ignorecase)
    _scope.validate(options.scope)


def check(post: Post, facts: Facts, options: Options) -> Iterator[Hit]:
    """Yield each use of the rarer of two forms."""
    passages = _scope.passages(post, options.scope, options.quotations)
    for pair in options.either.items():
        used: tuple[list[_Use], list[_Use]] = ([], [])
        wanted = [form if options.nonword else _patterns.whole(form) for form in pair]
        for passage, found in _sieve.matches(wanted, passages, options.ignorecase):
            for number, match in found:
                used[number].append(_Use(match[0], passage.home(*match.span())))
        if used[0] and used[1]:
            rare, common = sorted(used, key=_weight)
            yield from _conflicts(rare, common, post, facts)


def _weight(uses: list[_Use]) -> tuple[int, int]:
    """Sorts the form that yields before the form that stays."""
    return len(uses), -uses[0].span.start


def _conflicts(rare: list[_Use], common: list[_Use], post: Post, facts: Facts) -> Iterator[Hit]:
    first = common[0]
    note = Related(facts.path, post.source.place(first.span), facts.title, "conflict", "written so here")
    forms = {use.text.casefold() for use in common}
    for use in rare:
        words = {
            "found": use.text,
            "other": first.text,
            "times": str(len(rare)),
            "other_times": str(len(common)),
        }
        text = first.text
        if use.text[:1].isupper() and text[:1].islower():
            text = text[:1].upper() + text[1:]
        yield Hit(use.span, words, (Suggestion(text),) if len(forms) == 1 else (), (note,))
