"""Columns of lines in the units that others count in: bytes of UTF-8, units of UTF-16."""

from collections.abc import Callable

from lint.model.finding import Finding, Related

STEP = 1024
Count = Callable[[Finding | Related, int], int]


def counter(size: Callable[[str], int]) -> Count:
    """Return what counts the units before a letter of the line of a finding; `size` counts those of a text.

    Thousands of findings may stand on one long line: what stands before every so many letters of it is counted once.
    """
    marks: dict[tuple[str, int], list[int]] = {}

    def count(item: Finding | Related, columns: int) -> int:
        line = item.line_text
        if line.isascii():
            return columns
        known = marks.setdefault((item.path, item.place.line), [0])
        whole = min(columns, len(line)) // STEP
        for at in range(len(known) - 1, whole):
            known.append(known[at] + size(line[at * STEP : (at + 1) * STEP]))
        return known[whole] + size(line[whole * STEP : columns])

    return count
