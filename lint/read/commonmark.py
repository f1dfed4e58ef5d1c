"""Markdown to blocks, by way of pyromark's events and their byte ranges."""

from collections.abc import Callable, Sequence
from typing import Any

import pyromark
from msgspec.structs import replace

from lint import patterns as re
from lint.model.post import Block, Definition, Fault, Inline, Role
from lint.model.text import MASK, Prose, Span, Weaver
from lint.read.browser import Reading
from lint.read.elements import Held, settled
from lint.read.offsets import points
from lint.read.spans import NONE, Events, Line

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
UNMARKED = {"marker": ""}  # of what goes on in an item


class Markdown:
    """One pass over the Markdown that stands at `begin:end` of a file; every span is one of the whole file.

    `source` is the file, `text` the same with its holes filled.
    """

    def __init__(self, source: str, text: str, begin: int, end: int) -> None:
        self.text = text
        self._source = source
        self.definitions: list[Definition] = []
        body = text[begin:end] if begin or end < len(text) else text
        self._at = points(body, begin)
        self._line = Line(text, self._at)
        self.comments, self.faults = self._line.comments, self._line.faults
        self._blocks: list[Block | Held] = []
        self._role: Role | None = None
        self._level = 0
        self._span = Span(begin, begin)
        self._attrs = NONE
        self._notes: list[str] = []
        self._lists: list[int] = []
        self._items: list[dict[str, int]] = []
        self._numbers: list[int | None] = []  # of the last item of each list, None where it has no numbers
        self._marker = NONE  # what stands before an item, until its first words do
        self._groups = self._quoted = self._deepest = 0
        self._html: Reading | None = None
        events: Any = pyromark.events_with_range(body, options=OPTIONS)
        self._events: Events = events
        self._run()

    def blocks(self) -> list[Block]:
        """Return the blocks, in the order of the file."""
        if self._html is None:
            return [block for block in self._blocks if isinstance(block, Block)]
        self._html.finish(len(self.text))
        self.comments.extend(self._html.comments)
        self.faults.extend(self._html.faults)
        return [block if isinstance(block, Block) else settled(block) for block in self._blocks]

    def _run(self) -> None:
        """Take the events: what stands inside a line between two events of blocks is one block of prose."""
        line, events, begins, ends = self._line, self._events, BEGINS, ENDS
        found = line.take(events)
        while found is not None:
            name, kind, detail, place = found
            if name == "Start":
                if kind in begins:
                    begins[kind](self, detail, place)
            elif kind in ends:
                ends[kind](self)
            found = line.take(events)
            if line.length or line.inlines or line.open or self._role == "heading":
                self._flush()
            self._role = None

    def _place(self, found: dict[str, int]) -> Span:
        return Span(self._at(found["start"]), self._at(found["end"]))

    def _flush(self) -> None:
        """End a block of prose; one that nothing begins stands directly in a tight list item."""
        prose, inlines = self._line.ended()
        role, level, span = self._role, self._level, self._span
        if role is None:
            role, level, span = "item", len(self._lists), self._place(self._items[-1])
        if not (inlines or role == "heading" or prose.text.strip(NOTHING)):
            return
        if inlines and role == "paragraph" and _pictured(prose, inlines):
            role = "alt"
        attrs = self._attrs if role == "heading" else self._marker if role == "item" else NONE
        if role == "item":
            self._marker = UNMARKED if self._marker else NONE
        note = self._notes[-1] if self._notes else ""
        group = self._lists[0] if self._lists else 0
        self._add(Block(role, prose, span, level, note, group, self._quoted, inlines, attrs))

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

    def _begin_paragraph(self, detail: Any, found: dict[str, int]) -> None:
        self._role, self._level = "item" if self._items else "paragraph", len(self._lists)
        self._span = self._place(found)

    def _begin_heading(self, detail: Any, found: dict[str, int]) -> None:
        self._role, self._level, self._span = "heading", int(detail["level"][1:]), self._place(found)
        self._attrs = _heading_attributes(detail)

    def _begin_cell(self, detail: Any, found: dict[str, int]) -> None:
        self._role, self._level, self._span = "cell", 0, self._place(found)

    def _begin_item(self, detail: Any, found: dict[str, int]) -> None:
        self._items.append(found)
        number = self._numbers[-1]
        if number is not None:
            self._numbers[-1] = number + 1
        self._marker = {"marker": f"{number}."} if number is not None else NONE

    def _end_item(self) -> None:
        self._items.pop()

    def _begin_list(self, detail: Any, found: dict[str, int]) -> None:
        if not self._lists:
            self._groups += 1
        self._lists.append(self._groups)
        self._numbers.append(detail)
        self._deepen(found)

    def _begin_table(self, detail: Any, found: dict[str, int]) -> None:
        self._groups += 1
        self._lists.append(self._groups)
        self._numbers.append(None)
        self._deepen(found)

    def _end_list(self) -> None:
        self._lists.pop()
        self._numbers.pop()

    def _begin_quotation(self, detail: Any, found: dict[str, int]) -> None:
        self._quoted += 1
        self._deepen(found)

    def _end_quotation(self) -> None:
        self._quoted -= 1

    def _deepen(self, found: dict[str, int]) -> None:
        """Note how deep lists and quotations nest; too deep is a fault, told once."""
        depth = self._quoted + len(self._lists)
        if depth > DEEP >= self._deepest:
            place = self._at(found["start"])
            self.faults.append(Fault("input-deep-nesting", Span(place, place), {"levels": str(DEEP)}))
        self._deepest = max(self._deepest, depth)

    def _begin_note(self, detail: Any, found: dict[str, int]) -> None:
        span = self._place(found)
        colon = self.text.find("]:", span.start, span.end)
        self._notes.append(str(detail))
        mark = Span(span.start, colon + 2 if colon >= 0 else span.start)
        self.definitions.append(Definition(str(detail), span, mark))

    def _end_note(self) -> None:
        self._notes.pop()

    def _take_code(self, detail: Any, found: dict[str, int]) -> None:
        """Take a code block, as the file has it: what looks like a hole is code there."""
        weaver, span = Weaver(), self._place(found)
        for event, place in self._events:
            if "End" in event:
                break
            value, start = event["Text"], self._at(place["start"])
            if self.text.startswith(value, start):
                weaver.literal(self._source[start : start + len(value)], start)
            else:
                weaver.stand_in(value, start, self._at(place["end"]))
        info = None if detail == "Indented" else str(detail.get("Fenced", ""))
        self._add(Block("code", weaver.prose(), span, attrs={"info": info} if info else {}))
        if info is not None:
            self._check_fence(span)

    def _check_fence(self, span: Span) -> None:
        """Tell a fence that nothing closes."""
        fence = FENCE.match(self.text, span.start)
        if fence and not self.text[span.end :].strip():
            text = self.text[span.start : span.end].rstrip()
            last = text.rpartition("\n")[2].strip(" \t>\r")
            if len(last) < len(fence[1]) or set(last) != {fence[1][0]} or "\n" not in text:
                self.faults.append(Fault("input-unterminated-code-fence", Span(*fence.span(1))))

    def _take_html(self, detail: Any, found: dict[str, int]) -> None:
        """Take a block of raw HTML; its elements may stay open for the Markdown that follows."""
        raw: list[tuple[int, int]] = []
        for event, place in self._events:
            if "End" in event:
                break
            if "Html" in event:
                raw.append((self._at(place["start"]), self._at(place["end"])))
        if not raw:
            return
        if self._html is None:
            self._html = Reading(self.text, True, self._source)
        html, first = self._html, len(self._html.drafts)
        html.groups = self._groups
        for start, end in _joined(raw, self.text):
            html.feed(start, end)
        html.pause(raw[-1][1])
        self._groups = html.groups
        note = self._notes[-1] if self._notes else ""
        group = self._lists[0] if self._lists else 0
        for draft in html.drafts[first:]:
            self._blocks.append(Held(draft.element, None, draft, note, self._quoted, group))


BEGINS: dict[str, Callable[[Markdown, Any, dict[str, int]], None]] = {
    "Paragraph": Markdown._begin_paragraph,
    "Heading": Markdown._begin_heading,
    "TableCell": Markdown._begin_cell,
    "Item": Markdown._begin_item,
    "List": Markdown._begin_list,
    "Table": Markdown._begin_table,
    "BlockQuote": Markdown._begin_quotation,
    "FootnoteDefinition": Markdown._begin_note,
    "CodeBlock": Markdown._take_code,
    "HtmlBlock": Markdown._take_html,
}
ENDS: dict[str, Callable[[Markdown], None]] = {
    "Item": Markdown._end_item,
    "List": Markdown._end_list,
    "Table": Markdown._end_list,
    "BlockQuote": Markdown._end_quotation,
    "FootnoteDefinition": Markdown._end_note,
}


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
