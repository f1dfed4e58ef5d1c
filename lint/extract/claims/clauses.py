"""The clauses of a sentence: which phrase stands where to which verb. No more grammar than figures need."""

from typing import Any

from lint.extract.bag import bag
from lint.extract.claims import relatives
from lint.extract.claims.frames import Lexicon
from lint.extract.claims.phrases import Clauses, Phrase, Verb
from lint.extract.claims.tokens import Token
from lint.extract.claims.verbgroups import is_verb, verb_group
from lint.extract.quantities import Amount

_NP = ("d", "N", "Q", "w")
# How somebody is kept or taken: keeps Acme afloat, takes Acme private.
_STATES = bag("afloat alive aloft going private public solvent busy worth")
_TIMES = bag("year quarter month week day time years months weeks days round morning night")


def clauses(tokens: list[Token], lexicon: Lexicon) -> Clauses:
    """Return the clauses of one sentence."""
    items: list[Any] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.kind == "T":
            after = tokens[index + 1] if index + 1 < len(tokens) else None
            attributive = after is not None and after.kind == "w" and not is_verb(tokens, index + 1, lexicon)
            attributive = attributive and not (len(items) == 1 and _acts(tokens, index + 2, lexicon))
            if items and isinstance(items[-1], Token) and items[-1].kind == "p" and not attributive:
                items.pop()
            index += 1
            continue
        may = token.kind == "x" or token.low == "to" or (token.kind in ("w", "g", "n") and _verbal(token, lexicon))
        group = verb_group(tokens, index, lexicon) if may else None
        if group is not None:
            verb, index = group
            items.append(verb)
            continue
        if token.kind == "x":
            index += 1
            continue
        if token.kind == "d" and index + 1 < len(tokens) and tokens[index + 1].kind == "T":
            index += 1
            continue
        if token.kind in _NP:
            phrase, index = _noun_phrase(tokens, index, lexicon)
            items.append(phrase)
            continue
        if token.kind == "o":
            items.append(Phrase([token], index))
        elif token.kind not in ("g", "n"):
            items.append(token)
        index += 1
    found = Clauses(
        items, [i for i in items if isinstance(i, Verb)], [i for i in items if isinstance(i, Phrase)], tokens
    )
    _hang(items)
    for position, item in enumerate(items):
        if isinstance(item, Verb):
            _subject(items, position, item, lexicon.classes["say"])
            _arguments(items, position, item)
    relatives.relative(items)
    relatives.openers(items)
    relatives.extents(items)
    return found


def _acts(tokens: list[Token], index: int, lexicon: Lexicon) -> bool:
    """In 2024 shoppers spent …: what stands behind the time is a clause, and no phrase that the time belongs to."""
    for k in range(index, len(tokens)):
        if tokens[k].kind == "x" or is_verb(tokens, k, lexicon):
            return True
        if tokens[k].kind not in ("w", "N", "d", "p", "g"):
            return False
    return False


def _verbal(token: Token, lexicon: Lexicon) -> bool:
    """Tell by the word alone whether it may be a verb."""
    return token.low in lexicon.verbs or token.low.endswith(("ed", "s"))


def _noun_phrase(tokens: list[Token], index: int, lexicon: Lexicon) -> tuple[Phrase, int]:
    start = index
    found: list[Token] = []
    while index < len(tokens):
        token = tokens[index]
        if token.kind == "T":
            if not found:
                break
            index += 1
            continue
        if token.kind == "d" and found and not found[-1].poss and found[-1].kind != "d":
            break
        if (
            token.kind == "g"
            and index + 1 < len(tokens)
            and tokens[index + 1].kind in ("w", "Q")
            and found
            and found[-1].kind == "d"
        ):
            index += 1
            continue
        if token.kind not in _NP:
            break
        if found and is_verb(tokens, index, lexicon):
            break
        if found and token.kind == "N" and not found[-1].poss and (found[-1].kind == "N" or found[-1].low in _TIMES):
            break
        if found and token.kind == "N" and _contact(found, tokens, index, lexicon):
            break
        if found and token.kind == "Q" and found[-1].kind == "N" and not found[-1].poss:
            break
        if found and found[-1].kind == "N" and not found[-1].poss and token.low in _STATES:
            break
        found.append(token)
        index += 1
    return Phrase(found, start), max(index, start + 1)


def _contact(found: list[Token], tokens: list[Token], index: int, lexicon: Lexicon) -> bool:
    """Tell whether a clause begins at a name without "that": the price Acme is paying."""
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is None or found[0].kind != "d":
        return False
    last = found[-1]
    if not (last.low in lexicon.by_noun if last.kind == "w" else last.kind == "Q" and _sum(last.data)):
        return False
    return after.kind == "x" or is_verb(tokens, index + 1, lexicon)


def _sum(amount: Amount) -> bool:
    """Tell whether a figure is no price, such as a product is called by: the $5m Acme put up, the 12% it owns."""
    return amount.unit == "percent" or (amount.unit == "money" and (amount.low or amount.high or 0) >= 1e6)


def _hang(items: list[Any]) -> None:
    """Hang each phrase behind a preposition on the phrase right before the preposition."""
    for position in range(len(items) - 2):
        first = items[position]
        if not isinstance(first, Phrase):
            continue
        k = position + 1
        while (
            k + 1 < len(items)
            and isinstance(items[k], Token)
            and items[k].kind == "p"
            and isinstance(items[k + 1], Phrase)
        ):
            prep, hung = items[k].low, items[k + 1]
            hung.prep = prep
            first.after.append((prep, hung))
            k += 2
            if prep == "between" and k + 1 < len(items) and isinstance(items[k], Token) and items[k].kind == "c":
                other = items[k + 1]
                if isinstance(other, Phrase):
                    other.prep = "and"
                    first.after.append(("and", other))
                    k += 2
    for position, item in enumerate(items):
        if (
            isinstance(item, Phrase)
            and not item.prep
            and position
            and isinstance(items[position - 1], Token)
            and items[position - 1].kind == "p"
        ):
            item.prep = items[position - 1].low


def _subject(items: list[Any], position: int, verb: Verb, say: frozenset[str]) -> None:
    """Find the phrase that does or undergoes what the verb says: to the left, over hanging phrases and insertions."""
    k = position - 1
    if k >= 0 and isinstance(items[k], Token) and items[k].kind == ",":
        inserted = _before_insertion(items, k, verb)
        if inserted is not None or k == 0:
            verb.subject = inserted
            return
        k -= 1
        if verb.form in ("ing", "past"):
            verb.subject = _clause_subject(items, k)
            return
    if k < 0:
        return
    item = items[k]
    if isinstance(item, Token):
        verb.subject = _over_a_joint(items, k, verb)
    elif isinstance(item, Verb):
        if verb.form == "fin" and item.relative is not None:
            verb.subject = _holder(items, item.relative)
            return
        verb.subject, verb.under = item.subject, item
        item.inner = item.inner or verb
    elif verb.form == "inf":
        verb.subject = _clause_subject(items, k)
        governor = _governor(items, k)
        if governor is not None and governor.inner is None:
            governor.inner, verb.under = verb, governor
    else:
        _own_subject(items, k, position, verb, say)


def _over_a_joint(items: list[Any], k: int, verb: Verb) -> Phrase | None:
    """The subject across the small word at `k`: which, and, by, while."""
    kind = items[k].kind
    if kind == "r":
        k -= 1
        if k >= 0 and isinstance(items[k], Token) and items[k].kind == ",":
            k -= 1
        return items[k] if k >= 0 and isinstance(items[k], Phrase) else None
    if kind in ("c", "p", "s") or (kind in (":", "(", "—") and verb.form == "ing"):
        return _clause_subject(items, k - 1)
    return None


def _own_subject(items: list[Any], k: int, position: int, verb: Verb, say: frozenset[str]) -> None:
    """The phrase to the left, over what hangs on it; or what a clause without "that" belongs to."""
    while items[k].prep and k >= 2 and isinstance(items[k - 1], Token) and isinstance(items[k - 2], Phrase):
        k -= 2
    if items[k].prep or _embedded(items, k, say):
        verb.subject = _antecedent(items, position)
        return
    verb.subject = items[k]
    if k and isinstance(items[k - 1], Phrase) and k == position - 1:
        verb.relative = items[k - 1]
        verb.objects.append(items[k - 1])


def _holder(items: list[Any], phrase: Phrase) -> Phrase:
    """The number of jobs it is cutting: from "jobs" to "the number"."""
    for item in items:
        if isinstance(item, Phrase) and any(hung is phrase for _, hung in item.after):
            return item
    return phrase


def _embedded(items: list[Any], k: int, say: frozenset[str]) -> bool:
    """Tell whether the phrase at `k` is the object of a verb before it: what is said has a subject of its own."""
    return k > 0 and isinstance(items[k - 1], Verb) and items[k - 1].lemma not in say


def _antecedent(items: list[Any], position: int) -> Phrase | None:
    """The price it is paying for Acme is …: over the relative clause to the phrase it belongs to."""
    k = position - 1
    while k >= 0 and not isinstance(items[k], Verb):
        if isinstance(items[k], Token) and items[k].kind not in ("p", "c"):
            return None
        k -= 1
    if k < 0:
        return None
    inside: Verb = items[k]
    j = k - 1
    while j >= 0 and isinstance(items[j], Phrase) and items[j] is not inside.subject:
        j -= 1
    if j >= 0 and items[j] is inside.subject:
        j -= 1
    if j >= 0 and isinstance(items[j], Token) and items[j].kind == "r":
        j -= 1
        if j >= 0 and isinstance(items[j], Token) and items[j].kind == ",":
            j -= 1
    if j < 0 or not isinstance(items[j], Phrase) or items[j] is inside.subject:
        return inside.subject if inside.form == "past" or inside.passive else None
    while items[j].prep and j >= 2 and isinstance(items[j - 2], Phrase):
        j -= 2
    if items[j] is not inside.subject and items[j] not in inside.objects:
        inside.objects.append(items[j])
        inside.relative = items[j]
    found: Phrase = items[j]
    return found


def _governor(items: list[Any], k: int) -> Verb | None:
    while k >= 0:
        item = items[k]
        if isinstance(item, Verb):
            return item
        if isinstance(item, Token) and item.kind not in ("p", "c"):
            return None
        k -= 1
    return None


def _clause_subject(items: list[Any], k: int) -> Phrase | None:
    """The subject of the nearest verb to the left, or the first phrase of the clause where there is none."""
    while k >= 0:
        item = items[k]
        if isinstance(item, Verb):
            return item.subject
        if (
            isinstance(item, Phrase)
            and not item.prep
            and (k == 0 or (isinstance(items[k - 1], Token) and items[k - 1].kind not in ("p",)))
        ):
            left = k - 1
            if not any(isinstance(other, Verb) for other in items[:k]):
                return item
            if left >= 0 and isinstance(items[left], Token) and items[left].kind in (";", ":"):
                return item
        k -= 1
    return None


def _before_insertion(items: list[Any], comma: int, verb: Verb) -> Phrase | None:
    """Okta, the identity company, employs …: the phrase before the insertion that ends at this comma."""
    if verb.form in ("ing", "inf"):
        return None
    k = comma - 1
    while k >= 0 and not (isinstance(items[k], Token) and items[k].kind == ","):
        if isinstance(items[k], Token) and items[k].kind in (";", ":"):
            return None
        k -= 1
    if k <= 0:
        return None
    left = k - 1
    while (
        left >= 2
        and isinstance(items[left], Phrase)
        and items[left].prep
        and isinstance(items[left - 1], Token)
        and isinstance(items[left - 2], Phrase)
    ):
        left -= 2
    before = items[left]
    if isinstance(before, Phrase) and not before.prep:
        return before
    return None


_ENDS = (",", ";", ":", "—", "r", "s", "(", ")", ".", "?", "!", "“", "”", '"')


def _arguments(items: list[Any], position: int, verb: Verb) -> None:
    """Collect objects and prepositional phrases to the right, up to the end of the clause."""
    k = position + 1
    while k < len(items):
        item = items[k]
        if isinstance(item, Verb):
            if item.form in ("inf",) and verb.inner is None:
                verb.inner = item
                item.under = verb
            break
        if isinstance(item, Token):
            if item.kind in ('"', "“", "”") and k + 1 < len(items):
                k += 1
                continue
            if (
                item.kind == ","
                and k + 2 < len(items)
                and isinstance(items[k + 1], Token)
                and items[k + 1].kind == "p"
                and isinstance(items[k + 2], Phrase)
                and not verb.objects
            ):
                k += 1
                continue
            over = relatives.over(items, k) if item.kind == "," and verb.objects else None
            if over is not None:
                k = over
                continue
            if item.kind in _ENDS:
                break
            if item.kind == "c" and not (
                k + 1 < len(items) and isinstance(items[k + 1], Phrase) and not _opens(items, k + 1)
            ):
                break
            if item.kind == "p" and k + 1 < len(items) and not isinstance(items[k + 1], Phrase):
                nxt = items[k + 1]
                if isinstance(nxt, Token) and nxt.kind == "p":
                    k += 1
                    continue
                if isinstance(nxt, Verb):
                    verb.inner = verb.inner or nxt
                    nxt.under = nxt.under or verb
                break
        elif isinstance(item, Phrase):
            if _opens(items, k) and not ((verb.form == "inf" or verb.relative is not None) and k == position + 1):
                break
            if item.prep:
                verb.preps.append((item.prep, item))
            else:
                verb.objects.append(item)
        k += 1


def _opens(items: list[Any], k: int) -> bool:
    """Tell whether the phrase at `k` is the subject of a verb of its own."""
    j = k + 1
    while (
        j + 1 < len(items) and isinstance(items[j], Token) and items[j].kind == "p" and isinstance(items[j + 1], Phrase)
    ):
        j += 2
    return j < len(items) and isinstance(items[j], Verb) and items[j].form == "fin" and not items[k].prep
