"""copydesk check: lint posts, each against all the others."""

import os
import shutil
import sys
from importlib import import_module
from pathlib import Path

import click
import msgspec

from lint import baseline as held_back
from lint.cli import _setup
from lint.cli._changed import changed_files
from lint.cli._mend import mend, show
from lint.model.errors import ServiceError, UsageError
from lint.model.finding import SEVERITIES
from lint.model.job import File, Grammar, Job, Report
from lint.report import Format, Outcome, formats
from lint.rulebook.choice import coming, scoped
from lint.run import key_of, run

MANY = 200  # findings shown, above which nobody reads them one by one
MUCH = (
    "that is much at once: `--statistics` counts them by rule, `--select` begins with some, "
    "`--write-baseline FILE` holds back what there is today"
)


@click.command(short_help="Lint posts; compare them with one another and with the archive.")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "format_name", type=click.Choice(formats()), default="text", help="Output format.")
@click.option("--output", "-o", type=click.Path(path_type=Path), help="Write the report to this file.")
@click.option("--select", multiple=True, callback=_setup.comma_list, help="Only these rules or families.")
@click.option("--ignore", multiple=True, callback=_setup.comma_list, help="Not these rules or families.")
@click.option(
    "--fail-on",
    type=click.Choice([*SEVERITIES, "never"]),
    default="error",
    show_default=True,
    help="Exit with 1 at this severity or above.",
)
@click.option("--changed-since", metavar="GIT-REF", help="Report only on files changed since the merge base with it.")
@click.option("--force-exclude", is_flag=True, help="Skip files named in PATHS that the publication leaves out.")
@click.option("--grammar", type=click.Choice(["off", "languagetool", "harper"]), help="Ask this grammar engine too.")
@click.option("--languagetool-url", metavar="URL", help="Send the text to this LanguageTool server.")
@click.option("--fix", is_flag=True, help="Put the safe fixes in place of what they mend; report what is left.")
@click.option("--diff", is_flag=True, help="Show what the first fix of every finding would change; change nothing.")
@click.option("--baseline", metavar="FILE", type=click.Path(path_type=Path), help="Hold back what this file lists.")
@click.option(
    "--write-baseline", metavar="FILE", type=click.Path(path_type=Path), help="List all findings in it; exit 0."
)
@click.option("--profile", is_flag=True, help="Tell where the time goes (one process, nothing cached).")
@click.option("--why", is_flag=True, help="Tell with each finding about figures which tests it passed.")
@click.option("--statistics", is_flag=True, help="Count findings by rule.")
@click.option("--quiet", "-q", is_flag=True, help="Print the summary only.")
@click.option("--verbose", "-v", is_flag=True, help="Show suggestions too.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Colours in text.")
@click.option("--stdin-filename", metavar="NAME", help="The name of what comes on standard input (path `-`).")
@_setup.reading
def check(
    paths: tuple[Path, ...],
    format_name: str,
    output: Path | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str,
    changed_since: str | None,
    force_exclude: bool,
    grammar: str | None,
    languagetool_url: str | None,
    fix: bool,
    diff: bool,
    baseline: Path | None,
    write_baseline: Path | None,
    profile: bool,
    why: bool,
    statistics: bool,
    quiet: bool,
    verbose: bool,
    color: str,
    stdin_filename: str | None,
    config_file: Path | None,
    archive: tuple[Path, ...],
    jobs: int | None,
    no_cache: bool,
) -> int:
    """Lint PATHS (files or folders; default: the working directory; `-` is standard input).

    The posts are compared with one another and, inside a publication with a copydesk.yaml, with all of its posts.
    """
    paths = paths or (Path(),)
    named = Path(stdin_filename) if stdin_filename and paths == (Path("-"),) else None
    made = _setup.setup((named,) if named else paths, config_file)
    if baseline and write_baseline:
        raise UsageError("`--write-baseline` lists every finding; leave out `--baseline`")
    if write_baseline and fix:
        raise UsageError("`--fix` changes what a baseline would hold back; do one after the other")
    if fix and diff:
        raise UsageError("`--fix` changes files, `--diff` none")
    rules, overrides = scoped(made.rules, made.config, select, ignore)
    for name in (*select, *ignore):
        if coming(name, made.rules):
            click.echo(f"copydesk: `{name}` has no rules in this version", err=True)
    given = [_standard_input(named, made.config.root)] if Path("-") in paths else []
    changed = changed_files(changed_since, made.config.root) if changed_since else None
    work = _setup.job(
        made,
        [path for path in paths if path != Path("-")],
        rules,
        archive,
        only=None if changed is None else lambda file: file.path in changed,
        given=given,
        cache=not (no_cache or profile),
        jobs=1 if profile else jobs,
        narrowed=bool(select or ignore),
        forced=force_exclude,
        grammar=_engine(made.config.grammar, grammar, languagetool_url),
        baseline=held_back.read(baseline) if baseline else frozenset(),
        why=why,
        overrides=overrides,
    )
    if not made.config.home and not quiet and not archive:
        note = "no copydesk.yaml: posts were compared only with one another; `copydesk init` changes that"
        click.echo(f"copydesk: {note}", err=True)
    report = _profiled(work) if profile else run(work, _setup.Bar())
    if write_baseline:
        _setup.write([held_back.render(report.findings)], write_baseline)
        click.echo(f"{len(report.findings)} findings are in {write_baseline}; `--baseline` holds them back", err=True)
        return 0
    shown = SEVERITIES if verbose or fail_on == "suggestion" else SEVERITIES[:2]
    bad = SEVERITIES[: SEVERITIES.index(fail_on) + 1] if fail_on in SEVERITIES else ()
    if fix:
        report, mended = mend(work, report, shown, paths)
        if given:
            sys.stdout.buffer.write(mended.get(given[0].key, given[0].data or b""))
            sys.stdout.buffer.flush()
    outcome = Outcome(
        findings=tuple(_setup.relabel(report.findings, made.config.root)),
        posts=report.posts,
        files=report.files,
        words=report.words,
        seconds=None if os.environ.get("COPYDESK_STABLE_OUTPUT") == "1" else report.seconds,
        shown=shown,
        color=_setup.in_color(color, output),
        width=min(120, shutil.get_terminal_size((100, 24)).columns),
        rules={rule.id: rule for rule in rules},
        statistics=statistics,
        quiet=quiet,
        held=report.held,
    )
    format_: Format = import_module(f"lint.report.{format_name}")
    told = show(work, report, shown) if diff else format_.render(outcome)
    _setup.write(told, output, sys.stderr if fix and given else sys.stdout)
    if format_name == "text" and not (quiet or statistics or baseline) and sum(1 for _ in outcome.visible()) > MANY:
        click.echo(f"copydesk: {MUCH}", err=True)
    if report.trouble:
        raise ServiceError(report.trouble)
    return 1 if any(finding.severity in bad for finding in report.findings) else 0


def _profiled(work: Job) -> Report:
    from lint.cli._profile import profiled, table

    report, stats = profiled(lambda: run(work, _setup.Bar()))
    for line in table(stats, work.rules):
        click.echo(line, nl=False, err=True)
    return report


def _engine(settings: Grammar, name: str | None, url: str | None) -> Grammar:
    """The grammar engine that the configuration names, or the command line in its place."""
    if url and name not in (None, "languagetool"):
        raise UsageError(f"`--languagetool-url` names a server that `--grammar {name}` does not ask")
    engine = name or ("languagetool" if url else settings.engine)
    url = url or settings.url
    if url and engine == "languagetool":
        from lint.grammar.languagetool import address

        address(url)
    return msgspec.structs.replace(settings, engine=engine, url=url)


def _standard_input(name: Path | None, root: Path) -> File:
    data = sys.stdin.buffer.read()
    path = (name or Path("stdin.md")).absolute()
    if not path.suffix:
        raise UsageError("the name of standard input needs a suffix, such as draft.md", str(name))
    return File(key_of(path, root), path, data)
