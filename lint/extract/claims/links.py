"""Which frame a figure stands in: the nouns and verbs that govern it, and how closely."""

from collections.abc import Iterator

from lint import patterns as re
from lint.extract.bag import bag
from lint.extract.claims.frames import Lexicon
from lint.extract.claims.hope import TALLIES, suits
from lint.extract.claims.phrases import Clauses, Phrase, Verb
from lint.extract.claims.ties import Link, counted, said, tie
from lint.extract.claims.tokens import Token
from lint.extract.claims.verblinks import by_verb

_CHANGES = bag("rise climb grow jump increase swell surge soar fall drop slip decline decrease shrink sink tumble "
    "plunge slide dip ease edge "
               "balloon leap spike rocket advance widen narrow inch tick gain go move double triple quadruple halve "
               "come")  # fmt: skip
_SPENT = bag("go flow pour spend put invest devote allocate earmark drop fall pass")
_SIZES = TALLIES | bag("value amount sum price level worth cost")
_OF = ("of", "at", "worth", "totaling", "totalling", "exceeding", "for")
_IN = ("of", "in", "as", "from", "through", "via")


def links(token: Token, found: Clauses, lexicon: Lexicon, low: str, base: int = 0) -> list[Link]:
    """Return the ways to read one figure of a sentence; `low` is the sentence in lower case, `base` where it begins."""
    phrase = next((item for item in found.phrases if token in item.tokens), None)
    if phrase is None:
        return []
    made = list(_by_noun(token, phrase, found, lexicon, low))
    made += by_verb(token, phrase, found, lexicon, low)
    made += _headline(token, phrase, found, lexicon)
    return [link for link in made if _fits(token, link, low, base)]


_BREAK = re.compile(
    r"^(?:having|after|despite|unlike|far from|less than) [^,;:—]{1,160}, (?=\w)"
    r"|;|:(?= )|—|,? (?:while|whereas|although|though|but|because|after|before|since)\b"
    r"|, (?:which|who|where|with|as|compared|up from|down from|beating|topping|against|versus|its|their|an?|the"
    r"|one|not|no|and|most|all|some|many|much|none|few|even)\b"
)


def _segment(token: Token, link: Link, low: str, base: int) -> str:
    """Return the part of a sentence between the breaks around a figure and the word that names its relation."""
    first, last = sorted((token.start - base, link.word - base))
    start, end = 0, len(low)
    for match in _BREAK.finditer(low):
        if match.end() <= first:
            start = match.end()
        elif match.start() >= last:
            end = match.start()
            break
    return low[start:end]


def _fits(token: Token, link: Link, low: str, base: int) -> bool:
    amount, frame, form = token.data, link.frame, link.form
    if not suits(amount, frame, low):
        return False
    if amount.unit == "other" or (amount.unit == "count" and amount.noun and frame.units == {"count"}):
        bare = frame.bare or form.bare or (amount.unit == "other" and bool(form.object_))
        if link.noun is None and not bare and not (amount.unit == "count" and counted(amount.noun, frame)):
            return False
    if frame.avoid:
        here = _segment(token, link, low, base)
        if any(said(word, here) for word in frame.avoid):
            return False
    return not form.near or any(said(word, low) for word in form.near)


def _triggers(phrase: Phrase, lexicon: Lexicon) -> Iterator[tuple[Token, int]]:
    for token in phrase.tokens:
        if token.kind == "w":
            for number in lexicon.by_noun.get(token.low, ()):
                yield token, number


def _by_noun(token: Token, phrase: Phrase, found: Clauses, lexicon: Lexicon, low: str) -> Iterator[Link]:
    """The noun stands with the figure, is tied to it by a preposition, or is the subject or object it is put on."""
    classes = lexicon.classes
    own = governor(phrase, found)
    for trigger, number in _triggers(phrase, lexicon):
        if trigger.start < token.start and trigger.poss:
            continue
        yield tie(lexicon, number, phrase, phrase, own, trigger.start, 0.0 if trigger.start > token.start else 0.2)
    yield from _attributive(token, phrase, lexicon)
    yield from _by_number(phrase, found, lexicon)
    for other in found.phrases:
        if other is phrase:
            continue
        for trigger, number in _triggers(other, lexicon):
            if trigger is not _head(other) and not _compound(other, trigger):
                continue
            hangs = next((prep for prep, item in other.after if item is phrase), "")
            behind = next((prep for prep, item in phrase.after if item is other), "")
            verb = governor(other, found)
            if hangs in ("in", "since", "on") and token.data.unit == "date":
                yield tie(lexicon, number, phrase, other, verb, trigger.start, 0.3)
            elif hangs in _OF:
                yield tie(lexicon, number, phrase, other, verb, trigger.start, 0.3 if hangs == "of" else 0.6)
            elif behind in _IN:
                yield tie(lexicon, number, phrase, other, own, trigger.start, 0.4)
            else:
                held = _tied(phrase, other, found, classes)
                if held is not None:
                    yield tie(lexicon, number, phrase, other, held[0], trigger.start, held[1])


def _by_number(phrase: Phrase, found: Clauses, lexicon: Lexicon) -> Iterator[Link]:
    """The number of jobs it is cutting is 5,100, the size of its round was $3bn: what is told hangs on "of"."""
    for other in found.phrases:
        if other is phrase or other.head.low not in _SIZES:
            continue
        hung = next((item for prep, item in other.after if prep == "of"), None)
        held = _tied(phrase, other, found, lexicon.classes) if hung is not None else None
        if hung is None or held is None:
            continue
        for trigger, number in _triggers(hung, lexicon):
            if trigger is _head(hung):
                yield tie(lexicon, number, phrase, hung, held[0], trigger.start, 0.45)
        if other.head.low not in TALLIES:
            continue
        for frame in lexicon.by_count.get(hung.head.low, ()):
            nouns = [k for k, form in enumerate(lexicon.forms) if form.frame == frame and not form.figure]
            nouns.sort(key=lambda k: not lexicon.forms[k].own_count)
            for number in nouns[:1]:
                far = 0.55 if lexicon.forms[number].own_count else 0.58
                yield tie(lexicon, number, phrase, hung, held[0], hung.head.start, far)


def _attributive(token: Token, phrase: Phrase, lexicon: Lexicon) -> Iterator[Link]:
    """The $799 Acme Phone: a figure before a name, for frames that say so with the word `*`; no 3-cent hint."""
    if token.low.endswith(("-cent", "-penny")):
        return
    head = phrase.head
    between = [item for item in phrase.tokens if token.start < item.start < head.start]
    if head.kind == "N" and head.start > token.start and all(item.kind == "w" for item in between):
        for number in lexicon.by_noun.get("*", ()):
            yield tie(lexicon, number, phrase, None, None, head.start, 0.3 if not between else 0.4)


def _headline(token: Token, phrase: Phrase, found: Clauses, lexicon: Lexicon) -> Iterator[Link]:
    """Acme at $5 billion: what now? A name, "at" and a figure, and nothing more."""
    items = found.items
    if (
        len(items) < 3
        or items[2] is not phrase
        or len(phrase.tokens) > 1
        or phrase.prep != "at"
        or not isinstance(items[0], Phrase)
    ):
        return
    if items[0].head.kind != "N" or (
        len(items) > 3 and not (isinstance(items[3], Token) and items[3].kind in (":", ".", "?", "—"))
    ):
        return
    for number in lexicon.headlines[:1]:
        yield tie(lexicon, number, phrase, items[0], None, items[0].start, 0.4)


def _head(phrase: Phrase) -> Token | None:
    words = [token for token in phrase.tokens if token.kind == "w"]
    return words[-1] if words else None


def _compound(phrase: Phrase, trigger: Token) -> bool:
    """The revenue figure, the layoffs total: the word behind says nothing."""
    head = _head(phrase)
    return head is not None and head.low in (
        "figure",
        "number",
        "total",
        "count",
        "tally",
        "bill",
        "level",
        "size",
        "rate",
        "price",
        "round",
        "deal",
        "value",
        "spending",
        "target",
        "program",
        "programme",
        "plan",
        "package",
    )


def _tied(
    phrase: Phrase, other: Phrase, found: Clauses, classes: dict[str, frozenset[str]]
) -> tuple[Verb | None, float] | None:
    """Revenue was $5bn; put its value at $5bn; revenue: $5bn."""
    for verb in found.verbs:
        lemma = verb.lemma.split()[0]
        carries = lemma in classes["link"] or verb.lemma in classes["link"]
        if verb.subject is other and (carries or (verb.passive and lemma in classes["put"])):
            if phrase in verb.objects and (lemma not in _CHANGES or verb.passive or " " in verb.lemma):
                return verb, 0.5
            if any(item is phrase and prep in ("to", "at", "in", "as") for prep, item in verb.preps):
                return verb, 0.5
        if verb.subject is phrase and (
            (verb.lemma == "be" and other in verb.objects)
            or (lemma in _SPENT and verb.lemma != lemma and other in verb.objects)
            or (
                lemma in _SPENT
                and any(item is other and prep in ("into", "to", "on", "toward") for prep, item in verb.preps)
            )
        ):
            return verb, 0.55
        if other in verb.objects and lemma in classes["put"]:
            inner = [v for v in found.verbs if v.relative is other]
            if any(item is phrase and prep in ("at", "to", "as") for v in (verb, *inner) for prep, item in v.preps):
                return verb, 0.5
            if (
                len(verb.objects) > 1
                and verb.objects[1] is phrase
                and verb.objects[0] is other
                and verb.lemma == "call"
            ):
                return verb, 0.6
    items = found.items
    for position, item in enumerate(items[:-2]):
        if item is other or (isinstance(item, Phrase) and item in [p for _, p in other.after]):
            sign = items[position + 1]
            if isinstance(sign, Token) and sign.kind in (":", "(", "—") and items[position + 2] is phrase:
                return None, 0.7
            worth = item is not other and isinstance(sign, Token) and sign.kind == "," and items[position + 2] is phrase
            if worth and phrase.tokens[0].low == "worth":
                return None, 0.6
    return None


def governor(phrase: Phrase, found: Clauses) -> Verb | None:
    """Return the verb whose object, complement or subject a phrase is, directly or through another phrase."""
    for verb in found.verbs:
        if phrase in verb.objects or any(item is phrase for _, item in verb.preps):
            return verb
    for other in found.phrases:
        if any(item is phrase for _, item in other.after):
            for verb in found.verbs:
                if other in verb.objects or any(item is other for _, item in verb.preps) or verb.subject is other:
                    return verb
    return next((verb for verb in found.verbs if verb.subject is phrase), None)
