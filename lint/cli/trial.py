"""copydesk try: a rule in the making, run on the archive before anybody is bothered with it."""

import os
import shutil
from pathlib import Path

import click

from lint.cli import _setup
from lint.examples import try_rule
from lint.model.errors import UsageError
from lint.model.finding import SEVERITIES
from lint.report import Outcome, text
from lint.rulebook.choice import spread
from lint.rulebook.files import read_rule
from lint.run import run


@click.command(name="try", short_help="Run one rule file on the archive.")
@click.argument("rule", metavar="RULE.yaml", type=click.Path(path_type=Path))
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--limit", type=click.IntRange(0), default=20, show_default=True, help="Show this many findings.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Colours in text.")
@_setup.reading
def try_(
    rule: Path,
    paths: tuple[Path, ...],
    limit: int,
    color: str,
    config_file: Path | None,
    archive: tuple[Path, ...],
    jobs: int | None,
    no_cache: bool,
) -> int:
    """Try RULE.yaml: its own examples first, then every post of PATHS (default: the publication).

    Shows findings from all over the archive, as many as --limit says, and how often the rule fires. Exits with 1 where
    an example fails; findings are what one came to see.
    """
    if not rule.is_file():
        raise UsageError("no such rule file", str(rule))
    made = _setup.setup(paths or (Path(),), config_file)
    tried = read_rule(rule, None)
    failures = list(try_rule(tried, made.rules))
    for failure in failures:
        click.echo(f"{failure.home}:{failure.line}: {failure.rule}: {failure.problem}")
    where = paths or (made.config.root,)
    overrides = spread((tried,), (), made.config)
    work = _setup.job(made, where, (tried,), archive, cache=not no_cache, jobs=jobs, narrowed=True, overrides=overrides)
    report = run(work, _setup.Bar())
    found = _setup.relabel(report.findings, made.config.root)
    step = max(1, -(-len(found) // limit)) if limit else len(found) + 1
    outcome = Outcome(
        findings=tuple(found[::step]),
        posts=report.posts,
        files=report.files,
        words=report.words,
        seconds=None if os.environ.get("COPYDESK_STABLE_OUTPUT") == "1" else report.seconds,
        shown=SEVERITIES,
        color=_setup.in_color(color, None),
        width=min(120, shutil.get_terminal_size((100, 24)).columns),
        rules={tried.id: tried},
    )
    _setup.write(text.findings(outcome) if limit else (), None)
    posts = len({(item.path, item.part) for item in found})
    per = 1000 * len(found) / report.posts if report.posts else 0.0
    shown = f", {len(outcome.findings)} shown" if len(outcome.findings) < len(found) else ""
    click.echo(
        f"{tried.id}: {len(found)} findings in {posts} of {report.posts} posts, {per:.1f} per 1,000 posts{shown}; "
        f"{len(tried.good) + len(tried.bad)} examples, {len(failures)} fail"
    )
    return 1 if failures else 0
