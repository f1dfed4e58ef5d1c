"""What happens to the findings of one post once all are known: suppression, one report per fault, order."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from lint.model.facts import Facts, Suppression
from lint.model.finding import Finding
from lint.model.rule import Rule
from lint.model.text import Span

# Where two rules see one fault, the first of these families reports it.
FIRST = (
    ("encoding", "typo"),
    ("typo", "name"),
    ("previously", "link"),
    ("previously", "passage"),
    ("figure", "quote"),
    ("name", "quote"),
)
LAST = "typo-realword"  # tells least: any other typo at the same place is the better report
UNUSED = "suppression-unused"


def order(finding: Finding) -> tuple[str, int, int, str, int, int, str]:
    """Sort key of findings: path, line, column, rule, and what tells the rest apart."""
    place = finding.place
    return (finding.path, place.line, place.column, finding.rule, place.end_line, place.end_column, finding.message)


def settle(findings: Iterable[Finding], facts: Facts, rules: Sequence[Rule], narrowed: bool) -> list[Finding]:
    """Return the findings of one post that stand, in order.

    Those inside a suppression go; a suppression that held nothing back is itself a finding, unless rules that it names
    were not run because the run was `narrowed` to some.
    """
    kept: list[Finding] = []
    used: set[tuple[tuple[str, ...], Span]] = set()
    by_rule: dict[str, list[Finding]] = {}
    for finding in _once(findings):
        by_rule.setdefault(finding.rule, []).append(finding)
    for name, found in by_rule.items():
        starts = sorted(finding.span.start for finding in found)
        spans = []
        for item in facts.suppressions:
            span = Span(item.start, max(item.end, item.start + 1))
            if _names(item, name) and bisect_left(starts, span.start) < bisect_left(starts, span.end):
                spans.append(span)
                used.add((item.rules, item.span))
        off = _joined(spans)
        kept += [finding for finding in found if not _meets(Span(finding.span.start, finding.span.start + 1), off)]
    unused = next((rule for rule in rules if rule.id == UNUSED), None)
    if unused is not None:
        idle = {(item.rules, item.span): item for item in facts.suppressions}
        kept += [
            _unused(item, unused, facts)
            for key, item in idle.items()
            if key not in used and _ran(item, rules, narrowed)
        ]
    return sorted(kept, key=order)


def _names(item: Suppression, rule: str) -> bool:
    names = {rule, rule.partition("-")[0]}
    return (not item.rules or bool(names & set(item.rules))) and not names & set(item.but)


def _ran(item: Suppression, rules: Sequence[Rule], narrowed: bool) -> bool:
    known = {name for rule in rules for name in (rule.id, rule.family)}
    return not narrowed or (bool(item.rules) and set(item.rules) <= known)


def _unused(item: Suppression, rule: Rule, facts: Facts) -> Finding:
    message = rule.message.replace("{rules}", ", ".join(item.rules) or "every rule")
    return Finding(rule.id, rule.severity, message, facts.path, item.place, item.span, facts.title, facts.part)


def _once(findings: Iterable[Finding]) -> list[Finding]:
    """Drop what is told twice: the same rule at the same span, or a fault that a more specific family tells."""
    first = {(item.rule, item.span.start, item.span.end, item.message): item for item in reversed(list(findings))}
    kept = list(first.values())
    for specific, general in FIRST:
        spans = _joined(item.span for item in kept if item.rule.startswith(specific + "-"))
        if spans:
            kept = [item for item in kept if not (item.rule.startswith(general + "-") and _meets(item.span, spans))]
    spans = _joined(item.span for item in kept if item.rule.startswith("typo-") and item.rule != LAST)
    kept = [item for item in kept if item.rule != LAST or not _meets(item.span, spans)]
    spans = _joined(item.span for item in kept if item.origin is None and item.rule.startswith(("typo-", "encoding-")))
    return [item for item in kept if item.origin is None or not _meets(item.span, spans)]


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Return spans in order, those that meet as one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def _meets(span: Span, others: list[Span]) -> bool:
    """Tell whether a span meets one of others, which are in order and apart."""
    last = bisect_left(others, span.end, key=lambda other: other.start) - 1
    return last >= 0 and span.start < others[last].end
