"""Rules and the overrides that match a path in, the rules as they apply there out."""

from collections.abc import Iterable

import msgspec
from pathspec import GitIgnoreSpec

from lint.model.job import Override
from lint.model.rule import Rule
from lint.model.text import stored


def matches(globs: GitIgnoreSpec, path: str) -> bool:
    """Tell whether globs name a file, or the archive file that it stands in."""
    return globs.match_file(path) or (stored(path) != path and globs.match_file(stored(path)))


def local(rules: Iterable[Rule], overrides: Iterable[Override]) -> list[Rule]:
    """Return what overrides leave of rules, each changed as they say; a later one goes before an earlier."""
    changes = [change for override in overrides for change in override.changes]
    kept = []
    for rule in rules:
        on = True
        for change in changes:
            if change.rule == rule.id:
                on = on if change.on is None else change.on
                rule = msgspec.structs.replace(
                    rule, severity=change.severity or rule.severity, options={**rule.options, **change.options}
                )
        if on:
            kept.append(rule)
    return kept
