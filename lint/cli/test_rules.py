"""copydesk test-rules: run each rule's own good and bad examples."""

from pathlib import Path

import click

from lint.cli import _setup
from lint.examples import try_rule
from lint.rulebook import own, shipped


@click.command(name="test-rules", short_help="Run each rule's own good and bad examples.")
@click.argument("folders", nargs=-1, type=click.Path(path_type=Path))
@click.option("--config", "config_file", type=click.Path(path_type=Path), help="Use this copydesk.yaml.")
def test_rules(folders: tuple[Path, ...], config_file: Path | None) -> int:
    """Try the rules in FOLDERS; without any, the shipped rules and those of the publication."""
    every = list(_setup.setup((), config_file, examples=True).rules)
    rules = own(folders, shipped()) if folders else every
    failures = [failure for rule in rules for failure in try_rule(rule, every)]
    for failure in failures:
        click.echo(f"{failure.home}:{failure.line}: {failure.rule}: {failure.problem}")
    examples = sum(len(rule.bad) + len(rule.good) for rule in rules)
    click.echo(f"{len(rules)} rules, {examples} examples: {'all pass' if not failures else f'{len(failures)} fail'}")
    return 1 if failures else 0
