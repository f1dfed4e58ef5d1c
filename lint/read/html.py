"""HTML to posts, and raw HTML inside other formats to blocks, with exact positions."""

import re

import msgspec

from lint.model.post import Block, Comment, Fault
from lint.model.text import Span

VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
INLINES = {
    "a": "link", "b": "strong", "strong": "strong", "i": "emphasis", "em": "emphasis", "code": "code", "kbd": "code",
    "samp": "code", "tt": "code", "sup": "superscript", "q": "quotation", "s": "strike", "del": "strike",
}  # fmt: skip
TAG = re.compile(r"<(/?)([A-Za-z][^\s/>]*)([^>]*?)/?>", re.DOTALL)
ATTRIBUTE = re.compile(r"""([^\s=/"'>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)


class Fragment(msgspec.Struct, frozen=True):
    """What a stretch of HTML holds."""

    blocks: tuple[Block, ...] = ()
    comments: tuple[Comment, ...] = ()
    faults: tuple[Fault, ...] = ()


def tag(text: str) -> tuple[str, dict[str, str], bool] | None:
    """Return the name, the attributes and whether it closes, of one tag; None where it is none."""
    match = TAG.fullmatch(text)
    if match is None:
        return None
    attrs = {key.lower(): a or b or c or "" for key, a, b, c in ATTRIBUTE.findall(match[3])}
    return match[2].lower(), attrs, bool(match[1])


def fragment(text: str, start: int, end: int, group: int = 0) -> Fragment:
    """Read the HTML that stands at `start:end` of a file; groups of blocks are numbered from `group` + 1."""
    comments = tuple(Comment(match[1].strip(), Span(*match.span())) for match in COMMENT.finditer(text, start, end))
    return Fragment(comments=comments)
