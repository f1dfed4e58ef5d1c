"""Footnotes that nothing but a number or a sign marks: they count where references and notes bear each other out."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Container, Iterable, Iterator
from operator import attrgetter
from typing import NamedTuple

from lint import patterns as re
from lint.extract.footnotes import candidates, symbols
from lint.extract.footnotes.candidates import ALONE, GLUED, MARKED, Note, Reference
from lint.extract.footnotes.mark import led, links, mark, prose_blocks
from lint.model.facts import Mark
from lint.model.post import Block, Post
from lint.model.text import Span

FAMILIES = {"bracket": ("bracket",), "number": ("digit", "superscript")}
LISTED = re.compile(r"[ \t>]{0,40}(?P<sign>\d{1,3}[.)]|[*+-])(?=[ \t])")
WORDS = 4  # before a number that is taken for a reference without any note
MARGIN = 4  # blanks before a line that is set in, as an example of code is
APART = 3  # blocks that may stand between two notes of one list


class Section(NamedTuple):
    """Notes that count on from each other, in the order of the post."""

    notes: tuple[Note, ...]

    @property
    def numbers(self) -> set[int]:
        """The numbers of the notes."""
        return {note.number for note in self.notes}


def marks(post: Post) -> Iterator[Mark]:
    """Yield the references and notes of a post that bear each other out, and references no sentence would end with."""
    blocks = [(number, block) for number, block in enumerate(prose_blocks(post)) if block.role != "alt"]
    refs = [ref for number, block in blocks for ref in candidates.references(number, block, post.shape)]
    found = list(candidates.notes(blocks, post.shape))
    starts = {note.at for note in found}
    by_number = dict(blocks)
    for style, forms in FAMILIES.items():
        mine = [ref for ref in refs if ref.form in forms and ref.at not in starts]
        notes = [note for note in found if note.form in (*forms, "list")]
        yield from _family(post, style, by_number, mine, notes)
    yield from symbols.marks(post, blocks)


def _family(
    post: Post, style: str, blocks: dict[int, Block], refs: list[Reference], notes: list[Note]
) -> Iterator[Mark]:
    refs = _split_raised(refs, {note.number for note in notes})
    sections = _sections(notes, refs)
    if not sections:
        if post.shape in ("plain", "dump"):
            likely = (ref for ref in refs if ref.level >= ALONE and not ref.several)
            for ref in _alone(ref for ref in likely if _in_sentence(post, blocks[ref.at[0]], ref)):
                yield _reference(post, style, blocks, ref, 0, "")
        return
    refs.sort(key=lambda ref: ref.at)
    places = [ref.at for ref in refs]
    for number, section in enumerate(sections):
        for note in section.notes:
            span = blocks[note.at[0]].prose.home(note.at[1], note.end)
            if note.form == "list":
                span = _before(post, blocks[note.at[0]])
            label = str(note.number)
            leads = links(led(blocks[note.at[0]]), note.end, note.stop)
            yield mark(post, "note", label, span, text=note.text, links=leads, style=style, section=number)
        before = sections[number - 1].notes[-1].at if number else (-1, 0)
        after = section.notes[-1].at if number + 1 < len(sections) else (len(blocks) * 1000, 0)
        here = refs[bisect_right(places, before) : bisect_right(places, after)]
        for ref in _accepted(post, here, section, blocks):
            yield _reference(post, style, blocks, ref, number, _within(ref, section))


def _reference(post: Post, style: str, blocks: dict[int, Block], ref: Reference, section: int, within: str) -> Mark:
    span = blocks[ref.at[0]].prose.home(ref.at[1], ref.end)
    return mark(post, "reference", str(ref.number), span, style=style, section=section, within=within)


def _before(post: Post, item: Block) -> Span:
    """Return the number or sign before the words of an item; where none is known, what the item begins with."""
    first = item.prose.home(0, 0).start
    text = post.source.text
    found = LISTED.match(text, text.rfind("\n", 0, first) + 1, first)
    return Span(*found.span("sign")) if found else Span(item.span.start, max(item.span.start, first))


def _within(ref: Reference, section: Section) -> str:
    before = bisect_left(section.notes, ref.at, key=attrgetter("at")) - 1
    note = section.notes[before]
    return str(note.number) if before >= 0 and ref.at <= (note.at[0], note.stop) else ""


def _split_raised(refs: list[Reference], known: set[int]) -> list[Reference]:
    """Read `¹²` as the notes 1 and 2 where there is no note 12, and none before it."""
    found: list[Reference] = []
    for ref in refs:
        parts = [int(digit) for digit in str(ref.number)]
        known_or_next = ref.number in known or ref.number - 1 in known
        if ref.form == "superscript" and len(parts) > 1 and not known_or_next and set(parts) <= known:
            found.extend(ref._replace(number=part) for part in parts)
        else:
            found.append(ref)
    return found


# ---- which lines are notes


def _sections(notes: list[Note], refs: list[Reference]) -> list[Section]:
    """Return the notes that references bear out, in stretches that each count on."""
    clusters = list(_clusters(notes, refs))
    total = Counter(number for cluster in clusters for number in {note.number for note in cluster})
    first: dict[int, tuple[int, int]] = {}
    marked: dict[int, tuple[int, int]] = {}
    for ref in refs:
        if ref.level >= GLUED:
            first.setdefault(ref.number, ref.at)
        if ref.level >= MARKED:
            marked.setdefault(ref.number, ref.at)
    sections: list[list[Note]] = []
    for cluster in clusters:
        last = sections[-1][-1].number if sections else 0
        counts_on = cluster[0].number in (1, last + 1) or all(total[note.number] == 1 for note in cluster)
        listed = cluster[0].form == "list"
        borne = _borne(cluster, marked if listed else first)
        enough = borne >= len(cluster) / (2 if listed else 4) or (
            listed and len(cluster) > 1 and _borne(cluster, first) >= len(cluster) / 1.5
        )
        if not counts_on or not enough or not _borne(cluster, first):
            continue
        if len(cluster) == 1 and cluster[0].number > 1 and 1 not in first and not total[1]:
            continue
        cluster = _trimmed(cluster, first)
        if sections and cluster[0].number > last:
            sections[-1].extend(cluster)
        else:
            sections.append(list(cluster))
    return [Section(tuple(section)) for section in sections]


def _borne(cluster: list[Note], refs: dict[int, tuple[int, int]]) -> int:
    """Return how many of the notes something before them refers to."""
    return sum(refs.get(note.number, cluster[0].at) < cluster[0].at for note in cluster)


def _clusters(notes: list[Note], refs: list[Reference]) -> Iterator[list[Note]]:
    """Yield the notes that stand together; the count begins anew after text with references."""
    run: list[Note] = []
    marked = sorted(ref.at[0] for ref in refs if ref.level >= MARKED)
    for note in notes:
        if run:
            between = bisect_left(marked, note.at[0]) > bisect_right(marked, run[-1].at[0])
            if note.at[0] - run[-1].at[0] > APART or (between and note.number <= run[-1].number):
                yield run
                run = []
        run.append(note)
    if run:
        yield run


def _trimmed(cluster: list[Note], wanted: Container[int]) -> list[Note]:
    """Drop lines at the end that nothing refers to and that do not count on: `20 years later …`."""
    kept = list(cluster)
    while len(kept) > 1 and kept[-1].number not in wanted and kept[-1].number > kept[-2].number + 2:
        kept.pop()
    return kept


# ---- which numbers are references


def _in_sentence(post: Post, block: Block, ref: Reference) -> bool:
    """Tell whether a number stands after words of running text, and not in a line that is set in as examples are."""
    text = block.prose.text
    begin = text.rfind("\n", 0, ref.at[1]) + 1
    line, column = post.source.position(block.prose.home(begin, begin).start)
    margin = post.source.line(line)[: column - 1]
    set_in = not margin.strip() and ("\t" in margin or len(margin) >= MARGIN)
    return not set_in and len(text[max(0, ref.at[1] - 400) : ref.at[1]].split()) >= WORDS


def _alone(refs: Iterable[Reference]) -> Iterator[Reference]:
    """Yield the numbers that end a sentence and count from one, in a post without notes."""
    last = 0
    for ref in refs:
        if ref.number in (last, last + 1) and ref.number:
            last = ref.number
            yield ref


def _accepted(post: Post, refs: list[Reference], section: Section, blocks: dict[int, Block]) -> list[Reference]:
    known = section.numbers
    sure = [ref for ref in refs if ref.level >= MARKED and ref.number in known]
    taken = {ref.number for ref in sure}
    glued = False
    for number in sorted(known - taken):
        low, high = _room(number, sure)
        fitting = [ref for ref in refs if ref.number == number and low < ref.at < high and ref.level < MARKED]
        best = max(fitting, key=lambda ref: ref.level, default=None)
        if best is not None:
            sure.append(best)
            glued = glued or best.level == GLUED
    highest = max(known)
    met = {ref.at for ref in sure}
    counted = known | {ref.number for ref in sure}
    for ref in refs:
        fits = ref.level >= MARKED or (glued and ref.level == GLUED and ref.number <= highest + 1)
        near = 2 * highest + 3 if ref.form == "bracket" else highest + 2 if ref.level >= ALONE else highest
        goes_on = ref.number <= near or ref.number - 1 in counted
        fits = fits and (not ref.several or (ref.at in met and _in_sentence(post, blocks[ref.at[0]], ref)))
        if fits and goes_on and ref.number not in known:
            sure.append(ref)
            counted.add(ref.number)
    return sorted(sure, key=lambda ref: ref.at)


def _room(number: int, sure: Iterable[Reference]) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return between which places a reference to this note would stand in order."""
    low = max((ref.at for ref in sure if ref.number < number), default=(-1, 0))
    high = min((ref.at for ref in sure if ref.number > number), default=(1 << 40, 0))
    return low, high
