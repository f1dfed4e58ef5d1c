"""copydesk facts: what was read from each post."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import msgspec

from lint.cli import _setup
from lint.model.facts import Facts
from lint.model.text import Place, Span
from lint.report.text import clean
from lint.run import archive_of

PLACE = ("excerpt", "line", "column", "end_line", "end_column")
SCORE = "score"  # of two sides: as it is written it says more than its ends
HIDDEN = ("span", "place", "suppressions", "faults")


@click.command(short_help="Show what was read from each post.")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "format_name", type=click.Choice(["text", "json"]), default="text", help="Output format.")
@click.option("--output", "-o", type=click.Path(path_type=Path), help="Write to this file.")
@_setup.reading
def facts(
    paths: tuple[Path, ...],
    format_name: str,
    output: Path | None,
    config_file: Path | None,
    archive: tuple[Path, ...],
    jobs: int | None,
    no_cache: bool,
) -> int:
    """Show the quantities, claims, names, quotes, dates, notes and blocks of every post of PATHS."""
    paths = paths or (Path(),)
    made = _setup.setup(paths, config_file)
    work = _setup.job(made, paths, (), archive, cache=not no_cache, jobs=jobs)
    with archive_of(work, _setup.Bar()) as (_, indexes):
        posts = (
            (_setup.shown_path(post.path, made.config.root), post)
            for file in work.targets
            for post in indexes[file.key].facts(file.key)
        )
        pieces = _as_json(posts) if format_name == "json" else _as_text(posts)
        _setup.write(pieces, output)
    return 0


def _as_json(posts: Iterator[tuple[str, Facts]]) -> Iterator[str]:
    yield '{"version": 1, "posts": ['
    for number, (path, post) in enumerate(posts):
        yield ("," if number else "") + "\n" + json.dumps(as_data(path, post), ensure_ascii=False)
    yield "\n]}\n"


def as_data(path: str, post: Facts) -> dict[str, Any]:
    """Return a post's facts as the contract has them."""
    return {
        "path": path,
        "title": post.title,
        "date": post.date.isoformat() if post.date else None,
        "url": post.url,
        "line": post.line,
        "shape": post.shape,
        "draft": post.draft,
        "words": post.words,
        "quantities": [flat(item) for item in post.quantities],
        "claims": [flat(item) for item in post.claims],
        "names": [flat(item) for item in post.names],
        "quotes": [flat(item) for item in post.quotes],
        "dates": [flat(item) for item in post.dates],
        "footnotes": [flat(item) for item in post.marks],
        "blocks": [{**flat(item), "entries": [flat(entry) for entry in item.entries]} for item in post.recaps],
    }


def flat(item: msgspec.Struct) -> dict[str, Any]:
    """Return a fact with its place spread out, without what only the program needs."""
    place: Place = getattr(item, "place")  # noqa: B009  every fact has one
    data = {name: getattr(place, name) for name in PLACE}
    for name in item.__struct_fields__:
        value = getattr(item, name)
        if name in HIDDEN or name == "entries" or isinstance(value, Span):
            continue
        if isinstance(value, Place):
            value = {part: getattr(value, part) for part in PLACE}
        data[name] = flat(value) if isinstance(value, msgspec.Struct) else msgspec.to_builtins(value)
    return data


def _as_text(posts: Iterator[tuple[str, Facts]]) -> Iterator[str]:
    for path, post in posts:
        day = post.date.isoformat() if post.date else "no date"
        yield f"{clean(path)}:{post.line} {clean(post.title) or '(no title)'} ({day}, {post.words} words)\n"
        for name, items in (
            ("quantity", post.quantities),
            ("claim", post.claims),
            ("note", post.marks),
            ("block", post.recaps),
            ("quote", post.quotes),
            ("date", post.dates),
            ("name", post.names),
        ):
            for item in items:
                yield f"  {item.place.line:>5}:{item.place.column:<4} {name:<9} {clean(_short(item))}\n"
        yield "\n"


def _short(item: Any) -> str:
    text = " ".join(item.place.excerpt.split())[:80]
    if getattr(item, "symbol", "") == SCORE:
        text += f" = {SCORE}"
    elif hasattr(item, "unit"):
        per = f" per {item.per}" if item.per else ""
        qualifier = f" ({item.qualifier})" if item.qualifier else ""
        text += f" = {_interval(item.low, item.high)} {item.symbol or item.unit}{per}{qualifier}"
    elif hasattr(item, "frame"):
        parties = ", ".join(f"{role} {name}" for role, name in item.parties.items())
        text += f" = {item.frame}: {parties} {item.period} {item.modality}".rstrip()
    elif hasattr(item, "role"):
        text = f"{item.role} {item.label}: {item.text[:60]}"
    elif hasattr(item, "entries"):
        text = f"{item.heading}: {len(item.entries)} entries"
    elif getattr(item, "kind", ""):
        text += f" ({item.kind})"
    return text


def _interval(low: float | None, high: float | None) -> str:
    ends = ["" if value is None else f"{value:,.10g}" for value in (low, high)]
    return ends[0] if low == high else "…".join(ends)
