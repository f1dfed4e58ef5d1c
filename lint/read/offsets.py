"""Byte offsets of a parser to code points of the file."""

from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate

from lint import patterns as re

# Of every so many characters it is known at which byte they begin; most stretches of them hold no wide one.
STRETCH = 128
WIDE = re.compile(rb"[\x80-\xff]")


def points(text: str, base: int) -> Callable[[int], int]:
    """Return what turns UTF-8 byte offsets in `text` into code points of the file, where `text` is at `base`.

    The bytes around the last answer that are as far from their code points are kept: most questions are about them.
    """
    if text.isascii():
        return base.__add__
    data = text.encode()
    sizes = (len(text[at : at + STRETCH].encode()) for at in range(0, len(text), STRETCH))
    begins = list(accumulate(sizes, initial=0))
    last = len(begins) - 1
    low = high = shift = 0

    def at(offset: int) -> int:
        nonlocal low, high, shift
        if not low <= offset < high:
            index = bisect_right(begins, offset, 0, last) - 1
            low, high = begins[index], begins[index + 1]
            shift = low - base - index * STRETCH
            if not data[low:high].isascii():
                shift += offset - low - len(data[low:offset].decode())
                following = WIDE.search(data, offset, high)
                low, high = offset, following.start() + 1 if following else high
        return offset - shift

    return at
