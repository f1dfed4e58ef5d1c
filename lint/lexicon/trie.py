"""The language model that PocketSphinx brings for English: its file in, tables out that are looked up where they lie.

The file is a trie in packed bits: below each word the words that it was heard after, below each of these the words that
the two were heard after (https://github.com/cmusphinx/pocketsphinx, src/lm/ngram_model_trie.c). Here the bits are laid
out as numbers of four bytes and two, so that a table is mapped into memory and nothing is read that is not asked for.
"""

import struct
from array import array
from collections.abc import Sequence
from itertools import accumulate, pairwise
from operator import mul
from typing import Any, NamedTuple, TypeAlias

Floats: TypeAlias = "memoryview[float]"
Numbers: TypeAlias = "memoryview[int]"

START = b"Trie Language Model\x03"
BINS = 1 << 16  # different values of a probability
BEHIND = 8  # bytes behind each packed table
LETTERS = "ffIIIIfffHHH"  # the kinds of numbers of the tables


class Trie(NamedTuple):
    """The tables. A probability is a logarithm; of pairs and threes the number of it among `two`, `back` and `three`.

    word, off   of each word, then of one that was never heard: how likely it is, and what that is less by behind it
    pairs       where the words that a word was heard after begin, and where those of the next word do
    first       which these are, sorted; after, loss: how likely the word is after it, what is lost behind the two
    threes      where the words that the two were heard after begin; `earliest` which, `last` how likely that is
    names       all words, sorted, parted by line ends
    """

    word: Floats
    off: Floats
    pairs: Numbers
    first: Numbers
    threes: Numbers
    earliest: Numbers
    two: Floats
    back: Floats
    three: Floats
    after: Numbers
    loss: Numbers
    last: Numbers
    names: bytes


def tables(data: memoryview) -> Trie:
    """Return the tables that `make` laid out."""
    words, pairs, threes = struct.unpack_from("=3I", data)
    sizes = (words + 1, words + 1, words + 2, pairs, pairs + 1, threes, BINS, BINS, BINS, pairs, pairs, threes)
    ends = list(accumulate(map(mul, sizes, map(struct.calcsize, LETTERS)), initial=12))
    parts: list[Any] = [data[start:end] for start, end in pairwise(ends)]
    numbers = [part.cast(letter) for part, letter in zip(parts, LETTERS, strict=True)]
    return Trie(*numbers, *[bytes(data[ends[-1] :])])


def make(data: bytes) -> bytes:
    """Return the tables of a file of such a model. Raises ValueError where it is none of three words."""
    if not data.startswith(START):
        raise ValueError("no trie of three words")
    counts = words, pairs, threes = struct.unpack_from("<3I", data, len(START))
    at = len(START) + 12 + 4
    two, back, three = (_numbers("f", data[at + 4 * BINS * number :][: 4 * BINS]) for number in range(3))
    at += 3 * 4 * BINS
    floats, numbers = (_numbers(letter, data[at : at + 12 * (words + 1)]) for letter in "fI")
    word, off, above = floats[::3], floats[1::3], numbers[2::3]
    word[-1], off[-1] = -float("inf"), 0.0
    at += 12 * (words + 1)
    bits = words.bit_length()
    (first, loss, after, below), at = _packed(data, at, pairs + 1, (bits, 16, 16, threes.bit_length()))
    (earliest, last), at = _packed(data, at, threes + 1, (bits, 16))
    pairs_of = [*above, above[-1]]
    parts = (word, off, pairs_of, first[:-1], below, earliest[:-1], two, back, three, after[:-1], loss[:-1], last[:-1])
    laid = (array(letter, part).tobytes() for letter, part in zip(LETTERS, parts, strict=True))
    return b"".join((struct.pack("=3I", *counts), *laid, data[at + 4 :].rstrip(b"\0").replace(b"\0", b"\n")))


def _numbers(letter: str, data: bytes) -> list[Any]:
    """Return the numbers of a file, which has the lowest byte first."""
    return list(struct.unpack(f"<{len(data) // 4}{letter}", data))


def _packed(data: bytes, at: int, count: int, sizes: Sequence[int]) -> "tuple[list[array[int]], int]":
    """Return so many entries, by their numbers of so many bits each, the lowest first; and where they end."""
    columns = [array("I") for _ in sizes]
    width = sum(sizes)
    for begin in range(0, count, 8):  # eight of them end with a byte
        start = at + begin // 8 * width
        bits = int.from_bytes(data[start : start + width], "little")
        for _ in range(min(8, count - begin)):
            for column, size in zip(columns, sizes, strict=True):
                column.append(bits & (1 << size) - 1)
                bits >>= size
    return columns, at + (count * width + 7) // 8 + BEHIND
