"""Findings that a publication has agreed to live with: their fingerprints, kept in a file beside it."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import msgspec

from lint.model.errors import UsageError
from lint.model.finding import Finding

BEFORE, AFTER = 40, 80


class _Entry(msgspec.Struct, frozen=True):
    """What a baseline keeps of a finding; all but the fingerprint is for those who read the file."""

    fingerprint: str
    rule: str = ""
    path: str = ""
    message: str = ""


class _Baseline(msgspec.Struct, frozen=True):
    version: int
    findings: tuple[_Entry, ...]


def marked(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings with their fingerprints: rule, file, words and their context, numbered where those are equal.

    Paths are from the root of the publication, so that a fingerprint is the same from whichever folder it is asked.
    """
    seen: Counter[str] = Counter()
    made = []
    for finding in findings:
        at = finding.place.column - 1
        context = " ".join(finding.line_text[max(0, at - BEFORE) : at + AFTER].split())
        parts = (finding.rule, finding.path, finding.place.excerpt, context)
        mark = hashlib.blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()
        seen[mark] += 1
        name = mark if seen[mark] == 1 else f"{mark}-{seen[mark]}"
        made.append(msgspec.structs.replace(finding, fingerprint=name))
    return made


def render(findings: Iterable[Finding]) -> str:
    """Return the baseline that holds these findings back: one line each, sorted, so that two versions merge."""
    entries = sorted((item.path, item.rule, item.message, item.fingerprint) for item in findings)
    rows = [
        json.dumps({"fingerprint": mark, "rule": rule, "path": path, "message": message}, ensure_ascii=False)
        for path, rule, message, mark in entries
    ]
    return '{"version": 1, "findings": [\n' + ",\n".join(rows) + "\n]}\n"


def read(path: Path) -> frozenset[str]:
    """Return the fingerprints of a baseline. Raises UsageError where the file is none."""
    try:
        held = msgspec.json.decode(path.read_bytes(), type=_Baseline)
    except OSError as error:
        raise UsageError(f"cannot read this baseline: {error.strerror}", str(path)) from error
    except msgspec.MsgspecError as error:
        problem = f"this is no baseline ({error}); `copydesk check --write-baseline {path.name}` writes one"
        raise UsageError(problem, str(path)) from error
    if held.version != 1:
        raise UsageError(f"a baseline of version {held.version}; this copydesk knows version 1", str(path))
    return frozenset(entry.fingerprint for entry in held.findings)
