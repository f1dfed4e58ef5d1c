"""A post as the readers give it: blocks of prose, what stands inside them, and what the file says about itself."""

import datetime as dt
from typing import Literal

import msgspec

from lint.model.text import Prose, Source, Span

Role = Literal["title", "heading", "paragraph", "item", "cell", "caption", "alt", "code"]


class Inline(msgspec.Struct, frozen=True, gc=False):
    """Something inside a block, at `start:end` of its prose (empty where it shows no words).

    kind    link, image, code, math, strong, emphasis, strike, reference (a footnote reference that the format itself
            resolved), superscript, quotation, anchor (an HTML element with an id or name, besides what else it is), or
            the name of any other HTML element
    span    the whole of it in the file, markup included
    target  address of a link or image, label of a reference, id of an anchor; text of a code span
    attrs   the HTML attributes, where there are any
    """

    kind: str
    start: int
    end: int
    span: Span
    target: str = ""
    attrs: dict[str, str] = {}


class Holder(msgspec.Struct, frozen=True, gc=False):
    """An HTML element with attributes that encloses whole blocks: a note's list item, a section of notes, a card."""

    name: str
    attrs: dict[str, str]
    span: Span


class Block(msgspec.Struct, frozen=True, gc=False):
    """A paragraph or the like.

    span    the whole block in the file
    level   of a heading (1-6), depth of a list item; else 0
    note    label of the footnote definition that the block is part of, or ""
    group   number of the list, table or container the block belongs to, 0 outside; items of one list share it
    quoted  depth of block quotation
    attrs   of its HTML element, and of enclosing ones that begin with it; `marker` of a list item in plain text, and of
            one with a number in Markdown; `info` of a code block
    holders the HTML elements with attributes that enclose it, outermost first
    """

    role: Role
    prose: Prose
    span: Span
    level: int = 0
    note: str = ""
    group: int = 0
    quoted: int = 0
    inlines: tuple[Inline, ...] = ()
    attrs: dict[str, str] = {}
    holders: tuple[Holder, ...] = ()


class Comment(msgspec.Struct, frozen=True, gc=False):
    """The text inside a comment, and the span of the whole comment."""

    text: str
    span: Span


class Definition(msgspec.Struct, frozen=True, gc=False):
    """A footnote as its format defines it: `span` is the whole note, `mark` the label as written (`[^1]:`)."""

    label: str
    span: Span
    mark: Span


class Fault(msgspec.Struct, frozen=True, gc=False):
    """Something that could not be read. `rule` is the id of the input rule that tells it; `words` fill its message."""

    rule: str
    span: Span
    words: dict[str, str] = {}


class Post(msgspec.Struct, frozen=True, gc=False):
    """One article of one file.

    shape      markdown, html, plain, dump, listing, transcript, feed …: what the structure was read from
    span       the part of the file that is this post, its heading included
    title_at   where the title stands in the file, if it does
    url        the address the file gives it, or ""
    body       start of the body in the file
    beside     blocks of the article's own asides and lists of related posts, which are no part of its text
    """

    source: Source
    shape: str
    span: Span
    title: str = ""
    title_at: Span | None = None
    date: dt.date | None = None
    url: str = ""
    draft: bool = False
    meta: dict[str, object] = {}
    body: int = 0
    blocks: tuple[Block, ...] = ()
    beside: tuple[Block, ...] = ()
    definitions: tuple[Definition, ...] = ()
    comments: tuple[Comment, ...] = ()
    faults: tuple[Fault, ...] = ()
