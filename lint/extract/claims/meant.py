"""Whom a line of words means by a description: the Prius maker, the owner of HBO, the Ghent logistics start-up."""

from collections.abc import Sequence
from typing import NamedTuple

from lint.extract.bag import bag
from lint.extract.claims.entities import described, entities, is_known, is_place, maker_of
from lint.extract.claims.frames import lexicon
from lint.extract.claims.tokens import Token


class Meant(NamedTuple):
    """The tokens `start` to `stop` of a line mean a house; "?…" somebody unknown, "" nobody who is not named beside."""

    start: int
    stop: int
    who: str


_FROM = bag("maker owner parent developer creator operator publisher")
MAKERS = _FROM | bag("company giant provider")
_BEHIND = bag("company firm group start-up startup studio team giant")
_MAKES = bag("makes owns runs operates develops publishes")
# Whoever is called so is somebody: the Ghent start-up; of the second, only with a place before.
_SOMEBODY = bag(
    "start-up startup chipmaker carmaker automaker drugmaker planemaker maker manufacturer airline insurer lender bank "
    "fintech neobank retailer grocer brewer miner driller utility streamer outsourcer unicorn upstart foundry "
    "conglomerate"
)
_OTHERS = bag(
    "company firm group giant app platform lab chain publisher developer operator studio carrier supplier brand"
)
_ALONE = bag("company firm app platform operator")  # the food bank and the low-dose group are no companies
# Who reports is not whom it is about, and a central bank is no business: the research firm.
_REPORTS = bag(
    "central research analyst analytics rating ratings law consulting consultancy advisory accounting polling data"
)
_BE = bag("is was are were be been remains became")
LONG = 6


def meant(line: Sequence[Token]) -> list[Meant]:
    """Return the descriptions of a line that stand for a company, in reading order, none within another."""
    generic = entities().generic
    found: list[Meant] = []
    floor = 0
    for index, token in enumerate(line):
        if index < floor:
            continue
        if token.kind == "w" and (token.low in generic or token.low.endswith("maker")):
            one = _ends(line, index, floor)
        elif token.kind == "N" and " " in token.low and token.low.rsplit(" ", 1)[1].lower() in generic:
            who = "" if is_known(token.low) else described(token.low)
            one = Meant(index, index + 1, who) if who else None
        else:
            continue
        if one is not None:
            found.append(one)
            floor = one.stop
    return found


def renamed(line: list[Token]) -> list[Token]:
    """Return a line in which each description of a company that the table knows is its name."""
    out: list[Token] = []
    at = 0
    for one in meant(line):
        if one.who[:1] not in ("", "?"):
            first, last = line[one.start], line[one.stop - 1]
            out += [*line[at : one.start], Token("N", one.who, first.start, last.end, None, last.poss)]
            at = one.stop
    return [*out, *line[at:]]


def _ends(line: Sequence[Token], head: int, floor: int) -> Meant | None:
    """Return whom the description means that ends with this word, or goes on after it with a product."""
    start = _start(line, head, floor)
    before = line[start - 1] if start > floor else None
    definite = before is not None and before.kind == "d"
    behind = _of(line, head)
    if behind is not None:
        aside = _beside(line, start, behind.stop - 1, floor)
        return behind._replace(start=start, who="" if aside else behind.who)
    after = next((token for token in line[head + 1 : head + 2]), None)
    if not line[head].poss and after is not None and after.kind == "w" and not _acts(after):
        return None  # the airline industry
    names = [token for token in line[start:head] if token.kind == "N"]
    words = [token.low + "'s" * token.poss for token in line[start : head + 1] if token.kind in "wN"]
    made = words[-1] in MAKERS and names and not (words[-1] == "owner" and definite and line[start - 1].low != "the")
    product = maker_of(" ".join(words[:-1]).removesuffix("'s")) if made else ""
    who = product or described(" ".join(words))
    placed = bool(names) and all(is_place(token.low) for token in names)
    if after is not None and after.kind == "N" and not line[head].poss:
        return Meant(start, head + 1, "") if product or placed else None  # HBO owner Warner
    if not (definite or names or who) or (not definite and not (placed or product)):
        return None
    if _beside(line, start, head, floor):
        return Meant(start, head + 1, "") if placed or who else None
    return Meant(start, head + 1, who) if who else _unknown(line, start, head, names, placed)


def _start(line: Sequence[Token], head: int, floor: int) -> int:
    """Return where a description begins: behind its article, else with the first word that can belong to it."""
    start = head
    while start > max(floor, head - LONG) and (line[start - 1].kind in ("w", "N", "'", "’")):
        start -= 1
    if start > floor and line[start - 1].kind == "d":
        return start
    start = head
    while start > max(floor, head - LONG) and (
        line[start - 1].kind == "N" or (line[start - 1].kind == "w" and not _acts(line[start - 1]))
    ):
        start -= 1
    return start


def _acts(token: Token) -> bool:
    return token.low in lexicon().verbs or token.low.endswith("ed")


def _of(line: Sequence[Token], head: int) -> Meant | None:
    """Read what stands behind: maker of the Prius, the company behind ChatGPT, the firm that owns HBO."""
    low, after = line[head].low, [token.low for token in line[head + 1 : head + 3]]
    at = head + 2
    if not (
        (low in _FROM and after[:1] == ["of"])
        or (low in _BEHIND and after[:1] == ["behind"])
        or (low in _BEHIND | _SOMEBODY and after[:1] in (["that"], ["which"]) and after[1:2] and after[1] in _MAKES)
    ):
        return None
    at += after[0] in ("that", "which")
    if at < len(line) and line[at].kind == "d":
        if low == "owner" or line[at].low != "the":
            return None  # the owner of a Prius
        at += 1
    for stop in range(min(at + 3, len(line)), at, -1):
        who = maker_of(" ".join(token.low for token in line[at:stop]))
        if who:
            return Meant(head, stop, who)
    return None


def _beside(line: Sequence[Token], start: int, head: int, floor: int) -> bool:
    """Tell whether a description only says what somebody is who is named before: Tarn, a Ghent start-up, Tarn is a …"""
    at = start - (start > floor and line[start - 1].kind == "d") - 1
    if at < 1 or at < floor:
        return False
    verb = next(
        (token for token in reversed(line[floor : at + 1]) if token.kind != "g" and token.low != "once"), line[at]
    )
    if verb.low in _BE:
        return True
    after = line[head + 1].kind if head + 1 < len(line) else "."
    return line[at].kind in ",(" and line[at - 1].kind == "N" and after in ",.);:—rp"


def _unknown(line: Sequence[Token], start: int, head: int, names: Sequence[Token], placed: bool) -> Meant | None:
    """Return somebody unknown where the words can mean nothing else than a company: never where they name another."""
    low = line[head].low
    if start < head and line[head - 1].low in _REPORTS:
        return None
    somebody = low in _SOMEBODY or low.endswith("maker")
    if names and not placed:
        other = any(is_known(token.low) for token in names) or (head - start == 1 and low == "maker")
        return None if other or not somebody else Meant(start, head + 1, "?" + low)
    if len(names) == head - start > 0 and low in _BEHIND and any(t.kind == "N" for t in line[: start - 1]):
        return Meant(start, head + 1, "")  # Tarn rose after the Belgian firm …
    if names:
        described = "-".join(token.low.lower() for token in line[start : head + 1])
        return Meant(start, head + 1, "?" + described) if somebody or low in _OTHERS else None
    alone = somebody or low in _OTHERS if start == head else low in _ALONE or (somebody and low != "bank")
    named = any(token.kind == "N" for token in line[:start])
    more = head + 1 < len(line) and line[head + 1].low in ("of", "behind")
    if not alone or named or more or line[start - 1].low not in ("the", "this", "that"):
        return None
    return Meant(start, head + 1, "?")
