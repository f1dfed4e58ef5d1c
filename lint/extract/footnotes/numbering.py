"""A post seen as a page with notes, and the numbers that its notes show."""

from collections.abc import Iterable
from typing import NamedTuple

from lint import patterns as re
from lint.extract.footnotes.links import RAISED, Element, Link
from lint.model.post import Post
from lint.model.text import Span

TRAILING = re.compile(r"(?P<stem>.*?)(?P<number>\d{1,4})")
NUMBER = re.compile(r"[\[(]?(?P<number>\d{1,3})[\].):]*(?=\s|$)")


class Note(NamedTuple):
    """An element that is a note, and the numbers of the blocks that it holds."""

    element: Element
    blocks: tuple[int, ...]


class Page(NamedTuple):
    """A post seen as a page: its links, its elements by id, and the blocks that each holder encloses."""

    post: Post
    links: list[Link]
    known: dict[str, list[Element]]
    held: dict[Span, list[int]]
    by_block: dict[int, list[Link]]


def shown_number(link: Link) -> int | None:
    """Return the number that a reference shows."""
    digits = re.search(r"\d{1,3}", link.text.translate(RAISED))
    return int(digits[0]) if digits else None


def numbers_of(page: Page, notes: list[Note], references: list[tuple[Link, Element | None]]) -> dict[int, int]:
    """Return the number that each note shows: written at its head, or in its id if in all, or its place in the list.

    Where places in the list only swap with one another the order is wrong, not a number: then none is given.
    """
    shown = {note.element.at: number for note in notes if (number := _written(page, note)) is not None}
    if len(shown) == len(notes):
        return shown
    met = [(link, element.at) for link, element in references if element is not None]
    ids = {note.element.at: match for note in notes if (match := TRAILING.fullmatch(note.element.ident))}
    numbers = {at: int(match["number"]) for at, match in ids.items()}
    if len(ids) == len(notes) and len({match["stem"] for match in ids.values()}) == 1 and _agree(met, numbers):
        return numbers
    if any(note.element.name != "li" or note.element.item is not None for note in notes):
        return {}
    places: dict[int, int] = {}
    counts: dict[int, int] = {}
    for note in notes:
        group = page.post.blocks[note.element.block].group
        counts[group] = counts.get(group, 0) + 1
        places[note.element.at] = counts[group]
    led = {link.text: places.get(at) for link, at in met}
    return places if len(set(led.values())) < len(led) and _agree(met, places) else {}


def _agree(met: Iterable[tuple[Link, int]], numbers: dict[int, int]) -> bool:
    """Tell whether most references show the number that their note has: only then do such numbers mean anything."""
    same = [numbers.get(at) == shown_number(link) for link, at in met]
    return sum(same) * 2 > len(same)


def _written(page: Page, note: Note) -> int | None:
    """Return the number at the head of a note, as a link back shows it or as plain text; list items show none."""
    block = page.post.blocks[note.element.block]
    if note.element.name == "li":
        return None
    start = note.element.item.start if note.element.item is not None else 0
    match = NUMBER.match(block.prose.text.translate(RAISED), start)
    return int(match["number"]) if match else None
