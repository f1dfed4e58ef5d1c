"""A sentence as words with their part: names, figures, dates, verbs, the small words between them."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import msgspec

from lint import patterns as re
from lint.extract.bag import bag
from lint.extract.claims.entities import entities, is_known
from lint.extract.claims.frames import Lexicon
from lint.extract.claims.titles import titled
from lint.extract.dates import Moment
from lint.extract.quantities import Amount
from lint.extract.quantities.units import COUNTRIES, NATIONS
from lint.extract.wordclass import CLASS, COMMON, JOINABLE, JOINERS, STATES
from lint.lexicon import english
from lint.lexicon import word as word_of


class Token(msgspec.Struct, frozen=True, gc=False):
    """One word or sign.

    kind   N name, Q figure, T time, d determiner, p preposition, c and/or/but, s what opens another clause, r relative,
           o pronoun, x auxiliary, g adverb, n negation, w any other word, or the punctuation mark itself
    low    the word in lower case; of a phrase or name, all of it
    data   the Amount, Moment or verb readings
    poss   carries a possessive ending
    """

    kind: str
    low: str
    start: int
    end: int
    data: Any = None
    poss: bool = False


WORD = re.compile(r"[^\W_]+(?:[&+.'’/-][^\W_]+)*[+]?|[^\w\s]")
_STRAIGHT = str.maketrans("’‘", "''")


def tokens(
    text: str,
    start: int,
    end: int,
    amounts: list[Amount],
    moments: list[Moment],
    lexicon: Lexicon,
    proper: frozenset[str] = frozenset(),
) -> list[Token]:
    """Return the tokens of one sentence, figures and dates as one each; words that hedge a figure are left out."""
    taken: list[tuple[int, int, Any, str]] = [(a.begin, a.end, a, "Q") for a in amounts]
    taken += [(m.start, m.end, m, "T") for m in moments if not any(a <= m.start < b for a, b, _, _ in taken)]
    taken.sort(key=lambda item: (item[0], item[1]))
    raw: list[Token] = []
    at = start
    for begin, stop, data, kind in taken:
        if begin < at:
            begin = at
        _words(text, at, begin, raw)
        if kind == "Q" and data.unit == "date" and raw and raw[-1].low == "since":
            raw[-1] = msgspec.structs.replace(raw[-1], kind="p")
        if kind == "Q" and begin < data.start:
            _signs(text, begin, data.start, lexicon, raw)
        raw.append(Token(kind, text[begin:stop].lower(), data.start, stop, data))
        at = max(at, stop)
        if kind == "Q" and data.per and data.unit != "count":
            at = max(at, data.reach)
    _words(text, at, end, raw)
    cased = _title_case(text, raw)
    return _names(text, _phrases(raw, lexicon), lexicon, cased, proper)


def _signs(text: str, at: int, end: int, lexicon: Lexicon, out: list[Token]) -> None:
    """Of the words that hedge a figure keep the punctuation, and a verb: topped, starts at."""
    words = [match for match in WORD.finditer(text, at, end) if match[0].lower() not in ("about", "some", "around")]
    if words and words[0][0].lower() in lexicon.verbs:
        _words(text, at, end, out)
        return
    for match in words:
        if match[0] in ("(", ":", ";", "—"):
            out.append(Token(match[0], match[0], match.start(), match.end()))


def _words(text: str, at: int, end: int, out: list[Token]) -> None:
    for match in WORD.finditer(text, at, end):
        word = match[0]
        begin, stop = match.span()
        if not word[0].isalnum():
            if word == "-" and begin and text[begin - 1].isalnum() and text[stop : stop + 1].isalpha():
                continue  # 90-billion-parameter
            out.append(Token("—" if word in "–—" else word, word, begin, stop))
            continue
        kind, low, poss = _of_word(word)
        if poss:
            stop -= 2
        elif low[-1] == "s" and text[stop : stop + 1] in ("'", "’") and text[stop + 1 : stop + 2] in ("", " "):
            poss = True
        out.append(Token(kind, low, begin, stop, None, poss))


@lru_cache(maxsize=1 << 16)
def _of_word(word: str) -> tuple[str, str, bool]:
    """Return kind and small letters of a word without its possessive ending, and whether it has one."""
    low = word.lower().translate(_STRAIGHT)
    poss = low.endswith("'s") and low not in CLASS
    low = low[:-2] if poss else low
    return "w" if word in ("US", "IT", "AM", "WHO") else CLASS.get(low, "w"), low, poss


def _title_case(text: str, raw: list[Token]) -> bool:
    """Tell whether most long words carry a capital, as in a headline: then capitals say little."""
    words = [token for token in raw if token.kind == "w" and len(token.low) > 3]
    return len(words) > 4 and sum(text[token.start].isupper() for token in words) >= 0.8 * len(words)


# Prepositions of several words, with the short one that says the same.
_LONG = {"to": (("the tune of", "with"),), "in": (("exchange for", "for"), ("return for", "for")),
    "at": (("a cost of", "for"),)}  # fmt: skip


def _phrases(raw: list[Token], lexicon: Lexicon) -> list[Token]:
    """Join the words of a phrase that frames know as one: run rate, research and development."""
    out: list[Token] = []
    index = 0
    while index < len(raw):
        token = raw[index]
        for rest, short in _LONG.get(token.low, ()):
            stop = index + 1 + len(rest.split())
            if [word.low for word in raw[index + 1 : stop]] == rest.split():
                token = Token("p", short, token.start, raw[stop - 1].end)
                index = stop - 1
        if "-" in token.low and token.low not in lexicon.by_noun:
            spaced = token.low.replace("-", " ")
            token = msgspec.structs.replace(token, low=spaced) if spaced in lexicon.by_noun else token
        for phrase in lexicon.phrases.get(token.low, ()):
            stop = index + len(phrase)
            if stop <= len(raw) and all(raw[index + k].low == word for k, word in enumerate(phrase)):
                out.append(Token("w", " ".join(phrase), token.start, raw[stop - 1].end, None, raw[stop - 1].poss))
                index = stop
                break
        else:
            out.append(token)
            index += 1
    return out


_MONTHS = bag("january february march april may june july august september october november december")


def _names(text: str, raw: list[Token], lexicon: Lexicon, cased: bool, proper: frozenset[str]) -> list[Token]:
    """Join capitalised words to names."""
    out: list[Token] = []
    index = 0
    first = True
    while index < len(raw):
        token = raw[index]
        if token.kind in '“"' and (end := titled(text, token.start)) and end <= raw[-1].start:
            out.append(Token("N", text[token.end : end], token.end, end))
            index = next(at for at in range(index, len(raw)) if raw[at].start >= end) + 1
            first = False
            continue
        if (
            token.low in _MONTHS
            and text[token.start].isupper()
            and (token.low not in ("may", "march") or (out and out[-1].kind in ("p", "s", "d", "g")))
        ):
            out.append(msgspec.structs.replace(token, kind="T"))
            index += 1
            continue
        known = _in_table(text, raw, index) if text[token.start].isupper() else 0
        if known or (
            token.kind == "w"
            and _capital(text, token, raw[index + 1] if index + 1 < len(raw) else None, first, lexicon, cased)
        ):
            stop = max(known, _run(text, raw, index, lexicon, cased))
            if not known and (first or cased) and _ordinary(text, raw, index, stop, lexicon, proper, cased):
                out.extend(raw[index:stop])
                index, first = stop, False
                continue
            last = raw[stop - 1]
            end = last.end
            name = text[token.start : end]
            late = text[end : end + 3] in (".'s", ".’s")
            out.append(Token("N", name, token.start, end, None, last.poss or late))
            index = stop + 3 * late
            first = False
            index = _state(text, raw, index, out)
            if index < len(raw) and raw[index].kind == "." and name.rsplit(" ", 1)[-1].lower() in _ABBREVIATED:
                index += 1
            continue
        if token.kind in ("(", ":", "—", '"', "“", "‘", "•", "*"):
            first = True
        elif token.kind not in ("'", "[", "…"):
            first = False
        out.append(token)
        index += 1
    return out


def _in_table(text: str, raw: list[Token], index: int) -> int:
    """Return where a name of several words stops that the table has whole, whatever its words are: Together AI; or 0.

    It begins with a capital. A single word counts that is no plain one: X-energy.
    """
    token = raw[index]
    if token.low.partition(" ")[0] in entities().long:
        for stop in range(min(index + LONGEST, len(raw)), index, -1):
            end = raw[stop - 1].end
            words = text[token.start : end].split()
            named = all(word[0].isupper() or word in JOINERS for word in words)
            if named and len(words) > 1 and raw[stop - 1].low[-1].isalnum() and is_known(" ".join(words)):
                return stop
    return index + 1 if "-" in token.low and is_known(text[token.start : token.end]) else 0


LONGEST = 5


def _state(text: str, raw: list[Token], index: int, out: list[Token]) -> int:
    """Take in the state or country behind a place: Abilene, Texas."""
    if (
        index + 1 < len(raw)
        and raw[index].kind == ","
        and raw[index + 1].low in STATES
        and len(out) > 1
        and out[-2].kind in ("p", "d")
    ):
        place, state = out[-1], raw[index + 1]
        if text[state.start].isupper():
            out[-1] = Token(
                "N", f"{place.low}, {text[state.start : state.end]}", place.start, state.end, None, state.poss
            )
            index += 2
            after = raw[index + 1] if index + 1 < len(raw) and raw[index].kind == "," else None
            if after is not None and (
                after.kind == "x"
                or (after.kind == "w" and not text[after.start].isupper() and after.low.endswith(("s", "ed")))
            ):
                index += 1
    return index


_ABBREVIATED = bag("inc corp co ltd bros llc plc jr sr mfg intl")
_SHARED = bag(
    "snap target block square scale arm shell visa notion ramp lambda signal unity discord harvey wise meta apple "
    "oracle delta united gap slack"
)


def _ordinary(
    text: str, raw: list[Token], index: int, stop: int, lexicon: Lexicon, proper: frozenset[str], cased: bool
) -> bool:
    """Capitals at the start of a sentence or in a headline make no name of words that are all in the dictionary."""
    words = [token.low for token in raw[index:stop]]
    if raw[stop - 1].poss or words[-1] in _FORMS:
        return False
    known = is_known(text[raw[index].start : raw[stop - 1].end])
    if known and (cased or words[0] not in entities().everyday or _acted(raw, stop, lexicon)):
        return False
    if any(not word.isalpha() for word in words) or not all(english(word) for word in words):
        return False
    if words[0] in COUNTRIES or words[-1] in NATIONS:
        return False
    if (not known and any(is_known(text[token.start : token.end]) for token in raw[index:stop])) or proper.issuperset(
        words
    ):
        return False
    if len(words) > 2 and not cased:
        return False  # Long Night Harbour opened: words after the first have no other reason for a capital
    after = next((token for token in raw[stop:] if token.kind != "g"), None)
    if after is None:
        return True
    codes = "".join(codes for _, codes in lexicon.verbs.get(after.low, ()))
    acts = after.kind == "x" or (after.kind == "w" and ("s" in codes or "d" in codes))
    if acts and "d" not in codes and after.kind == "w" and words[0].endswith(("ed", "ing")):
        return True  # Unfilled orders, Restructuring costs
    if len(words) > 1:
        return not (acts or (after.kind == "," and len(words) < 4 and any(_rare(word) for word in words)))
    rare = _rare(words[0]) and not words[0].endswith("s")
    pauses = after.kind == "," and rare and not words[0].endswith(("ly", "ing", "ed"))
    return not ((rare and acts) or pauses)


def _acted(raw: list[Token], stop: int, lexicon: Lexicon) -> bool:
    """Tell whether what follows is a verb that can be nothing else: has, raised."""
    after = next((token for token in raw[stop:] if token.kind != "g"), None)
    if after is None or after.kind != "w":
        return after is not None and after.kind == "x"
    return any("d" in codes for _, codes in lexicon.verbs.get(after.low, ())) or after.low == "says"


def _rare(word: str) -> bool:
    looked = word_of(word)
    return looked is not None and looked.zipf < 4.0


_FORMS = bag("inc corp co ltd llc plc labs lab technologies systems motors group holdings games networks energy "
    "therapeutics software robotics bank "
             "capital ventures partners airlines foundation university")  # fmt: skip


def _capital(text: str, token: Token, after: Token | None, first: bool, lexicon: Lexicon, cased: bool) -> bool:
    letter = text[token.start]
    if token.start and text[token.start - 1] == "@":
        return False
    if not letter.isupper():
        return letter.islower() and len(token.low) > 2 and _camel(text, token)
    if token.low in ("i", "i'm", "i've") or token.low in _NOT_IN_NAMES:
        return False
    if " " in token.low:
        return is_known(text[token.start : token.end])
    trigger = token.low in lexicon.by_noun or token.low in lexicon.by_count
    if trigger and (" " in token.low or text[token.start : token.end - 1].isupper() or english(token.low)):
        return is_known(text[token.start : token.end])
    if token.low in _SHARED:
        return True
    if first or cased:
        if token.low in COMMON or token.low in CLASS or (token.low in lexicon.verbs and cased):
            return (
                text[token.start : token.end].isupper() and len(token.low) > 1 and not cased and token.low not in COMMON
            )
        if token.low in lexicon.by_noun or token.low in lexicon.by_count:
            return False
        if first and token.low in lexicon.verbs and token.low.endswith(("ing", "ed")):
            return False
        if first and after is not None and after.kind == "p" and after.low != "to" and english(token.low):
            return is_known(text[token.start : token.end])
        if first and "-" in token.low and all(part in COMMON or english(part) for part in token.low.split("-")):
            return False
    return True


def _run(text: str, raw: list[Token], index: int, lexicon: Lexicon, cased: bool) -> int:
    """Return where the name that begins at `index` stops."""
    stop = index + 1
    while stop < len(raw) and not raw[stop - 1].poss:
        token = raw[stop]
        if text[raw[stop - 1].end : token.start] not in (" ", "", "\u00a0", ". ") or (
            text[raw[stop - 1].end : token.start] == "" and token.kind != "."
        ):
            break
        if (token.kind == "w" or (token.low in _TAILS and text[token.start].isupper())) and (
            text[token.start].isupper() or _NUMBERED.match(token.low) is not None or _camel(text, token)
        ):
            if cased and (token.low in COMMON or token.low in lexicon.verbs or token.low in lexicon.by_noun):
                break
            if token.low in _NOT_IN_NAMES:
                break
            stop += 1
            continue
        if (
            token.low in JOINERS
            and stop + 1 < len(raw)
            and raw[stop + 1].kind == "w"
            and text[raw[stop + 1].start].isupper()
        ):
            left = raw[stop - 1].low
            if token.low in ("&", "de", "von", "van", "der", "den", "la", "le", "del", "di", "da", "du") or (
                token.low in ("of", "for") and left in JOINABLE and not cased
            ):
                stop += 2
                continue
            if token.low == "of" and raw[stop + 1].low == "the":
                break
        break
    return stop


_NOT_IN_NAMES = bag("ceo cfo coo cto q1 q2 q3 q4 fy ipo gpu gpus mau maus dau daus arr r&d ebitda eps capex series")


def _camel(text: str, token: Token) -> bool:
    tail = text[token.start + 1 : token.end]
    return not tail.islower() and any(c.isupper() for c in tail)


_NUMBERED = re.compile(r"(?:\d{1,4}|\d{1,4}[bm]|\d{1,2}x\d{1,3}b)$")
_TAILS = bag("plus one now air more up go")
# For speed it begins with the blank before; a capital right behind another says nothing more.
_INSIDE = re.compile(r" (?<=[a-z,;)”] )([A-Z][A-Za-z]{2,20})(?: [A-Z][A-Za-z]{2,20})?")


def proper_words(texts: Iterable[str]) -> frozenset[str]:
    """Return the words, in lower case, that carry a capital inside a sentence somewhere in these texts."""
    return frozenset(word.lower() for text in texts for word in _INSIDE.findall(text))
