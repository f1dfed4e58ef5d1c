"""What of a file could not be read, as the reader left it; and lines that no editor shows whole."""

from collections.abc import Iterator

import msgspec

from lint.model.facts import Facts
from lint.model.finding import Hit
from lint.model.post import Post
from lint.model.text import Span

WORDS = ("problem", "levels", "length")
LONG_LINE = "input-long-line"


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """fault: the id by which the reader tells it. longest: for `input-long-line`, the characters a line may have."""

    fault: str
    longest: int = 0


def check(post: Post, facts: Facts, options: Options) -> Iterator[Hit]:
    """Yield the faults of this id; a line that is too long is told once for a file, where the first begins."""
    if options.fault == LONG_LINE:
        if facts.part == 0 and options.longest:
            yield from _long_line(post.source.text, options.longest)
        return
    for fault in facts.faults:
        if fault.rule == options.fault:
            yield Hit(fault.span, fault.words)


def _long_line(text: str, longest: int) -> Iterator[Hit]:
    start = 0
    while len(text) - start > longest:
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if end - start > longest:
            yield Hit(Span(start, start), {"length": f"{end - start:,}"})
            return
        start = end + 1
