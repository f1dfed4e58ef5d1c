"""The words of matches, rules/frames/matches.yaml, and the names of sides: a nation or club by one name."""

from functools import cache, lru_cache

import msgspec

from lint.extract.claims.compiled import compiled
from lint.extract.claims.entities import plain
from lint.extract.claims.written import listed
from lint.extract.quantities.units import COUNTRIES, NATIONS


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    stages: dict[str, str]
    earlier: str
    competitions: str
    rounds: str
    sides: dict[str, str]
    forms: str
    short: dict[str, str]
    grounds: str
    folk: str
    teams: str
    people: str


class Matches(msgspec.Struct, frozen=True):
    """The compiled table. `stages` and `rounds` lead from words to what they say, `nations` from a name to a side."""

    stages: dict[str, str]
    earlier: tuple[str, ...]
    competitions: frozenset[str]
    rounds: tuple[str, ...]
    nations: dict[str, str]
    forms: frozenset[str]
    short: dict[str, str]
    grounds: frozenset[str]
    folk: frozenset[str]
    teams: frozenset[str]
    people: frozenset[str]


@cache
def matches() -> Matches:
    """Return the table that comes with copydesk."""
    return compiled("matches", _Table, Matches, _compile)


def _compile(table: _Table) -> Matches:
    called = {code: name.title() for name, code in reversed(NATIONS.items())}
    nations = {word: called.get(code, code) for word, code in (COUNTRIES | NATIONS).items()}
    for side, words in table.sides.items():
        nations |= dict.fromkeys((side.lower(), *listed(words)), side)
    return Matches(
        stages={word: stage for stage, words in table.stages.items() for word in listed(words)},
        earlier=tuple(listed(table.earlier)),
        competitions=frozenset(listed(table.competitions)),
        rounds=tuple(listed(table.rounds)),
        nations=nations,
        forms=frozenset(listed(table.forms)),
        short=table.short,
        grounds=frozenset(listed(table.grounds)),
        folk=frozenset(listed(table.folk)),
        teams=frozenset(listed(table.teams)),
        people=frozenset(listed(table.people)),
    )


def nation_of(name: str) -> str:
    """Return the nation that a name means, the Italians as well as Italy; "" where it is none."""
    low, nations = name.lower(), matches().nations
    return nations.get(low) or nations.get(low.removesuffix("s"), "")


@lru_cache(maxsize=1 << 12)
def core(name: str) -> str:
    """Return what a side is known by: a nation by one name, else the last word that tells it; "" where it is none."""
    table = matches()
    words = plain(name)
    nation = nation_of(" ".join(words))
    if nation:
        return nation.lower()
    while len(words) > 1 and words[-1] in table.forms:
        words.pop()
    return words[-1] if words and len(words[-1]) > 1 and not words[-1].isdigit() else ""


def called(name: str) -> str:
    """Return a name as others write it: Ireland for the Irish, Jan Brandt for German Jan Brandt, United for Utd."""
    table = matches()
    words = name.split()
    low = [word.lower() for word in words]
    nation = nation_of(name)
    if nation:
        return nation
    start = next((k for k in (2, 1) if len(words) > k and " ".join(low[:k]) in table.nations), 0)
    return " ".join(table.short.get(word.lower(), word) for word in words[start:])
