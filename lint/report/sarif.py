"""SARIF 2.1.0, for code scanning. https://docs.oasis-open.org/sarif/sarif/v2.1.0/"""

import json
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote

import lint
from lint.model.finding import Finding, Suggestion
from lint.model.rule import Rule
from lint.model.text import Place
from lint.report import Outcome

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVEL = {"error": "error", "warning": "warning", "suggestion": "note"}


def render(outcome: Outcome) -> Iterator[str]:
    """Yield one log with one run: the rules that found something, and the findings that are shown."""
    found = outcome.visible()
    names = sorted({finding.rule for finding in found})
    run = {
        "tool": {
            "driver": {
                "name": "copydesk",
                "version": lint.__version__,
                "informationUri": "https://github.com/copydesk/copydesk",
                "rules": [_rule(name, outcome.rules.get(name)) for name in names],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, names) for finding in found],
    }
    yield json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


def _rule(name: str, rule: Rule | None) -> dict[str, Any]:
    if rule is None:
        return {"id": name}
    return {
        "id": name,
        "shortDescription": {"text": rule.description},
        "fullDescription": {"text": rule.rationale or rule.description},
        "defaultConfiguration": {"level": LEVEL[rule.severity]},
    }


def _result(finding: Finding, names: Sequence[str]) -> dict[str, Any]:
    data: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": names.index(finding.rule),
        "level": LEVEL[finding.severity],
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": _physical(finding.path, finding.place)}],
        "partialFingerprints": {"copydesk/v1": finding.fingerprint},
    }
    if finding.related:
        data["relatedLocations"] = [
            {
                "id": number,
                "message": {"text": item.message},
                "physicalLocation": _physical(item.path, item.place),
            }
            for number, item in enumerate(finding.related)
        ]
    if finding.suggestions:
        data["fixes"] = [_fix(finding, item) for item in finding.suggestions]
    if finding.confidence is not None:
        data["rank"] = round(100 * finding.confidence, 1)
    return data


def _physical(path: str, place: Place) -> dict[str, Any]:
    return {"artifactLocation": {"uri": quote(path, safe="/!")}, "region": _region(place)}


def _region(place: Place) -> dict[str, Any]:
    region: dict[str, Any] = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
    return region | {"snippet": {"text": place.excerpt}} if place.excerpt else region


def _fix(finding: Finding, item: Suggestion) -> dict[str, Any]:
    replacement = {"deletedRegion": _region(finding.place), "insertedContent": {"text": item.text}}
    return {
        "description": {"text": f"replace it with “{item.text}”" if item.text else "delete it"},
        "artifactChanges": [
            {"artifactLocation": {"uri": quote(finding.path, safe="/!")}, "replacements": [replacement]}
        ],
    }
