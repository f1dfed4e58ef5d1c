"""Markdown to blocks, by way of pyromark's events and their byte ranges."""

import re
from collections.abc import Sequence
from html import unescape
from typing import Any, NamedTuple

import pyromark
from msgspec.structs import replace

from lint.model.post import Block, Comment, Definition, Fault, Inline, Role
from lint.model.text import MASK, Span, Weaver, trimmed
from lint.read import elements, lines, tags
from lint.read.browser import Reading
from lint.read.elements import Held, settled
from lint.read.holes import HOLE, SHOWN, SILENT
from lint.read.offsets import points

OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
)
FENCE = re.compile(r"[ >]{0,200}(?:[-*+]|\d{1,9}[.)])?[ \t]{0,20}(`{3,}+|~{3,}+)")
SPANS = {"Emphasis": "emphasis", "Strong": "strong", "Strikethrough": "strike", "Link": "link", "Image": "image"}
DEEP = 100


class _Open(NamedTuple):
    """An inline element that is open: where its words begin, and the place of its own beginning in the file."""

    name: str
    start: int
    target: str
    attrs: dict[str, str]
    begin: int


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
        self._weaver: Weaver | None = None
        self._role: Role = "paragraph"
        self._level = 0
        self._span = Span(begin, begin)
        self._attrs: dict[str, str] = {}
        self._inlines: list[Inline] = []
        self._open: list[_Open] = []
        self._notes: list[str] = []
        self._lists: list[int] = []
        self._items: list[Span] = []
        self._groups = self._quoted = self._deepest = 0
        self._code: tuple[Weaver, Span, str | None] | None = None
        self._raw: list[tuple[int, int]] = []
        self._html: Reading | None = None
        self._mute = ""
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
        at, text, source = self._at, self.text, self._source
        holed = SHOWN in body or SILENT in body
        events: Any = pyromark.events_with_range(body, options=OPTIONS)
        for event, found in events:
            if event.__class__ is str:
                if event == "Rule":
                    self._flush()
                elif not self._mute and self._words().length:
                    start = at(found["start"])
                    self._words().stand_in("\n", start, start + found["end"] - found["start"])
                continue
            [(name, value)] = event.items()
            if name == "Text":
                start = at(found["start"])
                if self._code is not None:
                    if text.startswith(value, start):
                        self._code[0].literal(source[start : start + len(value)], start)
                    else:
                        self._code[0].stand_in(value, start, at(found["end"]))
                elif self._mute:
                    continue
                elif text.startswith(value, start) and (value != "&" or found["end"] == found["start"] + 1):
                    if holed and (SHOWN in value or SILENT in value):
                        self._holed(value, start)
                    else:
                        (self._weaver or self._words()).literal(value, start)
                    if "<" in value and (place := text.find("<!--", start, start + len(value) + 3)) >= 0:
                        self.faults.append(Fault("input-unterminated-comment", Span(place, place + 4)))
                else:
                    (self._weaver or self._words()).stand_in(value, start, at(found["end"]))
            elif name == "Start":
                if value.__class__ is str:
                    self._start(value, {}, found)
                else:
                    [(kind, detail)] = value.items()
                    self._start(kind, detail, found)
            elif name == "End":
                self._end(value if value.__class__ is str else next(iter(value)), found)
            elif name == "Html":
                self._raw.append((at(found["start"]), at(found["end"])))
            else:
                self._piece(name, value, Span(at(found["start"]), at(found["end"])))

    def _begin(self, role: Role, found: dict[str, int], level: int = 0) -> None:
        """Start a block of prose."""
        if self._weaver is not None:
            self._flush()
        self._weaver, self._role, self._level = Weaver(), role, level
        self._span = Span(self._at(found["start"]), self._at(found["end"]))

    def _flush(self) -> None:
        """End the block of prose that is open, if one is."""
        weaver = self._weaver
        if weaver is None:
            return
        prose = weaver.prose()
        if prose.text[-1:] in (" ", "\n"):
            prose = trimmed(prose)
            size = len(prose.text)
            self._inlines = [replace(one, start=min(one.start, size), end=min(one.end, size)) for one in self._inlines]
        if "://" in prose.text or "www." in prose.text:
            taken = [(one.start, one.end) for one in self._inlines if one.kind in ("link", "image")]
            self._inlines += [
                link for link in lines.links(prose) if not any(a < link.end and link.start < b for a, b in taken)
            ]
        if prose.text.strip(_NOTHING) or self._inlines or self._role == "heading":
            self._add(
                Block(
                    self._role,
                    prose,
                    self._span,
                    self._level,
                    self._notes[-1] if self._notes else "",
                    self._lists[0] if self._lists else 0,
                    self._quoted,
                    tuple(self._inlines),
                    self._attrs,
                )
            )
        self._weaver, self._inlines, self._attrs, self._mute = None, [], {}, ""
        if self._open:
            self._open = []

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

    def _words(self) -> Weaver:
        """Return the open weaver; text that stands directly in a tight list item opens its own block."""
        if self._weaver is None:
            self._weaver, self._level = Weaver(), len(self._lists)
            self._role = "item" if self._items else "paragraph"
            self._span = self._items[-1] if self._items else Span(0, 0)
        return self._weaver

    def _holed(self, value: str, start: int) -> None:
        """Add text that has holes."""
        weaver, at = self._words(), 0
        for hole in HOLE.finditer(value):
            weaver.literal(value[at : hole.start()], start + at)
            if hole["kind"] == MASK:
                weaver.stand_in(MASK, start + hole.start(), start + hole.end())
            at = hole.end()
        weaver.literal(value[at:], start + at)

    def _piece(self, name: str, value: Any, span: Span) -> None:
        """Take an event that is one piece of a line."""
        if self._mute and name != "InlineHtml":
            return
        words = self._words()
        start = words.length
        if name == "Code":
            words.stand_in(MASK, span.start, span.end)
            self._inlines.append(Inline("code", start, start + 1, span, value))
        elif name == "FootnoteReference":
            self._inlines.append(Inline("reference", start, start, span, value))
        elif name == "InlineHtml":
            self._inline_html(value, span)

    def _start(self, kind: str, detail: Any, found: dict[str, int]) -> None:
        """Take the start of an element."""
        if kind == "Paragraph":
            self._begin("item" if self._items else "paragraph", found, len(self._lists))
        elif kind in SPANS:
            target = detail.get("dest_url", "")
            self._open.append(_Open(kind, self._words().length, target, {}, self._at(found["start"])))
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
        elif kind in SPANS:
            self._end_span(kind, found)
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

    def _end_span(self, kind: str, found: dict[str, int]) -> None:
        """Take the end of emphasis, a link or the like; HTML that was opened inside it stays open."""
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index].name == kind:
                one = self._open.pop(index)
                span = Span(one.begin, self._at(found["end"]))
                self._inlines.append(Inline(SPANS[kind], one.start, self._words().length, span, one.target))
                return

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

    def _inline_html(self, text: str, span: Span) -> None:
        """Take one tag or comment inside prose."""
        if text.startswith("<!--"):
            self.comments.append(Comment(text[4:].removesuffix("-->").strip(), span))
            return
        tag = tags.tag(text)
        if tag is None:
            return
        name, attrs, closing = tag
        if closing:
            self._close_html(name, span)
        elif self._mute:
            return
        elif name == "br":
            self._words().stand_in("\n", span.start, span.end)
        elif name in tags.VOID:
            at = self._words().length
            kind = "image" if name == "img" else "anchor" if attrs.get("id") else name
            self._inlines.append(Inline(kind, at, at, span, attrs.get("src") or attrs.get("id", ""), attrs))
        else:
            self._open.append(_Open(f"<{name}", self._words().length, attrs.get("href", ""), attrs, span.start))
            if name in elements.MASKED or name in elements.SKIPPED:
                self._words().stand_in(MASK, span.start, span.end)
                self._mute = name

    def _close_html(self, name: str, span: Span) -> None:
        """Take a closing tag inside prose: the element it ends is an inline, and an anchor if it has an id."""
        if self._mute and name != self._mute:
            return
        for index in range(len(self._open) - 1, -1, -1):
            one = self._open[index]
            if one.name != f"<{name}":
                continue
            del self._open[index]
            whole, end = Span(one.begin, span.end), self._words().length
            target = one.target.strip()
            if self._mute:
                self._mute = ""
                self._words().stretch(span.end)
                target = unescape(re.sub(r"<[^>]*>", "", self.text[one.begin : min(span.end, one.begin + 2000)]))
            ident = one.attrs.get("id") or (one.attrs.get("name", "") if name == "a" else "")
            if ident:
                self._inlines.append(Inline("anchor", one.start, end, whole, ident, one.attrs))
            if name != "a" or "href" in one.attrs:
                kind = elements.INLINES.get(name, name)
                self._inlines.append(Inline(kind, one.start, end, whole, target, one.attrs))
            return

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


_NOTHING = f"{MASK} \n\t"


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
