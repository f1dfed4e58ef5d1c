"""What a figure is limited to: a region, a segment, a part, a kind."""

from collections.abc import Iterator

from lint import patterns as re
from lint.extract.claims.entities import entities
from lint.extract.claims.frames import Lexicon
from lint.extract.claims.mentions import Party
from lint.extract.claims.phrases import Clauses, Phrase
from lint.extract.claims.ties import Link, counted
from lint.extract.passages import Passage

_REGION_PREPS = ("in", "across", "from", "within", "for", "outside")
PLATFORMS = frozenset("console consoles pc pcs mobile desktop handheld handhelds".split())
# A figure behind these is one of a part.
TAKES_UP = r"(?:ma(?:kes?|de|king)|t(?:akes?|ook|aking)) up"
# One year of a contract is no whole one; a quarter of the year is a period.
YEAR_OF = (
    r"(?:first|opening|initial|second|third|fourth|fifth|final|last|closing)"
    r"(?= (?:years?|months?|quarter) of (?:the|its|their|an?) (?!(?:\w+ )?(?:year|quarter)\b))"
)
_YEAR_OF = re.compile(rf"\b{YEAR_OF}")
_TAKES = re.compile(rf"\b(?:account(?:s|ed)? for|{TAKES_UP}) $")
INCREMENT = re.compile(
    r"(?:another|additional|further|extra|more|increments? of|incremental|an? initial|the first|first|upfront"
    r"|in (?:the )?first)\s*$",
    re.IGNORECASE,
)


def attribute(link: Link, who: dict[str, Party], found: Clauses, words: Lexicon, low: str, passage: Passage) -> str:
    """Return what the figure is limited to, folded: a region, a segment, a part; "" where it is of the whole."""
    frame = link.frame
    used = {party.start for party in who.values()}
    parts: set[str] = set()
    if link.form.attribute and link.form.attribute != "self":
        parts.add(link.form.attribute)
    for role in frame.key:
        if who[role].part:
            parts.add(who[role].part)
    if link.noun is not None:
        parts |= _modifiers(link.noun, link, words, used)
        if link.form.attribute == "self":
            parts.add(next((token.low for token in link.noun.tokens if token.start == link.word), ""))
    elif link.phrase.figures:
        parts |= _modifiers(link.phrase, link, words, used)
    if link.form.subject_ and frame.fades == "period" and link.verb is not None and link.verb.subject is not None:
        parts |= _modifiers(link.verb.subject, link, words, used)
    parts |= _regions(link, who, used, found)
    amount = next(token for token in link.phrase.tokens if token.kind == "Q").data
    lead = passage.text[max(passage.start, amount.begin - 24) : amount.begin]
    if INCREMENT.search(lead):
        parts.add("more")
    for item in _around(link, found):
        parts |= {
            token.low
            for token in item.tokens
            if token.kind == "w" and token.low in words.parts and token.start != link.word
        }
    if _of_a_whole(link) or ("percent" not in frame.units and _TAKES.search(lead)):
        parts.add("part")
    if re.search(r"\b(?:alone|(?<!all )of which|in part|activat\w{1,3})\b", low) and frame.fades != "event":
        parts.add("alone")
    if frame.fades == "event" and (year := _YEAR_OF.search(low)):
        parts.add(f"{year[0]}-year")
    return " ".join(sorted(part for part in parts if part))


def _of_a_whole(link: Link) -> bool:
    """Tell whether a figure is told as so much of something definite: $3m of the round, of its investment."""
    if link.noun is None or link.noun is link.phrase or "percent" in link.frame.units:
        return False
    behind = any(prep == "of" and item is link.noun for prep, item in link.phrase.after)
    first = link.noun.tokens[0]
    return behind and (first.kind == "d" or first.poss)


def _around(link: Link, found: Clauses) -> Iterator[Phrase]:
    """The phrases that can limit a figure: its own, its noun's, the subject, and an opening one."""
    if link.noun is not None:
        yield link.noun
    yield link.phrase
    if link.verb is not None and link.verb.subject is not None:
        yield link.verb.subject
    for item in found.items[:3]:
        if isinstance(item, Phrase) and item.prep:
            yield item


def _modifiers(phrase: Phrase, link: Link, words: Lexicon, used: set[int]) -> set[str]:
    """The words before the noun that name no party and are not plain."""
    frame = link.frame
    kept: set[str] = set()
    limit = link.word if link.noun is phrase else phrase.tokens[-1].end
    for token in phrase.tokens:
        if token.start >= limit or token.start in used or token.kind not in ("w", "N"):
            continue
        if token.kind == "N":
            if not token.poss:
                kept.add(token.low.lower())
            continue
        low = token.low
        if low in link.form.object_ | link.form.subject_ or low.rstrip("s") in link.form.object_:
            continue
        if low in words.plain or low in frame.plain or low in frame.counts or low in words.by_noun or low.isdigit():
            continue
        if counted(low, frame) or all(
            piece in words.plain or piece in frame.plain or piece in words.by_noun for piece in low.split("-")
        ):
            continue
        if low in entities().generic:
            continue
        kept.add(low)
    return kept


def _regions(link: Link, who: dict[str, Party], used: set[int], found: Clauses) -> set[str]:
    """The places and kinds that hang on the figure: in India, from advertising."""
    frame = link.frame
    kept: set[str] = set()
    hung: list[tuple[str, Phrase]] = list(link.phrase.after)
    if link.noun is not None:
        hung += link.noun.after
    if link.verb is not None:
        hung += link.verb.preps
        for item in link.verb.objects:
            hung += item.after
        if link.form.subject_ and link.verb.subject is not None:
            hung += link.verb.subject.after
    roles = {slot for _, slots in link.form.roles for slot in slots}
    for prep, item in hung:
        if prep == "on" and item.head.low in PLATFORMS:
            kept.add(item.head.low.removesuffix("s"))
        if prep not in _REGION_PREPS or item is link.phrase or item is link.noun or item.figures:
            continue
        if item.start in used or any(token.start in used for token in item.tokens):
            continue
        name = next((token for token in item.tokens if token.kind == "N"), None)
        if (
            name is not None
            and prep in ("in", "across", "within", "outside", "from")
            and frame.kinds.get("market") != "phrase"
        ):
            kept.add(name.low.lower())
        elif prep == "from" and frame.id in ("revenue", "profit", "loss", "run-rate") and "from" not in roles | {""}:
            kept.add(item.head.low)
    return kept
