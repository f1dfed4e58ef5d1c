"""Entries in blocks of their own: list items, paragraphs that are a link, cards."""

from collections.abc import Iterator
from typing import NamedTuple

from lint import patterns as re
from lint.extract.previously.entry import UNRESOLVED, WIKI, entry, written
from lint.extract.previously.lead import Lead
from lint.extract.previously.lines import ADDRESS, inline, linked, linked_lines, split, titles
from lint.model.facts import Entry
from lint.model.post import Block, Inline, Post
from lint.model.text import MASK, Span

INTRODUCTION = 200
LISTS = ("item", "cell")
TITLE = re.compile(r"[\W_]{0,3}(?![a-z])\w[^.:;\n]{3,100}[.!?”\"’']{0,3}")


class _Scope(NamedTuple):
    """The blocks in which the entries of a lead-in may stand; in a `closed` one, every block belongs to them."""

    numbers: list[int]
    closed: bool
    begin: int


def after(post: Post, lead: Lead, stop: int) -> tuple[list[Entry], int]:
    """Return the entries in the blocks after a lead-in, and the number of the last block that they take up."""
    scope = _scope(post, lead, stop)
    found: list[Entry] = []
    last = lead.block
    at = 0
    while at < len(scope.numbers):
        number = scope.numbers[at]
        role = post.blocks[last].role
        if found and not scope.closed and role in LISTS and role != post.blocks[number].role:
            break  # the list or the table is at its end
        made, used = _entry(post, scope, at, lead)
        if made is None:
            block = post.blocks[number]
            skipped = block.role == "alt" or (scope.closed and block.role != "heading")
            introduces = not found and block.role == "paragraph" and block.prose.text.rstrip().endswith(":")
            if not skipped and not (introduces and len(block.prose.text) <= INTRODUCTION and at == 0):
                break
            at += 1
            continue
        found += made
        at += used
        last = scope.numbers[min(at, len(scope.numbers)) - 1]
    if any(item.url or not item.title for item in found) or post.shape in ("plain", "dump"):
        return found, last
    return _unlinked_list(post, lead, scope)


def _unlinked_list(post: Post, lead: Lead, scope: _Scope) -> tuple[list[Entry], int]:
    """Return the entries of a list in which nothing is linked: all are titles, short and no sentences."""
    found: list[Entry] = []
    last = lead.block
    for number in scope.numbers:
        block = post.blocks[number]
        text = block.prose.text
        if block.role != "item":
            break
        if block.inlines and any(item.kind in ("link", "code", "math") for item in block.inlines):
            return [], lead.block
        if "\n" in text or MASK in text or not TITLE.fullmatch(text):
            return [], lead.block
        found.append(entry(post, block, (0, len(text))))
        last = number
    return (found, last) if len(found) > 1 and lead.sure else ([], lead.block)


def _scope(post: Post, lead: Lead, stop: int) -> _Scope:
    """Return the blocks inside the element that the lead-in begins, or else those up to the next heading."""
    here = post.blocks[lead.block]
    for holder in reversed(here.holders):
        if holder.name not in ("section", "div", "aside"):
            continue
        inside = [
            number
            for number in range(lead.block + 1, stop)
            if any(other.span == holder.span for other in post.blocks[number].holders)
        ]
        first = lead.block == 0 or all(other.span != holder.span for other in post.blocks[lead.block - 1].holders)
        if inside and first:
            return _Scope(inside, True, here.span.end)
        break
    return _Scope(list(range(lead.block + 1, stop)), False, here.span.end)


def _entry(post: Post, scope: _Scope, at: int, lead: Lead) -> tuple[list[Entry] | None, int]:
    """Return the entries that begin with one block, and how many blocks they take up; None where none does."""
    block = post.blocks[scope.numbers[at]]
    if any(holder.name in ("nav", "footer") for holder in block.holders) or block.note:
        return None, 0
    if block.role == "item":
        above = post.blocks[lead.block]
        if above.role == "item" and block.level <= above.level:
            return None, 0
        return _item(post, block), 1
    if block.role == "cell":
        item = _wrapping(block)
        headed = post.blocks[lead.block].role == "cell"
        if item is None or (headed and not _begins_row(post, post.blocks[scope.numbers[at] - 1], block)):
            return [], 1
        return [_cell(post, block, item)], 1
    if block.role == "heading":
        level = post.blocks[lead.block].level
        item = _wrapping(block)
        if item is None or (level and block.level <= level and not _shared(post, scope, at, item)):
            return None, 0
        return _card(post, scope, at, item)
    if block.role == "paragraph":
        if ADDRESS.fullmatch(block.prose.text) and block.prose.text.startswith("http"):
            return [entry(post, block, (0, len(block.prose.text)), block.prose.text)], 1
        item = _wrapping(block)
        if item is not None:
            return _card(post, scope, at, item)
        rows = split(block, 0)
        made = linked_lines(post, block, rows) if len(rows) < 12 and len(block.prose.text) < 600 else []
        return made or None, 1
    return None, 0


def _begins_row(post: Post, before: Block, block: Block) -> bool:
    """Tell whether a cell is the first of its row: it stands in the column that the table's first cell names."""
    between = post.source.text[before.span.end : block.span.start]
    return "<tr" in between.lower() if "<" in between else "\n" in between


def _cell(post: Post, block: Block, item: Inline) -> Entry:
    return entry(post, block, (item.start, item.end), written(post, item), None, item.span)


def _item(post: Post, block: Block) -> list[Entry] | None:
    text = block.prose.text
    items = [item for item in block.inlines if item.kind == "link"]
    if not items:
        return _unlinked(post, block)
    if len(items) > 1:
        several = inline(post, Lead(post.blocks.index(block), 0, "", block.span, 0, 0, True, True))
        if several and all(entry.title for entry in several):
            return several
    end = text.find("\n")
    end = len(text) if end < 0 or end < items[0].end else end
    made = linked(post, block, items[0], 0, end)
    if made is not None and end < len(text) and not made.description:
        made = entry(post, block, (items[0].start, items[0].end), written(post, items[0]), (block, end + 1, len(text)))
    return [made] if made is not None else []


def _unlinked(post: Post, block: Block) -> list[Entry] | None:
    """Return the entries of an item without a link: wiki links, a reference that nothing defines, a plain title."""
    text = block.prose.text
    wiki = list(WIKI.finditer(text))
    if wiki:
        return [
            entry(post, block, match.span("shown" if match["shown"] else "target"), f"wiki:{match['target'].strip()}")
            for match in wiki
        ]
    match = UNRESOLVED.match(text.lstrip())
    if match and post.shape == "markdown":
        start = len(text) - len(text.lstrip())
        label = match["label"] or match["shown"]
        return [entry(post, block, (start + match.start(), start + match.end()), f"label:{label}")]
    if post.shape in ("plain", "dump"):
        return titles(post, split(block, 0))
    return []


def _wrapping(block: Block) -> Inline | None:
    """Return the link that all words of a block stand in, or most of them."""
    text = block.prose.text
    width = len(text.strip())
    links = [item for item in block.inlines if item.kind == "link"]
    if len({item.target for item in links}) > 1:
        return None  # inline code is short in the prose, however long it is to readers
    for item in links:
        if width and (item.end - item.start) >= 0.9 * width and item.end > item.start:
            return item
    return None


def _shared(post: Post, scope: _Scope, at: int, item: Inline) -> bool:
    """Tell whether the next block stands in the same link: then both are one card."""
    following = scope.numbers[at + 1] if at + 1 < len(scope.numbers) else -1
    return following >= 0 and any(_same(other, item) for other in post.blocks[following].inlines)


def _same(one: Inline, other: Inline) -> bool:
    return one.kind == "link" and one.span == other.span


def _card(post: Post, scope: _Scope, at: int, item: Inline) -> tuple[list[Entry], int]:
    """Return the entry of a card, from its first block on: what stands in the same link, or in the same element."""
    first = post.blocks[scope.numbers[at]]
    blocks = list(_rest_of_card(post, scope, at, item))
    parts = [first, *(block for block in blocks if block.role != "alt")]
    title = next((block for block in parts if block.role == "heading"), parts[0])
    said = next((block for block in parts if block is not title and block.prose.text.strip()), None)
    description = (said, 0, len(said.prose.text)) if said is not None else None
    whole = Span(item.span.start, item.span.end)
    made = entry(post, title, (0, len(title.prose.text.rstrip())), written(post, item), description, whole)
    return [made], 1 + len(blocks)


def _rest_of_card(post: Post, scope: _Scope, at: int, item: Inline) -> Iterator[Block]:
    first = post.blocks[scope.numbers[at]]
    own = [holder.span for holder in first.holders if holder.span.start >= scope.begin]
    for number in scope.numbers[at + 1 :]:
        block = post.blocks[number]
        together = any(_same(other, item) for other in block.inlines)
        inside = first.role == "heading" and block.role == "paragraph" and not any(
            other.kind == "link" for other in block.inlines
        )  # fmt: skip
        close = inside and (scope.closed or any(holder.span in own for holder in block.holders))
        leads_there = any(other.kind == "link" and other.target == item.target for other in block.inlines)
        if not (together or close or (leads_there and first.role == "heading") or (block.role == "alt" and together)):
            return
        yield block
