"""copydesk config: what applies to a file, and why."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click
from pathspec import GitIgnoreSpec

from lint.check._local import local, matches
from lint.cli import _setup
from lint.model.errors import UsageError
from lint.report.text import clean
from lint.rulebook.choice import choose, scoped
from lint.run import collect, key_of


@click.command(short_help="Show what applies to a file, and why.")
@click.argument("path", default=".", type=click.Path(path_type=Path))
@click.option("--format", "format_name", type=click.Choice(["text", "json"]), default="text", help="Output format.")
@click.option("--config", "config_file", type=click.Path(path_type=Path), help="Use this copydesk.yaml.")
def config(path: Path, format_name: str, config_file: Path | None) -> int:
    """Show the configuration that PATH (default: the working directory) belongs to and the files that it extends,
    whether PATH is read, and every rule with its severity there and what decided it: `overrides` are included."""
    if not path.exists():
        raise UsageError("no such file or folder", str(path))
    made = _setup.setup((path,), config_file)
    told = _told(made, path)
    pieces = [json.dumps(told, ensure_ascii=False, indent=1) + "\n"] if format_name == "json" else _as_text(told)
    _setup.write(pieces, None)
    return 0


def _told(made: _setup.Setup, path: Path) -> dict[str, Any]:
    settings = made.config
    key = key_of(path.resolve(), settings.root)
    files = collect([settings.root], settings.root, settings.include, settings.exclude)
    drafts = GitIgnoreSpec.from_lines(settings.drafts)
    return {
        "config": settings.home or None,
        "extends": list(settings.extends),
        "root": str(settings.root),
        "path": key,
        "read": path.is_dir() or any(file.key == key for file in files),
        "draft": drafts.match_file(key),
        "files": len(files),
        "include": list(settings.include),
        "exclude": list(settings.exclude),
        "archive": [str(item) for item in settings.archive],
        "language": settings.language,
        "rules": list(_rules(made, f"{key}/" if path.is_dir() and path.resolve() != settings.root else key)),
    }


def _rules(made: _setup.Setup, key: str) -> Iterator[dict[str, Any]]:
    """Yield each rule as it applies to a file: whether it runs, how severe, with which options, and what says so."""
    settings = made.config
    usual = {rule.id for rule in choose(made.rules, settings)}
    chosen = scoped(made.rules, settings)
    here = [one for one in chosen.overrides if matches(GitIgnoreSpec.from_lines(one.paths), key)]
    running = {rule.id: rule for rule in local(chosen.rules, here)}
    ignored = [(glob, set(off)) for glob, off in settings.ignore_in if matches(GitIgnoreSpec.from_lines([glob]), key)]
    for rule in sorted(made.rules, key=lambda rule: rule.id):
        names = {rule.id, rule.family}
        on = rule.id in running
        below = next((glob for glob, off in ignored if names & off), "")
        changes = [(one.paths, change) for one in here for change in one.changes if change.rule == rule.id]
        turned = [paths for paths, change in changes if change.on is on and on != (rule.id in usual)]
        judged = [paths for paths, change in changes if change.severity]
        if below:
            why = f"`ignore` below {below}"
        elif turned:
            why = _for(turned[-1])
        elif names & set(settings.ignore):
            why = "`ignore`"
        else:
            why = "`select`" if settings.select else "the default"
        usually = "`severity`" if names & settings.severity.keys() else "the rule"
        options = dict(settings.options.get(rule.id, {}))
        for _, change in changes:
            options |= change.options
        yield {
            "rule": rule.id,
            "on": on,
            "why": why,
            "severity": running.get(rule.id, rule).severity,
            "severity_from": _for(judged[-1]) if judged and on else usually,
            "options": options,
            "home": rule.home,
        }


def _for(paths: Sequence[str]) -> str:
    return f"`overrides` for {', '.join(paths)}"


def _as_text(told: dict[str, Any]) -> Iterator[str]:
    yield f"configuration  {clean(told['config'] or 'none: defaults apply; `copydesk init` writes one')}\n"
    if told["extends"]:
        yield f"extends        {clean(', '.join(told['extends']))}\n"
    yield f"publication    {clean(told['root'])} ({told['files']} files)\n"
    state = "is read" if told["read"] else "is left out: by `include`, `exclude`, .gitignore, its folder or its name"
    yield f"path           {clean(told['path'])} {state}{', as a draft' if told['draft'] else ''}\n"
    for key in ("include", "exclude", "archive"):
        if told[key]:
            yield f"{key:<14} {clean(', '.join(told[key]))}\n"
    yield f"language       {clean(told['language'])}\n\n"
    width = max(len(item["rule"]) for item in told["rules"])
    for item in told["rules"]:
        state = item["severity"] if item["on"] else "off"
        reasons = [item["why"]] if item["why"] != "the default" or not item["on"] else []
        reasons += [f"severity by {item['severity_from']}"] if item["severity_from"] != "the rule" else []
        reasons += [f"options {json.dumps(item['options'], ensure_ascii=False)}"] if item["options"] else []
        yield f"{item['rule']:<{width}}  {state:<10}  {clean('; '.join(reasons))}".rstrip() + "\n"
