"""Sentences of more words than a reader keeps in mind."""

from collections.abc import Iterator

import msgspec

from lint.check import _scope, _textstat
from lint.model.errors import OptionError
from lint.model.facts import Facts
from lint.model.finding import Hit
from lint.model.post import Post
from lint.model.text import MASK

WORDS = ("words", "max")


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is long.

    max    the most words of one sentence
    scope  the parts of a post that are looked at; `sentence` is all running text
    """

    max: int = 40
    scope: str | tuple[str, ...] = ("sentence",)
    language: str = "en"


def validate(options: Options) -> None:
    """Raise OptionError where an option cannot be what was meant."""
    if options.max < 1:
        raise OptionError("expected a number from 1", "max")
    _scope.validate(options.scope)


def check(post: Post, facts: Facts, options: Options) -> Iterator[Hit]:
    """Yield every sentence that is too long. A formula or a piece of code counts as one word."""
    statistics = _textstat.counter(options.language) or _textstat.counter("en")
    for passage in _scope.passages(post, options.scope):
        if passage.text.count(" ") >= options.max:
            words = statistics.lexicon_count(passage.text.replace(MASK, "x"))
            if words > options.max:
                yield Hit(passage.home(0, len(passage.text)), {"words": str(words), "max": str(options.max)})
