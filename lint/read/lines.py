"""Plain lines to blocks: paragraphs, list items and quoted lines, for every format that has no markup."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lint import patterns as re
from lint.model.post import Block, Inline
from lint.model.text import Prose, Span, Weaver

END = re.compile(r"\r*\n|\r")
BULLET = re.compile(r"([-*+•·‣◦▪●○–])[ \t\u00a0]+(?=\S)")
NUMBER = re.compile(r"(?:(\d{1,3})[.)]|[(](\d{1,3})[)])[ \t\u00a0]+(?=\S)")
QUOTE = re.compile(r"(?:>[ \t]?){1,20}")
SYMBOLS = tuple("†‡§¶")
ADDRESS = re.compile(r"\b(?:https?|ftp)://[^\s<>\"'`{}|\\^\[\]]{1,2000}|\bwww\.[^\s<>\"'`{}|\\^\[\]]{3,2000}")


class Line(NamedTuple):
    """One line without its white space: `start:end` is where its text stands, `begin` where the line begins.

    `marker` is the bullet or number that was taken off, `quoted` how many `>` were.
    """

    begin: int
    start: int
    end: int
    text: str
    quoted: int = 0
    marker: str = ""

    @property
    def span(self) -> Span:
        """Where the text of the line stands."""
        return Span(self.start, self.end)


def split(text: str, start: int = 0, end: int | None = None) -> list[Line]:
    """Return the lines of `text[start:end]`; a blank one has no text."""
    end = len(text) if end is None else end
    found, begin = [], start
    while begin <= end:
        match = END.search(text, begin, end)
        stop = match.start() if match else end
        raw = text[begin:stop]
        bare = raw.strip()
        at = begin + (len(raw) - len(raw.lstrip()) if bare else 0)
        found.append(Line(begin, at, at + len(bare), bare))
        if match is None:
            break
        begin = match.end()
    return found


def paragraphs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the runs of lines between blank ones."""
    run: list[Line] = []
    for line in lines:
        if line.text:
            run.append(line)
        elif run:
            yield run
            run = []
    if run:
        yield run


def prose(lines: Sequence[Line]) -> Prose:
    """Return the lines as one prose, a line end between them."""
    weaver = Weaver()
    for index, line in enumerate(lines):
        if index:
            weaver.stand_in("\n", lines[index - 1].end, line.start)
        weaver.literal(line.text, line.start)
    return weaver.prose()


def links(prose: Prose) -> tuple[Inline, ...]:
    """Return the bare addresses in a prose as links."""
    if "://" not in prose.text and "www." not in prose.text:
        return ()
    found = []
    for match in ADDRESS.finditer(prose.text):
        target = match[0].rstrip(".,;:!?'\"”’…")
        if target.endswith(")") and "(" not in target:
            target = target.rstrip(")")
        end = match.start() + len(target)
        found.append(Inline("link", match.start(), end, prose.home(match.start(), end), target))
    return tuple(found)


def cut(line: Line, at: int) -> Line:
    """Return the line without its first characters."""
    return Line(line.begin, line.start + at, line.end, line.text[at:])


def block(lines: Sequence[Line], role: str = "paragraph", group: int = 0, level: int = 0) -> Block:
    """Return one block of these lines."""
    words = prose(lines)
    first = lines[0]
    begin = first.start - len(first.marker) if first.marker else first.start
    return Block(
        role,  # type: ignore[arg-type]
        words,
        Span(begin, lines[-1].end),
        level=level,
        group=group,
        quoted=first.quoted,
        inlines=links(words),
        attrs={"marker": first.marker.strip()} if first.marker else {},
    )


def blocks(lines: Sequence[Line]) -> list[Block]:
    """Return the paragraphs, list items and quotations of these lines; the items of one list share a group."""
    found: list[Block] = []
    group = 0
    for run in paragraphs(lines):
        for part in _by_quote(run):
            for piece in _items(part):
                if not piece[0].marker:
                    found.append(block(piece))
                    continue
                if not (found and found[-1].role == "item"):
                    group += 1
                found.append(block(piece, "item", group, 1))
    return found


def _by_quote(run: list[Line]) -> Iterator[list[Line]]:
    """Split a run where the depth of quotation changes, the `>` taken off."""
    part: list[Line] = []
    for line in run:
        match = QUOTE.match(line.text)
        if match:
            bare = line.text[match.end() :].lstrip()
            line = Line(line.begin, line.end - len(bare), line.end, bare, match[0].count(">"))
        if part and (part[0].quoted != line.quoted or not line.text):
            yield part
            part = []
        if line.text:
            part.append(line)
    if part:
        yield part


def _items(run: list[Line]) -> Iterator[list[Line]]:
    """Split a run at the bullets or numbers of a list; other lines belong to what stands before them.

    A star may be a footnote's, so one alone, or one among daggers, is text.
    """
    markers = [_marker(line.text) for line in run]
    stars = sum(marker.startswith("*") for marker in markers)
    if any(line.text.startswith(SYMBOLS) for line in run) or stars == 1:
        markers = ["" if marker.startswith("*") else marker for marker in markers]
    first = next((index for index, marker in enumerate(markers) if marker), -1)
    if first < 0 or (first > 0 and not run[first - 1].text.endswith(":")):
        yield run
        return
    part = run[:first]
    for line, marker in zip(run[first:], markers[first:], strict=True):
        if marker:
            if part:
                yield part
            part = [Line(line.begin, line.start + len(marker), line.end, line.text[len(marker) :], line.quoted, marker)]
        else:
            part.append(line)
    yield part


def _marker(text: str) -> str:
    match = BULLET.match(text) or NUMBER.match(text)
    return match[0] if match else ""
