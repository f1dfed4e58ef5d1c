"""One pass over HTML, tolerant of anything, the way a browser builds a page: tags and text in, blocks of prose out."""

from html import unescape

from lint import patterns as re
from lint.model.post import Comment, Fault
from lint.model.text import MASK, Run, Span, Weaver
from lint.read import elements, tags
from lint.read.elements import Draft, Element
from lint.read.flow import Flow

UNSPOKEN = re.compile(r"\b(?:sr-only|screen-reader-text|visually-?hidden)\b")
EMOJI = re.compile(r"\b(?:emoji|wp-smiley|emojione|twemoji)\b")
BOUNDS = {name: re.compile(rf"<(/?){name}(?![\w-])", re.IGNORECASE) for name in elements.SKIPPED}
# Beyond this depth nesting is told; beyond the next, elements count as their parents' text.
DEEP = 100
DEEPEST = 400


class Reading:
    """The state of the pass; several stretches of one file may be fed in order, then `finish` ends what is open.

    A partial reading (HTML inside another format) takes an element that is left open for granted. `source` is the file
    where `text` has its holes filled.
    """

    def __init__(self, text: str, partial: bool = True, source: str = "") -> None:
        self.text, self.partial, self.groups = text, partial, 0
        self.drafts: list[Draft] = []
        self.comments: list[Comment] = []
        self.faults: list[Fault] = []
        self.heads: list[tuple[str, dict[str, str], int, int]] = []
        self.flow = Flow(text, source or text)
        self.root = Element("", {}, 0, None)
        self.root.stand_alone()
        self.block = self.root
        self.mute: Element | None = None
        self._stack: list[Element] = []
        self._counts: dict[str, int] = {}
        self._unclosed: set[str] = set()
        self._token = tags.TOKEN
        self._told_depth = False

    def feed(self, start: int, end: int) -> None:
        """Take the HTML that stands at `start:end` of the file."""
        text, at = self.text, start
        while at < end:
            match = self._token.search(text, at, end)
            if match is None:
                self._words(at, end)
                return
            begin = match.start()
            if begin > at:
                self._words(at, begin)
            closing, name, raw = match.group(1, 2, 3)
            if name is None:
                at = self._odd(match, end)
            elif closing:
                at = match.end()
                self._close(name.lower(), begin, at)
            else:
                at = match.end()
                attrs = tags.attributes(raw) if raw and raw != "/" else {}
                at = self._open(name.lower(), attrs, begin, at, end)

    def finish(self, end: int) -> None:
        """End everything that is open. Of what must be closed and is not, the last is told, where it opens."""
        left = [element for element in self._stack if element.name in elements.CLOSED]
        if left and not self.partial and not self.faults:
            opening = tags.TAG.match(self.text, left[-1].start)
            problem = f"<{left[-1].name}> is never closed"
            self.faults.append(malformed(left[-1].start, opening.end() if opening else left[-1].start, problem))
        while self._stack:
            if self._stack[-1].block:
                self._pop(self._stack[-1], end, end)
            else:
                element = self._stack.pop()
                self._counts[element.name] -= 1
                element.end = end
                self._end_inline(element, end)
        self._flush(end)

    def pause(self, end: int) -> None:
        """End the block of prose that is open, and leave the elements around it open."""
        if self.flow.begun >= 0 or self.flow.inlines:
            self._flush(end)

    def end_paragraph(self, end: int) -> None:
        """End a paragraph that was left open, as any block of prose does that follows it."""
        if self.block.name == "p":
            self._pop(self.block, end, end)

    def _words(self, start: int, end: int) -> None:
        if self.mute is not None:
            return
        flow = self.flow
        if self.block.role == "code":
            self._start_words(start)
            flow.as_written(start, end)
            return
        if flow.begun < 0:
            if self.text[start:end].isspace():
                return
            self._start_words(start)
        flow.words(start, end)

    def _start_words(self, begin: int) -> None:
        """Open a block of prose if none is open; the first one in an element begins where that does."""
        if self.flow.begun < 0:
            block = self.block
            self.flow.begun = block.start if block.fresh and block.start >= 0 and block.name in _OWN else begin

    def _odd(self, match: re.Match[str], end: int) -> int:
        """Take what begins like a tag and is none; return where to go on."""
        begin, text = match.start(), self.text
        if match[4]:
            return self._comment(begin, end)
        if text[begin + 1] in "!?":
            stop = text.find(">", begin, end)
            return end if stop < 0 else stop + 1
        following = text.find("<", begin + 1, end)
        if following >= 0 and (self._token is tags.LOOSE or text.find(">", begin, following) < 0):
            self._words(begin, begin + 1)
            return begin + 1
        strict = self._token is tags.TOKEN
        self._token = tags.LOOSE
        if strict and not self.partial:
            name = re.compile(r"</?[A-Za-z][^\s/<>]{0,40}").match(text, begin)
            self.faults.append(malformed(begin, name.end() if name else begin + 1, "this tag is never closed"))
        return begin if strict and text.find(">", begin, end) >= 0 else end

    def _comment(self, begin: int, end: int) -> int:
        """Take a comment; one that nothing ends reaches to the end of the file, as in a browser."""
        text = self.text
        if text.startswith((">", "->"), begin + 4):
            return text.index(">", begin) + 1
        match = tags.COMMENT_END.search(text, begin + 4, end)
        if match is None:
            self.faults.append(Fault("input-unterminated-comment", Span(begin, begin + 4)))
            return end
        self.comments.append(Comment(text[begin + 4 : match.start()].strip(), Span(begin, match.end())))
        return match.end()

    def _open(self, name: str, attrs: dict[str, str], begin: int, after: int, end: int) -> int:
        """Take an opening tag; return where to go on."""
        if name in elements.BLOCKS:
            self._open_block(name, attrs, begin)
        elif name in elements.SKIPPED:
            return self._skip(name, attrs, begin, after, end)
        elif name in tags.VOID:
            self._void(name, attrs, begin, after)
        else:
            self._open_inline(name, attrs, begin, after)
        return after

    def _open_block(self, name: str, attrs: dict[str, str], begin: int) -> None:
        """Start an element that stands on its own lines."""
        if self.flow.begun >= 0:
            self._flush(begin)
        block = self.block
        if block.name == "p" or (name in elements.HEADINGS and block.name in elements.HEADINGS):
            self._pop(block, begin, begin)
        if name in elements.ENDS:
            self._end_open(*elements.ENDS[name], begin)
        if len(self._stack) >= DEEPEST:
            return
        element = Element(name, attrs, begin, self.block)
        element.stand_alone()
        if (name in elements.LISTS or name in elements.CONTAINERS) and element.number(self.groups + 1):
            self.groups += 1
        self._push(element)
        self.block = element
        if len(self._stack) > DEEP and not self._told_depth:
            self._told_depth = True
            self.faults.append(Fault("input-deep-nesting", Span(begin, begin), {"levels": str(DEEP)}))

    def _open_inline(self, name: str, attrs: dict[str, str], begin: int, after: int) -> None:
        """Start an element inside a line."""
        if name == "a" and self._counts.get("a"):
            self._close("a", begin, begin)
        if len(self._stack) >= DEEPEST:
            return
        element = Element(name, attrs, begin, self.block)
        element.offset = self.flow.length
        self._push(element)
        if name == "time":
            self.heads.append((name, attrs, begin, after))
        if self.mute is not None:
            return
        if name in elements.MASKED and self.block.role != "code":
            self._start_words(begin)
            self.flow.add(MASK, begin, after, False)
            self.mute = element
        elif attrs and (attrs.get("aria-hidden") == "true" or UNSPOKEN.search(attrs.get("class", ""))):
            self.mute = element

    def _void(self, name: str, attrs: dict[str, str], begin: int, after: int) -> None:
        """Take an element that has no content."""
        if name == "br":
            self._line_break(begin, after)
        elif name == "hr":
            if self.flow.begun >= 0:
                self._flush(begin)
        elif name == "img":
            self._image(attrs, begin, after)
        elif name in ("meta", "link", "base"):
            self.heads.append((name, attrs, begin, after))
        elif attrs.get("id"):
            self._note("anchor", self._alone(name, attrs, begin, after), attrs["id"])

    def _line_break(self, begin: int, after: int) -> None:
        """Take a `<br>`: one ends a line, two end a paragraph."""
        flow = self.flow
        if self.mute is not None or flow.begun < 0:
            return
        if self.block.role != "code":
            if flow.tail == "\n":
                self._flush(begin)
                return
            flow.trim()
        if flow.length:
            flow.add("\n", begin, after, False)

    def _image(self, attrs: dict[str, str], begin: int, after: int) -> None:
        """Take an image: its alternative text is a block of its own, or words if it stands for an emoji."""
        if self.mute is not None:
            return
        alt = attrs.get("alt", "")
        if alt and len(alt) < 8 and EMOJI.search(attrs.get("class", "")):
            self._start_words(begin)
            self.flow.add(alt, begin, after, False)
            return
        self._note("image", self._alone("img", attrs, begin, after), attrs.get("src", ""))
        if alt.strip() and (place := tags.attribute_at(self.text, begin, after, "alt")):
            weaver = Weaver()
            tags.weave_line(weaver, self.text, *place)
            self.drafts.append(Draft("alt", weaver.prose(), Span(*place), (), self.block, {}))

    def _alone(self, name: str, attrs: dict[str, str], begin: int, after: int) -> Element:
        element = Element(name, attrs, begin, self.block)
        element.end = after
        return element

    def _note(self, kind: str, element: Element, target: str, size: int = 0) -> None:
        """Remember an element without words, or with the last `size` of them."""
        at = self.flow.length
        self.flow.inlines.append((kind, at - size, at, element, target))

    def _skip(self, name: str, attrs: dict[str, str], begin: int, after: int, end: int) -> int:
        """Pass over an element that is no prose; return where it ends. One that nothing ends is no such element."""
        stop = self._matching_end(name, after, end)
        if stop < 0:
            if not self.partial and not self.faults:
                self.faults.append(malformed(begin, after, f"<{name}> is never closed"))
            return end if self.partial and name != "math" else after
        if name in ("title", "script"):
            self.heads.append((name, attrs, after, stop))
        elif name == "math" and self.mute is None:
            self._start_words(begin)
            self.flow.add(MASK, begin, stop, False)
            self._note("math", self._alone(name, attrs, begin, stop), "", 1)
        return stop

    def _matching_end(self, name: str, after: int, end: int) -> int:
        """Return the offset after the tag that ends an element, or -1; elements of the same name may nest in it."""
        if name in self._unclosed:
            return -1
        depth, at = 1, after
        while depth:
            match = BOUNDS[name].search(self.text, at, end)
            if match is None:
                self._unclosed.add(name)
                return -1
            if match[1]:
                depth -= 1
            elif name not in elements.RAW:
                depth += 1
            at = match.end()
        stop = self.text.find(">", at, end)
        return end if stop < 0 else stop + 1

    def _close(self, name: str, begin: int, after: int) -> None:
        """Take a closing tag; one that closes nothing is passed over."""
        if name == "br":
            self._line_break(begin, after)
        if not self._counts.get(name):
            return
        stack = self._stack
        for index in range(len(stack) - 1, -1, -1):
            element = stack[index]
            if element.name == name:
                if element.block:
                    self._pop(element, begin, after)
                else:
                    del stack[index]
                    self._counts[name] -= 1
                    element.end = after
                    self._end_inline(element, after)
                return
            if element.name in elements.CELLS and name not in elements.IN_TABLES:
                return

    def _push(self, element: Element) -> None:
        self._stack.append(element)
        self._counts[element.name] = self._counts.get(element.name, 0) + 1

    def _pop(self, element: Element, begin: int, after: int) -> None:
        """End an element that stands on its own lines by the tag at `begin:after`, and all that is open in it."""
        if self.flow.begun >= 0 or self.flow.inlines:
            self._flush(begin, after if self.block is element else -1)
        while self._stack:
            top = self._stack.pop()
            self._counts[top.name] -= 1
            top.end = after if top is element else begin
            if top.block:
                self.block = top
                if top.fresh and top.name in elements.MAY_BE_EMPTY and (top.name == "li" or top.attrs.get("id")):
                    span = Span(top.start, top.end)
                    self.drafts.append(Draft(top.role, self.flow.prose(begin), span, (), top, top.claim()))
                self.block = top.parent or self.root
            elif top is self.mute:
                self.mute = None
            if top is element:
                return

    def _end_open(self, names: tuple[str, ...], borders: tuple[str, ...], begin: int) -> None:
        """End the nearest element of these names, unless one of the others stands between."""
        if not any(self._counts.get(name) for name in names):
            return
        for element in reversed(self._stack):
            if element.name in names:
                self._pop(element, begin, begin)
                return
            if element.name in borders:
                return

    def _end_inline(self, element: Element, after: int) -> None:
        """End an element inside a line, and remember where it stood."""
        target = ""
        if self.mute is element:
            self.mute = None
            if element.name in elements.MASKED and self.flow.runs:
                run = self.flow.runs[-1]
                self.flow.runs[-1] = Run(run.at, run.start, after, run.literal)
                target = unescape(re.sub(r"<[^>]*>", "", self.text[run.start : min(after, run.start + 2000)]))
        elif self.mute is not None:
            return
        if self.flow.begun >= 0 or not element.told:
            self._remember(element, target)

    def _remember(self, element: Element, target: str = "") -> None:
        """Note an element inside a line as the part of this block's prose that it holds."""
        name, attrs, flow = element.name, element.attrs, self.flow
        start, end = min(element.offset, flow.length), flow.length
        ident = attrs.get("id") or (attrs.get("name") if name == "a" else "")
        if ident and not element.told:
            flow.inlines.append(("anchor", start, end, element, ident))
        element.told = True
        if name == "a":
            if "href" in attrs or not attrs.keys() & {"id", "name"}:
                flow.inlines.append(("link", start, end, element, attrs.get("href", "").strip()))
        elif attrs or name not in elements.BARE:
            flow.inlines.append((elements.INLINES.get(name, name), start, end, element, target))

    def _flush(self, begin: int, after: int = -1) -> None:
        """End the block of prose that is open; `after` is the end of the tag that closes its element."""
        flow, block = self.flow, self.block
        if block.role != "code":
            flow.trim()
        for element in self._stack:
            if not element.block:
                if flow.length > element.offset:
                    self._remember(element)
                element.offset = 0
        if flow.length or flow.inlines:
            start = flow.begun if flow.begun >= 0 else flow.inlines[0][3].start
            own = after >= 0 and start == block.start
            end = after if own else flow.runs[-1].end if flow.runs else begin
            span = Span(start, max(start, end))
            self.drafts.append(Draft(block.role, flow.prose(start), span, tuple(flow.inside()), block, block.claim()))
        flow.clear()


_OWN = frozenset(
    ["p", "div", "li", "dt", "dd", "td", "th", "figcaption", "caption", "pre", "summary", *elements.HEADINGS]
)


def malformed(start: int, end: int, problem: str) -> Fault:
    """Return the fault of a place where HTML breaks off or is left open."""
    return Fault("input-malformed-html", Span(start, end), {"problem": problem})
