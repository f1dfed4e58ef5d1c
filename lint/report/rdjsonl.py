"""reviewdog's diagnostics, one JSON object a line. https://github.com/reviewdog/reviewdog/tree/master/proto/rdf"""

import json
from collections.abc import Iterator
from typing import Any

from lint.model.finding import Finding, Related
from lint.report import Outcome
from lint.report._columns import Count, counter

SEVERITY = {"error": "ERROR", "warning": "WARNING", "suggestion": "INFO"}


def render(outcome: Outcome) -> Iterator[str]:
    """Yield one line for each finding that is shown."""
    bytes_of = counter(lambda text: len(text.encode("utf-8", "surrogatepass")))
    for finding in outcome.visible():
        place = _range(finding, bytes_of)
        data: dict[str, Any] = {
            "message": finding.message,
            "location": {"path": finding.path, "range": place},
            "severity": SEVERITY[finding.severity],
            "source": {"name": "copydesk"},
            "code": {"value": finding.rule},
        }
        if finding.suggestions and finding.place.line == finding.place.end_line:
            data["suggestions"] = [{"range": place, "text": item.text} for item in finding.suggestions]
        if finding.related:
            data["relatedLocations"] = [
                {"message": item.message, "location": {"path": item.path, "range": _range(item, bytes_of)}}
                for item in finding.related
            ]
        yield json.dumps(data, ensure_ascii=False) + "\n"


def _range(item: Finding | Related, bytes_of: Count) -> dict[str, Any]:
    """Columns count bytes of UTF-8 here. Only the first line is at hand, so a longer span ends with its lines."""
    place = item.place
    start = {"line": place.line, "column": bytes_of(item, place.column - 1) + 1}
    if place.end_line == place.line:
        return {"start": start, "end": {"line": place.line, "column": bytes_of(item, place.end_column - 1) + 1}}
    return {"start": start, "end": {"line": place.end_line}}
