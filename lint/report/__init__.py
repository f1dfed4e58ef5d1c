"""The door of reporting: what a run found in, the text of one output format out."""

from collections.abc import Iterable
from typing import Any, Protocol

import msgspec

from lint.model.finding import Finding


class Outcome(msgspec.Struct, frozen=True):
    """What is printed. Paths are as the reader of the report needs them; `shown` are the severities shown as text."""

    findings: tuple[Finding, ...]
    posts: int
    files: int
    words: int
    seconds: float | None
    shown: tuple[str, ...] = ("error", "warning")
    color: bool = False
    width: int = 100
    advice: dict[str, str] = {}
    statistics: bool = False
    quiet: bool = False

    def count(self, severity: str) -> int:
        """Count the findings of one severity."""
        return sum(finding.severity == severity for finding in self.findings)


class Format(Protocol):
    """A module of lint/report: one output format."""

    def render(self, outcome: Outcome, /) -> Iterable[str]:
        """Yield the pieces of the report."""


def plain(value: Any) -> Any:
    """Return data as JSON would have it."""
    return msgspec.to_builtins(value)
