"""The words of one block of Markdown, and the spans, tags and pieces that stand among them."""

import re
from html import unescape
from typing import NamedTuple

from msgspec.structs import replace

from lint.model.post import Inline
from lint.model.text import MASK, Prose, Span, Weaver, trimmed
from lint.read import elements, lines, tags
from lint.read.holes import HOLE

KINDS = {"Emphasis": "emphasis", "Strong": "strong", "Strikethrough": "strike", "Link": "link", "Image": "image"}
# Deeper than this nobody nests; an opening tag beyond is passed over.
DEEPEST = 100


class _Open(NamedTuple):
    """A span or an element that is open: where its words begin, and where it does in the file."""

    name: str
    start: int
    target: str
    attrs: dict[str, str]
    begin: int


class Line:
    """The block of prose that is being collected. While `mute` names an element, nothing in it is prose."""

    __slots__ = ("_inlines", "_open", "mute", "text", "weaver")

    def __init__(self, text: str) -> None:
        self.text = text
        self.weaver = Weaver()
        self.mute = ""
        self._inlines: list[Inline] = []
        self._open: list[_Open] = []

    def prose(self) -> tuple[Prose, tuple[Inline, ...]]:
        """Return what was collected, without white space at its end; bare addresses are links too."""
        prose = self.weaver.prose()
        if prose.text[-1:].isspace():
            prose = trimmed(prose)
            size = len(prose.text)
            self._inlines = [replace(one, start=min(one.start, size), end=min(one.end, size)) for one in self._inlines]
        if "://" in prose.text or "www." in prose.text:
            taken = bytearray(len(prose.text))
            for one in self._inlines:
                if one.kind in ("link", "image"):
                    taken[one.start : one.end] = b"\1" * (one.end - one.start)
            self._inlines += [link for link in lines.links(prose) if not any(taken[link.start : link.end])]
        return prose, tuple(self._inlines)

    def holed(self, value: str, start: int) -> None:
        """Add text that has holes."""
        at = 0
        for hole in HOLE.finditer(value):
            self.weaver.literal(value[at : hole.start()], start + at)
            if hole["kind"] == MASK:
                self.weaver.stand_in(MASK, start + hole.start(), start + hole.end())
            at = hole.end()
        self.weaver.literal(value[at:], start + at)

    def code(self, value: str, span: Span) -> None:
        """Add a code span: one character stands for it."""
        if not self.mute:
            self._inlines.append(Inline("code", self.weaver.length, self.weaver.length + 1, span, value))
            self.weaver.stand_in(MASK, span.start, span.end)

    def reference(self, label: str, span: Span) -> None:
        """Note a footnote reference; it has no words."""
        if not self.mute:
            self._inlines.append(Inline("reference", self.weaver.length, self.weaver.length, span, label))

    def open(self, kind: str, target: str, begin: int) -> None:
        """Begin emphasis, a link or the like."""
        self._open.append(_Open(kind, self.weaver.length, target, {}, begin))

    def close(self, kind: str, end: int) -> None:
        """End the innermost span of this kind; HTML that was opened inside it stays open."""
        one = self._taken(kind)
        if one is not None:
            span = Span(one.begin, end)
            self._inlines.append(Inline(KINDS[kind], one.start, self.weaver.length, span, one.target))

    def tag(self, text: str, span: Span) -> None:
        """Take one HTML tag."""
        tag = tags.tag(text)
        if tag is None:
            return
        name, attrs, closing = tag
        at = self.weaver.length
        if closing:
            if self.mute in ("", name):
                self._close_element(name, span)
        elif self.mute:
            return
        elif name == "br":
            self.weaver.stand_in("\n", span.start, span.end)
        elif name in tags.VOID:
            kind = "image" if name == "img" else "anchor" if attrs.get("id") else name
            self._inlines.append(Inline(kind, at, at, span, attrs.get("src") or attrs.get("id", ""), attrs))
        elif len(self._open) < DEEPEST:
            self._open.append(_Open(f"<{name}", at, attrs.get("href", ""), attrs, span.start))
            if name in elements.MASKED or name in elements.SKIPPED:
                self.weaver.stand_in(MASK, span.start, span.end)
                self.mute = name

    def _close_element(self, name: str, span: Span) -> None:
        """End an HTML element: it is an inline, and an anchor besides if it has an id."""
        one = self._taken(f"<{name}")
        if one is None:
            return
        whole, end, target = Span(one.begin, span.end), self.weaver.length, one.target.strip()
        if self.mute:
            self.mute = ""
            self.weaver.stretch(span.end)
            target = unescape(re.sub(r"<[^>]*>", "", self.text[one.begin : min(span.end, one.begin + 2000)]))
        ident = one.attrs.get("id") or (one.attrs.get("name", "") if name == "a" else "")
        if ident:
            self._inlines.append(Inline("anchor", one.start, end, whole, ident, one.attrs))
        if name != "a" or "href" in one.attrs:
            kind = elements.INLINES.get(name, name)
            self._inlines.append(Inline(kind, one.start, end, whole, target, one.attrs))

    def _taken(self, name: str) -> _Open | None:
        """Take the innermost open one of this name off."""
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index].name == name:
                return self._open.pop(index)
        return None
