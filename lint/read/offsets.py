"""Byte offsets of a parser to code points of the file."""

from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate

# Of every so many characters it is known at which byte they begin; most stretches of them hold no wide one.
STRETCH = 128


def points(text: str, base: int) -> Callable[[int], int]:
    """Return what turns UTF-8 byte offsets in `text` into code points of the file, where `text` is at `base`.

    The stretch that was asked for last is kept, since most questions are about it.
    """
    if text.isascii():
        return base.__add__
    data = text.encode()
    sizes = (len(text[at : at + STRETCH].encode()) for at in range(0, len(text), STRETCH))
    begins = list(accumulate(sizes, initial=0))
    last = len(begins) - 1
    low = high = point = 0
    wide = False

    def at(offset: int) -> int:
        nonlocal low, high, point, wide
        if not low <= offset < high:
            index = bisect_right(begins, offset, 0, last) - 1
            low, high = begins[index], begins[index + 1]
            point, wide = base + index * STRETCH, not data[low:high].isascii()
        return point + (len(data[low:offset].decode()) if wide else offset - low)

    return at
