"""Sorted lines, each a word, a tab and what is known of it, looked up where they lie: reading them costs nothing.

Every so many lines begin a block. The words that begin blocks, and where these lie, stand before the lines.
"""

import struct
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

EVERY = 64


class Lines:
    """The lines that `pack` put together."""

    def __init__(self, data: bytes) -> None:
        count, size = struct.unpack_from("=2I", data)
        at = 8 + 4 * (count + 1)
        self._data = data
        self._starts = struct.unpack_from(f"={count + 1}I", data, 8)
        self._heads = data[at : at + size].decode().split("\n") if count else []

    def find(self, word: str) -> str:
        """Return what is known of a word, "" where it has no line."""
        block = bisect_right(self._heads, word) - 1
        if block < 0:
            return ""
        key = f"\n{word}\t".encode("utf-8", "surrogatepass")
        at = self._data.find(key, self._starts[block], self._starts[block + 1])
        if at < 0:
            return ""
        return self._data[at + len(key) : self._data.index(b"\n", at + 1)].decode()

    def some(self, start: str) -> Iterator[tuple[str, str]]:
        """Yield the words that begin so, and what is known of each."""
        first = max(0, bisect_left(self._heads, start) - 1)
        last = bisect_right(self._heads, start + chr(0x10FFFF))
        text = self._data[self._starts[first] : self._starts[last]].decode()
        for line in text.split("\n"):
            word, mark, value = line.partition("\t")
            if mark and word.startswith(start):
                yield word, value


def pack(lines: list[str]) -> bytes:
    """Return lines, sorted by their words, as `Lines` reads them."""
    blocks = ["".join(f"\n{line}" for line in lines[at : at + EVERY]).encode() for at in range(0, len(lines), EVERY)]
    heads = "\n".join(line.partition("\t")[0] for line in lines[::EVERY]).encode()
    starts = [8 + 4 * (len(blocks) + 1) + len(heads)]
    for block in blocks:
        starts.append(starts[-1] + len(block))
    index = struct.pack(f"={2 + len(starts)}I", len(blocks), len(heads), *starts)
    return b"".join((index, heads, *blocks, b"\n"))
