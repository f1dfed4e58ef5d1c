"""The footnote marks of one post, seen from both sides."""

import msgspec

from lint.model.facts import Facts, Mark
from lint.model.finding import Related

LONG = 40
Key = tuple[str, str, int]  # of a mark


class Notes(msgspec.Struct, frozen=True):
    """The marks of one post, seen from both sides. `earlier` are the ids of the posts before it on the same page."""

    facts: Facts
    earlier: tuple[str, ...] = ()

    @property
    def references(self) -> list[Mark]:
        """The references, in the order of the post."""
        return [mark for mark in self.facts.marks if mark.role == "reference"]

    @property
    def notes(self) -> list[Mark]:
        """The notes that stand by themselves."""
        return [mark for mark in self.facts.marks if mark.role == "note"]

    @property
    def defined(self) -> dict[Key, Mark]:
        """The first note of each label; an inline note with a label is one."""
        found: dict[Key, Mark] = {}
        for mark in self.facts.marks:
            if mark.role == "note" or (mark.role == "inline" and mark.label):
                found.setdefault(mark.key, mark)
        return found

    @property
    def used(self) -> set[tuple[str, str, int]]:
        """The labels that something outside their own note refers to, and not only notes that refer to one another."""
        held: dict[Key, list[Key]] = {}
        for mark in self.references:
            if mark.within != mark.label:
                held.setdefault((mark.within, mark.style, mark.section), []).append(mark.key)
        led = {key for keys in held.values() for key in keys}
        found: set[Key] = set()
        rest = [key for holder, keys in held.items() if holder not in led for key in keys]
        while rest:
            key = rest.pop()
            if key not in found:
                found.add(key)
                rest += held.get(key, ())
        return found

    def related(self, mark: Mark, message: str) -> Related:
        """Return a mark as a place that belongs to a finding."""
        return Related(self.facts.path, mark.place, self.facts.title, "note", message)


def named(mark: Mark) -> str:
    """Return a mark as a message names it."""
    text = " ".join(mark.place.excerpt.split()).removeprefix(".. ").rstrip(":")
    return text if len(text) <= LONG else text[: LONG - 1] + "…"
