"""copydesk rules and copydesk explain: what is checked, and why."""

import json
from pathlib import Path

import click
import msgspec

from lint import shelf
from lint.cli import _setup
from lint.decode import nearest
from lint.model.errors import UsageError
from lint.model.rule import Example, Rule

CONFIG = click.option("--config", "config_file", type=click.Path(path_type=Path), help="Use this copydesk.yaml.")


@click.command(short_help="List the rules.")
@click.option("--format", "format_name", type=click.Choice(["text", "json"]), default="text", help="Output format.")
@CONFIG
def rules(format_name: str, config_file: Path | None) -> int:
    """List every rule: id, severity, whether it is on, and what it finds."""
    found = sorted(_setup.setup((), config_file).rules, key=lambda rule: rule.id)
    if format_name == "json":
        keys = ("id", "kind", "severity", "enabled", "description", "message", "options")
        click.echo(
            json.dumps([{key: getattr(rule, key) for key in keys} for rule in found], indent=1, ensure_ascii=False)
        )
        return 0
    width = max(len(rule.id) for rule in found)
    for rule in found:
        state = "" if rule.enabled else " (off by default)"
        click.echo(f"{rule.id:<{width}}  {rule.severity:<10}  {rule.description}{state}")
    return 0


@click.command(short_help="Print one rule's page.")
@click.argument("rule_id", metavar="RULE")
@CONFIG
def explain(rule_id: str, config_file: Path | None) -> int:
    """Print what RULE finds, why it matters, its options and its examples. A family prints all of its rules."""
    every = _setup.setup((), config_file, examples=True).rules
    found = [rule for rule in every if rule_id in (rule.id, rule.family)]
    if not found:
        known = [name for rule in every for name in (rule.id, rule.family)]
        raise UsageError(f"there is no rule `{rule_id}`{nearest(rule_id, set(known))}")
    click.echo("\n\n".join(page(rule) for rule in found))
    return 0


def page(rule: Rule) -> str:
    """Return a rule's page as Markdown."""
    state = rule.severity if rule.enabled else f"{rule.severity}, off by default"
    parts = [f"# {rule.id}", f"{rule.description} ({state})"]
    if rule.rationale:
        parts.append(f"## Why\n\n{rule.rationale}")
    if rule.advice:
        parts.append(f"## What to do\n\n{rule.advice[:1].upper()}{rule.advice[1:]}.")
    options = _options(rule)
    if options:
        parts.append("## Options\n\n" + "\n".join(options))
    for heading, examples in (("Reported", rule.bad), ("Not reported", rule.good)):
        if examples:
            parts.append(f"## {heading}\n\n" + "\n\n".join(_example(item) for item in examples[:6]))
    names = (
        f"`<!-- copydesk-disable-next-line {rule.id} -->` before the line, or `ignore: [{rule.id}]` in copydesk.yaml"
    )
    parts.append(f"## Switch it off\n\n{names}.")
    return "\n\n".join(parts)


def _options(rule: Rule) -> list[str]:
    kind = shelf.take("lint.check", rule.kind).Options
    filled = msgspec.to_builtins(msgspec.convert(rule.options, kind, strict=False))
    lines = []
    for name, value in filled.items():
        text = json.dumps(value, ensure_ascii=False)
        lines.append(f"- `{name}`: `{text if len(text) <= 300 else text[:299] + '…'}`")
    return lines


def _example(example: Example) -> str:
    shown = []
    for name, text in example.posts:
        for _, start, end in sorted((mark for mark in example.marked if mark[0] == name), reverse=True):
            text = f"{text[:start]}»{text[start:end]}«{text[end:]}"
        body = "\n".join(f"    {line}" for line in text.rstrip("\n").split("\n"))
        shown.append(body if len(example.posts) == 1 and name == "post.md" else f"    -- {name} --\n{body}")
    return "\n".join(shown)
