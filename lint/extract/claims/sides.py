"""Who plays whom: the sides of a match, by name, by a word for them, or by whom a post is about."""

from collections import Counter
from itertools import pairwise

from lint import patterns as re
from lint.extract.claims.clubs import called, core, matches, nation_of
from lint.extract.claims.mentions import Context, Party
from lint.extract.claims.phrases import Clauses, Phrase, Verb
from lint.extract.claims.slots import standing
from lint.extract.claims.ties import Link
from lint.extract.claims.tokens import Token
from lint.extract.quantities.units import COUNTRIES
from lint.model.post import Post


def parties(link: Link, found: Clauses, context: Context) -> dict[str, Party]:
    """Return who fills the roles of a link that tells a result; none is guessed."""
    filled: dict[str, Party] = {}
    held = False
    if link.noun is not None and link.noun is not link.phrase and link.noun.figures:
        return filled  # it has a score of its own
    for role, slots in link.form.roles:
        for slot in slots:
            party, final = _standing(slot, link, found, context, filled)
            if party is not None:
                filled[role] = party
            if party is not None or final:
                held = held or (party is None and (slot in OWN or (slot == "object" and link.noun is None)))
                break
    if len(filled) == 1 and len(link.form.roles) == 2:
        _complete(filled, link, found, context, held)
    return filled


def _complete(filled: dict[str, Party], link: Link, found: Clauses, context: Context, held: bool) -> None:
    """Fill the role that the words leave open: by the one other nation of the sentence, or whom the post is about.

    `held`: somebody stands there whom the words do not name.
    """
    [role, slots] = next(item for item in link.form.roles if item[0] not in filled)
    opponent = next(iter(filled.values())).core
    others = _nations(found) - {opponent}
    party = None
    if len(others) == 1 and not held and opponent in {name.lower() for name in matches().nations.values()}:
        name = called(others.pop())
        party = Party(name, core(name), "", 0.75)
    elif context.post is not None and not OWN.isdisjoint(slots):
        passive = link.noun is None and link.verb is not None and link.verb.passive
        party = None if passive else _home(opponent, context.post)
        party = party if party is not None and not others - {party.core} else None
    if party is not None:
        filled[role] = party


# Where the side stands that a post need not name each time.
OWN = frozenset(("owner", "subject"))


def _standing(
    slot: str, link: Link, found: Clauses, context: Context, filled: dict[str, Party]
) -> tuple[Party | None, bool]:
    """Return who stands in a slot, and whether somebody does, known or not."""
    taken = {party.core for party in filled.values()}
    for phrase, way in _phrases(slot, link, found):
        if way == "owner":
            limit = link.word if link.noun is not None else phrase.tokens[-1].end
            party, held = _owner([token for token in phrase.tokens if token.start < limit], found, context)
        else:
            party, held = _side(phrase, found, context), slot != "at"
        if party is not None and party.core not in taken and not (slot == "at" and _is_ground(party, filled)):
            return party, True
        if held:
            return None, True
    return None, False


def _phrases(slot: str, link: Link, found: Clauses) -> list[tuple[Phrase, str]]:
    """Return the phrases in a slot; of a noun, who gets or earns it: gave Ardley a win, Ardley went top with a win."""
    noun = link.noun
    if noun is None and slot == "subject" and link.verb is not None:
        return _winning(link, link.verb, found)
    if noun is None or slot not in ("subject", "object"):
        return [pair for pair in standing(slot, link, found) if pair[0] is not link.phrase or pair[1] == "owner"]
    verb = next((verb for verb in found.verbs if noun in verb.objects or _by_prep(verb, noun)), None)
    if verb is None and slot == "subject":
        return _holder(noun, found)
    if verb is None or verb.passive:
        return []
    prep = _by_prep(verb, noun)
    others = [item for item in verb.objects if item is not noun and item is not link.phrase and item.start < noun.start]
    if slot == "object":
        return [(item, "") for item in others] if prep in ("", "to") else []
    earns = prep in ("with", "by", "for") or (prep in ("", "to") and not others)
    return [(verb.subject, "")] if earns and verb.subject is not None else []


def _winning(link: Link, verb: Verb, found: Clauses) -> list[tuple[Phrase, str]]:
    """Who does what a verb says: its subject; of who is beaten, whom they are beaten by."""
    by = [(item, "") for prep, item in verb.preps if prep == "by" and item is not link.phrase]
    beaten = verb.form == "past" and bool(by) and "object" in [slot for _, slots in link.form.roles for slot in slots]
    if verb.passive or beaten:
        return by
    if verb.subject is None:
        return _left(verb, found)
    return [(verb.subject, "")] if not _parted(verb.subject, verb, found) else []


def _parted(subject: Phrase, verb: Verb, found: Clauses) -> bool:
    """Tell whether another clause begins between a subject and its verb: who meets Brandt after he rallied to win."""
    first, last = ([k for k, item in enumerate(found.items) if item is one] for one in (subject, verb))
    between = found.items[first[0] : last[0]] if first and last else []
    return any(
        isinstance(item, Token) and item.kind == "s" and isinstance(after, Phrase) for item, after in pairwise(between)
    )


def _left(verb: Verb, found: Clauses) -> list[tuple[Phrase, str]]:
    """The name to the left of a verb in its clause: defending champion Jan Brandt rallied to beat …"""
    at = next((k for k, item in enumerate(found.items) if item is verb), 0)
    for item in reversed(found.items[:at]):
        if isinstance(item, Token) and item.kind not in ("g", "p"):
            break
        if isinstance(item, Phrase) and item.head.kind == "N" and not item.prep:
            return [(item, "")]
    return []


def _holder(noun: Phrase, found: Clauses) -> list[tuple[Phrase, str]]:
    """Who is called the winner: Jan Brandt, a 6-4 6-2 winner over Tom Ardley."""
    at = next((k for k, item in enumerate(found.items) if item is noun), 0)
    parted = at > 1 and not noun.prep and isinstance(found.items[at - 1], Token) and found.items[at - 1].kind == ","
    before = found.items[at - 2] if parted else None
    return [(before, "")] if isinstance(before, Phrase) and before.head.kind == "N" else []


def _by_prep(verb: Verb, noun: Phrase) -> str:
    return next((prep for prep, item in verb.preps if item is noun), "")


def _owner(before: list[Token], found: Clauses, context: Context) -> tuple[Party | None, bool]:
    """Whose result it is: Ardley's 3-1 win, their 3-1 win, his side's; and whether it is anybody's at all."""
    first = before[0] if before else None
    if first is not None and first.low in _WHOSE:
        team = len(before) > 1 and before[1].low in matches().teams
        return _meant(first, team, found, context), True
    whose = next((token for token in reversed(before) if token.poss), None)
    if whose is None:
        led = _led(found)
        return led, led is not None
    if whose.kind == "N":
        return named(whose, before[0]), True
    return (_of_team(before, found, context) if whose.low in matches().teams else None), whose.kind == "w"


_WHOSE = frozenset(("their", "his", "her", "its"))
_PRONOUNS = frozenset(("they", "it", "he", "she"))


def _side(phrase: Phrase, found: Clauses, context: Context) -> Party | None:
    """Read a phrase as a side: a name, a team of somebody, a pronoun."""
    head = phrase.head
    if head.kind == "o":
        return _meant(head, False, found, context) if head.low in _PRONOUNS else None
    if head.kind == "N":
        at = next((k for k, item in enumerate(found.items) if item is phrase), 0)
        before = found.items[at - 2] if phrase.prep in ("of", "from") and at > 1 else None
        whole = before if isinstance(before, Phrase) and before.head.kind == "N" else phrase
        return named(whole.head, whole.tokens[0])
    apposed = _apposed(phrase, found)
    if apposed is not None:
        return apposed
    return _of_team(phrase.tokens, found, context) if head.low in matches().teams else None


def _apposed(phrase: Phrase, found: Clauses) -> Party | None:
    """His old club, Ardley, won: the name between commas."""
    at = next((k for k, item in enumerate(found.items) if item is phrase), len(found.items))
    after = found.items[at + 1 : at + 4]
    if len(after) < 3 or not isinstance(after[1], Phrase) or after[1].head.kind != "N" or len(after[1].tokens) > 1:
        return None
    commas = all(isinstance(item, Token) and item.kind == "," for item in (after[0], after[2]))
    return named(after[1].head, after[1].head) if commas else None


def named(token: Token, first: Token) -> Party | None:
    """Read a name as a side; a man of a country is nobody by that: the Swede."""
    name = called(token.low)
    known, table = core(name), matches()
    last = name.split()[-1] if name else ""
    low = token.low.split()[-1].lower()
    if not known or last in table.competitions or low in table.grounds or low in table.folk or low.endswith("man's"):
        return None
    one_of_them = len(token.low) > 3 and token.low.lower() in COUNTRIES and not token.low.endswith(_PEOPLES)
    if one_of_them and first.kind == "d":
        return None
    return Party(name, known, "", 1.0, token.start)


# The Irish, the French, the Japanese are many; the American is one.
_PEOPLES = ("sh", "ch", "ese", "ss", "s")


def _of_team(tokens: list[Token], found: Clauses, context: Context) -> Party | None:
    """The Ardley side, Ardley's team; his team is that of whoever is called the coach of one."""
    names = [token for token in tokens if token.kind == "N"]
    if tokens[0].low in _WHOSE:
        return _meant(tokens[0], True, found, context)
    if len(names) == 1 and (not names[0].poss or any(token.low in matches().stages for token in tokens)):
        return named(names[0], tokens[0])
    return _led(found) if not names and tokens[0].low in ("the", "a") and tokens[-1].low in ("team", "side") else None


def _led(found: Clauses) -> Party | None:
    """Ardley coach Jan Brandt: the one side of a sentence that stands before what somebody of it is called."""
    people = matches().people
    led = [
        one
        for before, one, other in zip([None, *found.tokens], found.tokens, found.tokens[1:], strict=False)
        if one.kind == "N" and other.kind == "w" and one.low.lower() not in COUNTRIES
        if other.low in people or (before is not None and before.low in _WHOSE and other.low in matches().teams)
        if before is None or before.low not in ("former", "ex", "old")
    ]
    party = named(led[0], led[0]) if len({token.low for token in led}) == 1 else None
    return party._replace(sure=0.85) if party is not None else None


def _meant(token: Token, team: bool, found: Clauses, context: Context) -> Party | None:
    """They, their side, his team, her: the subject before in the sentence, else the one name of the sentence before.

    Whose team is somebody's, and who they are, is the side that this one belongs to.
    """
    many = token.low in ("they", "their")
    if team or many:
        led = _led(found)
        if led is not None or not many:
            return led
    for verb in reversed(found.verbs):
        subject = verb.subject
        if subject is not None and subject.start < token.start and subject.head.kind in ("N", "w"):
            party = _leader(subject) if many else None
            return party or (_of_subject(subject) if not _person(subject, many) else None)
    if len(context.names) == 1:
        name = called(context.names[0])
        return Party(name, core(name), "", 0.8) if core(name) else None
    return None


def _leader(subject: Phrase) -> Party | None:
    """Ardley scrum-half Jan Brandt: they are Ardley."""
    kinds = "".join(token.kind for token in subject.tokens if token.kind != "d")
    first = next((token for token in subject.tokens if token.kind == "N"), None)
    return named(first, first) if first is not None and re.fullmatch("Nw{1,2}N", kinds) else None


def _of_subject(subject: Phrase) -> Party | None:
    name = subject.head if subject.head.kind == "N" else next((t for t in subject.tokens if t.poss), None)
    party = named(name, subject.tokens[0]) if name is not None and name.kind == "N" else None
    return party._replace(sure=0.9) if party is not None else None


def _person(subject: Phrase, many: bool) -> bool:
    """Tell whether a subject is somebody rather than a side: boss Jan Brandt are not they."""
    return many and any(token.low in matches().people for token in subject.tokens)


def _nations(found: Clauses) -> set[str]:
    """Return the nations that a sentence names: one of them may be whose result it is."""
    return {nation_of(token.low).lower() for token in found.tokens if token.kind == "N" and nation_of(token.low)}


def _home(opponent: str, post: Post) -> Party | None:
    """Return the side that a post is about, if it played somebody else: the one whose coach or striker it speaks of."""
    ranked = [(count, name) for name, count in _counted(post).items() if core(name) not in ("", opponent)]
    ranked.sort(reverse=True)
    nations = {name.lower() for name in matches().nations.values()}
    ranked = [item for item in ranked if (core(item[1]) in nations) == (opponent in nations)]
    if not ranked or (len(ranked) > 1 and ranked[0][0] < 2 * ranked[1][0]):
        return None
    return Party(ranked[0][1], core(ranked[0][1]), "", 0.75)


# A post as long as this tells a history, of many sides.
LONG = 6000
_LED = re.compile(r"\b(?!Former|Ex-|Old )(?<!ormer )(?<!x-)((?:[A-Z][\w&-]+ ){1,3})([a-z-]{4,12})\b")
_last: tuple[Post | None, Counter[str]] = (None, Counter())


def _counted(post: Post) -> Counter[str]:
    """Count the sides that a post calls somebody the coach or striker of."""
    global _last
    if _last[0] is not post:
        texts = [block.prose.text for block in post.blocks if block.role != "code"]
        led = [match for text in texts for match in _LED.finditer(text) if match[2] in matches().people]
        names = [called(match[1].strip()) for match in led if match[1].strip().lower() not in COUNTRIES]
        short = sum(map(len, texts)) < LONG
        _last = post, Counter(name for name in names if short and name.split()[-1].lower() not in matches().grounds)
    return _last[1]


def _is_ground(party: Party, filled: dict[str, Party]) -> bool:
    """Tell whether who is played at is a place: a nation plays at no town."""
    nations = {nation.lower() for nation in matches().nations.values()}
    return any((other.core in nations) != (party.core in nations) for other in filled.values())
