"""JSON, exactly as schema.json beside this file has it."""

import json
from collections.abc import Iterator
from typing import Any

from lint.model.finding import Finding
from lint.model.text import Place
from lint.report import Outcome


def render(outcome: Outcome) -> Iterator[str]:
    """Yield the one JSON object of a report."""
    summary: dict[str, Any] = {
        "posts": outcome.posts,
        "files": outcome.files,
        "words": outcome.words,
        "errors": outcome.count("error"),
        "warnings": outcome.count("warning"),
        "suggestions": outcome.count("suggestion"),
    }
    if outcome.seconds is not None:
        summary["seconds"] = round(outcome.seconds, 3)
    findings = [_finding(finding) for finding in outcome.findings]
    yield json.dumps({"version": 1, "findings": findings, "summary": summary}, ensure_ascii=False, indent=1) + "\n"


def _finding(finding: Finding) -> dict[str, Any]:
    data: dict[str, Any] = {"rule": finding.rule, "severity": finding.severity}
    if finding.confidence is not None:
        data["confidence"] = round(finding.confidence, 3)
    data |= {"message": finding.message, "path": finding.path, **_place(finding.place), "post": finding.post}
    data["suggestions"] = [{"text": item.text, "safe": item.safe} for item in finding.suggestions]
    data["related"] = [
        {"path": item.path, **_place(item.place), "post": item.post, "role": item.role, "message": item.message}
        for item in finding.related
    ]
    data["fingerprint"] = finding.fingerprint
    if finding.why:
        data["why"] = [
            {"gate": gate.gate, "result": round(gate.result, 3), "detail": gate.detail} for gate in finding.why
        ]
    if finding.origin is not None:
        data["source"] = {"engine": finding.origin.engine, "id": finding.origin.id}
    return data


def _place(place: Place) -> dict[str, Any]:
    return {
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "excerpt": place.excerpt,
    }
