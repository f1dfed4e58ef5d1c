"""The words of one block of Markdown, and the spans, tags and pieces that stand among them."""

import re
from collections.abc import Callable, Iterator
from html import unescape
from typing import Any

from msgspec.structs import replace

from lint.model.post import Comment, Fault, Inline
from lint.model.text import MASK, Prose, Span, Weaver, trimmed
from lint.read import elements, lines, tags
from lint.read.holes import HOLE, SHOWN, SILENT

KINDS = {"Emphasis": "emphasis", "Strong": "strong", "Strikethrough": "strike", "Link": "link", "Image": "image"}
# Deeper than this nobody nests; an opening tag beyond is passed over.
DEEPEST = 100
NONE: dict[str, str] = {}

# What pyromark yields, and an event of it taken apart: its name, its kind, what else it tells, and its range in bytes.
Events = Iterator[tuple[Any, dict[str, int]]]
Found = tuple[str, str, Any, dict[str, int]]


# A span or an element that is open: its name, its target, its attributes; where its words and where it begins.
Open = tuple[str, str, dict[str, str], int, int]


class Line(Weaver):
    """The block of prose that is being collected, one after the other of a file.

    While `mute` names an element, nothing in it is prose. `at` turns bytes to code points.
    """

    __slots__ = ("_at", "_holed", "comments", "faults", "inlines", "mute", "open", "text")

    def __init__(self, text: str, at: Callable[[int], int]) -> None:
        super().__init__()
        self.text, self._at = text, at
        self._holed = SHOWN in text or SILENT in text
        self.comments: list[Comment] = []
        self.faults: list[Fault] = []

    def clear(self) -> None:
        """Begin anew."""
        super().clear()
        self.mute = ""
        self.inlines: list[Inline] = []
        self.open: list[Open] = []

    def take(self, events: Events) -> Found | None:
        """Collect what stands inside a line, up to the next event that does not, and return that one."""
        text, at, holed = self.text, self._at, self._holed
        for event, found in events:
            if event.__class__ is str:
                if event == "Rule":
                    return "Start", event, None, found
                if self.length and not self.mute:
                    start = at(found["start"])
                    self.stand_in("\n", start, start + found["end"] - found["start"])
                continue
            [name] = event
            value = event[name]
            if name == "Text":
                if self.mute:
                    continue
                start = at(found["start"])
                if not text.startswith(value, start) or (value == "&" and found["end"] > found["start"] + 1):
                    self.stand_in(value, start, at(found["end"]))
                elif holed or "<" in value:
                    self._odd(value, start)
                else:
                    self.literal(value, start)
            elif name == "Start":
                kind = value if value.__class__ is str else next(iter(value))
                if kind not in KINDS:
                    return name, kind, None if kind is value else value[kind], found
                target = "" if kind is value else value[kind]["dest_url"]
                self.open.append((kind, target, NONE, self.length, at(found["start"])))
            elif name == "End":
                kind = value if value.__class__ is str else next(iter(value))
                if kind not in KINDS:
                    return name, kind, None, found
                self._close(kind, at(found["end"]))
            else:
                self._piece(name, value, Span(at(found["start"]), at(found["end"])))
        return None

    def _odd(self, value: str, start: int) -> None:
        """Add text that has holes, or begins a comment that nothing ends."""
        if self._holed and (SHOWN in value or SILENT in value):
            self._with_holes(value, start)
            return
        self.literal(value, start)
        if "<" in value and (place := self.text.find("<!--", start, start + len(value) + 3)) >= 0:
            self.faults.append(Fault("input-unterminated-comment", Span(place, place + 4)))

    def _with_holes(self, value: str, start: int) -> None:
        at = 0
        for hole in HOLE.finditer(value):
            self.literal(value[at : hole.start()], start + at)
            if hole["kind"] == MASK:
                self.stand_in(MASK, start + hole.start(), start + hole.end())
            at = hole.end()
        self.literal(value[at:], start + at)

    def _piece(self, name: str, value: Any, span: Span) -> None:
        """Take an event that is one piece of a line: a code span is one character, a reference has no words."""
        if name == "InlineHtml":
            if value.startswith("<!--"):
                self.comments.append(Comment(value[4:].removesuffix("-->").strip(), span))
            else:
                self._tag(value, span)
        elif self.mute:
            return
        elif name == "Code":
            self.inlines.append(Inline("code", self.length, self.length + 1, span, value, NONE))
            self.stand_in(MASK, span.start, span.end)
        elif name == "FootnoteReference":
            self.inlines.append(Inline("reference", self.length, self.length, span, value, NONE))

    def _close(self, kind: str, end: int) -> None:
        """End the innermost span of this kind; HTML that was opened inside it stays open."""
        one = self.open.pop() if self.open and self.open[-1][0] == kind else self._taken(kind)
        if one is not None:
            _, target, attrs, start, begin = one
            self.inlines.append(Inline(KINDS[kind], start, self.length, Span(begin, end), target, attrs))

    def _tag(self, text: str, span: Span) -> None:
        """Take one HTML tag."""
        tag = tags.tag(text)
        if tag is None:
            return
        name, attrs, closing = tag
        at = self.length
        if closing:
            if self.mute in ("", name):
                self._close_element(name, span)
        elif self.mute:
            return
        elif name == "br":
            self.stand_in("\n", span.start, span.end)
        elif name in tags.VOID:
            kind = "image" if name == "img" else "anchor" if attrs.get("id") else name
            self.inlines.append(Inline(kind, at, at, span, attrs.get("src") or attrs.get("id", ""), attrs))
        elif len(self.open) < DEEPEST:
            self.open.append((f"<{name}", attrs.get("href", ""), attrs, at, span.start))
            if name in elements.MASKED or name in elements.SKIPPED:
                self.stand_in(MASK, span.start, span.end)
                self.mute = name

    def _close_element(self, name: str, span: Span) -> None:
        """End an HTML element: it is an inline, and an anchor besides if it has an id."""
        one = self._taken(f"<{name}")
        if one is None:
            return
        _, target, attrs, start, begin = one
        whole, end, target = Span(begin, span.end), self.length, target.strip()
        if self.mute:
            self.mute = ""
            self.stretch(span.end)
            target = unescape(re.sub(r"<[^>]*>", "", self.text[begin : min(span.end, begin + 2000)]))
        ident = attrs.get("id") or (attrs.get("name", "") if name == "a" else "")
        if ident:
            self.inlines.append(Inline("anchor", start, end, whole, ident, attrs))
        if name != "a" or "href" in attrs:
            kind = elements.INLINES.get(name, name)
            self.inlines.append(Inline(kind, start, end, whole, target, attrs))

    def _taken(self, name: str) -> Open | None:
        """Take the innermost open one of this name off."""
        for index in range(len(self.open) - 1, -1, -1):
            if self.open[index][0] == name:
                return self.open.pop(index)
        return None

    def ended(self) -> tuple[Prose, tuple[Inline, ...]]:
        """Return what was collected, without white space at its end, and begin anew; bare addresses are links too."""
        prose, inlines = self.prose(), self.inlines
        self.clear()
        if prose.text and prose.text[-1].isspace():
            prose = trimmed(prose)
            size = len(prose.text)
            inlines = [replace(one, start=min(one.start, size), end=min(one.end, size)) for one in inlines]
        if "://" in prose.text or "www." in prose.text:
            taken = bytearray(len(prose.text))
            for one in inlines:
                if one.kind in ("link", "image"):
                    taken[one.start : one.end] = b"\1" * (one.end - one.start)
            inlines += [link for link in lines.links(prose) if not any(taken[link.start : link.end])]
        return prose, tuple(inlines)
