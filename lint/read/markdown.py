"""Markdown (CommonMark with GFM tables, footnotes and strike-through) to one post, by way of pyromark's byte ranges."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import PurePosixPath
from typing import Any

import pyromark

from lint.model.post import Block, Comment, Definition, Fault, Inline, Post, Role
from lint.model.text import MASK, Source, Span, Weaver
from lint.read import dates, front, html

OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
)
# What template engines and kramdown replace before a Markdown renderer sees the text: never prose.
TEMPLATE = re.compile(
    r"\{%-?\s*(?P<tag>highlight|raw|comment|math|mermaid|codeblock)\b.*?\{%-?\s*end(?P=tag)\s*-?%\}"
    r"|\{%.*?%\}|\{\{.*?\}\}|\{#.{0,300}?#\}|\{::comment\}.*?\{:/(?:comment)?\}|\{:{1,2}/?[^{}\n]*\}"
    r"|\$\$.{0,20000}?\$\$|^(?:import|export)\s+[^\n]*\bfrom\s+['\"][^\n]*$|%%.{0,2000}?%%",
    re.DOTALL | re.MULTILINE,
)
FENCE = re.compile(r"[ >]*(?:[-*+]|\d+[.)])?[ \t]*(`{3,}|~{3,})")
DEEP = 100


class _Offsets:
    """Turns pyromark's UTF-8 byte offsets into code points of the file."""

    def __init__(self, text: str, base: int) -> None:
        self.base = base
        wide = [(match.start(), len(match[0].encode()) - 1) for match in re.finditer(r"[^\x00-\x7f]", text)]
        extra = list(accumulate((more for _, more in wide), initial=0))
        self._extra = extra
        self._bytes = [at + before for (at, _), before in zip(wide, extra, strict=False)]

    def __call__(self, offset: int) -> int:
        if not self._bytes:
            return offset + self.base
        return offset - self._extra[bisect_right(self._bytes, offset - 1)] + self.base


@dataclass
class _Reader:
    """The state of one pass over the events of one file."""

    text: str
    at: Callable[[int], int]
    blocks: list[Block] = field(default_factory=list)
    definitions: list[Definition] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    weaver: Weaver | None = None
    role: Role = "paragraph"
    level: int = 0
    span: Span = field(default_factory=lambda: Span(0, 0))
    inlines: list[Inline] = field(default_factory=list)
    open: list[tuple[str, int, dict[str, Any], Span]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    lists: list[int] = field(default_factory=list)
    groups: int = 0
    items: list[Span] = field(default_factory=list)
    quoted: int = 0
    code: tuple[Weaver, Span, str] | None = None
    raw: list[Span] = field(default_factory=list)
    deepest: int = 0

    def begin(self, role: Role, span: Span, level: int = 0) -> None:
        """Start a block of prose."""
        self.flush()
        self.weaver, self.role, self.level, self.span, self.inlines = Weaver(), role, level, span, []

    def flush(self) -> None:
        """End the block of prose that is open, if one is."""
        if self.weaver is not None:
            prose = self.weaver.prose()
            if prose.text.strip() or self.inlines or self.role == "heading":
                self.blocks.append(
                    Block(
                        self.role,
                        prose,
                        self.span,
                        level=self.level,
                        note=self.notes[-1] if self.notes else "",
                        group=self.lists[0] if self.lists else 0,
                        quoted=self.quoted,
                        inlines=tuple(self.inlines),
                    )
                )
        self.weaver = None

    def words(self) -> Weaver:
        """Return the open weaver; text that stands directly in a tight list item opens its own block."""
        if self.weaver is None:
            if self.items:
                self.begin("item", self.items[-1], len(self.lists))
            else:
                self.begin("paragraph", Span(0, 0))
        assert self.weaver is not None  # noqa: S101  begin() has just set it
        return self.weaver

    def text_piece(self, text: str, span: Span) -> None:
        """Add the words of one text event."""
        if self.text.startswith(text, span.start) and span.end - span.start == len(text):
            start = span.start
            for hole in TEMPLATE.finditer(text) if "{" in text else ():
                self.words().literal(text[start - span.start : hole.start()], start)
                self.words().stand_in(MASK, span.start + hole.start(), span.start + hole.end())
                start = span.start + hole.end()
            self.words().literal(text[start - span.start :], start)
        else:
            self.words().stand_in(text, span.start, span.end)

    def inline(self, kind: str, start: int, span: Span, target: str = "", attrs: dict[str, str] | None = None) -> None:
        """Remember what stands in the prose from `start` to here."""
        self.inlines.append(Inline(kind, start, self.words().length, span, target, attrs or {}))

    def event(self, event: Any, span: Span) -> None:
        """Take one event of the parser."""
        if isinstance(event, str):
            self.plain_event(event, span)
            return
        (name, value), *_ = event.items()
        if name == "Text":
            if self.code is not None:
                self.code[0].literal(value, span.start) if self.text.startswith(value, span.start) else self.code[
                    0
                ].stand_in(value, span.start, span.end)
            else:
                self.text_piece(value, span)
        elif name == "Start":
            kind, detail = next(iter(value.items())) if isinstance(value, dict) else (value, {})
            self.start(kind, detail, span)
        elif name == "End":
            self.end(value if isinstance(value, str) else next(iter(value)), span)
        elif name == "Code":
            start = self.words().length
            self.words().stand_in(MASK, span.start, span.end)
            self.inline("code", start, span, value)
        elif name == "FootnoteReference":
            self.words()
            self.inline("reference", self.words().length, span, value)
        elif name == "InlineHtml":
            self.inline_html(value, span)
        elif name == "Html":
            self.raw.append(span)
        elif name in ("InlineMath", "DisplayMath"):
            start = self.words().length
            self.words().stand_in(MASK, span.start, span.end)
            self.inline("math", start, span, value)

    def plain_event(self, event: str, span: Span) -> None:
        """Take an event without a value."""
        if event in ("SoftBreak", "HardBreak"):
            self.words().stand_in("\n", span.start, span.end)
        elif event == "Rule":
            self.flush()

    def start(self, kind: str, detail: Any, span: Span) -> None:
        """Take the start of an element."""
        if kind == "Paragraph":
            self.begin("item" if self.items else "paragraph", span, len(self.lists))
        elif kind == "Heading":
            self.begin("heading", span, int(detail["level"][1:]))
        elif kind == "BlockQuote":
            self.flush()
            self.quoted += 1
        elif kind == "List":
            self.flush()
            if not self.lists:
                self.groups += 1
            self.lists.append(self.groups)
        elif kind == "Item":
            self.flush()
            self.items.append(span)
        elif kind == "FootnoteDefinition":
            self.flush()
            label = str(detail)
            self.notes.append(label)
            self.definitions.append(Definition(label, span, Span(span.start, self._colon(span))))
        elif kind == "Table":
            self.flush()
            self.groups += 1
            self.lists.append(self.groups)
        elif kind == "TableCell":
            self.begin("cell", span)
        elif kind == "CodeBlock":
            self.flush()
            self.code = (Weaver(), span, "" if detail == "Indented" else str(detail.get("Fenced", "")))
        elif kind in ("Link", "Image"):
            self.open.append((kind.lower(), self.words().length, detail, span))
        elif kind in ("Emphasis", "Strong", "Strikethrough"):
            self.open.append((kind.lower(), self.words().length, {}, span))
        elif kind == "HtmlBlock":
            self.flush()
            self.raw = []
        depth = self.quoted + len(self.lists)
        if depth > DEEP >= self.deepest:
            self.faults.append(Fault("input-deep-nesting", Span(span.start, span.start), {"levels": str(DEEP)}))
        self.deepest = max(self.deepest, depth)

    def end(self, kind: str, span: Span) -> None:
        """Take the end of an element."""
        if kind in ("Paragraph", "Heading", "TableCell"):
            self.flush()
        elif kind == "BlockQuote":
            self.flush()
            self.quoted -= 1
        elif kind in ("List", "Table"):
            self.flush()
            self.lists.pop()
        elif kind == "Item":
            self.flush()
            self.items.pop()
        elif kind == "FootnoteDefinition":
            self.flush()
            self.notes.pop()
        elif kind == "CodeBlock":
            self.code_block(span)
        elif kind in ("Link", "Image", "Emphasis", "Strong", "Strikethrough"):
            name, start, detail, begun = self.open.pop()
            self.inline("strike" if name == "strikethrough" else name, start, begun, str(detail.get("dest_url", "")))
        elif kind == "HtmlBlock":
            self.html_block()

    def code_block(self, span: Span) -> None:
        """End a code block; a fence that nothing closes is a fault."""
        assert self.code is not None  # noqa: S101  an end follows its start
        weaver, begun, info = self.code
        self.code = None
        self.blocks.append(Block("code", weaver.prose(), begun, attrs={"info": info} if info else {}))
        fence = FENCE.match(self.text, begun.start)
        if fence and begun.end >= len(self.text.rstrip()):
            last = self.text[begun.start : begun.end].rstrip().rpartition("\n")[2].strip(" \t>")
            if (
                len(last) < len(fence[1])
                or set(last) != {fence[1][0]}
                or "\n" not in self.text[begun.start : begun.end]
            ):
                self.faults.append(Fault("input-unterminated-code-fence", Span(fence.start(1), fence.end(1))))

    def inline_html(self, text: str, span: Span) -> None:
        """Take one tag or comment inside prose."""
        if text.startswith("<!--"):
            self.comments.append(Comment(text[4:].removesuffix("-->").strip(), span))
            return
        tag = html.tag(text)
        if tag is None:
            return
        name, attrs, closing = tag
        if name == "br":
            self.words().stand_in("\n", span.start, span.end)
        elif closing:
            for index in range(len(self.open) - 1, -1, -1):
                kind, start, detail, begun = self.open[index]
                if kind == f"<{name}":
                    del self.open[index]
                    whole = Span(begun.start, span.end)
                    self.inline(html.INLINES.get(name, name), start, whole, detail.get("href", ""), detail)
                    break
        elif name in html.VOID:
            self.inline("image" if name == "img" else name, self.words().length, span, attrs.get("src", ""), attrs)
        else:
            if attrs.get("id") or (name == "a" and attrs.get("name")):
                self.inline("anchor", self.words().length, span, attrs.get("id") or attrs["name"], attrs)
            self.open.append((f"<{name}", self.words().length, dict(attrs), span))

    def html_block(self) -> None:
        """Take a block of raw HTML: its comments, and whatever prose the HTML reader finds in it."""
        if not self.raw:
            return
        start, end = self.raw[0].start, self.raw[-1].end
        fragment = html.fragment(self.text, start, end, self.groups)
        self.groups = max([self.groups, *(block.group for block in fragment.blocks)])
        self.comments.extend(fragment.comments)
        self.faults.extend(fragment.faults)
        for block in fragment.blocks:
            self.blocks.append(block)

    def _colon(self, span: Span) -> int:
        colon = self.text.find("]:", span.start, span.end)
        return colon + 2 if colon >= 0 else span.start


def parse(text: str, begin: int, end: int) -> _Reader:
    """Read Markdown that stands at `begin:end` of a file; every span is one of the whole file."""
    body = (
        TEMPLATE.sub(_blank, text[begin:end])
        if re.search(r"[{$%]|^import |^export ", text[begin:end])
        else text[begin:end]
    )
    at = _Offsets(body, begin)
    reader = _Reader(text[:begin] + body + text[end:] if body != text[begin:end] else text, at)
    for event, found in pyromark.events_with_range(body, options=OPTIONS):
        reader.event(event, Span(at(found["start"]), at(found["end"])))
    reader.flush()
    return reader


def _blank(match: re.Match[str]) -> str:
    """Blank out a template tag that spans lines or holds code, keeping every line end and every offset."""
    text = match[0]
    if "\n" not in text and not text.startswith("$$"):
        return text
    return re.sub(r"[^\r\n]", " ", text)


def read(source: Source) -> Iterator[Post]:
    """Yield the one post of a Markdown file."""
    matter = front.read(source.text)
    reader = parse(source.text, matter.end, len(source.text))
    blocks = reader.blocks
    title, title_at = matter.title, matter.title_at
    if not title:
        first = next((block for block in blocks if block.role == "heading" and block.level <= 2), None)
        if first is not None and not any(block.role == "paragraph" for block in blocks[: blocks.index(first)][3:]):
            title, title_at = first.prose.flat.strip(), first.span
    yield Post(
        source,
        "markdown",
        Span(0, len(source.text)),
        title=title,
        title_at=title_at,
        date=matter.date or dates.in_path(source.path) or dates.byline(blocks),
        url=matter.url,
        draft=matter.draft or "_drafts" in PurePosixPath(source.path).parts,
        meta=matter.data,
        body=matter.end,
        blocks=tuple(matter.blocks) + tuple(blocks),
        definitions=tuple(reader.definitions),
        comments=tuple(reader.comments),
        faults=(*matter.faults, *reader.faults),
    )
