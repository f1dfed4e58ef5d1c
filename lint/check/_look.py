"""One look at all the words of a post, shared by the kinds that ask which of many phrases it may hold."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise, product
from typing import NamedTuple

from lint.lexicon.language import abroad
from lint.model.post import Block, Post
from lint.model.text import Span

WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
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

    Signs between two words are not seen: whatever is found here is to be looked up in the text.
    """

    order: tuple[str, ...]
    all: frozenset[str]
    pairs: frozenset[tuple[str, str]]


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
    order = tuple(WORD.findall(small(text)))
    return Words(order, frozenset(order), frozenset(pairwise(order)))


@lru_cache(maxsize=2)
def small(text: str) -> str:
    """Return a text in small letters with straight apostrophes, every character in its place."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    return lower.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")


def spots(lower: str, *words: str) -> Iterator[int]:
    """Yield where words stand side by side in a text in small letters, one blank or line break between them."""
    for blanks in product(" \n", repeat=len(words) - 1):
        wanted = words[0] + "".join(blank + word for blank, word in zip(blanks, words[1:], strict=True))
        at = lower.find(wanted)
        while at >= 0:
            end = at + len(wanted)
            if not lower[at - 1 : at].isalnum() and not lower[end : end + 1].isalnum():
                yield at
            at = lower.find(wanted, end)
