"""Byte offsets of a parser to code points of the file."""

import re
from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate


def points(text: str, base: int) -> Callable[[int], int]:
    """Return what turns UTF-8 byte offsets in `text` into code points of the file, where `text` is at `base`.

    The stretch between two wide characters that was asked for last is kept, since most questions are about it.
    """
    if text.isascii():
        return base.__add__
    wide = [(match.start(), len(match[0].encode()) - 1) for match in re.finditer(r"[^\x00-\x7f]", text)]
    extra = list(accumulate((more for _, more in wide), initial=0))
    ends = [at + 1 + after for (at, _), after in zip(wide, extra[1:], strict=True)]
    low = high = shift = 0

    def at(offset: int) -> int:
        nonlocal low, high, shift
        if not low <= offset < high:
            index = bisect_right(ends, offset)
            low = ends[index - 1] if index else 0
            high = ends[index] if index < len(ends) else 1 << 62
            shift = extra[index] - base
        return offset - shift

    return at
