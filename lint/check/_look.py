"""One look at all the words of a post, shared by the kinds that ask which of many phrases it may hold."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Set
from functools import lru_cache
from itertools import accumulate, compress, count, pairwise
from operator import eq
from typing import NamedTuple

from lint.lexicon.language import abroad
from lint.model.post import Block, Post
from lint.model.text import Span

WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
# A word, or what stands between two: they take turns.
PIECE = re.compile(rf"{WORD.pattern}|[\W\d_]+")
# Between blocks: no blank, so that no phrase runs over it.
GAP = "\n\x1e\n"


class Text(NamedTuple):
    """The prose of a post as one string. `starts` tells where each block begins in it."""

    text: str
    starts: tuple[int, ...]
    blocks: tuple[Block, ...]

    def block(self, at: int) -> tuple[Block, int]:
        """Return the block that holds an offset, and where it begins."""
        number = bisect_right(self.starts, at) - 1
        return self.blocks[number], self.starts[number]

    def home(self, start: int, end: int) -> Span:
        """Return where `text[start:end]` stands in the file."""
        block, begin = self.block(start)
        return block.prose.home(start - begin, end - begin)

    def literal(self, start: int, end: int) -> bool:
        """Tell whether `text[start:end]` stands in the file as it is, in one piece."""
        block, begin = self.block(start)
        return block.prose.literal(start - begin, end - begin)


class Words(NamedTuple):
    """The words of a text in small letters with straight apostrophes: in order, each once, and those side by side.

    Signs between two words are not seen: whatever is found here is to be looked up in the text. `text` is the text in
    these letters, `starts` tells where each word in `order` begins in it.
    """

    text: str
    order: list[str]
    starts: list[int]
    all: frozenset[str]
    pairs: frozenset[tuple[str, str]]

    def spots(self, wanted: Set[tuple[str, ...]]) -> dict[tuple[str, ...], list[int]]:
        """Return where words stand, or two words side by side with one blank or line break between them."""
        found: dict[tuple[str, ...], list[int]] = defaultdict(list)
        order, starts = self.order, self.starts
        for number in compress(count(), map(wanted.__contains__, pairwise(order))):
            if self.joined(number, 2):
                found[order[number], order[number + 1]].append(starts[number])
        single = {words[0] for words in wanted if len(words) == 1}
        for number in compress(count(), map(single.__contains__, order)) if single else ():
            if self.joined(number, 1):
                found[order[number],].append(starts[number])
        return found

    def joined(self, number: int, size: int) -> bool:
        """Tell whether so many words stand side by side, one blank or line break between them, and nothing is glued to
        their ends."""
        text, order, starts = self.text, self.order, self.starts
        if text[starts[number] - 1 : starts[number]].isalnum():
            return False
        for at in range(number, number + size - 1):
            end = starts[at] + len(order[at])
            if starts[at + 1] != end + 1 or text[end] not in " \n":
                return False
        end = starts[number + size - 1] + len(order[number + size - 1])
        return not text[end : end + 1].isalnum()

    def repeated(self, most: int) -> Iterator[int]:
        """Yield where one to `most` words stand that stand there once more at once, whatever is between them."""
        order = self.order
        numbers: set[int] = set()
        for size in range(1, most + 1):
            same = bytes(map(eq, order, order[size:]))
            at = same.find(b"\1" * size)
            while at >= 0:
                numbers.add(at)
                at = same.find(b"\1" * size, at + 1)
        yield from (self.starts[number] for number in sorted(numbers))


_last: list[tuple[Post, Text]] = []


def text_of(post: Post) -> Text:
    """Return the prose of a post, code left out; nothing of a post in another language.

    The last answer is kept: several kinds ask for the same post in turn.
    """
    if _last and _last[0][0] is post:
        return _last[0][1]
    blocks = () if abroad(post) else tuple(block for block in post.blocks if block.role != "code")
    starts, at = [], 0
    for block in blocks:
        starts.append(at)
        at += len(block.prose.text) + len(GAP)
    text = Text(GAP.join(block.prose.text for block in blocks), tuple(starts), blocks)
    _last[:] = [(post, text)]
    return text


@lru_cache(maxsize=2)
def words_of(text: str) -> Words:
    """Return the words of a text. The last looks are kept: several kinds ask for the same post in turn."""
    lower = small(text)
    pieces = PIECE.findall(lower)
    first = 0 if WORD.match(lower) else 1
    order = pieces[first::2]
    starts = list(accumulate(map(len, pieces), initial=0))[first::2]
    return Words(lower, order, starts, frozenset(order), frozenset(pairwise(order)))


@lru_cache(maxsize=2)
def small(text: str) -> str:
    """Return a text in small letters with straight apostrophes, every character in its place."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    return lower.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
