"""What stands between the words of a look: nothing, the end of a sentence, or a seam that no phrase runs over."""

from lint.lexicon import context
from lint.lexicon.look import Look

STOPS, SOFT = frozenset(".!?"), frozenset(" \n")


def beyond(look: Look, at: int, number: int, edge: str) -> str | None:
    """Return the word behind a gap, the edge where a sentence ends there, None where there is a seam."""
    parted = gap(look, at)
    return edge if parted == context.START else look.order[number] if parted == "" else None


def gap(look: Look, number: int) -> str | None:
    """Return what parts a word from the next: "" for a blank, START for the end of a sentence, None for all else."""
    if number < 0:
        return context.START
    if number + 1 == len(look.words):
        return context.START
    found = look.text[look.end(number) : look.starts[number + 1]]
    if found in SOFT or found == ", ":
        return ""
    mark = found.strip()
    return context.START if mark and set(mark) <= STOPS | {"\x1e"} and found[-1:] in SOFT else None
