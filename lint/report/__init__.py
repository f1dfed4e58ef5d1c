"""The door of reporting: what a run found in, the text of one output format out."""

from collections.abc import Iterable, Mapping
from typing import Protocol

import msgspec

from lint import shelf
from lint.model.finding import Finding
from lint.model.rule import Rule


class Outcome(msgspec.Struct, frozen=True):
    """What is printed. Paths are as the reader of the report needs them.

    shown  severities that are shown; JSON has all of them
    rules  the rules that were run, by id
    held   how many findings a baseline held back
    """

    findings: tuple[Finding, ...]
    posts: int
    files: int
    words: int
    seconds: float | None
    shown: tuple[str, ...] = ("error", "warning")
    color: bool = False
    width: int = 100
    rules: Mapping[str, Rule] = {}
    statistics: bool = False
    quiet: bool = False
    held: int = 0

    def visible(self) -> list[Finding]:
        """Return the findings of the severities that are shown."""
        return [finding for finding in self.findings if finding.severity in self.shown]

    def count(self, severity: str) -> int:
        """Count the findings of one severity."""
        return sum(finding.severity == severity for finding in self.findings)


class Format(Protocol):
    """A module of lint/report: one output format."""

    def render(self, outcome: Outcome, /) -> Iterable[str]:
        """Yield the pieces of the report."""


def formats() -> tuple[str, ...]:
    """Return the names of the output formats."""
    return shelf.names("lint.report")
