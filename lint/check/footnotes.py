"""Footnotes of one post: references without a note, notes without a reference, and what else breaks between the two."""

from collections.abc import Callable, Iterable, Iterator
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Literal

import msgspec

from lint import patterns as re
from lint.check._notes import Notes, named
from lint.model.facts import Facts, Mark
from lint.model.finding import Hit, Suggestion
from lint.model.post import Post
from lint.model.text import MASK

Fault = Literal[
    "undefined",
    "unused",
    "duplicate-definition",
    "order",
    "gap",
    "empty",
    "duplicate-text",
    "unclosed",
    "missing-backlink",
    "broken-backlink",
    "target-mismatch",
    "duplicate-id",
    "label-case",
]
WORD = re.compile(r"\w+")
# What points to a work named before, or ends with a work's year, page or paragraph, is the same on purpose.
CITES = re.compile(
    r"\b(?:supra|infra|ibid(?:em)?|op\.? ?cit|loc\.? ?cit|(?:foot)?notes? \d{1,3})\b|\b\d[\d.,:–-]{0,20}\W{0,3}$",
    re.IGNORECASE,
)
ALIKE = 0.75
PAIRS = 2500  # of a reference and a note that may be meant: no typing error leaves more of them open
SORTED = 4  # names in the order of the alphabet, from as many on, are so on purpose


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What to look for.

    fault       which of the faults
    words       duplicate-text: notes of fewer words may say the same
    repeatable  duplicate-text: a note that begins with one of these points to another, and may be repeated
    """

    fault: Fault
    words: int = 3
    repeatable: tuple[str, ...] = ()


def check(post: Post, facts: Facts, options: Options) -> Iterator[Hit]:
    """Yield the places where this fault stands in the notes of a post."""
    if facts.marks:
        earlier = post.meta.get("earlier_ids")
        yield from FAULTS[options.fault](Notes(facts, earlier if isinstance(earlier, tuple) else ()), options)


def _undefined(notes: Notes, options: Options) -> Iterator[Hit]:
    defined, used = notes.defined, notes.used
    spare = [note for note in notes.notes if note.key not in used]
    lost = {mark.key: mark for mark in notes.facts.marks if mark.role == "lost"}
    open_ = [mark for mark in notes.references if mark.key not in defined]
    spare = spare if len(spare) * len(open_) <= PAIRS else []
    for mark in open_:
        words = {"label": named(mark)}
        if mark.key in lost:
            lacks = "has no colon" if mark.style == "markdown" else "does not begin with two full stops"
            found = notes.related(lost[mark.key], f"this may be its note, but it {lacks}")
            yield Hit(mark.span, words, related=(found,), place=mark.place)
            continue
        near = _nearest(mark, spare)
        if near is None:
            yield Hit(mark.span, words, place=mark.place)
            continue
        other = notes.related(near, "nothing refers to this note")
        text = mark.place.excerpt.replace(_shown(mark), _shown(near))
        offers = (Suggestion(text),) if text != mark.place.excerpt else ()
        yield Hit(mark.span, words, offers, (other,), place=mark.place)


def _nearest(mark: Mark, spare: list[Mark]) -> Mark | None:
    """Return the unused note that a reference may have been meant for: the one of nearly the same label."""
    near = [
        note
        for note in spare
        if note.style == mark.style
        and note.section == mark.section
        and mark.number is None
        and SequenceMatcher(None, note.label, mark.label).ratio() >= ALIKE
    ]
    return near[0] if len(near) == 1 else None


def _shown(mark: Mark) -> str:
    """Return the label as it is written in the mark."""
    excerpt = mark.place.excerpt
    at = excerpt.casefold().find(mark.label)
    return excerpt[at : at + len(mark.label)] if at >= 0 and mark.label else excerpt


def _unused(notes: Notes, options: Options) -> Iterator[Hit]:
    used, defined = notes.used, notes.defined
    for note in notes.notes:
        if note.key not in used and defined[note.key] is note:
            yield Hit(note.span, {"label": named(note)}, place=note.place)


def _duplicate_definition(notes: Notes, options: Options) -> Iterator[Hit]:
    defined = notes.defined
    for note in notes.facts.marks:
        first = defined.get(note.key)
        if note.role in ("note", "inline") and first is not None and first is not note and note.label:
            related = (notes.related(first, "first defined here"),)
            yield Hit(note.span, {"label": named(note)}, related=related, place=note.place)
        elif note.role == "note" and note.ident in notes.earlier:
            yield Hit(note.span, {"label": named(note)}, place=note.place)


def _order(notes: Notes, options: Options) -> Iterator[Hit]:
    """Yield one place where numbers, or else the notes, stand out of order."""
    defined = notes.defined
    text = [mark for mark in notes.references if mark.key in defined and not mark.within]
    written: dict[tuple[str, int], list[Mark]] = {}
    for note in _firsts(notes.notes):
        written.setdefault((note.style, note.section), []).append(note)
    for here in _grouped(text):
        if here[0].style == "citation":
            continue  # a bibliography has an order of its own
        first = _firsts(here)
        hit = _backwards(notes, [mark for mark in first if mark.number is not None])
        if hit is None:
            ranks = {mark.key: rank for rank, mark in enumerate(first)}
            listed = [note for note in written.get((here[0].style, here[0].section), ()) if note.key in ranks]
            hit = _misplaced(notes, listed, ranks)
        if hit is not None:
            yield hit


def _grouped(marks: Iterable[Mark]) -> list[list[Mark]]:
    """Return marks by syntax and section."""
    found: dict[tuple[str, int], list[Mark]] = {}
    for mark in marks:
        found.setdefault((mark.style, mark.section), []).append(mark)
    return [found[group] for group in sorted(found)]


def _firsts(marks: Iterable[Mark]) -> list[Mark]:
    """Return the first mark of each label."""
    found: dict[tuple[str, str, int], Mark] = {}
    for mark in marks:
        found.setdefault(mark.key, mark)
    return list(found.values())


def _backwards(notes: Notes, references: list[Mark]) -> Hit | None:
    """Return the first reference whose number is lower than one before it."""
    highest: Mark | None = None
    for mark in references:
        if highest is not None and (mark.number or 0) < (highest.number or 0):
            words = {"label": named(mark), "what": f"comes after {named(highest)}"}
            related = (notes.related(highest, "the higher number stands here"),)
            return Hit(mark.span, words, related=related, place=mark.place, severity=_taste(mark))
        highest = mark
    return None


def _misplaced(notes: Notes, listed: list[Mark], ranks: dict[tuple[str, str, int], int]) -> Hit | None:
    """Return the first note that stands after one which is referred to later."""
    labels = [note.label for note in listed]
    if len(labels) >= SORTED and labels == sorted(labels) and not any(note.number for note in listed):
        return None  # a bibliography
    last: Mark | None = None
    for note in listed:
        if last is not None and ranks[note.key] < ranks[last.key]:
            words = {"label": named(note), "what": f"is referred to before {named(last)}"}
            related = (notes.related(last, "this note stands before it"),)
            return Hit(note.span, words, related=related, place=note.place, severity=_taste(note) or _taste(last))
        last = note
    return None


def _taste(mark: Mark) -> Literal["suggestion"] | None:
    """Where the format counts its notes itself, readers see them in order whatever was written."""
    return "suggestion" if mark.auto else None


def _gap(notes: Notes, options: Options) -> Iterator[Hit]:
    defined, used = notes.defined, notes.used
    marks = [mark for mark in notes.facts.marks if mark.number is not None and mark.role in ("reference", "note")]
    bare = {(mark.style, mark.number or 0) for mark in notes.facts.marks if mark.role == "lost"}
    counted = {mark.style for mark in notes.facts.marks if mark.label.startswith("#") or mark.role == "inline"}
    for here in _grouped(marks):
        if here[0].style in counted:
            continue  # the format counts some of them itself
        numbers = {mark.number or 0 for mark in here} | {number for style, number in bare if style == here[0].style}
        missing = [number for number in range(1, max(numbers)) if number not in numbers] if max(numbers) < 1000 else []
        if not missing or len(missing) > max(len(numbers), 2):
            continue  # years, or numbers of another count
        first: dict[int, Mark] = {}
        for item in sorted(here, key=lambda item: item.role != "reference"):
            first.setdefault(item.number or 0, item)
        for number, lowest in pairwise([0, *sorted(numbers - {0})]):
            number += 1
            if number == lowest:
                continue
            mark = first.get(lowest)
            if mark is None or mark.key not in (defined if mark.role == "reference" else used):
                continue  # a fault of its own, told as such
            shown = str(number) if lowest - number == 1 else f"{number} to {lowest - 1}"
            words = {"label": named(mark), "missing": shown}
            yield Hit(mark.span, words, place=mark.place, severity=_taste(mark))


def _empty(notes: Notes, options: Options) -> Iterator[Hit]:
    for mark in notes.facts.marks:
        if mark.role in ("note", "inline") and not mark.text.strip():
            yield Hit(mark.span, {"label": named(mark)}, place=mark.place)


def _duplicate_text(notes: Notes, options: Options) -> Iterator[Hit]:
    first: dict[tuple[str, tuple[str, ...]], Mark] = {}
    for mark in notes.facts.marks:
        if mark.role not in ("note", "inline") or MASK in mark.text:
            continue
        words = [word.casefold() for word in WORD.findall(mark.text)]
        said = " ".join(words)
        if len(words) < options.words or f"{said} ".startswith(tuple(f"{item} " for item in options.repeatable)):
            continue
        if CITES.search(mark.text.strip()):
            continue
        same = first.setdefault((said, mark.links), mark)
        if same is not mark and not (mark.label and same.key == mark.key):
            related = (notes.related(same, "the same words stand here"),)
            yield Hit(mark.span, {"label": named(mark)}, related=related, place=mark.place)


def _unclosed(notes: Notes, options: Options) -> Iterator[Hit]:
    for mark in notes.facts.marks:
        if mark.role == "unclosed":
            yield Hit(mark.span, {"label": named(mark)}, place=mark.place)


def _missing_backlink(notes: Notes, options: Options) -> Iterator[Hit]:
    used = notes.used
    linked = [note for note in notes.notes if note.back]
    without = [note for note in notes.notes if not note.back and note.style == "html"]
    if len(linked) < len(without):
        return
    for note in without:
        if note.key in used and note.text.strip():
            related = (notes.related(linked[0], "this note links back"),)
            yield Hit(note.span, {"label": named(note)}, related=related, place=note.place)


def _broken_backlink(notes: Notes, options: Options) -> Iterator[Hit]:
    used = notes.used
    for note in notes.notes:
        if note.back == "broken" and note.key in used:
            yield Hit(note.span, {"label": named(note), "target": note.target}, place=note.place)


def _target_mismatch(notes: Notes, options: Options) -> Iterator[Hit]:
    defined = notes.defined
    for mark in notes.references:
        note = defined.get(mark.key)
        if note is None or mark.number is None or note.number is None or mark.number == note.number:
            continue
        words = {"label": named(mark), "number": str(mark.number), "other": str(note.number)}
        related = (notes.related(note, "the link leads here"),)
        yield Hit(mark.span, words, related=related, place=mark.place)


def _duplicate_id(notes: Notes, options: Options) -> Iterator[Hit]:
    first: dict[str, Mark] = {}
    for mark in notes.references:
        same = first.setdefault(mark.ident, mark) if mark.ident else mark
        if same is not mark:
            related = (notes.related(same, "the same id stands here"),)
            yield Hit(mark.span, {"id": mark.ident}, related=related, place=mark.place)


def _label_case(notes: Notes, options: Options) -> Iterator[Hit]:
    defined = notes.defined
    for mark in notes.references:
        note = defined.get(mark.key)
        if note is None or mark.style != "markdown" or note.style != "markdown":
            continue
        written, meant = _shown(mark), _shown(note)
        if written != meant and written.casefold() == meant.casefold():
            related = (notes.related(note, "the note is written so"),)
            text = mark.place.excerpt.replace(written, meant)
            yield Hit(
                mark.span, {"label": written, "other": meant}, (Suggestion(text, True),), related, place=mark.place
            )


FAULTS: dict[str, Callable[[Notes, Options], Iterator[Hit]]] = {
    "undefined": _undefined,
    "unused": _unused,
    "duplicate-definition": _duplicate_definition,
    "order": _order,
    "gap": _gap,
    "empty": _empty,
    "duplicate-text": _duplicate_text,
    "unclosed": _unclosed,
    "missing-backlink": _missing_backlink,
    "broken-backlink": _broken_backlink,
    "target-mismatch": _target_mismatch,
    "duplicate-id": _duplicate_id,
    "label-case": _label_case,
}
