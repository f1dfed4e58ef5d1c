"""The forms in which the ledger is printed: lists of claims and tables of values, as text, JSON, CSV and YAML."""

import csv
import io
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import yaml

from lint.cli.facts import flat
from lint.ledger import Fact, Line, Value, parties_of
from lint.model.facts import Claim
from lint.report.text import clean

SIGNS = {"conflict": "!", "wrong": "!", "bound": "!", "perhaps": "?", "revised": "~"}
COLUMNS = ("value", "of", "posts", "first", "last", "hedges", "said by", "state")
QUANTITY = ("low", "high", "unit", "symbol", "per", "qualifier")
CLAIM = (
    *("frame", "parties", "attribute", "period", "date", "value", "modality", "attribution", "state", "against"),
    *("path", "line", "column", "post", "sentence"),
)
Keys = Mapping[str, tuple[str, ...]]
# What a spreadsheet would take for a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def text_list(lines: Sequence[Line], _facts: Sequence[Fact], _keys: Keys) -> Iterator[str]:
    """Yield every claim, those of the same parties and relation together, earliest first."""
    for number, group in enumerate(_together(lines)):
        yield f"{chr(10) if number else ''}{clean(_head(parties_of(group), group[0].claim.frame))}\n"
        for line in group:
            claim = line.claim
            about = filter(None, (claim.period, claim.attribute, "" if claim.modality == "done" else claim.modality))
            more = f" ({', '.join(about)})" if any((claim.period, claim.attribute, claim.modality != "done")) else ""
            place = f"{line.post.path}:{claim.place.line}"
            day = line.post.date.isoformat() if line.post.date else "no date   "
            yield f"{SIGNS.get(line.state, ' ')} {day}  {clean(_figure(claim))}{clean(more)}  {clean(place)}\n"
            for item in line.against:
                yield f"              {item.what} {clean(item.path)}:{item.line}\n"
    if not lines:
        yield "No claims.\n"


def text_table(_lines: Sequence[Line], facts: Sequence[Fact], _keys: Keys) -> Iterator[str]:
    """Yield a table for each fact: a row for each of its values."""
    head = None
    for fact in facts:
        title = _head(fact.parties, fact.frame)
        if title != head:
            yield f"{'' if head is None else chr(10)}{clean(title)}\n"
            head = title
        rows = [COLUMNS, *(tuple(clean(cell) for cell in _row(fact, value)) for value in fact.values)]
        widths = [max(len(row[at]) for row in rows) for at in range(len(COLUMNS))]
        for row in rows:
            yield "  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() + "\n"
    if not facts:
        yield "No claims.\n"


def json_list(lines: Sequence[Line], _facts: Sequence[Fact], _keys: Keys) -> Iterator[str]:
    """Yield one object with every claim."""
    rows = [
        {
            "path": line.post.path,
            "post": line.post.title,
            "date": line.post.date.isoformat() if line.post.date else None,
            **flat(line.claim),
            "state": line.state,
            "contradicts": [
                {"path": item.path, "line": item.line} for item in line.against if item.what == "contradicts"
            ],
            "against": [{"path": item.path, "line": item.line, "what": item.what} for item in line.against],
        }
        for line in lines
    ]
    yield _object("claims", rows)


def json_table(_lines: Sequence[Line], facts: Sequence[Fact], _keys: Keys) -> Iterator[str]:
    """Yield one object with every fact and its values."""
    yield _object(
        "facts",
        [
            {
                "frame": fact.frame,
                "parties": fact.parties,
                "attribute": fact.attribute,
                "period": fact.period,
                "values": [_as_data(value) for value in fact.values],
            }
            for fact in facts
        ],
    )


def csv_list(lines: Sequence[Line], _facts: Sequence[Fact], _keys: Keys) -> Iterator[str]:
    """Yield a row for every claim."""
    yield _csv([*CLAIM[:6], *QUANTITY, *CLAIM[6:]])
    for line in lines:
        claim = line.claim
        against = "; ".join(f"{item.what} {item.path}:{item.line}" for item in line.against)
        fact = [claim.frame, _roles(claim.parties), claim.attribute, claim.period, line.post.date, _figure(claim)]
        where = [line.post.path, claim.place.line, claim.place.column, line.post.title, claim.sentence]
        figure = [getattr(claim.quantity, name) for name in QUANTITY]
        yield _csv([*fact, *figure, claim.modality, claim.attribution, line.state, against, *where])


def csv_table(_lines: Sequence[Line], facts: Sequence[Fact], _keys: Keys) -> Iterator[str]:
    """Yield a row for every value of every fact."""
    yield _csv(["frame", "parties", *(name.replace(" ", "_") for name in COLUMNS)])
    for fact in facts:
        for value in fact.values:
            yield _csv([fact.frame, _roles(fact.parties), *_row(fact, value)])


def yaml_list(_lines: Sequence[Line], facts: Sequence[Fact], keys: Keys) -> Iterator[str]:
    """Yield entries for the file of settled facts: the value that most posts have, the latest of several, and what it
    was besides."""
    entries = [_entry(fact, keys[fact.frame]) for fact in facts if fact.frame in keys]
    yield yaml.safe_dump(entries, sort_keys=False, allow_unicode=True, width=120) if entries else "# No claims.\n"


yaml_table = yaml_list


def _entry(fact: Fact, key: Sequence[str]) -> dict[str, Any]:
    best = max(fact.values, key=lambda value: (value.state != "wrong", value.posts, value.lines[-1].post.order))
    claim = best.best
    periods = {line.claim.period for line in best.lines}
    period = periods.pop() if len(periods) == 1 else fact.period
    entry: dict[str, Any] = {"frame": fact.frame, "parties": {role: fact.parties[role] for role in key}}
    entry |= {name: value for name, value in (("attribute", fact.attribute), ("period", period)) if value}
    entry["value"] = _figure(claim)
    was = [_figure(value.best) for value in fact.values if value is not best]
    if was:
        entry["was"] = was
    if claim.fades in ("level", "market", "day", "slow") and best.days:
        entry["since"] = best.days[0].isoformat()
    return entry


def _together(lines: Iterable[Line]) -> list[list[Line]]:
    groups: dict[str, list[Line]] = {}
    for line in lines:
        groups.setdefault(line.claim.key, []).append(line)
    return list(groups.values())


def _head(parties: Mapping[str, str], frame: str) -> str:
    return f"{', '.join(parties.values())}: {frame}"


def _roles(parties: Mapping[str, str]) -> str:
    return "; ".join(f"{role}={name}" for role, name in parties.items())


def _figure(claim: Claim) -> str:
    return claim.told or " ".join(claim.place.excerpt.split())


def _row(fact: Fact, value: Value) -> tuple[str, ...]:
    of = ", ".join(filter(None, (fact.period, fact.attribute)))
    first, last = (value.days[0], value.days[-1]) if value.days else ("no date", "")
    told = _counted(_hedges(value)) if set(_hedges(value)) != {"none"} else ""
    counts = (str(value.posts), str(first), str(last), told, _counted(_sources(value)))
    return (_figure(value.best), of, *counts, value.state)


def _hedges(value: Value) -> Counter[str]:
    return Counter(line.claim.quantity.qualifier or "none" for line in value.lines)


def _sources(value: Value) -> Counter[str]:
    return Counter(line.claim.attribution or "author" for line in value.lines)


def _counted(counts: Counter[str]) -> str:
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(name if len(ranked) == 1 else f"{name} {count}" for name, count in ranked)


def _as_data(value: Value) -> dict[str, Any]:
    quantity = value.best.quantity
    days = [day.isoformat() for day in value.days]
    return {
        "value": _figure(value.best),
        "notations": list(dict.fromkeys(_figure(line.claim) for line in value.lines)),
        **{name: getattr(quantity, name) for name in QUANTITY},
        "posts": value.posts,
        "first": days[0] if days else None,
        "last": days[-1] if days else None,
        "hedges": dict(sorted(_hedges(value).items())),
        "said_by": dict(sorted(_sources(value).items())),
        "state": value.state,
        "places": [{"path": line.post.path, "line": line.claim.place.line} for line in value.lines],
    }


def _object(name: str, rows: list[dict[str, Any]]) -> str:
    return json.dumps({"version": 1, name: rows}, ensure_ascii=False, indent=1) + "\n"


def _csv(cells: Iterable[Any]) -> str:
    line = io.StringIO()
    safe = [f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell for cell in cells]
    csv.writer(line, lineterminator="\n").writerow(safe)
    return line.getvalue()
