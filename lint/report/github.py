"""Annotations of GitHub Actions: workflow commands, one a line.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from collections.abc import Iterator

from lint.model.finding import Finding
from lint.report import Outcome
from lint.report.text import clean

LEVELS = {"error": "error", "warning": "warning", "suggestion": "notice"}


def render(outcome: Outcome) -> Iterator[str]:
    """Yield one command for each finding that is shown."""
    for finding in outcome.visible():
        place = finding.place
        spot = {"file": finding.path, "line": place.line, "endLine": place.end_line, "col": place.column}
        if place.end_line == place.line:
            spot["endColumn"] = place.end_column
        spot["title"] = finding.rule
        values = ",".join(f"{key}={_property(str(value))}" for key, value in spot.items())
        yield f"::{LEVELS[finding.severity]} {values}::{_data(_said(finding))}\n"


def _said(finding: Finding) -> str:
    lines = [finding.message]
    lines += [f"{item.path}:{item.place.line}: {item.message}: {item.place.excerpt}" for item in finding.related]
    return "\n".join(map(clean, lines))


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
