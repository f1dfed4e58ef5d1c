"""How sure a sentence sounds of a figure, and which figure it says is the old one."""

from collections.abc import Sequence

from lint import patterns as re
from lint.extract.bag import bag
from lint.extract.claims.frames import Lexicon
from lint.extract.claims.phrases import Clauses, Verb
from lint.extract.claims.ties import Link
from lint.extract.claims.tokens import Token
from lint.extract.claims.verbgroups import DUE
from lint.extract.quantities import Amount
from lint.extract.quantities.units import BASES

# Words by which a statement says that a figure was another one before.
CUE = re.compile(
    r"\b(?:revis|restat|correct|amend|updat|misstat|no longer|instead of|rather than|not the|and not|previous|earlier"
    r"|originally|at first|initial|first (?:said|announced|reported|gave|put|quoted|offer|bid)"
    r"|having (?:said|put|announced|given|told)|had (?:said|put|announced|given|told)|once (?:said|put)"
    r"|used to be|[;,] (?:it|they|that) had been|moved since|edited|pushed up|nudged"
    r"|when (?:\w+ )?last|did not last|walked back|has become"
    r"|(?:from|than|of) (?:an?|the|its) (?:initial|earlier|previous|original|first)"
    r"|since (?:we|the|its|their|our|an?|it was) (?:first|last|original|initial|announcement)|scratch|strike"
    r"|forget|look like"
    r"|^\W?once (?=[$€£\d])|never mind|(?:it|they) (?:was|were|stood at) [^;,]{1,30} (?:then|at the time)\b)"
    r"|, not (?:on )?(?=[$€£\d])"
)
# "A year earlier" says that time passed, not that a figure was wrong.
PASSED = re.compile(
    r"(?:\ba|\bone|\btwo|\bthree|\d|the) (?:years?|quarters?|months?|weeks?|days?) (?:earlier|before|ago)\b"
    r"|\bearlier this\b"
)


def is_update(low: str, before: tuple[float, ...], lemma: str, words: Lexicon) -> bool:
    """Tell whether a sentence that names an old figure says that the new one replaces it."""
    if CHANGED.search(low):
        return True
    moved = lemma.split()[0] in words.classes["move"] | words.classes["change"] if lemma else False
    return bool(before) and (moved or CUE.search(PASSED.sub(" ", low)) is not None)


CHANGED = re.compile(
    r"\b(?:revised|restated|corrected|amended|correcting|correction|revising|has since (?:raised|cut|lowered"
    r"|lifted|increased|reduced|trimmed|boosted|changed|revised|reset|adjusted)"
    r"|now (?:says|puts|gives|quotes|estimates|reports|counts it|expects)"
    r"|re(?:do|did|doing) (?:its|their|the) sums|(?:did not|didn['’]t) survive"
    r"|the new(?:er|est)? one (?:says|puts|gives|has))\b"
)
_OLD = re.compile(
    r"\b(?:no longer(?: [\w’'-]{1,16}){0,6}|and not(?: the)?|not(?: the)?|first (?:offer|bid|agree|bidd)\w*"
    r"|instead of(?: the)?"
    r"|rather than(?: the)?(?: (?:preliminary|initial|earlier|original|previous|first))?"
    r"|having (?:said|put it at|announced|given|told \w+)(?: it was)?|had (?:said"
    r"|put it at|announced|given)(?: it was)?|had (?:given|put|stated|reported)\b[^;.]{1,80} (?:as|at)"
    r"|(?:earlier|previous|original|first|old) (?:version|report|story|post|edition|article|figure|number|estimate"
    r"|statement|count|filing|claim|announcement|release|one)\b[^;.]{0,90}"
    r" (?:as|at|of|was|said|gave|had)|the original (?:said|was|had|gave)"
    r"|(?:was|were) (?:to|due|set|scheduled)\b[^.;]{0,24} (?:on|for|in|at)"
    r"|[;,] (?:it|they|that) had been|used to be(?: put at| given as)?|had been (?:given|put|stated|reported) (?:as|at)"
    r"|up from(?: the| an earlier| a previous)?|down from(?: the| an earlier| a previous)?|from(?: the"
    r"| an earlier| a previous| an initial| an original)?|(?:previously|originally|initially|earlier|formerly"
    r"|once)(?: \w+){0,3}"
    r"|(?:replac|supersed)\w+(?: the| an earlier)?|against(?: the)?|compared (?:with|to)(?: the)?"
    r"|versus(?: the)?|than(?: the)?|what (?:was|were|had been|used to be)"
    r"|(?:the|its|their|his|her|an?) (?:original|initial|earlier|previous|old)"
    r"|(?:scratch|strike|forget|disregard|ignore|never mind)(?: out)?(?: the| that| our| those)?"
    r"|(?:we|this (?:newsletter|site|column|post)|(?:an?|our|the) (?:earlier|previous|last) \w+)"
    r" (?:gave|put|had|listed|stated|reported)\b[^;.]{1,80} (?:as|at)"
    r"|ma(?:de|king) [^;.]{1,80} (?:look like|appear (?:as|to be))"
    r"|figures? for [^;.]{3,100} (?:that|which) [^;.,]{2,60} (?:published|gave|announced|reported|printed|released),"
    r"|since (?:the |its |their |an? )?(?:first |original |initial |earlier )?(?:announcement|report|statement|mention)"
    r"(?: \w+)? of"
    r"|(?:first|initially|earlier|previously|originally|once) (?:reported|given|put|stated|announced|published"
    r"|disclosed|quoted|pegged)(?: as| at)?)[ (“\"']*$"
)
_OLD_AFTER = re.compile(
    r"^[ ,)”\"']{0,3}(?:(?:it|they|he|she|was|were|had|the \w+) )?(?:at first\b|originally|initially|previously"
    r"|until (?:this|last|a|the|now|on|[A-Z])|before\b"
    r"|(?:back )?then(?=[.;,)]|$)|at the time(?=[.;,)]|$)|earlier\b|when (?:\w+ )?last\b|the last time\b|last time\b"
    r"|it (?:first|had|originally|initially|previously)"
    r"|(?:first |originally |initially |previously )?(?:announced|reported|stated|quoted|given|said)\b)",
    re.IGNORECASE,
)


def replaced(text: str, start: int, end: int, figures: Sequence[Amount]) -> list[Amount]:
    """Return the figures that a sentence gives as the old ones: no longer the $5bn, from $5bn, $5bn at first."""
    found = []
    for amount in figures:
        lead = text[max(start, amount.begin - 128) : amount.begin].lower()
        tail = text[amount.reach : min(end, amount.reach + 40)]
        if amount.side == "from" or _OLD.search(lead) or (len(figures) > 1 and _OLD_AFTER.match(tail)):
            found.append(amount)
    return found if len(found) < len(figures) else []


def worth(other: Amount, amount: Amount) -> float | None:
    """Return the value of another figure of the sentence in the base unit, where it is of the same kind."""
    same = (other.unit, other.symbol) == (amount.unit, amount.symbol) or {other.unit, amount.unit} <= {"count", "other"}
    short = other.unit == "other" and other.scale > 1  # from 4.3 billion, the currency left out
    measured = other.unit == amount.unit and amount.unit in (
        "power",
        "energy",
        "data",
        "distance",
        "mass",
        "area",
        "volume",
    )
    if not (same or short or measured):
        return None
    value = other.high if other.high is not None else other.low
    factor = 1.0 if other.unit == "date" else BASES.get(other.symbol, (other.symbol, 1.0))[1]
    return None if value is None else value * factor


_FORECAST_HEADS = bag(
    "estimate estimates forecast forecasts guidance projection projections expectation expectations outlook "
    "consensus prediction predictions guess"
)
_TARGET_HEADS = bag("target targets goal goals ambition ambitions aim quota objective")
_HYPOTHETICAL = re.compile(
    r"\b(?:if|imagine|suppose|what if|hypothetical|hypothetically|let's say|would have been|might have"
    r"|could have|as though|pretend)\b"
    r"|^\W{0,3}(?:had|were|should) [^.;]{3,200}, [^.;,]{1,60} (?:would|could|might)\b"
)
# It is not, it says, about to …
_DENIED = re.compile(
    r"\b(?:is|was|are|were|as|be) (?:pure |total |complete |simply |wholly )?[“\"'‘]?(?:fiction|fabricated|nonsense"
    r"|wide of the mark|untrue|not true|far-fetched|baseless)\b|\bno truth\b"
    r"|\b(?:is|are|was|were|has|have|had|does|do|did|will|would) not, [^,]{1,40}, "
)
_WISH = re.compile(r"\bwould (?:like|love|prefer) to\b")
_RUMOUR = re.compile(
    r"\b(?:reportedly|rumou?r(?:s|ed)?|speculat\w+|leak(?:s|ed)?|allegedly|unconfirmed|may have|might have"
    r"|suspected|in talks|in discussions|in negotiations|according to people|people familiar|talks to)\b"
)
_GOALS = bag("hope aim target want dream aspire")


def modality(link: Link, found: Clauses, words: Lexicon, low: str) -> tuple[str, float]:
    """Return how sure the sentence sounds of the figure (Claim.modality), and how surely that is so."""
    heads = [
        token.low
        for item in (link.noun, link.phrase)
        if item is not None
        for token in item.tokens
        if token.kind == "w" and token.low not in link.frame.counts
    ]
    if any(word in _TARGET_HEADS for word in heads):
        return "target", 1.0
    if any(word in _FORECAST_HEADS for word in heads):
        return "forecast", 1.0
    if _DENIED.search(low):
        return "denied", 0.9
    if _HYPOTHETICAL.search(low):
        return "hypothetical", 0.9
    if _WISH.search(low):
        return "target", 0.9
    verb = link.verb
    told = _outer(verb, found, words) if verb is not None else ""
    if told in ("forecast", "hypothetical", "denied"):
        return told, 1.0
    modality = "done"
    aside = (link.noun is not None and "with" in (link.noun.prep, link.phrase.prep)) or "on" in (
        link.noun.prep if link.noun else "",
        link.phrase.prep,
    )
    if verb is not None and not (aside and link.frame.fades != "event"):
        modality = _of_verb(
            verb, link, words, any(v.at < verb.at and v.lemma in words.classes["say"] for v in found.verbs), low
        )
    if modality == "done" and _RUMOUR.search(low):
        modality = "reported"
    if modality in ("planned", "agreed") and _RUMOUR.search(low):
        modality = "reported"
    return modality, 1.0


_ANYONE = bag("you buyers customers consumers shoppers anyone people fans users one we subscribers readers")
# A standing figure that the sentence itself says is moving.
HIKE = re.compile(
    r"\b(?:hike[sd]?|hiking|price (?:rise|cut|increase|drop)s?|(?:raise|cut|lower|increase|reduce|slash"
    r"|drop)(?:s|ed|d|ing)? (?:its |the |their )?(?:prices?|fees?))\b"
)
_BY_THEN = re.compile(r"\bby (?:the end of )?(?:20\d\d|next \w+|the end of)\b")
_MAYBE = bag("could may might can can't couldn't")


def _of_verb(verb: Verb, link: Link, words: Lexicon, said_so: bool, low: str) -> str:
    chain = [words.modal.get(lemma, "") or _due(lemma) for lemma in verb.chain]
    if verb.negated and link.phrase.prep != "at" and (link.noun is None or link.phrase in verb.objects):
        return "denied"
    ahead_of = link.frame.fades in ("level", "market") and _BY_THEN.search(low) is not None
    if ahead_of and ("planned" in chain or "to" in verb.aux or verb.under is not None):
        return "target"
    if any(lemma.split()[0] in _GOALS for lemma in verb.chain) and link.frame.fades not in ("event",):
        return "target"
    for level in ("denied", "hypothetical", "forecast", "reported", "planned", "agreed"):
        if level in chain:
            return level
    maybe = _MAYBE - {"can"} if link.frame.ceiling else _MAYBE  # what something can hold is what it holds
    if any(word in maybe for word in verb.aux) and not (verb.subject is not None and verb.subject.head.low in _ANYONE):
        return "hypothetical"
    if verb.lemma in (
        "seek",
        "eye",
        "consider",
        "weigh",
        "mull",
        "discuss",
        "negotiate",
        "explore",
        "target",
        "want",
        "near",
    ):
        return "planned"
    if verb.lemma in ("expect", "forecast", "project", "predict", "guess", "estimate") and link.noun is not None:
        return "forecast"
    if verb.lemma in ("threaten", "propose", "demand"):
        return "hypothetical"
    if verb.ongoing and link.frame.ongoing:
        return link.frame.ongoing
    ahead = any(word in ("will", "would", "should", "'ll") for word in verb.aux)
    standing = link.frame.fades in ("period", "level", "market") and link.noun is not None
    if ahead and standing and verb.lemma in ("be", "reach", "hit", "total", "come", "rise", "grow", "fall"):
        return "forecast"
    if "would" in verb.aux or "should" in verb.aux:
        return "agreed" if "would" in verb.aux and said_so else "planned"
    if verb.form == "inf" and verb.under is not None:
        held = {token.low for item in verb.under.objects for token in item.tokens}
        if held & {"deal", "agreement", "contract", "pact", "accord", "letter"}:
            return "agreed"
        if held & {"plan", "plans", "intention", "proposal", "bid", "talks"}:
            return "planned"
        if verb.under.lemma in words.modal:
            return words.modal[verb.under.lemma]
    if any(word in ("will", "shall", "must", "'ll", "it'll", "they'll") for word in verb.aux) or verb.lemma == "agree":
        return "agreed"
    return "done"


def _due(lemma: str) -> str:
    return DUE.get(lemma, "")


def _outer(verb: Verb, found: Clauses, words: Lexicon) -> str:
    """What the verbs before make of a statement: analysts had guessed that …, it denied that …"""
    for other in found.verbs:
        if other is verb or other.at >= verb.at:
            break
        told = words.modal.get(other.lemma, "")
        if told in ("forecast", "hypothetical", "denied") and not any(item.figures for item in other.objects):
            between = [
                item for item in found.items if isinstance(item, Token) and other.at < _position(found, item) < verb.at
            ]
            if not any(item.kind in (";", ":", "s") for item in between):
                return told
    return ""


def _position(found: Clauses, token: Token) -> int:
    return next((k for k, item in enumerate(found.tokens) if item is token), -1)
