"""Clauses inside clauses: what "that" and "in which" stand for, and what opens a sentence before its comma."""

from typing import Any

from lint.extract.claims.phrases import Phrase, Verb
from lint.extract.claims.tokens import Token


def relative(items: list[Any]) -> None:
    """The fine that the court imposed: what stands before "that" is the object of the verb behind it."""
    for position, item in enumerate(items):
        if not isinstance(item, Verb) or item.subject is None or (item.objects and item.lemma == "be"):
            continue
        k = position - 1
        while k >= 0 and (isinstance(items[k], Phrase) or (isinstance(items[k], Token) and items[k].kind == "p")):
            k -= 1
        if k < 1 or not (isinstance(items[k], Token) and items[k].kind == "r") or k == position - 1:
            continue
        _give_antecedent(items, k, item)


def _give_antecedent(items: list[Any], k: int, verb: Verb) -> None:
    """Hang what stands before the relative word at `k` on its verb: as object, or behind a preposition (in which)."""
    word = items[k].low
    left = k - 1
    prep = items[left].low if isinstance(items[left], Token) and items[left].kind == "p" else ""
    left -= bool(prep)
    if left >= 0 and isinstance(items[left], Token) and items[left].kind == ",":
        left -= 1
    before = items[left] if left >= 0 else None
    if isinstance(before, Phrase) and word != "what":
        while before.prep and left >= 2 and isinstance(items[left - 2], Phrase):
            left -= 2
            before = items[left]
        if prep:
            verb.preps.append((prep, before))
        else:
            verb.objects.append(before)
            _unjoin(items, verb, before)
    elif isinstance(before, Verb) and before.lemma == "be" and word == "what" and before.subject is not None:
        verb.objects.append(before.subject)  # $5 is what it owes


def openers(items: list[Any]) -> None:
    """In Odense, the group is building …: what stands before the comma hangs on the first verb behind it."""
    if not items or not isinstance(items[0], Token) or items[0].kind != "p":
        return
    comma = next((k for k, item in enumerate(items) if isinstance(item, Token) and item.kind == ","), None)
    if len(items) > 3 and all(isinstance(items[k], Phrase) for k in (1, 2)) and isinstance(items[3], Verb):
        items[3].preps.append((items[1].prep, items[1]))
        return
    if comma is None or any(isinstance(item, Verb) for item in items[:comma]):
        return
    verb = next((item for item in items[comma:] if isinstance(item, Verb)), None)
    if verb is not None:
        verb.preps += [(item.prep, item) for item in items[:comma] if isinstance(item, Phrase) and item.prep]


def _unjoin(items: list[Any], verb: Verb, before: Phrase) -> None:
    """The $5 that Acme paid for Beta: with a figure as its object, what seemed a particle is a preposition."""
    lemma, _, particle = verb.lemma.partition(" ")
    at = items.index(verb) + 1
    behind = items[at] if at < len(items) else None
    if particle in ("for", "on", "to", "in", "with") and before.figures and isinstance(behind, Phrase):
        verb.lemma = lemma
        verb.objects = [item for item in verb.objects if item is not behind]
        verb.preps.append((particle, behind))
        behind.prep = particle


def extents(items: list[Any]) -> None:
    """Acme is 37% owned by Beta: one passive verb, with the figure as its object."""
    for link, phrase, verb in zip(items, items[1:], items[2:], strict=False):
        if not (isinstance(link, Verb) and isinstance(phrase, Phrase) and isinstance(verb, Verb)):
            continue
        if link.lemma == "be" and verb.form == "past" and phrase.figures and len(phrase.tokens) == 1:
            verb.subject, verb.passive = link.subject, True
            verb.objects = [phrase]
            verb.negated, verb.aux = link.negated, link.aux
            link.objects = [item for item in link.objects if item is not phrase]


def over(items: list[Any], comma: int) -> int | None:
    """Bought Beta, the pump maker, for $5m: from the comma over what is inserted to the preposition of a figure."""
    first = items[comma + 1] if comma + 1 < len(items) else None
    behind = items[comma + 2] if comma + 2 < len(items) else None
    if isinstance(first, Token) and first.low in ("at", "for") and isinstance(behind, Phrase) and behind.figures:
        return comma + 1
    if not (isinstance(first, Phrase) and not first.prep) and not (isinstance(first, Token) and first.kind == "r"):
        return None
    for k in range(comma + 2, min(comma + 12, len(items) - 2)):
        item = items[k]
        if isinstance(item, Token) and item.kind == ",":
            prep, phrase = items[k + 1], items[k + 2]
            figured = isinstance(phrase, Phrase) and bool(phrase.figures)
            return k + 1 if figured and isinstance(prep, Token) and prep.kind == "p" else None
        if isinstance(item, Token) and item.kind in (";", ":", "—", ".", "c"):
            return None
    return None
