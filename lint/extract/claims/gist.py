"""Figures by name and topic: what a sentence says of a figure when no frame reads it, for other sentences to match."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from lint.extract.bag import bag
from lint.extract.claims import cues
from lint.extract.claims.certainty import worth
from lint.extract.claims.entities import SPLIT, canonical, is_bare, is_publication
from lint.extract.claims.tokens import Token
from lint.extract.claims.topics import topic
from lint.extract.passages import Passage
from lint.extract.quantities.units import COUNTRIES, NATIONS

MANY = 3
LONG = 45
NAMES = 3
_NO_NAMES = bag(
    "christmas easter thanksgiving halloween ramadan olympic olympics games mps mp pm ceo core internet web cet est "
    "pst utc gmt congress parliament senate president god english readme api ai tv pc pcs dvd cve nasdaq dow usd"
) | {"prime minister"}
_BREAKS = bag("while whereas although though but because after before since")
# Words that say what sort of thing a name is of: another sentence may leave them out.
_SORT = bag(
    "the of for and at in bank university college institute county city town state group labs lab capital partners "
    "ventures energy systems technologies motors foods airlines railway line bridge museum hospital hospitals school "
    "club company central national royal institute prize award trust council party fund festival"
)
REGIONS = {
    form: code
    for code, forms in {
        "eu": "europe, european, eu, european union, brussels",
        "nam": "north america, north american, north americans",
        "sam": "latin america, south america, latin american, south american",
        "asia": "asia, asian, southeast asia",
        "afr": "africa, african",
        "mea": "middle east, gulf",
    }.items()
    for form in forms.split(", ")
}
_BASED = re.compile(r"^[\w.]+-(?:based|born|owned|listed|backed) ")


# The title of a film, a book, a podcast.
_TITLED = re.compile(
    r"[\"“]((?:[A-Z][\w'’]{0,20}|of|the|and|a|in|to)(?: (?:[A-Z][\w'’]{0,20}|of|the|and|a|in|to)){0,4})[\"”]"
)


def names(line: list[Token], text: str) -> tuple[str, ...]:
    """Return who and what a stretch of a sentence names, folded, in reading order; a country by its code."""
    found = [folded(match[1]) for match in _TITLED.finditer(text, line[0].start, line[-1].end)] if line else []
    for index, token in enumerate(line):
        if (
            token.kind != "N"
            or token.low.lower() in _NO_NAMES
            or is_bare(token.low)
            or is_publication(token.low)
            or _aside(line, index)
        ):
            continue
        found.append(folded(token.low))
    return distinct(found)


def distinct(found: list[str]) -> tuple[str, ...]:
    """Return names each once, in their order; one that is a part of another is that one."""
    kept: list[str] = []
    for name in found:
        if name and not any(set(name.split()) <= set(other.split()) for other in kept):
            kept.append(name)
    return tuple(kept)


def folded(name: str) -> str:
    """Return the telling words of a name in small letters: Bank of Carelia and Carelia are one."""
    name = _BASED.sub("", name)
    low = name.lower()
    code = COUNTRIES.get(low) or NATIONS.get(low) or REGIONS.get(low)
    if code:
        return "@" + code.lower()
    words = [word.removesuffix("s") if len(word) > 3 else word for word in SPLIT.findall(canonical(name).lower())]
    return " ".join([word for word in words if word not in _SORT] or words)


# A name behind these is whom somebody is compared with.
_OTHERS = bag("than like unlike rival rivals versus against from-rival competitor overtaking beating")


_SAYING = bag("said says say told tells adds added writes wrote")


def _aside(line: list[Token], index: int) -> bool:
    """Tell whether a name only says where, who speaks or who is compared: Oslo's Acme, "…," said Ines Varga."""
    after = line[index + 1] if index + 1 < len(line) else None
    before = line[index - 1] if index else None
    if before is not None and before.low in _OTHERS:
        return True
    if line[index].poss and after is not None and after.kind == "N":
        return True
    if after is not None and after.low in _SAYING and before is not None and before.kind in ',”"':
        return True
    return before is not None and before.low in _SAYING and any(token.kind in '”"' for token in line)


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
    passage: Passage, line: list[Token], old: list[Token], before: Callable[[], tuple[str, ...]]
) -> Iterator[tuple[Token, dict[str, Any]]]:
    """Yield the figures of a sentence with what is said of each, for `Claim`; `before` reads the sentence before."""
    every = [token for token in line if token.kind == "Q" and token not in old]
    if not every or len(every) > MANY or len(line) > LONG:
        return
    text, start = passage.text, passage.start
    whole = names(line, text)
    if not any(name[0] != "@" for name in whole) and _REFERS.search(text[start : passage.end].lower()):
        whole = (*before(), *whole)
    for token in every:
        part = segment(line, token)
        found = names(part, text) if part is not line else whole
        if not any(name[0] != "@" for name in found):
            found = whole
        if token.data.unit == "money" and text[token.data.start - 1 : token.data.start] == "(" and len(every) > 1:
            continue  # the same in another currency
        if not 0 < len(found) <= NAMES or not _worth_it(token, text) or _UNLIKE.search(text, start, token.data.begin):
            continue
        yield token, {"names": found, **_said(text, start, part, token, old)}


def _said(text: str, start: int, part: list[Token], token: Token, old: list[Token]) -> dict[str, Any]:
    amount = token.data
    here = text[part[0].start : part[-1].end]
    low = here.lower()
    values = tuple(number for item in old if (number := worth(item.data, amount)) is not None)
    unit = "count" if amount.unit == "other" else amount.unit
    return {
        "topic": (*topic(part, unit, amount.noun), *_numbered(low)),
        "modality": cues.modality(here),
        "rhythm": cues.rhythm(low, amount.per),
        "attribute": cues.limits(low, text[max(start, amount.begin - 24) : amount.begin]),
        "update": cues.moved(low, values),
        "before": values,
    }


_NUMBERED = re.compile(
    r"\b(phase|stage|series|round|day|week|game|season|episode|chapter|part|version|generation|tier|level|class|category"
    r"|type|line|block|reactor|terminal|runway|unit|division|zone|lot) (\d{1,3}|[ivx]{1,4}|one|two|three|four|[a-h])\b"
)


def _numbered(low: str) -> list[str]:
    """Return what is told apart by a number: phase 2, terminal 5."""
    return sorted({f"!{match[1]}:{match[2]}" for match in _NUMBERED.finditer(low)})


# The figure is what was expected, or another one to compare with.
_UNLIKE = re.compile(
    r"(?:\b(?:estimates?|expectations?|forecasts?|consensus|predicted|expected|target|goal|compared (?:with|to)|versus"
    r"|vs\.?|than|previous|peak|record|from)(?: of| at| for| by)?|[\w]-)(?: (?:an?|the|about|just|some))? ?$"
)
# What takes up somebody whom the sentence before names.
_REFERS = re.compile(r"\b(?:it|its|they|their|them|there|he|she|his|her|the [a-z]{3,})\b")


def _worth_it(token: Token, text: str) -> bool:
    """Tell whether a figure says enough: no small plain number, no bare one such as a version or a time."""
    amount = token.data
    value = amount.high if amount.high is not None else amount.low
    if amount.unit not in ("count", "other", "ratio", "duration"):
        return True
    written = text[amount.start : amount.end]
    if _LABEL.search(text, max(0, amount.begin - 24), amount.begin):
        return False
    if amount.unit in ("count", "other") and not amount.noun and (_BARE.search(written) or (value or 0) < 100):
        return False
    return value is not None and (value >= 20 or amount.digits > 1)


# A reading of the moment: (Views: 512).
_LABEL = re.compile(r"\([A-Z][a-z]{1,15}: ?$")
_BARE = re.compile(r"\d[a-zA-Z]\b|^[\d]+\.\d+$")
