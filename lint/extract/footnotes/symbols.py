"""Footnotes marked with a star, a dagger or another sign."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from lint import patterns as re
from lint.extract.footnotes.mark import hidden, inside, mark
from lint.model.facts import Mark
from lint.model.post import Block, Post

# Emphasis, and whatever else is marked on both sides.
EMPHASIS = re.compile(
    r"(?<![\w*†‡§])(\*{1,3}|†{1,2}|‡{1,2}|§{1,2})(?=[^\s*†‡§])[^*†‡§\n]{1,300}?(?<=[^\s*†‡§])\1(?![\w*])"
)
SIGN = r"(?P<sign>\*{1,3}|†{1,2}|‡{1,2}|§{1,2}|¶|‖)"
REFERENCE = re.compile(rf"(?<=[\w.,;:!?…)\]\"'”’»%]){SIGN}(?=$|[\s.,;:!?…)\]\"'”’»—–])")
NOTE = re.compile(rf"{SIGN}[ \t]{{0,4}}(?=[^\s*†‡§¶‖\d./_-])")


class _Sign(NamedTuple):
    sign: str
    block: int
    start: int
    end: int
    text: str = ""


def marks(post: Post, blocks: list[tuple[int, Block]]) -> Iterator[Mark]:
    """Yield the references and notes of a post that are marked with signs; each sign must occur as both to count."""
    notes = [note for number, block in blocks if not block.quoted for note in _notes(number, block)]
    if not notes:
        return
    heads = {(note.block, note.start) for note in notes}
    refs = [ref for number, block in blocks for ref in _references(number, block) if (number, ref.start) not in heads]
    notes = _in_use(notes, refs)
    if not notes:
        return
    signs = {note.sign for note in notes}
    refs = [ref for ref in refs if ref.sign in signs or "*" not in ref.sign]
    by_number = dict(blocks)
    totals = Counter(note.sign for note in notes)
    for role, found in (("note", notes), ("reference", refs)):
        counts: dict[str, int] = {}
        for item in found:
            # Where a sign begins anew for each note, the first reference is to the first note, and so on.
            section = counts.get(item.sign, 0)
            counts[item.sign] = min(section + 1, (totals[item.sign] or 1) - 1)
            span = by_number[item.block].prose.home(item.start, item.end)
            yield mark(post, role, item.sign, span, text=item.text, style="sign", section=section)


def _notes(number: int, block: Block) -> Iterator[_Sign]:
    text, at = block.prose.text, 0
    found: list[tuple[str, int, int]] = []
    while at >= 0:
        match = NOTE.match(text, at)
        if match and (found or at == 0) and not EMPHASIS.match(text, at):
            found.append((match["sign"], at, match.end("sign")))
        at = text.find("\n", at) + 1 or -1
    for (sign, start, end), stop in zip(found, [*(item[1] for item in found[1:]), len(text)], strict=False):
        yield _Sign(sign, number, start, end, text[end:stop].strip())


def _references(number: int, block: Block) -> Iterator[_Sign]:
    text = block.prose.text
    spoken = hidden(block, [match.span() for match in EMPHASIS.finditer(text)])
    for match in REFERENCE.finditer(text):
        if not inside(match.start(), spoken) and not inside(match.end() - 1, spoken):
            yield _Sign(match["sign"], number, match.start(), match.end())


def _in_use(notes: list[_Sign], refs: list[_Sign]) -> list[_Sign]:
    """Return the notes that something before them refers to, each by its own, and neighbours that are no stars."""
    places: dict[str, list[tuple[int, int]]] = {}
    for ref in refs:
        places.setdefault(ref.sign, []).append((ref.block, ref.start))
    kept: set[_Sign] = set()
    answered: Counter[str] = Counter()
    for note in notes:
        if bisect_left(places.get(note.sign, []), (note.block, note.start)) > answered[note.sign]:
            kept.add(note)
            answered[note.sign] += 1
    near = {note.block + step for note in kept for step in (-1, 0, 1)}
    return [note for note in notes if note in kept or ("*" not in note.sign and note.block in near)]
