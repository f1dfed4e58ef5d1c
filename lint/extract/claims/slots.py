"""Where the parties of a relation stand: the phrases in each slot of a verb or noun."""

from typing import Any

from lint.extract.claims.phrases import Clauses, Phrase, Verb
from lint.extract.claims.ties import Link
from lint.extract.claims.tokens import Token


def standing(slot: str, link: Link, found: Clauses) -> list[tuple[Phrase, str]]:
    """Return the phrases that stand in a slot, nearest first, each with how its words are to be read."""
    noun, verb, phrase = link.noun, link.verb, link.phrase
    if slot == "owner":
        owners = [item for item in (noun, phrase) if item is not None]
        if noun is None and verb is not None and verb.subject is not None:
            owners.append(verb.subject)
        whose = [item for item in (noun, phrase) if item is not None and item.tokens[0].low == "whose"]
        if whose:
            return [(item, "") for item in _before_insertion(whose[0], found.items)]
        return [(item, "owner") for item in owners]
    if slot == "beside":
        return [pair for item in (noun, phrase) if item is not None for pair in _beside(item, found.items, verb)]
    if slot == "head":
        return [(phrase, "")]
    if slot == "attr":
        holders = [item for item in (noun, phrase) if item is not None]
        if verb is not None and verb.subject is not None:
            holders.append(verb.subject)
        return [(item, "attr") for item in holders]
    if slot == "subject":
        return _subjects(link, found) if noun is None or noun.head.kind != "N" else [(noun, "")]
    if slot == "clause":
        at = phrase.start
        return [
            (v.subject, "")
            for v in found.verbs
            if v.start > at and v is not verb and v.subject is not None and v.subject.start > at
        ]
    if slot in ("object", "iobj", "object2"):
        return _objects(link) + _relative_objects(link, found)
    if slot == "inner":
        return [(item, "") for item in verb.inner.objects] if verb is not None and verb.inner is not None else []
    found_here: list[tuple[Phrase, str]] = []
    for item in (noun, phrase):
        if item is not None:
            found_here += _hanging(item, slot, phrase)
    if verb is not None:
        found_here += [(item, "") for prep, item in verb.preps if prep == slot and item is not phrase]
        for held in verb.objects:
            found_here += _hanging(held, slot, phrase)
        if noun is not None:
            found_here += [
                (item, "") for v in found.verbs if v.relative is noun for prep, item in v.preps if prep == slot
            ]
        if verb.under is not None and verb.form == "inf":
            found_here += [(item, "") for prep, item in verb.under.preps if prep == slot and item is not phrase]
        if verb.inner is not None and slot in ("for", "in", "of", "on"):
            found_here += [(item, "") for item in verb.inner.objects if item is not phrase]
        if verb.inner is not None:
            found_here += [(item, "") for prep, item in verb.inner.preps if prep == slot and item is not phrase]
        if verb.subject is not None:
            found_here += _hanging(verb.subject, slot, phrase)
    return found_here


def _hanging(item: Phrase, slot: str, figure: Phrase, depth: int = 0) -> list[tuple[Phrase, str]]:
    made: list[tuple[Phrase, str]] = []
    for prep, hung in item.after:
        if prep == slot and hung is not figure:
            made.append((hung, ""))
    if depth < 1:
        for _, hung in item.after:
            made += _hanging(hung, slot, figure, depth + 1)
    return made


def _subjects(link: Link, found: Clauses) -> list[tuple[Phrase, str]]:
    verb, noun, phrase = link.verb, link.noun, link.phrase
    made: list[tuple[Phrase, str]] = []
    if verb is not None:
        if verb.passive or (verb.form == "past" and not verb.objects and any(prep == "by" for prep, _ in verb.preps)):
            made += [(item, "") for prep, item in verb.preps if prep == "by" and item is not phrase]
        elif verb.subject is not None and verb.subject is not phrase and verb.subject is not noun:
            made.append((verb.subject, ""))
        if noun is not None:
            behind = [v for v in found.verbs if noun in v.objects and v is not verb and v.subject is not None]
            behind.sort(key=lambda v: v.start < noun.start)
            made += [(v.subject, "") for v in behind if v.subject is not None and v.subject is not noun]
        if (
            verb.passive
            and noun is not None
            and verb.subject is not None
            and verb.subject is not noun
            and verb.subject is not phrase
        ):
            made.append((verb.subject, ""))
    items = found.items
    for anchor in (phrase,) if noun is None or noun is phrase else (noun, phrase):
        made += _beside(anchor, items, verb)
    if (
        items
        and isinstance(items[0], Phrase)
        and len(items) > 1
        and isinstance(items[1], Token)
        and items[1].kind == ":"
    ):
        made.append((items[0], ""))
    return made


def _beside(anchor: Phrase, items: list[Any], verb: Verb | None) -> list[tuple[Phrase, str]]:
    """With sales of $5bn, Acme is …; Acme, with sales of $5bn, is …"""
    made: list[tuple[Phrase, str]] = []
    position = next((k for k, item in enumerate(items) if item is anchor), 0)
    if anchor.prep in ("with", "on", "at", "from", "by") and position >= 2:
        before = items[position - 2]
        if (
            isinstance(before, Token)
            and before.kind == ","
            and position >= 3
            and isinstance(items[position - 3], Phrase)
        ):
            made.append((items[position - 3], ""))
        elif isinstance(before, Phrase) and verb is None:
            made.append((before, ""))
    if position >= 2 and isinstance(items[position - 1], Token) and items[position - 1].kind == "(":
        made += [(items[position - 2], "")] if isinstance(items[position - 2], Phrase) else []
    if anchor.prep and position == 1:
        after = next((item for item in items[position:] if isinstance(item, Verb)), None)
        if after is not None and after.subject is not None:
            made.append((after.subject, ""))
    return made


def _objects(link: Link) -> list[tuple[Phrase, str]]:
    verb, phrase = link.verb, link.phrase
    if verb is None:
        return []
    if verb.passive and verb.subject is not None and verb.subject is not phrase:
        return [(verb.subject, "")]
    if verb.form == "past" and verb.subject is not None and not [item for item in verb.objects if item is not phrase]:
        return [(verb.subject, "")]
    return [(item, "") for item in verb.objects if item is not phrase]


def _before_insertion(phrase: Phrase, items: list[Any]) -> list[Phrase]:
    """Acme, whose sales …: the phrase that "whose" belongs to."""
    position = next((k for k, item in enumerate(items) if item is phrase), 0)
    return [item for item in items[max(0, position - 2) : position] if isinstance(item, Phrase)]


def _relative_objects(link: Link, found: Clauses) -> list[tuple[Phrase, str]]:
    """The fine the court handed Acme: what else the verb of the relative clause takes."""
    noun = link.noun
    if noun is None:
        return []
    verbs = [verb for verb in found.verbs if noun in verb.objects and verb.start > noun.start]
    return [(item, "") for verb in verbs for item in verb.objects if item is not noun and item is not link.phrase]
