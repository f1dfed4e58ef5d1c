"""Text inside text: what was read from a decoded string, carried back to the file that the string stands in."""

from bisect import bisect_right

from msgspec.structs import replace

from lint.model.post import Block, Comment, Fault, Holder
from lint.model.text import Prose, Run, Span


class Way:
    """The way from a decoded string (an escaped element of a feed, a string of JSON) back to its file."""

    def __init__(self, outer: Prose) -> None:
        self.text = outer.text
        self._runs = outer.runs
        self._ats = [run.at for run in outer.runs]
        self._holders: dict[int, tuple[Holder, Holder]] = {}

    def home(self, start: int, end: int) -> Span:
        """Return where `text[start:end]` stands in the file."""
        if not self._runs:
            return Span(0, 0)
        first = self._runs[max(0, bisect_right(self._ats, start) - 1)]
        begin = first.start + min(start - first.at, first.end - first.start) if first.literal else first.start
        if end <= start:
            return Span(begin, begin)
        last = self._runs[max(0, bisect_right(self._ats, end - 1) - 1)]
        return Span(begin, last.start + end - last.at if last.literal else last.end)

    def span(self, span: Span) -> Span:
        """Return where a span of the string stands in the file."""
        return self.home(span.start, span.end)

    def prose(self, prose: Prose) -> Prose:
        """Return a prose of the string as one of the file; a literal run may fall into several."""
        runs: list[Run] = []
        for run in prose.runs:
            if run.literal:
                self._cut(run, runs)
            else:
                home = self.home(run.start, run.end)
                runs.append(Run(run.at, home.start, home.end, False))
        return Prose(prose.text, tuple(runs))

    def _cut(self, run: Run, runs: list[Run]) -> None:
        index = max(0, bisect_right(self._ats, run.start) - 1)
        at = run.start
        while at < run.end:
            outer = self._runs[index]
            stop = min(run.end, self._ats[index + 1] if index + 1 < len(self._ats) else run.end)
            if outer.literal:
                begin = outer.start + at - outer.at
                runs.append(Run(run.at + at - run.start, begin, begin + stop - at, True))
            else:
                runs.append(Run(run.at + at - run.start, outer.start, outer.end, False))
            at, index = stop, index + 1

    def block(self, block: Block) -> Block:
        """Return a block of the string as one of the file."""
        return replace(
            block,
            prose=self.prose(block.prose),
            span=self.span(block.span),
            inlines=tuple(replace(inline, span=self.span(inline.span)) for inline in block.inlines),
            holders=tuple(self._holder(holder) for holder in block.holders),
        )

    def _holder(self, holder: Holder) -> Holder:
        """Blocks share their holders, so each is carried over once."""
        known = self._holders.get(id(holder))
        if known is None:
            known = self._holders[id(holder)] = (holder, replace(holder, span=self.span(holder.span)))
        return known[1]

    def carry(
        self, read: tuple[list[Block], list[Comment], list[Fault]]
    ) -> tuple[list[Block], list[Comment], list[Fault]]:
        """Return all that was read of the string as of the file."""
        blocks, comments, faults = read
        return (
            [self.block(block) for block in blocks],
            [self.comment(comment) for comment in comments],
            [self.fault(fault) for fault in faults],
        )

    def comment(self, comment: Comment) -> Comment:
        """Return a comment of the string as one of the file."""
        return replace(comment, span=self.span(comment.span))

    def fault(self, fault: Fault) -> Fault:
        """Return a fault of the string as one of the file."""
        return replace(fault, span=self.span(fault.span))
