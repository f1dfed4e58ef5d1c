"""GitLab's Code Quality report. https://docs.gitlab.com/ci/testing/code_quality/"""

import json
from collections.abc import Iterator

from lint.report import Outcome

SEVERITY = {"error": "major", "warning": "minor", "suggestion": "info"}


def render(outcome: Outcome) -> Iterator[str]:
    """Yield one JSON array of the findings that are shown."""
    rows = [
        {
            "description": finding.message,
            "check_name": finding.rule,
            "fingerprint": finding.fingerprint,
            "severity": SEVERITY[finding.severity],
            "location": {
                "path": finding.path,
                "positions": {
                    "begin": {"line": finding.place.line, "column": finding.place.column},
                    "end": {"line": finding.place.end_line, "column": finding.place.end_column},
                },
            },
        }
        for finding in outcome.visible()
    ]
    yield json.dumps(rows, ensure_ascii=False, indent=1) + "\n"
