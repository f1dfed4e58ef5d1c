"""Text that knows where it stands in its file. Offsets are code points of the decoded file, spans half-open."""

from bisect import bisect_right
from functools import cached_property

import msgspec


class Span(msgspec.Struct, frozen=True, array_like=True, order=True, gc=False):
    """A half-open range of code points of one source."""

    start: int
    end: int


class Place(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A span as people find it: lines and columns from 1, columns in code points, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int
    excerpt: str


# What parts the path of an archive file from the name of an entry in it.
ENTRY = "!/"


def stored(path: str) -> str:
    """Return the file on disk that a path stands in: the archive file, where it is an entry of one."""
    head, mark, _ = path.partition(ENTRY)
    return head if mark and head.lower().endswith(".zip") else path


class Source:
    """One decoded file. `path` is as the reader was given it, with `/`."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text

    @cached_property
    def _starts(self) -> list[int]:
        starts = [0]
        at = self.text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.text.find("\n", at + 1)
        return starts

    def position(self, offset: int) -> tuple[int, int]:
        """Return the 1-based line and column of a code point."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def place(self, span: Span) -> Place:
        """Return the line and column form of a span: the one conversion in the house."""
        line, column = self.position(span.start)
        end_line, end_column = self.position(span.end)
        return Place(line, column, end_line, end_column, self.text[span.start : span.end])

    def line(self, number: int) -> str:
        """Return one line without its line end; lines count from 1. A line that is not there is empty."""
        if number > len(self._starts):
            return ""
        start = self._starts[number - 1]
        end = self._starts[number] - 1 if number < len(self._starts) else len(self.text)
        return self.text[start:end].rstrip("\r")


class Run(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A stretch of prose that begins at offset `at` and stands at `start:end` of the file.

    A literal run is the same text there; any other (an entity, an escape, a soft line break, a masked code span) stands
    for its whole span.
    """

    at: int
    start: int
    end: int
    literal: bool


class Prose(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What a reader sees of one block, with the way back to the file.

    A line break inside the block is one `\\n`, whatever the file has there; inline code, formulas, images and raw
    markup that nobody reads as words are one MASK character each.
    """

    text: str
    runs: tuple[Run, ...]

    def home(self, start: int, end: int) -> Span:
        """Return where `text[start:end]` stands in the file. An empty slice is an empty span."""
        if not self.runs:
            return Span(0, 0)
        first = self.runs[max(0, bisect_right(self.runs, start, key=_at) - 1)]
        begin = first.start + min(start - first.at, first.end - first.start) if first.literal else first.start
        if end <= start:
            return Span(begin, begin)
        last = self.runs[max(0, bisect_right(self.runs, end - 1, key=_at) - 1)]
        return Span(begin, last.start + end - last.at if last.literal else last.end)

    def find(self, span: Span) -> tuple[int, int] | None:
        """Return where in the text a span of the file is shown; None where it is not just a slice of it."""
        number = bisect_right(self.runs, span.start, key=_start) - 1
        if number < 0:
            return None
        run = self.runs[number]
        start = run.at + span.start - run.start if run.literal else run.at
        last = self.runs[bisect_right(self.runs, max(span.start, span.end - 1), key=_start) - 1]
        after = last.at + span.end - last.start if last.literal else last.at + 1
        return (start, after) if self.home(start, after) == span else None

    def literal(self, start: int, end: int) -> bool:
        """Tell whether `text[start:end]` stands in the file as it is, in one piece: only then may a fix replace it."""
        first = bisect_right(self.runs, start, key=_at) - 1
        last = bisect_right(self.runs, max(start, end - 1), key=_at) - 1
        return first == last >= 0 and self.runs[first].literal

    @property
    def flat(self) -> str:
        """The text with line breaks as blanks; offsets are the same."""
        return self.text.replace("\n", " ")


def trimmed(prose: Prose) -> Prose:
    """Return a prose without the white space at its end."""
    text = prose.text.rstrip()
    runs = [run for run in prose.runs if run.at < len(text)]
    if runs and runs[-1].literal:
        last = runs[-1]
        runs[-1] = Run(last.at, last.start, last.start + len(text) - last.at, True)
    return Prose(text, tuple(runs))


MASK = "\N{OBJECT REPLACEMENT CHARACTER}"


def _at(run: Run) -> int:
    return run.at


def _start(run: Run) -> int:
    return run.start


class Weaver:
    """Collects the pieces of one prose in reading order. Literal pieces that follow one another are one run."""

    __slots__ = ("_runs", "_stop", "_texts", "length")

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Begin anew."""
        self._texts: list[str] = []
        self._runs: list[Run] = []
        self.length, self._stop = 0, -1

    def literal(self, text: str, start: int) -> None:
        """Add text that stands in the file at `start` as it is."""
        if not text:
            return
        stop = start + len(text)
        if start == self._stop:
            last = self._runs[-1]
            self._runs[-1] = Run(last.at, last.start, stop, True)
        else:
            self._runs.append(Run(self.length, start, stop, True))
        self._stop = stop
        self.length += len(text)
        self._texts.append(text)

    def stand_in(self, text: str, start: int, end: int) -> None:
        """Add text that stands for the span `start:end` of the file."""
        if text:
            self._runs.append(Run(self.length, start, end, False))
            self._stop = -1
            self.length += len(text)
            self._texts.append(text)

    def stretch(self, end: int) -> None:
        """Let what was added last stand for everything up to `end`."""
        last = self._runs[-1]
        self._runs[-1] = Run(last.at, last.start, end, False)
        self._stop = -1

    def prose(self) -> Prose:
        """Return what was collected."""
        return Prose("".join(self._texts), tuple(self._runs))
