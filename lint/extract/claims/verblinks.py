"""The relations that a verb ties a figure to: it is bought for $5m, it cut 300 jobs."""

from collections.abc import Iterator

from lint.extract.bag import bag
from lint.extract.claims.frames import Form, Frame, Lexicon
from lint.extract.claims.phrases import Clauses, Phrase, Verb
from lint.extract.claims.ties import Link, counts, said, tie
from lint.extract.claims.tokens import Token

_CARRY = bag("data details information records accounts passwords files addresses numbers names profiles credentials")


def by_verb(token: Token, phrase: Phrase, found: Clauses, lexicon: Lexicon, low: str) -> Iterator[Link]:
    """Yield the ways in which the verbs of a sentence govern a figure."""
    unit = "count" if token.data.unit == "other" else token.data.unit
    carriers = _carriers(phrase, found)
    first = found.verbs[0] if found.verbs else None
    cleft = first is not None and first.lemma == "be" and _cleft(first, phrase)
    for verb in found.verbs:
        numbers = lexicon.by_verb.get(verb.lemma, ())
        if not numbers:
            continue
        for number in numbers:
            form = lexicon.forms[number]
            if unit not in lexicon.frames[form.frame].units or (form.near and not any(said(w, low) for w in form.near)):
                continue
            slot = _slot(verb, phrase, form, carriers, cleft)
            if slot is None:
                continue
            if form.passive and not verb.passive and verb.form != "past":
                continue
            if form.object_ and not _with(verb, phrase, form.object_):
                continue
            if form.subject_ and not _headed(verb, form.subject_):
                continue
            frame = lexicon.frames[form.frame]
            if form.counted and not counts(token.data.noun, form, frame):
                continue
            if slot == "object" and not _plain_head(token, phrase, form, frame, lexicon):
                continue
            far = {"object": 0.1, "subject": 0.3}.get(slot, 0.25) - 0.05 * bool(form.object_ or form.subject_)
            yield tie(lexicon, number, phrase, None, verb, verb.start, far)


def _cleft(link: Verb, phrase: Phrase) -> bool:
    """It was in 1998 that …; 1998 was the year in which …; the year was 1998 when …"""
    if any(item is phrase for _, item in link.preps):
        return True
    both = [link.subject, *link.objects]
    return phrase in both and any(item is not None and item.head.low == "year" for item in both)


def _carriers(phrase: Phrase, found: Clauses) -> list[tuple[Phrase, bool]]:
    """Return the phrases a figure hangs on, and whether each is of the sort that carries figures: data of 5m people."""
    return [
        (other, other.head.low in _CARRY)
        for other in found.phrases
        if any(item is phrase and prep in ("of", "on", "about") for prep, item in other.after)
    ]


def _slot(verb: Verb, phrase: Phrase, form: Form, held_by: list[tuple[Phrase, bool]], cleft: bool) -> str | None:
    """Return the slot of the verb in which the figure stands, if the form has its figure there."""
    carriers = [item for item, known in held_by if form.object_ or form.subject_ or known]
    for slot in form.figure:
        if slot in ("object", "iobj", "object2"):
            held = verb.objects
            if phrase in held or any(other in held for other in carriers):
                return "object"
            if verb.passive and (verb.subject is phrase or verb.subject in carriers):
                return "object"
        elif slot == "subject":
            if not verb.passive and (verb.subject is phrase or (form.subject_ and verb.subject in carriers)):
                return "subject"
            if verb.passive and any(item is phrase for prep, item in verb.preps if prep == "by"):
                return "subject"
            if verb.passive and verb.subject is phrase:
                return "subject"
        elif slot == "cleft":
            if cleft:
                return "cleft"
        elif slot == "inner":
            inner = verb.inner
            if inner is not None and phrase in inner.objects:
                return "inner"
        else:
            if any(prep == slot and (item is phrase or item in carriers) for prep, item in verb.preps):
                return slot
            if any(prep == slot and item is phrase for held in verb.objects for prep, item in held.after):
                return slot
    return None


def _with(verb: Verb, phrase: Phrase, nouns: frozenset[str]) -> bool:
    """One of the nouns stands in the figure's phrase, holds it, hangs on it, or is another argument of the verb."""
    near = [phrase, *(item for _, item in phrase.after)]
    others = [item for item in (*verb.objects, *(item for _, item in verb.preps)) if item is not phrase]
    taken = [hung for item in others if item.figures and item is not phrase for _, hung in item.after]
    near += [item for item in others if not item.figures and item not in taken]
    near += [item for held in verb.objects if not held.figures for _, item in held.after if item not in taken]
    if verb.passive and verb.subject is not None:
        near.append(verb.subject)
    return any(
        token.low in nouns or token.low.rstrip("s") in nouns
        for item in near
        for token in item.tokens
        if token.kind == "w"
    )


def _headed(verb: Verb, nouns: frozenset[str]) -> bool:
    subject = verb.subject
    return subject is not None and any(token.low in nouns for token in subject.tokens)


def _plain_head(token: Token, phrase: Phrase, form: Form, frame: Frame, lexicon: Lexicon) -> bool:
    """An object is the figure itself, or the figure with a word that says what it is of this frame."""
    if frame.units & {"count", "power", "score"} or form.object_:
        return True
    behind = [item for item in phrase.tokens if item.start > token.start]
    return all(
        item.kind == "w"
        and (item.low in lexicon.plain or item.low in frame.plain or item.low in ("worth", "cash", "more"))
        for item in behind
    )
