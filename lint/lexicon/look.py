"""One look at the words of a post, shared by all that ask for them: a post in, its words and where they stand out.

Cutting a text into words costs more than most of what is asked about them. So it is done once a post, and without a
regular expression: whatever is no letter becomes a blank, and what blanks part is a word.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate, compress
from zlib import crc32

from lint.lexicon import context
from lint.lexicon.memo import Memo
from lint.model.post import Block, Post
from lint.model.text import Span

# Between blocks: no blank, so that no phrase runs over it.
GAP = "\n\x1e\n"
ASCII = bytes(range(128))
# Letters and apostrophes, and the bytes of all that is not ASCII, stay as they are.
BLANKS = bytes(byte if byte > 127 or chr(byte).isalpha() or byte == ord("'") else ord(" ") for byte in range(256))
NO_LETTER = frozenset(("", " ", "'"))
MANY = 64  # different signs, each of which is replaced by itself
KEPT = 1 << 18


class Look:
    """The prose of blocks as one string, and its words.

    text   the blocks, GAP between them
    words  as they stand, with straight apostrophes: letters, and apostrophes between letters
    """

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = blocks
        self.text = GAP.join(block.prose.text for block in blocks)
        self._pieces = _blanked(self.text).split(" ")
        self.words = list(filter(None, self._pieces))

    @cached_property
    def order(self) -> list[str]:
        """The words in small letters."""
        return list(map(_SMALL.__getitem__, self.words))

    @cached_property
    def different(self) -> frozenset[str]:
        """Each of the words once."""
        return frozenset(self.words)

    @cached_property
    def pulls(self) -> list[float]:
        """The pull of each word on the next one (context.py)."""
        return context.pulls(self.order)

    @cached_property
    def starts(self) -> list[int]:
        """Where each word begins."""
        after = accumulate(map((1).__add__, map(len, self._pieces)), initial=0)
        return list(compress(after, self._pieces))

    @cached_property
    def _begins(self) -> list[int]:
        return list(accumulate((len(block.prose.text) + len(GAP) for block in self.blocks), initial=0))

    def block(self, at: int) -> tuple[Block, int]:
        """Return the block that holds an offset, and where it begins."""
        number = min(bisect_right(self._begins, at), len(self.blocks)) - 1
        return self.blocks[number], self._begins[number]

    def home(self, start: int, end: int) -> Span:
        """Return where `text[start:end]` stands in the file."""
        block, begin = self.block(start)
        return block.prose.home(start - begin, end - begin)

    def literal(self, start: int, end: int) -> bool:
        """Tell whether `text[start:end]` stands in the file as it is, in one piece."""
        block, begin = self.block(start)
        return block.prose.literal(start - begin, end - begin)

    def end(self, number: int) -> int:
        """Return where a word ends."""
        return self.starts[number] + len(self.words[number])

    def joined(self, number: int, size: int) -> bool:
        """Tell whether so many words stand side by side, one blank or line break between them, and nothing is glued to
        their ends."""
        text, starts = self.text, self.starts
        if number < 0 or number + size > len(starts) or text[starts[number] - 1 : starts[number]].isalnum():
            return False
        for at in range(number, number + size - 1):
            end = self.end(at)
            if starts[at + 1] != end + 1 or text[end] not in " \n":
                return False
        end = self.end(number + size - 1)
        return not text[end : end + 1].isalnum()

    def repeated(self, most: int) -> Iterator[int]:
        """Yield where one to `most` words stand that stand there once more at once, whatever is between them.

        Each word is a byte, and the text is held against itself a few bytes further on as one great number.
        """
        order, total = self.order, len(self.order)
        whole = int.from_bytes(map(_BYTE.__getitem__, order), "little")
        numbers: set[int] = set()
        for size in range(1, min(most, total // 2) + 1):
            differ = (whole ^ (whole >> 8 * size)).to_bytes(total, "little")[: total - size]
            at = differ.find(bytes(size))
            while at >= 0:
                if order[at : at + size] == order[at + size : at + 2 * size]:
                    numbers.add(at)
                at = differ.find(bytes(size), at + 1)
        yield from (self.starts[number] for number in sorted(numbers))


_last: list[tuple[Post, Look]] = []


def look(post: Post) -> Look:
    """Return the look at the words of a post, code left out. The last is kept: many ask for the same post in turn."""
    if not _last or _last[0][0] is not post:
        _last[:] = [(post, Look([block for block in post.blocks if block.role != "code"]))]
    return _last[0][1]


def _blanked(text: str) -> str:
    """Return a text of the same length with a blank for every sign but the apostrophes between two letters."""
    if not text.isascii():
        text = _plain(text)
    text = text.encode().translate(BLANKS).decode()
    loose = [-1]
    at = text.find("'")
    while at >= 0:
        if text[at - 1 : at] in NO_LETTER or text[at + 1 : at + 2] in NO_LETTER:
            loose.append(at)
        at = text.find("'", at + 1)
    ends = [*loose[1:], len(text)]
    return " ".join(text[at + 1 : end] for at, end in zip(loose, ends, strict=True)) if len(loose) > 1 else text


def _plain(text: str) -> str:
    """Return a text with straight apostrophes and blanks for all other signs that are not ASCII."""
    rest = text.encode("utf-8", "surrogatepass").translate(None, ASCII).decode("utf-8", "surrogatepass")
    signs = {char for char in set(rest) if not char.isalnum() or char.isdecimal()}
    signs.discard("\N{RIGHT SINGLE QUOTATION MARK}")
    if len(signs) > MANY:
        text = text.translate(dict.fromkeys(map(ord, signs), " "))
    else:
        for sign in signs:
            text = text.replace(sign, " ")
    return text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")


def _small(word: str) -> str:
    """Return a word in small letters, as many as it has."""
    lower = word.lower()
    if len(lower) != len(word):
        lower = "".join(char.lower() if len(char.lower()) == 1 else char for char in word)
    return lower


_SMALL: Memo[str, str] = Memo(_small, KEPT)
_BYTE: Memo[str, int] = Memo(lambda word: crc32(word.encode()) & 0xFF, KEPT)
