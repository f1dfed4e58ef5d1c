"""A rule's own examples, tried: a bad one must be marked exactly, a good one must stay silent."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from lint.extract.settled import settled
from lint.model.finding import Finding
from lint.model.job import File, Job, Page
from lint.model.rule import Example, Rule
from lint.rulebook.config import FACTS
from lint.run import run

NOWHERE = Path("an-example-has-no-folder").absolute()


class Failure(msgspec.Struct, frozen=True):
    """An example that did not come out as the rule says."""

    rule: str
    home: str
    line: int
    problem: str


def try_rule(rule: Rule, every: Sequence[Rule]) -> Iterator[Failure]:
    """Yield what is wrong with a rule's examples. `every` is for the one rule that is about the others."""
    if not rule.bad:
        yield Failure(rule.id, rule.home, 1, "no bad example: nothing shows that the rule ever fires")
    if not rule.good:
        yield Failure(rule.id, rule.home, 1, "no good example: nothing shows where the rule stays silent")
    for example in (*rule.bad, *rule.good):
        problem = _try(rule, example, every)
        if problem:
            yield Failure(rule.id, rule.home, example.line, problem)


def _try(rule: Rule, example: Example, every: Sequence[Rule]) -> str:
    tried = msgspec.structs.replace(rule, options={**rule.options, **example.options})
    others = [other for other in every if other.id != rule.id and other.enabled] if rule.kind == "suppression" else []
    targets = tuple(File(name, NOWHERE / name, _bytes(text)) for name, text in sorted(example.posts) if name != FACTS)
    facts = settled(Page(FACTS, dict(example.posts).get(FACTS, "")), FACTS)
    job = Job(NOWHERE, targets, (), frozenset(), (tried, *others), cache=False, jobs=1, settled=facts)
    findings = [finding for finding in run(job).findings if finding.rule == rule.id]
    texts = dict(example.posts)
    found = sorted((finding.path, finding.span.start, finding.span.end) for finding in findings)
    wanted = sorted(example.marked)
    for place in wanted:
        if place not in found:
            return f"not reported: {_show(texts, place)}{_instead(found, wanted, texts)}"
    for place in found:
        if place not in wanted:
            return f"reported, but not marked: {_show(texts, place)}"
    if len(found) != len(wanted):
        return "one place is reported twice"
    if example.fixed and _fixed(findings, example) != example.fixed:
        return f"fixed, it reads {_fixed(findings, example)!r}"
    return ""


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")


def _show(texts: dict[str, str], place: tuple[str, int, int]) -> str:
    name, start, end = place
    line = texts[name].count("\n", 0, start) + 1
    return f"{texts[name][start:end]!r} ({name}, line {line})"


def _instead(found: list[tuple[str, int, int]], wanted: list[tuple[str, int, int]], texts: dict[str, str]) -> str:
    others = [_show(texts, place) for place in found if place not in wanted]
    return f"; reported instead: {', '.join(others)}" if others else ""


def _fixed(findings: Sequence[Finding], example: Example) -> str:
    """The first post with every finding's first suggestion put in place."""
    name, text = example.posts[0]
    for finding in sorted(findings, key=lambda item: -item.span.start):
        if finding.path == name and finding.suggestions:
            text = text[: finding.span.start] + finding.suggestions[0].text + text[finding.span.end :]
    return text
