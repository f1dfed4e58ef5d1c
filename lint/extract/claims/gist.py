"""Figures by name and topic: what a sentence says of a figure when no frame reads it, for other sentences to match."""

from collections.abc import Callable, Iterator
from typing import Any

from lint import patterns as re
from lint.extract.bag import bag
from lint.extract.claims import cues
from lint.extract.claims.certainty import worth
from lint.extract.claims.counted import counted
from lint.extract.claims.described import described_by
from lint.extract.claims.named import distinct, names, told, whom
from lint.extract.claims.tokens import Token
from lint.extract.claims.topics import lasting, topic
from lint.extract.passages import Passage
from lint.extract.quantities import Amount

_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{4}")
MANY = 3
LONG = 45
LEAD = 96  # letters before a figure in which it may be said to be another's
CLOSE = 32  # no words of _UNLIKE are longer
NAMES = 3
ANSWER = 160  # letters of a sentence that answers the question before it
ENTRY = frozenset("NQ(),:;-.")
_BREAKS = bag("while whereas although though but because after before since")


def segment(line: list[Token], figure: Token) -> list[Token]:
    """Return the part of a sentence that a figure stands in, where the sentence has several figures of its sort."""
    sort = {"other": "count"}
    unit = sort.get(figure.data.unit, figure.data.unit)
    like = [t for t in line if t.kind == "Q" and sort.get(t.data.unit, t.data.unit) == unit]
    if len(like) < 2:
        return line
    at = line.index(figure)
    first = last = at
    while first > 0 and not _breaks(line, first - 1):
        first -= 1
    while last + 1 < len(line) and not _breaks(line, last + 1):
        last += 1
    return line[first : last + 1]


def _breaks(line: list[Token], at: int) -> bool:
    token = line[at]
    return (
        token.kind in (";", "—", "•")
        or token.low in _BREAKS
        or (token.kind == "c" and at > 0 and line[at - 1].kind == ",")
    )


def figures(
    passage: Passage,
    line: list[Token],
    old: list[Amount],
    worthy: dict[Amount, str],
    before: Callable[[], tuple[str, ...]],
    after: Callable[[], tuple[str, ...]],
) -> Iterator[tuple[Token, dict[str, Any]]]:
    """Yield the figures of a sentence that are `worthy`, with what is said of each, for `Claim`.

    `before` and `after` read the sentences beside it.
    """
    every = [token for token in line if token.kind == "Q" and token.data not in old]
    if not every or len(every) > MANY or len(line) > LONG:
        return
    tokens = [token for token in every if token.data in worthy]
    if not tokens or (passage.block.role in ("paragraph", "item") and {token.kind for token in line} <= ENTRY):
        return  # a name and a figure, and no word that says what it is of
    text, start = passage.text, passage.start
    inside = _bracketed(line)
    whole = names([token for token in line if token.start not in inside], text)
    low = text[start : passage.end].lower()
    nobody = not whole and tokens[0].data.unit != "date"  # whose day it is, one sentence before does not tell
    if not any(map(whom, whole)) and (nobody or _REFERS.search(low)):
        whole = (*_meant(before(), line, low), *(w for w in whole if w[0] != "?"))
    if not any(map(whom, whole)):
        whole = names(line, text, speakers=True)
    if not whole and text[start : passage.end].endswith("?"):
        whole = after()[:1]
    for token in tokens:
        part = segment(line, token)
        if inside and token.start not in inside:
            part = [other for other in part if other.start not in inside]
        found = names(part, text) if part is not line else whole
        if not any(map(told, found)):
            found = whole
        if "?" in found and len(before()) == 1:
            found = distinct([*before(), *(name for name in found if name != "?")])
        if token.data.unit == "money" and text[token.data.start - 1 : token.data.start] == "(" and len(every) > 1:
            continue  # the same in another currency
        described = described_by(part)
        if len(found) > NAMES or not (described or any(name[0] != "?" for name in found)):
            continue
        noun = worthy[token.data]
        said = _said(passage, part, token, noun, old)
        if token.data.unit == "duration" and _short(token.data) and not lasting(said["topic"]):
            continue
        yield token, {"names": found, "noun": noun, "described": described, **said}


def _meant(before: tuple[str, ...], line: list[Token], low: str) -> tuple[str, ...]:
    """Return whom of the sentence before a sentence means that names nobody itself."""
    if line[0].low in ("this", "that"):
        return before[:NAMES]
    return before[:1] if len(before) == 1 or _REFERS.search(low) else ()


def _bracketed(line: list[Token]) -> set[int]:
    """Return where the tokens in brackets start: what they name is no matter of the figures outside."""
    if not any(token.kind == "(" for token in line):
        return set()
    found: set[int] = set()
    depth = 0
    for token in line:
        depth += (token.kind == "(") - (token.kind == ")" and depth > 0)
        if depth:
            found.add(token.start)
    return found


def _said(passage: Passage, part: list[Token], token: Token, noun: str, old: list[Amount]) -> dict[str, Any]:
    text, start, amount = passage.text, passage.start, token.data
    low = _plain(text[part[0].start : part[-1].end])
    lead = text[max(start, amount.begin - 24) : amount.begin]
    values = tuple(number for item in old if (number := worth(item, amount)) is not None)
    unit = "count" if amount.unit == "other" else amount.unit
    rhythm = cues.rhythm(_without(text, part, token).lower(), amount.per)
    words, concepts = topic(part, unit, noun, amount.per if amount.per != rhythm else "")
    # That a figure takes the place of another one of the sentence may be told on the other's side of a semicolon.
    all_of_it = text[start : passage.end].lower() if values else low
    return {
        "topic": (*words, *_numbered(low), *_percent(text, amount)),
        "concepts": concepts,
        "modality": cues.modality(cues.without_asides(low, len(_plain(text[part[0].start : amount.begin])))),
        "rhythm": rhythm,
        "attribute": f"{cues.limits(low, lead)}{_of_more(text, amount)}".strip(),
        "update": not lead.endswith(" by ") and cues.moved(all_of_it, values, unit == "date"),
        "before": values,
    }


# The month: in small letters it would say that nothing is sure.
_MAY = re.compile(r"May\b(?:(?<=\bMay)(?=,? \d)|(?<=\d May)|(?<=\b(?:in|of|by) May)|(?<=\b(?:since|until) May))")

# That somebody has a new name is no news of his figures.
_NAMED = re.compile(
    r"[,(] ?(?:which )?(?:has |had )?(?:formerly|previously|since renamed|now (?:called|known as)|changed its name"
    r"|renamed itself|rebranded)\b[^,;.)]{0,60}[,)]"
)


def _plain(text: str) -> str:
    """Return a stretch of a sentence in small letters, without what would be misread in them."""
    return _NAMED.sub(" ", _MAY.sub("", text)).lower()


def _without(text: str, part: list[Token], token: Token) -> str:
    """Return a part of a sentence without its other figures: what is told by the year is one of those."""
    rest, at = [], part[0].start
    for other in part:
        if other.kind == "Q" and other is not token and other.data.begin >= at:
            rest.append(text[at : other.data.begin])
            at = other.data.reach
    return " ".join((*rest, text[at : part[-1].end]))


_NUMBERED = re.compile(
    r"\b(phase|stage|series|round|day|week|game|season|episode|chapter|part|version|generation|tier|level|class|category"
    r"|type|line|block|reactor|terminal|runway|unit|division|zone|lot) (\d{1,3}|[ivx]{1,4}|one|two|three|four|[a-h])\b"
)


def _numbered(low: str) -> list[str]:
    """Return what is told apart by a number: phase 2, terminal 5."""
    return sorted({f"!{match[1]}:{match[2]}" for match in _NUMBERED.finditer(low)})


_LOST = re.compile(r"\b(?:los|lost|shed|gain|add|cut|gave up|giv|wip|eras|trim|slash|sav|shav|knock)[a-z]*\b")
_SHARE = re.compile(r" of (?!(?:growth|decline|increase)\b)")
_CHANGE = re.compile(
    r" (?:(?:annual|yearly) )?(?:more|less|fewer|faster|slower|quicker|higher|lower|cheaper|larger|smaller"
    r"|bigger|better|worse|longer|shorter|stronger|weaker|lighter|heavier|increase|rise|jump|growth|drop|fall|decline"
    r"|decrease|reduction|improvement|discount|cut)\b"
)


def _percent(text: str, amount: Amount) -> list[str]:
    """Return whether a percentage is a share (of the traffic) or a change (faster), where the words behind it tell."""
    if amount.unit != "percent":
        return []
    lost = _LOST.search(text, max(0, amount.begin - LEAD), amount.begin)
    share = lost is None and _SHARE.match(text, amount.reach)
    return ["!percent:share"] if share else ["!percent:change"] if _CHANGE.match(text, amount.reach) else []


# So many of the seats, but not of the Quay Lamp.
_OF_MORE = re.compile(r" of (?:the|those) (?:[a-z][\w-]* ){0,2}?[a-z]{3,}s\b")


def _of_more(text: str, amount: Amount) -> str:
    """Return a limit that no sentence spells where a figure counts some of what is told elsewhere."""
    counted = amount.unit in ("count", "other") and _OF_MORE.match(text, amount.end) is not None
    return " some-of-so-many" if counted else ""


# The figure is what was expected, or another one to compare with.
_UNLIKE = re.compile(
    r"(?:\b(?:estimates?|expectations?|forecasts?|consensus|predicted|expected"
    r"|(?<!valuing the )target|goal|compared (?:with|to)|versus"
    r"|vs\.?|than|previous|peak|record|(?<!where )(?<!drawn )(?<!drew )(?<!drew it )"
    r"(?<!came )(?<!comes )(?<!come )from)(?: of| at| for| by)?|[\w]-)(?: (?:an?|the|about|just|some))? ?$"
)
# The day of a saying is no day of what is said.
_REPORTED = re.compile(
    r"\b(?:said|says?|told|tells|adds?|added|announced?|wrote|reported|published|posted|tweeted|confirmed|revealed"
    r"|stated|disclosed|updated?|according to|statement|report|interview|post|filing|letter|memo|dated)"
    r"(?: [\w’']{1,16}){0,3}?(?: on)?(?: (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?,? ?\(?$",
    re.IGNORECASE,
)
# What takes up somebody whom the sentence before names.
_REFERS = re.compile(r"\b(?:it|its|this|that|they|their|them|there|he|she|his|her|the [a-z]{3,})\b")


def worthy(passage: Passage) -> dict[Amount, str]:
    """Return the figures of a sentence that say enough to be compared by name and topic, with what each counts.

    A number in brackets behind a heading says how much stands below: (13 messages). Of Chinese, Japanese and Korean the
    hedges and bounds are not read.
    """
    if not passage.text.isascii() and _HAN.search(passage.text, passage.start, passage.end):
        return {}
    tally = passage.block.role == "heading"
    return {
        amount: noun
        for amount in passage.amounts
        for noun in [counted(passage.text, passage.start, passage.end, amount)]
        if _worth_it(amount, passage.text, noun, answers(passage))
        and not _of_another(amount, passage)
        and not (tally and passage.text[amount.begin - 1 : amount.begin] == "(")
    }


def _of_another(amount: Amount, passage: Passage) -> bool:
    """Tell whether the words before a figure say that it is expected, compared with, or the day of a saying."""
    pattern, lead = (_REPORTED, LEAD) if amount.unit == "date" else (_UNLIKE, CLOSE)
    return pattern.search(passage.text, max(passage.start, amount.begin - lead), amount.begin) is not None


def answers(passage: Passage) -> bool:
    """Tell whether a short sentence stands behind a question."""
    return "?" in passage.text[max(0, passage.start - 2) : passage.start] and passage.end - passage.start < ANSWER


def _worth_it(amount: Amount, text: str, noun: str, answer: bool) -> bool:
    """Tell whether a figure says enough: no small plain number, no bare one such as a version or a time, no age."""
    value = amount.high if amount.high is not None else amount.low
    if amount.unit == "score":
        return False
    if amount.unit == "date":
        return _CLOCK.match(text, amount.reach) is None
    if amount.unit == "duration" and (
        _SINCE.search(text, max(0, amount.begin - 8), amount.begin) or _AGO.match(text, amount.reach)
    ):
        return False
    if amount.unit not in ("count", "other", "ratio", "duration", "data"):
        return True
    written = text[amount.start : amount.end]
    if _SIZED.match(text, amount.start):
        return False
    if _LABEL.search(text, max(0, amount.begin - 24), amount.begin):
        return False
    if amount.unit == "data":
        return True
    if amount.unit in ("count", "other") and not noun and (_BARE.search(written) or (value or 0) < 100):
        alone = amount.scale > 1 and _STOPS.match(text, amount.reach)
        if not (alone and (answer or _TOLD_BY.search(text, max(0, amount.begin - 16), amount.begin))):
            return False
    return value is not None and (not _short(amount) or amount.unit == "duration")


# A model of 27B, numbers of 4 bits: which one, not how many.
_SIZED = re.compile(
    r"~?\d+(?:\.\d+)?(?:[- ]bits?\b|[BM]\b(?= (?:\w+ )?(?:models?|class|variants?|version|dense|MoE|LLMs?)\b))"
)
# How far back or ahead one looks, and how old somebody is, is nothing of what the sentence is about.
_SINCE = re.compile(r"\b(?:last|past) $")
_AGO = re.compile(r"[- ](?:olds?|ago|in(?:to)? the (?:past|future)|from now|down the (?:road|line))\b")
# 1530 GMT is no year.
_CLOCK = re.compile(r" ?(?:GMT|UTC|[CE][ES]?T|[EP][DS]T|hours|hrs|h)\b")


def _short(amount: Amount) -> bool:
    """Tell whether a number is one of those that everything has: six years, three days."""
    value = amount.high if amount.high is not None else amount.low
    return value is not None and value < 20 and amount.digits < 2


# A reading of the moment: (Views: 512).
_LABEL = re.compile(r"[(,] ?[A-Z][a-z]{1,15}: ?$")
# How many there are, not which model: is now 8.8M, comes to 31.9K.
_TOLD_BY = re.compile(
    r"\b(?:is|are|was|were|now|to|reach(?:es|ed)?|hits?|totals?|totall?ed|(?:stood|stands?|standing) at) $"
)
_STOPS = re.compile(r"(?=[.,;)]|$)|\s(?=in |at |this |last |by |after |since |as of |from )")
_BARE = re.compile(r"\d[a-zA-Z]\b|^[\d]+\.\d+$")
