"""The words of one block of HTML as a browser shows them: white space collapsed, references resolved."""

from lint import patterns as re
from lint.model.text import Prose, Run
from lint.read.elements import Element
from lint.read.holes import SHOWN, SILENT
from lint.read.tags import RESOLVED, resolve

SPECIAL = re.compile(rf"[\t\n\r\f&{SHOWN}{SILENT}]|  ")
PIECE = re.compile(rf"(?P<space>[ \t\n\r\f]+)|{RESOLVED.pattern}")
OPEN_ENDED = ("", " ", "\n")


class Flow:
    """The block of prose that is being collected; `begun` is -1 while there is none."""

    __slots__ = ("begun", "inlines", "length", "parts", "runs", "source", "tail", "text")

    def __init__(self, text: str, source: str) -> None:
        self.text, self.source = text, source
        self.clear()

    def clear(self) -> None:
        """Begin anew."""
        self.parts: list[str] = []
        self.runs: list[Run] = []
        self.inlines: list[tuple[str, int, int, Element, str]] = []
        self.length, self.tail, self.begun = 0, "", -1

    def add(self, text: str, start: int, end: int, literal: bool) -> None:
        """Add text that stands at `start:end` of the file, or for what stands there."""
        runs = self.runs
        if literal and runs and runs[-1].literal and runs[-1].end == start:
            runs[-1] = Run(runs[-1].at, runs[-1].start, end, True)
        else:
            runs.append(Run(self.length, start, end, literal))
        self.parts.append(text)
        self.length += len(text)
        self.tail = text[-1]

    def words(self, start: int, end: int) -> None:
        """Add a stretch of running text."""
        text = self.text[start:end]
        if SPECIAL.search(text):
            self.pieces(start, end)
            return
        if text[0] == " " and self.tail in OPEN_ENDED:
            text, start = text[1:], start + 1
        if text:
            self.add(text, start, end, True)

    def pieces(self, start: int, end: int) -> None:
        """Add running text with references, templates or white space to collapse."""
        text, at = self.text, start
        for match in PIECE.finditer(text, start, end):
            begin, stop = match.span()
            if match["space"]:
                single = stop - begin == 1 and text[begin] == " "
                if single and (begin > at or self.tail not in OPEN_ENDED):
                    continue
                resolved = " "
            else:
                resolved = resolve(match)
                if resolved == match[0]:
                    continue
            if begin > at:
                self.add(text[at:begin], at, begin, True)
            if resolved and (resolved != " " or self.tail not in OPEN_ENDED):
                self.add(resolved, begin, stop, False)
            at = stop
        if at < end:
            self.add(text[at:end], at, end, True)

    def as_written(self, start: int, end: int) -> None:
        """Add text whose white space is shown as it is, and whose holes are code."""
        text, at = self.source, start
        for match in RESOLVED.finditer(text, start, end):
            resolved = resolve(match)
            if resolved == match[0]:
                continue
            if match.start() > at:
                self.add(text[at : match.start()], at, match.start(), True)
            if resolved:
                self.add(resolved, match.start(), match.end(), False)
            at = match.end()
        if at < end:
            self.add(text[at:end], at, end, True)

    def trim(self) -> None:
        """Take the white space off the end."""
        if self.tail not in (" ", "\n"):
            return
        bare = "".join(self.parts).rstrip(" \n")
        self.parts = [bare] if bare else []
        self.length, self.tail = len(bare), bare[-1:]
        while self.runs and self.runs[-1].at >= self.length:
            self.runs.pop()
        if self.runs and self.runs[-1].literal:
            last = self.runs[-1]
            self.runs[-1] = Run(last.at, last.start, last.start + self.length - last.at, True)

    def prose(self, at: int) -> Prose:
        """Return what was collected; where that is nothing, it stands at `at`."""
        return Prose("".join(self.parts), tuple(self.runs) or (Run(0, at, at, False),))

    def inside(self) -> list[tuple[str, int, int, Element, str]]:
        """Return the inline elements, cut to the words that are left."""
        size = self.length
        return [(kind, min(start, size), min(end, size), one, to) for kind, start, end, one, to in self.inlines]
