"""Which words are verbs here, and which auxiliaries and verbs make one group: is to be bought, plans to buy."""

from lint.extract.bag import bag
from lint.extract.claims.frames import Lexicon
from lint.extract.claims.phrases import Verb
from lint.extract.claims.tokens import Token

BE = bag("is are was were be been being am isn't wasn't aren't weren't 's it's they're he's she's that's there's")
HAVE = bag("has have had having hasn't haven't hadn't they've we've i've you've")
_DO = bag("do does did don't doesn't didn't")
DUE = {"set": "planned", "due": "planned", "likely": "forecast", "unlikely": "denied", "about": "planned",
    "poised": "planned",
        "ready": "planned", "willing": "planned", "able": "planned", "prepared": "planned", "slated": "planned",
        "close": "reported",
        "keen": "planned", "reluctant": "hypothetical", "going": "planned", "supposed": "hypothetical",
        "talks": "reported",
        "discussions": "reported", "negotiations": "reported", "track": "planned", "course": "planned",
        "scheduled": "planned",
        "expected": "forecast", "said": "reported", "reported": "reported", "believed": "reported",
        "thought": "reported",
        "rumored": "reported", "rumoured": "reported", "understood": "reported", "certain": "forecast"}  # fmt: skip
_TIMES = bag("year quarter month week day time years months weeks days round morning night")
_PLURAL = bag("people men women children staff police personnel")
_NOUN_ING = bag(
    "funding financing holding holdings founding filing offering spending pricing earning building listing backing "
    "fundraising meeting "
    "training trading housing advertising marketing manufacturing engineering computing streaming borrowing saving "
    "opening closing "
    "beginning staffing float landing licensing hosting networking banking gaming shipping lending mining "
    "outsourcing morning"
)


def is_verb(tokens: list[Token], index: int, lexicon: Lexicon) -> bool:
    """Tell whether a word that may be a verb is one here, by what stands before and after it."""
    token = tokens[index]
    if token.kind != "w":
        return False
    readings = lexicon.verbs.get(token.low)
    if token.poss:
        return False
    if readings is None:
        return _unlisted(tokens, index, lexicon)
    codes = "".join(code for _, code in readings)
    before = _previous(tokens, index)
    if before is not None and before.kind == "Q" and before.data.noun.lower().startswith(token.low):
        return False
    after = _behind(tokens, index, [lemma for lemma, _ in readings], lexicon)
    kind = before.kind if before is not None else ""
    if before is not None and (kind == "d" or before.poss):
        return False
    if "g" in codes and token.low.endswith("ing"):
        return _is_ing(token, before, after)
    if kind == "x":
        return True
    if kind == "p":
        return (
            before is not None and before.low == "to" and "b" in codes and not (after is not None and after.low == "of")
        )
    if "n" in codes or "d" in codes:
        return _is_past(token, before, after, codes)
    return _is_present(tokens, token, before, after, codes)


def _unlisted(tokens: list[Token], index: int, lexicon: Lexicon) -> bool:
    """Tell whether a word that no list calls a verb stands as one: behind a name, before what is no verb."""
    token = tokens[index]
    before, after = _previous(tokens, index), tokens[index + 1] if index + 1 < len(tokens) else None
    if before is None or before.kind != "N" or before.poss or after is None or " " in token.low:
        return False
    if token.low in lexicon.by_noun or token.low in lexicon.by_count or len(token.low) < 4:
        return False
    if token.low.endswith("ed"):
        return after.kind in ("d", "N", "Q", "o", "p", "w", "T")
    return token.low.endswith("s") and not token.low.endswith("ss") and after.kind in ("d", "N", "Q", "o")


def _previous(tokens: list[Token], index: int) -> Token | None:
    """The word before that counts: not over "for 2024", or over an adverb, which say nothing of it."""
    at = index - 1
    while at >= 0 and tokens[at].kind in ("g", "n", "T"):
        at -= 1 + (tokens[at].kind == "T" and at > 0 and tokens[at - 1].kind == "p")
    return tokens[at] if at >= 0 else None


def _behind(tokens: list[Token], index: int, lemmas: list[str], lexicon: Lexicon) -> Token | None:
    """The word behind, or behind the particle, if the one behind is none of the verb's own: set up Acme."""
    at = index + 1
    if at < len(tokens) and tokens[at].kind == "w":
        at = max(_particle(tokens, at, lemma, lexicon)[1] for lemma in lemmas)
    return tokens[at] if at < len(tokens) else None


def _is_ing(token: Token, before: Token | None, after: Token | None) -> bool:
    if before is not None and before.kind == "x":
        return before.low in BE or token.low not in _NOUN_ING
    if token.low in _NOUN_ING:
        return False
    if before is None or before.kind in (",", "c", "s", ";", "—", "p", "(", ":"):
        return after is not None and after.kind in ("N", "Q", "d", "o", "p", "w", "g", "T")
    return before.kind in ("N", "w", "o") and after is not None and after.kind in ("N", "Q", "d", "p", "o", "T", "w")


def _is_past(token: Token, before: Token | None, after: Token | None, codes: str) -> bool:
    if before is None or before.kind in (
        ",",
        "c",
        "s",
        "r",
        ";",
        "—",
        ":",
        "(",
        "o",
        "N",
        "Q",
        "x",
        "“",
        '"',
        ")",
        "”",
    ):
        if (
            "b" in codes
            and before is not None
            and before.kind in ("N", "Q")
            and after is not None
            and (after.low == "of" or after.kind in ("x",))
        ):
            return False
        return not (
            "b" in codes and before is not None and before.kind == "c" and after is not None and after.kind == "w"
        )
    if before.kind == "w":
        if "b" in codes:
            return after is not None and after.kind in ("N", "Q", "d", "p", "T", "o") and after.low != "of"
        return True
    return before.kind == "g"


def _is_present(tokens: list[Token], token: Token, before: Token | None, after: Token | None, codes: str) -> bool:
    if after is None or after.low == "of" or after.kind in ("x", ".", ","):
        ends = after is None or after.kind in (".", ",")
        return before is not None and (before.kind in ("o", "r") or ("s" in codes and before.kind == "N" and ends))
    takes = after.kind in ("N", "Q", "d", "p", "o", "T", "g", "w", "r", "“", '"', "s", "n", ":")
    if before is None:
        return takes and after.kind in ("N", "Q", "d", "T")
    if before.kind in ("o", "r"):
        return takes
    if "s" in codes:
        if before.kind == "N":
            return takes and not (after.kind == "w" and after.low in ("plan", "price", "data"))
        return (before.kind in ("w", "Q", ",", ")", "c") and takes and after.kind != "w") or (
            before.kind == "w" and takes
        )
    if before.kind == "w":
        plural = before.low in _PLURAL or (before.low.endswith("s") and not before.low.endswith("ss"))
        return plural and after.kind in ("N", "Q", "d", "p", "o", "T", "r", "s")
    if before.kind == "c":
        return after.kind in ("N", "Q", "d", "o")
    return before.kind in ("N",) and after.kind in ("d", "Q") and False


def verb_group(tokens: list[Token], index: int, lexicon: Lexicon) -> tuple[Verb, int] | None:
    """Read auxiliaries, adverbs and the chain of verbs from `index` on; None where no verb stands."""
    begin = index
    aux: list[str] = []
    chain: list[str] = []
    negated = False
    at = index
    verb: Token | None = None
    lemma, codes, passive = "", "", False
    infinitive = tokens[at].low == "to" and at + 1 < len(tokens)
    if infinitive:
        at += 1
        while at < len(tokens) and tokens[at].kind in ("g", "n"):
            at += 1
        if at >= len(tokens) or not (
            tokens[at].kind == "x"
            or (tokens[at].kind == "w" and "b" in _codes(tokens[at], lexicon) and _after_to(tokens, at))
        ):
            return None
    while at < len(tokens):
        token = tokens[at]
        if token.kind == "x" and not verb:
            aux.append(token.low)
            negated = negated or token.low.endswith("n't")
        elif token.low == "since" and aux and at + 1 < len(tokens) and tokens[at + 1].low in lexicon.verbs:
            pass
        elif token.kind in ("g", "T") and (aux or verb is None):
            if not aux and not infinitive:
                return None
        elif token.kind == "n" and (aux or infinitive):
            negated = True
        elif token.kind == "w" and (
            is_verb(tokens, at, lexicon) if not (infinitive and not aux) else "b" in _codes(token, lexicon)
        ):
            verb = token
            lemma, codes = _reading(token, lexicon, aux, infinitive)
            at += 1
            particle, at = _particle(tokens, at, lemma, lexicon)
            if particle:
                lemma = f"{lemma} {particle}"
            follows = _chained(tokens, at, lexicon, lemma)
            if follows is None:
                break
            chain.append(lemma)
            verb, aux, infinitive = None, [*aux, "to"], True
            at = follows
            continue
        else:
            break
        at += 1
    if verb is None:
        return _link_verb(tokens, begin, at, aux, negated, chain, lexicon, infinitive)
    be = any(word in BE for word in aux[-2:]) or (bool(chain) and any(word in BE for word in aux[len(aux) - 1 :]))
    passive = "n" in codes and be and codes != "g"
    form = "inf" if infinitive and not chain else ("ing" if "g" in codes and not be else "fin")
    form = form if aux or form != "fin" else _bare_form(codes)
    made = Verb(lemma, begin, tokens[begin].start, form, passive, tuple(chain), tuple(aux), negated, stop=at)
    made.ongoing = be and "g" in codes and not any(word == "been" for word in aux)
    return made, at


def _bare_form(codes: str) -> str:
    return "past" if "n" in codes else "fin"


def _codes(token: Token, lexicon: Lexicon) -> str:
    return "".join(code for _, code in lexicon.verbs.get(token.low, ()))


def _after_to(tokens: list[Token], at: int) -> bool:
    """After "to" a base form is a verb, unless it is a noun at once followed by what only follows nouns."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return after is None or after.low != "of"


def _reading(token: Token, lexicon: Lexicon, aux: list[str], infinitive: bool) -> tuple[str, str]:
    readings = lexicon.verbs.get(token.low) or ((token.low, "dn" if token.low.endswith("ed") else "s"),)
    for lemma, codes in readings:
        if infinitive and "b" in codes:
            return lemma, "b"
    return readings[0]


def _particle(tokens: list[Token], at: int, lemma: str, lexicon: Lexicon) -> tuple[str, int]:
    for words in lexicon.particles.get(lemma, ()):
        parts = words.split()
        if at + len(parts) <= len(tokens) and all(tokens[at + k].low == part for k, part in enumerate(parts)):
            return words, at + len(parts)
    return "", at


def _chained(tokens: list[Token], at: int, lexicon: Lexicon, lemma: str) -> int | None:
    """Return where the verb begins that this one takes ("plans to buy"), or None."""
    k = at
    while k < len(tokens) and tokens[k].kind in ("g", "T"):
        k += 1
    if k + 1 < len(tokens) and tokens[k].low == "to" and lemma in lexicon.modal:
        k += 1
        while k < len(tokens) and tokens[k].kind in ("g", "n"):
            k += 1
        if k < len(tokens) and (tokens[k].kind == "x" or (tokens[k].kind == "w" and "b" in _codes(tokens[k], lexicon))):
            return k
    return None


def _link_verb(
    tokens: list[Token],
    begin: int,
    at: int,
    aux: list[str],
    negated: bool,
    chain: list[str],
    lexicon: Lexicon,
    infinitive: bool,
) -> tuple[Verb, int] | None:
    """Auxiliaries without a verb: "be" and "have" stand for themselves; "is set to" leads on to the verb behind."""
    real = [word for word in aux if word != "to"]
    if not real:
        return None
    if any(word in BE for word in real[-1:]):
        k = at
        while k < len(tokens) and k < at + 4 and tokens[k].low != "to" and tokens[k].kind in ("w", "p", "g"):
            k += 1
        if k > at and k < len(tokens) - 1 and tokens[k].low == "to" and tokens[k - 1].low in DUE:
            inner = verb_group(tokens, k, lexicon)
            if inner is not None:
                verb, stop = inner
                verb.chain = (*chain, tokens[k - 1].low, *verb.chain)
                verb.at, verb.start, verb.form = begin, tokens[begin].start, "fin"
                verb.negated = verb.negated or negated
                verb.aux = (*aux, *verb.aux)
                return verb, stop
        particle, at = _particle(tokens, at, "be", lexicon)
        lemma = f"be {particle}" if particle else "be"
        return Verb(lemma, begin, tokens[begin].start, "fin", False, tuple(chain), tuple(aux), negated, stop=at), at
    if any(word in HAVE for word in real[-1:]):
        return Verb(
            "have",
            begin,
            tokens[begin].start,
            "inf" if infinitive else "fin" if "having" not in real else "ing",
            False,
            tuple(chain),
            tuple(aux),
            negated,
            stop=at,
        ), at
    return Verb("do", begin, tokens[begin].start, "fin", False, tuple(chain), tuple(aux), negated, stop=at), at
