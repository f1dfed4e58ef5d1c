"""copydesk claims: the ledger of what a publication has said about a subject."""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import click
import msgspec

from lint.cli import _setup
from lint.cli.facts import flat
from lint.model.facts import Claim
from lint.model.finding import Finding
from lint.model.rule import PostRef
from lint.model.text import Place
from lint.report.text import clean
from lint.run import archive_of, findings_of


class Line(msgspec.Struct, frozen=True):
    """One claim of the ledger: who says it when, and the places that it cannot stand beside."""

    post: PostRef
    claim: Claim
    path: str
    against: tuple[tuple[str, int], ...]


@click.command(short_help="Show what the publication has said about a subject.")
@click.argument("query", nargs=-1)
@click.option("--path", "paths", multiple=True, type=click.Path(path_type=Path), help="Read these (default: all).")
@click.option("--frame", help="Only this relation, such as raise or revenue.")
@click.option("--format", "format_name", type=click.Choice(["text", "json"]), default="text", help="Output format.")
@click.option("--output", "-o", type=click.Path(path_type=Path), help="Write to this file.")
@_setup.reading
def claims(
    query: tuple[str, ...],
    paths: tuple[Path, ...],
    frame: str | None,
    format_name: str,
    output: Path | None,
    config_file: Path | None,
    archive: tuple[Path, ...],
    jobs: int | None,
    no_cache: bool,
) -> int:
    """List what the publication has said about QUERY (names or words; default: everything), fact by fact, in time
    order, contradictions marked."""
    paths = paths or (Path(),)
    made = _setup.setup(paths, config_file)
    rules = [rule for rule in made.rules if rule.id == "figure-conflict"]
    work = _setup.job(made, paths, rules, archive, cache=not no_cache, jobs=jobs)
    with archive_of(work, _setup.Bar()) as (known, indexes):
        posts = [post for file in work.targets for post in indexes[file.key].facts(file.key)]
        told = list(findings_of(posts, work, known))
        against = _against(told)
        lines = [
            Line(
                known.ref(post.key),
                claim,
                _setup.shown_path(post.path, made.config.root),
                tuple(
                    (_setup.shown_path(path, made.config.root), line)
                    for path, line in sorted(against.get(_spot(post.path, claim.quantity.place), ()))
                ),
            )
            for post in posts
            for claim in post.claims
            if (frame is None or claim.frame == frame) and _matches(claim, query)
        ]
    lines.sort(key=lambda item: (item.claim.key, item.post.order, item.claim.place.line, item.claim.place.column))
    _setup.write(_as_json(lines) if format_name == "json" else _as_text(lines), output)
    return 0


def _spot(path: str, place: Place) -> tuple[str, int, int]:
    return path, place.line, place.column


def _against(told: Iterable[Finding]) -> dict[tuple[str, int, int], set[tuple[str, int]]]:
    """For each place, the places that a finding sets it against."""
    found: dict[tuple[str, int, int], set[tuple[str, int]]] = {}
    for finding in told:
        for other in finding.related:
            if other.role == "conflict":
                here, there = _spot(finding.path, finding.place), _spot(other.path, other.place)
                found.setdefault(here, set()).add(there[:2])
                found.setdefault(there, set()).add(here[:2])
    return found


def _matches(claim: Claim, query: Sequence[str]) -> bool:
    text = " ".join([claim.key, claim.frame, *claim.parties.values(), claim.sentence]).casefold()
    return all(word.casefold() in text for word in query)


def _as_json(lines: Iterable[Line]) -> Iterator[str]:
    rows: list[dict[str, Any]] = [
        {
            "path": line.path,
            "post": line.post.title,
            "date": line.post.date.isoformat() if line.post.date else None,
            **flat(line.claim),
            "contradicts": [{"path": path, "line": number} for path, number in line.against],
        }
        for line in lines
    ]
    yield json.dumps({"version": 1, "claims": rows}, ensure_ascii=False, indent=1) + "\n"


def _as_text(lines: Sequence[Line]) -> Iterator[str]:
    key = None
    for line in lines:
        claim = line.claim
        if claim.key != key:
            parties = ", ".join(claim.parties.values())
            yield f"{'' if key is None else chr(10)}{clean(parties)}: {claim.frame}\n"
            key = claim.key
        day = line.post.date.isoformat() if line.post.date else "no date   "
        about = ", ".join(
            filter(None, (claim.period, claim.attribute, claim.modality if claim.modality != "done" else ""))
        )
        place = claim.quantity.place
        mark = "!" if line.against else " "
        yield f"{mark} {day}  {clean(place.excerpt)}{f' ({about})' if about else ''}  {clean(line.path)}:{place.line}\n"
        for path, number in line.against:
            yield f"              contradicts {clean(path)}:{number}\n"
    if not lines:
        yield "No claims.\n"
