"""Markdown to blocks, by way of pyromark's events and their byte ranges."""

import re
from collections.abc import Sequence
from typing import Any

import pyromark
from msgspec.structs import replace

from lint.model.post import Block, Comment, Definition, Fault, Inline, Role
from lint.model.text import MASK, Prose, Span, Weaver
from lint.read.browser import Reading
from lint.read.elements import Held, settled
from lint.read.holes import SHOWN, SILENT
from lint.read.offsets import points
from lint.read.spans import KINDS, Line

OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
)
FENCE = re.compile(r"[ >]{0,200}(?:[-*+]|\d{1,9}[.)])?[ \t]{0,20}(`{3,}+|~{3,}+)")
DEEP = 100
NOTHING = f"{MASK} \n\t"


class Markdown:
    """One pass over the Markdown that stands at `begin:end` of a file; every span is one of the whole file.

    `source` is the file, `text` the same with its holes filled.
    """

    def __init__(self, source: str, text: str, begin: int, end: int) -> None:
        self.text = text
        self._source = source
        self.comments: list[Comment] = []
        self.definitions: list[Definition] = []
        self.faults: list[Fault] = []
        body = text[begin:end] if begin or end < len(text) else text
        self._at = points(body, begin)
        self._blocks: list[Block | Held] = []
        self._line: Line | None = None
        self._role: Role = "paragraph"
        self._level = 0
        self._span = Span(begin, begin)
        self._attrs: dict[str, str] = {}
        self._notes: list[str] = []
        self._lists: list[int] = []
        self._items: list[Span] = []
        self._groups = self._quoted = self._deepest = 0
        self._code: tuple[Weaver, Span, str | None] | None = None
        self._raw: list[tuple[int, int]] = []
        self._html: Reading | None = None
        self._run(body)
        self._flush()

    def blocks(self) -> list[Block]:
        """Return the blocks, in the order of the file."""
        if self._html is None:
            return [block for block in self._blocks if isinstance(block, Block)]
        self._html.finish(len(self.text))
        self.comments.extend(self._html.comments)
        self.faults.extend(self._html.faults)
        return [block if isinstance(block, Block) else settled(block) for block in self._blocks]

    def _run(self, body: str) -> None:
        """Take the events; the frequent ones are handled here."""
        at, text = self._at, self.text
        holed = SHOWN in body or SILENT in body
        events: Any = pyromark.events_with_range(body, options=OPTIONS)
        for event, found in events:
            if event.__class__ is str:
                if event == "Rule":
                    self._flush()
                elif (line := self._line) is not None and not line.mute and line.weaver.length:
                    start = at(found["start"])
                    line.weaver.stand_in("\n", start, start + found["end"] - found["start"])
                continue
            [(name, value)] = event.items()
            if name == "Text":
                start = at(found["start"])
                if self._code is not None:
                    self._code_text(value, start, found)
                    continue
                line = self._line or self._words(start)
                if line.mute:
                    continue
                if not text.startswith(value, start) or (value == "&" and found["end"] > found["start"] + 1):
                    line.weaver.stand_in(value, start, at(found["end"]))
                elif holed and (SHOWN in value or SILENT in value):
                    line.holed(value, start)
                else:
                    line.weaver.literal(value, start)
                    if "<" in value and (place := text.find("<!--", start, start + len(value) + 3)) >= 0:
                        self.faults.append(Fault("input-unterminated-comment", Span(place, place + 4)))
            elif name == "Start":
                if value.__class__ is str:
                    self._start(value, {}, found)
                else:
                    [(kind, detail)] = value.items()
                    self._start(kind, detail, found)
            elif name == "End":
                self._end(value if value.__class__ is str else next(iter(value)), found)
            else:
                self._piece(name, value, Span(at(found["start"]), at(found["end"])))

    def _piece(self, name: str, value: Any, span: Span) -> None:
        """Take an event that is one piece of a line, or a line of raw HTML."""
        if name == "Html":
            self._raw.append((span.start, span.end))
        elif name == "Code":
            self._words(span.start).code(value, span)
        elif name == "FootnoteReference":
            self._words(span.start).reference(value, span)
        elif name == "InlineHtml":
            if value.startswith("<!--"):
                self.comments.append(Comment(value[4:].removesuffix("-->").strip(), span))
            else:
                self._words(span.start).tag(value, span)

    def _begin(self, role: Role, found: dict[str, int], level: int = 0) -> None:
        """Start a block of prose."""
        if self._line is not None:
            self._flush()
        self._line, self._role, self._level = Line(self.text), role, level
        self._span = Span(self._at(found["start"]), self._at(found["end"]))

    def _words(self, begin: int) -> Line:
        """Return the block that is open; text that stands directly in a tight list item opens its own."""
        if self._line is None:
            self._line, self._level = Line(self.text), len(self._lists)
            self._role = "item" if self._items else "paragraph"
            self._span = self._items[-1] if self._items else Span(begin, begin)
        return self._line

    def _flush(self) -> None:
        """End the block of prose that is open, if one is."""
        if self._line is None:
            return
        prose, inlines = self._line.prose()
        attrs, self._line, self._attrs = self._attrs, None, {}
        if not (prose.text.strip(NOTHING) or inlines or self._role == "heading"):
            return
        if self._role == "paragraph" and _pictured(prose, inlines):
            self._role = "alt"
        note = self._notes[-1] if self._notes else ""
        group = self._lists[0] if self._lists else 0
        self._add(Block(self._role, prose, self._span, self._level, note, group, self._quoted, inlines, attrs))

    def _add(self, block: Block) -> None:
        """Keep a block, and in which elements of HTML it stands."""
        if self._html is not None:
            self._html.end_paragraph(block.span.start)
            element = self._html.block
            if element.parent is not None:
                attrs = {**element.claim(), **block.attrs}
                self._blocks.append(Held(element, replace(block, attrs=attrs)))
                return
        self._blocks.append(block)

    def _start(self, kind: str, detail: Any, found: dict[str, int]) -> None:
        """Take the start of an element."""
        if kind == "Paragraph":
            self._begin("item" if self._items else "paragraph", found, len(self._lists))
        elif kind in KINDS:
            begin = self._at(found["start"])
            self._words(begin).open(kind, detail.get("dest_url", ""), begin)
        elif kind == "Heading":
            self._begin("heading", found, int(detail["level"][1:]))
            self._attrs = _heading_attributes(detail)
        elif kind == "Item":
            self._flush()
            self._items.append(Span(self._at(found["start"]), self._at(found["end"])))
        elif kind == "TableCell":
            self._begin("cell", found)
        elif kind == "CodeBlock":
            self._flush()
            info = None if detail == "Indented" else str(detail.get("Fenced", ""))
            self._code = (Weaver(), Span(self._at(found["start"]), self._at(found["end"])), info)
        else:
            self._container(kind, detail, found)

    def _container(self, kind: str, detail: Any, found: dict[str, int]) -> None:
        """Take the start of what holds blocks."""
        self._flush()
        if kind == "BlockQuote":
            self._quoted += 1
        elif kind in ("List", "Table"):
            if kind == "Table" or not self._lists:
                self._groups += 1
            self._lists.append(self._groups)
        elif kind == "FootnoteDefinition":
            span = Span(self._at(found["start"]), self._at(found["end"]))
            colon = self.text.find("]:", span.start, span.end)
            self._notes.append(str(detail))
            mark = Span(span.start, colon + 2 if colon >= 0 else span.start)
            self.definitions.append(Definition(str(detail), span, mark))
        elif kind == "HtmlBlock":
            self._raw = []
        depth = self._quoted + len(self._lists)
        if depth > DEEP >= self._deepest:
            place = self._at(found["start"])
            self.faults.append(Fault("input-deep-nesting", Span(place, place), {"levels": str(DEEP)}))
        self._deepest = max(self._deepest, depth)

    def _end(self, kind: str, found: dict[str, int]) -> None:
        """Take the end of an element."""
        if kind in ("Paragraph", "Heading", "TableCell"):
            self._flush()
        elif kind in KINDS:
            end = self._at(found["end"])
            self._words(end).close(kind, end)
        elif kind == "Item":
            self._flush()
            self._items.pop()
        elif kind in ("List", "Table"):
            self._flush()
            self._lists.pop()
        elif kind == "BlockQuote":
            self._flush()
            self._quoted -= 1
        elif kind == "FootnoteDefinition":
            self._flush()
            self._notes.pop()
        elif kind == "CodeBlock":
            self._end_code()
        elif kind == "HtmlBlock":
            self._end_html()

    def _code_text(self, value: str, start: int, found: dict[str, int]) -> None:
        """Add text of a code block, as the file has it: what looks like a hole is code there."""
        if self._code is None:
            return
        if self.text.startswith(value, start):
            self._code[0].literal(self._source[start : start + len(value)], start)
        else:
            self._code[0].stand_in(value, start, self._at(found["end"]))

    def _end_code(self) -> None:
        """End a code block; a fence that nothing closes is a fault."""
        if self._code is None:
            return
        weaver, begun, info = self._code
        self._code = None
        self._add(Block("code", weaver.prose(), begun, attrs={"info": info} if info else {}))
        fence = FENCE.match(self.text, begun.start) if info is not None else None
        if fence and not self.text[begun.end :].strip():
            text = self.text[begun.start : begun.end].rstrip()
            last = text.rpartition("\n")[2].strip(" \t>\r")
            if len(last) < len(fence[1]) or set(last) != {fence[1][0]} or "\n" not in text:
                self.faults.append(Fault("input-unterminated-code-fence", Span(*fence.span(1))))

    def _end_html(self) -> None:
        """Take a block of raw HTML; its elements may stay open for the Markdown that follows."""
        if not self._raw:
            return
        if self._html is None:
            self._html = Reading(self.text, True, self._source)
        html, first = self._html, len(self._html.drafts)
        html.groups = self._groups
        for start, end in _joined(self._raw, self.text):
            html.feed(start, end)
        html.pause(self._raw[-1][1])
        self._groups = html.groups
        note = self._notes[-1] if self._notes else ""
        group = self._lists[0] if self._lists else 0
        for draft in html.drafts[first:]:
            self._blocks.append(Held(draft.element, None, draft, note, self._quoted, group))


def _pictured(prose: Prose, inlines: Sequence[Inline]) -> bool:
    """Tell whether every word of a block is the alternative text of an image."""
    text = prose.text if any(inline.kind == "image" for inline in inlines) else "a word"
    for inline in inlines:
        if inline.kind == "image":
            text = text[: inline.start] + " " * (inline.end - inline.start) + text[inline.end :]
    return not text.strip(NOTHING)


def _joined(pieces: Sequence[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """Return stretches that follow one another as one; a quotation's marks stand between those that do not."""
    found: list[tuple[int, int]] = []
    for start, end in pieces:
        if found and (found[-1][1] == start or "<!--" in text[found[-1][0] : found[-1][1]]):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _heading_attributes(detail: dict[str, Any]) -> dict[str, str]:
    """Return the attributes in braces at the end of a heading."""
    found = {name: value or "" for name, value in detail.get("attrs") or ()}
    if detail.get("id"):
        found["id"] = detail["id"]
    if detail.get("classes"):
        found["class"] = " ".join(detail["classes"])
    return found
