"""copydesk claims: the ledger of what a publication has said about a subject."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

import click
import msgspec

from lint.cli import _ledger, _setup
from lint.decode import nearest
from lint.extract.claims.frames import lexicon
from lint.extract.claims.mentions import core_of
from lint.extract.claims.named import folded
from lint.ledger import MARKS, Line, facts_of, ledger
from lint.model.errors import UsageError
from lint.model.facts import Claim
from lint.model.rule import PostRef
from lint.rulebook.choice import choose, spread
from lint.run import archive_of

FORMATS = ("text", "json", "csv", "yaml")


@click.command(short_help="Show what the publication has said about a subject.")
@click.argument("query", nargs=-1)
@click.option("--path", "paths", multiple=True, type=click.Path(path_type=Path), help="Read these (default: all).")
@click.option("--entity", "entities", multiple=True, help="Only of this company, person, place …; repeat it for both.")
@click.option("--frame", default="", help="Only this relation, such as raise or revenue.")
@click.option("--since", metavar="DAY", help="Only posts from this day, month or year on.")
@click.option("--until", metavar="DAY", help="Only posts up to this day, month or year.")
@click.option("--period", default="", help="Only figures of this period, such as 2024, 2024-Q3 or FY2024.")
@click.option("--table", is_flag=True, help="One row for each value of a fact, in whatever notation.")
@click.option(
    "--format", "format_name", type=click.Choice(FORMATS), default="text", help="Output format; yaml is for facts.yaml."
)
@click.option("--output", "-o", type=click.Path(path_type=Path), help="Write to this file.")
@_setup.reading
def claims(
    query: tuple[str, ...],
    paths: tuple[Path, ...],
    entities: tuple[str, ...],
    frame: str,
    since: str | None,
    until: str | None,
    period: str,
    table: bool,
    format_name: str,
    output: Path | None,
    config_file: Path | None,
    archive: tuple[Path, ...],
    jobs: int | None,
    no_cache: bool,
) -> int:
    """List what the publication has said about QUERY (names or words; default: everything), fact by fact, in time
    order: `!` marks what contradicts another post or a settled fact, `?` what perhaps does, `~` what was revised."""
    paths = paths or (Path(),)
    made = _setup.setup(paths, config_file)
    words = lexicon(made.frames)
    if frame and frame not in words.frames:
        raise UsageError(f"there is no frame `{frame}`{nearest(frame, words.frames)}")
    days = _day(since, "--since", first=True), _day(until, "--until", first=False)

    @cache
    def cores() -> list[set[str]]:
        kinds = ("name", "place", "country", "side")
        return [{known.gazetteer.core(core_of(name, kind, words)) for kind in kinds} for name in entities]

    @cache
    def forms() -> set[str]:
        return known.gazetteer.forms(folded(" ".join(query))) if query else set()

    def wanted(ref: PostRef, claim: Claim) -> bool:
        return (
            _in_time(ref, *days)
            and (not period or _is_of(claim.period, period))
            and all(_names(claim, names) for names in cores())
            and (_matches(claim, query) or _matches_any(claim, forms()))
        )

    every = msgspec.structs.replace(made.config, select=(), ignore=())
    rules = [rule for rule in choose(made.rules, every) if rule.id in MARKS]
    overrides = spread(rules, (), made.config)
    work = _setup.job(made, paths, rules, archive, cache=not no_cache, jobs=jobs, overrides=overrides)
    with archive_of(work, _setup.Bar()) as (known, indexes):
        lines = list(_shown(ledger(work, known, indexes, wanted, frame), made.config.root))
        facts = facts_of(lines, known) if table or format_name == "yaml" else []
    named = next((word for word in query if Path(word).exists()), "")
    if named and not lines:
        click.echo(
            f"copydesk: `{named}` was looked for in what posts say; to read posts there: --path {named}", err=True
        )
    keys = {name: known_frame.key for name, known_frame in words.frames.items()}
    _setup.write(_rendered(format_name, table)(lines, facts, keys), output)
    return 0


def _rendered(format_name: str, table: bool) -> Callable[..., Iterator[str]]:
    render: Callable[..., Iterator[str]] = getattr(_ledger, f"{format_name}_{'table' if table else 'list'}")
    return render


def _shown(lines: Iterable[Line], root: Path) -> Iterator[Line]:
    """Give lines the paths that the reader sees."""
    for line in lines:
        yield msgspec.structs.replace(
            line,
            post=msgspec.structs.replace(line.post, path=_setup.shown_path(line.post.path, root)),
            against=tuple(
                msgspec.structs.replace(item, path=_setup.shown_path(item.path, root)) for item in line.against
            ),
        )


def _day(text: str | None, option: str, first: bool) -> dt.date | None:
    """Read a day; of a month or a year the first, or the last."""
    if text is None:
        return None
    parts = text.split("-")
    try:
        if len(parts) == 3:
            return dt.date.fromisoformat(text)
        year, month = int(parts[0]), int(parts[1]) if len(parts) == 2 else 1 if first else 12
        begin = dt.date(year, month, 1)
        return begin if first else (begin.replace(day=28) + dt.timedelta(4)).replace(day=1) - dt.timedelta(1)
    except (ValueError, OverflowError):
        problem = f"`{option}`: expected a day, month or year such as 2025-03-31, 2025-03 or 2025, found `{text}`"
        raise UsageError(problem) from None


def _in_time(ref: PostRef, since: dt.date | None, until: dt.date | None) -> bool:
    if since is None and until is None:
        return True
    return ref.date is not None and (since or ref.date) <= ref.date <= (until or ref.date)


def _is_of(period: str, wanted: str) -> bool:
    """Tell whether a period is the one that is wanted, or lies in it."""
    return period.removeprefix("FY") == wanted.removeprefix("FY") or period.startswith(f"{wanted}-")


def _names(claim: Claim, cores: set[str]) -> bool:
    return not cores.isdisjoint(claim.key.split("|")[1:])


def _matches_any(claim: Claim, forms: Iterable[str]) -> bool:
    """Tell whether a claim is about somebody by another name than the one that is asked for."""
    return any(form in claim.names or _matches(claim, form.split()) for form in forms)


def _matches(claim: Claim, query: Sequence[str]) -> bool:
    text = " ".join([claim.key, claim.frame, *claim.parties.values(), claim.sentence]).casefold()
    return all(word.casefold() in text for word in query)
