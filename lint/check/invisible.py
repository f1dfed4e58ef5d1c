"""Characters that nobody sees and that do harm: they break search, links, copied code and the direction of text."""

import unicodedata
from collections.abc import Iterator

import msgspec

from lint import patterns as re
from lint.model.facts import Facts
from lint.model.finding import Hit, Suggestion
from lint.model.post import Block, Inline, Post
from lint.model.text import Span

ZERO = "\u200b\u200c\u200d\u2060\u180e"
JOINER = "\u200d"
MARKS = "\u200e\u200f\u061c"
TURNS = "\u202a-\u202e\u2066-\u2069"
CONTROLS = "\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f"
HYPHENATED = re.compile(r"[^\W\d_]\xad[^\W\d_]")
HIDDEN = re.compile(f"[{ZERO}{MARKS}{TURNS}{CONTROLS}\xad\ufeff]+")
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
# Letters of scripts that are written without joiners and with blanks between words.
PLAIN = re.compile("[0-9A-Za-z\u00c0-\u058f]")
LIGHT = True


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """This kind has no options."""


def check(post: Post, facts: Facts, options: Options) -> Iterator[Hit]:
    """Yield hidden characters inside words, addresses and code, direction switches in text that has one direction only,
    byte order marks and control characters anywhere."""
    text = post.source.text
    if not HIDDEN.search(text, post.span.start, post.span.end):
        return
    hyphenated = any(block.role != "code" and HYPHENATED.search(block.prose.text) for block in post.blocks)
    for block in post.blocks:
        prose = block.prose
        for start, end in _harmful(block):
            yield _hit(prose.text[start:end], prose.home(start, end), prose.literal(start, end))
        for inline in block.inlines:
            if HIDDEN.search(inline.target) and len(inline.target) > 1:
                yield from _in_address(text, inline, hyphenated and inline.kind == "code")


def _hit(hidden: str, span: Span, literal: bool) -> Hit:
    name = unicodedata.name(hidden[0], "control character").lower()
    return Hit(span, {"name": name, "code": f"U+{ord(hidden[0]):04X}"}, (Suggestion("", literal and hidden != "\xad"),))


def _in_address(text: str, inline: Inline, hyphenated: bool) -> Iterator[Hit]:
    """Yield what is hidden in the address of a link or image, or in a code span; a joiner of emoji is not hidden, nor
    is a soft hyphen in a code span of a post that is `hyphenated` in its words too."""
    base = text.rfind(inline.target, inline.span.start, inline.span.end)
    for match in HIDDEN.finditer(inline.target) if base >= 0 else ():
        around = inline.target[max(0, match.start() - 1) : match.end() + 1]
        if hyphenated and match.group() == "\xad":
            continue
        if match.group() != JOINER or around.strip(JOINER).isascii():
            yield _hit(match.group(), Span(base + match.start(), base + match.end()), True)


def _harmful(block: Block) -> Iterator[tuple[int, int]]:
    text = block.prose.text
    for match in HIDDEN.finditer(text):
        start, end = match.span()
        before, after, char = text[start - 1 : start], text[end : end + 1], match.group()[0]
        inside = PLAIN.match(before) and PLAIN.match(after)
        if block.role == "code" or char == "\ufeff":
            harmful = True
        elif unicodedata.category(char) == "Cc":
            harmful = before.isascii() or before.isspace()  # else: the rest of a damaged character
        elif char == "\xad":
            harmful = not inside
        elif char in ZERO + MARKS:
            harmful = bool(inside)
        else:
            harmful = not RIGHT_TO_LEFT.search(text)
        if harmful:
            yield start, end
