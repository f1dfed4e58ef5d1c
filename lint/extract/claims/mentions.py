"""Who or what a phrase means: a name, a description, a pronoun, a thing told in words."""

from collections.abc import Callable
from typing import NamedTuple

from lint import patterns as re
from lint.extract.bag import bag
from lint.extract.claims import clubs
from lint.extract.claims.entities import (
    canonical,
    described,
    entities,
    fold,
    identity,
    is_bare,
    is_known,
    is_publication,
)
from lint.extract.claims.frames import Lexicon
from lint.extract.claims.phrases import Clauses, Phrase
from lint.extract.claims.ties import Link
from lint.extract.claims.tokens import Token
from lint.extract.quantities.units import COUNTRIES, NATIONS
from lint.model.post import Post


class Party(NamedTuple):
    """Who or what fills a role. `part`: the part of it that is meant (the cloud unit), or ""; `sure`: 0 to 1."""

    name: str
    core: str
    part: str = ""
    sure: float = 1.0
    start: int = -1


class Context(NamedTuple):
    """Who the sentence before was about, its subject first; read when someone asks, for most sentences name it."""

    read: Callable[[], tuple[str, ...]] = tuple
    post: Post | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the sentence before."""
        return self.read()


_SELF = bag("company firm group business start-up startup maker carmaker automaker chipmaker retailer bank lender "
    "giant app service site platform "
            "airline insurer fintech publisher corporation lab studio network")  # fmt: skip
_UNITS = bag("business unit division segment arm subsidiary branch operation operations service services department")
_SITES = bag(
    "supercomputer cluster machine fleet constellation system stock shares share campus site facility plant complex "
    "hub farm center centre factory data"
)
_EMPTY = bag("company group firm inc corp giant itself decision plan plans move bid effort efforts intention "
    "promise proposal push pledge attempt "
             "announcement agreement offer management board")  # fmt: skip
_PRONOUNS = bag("it they its their itself")
_ACRONYMS = re.compile(r"[A-Z]{2,5}s$")
_NO_PARTY = (
    frozenset(COUNTRIES)
    | frozenset(NATIONS)
    | bag("arabic latin african asian european western eastern nordic english hebrew persian hindi mandarin cantonese")
)
# The name of a model rather than of an organisation: H100, GPT-4.
_CODE = re.compile(r"[A-Za-z]{1,4}-?\d|.{1,60}\d(?:\.\d+)?[A-Za-z]?(?: (?:Ti|Pro|Max|Super|Ultra|Mini|Plus))?$")


def party_of(
    phrase: Phrase, way: str, kind: str, link: Link, found: Clauses, lexicon: Lexicon, context: Context
) -> Party | None:
    """Read a phrase as one that fills a role: `way` says as what (owner, attr, itself), `kind` what is wanted."""
    if kind == "country":
        return _country(phrase, way, link)
    if kind == "phrase":
        return _worded(phrase, lexicon, found)
    if way == "owner":
        return _owner(phrase, kind, link, found, lexicon, context)
    if way == "attr":
        name = next((token for token in phrase.tokens if token.kind == "N" and not token.poss), None)
        if name is None or name is phrase.head:
            return None
        return named(name, kind, "")
    return _entity(phrase, kind, link, found, lexicon, context)


def _country(phrase: Phrase, way: str, link: Link) -> Party | None:
    """A country, state or place, by its name or by the adjective made of it: German inflation is Germany's."""
    limit = link.word if way in ("owner", "attr") else phrase.tokens[-1].end
    for token in phrase.tokens:
        if token.kind != "N" or token.start >= limit or (way == "" and token is not phrase.head):
            continue
        low = token.low.lower()
        code = COUNTRIES.get(low) or NATIONS.get(low)
        return Party(code, code.lower(), "", 1.0, token.start) if code else None
    return None


def _owner(phrase: Phrase, kind: str, link: Link, found: Clauses, lexicon: Lexicon, context: Context) -> Party | None:
    """Whose noun it is: Acme's revenue, Acme revenue, its revenue."""
    limit = link.word if link.noun is phrase else phrase.head.start
    told = described_as(phrase, limit, context) if any(token.poss for token in phrase.tokens) else None
    if told is not None:
        return told
    if phrase is not link.noun and phrase is not link.phrase and not any(token.poss for token in phrase.tokens):
        return None
    names = [token for token in phrase.tokens if token.kind == "N" and token.start < limit]
    if names:
        chosen = next((token for token in names if token.poss), names[-1])
        between = [token.low for token in phrase.tokens if chosen.start < token.start < limit and token.kind == "w"]
        part = " ".join(word for word in between if word in _UNITS or any(w in _UNITS for w in word.split("-")))
        return named(chosen, kind, " ".join(between) if part else "")
    if phrase.tokens[0].low in ("its", "their"):
        return _whose(phrase, kind, link, found, lexicon, context)
    return None


def _whose(phrase: Phrase, kind: str, link: Link, found: Clauses, lexicon: Lexicon, context: Context) -> Party | None:
    """Its and their: the subject of the clause where it is a name, else of the sentence before."""
    candidates: list[Phrase] = []
    for verb in [link.verb, *found.verbs]:
        if (
            verb is not None
            and verb.subject is not None
            and verb.subject is not phrase
            and verb.subject not in candidates
        ):
            candidates.append(verb.subject)
    for item in candidates:
        if item.tokens[0].low in _PRONOUNS or item.head.kind == "o":
            continue
        party = _entity(item, kind, link, found, lexicon, Context())
        if party is not None:
            return party._replace(sure=party.sure * 0.92)
    return _before(context)


def _before(context: Context, which: int = 0) -> Party | None:
    """Who the sentence before was about; with three names or more nobody can tell."""
    if not context.names:
        return None
    name = context.names[which]
    return Party(name, identity(name)[0], "", (0.88, 0.82)[len(context.names) - 1] if len(context.names) < 3 else 0.5)


def _entity(phrase: Phrase, kind: str, link: Link, found: Clauses, lexicon: Lexicon, context: Context) -> Party | None:
    """Read a phrase as somebody or something: a name, a description, a pronoun."""
    head = phrase.head
    if head.kind == "o":
        return (
            _pronoun(phrase, kind, link, found, lexicon, context)
            if head.low in ("it", "they", "itself", "there")
            else None
        )
    if head.kind == "N":
        words = [token.low for token in phrase.tokens if token.kind == "w" and token.start < head.start]
        whole = _in_table(phrase)
        return whole or named(head, kind, _limit(words, kind, lexicon, link.frame.plain | link.frame.counts))
    if head.kind != "w":
        return None
    whole = _in_table(phrase)
    if whole is not None:
        return whole
    return described_as(phrase, phrase.tokens[-1].end, context) or _part_of(phrase, kind, lexicon)


def _in_table(phrase: Phrase) -> Party | None:
    """A name of several words that the table knows whole: Italy's antitrust authority."""
    if len(phrase.tokens) < 2:
        return None
    words = [token.low + "'s" * token.poss for token in phrase.tokens if token.kind in ("N", "w")]
    if len(words) == 1 and phrase.head.kind != "N":
        return None  # the figure, the target
    house = entities().names.get(fold(" ".join(words)))
    return Party(house, identity(house)[0], "", 1.0, phrase.start) if house else None


def _limit(words: list[str], kind: str, lexicon: Lexicon, plain: frozenset[str]) -> str:
    """The words before a product's name that tell which of its versions is meant."""
    if kind != "product":
        return ""
    return " ".join(
        word
        for word in words
        if word not in lexicon.plain | plain and word not in entities().generic and not word.endswith("'s")
    )


def _is_model(surface: str) -> bool:
    """Tell whether a name is of a model (H100, RTX 4090 Ti) rather than of an organisation (3M)."""
    return _CODE.match(surface) is not None and not is_known(surface)


def named(token: Token, kind: str, part: str) -> Party | None:
    """Return the party that a name token means, or None where it can be none of this kind."""
    surface = token.low
    name = canonical(surface) if kind != "place" else surface
    if kind == "name" and (is_publication(surface) or is_publication(name)):
        return None
    if kind in ("name", "product", "service") and is_bare(name):
        return None
    if kind != "place" and len(surface) < 6 and surface.isupper() and surface.isalpha() and not is_known(surface):
        return None
    if (kind == "product" and is_known(surface)) or (kind == "name" and _is_model(surface)):
        return None
    if kind != "place" and (_ACRONYMS.match(surface) or surface.lower() in _NO_PARTY or surface.endswith("-based")):
        return None
    core, _ = identity(name.partition(",")[0])
    if core.isdigit() or (len(core) < 3 and kind not in ("place", "country") and not is_known(surface)):
        return None
    return Party(name, core, part, 1.0, token.start)


def described_as(phrase: Phrase, limit: int, context: Context) -> Party | None:
    """The Windows maker, the Munich start-up; the company, where the sentence before has one."""
    tokens = [token for token in phrase.tokens if token.start < limit and token.kind in ("w", "N")]
    generic = entities().generic
    fit = [k for k, token in enumerate(tokens) if token.low in generic or token.low.split("-")[-1] in generic]
    if not fit:
        return None
    last = fit[-1]
    words = [token.low for token in tokens[: last + 1]]
    named = any(token.kind == "N" for token in tokens)
    definite = phrase.tokens[0].low in ("the", "this", "that")
    if not definite or named or words[-1] not in _SELF or last != len(tokens) - 1:
        return None
    second = words[-1] in ("start-up", "startup") and len(context.names) == 2
    party = _before(context, 1 if second else 0)
    return party._replace(start=tokens[0].start) if party is not None else None


def _part_of(phrase: Phrase, kind: str, lexicon: Lexicon) -> Party | None:
    """Acme's cloud business: Acme, and the part of it that is meant. Acme's investors are not Acme."""
    owner = next((token for token in phrase.tokens if token.kind == "N"), None)
    head = phrase.head
    if owner is None or head.kind != "w":
        return None
    last = head.low.split("-")[-1].split()[-1]
    if kind == "product":
        if last in (
            "model",
            "edition",
            "version",
            "plan",
            "tier",
            "subscription",
            "phone",
            "console",
            "car",
            "headset",
            "laptop",
            "tablet",
            "watch",
            "app",
            "service",
        ):
            words = [
                token.low
                for token in phrase.tokens
                if token.kind == "w" and token is not head and token.low not in lexicon.plain
            ]
            return named(owner, kind, " ".join(words))
        return None
    if last in _UNITS:
        words = [token.low for token in phrase.tokens if token.kind == "w"]
        return named(owner, kind, " ".join(words))
    if last in _SITES or last in _EMPTY:
        return named(owner, kind, "")
    return None


def _pronoun(phrase: Phrase, kind: str, link: Link, found: Clauses, lexicon: Lexicon, context: Context) -> Party | None:
    """It and they: the subject of an earlier verb of the sentence, else of the sentence before."""
    at = phrase.start
    for verb in found.verbs:
        subject = verb.subject
        if subject is not None and subject.start < at and subject.head.kind == "N":
            party = _entity(subject, kind, link, found, lexicon, Context())
            if party is not None:
                return party._replace(sure=0.93)
    return _before(context)


def _worded(phrase: Phrase, lexicon: Lexicon, found: Clauses) -> Party | None:
    """A role that is told in words: the foldable phone market."""
    words = [token.low for token in phrase.tokens if token.kind in ("w", "N")]
    words = [word.lower() for word in words if word not in lexicon.plain or word == "global"]
    if not words or phrase.tokens[0].low in ("it", "its", "that", "this"):
        return None
    for prep, hung in phrase.after:
        if prep in ("in", "for", "of") and hung.figures == [] and hung.head.kind in ("N", "w"):
            words += [token.low.lower() for token in hung.tokens if token.kind in ("w", "N")]
    core = _words_core(words)
    return Party(" ".join(words), core, "", 1.0, phrase.start) if core else None


def _words_core(words: list[str]) -> str:
    return " ".join(sorted({_singular(word) for word in words} - {"market", "sale", "shipment", "worldwide"}))


def _singular(word: str) -> str:
    if len(word) <= 3 or not word.endswith("s") or word.endswith("ss"):
        return word
    return word[:-2] if word.endswith(("ches", "shes", "xes", "sses")) else word[:-1]


def core_of(name: str, kind: str, lexicon: Lexicon) -> str:
    """Return what claims know somebody by who is named so and stands in a role of a kind; "" where that is nobody."""
    if kind == "phrase":
        words = name.lower().split()
        return _words_core([word for word in words if word not in lexicon.plain or word == "global"])
    if kind == "side":
        return clubs.core(clubs.called(name))
    if kind == "country":
        low = name.lower()
        code = COUNTRIES.get(low) or NATIONS.get(low) or (name if name in COUNTRIES.values() else "")
        return code.lower()
    known = described(name) or (name if kind == "place" else canonical(name))
    return identity(known.partition(",")[0])[0]


def plain_name(phrase: Phrase) -> str:
    """Return the name that a phrase of another sentence brings into play, or ""."""
    head = phrase.head
    if head.kind == "N":
        return "" if is_publication(head.low) else canonical(head.low)
    party = described_as(phrase, phrase.tokens[-1].end, Context())
    if party is not None:
        return party.name
    owner = next((token for token in phrase.tokens if token.kind == "N" and token.poss), None)
    return canonical(owner.low) if owner is not None and not is_publication(owner.low) else ""
