"""Terse tables as they stand: their rows, whose they are and of when, by what stands above and beside them."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from lint import patterns as re
from lint.extract.claims import heads, labels
from lint.extract.claims.entities import identity
from lint.extract.claims.frames import Lexicon
from lint.extract.claims.labels import Label, Terms, Value
from lint.extract.dates import Moment, dates
from lint.extract.quantities import Amount
from lint.model.post import Block, Post

LONG, SHORT, FEW = 200, 30, 6


class Cell(NamedTuple):
    """A figure in the text of block `number`; expected: it is what somebody expected; before: it was so before."""

    number: int
    amount: Amount
    loss: bool | None
    period: str
    expected: bool = False
    before: bool = False


class Row(NamedTuple):
    """A row with what stands above it. places: where it stands, as block, start and end; said: how it reads."""

    places: tuple[tuple[int, int, int], ...]
    said: str
    label: Label
    cells: list[Cell]
    who: str
    part: str
    factor: float


_SCALE = re.compile(r"\bin (thousand|million|billion)s\b|\b(000)['’]?s? omitted", re.IGNORECASE)
_LISTED = re.compile(labels.BULLET)
_COMPARED = re.compile(r"[ \t]vs?\b")


def rows(post: Post, words: Lexicon, terms: Terms, read: Iterable[Block]) -> Iterator[Row]:
    """Yield the rows of a post, in order; `read` are its blocks that hold a figure, without the cells of tables.

    Where no line of these is a row and no cell of a table a label, nothing else is looked at.
    """
    reader = _Reader(post, words, terms)
    lined = any(reader.opens(block) for block in read)
    if lined or any(block.role == "cell" and reader.labelled(block.prose.flat.strip()) for block in post.blocks):
        yield from reader.rows()


class _Reader:
    """Goes through a post from heading to heading, keeping in mind whose figures follow, and of when."""

    def __init__(self, post: Post, words: Lexicon, terms: Terms) -> None:
        self.post, self.words, self.terms, self.today = post, words, terms, post.date
        self.heads: dict[int, tuple[str, ...]] = {}
        self.base: heads.Period | None = None
        self.now = self.lead = self.part = ""
        self.led: dict[str, tuple[str, ...]] = {}
        self.factor = 1.0
        self.columns: list[str] = []
        self.ahead = False

    def opens(self, block: Block) -> bool:
        """Tell whether a line of a block is a row."""
        text, item = block.prose.text, block.role == "item"
        opens = self.terms.opens
        for match in opens.finditer(text) if "\n" in text else filter(None, [opens.match(text)]):
            end = text.find("\n", match.start())
            end = end if end >= 0 else len(text)
            found = self._label(text, match.start(), end) if end - match.start() < LONG else None
            if found is not None and any(
                labels.values(text, found[0].end, end, found[1], self.terms, wide, item) for wide in (False, True)
            ):
                return True
        return False

    def labelled(self, text: str) -> bool:
        """Tell whether the text of a cell is a label."""
        found = self._label(text, 0, len(text)) if len(text) < LONG and self.terms.opens.match(text) else None
        return found is not None and found[0].end == len(text)

    def rows(self) -> Iterator[Row]:
        """Yield the rows in order."""
        self.heads[0] = heads.who(self.post.title, self.words)
        found = heads.period(self.post.title)
        self.base = found[0] if found else None
        self.now = self.base.value(None, self.today) if self.base else "?" if heads.untimely(self.post.title) else ""
        blocks = enumerate(self.post.blocks)
        for group, run in groupby(blocks, key=lambda item: item[1].group if item[1].role == "cell" else -1):
            if group >= 0:
                yield from self._grid(list(run))
                continue
            for number, block in run:
                if block.role in ("title", "heading"):
                    self._heading(block)
                elif block.role not in ("code", "alt"):
                    yield from self._block(number, block.prose.text, block.role == "item")

    def _heading(self, block: Block) -> None:
        text = block.prose.flat.strip()
        if block.role == "title" or text == self.post.title:
            return
        self.heads = {level: names for level, names in self.heads.items() if level < block.level}
        names, found = heads.who(text, self.words), heads.period(text)
        if names:
            self.heads[block.level] = names
        period = found[0] if found else self.base
        self.now = period.value(self.base, self.today) if period else "?" if heads.untimely(text) else ""
        self.part = "" if names or found else heads.part(text)
        self.lead, self.factor, self.columns, self.ahead = "", _scale(text), [], labels.ahead(text, self.terms)

    def _block(self, number: int, text: str, item: bool) -> Iterator[Row]:
        lines: list[tuple[int, int, Label | None, list[Value]]] = []
        at = 0
        for line in text.split("\n"):
            self.columns = heads.columns(line, self.today) or self.columns
            lines.append((at, at + len(line), *self._read(text, at, at + len(line), item)))
            at += len(line) + 1
        tabular = sum(bool(found) or self._named(text[start:end]) for start, end, _, found in lines)
        if 2 * tabular < len(lines) > 1:
            self.lead, self.factor = text, _scale(text)
            return
        for start, end, label, found in lines:
            if label is not None and found:
                yield self._row(number, text, start, end, label, found)
            else:
                self._between(text[start:end])

    def _read(self, text: str, start: int, end: int, item: bool) -> tuple[Label | None, list[Value]]:
        """Read one line as a row."""
        if end - start > LONG or self.terms.opens.match(text, start, end) is None:
            return None, []
        found = self._label(text, start, end)
        if found is None:
            return None, []
        label, moments = found
        return label, labels.values(text, label.end, end, moments, self.terms, bool(self.columns), item)

    def _label(self, text: str, start: int, end: int) -> tuple[Label, list[Moment]] | None:
        """Read a label, behind a bullet; with it, the times that its line names."""
        moments = dates(text, start, end, self.today)
        bullet = _LISTED.match(text, start, end)
        label = labels.label(text, bullet.end() if bullet else start, end, moments, self.terms)
        return (label, moments) if label is not None else None

    def _named(self, line: str) -> bool:
        """Tell whether a line says nothing but of what time the rows below it are."""
        return heads.section(line) is not None or heads.ended(line) or bool(heads.columns(line, self.today))

    def _between(self, line: str) -> None:
        """Take in a line that is no row: a period, the heads of columns, what the rows below are a part of."""
        section = heads.section(line)
        if section is not None:
            self.now, self.part, self.lead, self.columns = section.value(self.base, self.today), "", "", []
        elif heads.columns(line, self.today):
            self.lead = ""
        elif line.strip() and not heads.ended(line) and not _COMPARED.search(line):
            self._led_by(line)

    def _led_by(self, line: str) -> None:
        """Take in a line of words: a time that has no form, whom the rows below are of, of what part they are."""
        opens = self.terms.opens.match(line) is not None
        timed = bool(dates(line, 0, len(line), self.today))
        if heads.untimely(line) and not timed and not opens:
            self.now = "?" if len(line) < SHORT else self.now
            return
        plain = line.rstrip()
        if not timed and len(line) < 48 and (plain.endswith((":", "-")) or not (opens or plain.endswith("."))):
            self.part = "" if heads.named(line, self.words) else heads.part(line)
        if not opens:
            self.lead, self.factor = line, max(self.factor, _scale(line))

    def _row(self, number: int, text: str, start: int, end: int, label: Label, found: list[Value]) -> Row:
        now = self._time(label)
        guessed = any(value.sort == "expected" for value in found) or label.ahead
        cells = []
        for place, value in enumerate(found):
            period, before = now, value.sort == "before"
            if self.columns:
                period = self.columns[place] if len(self.columns) == len(found) else "?"
            elif value.sort == "last" or (place and not value.sort):
                known = now not in ("", "?") and (value.sort == "last" or (not guessed and place == 1))
                period, before = heads.last_year(now) if known else "?", label.row.running
            if value.amount is not None:
                expected = value.sort == "expected" or label.ahead or self._ahead()
                cells.append(Cell(number, value.amount, value.loss, period, expected, before))
        factor = label.factor if label.factor > 1 else self.factor
        return Row(((number, start, end),), text[start:end].strip(), label, cells, self._subject(), self.part, factor)

    def _ahead(self) -> bool:
        """Tell whether the rows to come are of what is expected, by their heading or their lead."""
        return self.ahead or (self.lead.rstrip().endswith(":") and labels.ahead(self.lead, self.terms))

    def _time(self, label: Label) -> str:
        """Return the period of a row: the one that its label names, or else its lead, or else that of the section."""
        if label.period is not None:
            return label.period.value
        if label.stretch:
            quarter = self.base is not None and label.stretch == "year"
            return heads.Period(12).value(self.base, self.today) if quarter else "?"
        found = dates(self.lead, 0, len(self.lead), self.today) if self.lead else []
        told = {moment.value for moment in found if moment.kind in ("quarter", "half", "fiscal", "year", "span")}
        return self.now if not told else told.pop() if len(told) == 1 else "?"

    def _subject(self) -> str:
        """Return whose rows are to come: who is named just above, or by the nearest heading; "" where it is open."""
        headed = next((names for _, names in sorted(self.heads.items(), reverse=True) if names), ())
        if self.lead not in self.led:
            self.led[self.lead] = heads.named(self.lead, self.words) if self.lead else ()
        led = self.led[self.lead]
        same = {identity(name)[0] for name in headed}
        lone = self.lead.rstrip().endswith(":") or len(self.lead.split()) < FEW
        if len(led) == 1 and (not headed or identity(led[0])[0] in same or lone):
            return led[0]
        shared = [name for name in led if identity(name)[0] in same]
        return headed[0] if len(headed) == 1 and (not led or shared) else ""

    def _grid(self, cells: list[tuple[int, Block]]) -> Iterator[Row]:
        """Yield the rows of a table whose first cells are labels, and whose heads are periods or the like."""
        first, *rest = lines = _lines(self.post.source.text, cells)
        head = first[0][1].prose.flat if 0 in first else ""
        if head and self.terms.opens.match(head):
            columns, rest = {1: ("now", "")}, lines
        else:
            columns = {at: self._column(block.prose.flat) for at, (_, block) in first.items() if at}
            self.factor = max(_scale(head), _scale(self.lead))
        for line in rest:
            row = self._across(line, columns) if 0 in line else None
            if row is not None:
                yield row
        self.lead, self.factor = "", 1.0

    def _column(self, text: str) -> tuple[str, str]:
        """Return what a column holds by its head: now, expected, before (not told of when) or ""; and its period."""
        text = text.strip()
        moments = dates(text, 0, len(text), self.today)
        read, period, stop = labels.said(text, 0, len(text), moments, self.terms)
        if stop < len(text) or not (read or period):
            return "", ""
        sorts = frozenset[str]().union(*(self.terms.sorts[word] for word in read))
        if sorts & {"change", "row", "last"}:
            return "", ""
        sort = next((name for name in ("expected", "before") if name in sorts), "now")
        return sort, period.value if period is not None else ""

    def _across(self, line: dict[int, tuple[int, Block]], columns: dict[int, tuple[str, str]]) -> Row | None:
        text = line[0][1].prose.flat.strip()
        found = self._label(text, 0, len(text)) if self.labelled(text) else None
        if found is None:
            return None
        label = found[0]
        now = self._time(label)
        cells = []
        for at, (number, block) in line.items():
            sort, period = columns.get(at, ("", ""))
            shown = block.prose.flat
            value = labels.value(shown, 0, len(shown), [], self.terms) if sort and len(shown) < LONG else None
            if value is not None and value.amount is not None:
                loss = label.loss if value.loss is None else value.loss
                expected = "expected" in (sort, value.sort) or label.ahead or self._ahead()
                cells.append(Cell(number, value.amount, loss, period or now, expected, sort == "before"))
        if not cells:
            return None
        places = tuple((number, 0, len(block.prose.text)) for number, block in line.values())
        said = " | ".join(block.prose.flat.strip() for _, block in line.values())
        factor = label.factor if label.factor > 1 else self.factor
        return Row(places, said, label, cells, self._subject(), self.part, factor)


_TAG, _ROW = re.compile(r"<t[dh]\b", re.IGNORECASE), re.compile(r"<tr\b", re.IGNORECASE)
FAR = 4000  # how long a row is at most


def _lines(text: str, cells: list[tuple[int, Block]]) -> list[dict[int, tuple[int, Block]]]:
    """Part the cells of a table into its rows, each cell by its column: those without words are no blocks."""
    tagged = _TAG.search(text, max(0, cells[0][1].span.start - 60), cells[0][1].span.end) is not None
    lines: list[dict[int, tuple[int, Block]]] = []
    begun = -1
    for cell in cells:
        start = cell[1].span.start
        if tagged:
            tags = [match.start() for match in _ROW.finditer(text, max(begun + 1, start - FAR), start)]
            begin = tags[-1] if tags else begun
        else:
            begin = text.rfind("\n", 0, start)
        if begin != begun or not lines:
            lines.append({})
            begun = begin
        before = text[max(begin + 1, start - FAR) : start + 3]
        column = len(_TAG.findall(before)) - 1 if tagged else before[:-3].lstrip(" >")[1:].count("|")
        lines[-1].setdefault(max(column, 0), cell)
    return lines


def _scale(text: str) -> float:
    """Return what bare figures are multiplied by where a heading says so: in thousands."""
    found = _SCALE.search(text)
    return 1.0 if found is None else labels.FACTORS[(found[1] or "thousand").lower()]
