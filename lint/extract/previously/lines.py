"""Entries that stand on lines of their own: title, description and the image's text, or a title and its address."""

from typing import NamedTuple

from lint import patterns as re
from lint.address import fold
from lint.extract.previously.entry import EDGE, WIKI, described, entry, trimmed, written
from lint.extract.previously.lead import Lead
from lint.model.facts import Entry
from lint.model.post import Block, Inline, Post

NOTE = re.compile(r"(?:\d{1,2}|[¹²³⁴-⁹⁰]{1,2}|\[\d{1,3}\]|[†‡§])[.:)]?[ \t]*(?=[^\W\d_]|[\"“‘(])")
BETWEEN = re.compile(r"[\s,;|·•/&+–—()\[\].:→»-]*(?:[\w.'’-]+[\s,;|·•/&()\[\].:–—-]*){0,3}")
SENTENCE = re.compile(r"[.!?…][\"”’)]*$")
ADDRESS = re.compile(r"<?(?:https?://|www\.)\S{3,2000}")
LONG_TITLE = 160
LONG_LINE = 400


class Line(NamedTuple):
    """A line of a block's prose."""

    block: Block
    start: int
    end: int

    @property
    def text(self) -> str:
        """What it says."""
        return self.block.prose.text[self.start : self.end]


class _Item(NamedTuple):
    """A link in a line: where it stands, where the words that it shows do, and where it leads."""

    start: int
    end: int
    words: tuple[int, int]
    target: str


def is_note(text: str) -> bool:
    """Tell whether a paragraph of plain text begins like a footnote."""
    return bool(NOTE.match(text))


def inline(post: Post, lead: Lead) -> list[Entry]:
    """Return the entries of a list in one line: links with nothing but commas, bars or a word or two between them."""
    block = post.blocks[lead.block]
    text, at = block.prose.text, lead.end
    items = [
        _Item(item.start, item.end, (item.start, item.end), written(post, item))
        for item in block.inlines
        if item.kind == "link" and item.start >= at and item.end > item.start
    ]
    items += [
        _Item(*match.span(), match.span("shown" if match["shown"] else "target"), f"wiki:{match['target'].strip()}")
        for match in (WIKI.finditer(text, at) if "[[" in text else ())
    ]
    items.sort()
    for item in items:
        if item.start < at or not BETWEEN.fullmatch(text[at : item.start]):
            return []
        at = item.end
    if not BETWEEN.fullmatch(text[at : at + 200]) or len(text) - at > 60:
        return []
    ends = [*(item.start for item in items[1:]), len(text)]
    return [
        entry(post, block, item.words, item.target, (block, *trimmed(text, item.end, end)))
        for item, end in zip(items, ends, strict=True)
    ]


def under(post: Post, lead: Lead) -> list[Entry]:
    """Return the entries on the lines after a lead-in in the same block."""
    block = post.blocks[lead.block]
    rows = split(block, lead.end)
    linked = linked_lines(post, block, rows)
    if linked or post.shape not in ("plain", "dump"):
        return linked
    return titles(post, rows)


def after(post: Post, lead: Lead, stop: int) -> tuple[list[Entry], int]:
    """Return the entries on the lines of the blocks after a lead-in, in plain text, and the last of these blocks."""
    rows: list[Line] = []
    last = lead.block
    holder = fold(post.title)
    for number in range(lead.block + 1, stop):
        block = post.blocks[number]
        text = block.prose.text
        if block.role not in ("paragraph", "heading") or is_note(text) or len(text) > 2 * LONG_LINE:
            break
        lines = split(block, 0)
        if len(lines) > 1:
            fits = len(lines) in (2, 3) or (not rows and (len(lines) % 3 == 0 or len(lines) % 2 == 0))
            if not fits or len(lines[0].text) > LONG_TITLE or _is_description(lines[0]):
                break
            rows, last = [*rows, *lines], number
            if len(lines) > 3:
                break
            continue
        sentence = SENTENCE.search(text) and not text.endswith(("…", "...", "?", "!"))
        if fold(text) != holder and (len(text) > LONG_LINE or (sentence and (not rows or _is_description(rows[-1])))):
            break
        rows.append(lines[0])
        last = number
    shown = any(fold(row.text) == holder or row.text.rstrip().endswith(("…", "...")) for row in rows)
    if len({id(row.block) for row in rows}) > 1 and not shown:
        return [], lead.block
    return titles(post, rows), last


def split(block: Block, at: int) -> list[Line]:
    """Return the lines of a block from an offset on, without blank ones."""
    text, found = block.prose.text, []
    while at <= len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        start, stop = at, end
        while start < stop and text[start].isspace():
            start += 1
        while stop > start and text[stop - 1].isspace():
            stop -= 1
        if start < stop:
            found.append(Line(block, start, stop))
        at = end + 1
    return found


def linked_lines(post: Post, block: Block, rows: list[Line]) -> list[Entry]:
    """Return an entry for each line that begins with a link or is mostly one; a line without any describes the last."""
    found: list[Entry] = []
    for at, row in enumerate(rows):
        items = [item for item in block.inlines if item.kind == "link" and row.start <= item.start < row.end]
        if not items and found and not found[-1].description and _whole(block, rows[at - 1]):
            start, end = trimmed(block.prose.text, row.start, row.end)
            found[-1] = described(post, found[-1], block, start, end)
            continue
        made = linked(post, block, items[0], row.start, row.end) if items else None
        if made is None or (len(rows) == 1 and _in_sentence(block, items[0], row)):
            return []
        if found and found[-1].key == made.key and _pictured(block, rows[at - 1]):
            found.pop()  # a picture and the title under it are one card
        found.append(made)
    return found


def _whole(block: Block, row: Line) -> bool:
    """Tell whether a link is all that a line says."""
    return any(
        item.kind == "link" and row.start <= item.start and item.end - item.start >= 0.9 * (row.end - row.start)
        for item in block.inlines
    )


def _pictured(block: Block, row: Line) -> bool:
    return any(item.kind == "image" and row.start <= item.start and item.end <= row.end for item in block.inlines)


def _in_sentence(block: Block, item: Inline, row: Line) -> bool:
    """Tell whether words go on, on both sides, as in `The post … appeared first on …`."""
    before, after = block.prose.text[row.start : item.start], block.prose.text[item.end : row.end]
    return before.strip(EDGE)[-1:].isalpha() and after[:1].isspace() and after[1:2].islower()


def linked(post: Post, block: Block, item: Inline, start: int, end: int) -> Entry | None:
    """Return the entry of a line or list item that a link begins or mostly is; None where the link is in a sentence."""
    text = block.prose.text
    url = written(post, item)
    bare = ADDRESS.match(text[item.start : item.end])
    if bare:
        title = trimmed(text, start, item.start)
        if title[0] < title[1]:
            return entry(post, block, title, url, (block, *trimmed(text, item.end, end)))
        return entry(post, block, (item.start, item.end), url, (block, *trimmed(text, item.end, end)))
    before = text[start : item.start].strip(EDGE)
    if len(before) > 40 and item.end - item.start < (end - start) / 2:
        return None
    rest = trimmed(text, item.end, end)
    joined = text[item.end : item.end + 2]
    runs_on = joined[:1].isspace() and joined[1:2].islower() and rest[1] - rest[0] > 60
    if runs_on:
        return None
    return entry(post, block, (item.start, item.end), url, (block, *rest), item.span)


# ---- titles without links


def titles(post: Post, rows: list[Line]) -> list[Entry]:
    """Return the entries of lines without links: triples with the holder's title, pairs, or titles alone."""
    rows = [row for row in rows if any(map(str.isalnum, row.text))]
    holder = fold(post.title)
    alts = [bool(holder) and fold(row.text) == holder for row in rows]
    if len(rows) % 3 == 0 and rows and all(alts[2::3]):
        return [_made(post, rows[at], rows[at + 1]) for at in range(0, len(rows), 3)]
    if any(alts[1:]):
        return _with_alts(post, rows, alts)
    if any(ADDRESS.match(row.text) for row in rows):
        return _with_addresses(post, rows)
    described = [_is_description(row) for row in rows]
    if len(rows) % 2 == 0 and not any(described[::2]) and any(described[1::2]):
        return [_made(post, rows[at], rows[at + 1]) for at in range(0, len(rows), 2)]
    if any(described):
        return _by_look(post, rows, described)
    return [_made(post, row, None) for row in rows if len(row.text) <= LONG_TITLE]


def _is_description(row: Line) -> bool:
    return (
        row.text.endswith(("…", "..."))
        or (bool(SENTENCE.search(row.text)) and len(row.text) > 60)
        or len(row.text) > 110
    )


def _made(post: Post, title: Line, said: Line | None, url: str = "") -> Entry:
    description = (said.block, said.start, said.end) if said is not None else None
    return entry(post, title.block, (title.start, title.end), url, description)


def _with_alts(post: Post, rows: list[Line], alts: list[bool]) -> list[Entry]:
    """Read titles, each with a description or not, and with the holder's title after it or not."""
    found, at = [], 0
    while at < len(rows):
        said = at + 1 if at + 1 < len(rows) and not alts[at + 1] else None
        found.append(_made(post, rows[at], rows[said] if said is not None else None))
        at = (said if said is not None else at) + 1
        if at < len(rows) and alts[at]:
            at += 1
    return found


def _with_addresses(post: Post, rows: list[Line]) -> list[Entry]:
    found: list[Entry] = []
    pending: Line | None = None
    for row in rows:
        match = ADDRESS.search(row.text)
        if match is None:
            if pending is not None:
                found.append(_made(post, pending, None))
            pending = row
            continue
        url = match[0].strip("<>").rstrip(".,;)")
        title = trimmed(row.block.prose.text, row.start, row.start + match.start())
        if title[0] < title[1]:
            found.append(entry(post, row.block, title, url))
        elif pending is not None:
            found.append(_made(post, pending, None, url))
            pending = None
        else:
            found.append(entry(post, row.block, (row.start, row.end), url))
    return found if pending is None else [*found, _made(post, pending, None)]


def _by_look(post: Post, rows: list[Line], described: list[bool]) -> list[Entry]:
    found: list[Entry] = []
    at = 0
    while at < len(rows):
        if described[at]:
            at += 1
            continue
        said = at + 1 if at + 1 < len(rows) and described[at + 1] else None
        found.append(_made(post, rows[at], rows[said] if said is not None else None))
        at = (said if said is not None else at) + 1
    return found
