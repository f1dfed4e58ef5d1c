"""The lines that announce a block of earlier posts."""

from collections.abc import Iterator
from typing import NamedTuple

from lint import patterns as re
from lint.extract.headings import LONGEST, inline, lead
from lint.model.job import Own
from lint.model.post import Block, Post
from lint.model.text import Span

POINTER = re.compile(r"[\W_]{1,12}")
ANNOUNCES = re.compile(r"(?:[:：…]|\.\.\.)[\s*_]*$")
TAG = re.compile(
    r"</?(?:ul|ol|li|p|section|div|nav|aside|article|footer|main|body|html|hr|br|center|h[1-6]|blockquote|strong|b|em|span)(?:\s+class\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*'))?\s*/?>|<!--.{0,2000}?-->|\]\]>|</?[a-z]+:?[a-z]*>",
    re.I | re.DOTALL,
)
ROLES = ("heading", "paragraph", "item", "caption", "cell")


class Lead(NamedTuple):
    """A lead-in: its block and line, where it stands, and where in the prose what comes after it begins.

    `rest` tells whether anything comes after it in the same block, `inline` whether it does so on the same line, `sure`
    whether the line can be nothing else: a heading, or one that is set off or ends in a colon or dots.
    """

    block: int
    line: int
    text: str
    span: Span
    start: int
    end: int
    rest: bool
    inline: bool = False
    sure: bool = True

    def blank(self, post: Post, span: Span) -> bool:
        """Tell whether nothing is written there but markup that holds nothing: no template, no script, no image."""
        between = TAG.sub("", post.source.text[span.start : span.end])
        return not re.sub(r"[\s#*_=\-–—~:.…]+|\{:[^{}\n]*\}|\[\^[^\[\]\n]*\]:", "", between)


def leads(post: Post, own: Own) -> Iterator[Lead]:
    """Yield the lead-ins of a post, in order."""
    for number, block in enumerate(post.blocks):
        if block.role not in ROLES or block.span.end <= post.body or block.note:
            continue
        if (block.quoted and post.shape in ("plain", "dump")) or any(
            holder.name in ("nav", "footer") for holder in block.holders
        ):
            continue
        if block.level == 1 and post.title_at is not None and block.span.start <= post.title_at.start < block.span.end:
            continue
        before = post.blocks[number - 1] if number else block
        if block.role == before.role == "cell" and block.group == before.group and number:
            continue  # only the first cell of a table says what the table lists
        following = post.blocks[number + 1] if number + 1 < len(post.blocks) else block
        yield from _leads(number, block, block.role == following.role == "item" and following.level > block.level, own)


def _leads(number: int, block: Block, holds: bool, own: Own) -> Iterator[Lead]:
    """Yield the lead-ins of a block; one that `holds` items below it announces them."""
    text = block.prose.text
    begun = _inline(block, own) if block.role != "cell" else 0
    if begun:
        first = text[:begun].rstrip()
        yield Lead(number, 0, first.strip(), block.prose.home(0, len(first)), 0, begun, True, True)
        return
    at, pointed, line = 0, True, 0
    while at >= 0:
        end = text.find("\n", at)
        stop = len(text) if end < 0 else end
        shown = text[at:stop].strip()
        if pointed and len(shown) <= LONGEST and lead(shown, own):
            rest = bool(text[stop:].strip())
            begin = at + len(text[at:stop]) - len(text[at:stop].lstrip())
            sure = bool(line) or block.role == "heading" or holds or _announces(block, begin, begin + len(shown))
            if block.role == "item" and (rest or not sure):
                return
            sentence = (
                shown.endswith((".", "!", "?", ";", ",")) and not shown.endswith("...") and block.role != "heading"
            )
            if (sure or not rest) and not sentence:
                span = block.prose.home(begin, begin + len(shown))
                yield Lead(number, line, shown, span, begin, stop, rest, sure=sure)
        pointed = bool(POINTER.fullmatch(shown)) or (pointed and lead(shown, own)) if shown else pointed
        line, at = line + 1, end + 1 if end >= 0 else -1


def _inline(block: Block, own: Own) -> int:
    """Return where what comes after a lead-in on its own line begins: after its colon, or where it is set off."""
    text = block.prose.text
    end = inline(text, own)
    if not end:
        off = next((item for item in block.inlines if item.kind in ("strong", "emphasis") and not item.start), None)
        end = off.end if off is not None and lead(text[: off.end], own) else 0
        end = end if text[end:].partition("\n")[0].strip() else 0
    linked = "[[" in text[end:] or any(item.kind == "link" and item.start >= end for item in block.inlines)
    return end if linked else 0


def _announces(block: Block, start: int, end: int) -> bool:
    """Tell whether a line at the head of a paragraph announces the rest of it: it ends so, or it is set off."""
    if ANNOUNCES.search(block.prose.text[start:end]) or not block.prose.text[start].isalnum():
        return True
    return block.role != "item" and any(
        item.kind in ("strong", "emphasis") and item.start <= start and end <= item.end + 2 for item in block.inlines
    )
