"""Who stands in the roles of a frame."""

from lint.extract.bag import bag
from lint.extract.claims.entities import entities, identity, is_authority, is_place
from lint.extract.claims.frames import Lexicon
from lint.extract.claims.mentions import Context, Party, described_as, named, party_of
from lint.extract.claims.phrases import Clauses, Phrase
from lint.extract.claims.slots import standing
from lint.extract.claims.ties import Link
from lint.extract.claims.tokens import Token


def parties(link: Link, found: Clauses, lexicon: Lexicon, context: Context) -> dict[str, Party]:
    """Return who fills the roles of a link's frame; a role that nobody fills is left out."""
    filled: dict[str, Party] = {}
    used: set[str] = set()
    kinds = link.frame.kinds
    named = [role for role, _ in link.form.roles]
    for role, slots in link.form.roles:
        party = _first(role, slots, kinds.get(role, "name"), link, found, lexicon, context, used)
        if party is not None:
            filled[role] = party
            used.add(party.core)
    if link.form.named:
        return _opened(link, filled, found, lexicon, context)
    filled = _from_before(link, filled, named, found, context, used)
    return _only_left(link, filled, found, lexicon)


def _opened(
    link: Link, filled: dict[str, Party], found: Clauses, lexicon: Lexicon, context: Context
) -> dict[str, Party]:
    """Founded in 1998, Acme makes valves: a participle that opens a sentence is of whoever the clause behind is of."""
    verb = link.verb
    missing = [role for role in link.frame.key if role not in filled]
    if verb is None or verb.subject is not None or found.items[0] is not verb or len(missing) != 1:
        return filled
    subject = next((other.subject for other in found.verbs if other is not verb and other.subject is not None), None)
    if subject is None or subject.head.kind != "N":
        return filled
    party = party_of(subject, "", link.frame.kinds.get(missing[0], "name"), link, found, lexicon, context)
    return filled if party is None else {**filled, missing[0]: party}


# A name behind these is somebody else than whom the sentence is about.
_ELSEWHERE = ("from", "by", "with", "against", "like", "unlike", "than", "beyond", "besides", "alongside")


def _only_left(link: Link, filled: dict[str, Party], found: Clauses, lexicon: Lexicon) -> dict[str, Party]:
    """The one name of the sentence that has no role yet fills the one role that is open."""
    missing = [role for role in link.frame.key if role not in filled]
    if len(missing) != 1 or link.frame.kinds.get(missing[0], "name") not in ("name", "service", "place"):
        return filled
    subject = link.verb.subject if link.verb is not None else None
    if subject is not None and subject.head.low in ("it", "they"):
        return filled  # somebody is meant whom this sentence need not name
    kind = link.frame.kinds.get(missing[0], "name")
    left: dict[str, Party] = {}
    for phrase in found.phrases:
        if phrase.prep in _ELSEWHERE or (phrase.prep == "in" and kind == "name"):
            continue
        for token in phrase.tokens:
            if token.kind != "N" or _modifies(token, phrase, lexicon):
                continue
            party = named(token, kind, "")
            if party is None or party.core in {p.core for p in filled.values()}:
                continue
            left[party.core] = party
        party = (
            described_as(phrase, phrase.tokens[-1].end, Context())
            if not any(t.kind == "N" for t in phrase.tokens)
            else None
        )
        if party is not None and party.core not in {p.core for p in filled.values()}:
            left[party.core] = party
    if len(left) == 1:
        party = next(iter(left.values()))
        if not (is_authority(party.name) and missing[0] not in ("authority", "payee")):
            filled[missing[0]] = party._replace(sure=party.sure * 0.85)
    return filled


def _modifies(token: Token, phrase: Phrase, lexicon: Lexicon) -> bool:
    """Tell whether a name only says whose or which common noun is meant: Acme investors, the Ghent start-up."""
    head = phrase.head
    if head.kind == "w" and not token.poss and is_place(token.low):
        return True
    return (
        head.kind == "w"
        and not token.poss
        and head.low not in lexicon.by_noun
        and head.low.split()[-1] not in entities().generic
    )


def _first(
    role: str,
    slots: tuple[str, ...],
    kind: str,
    link: Link,
    found: Clauses,
    lexicon: Lexicon,
    context: Context,
    used: set[str],
) -> Party | None:
    for slot in slots:
        for phrase, way in standing(slot, link, found):
            party = party_of(phrase, way, kind, link, found, lexicon, context)
            if party is not None and party.core not in used and acceptable(role, party, link):
                return party
    return None


def _from_before(
    link: Link, filled: dict[str, Party], named: list[str], found: Clauses, context: Context, used: set[str]
) -> dict[str, Party]:
    """A role of the key that the sentence leaves open is filled from the sentence before, where just one is left."""
    missing = [
        role
        for role in link.frame.key
        if role not in filled and link.frame.kinds.get(role, "name") in ("name", "service", "product")
    ]
    looked = "previous" in [slot for _, slots in link.form.roles for slot in slots] or (
        link.noun is not None and len(link.frame.key) == 1 and _names_nobody(found)
    )
    if (len(missing) != 1 or not any(party.sure < 0.9 for party in filled.values())) and not (
        looked and missing and len(context.names) == 1
    ):
        return filled
    left = [name for name in context.names if identity(name)[0] not in used]
    if len(left) == 1:
        filled[missing[0]] = Party(left[0], identity(left[0])[0], "", 0.85)
    return filled


def _names_nobody(found: Clauses) -> bool:
    """Tell whether a sentence is of whom the one before is: Sales rose to $5bn. It names nobody, nor whose it is."""
    return not any(
        token.kind == "N" or token.poss or token.low in _SOME for phrase in found.phrases for token in phrase.tokens
    )


_SOME = bag(
    "its their his her our my your these those every each all most some many few industry sector market country"
)


def acceptable(role: str, party: Party, link: Link) -> bool:
    """Tell whether somebody may stand in a role: an authority only where the frame asks for one."""
    authority = is_authority(party.name)
    wanted = role in ("authority", "payee", "bank") or any(need == (role, "regulator") for need in link.form.needs)
    if authority and not wanted:
        return False
    return all(authority for need, kind in link.form.needs if need == role and kind == "regulator")
