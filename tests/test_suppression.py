"""Every rule is held back in every way a post has: a comment, its front matter, by its name, by its family."""

from collections import defaultdict
from pathlib import Path

import msgspec
import pytest

from lint.extract.settled import settled
from lint.model.job import File, Job, Page
from lint.rulebook import shipped
from lint.rulebook.config import FACTS
from lint.run import run

NOWHERE = Path("an-example-has-no-folder").absolute()
RULES = {rule.id: rule for rule in shipped(examples=True)}
UNUSED = "suppression-unused"
# What is said of a whole post stands where it begins, before any comment; the other counts the comment's own line.
AT_ONCE = {"readability-grade", "input-long-line"}
# What these find ends the reading of a post, so that no switch of it is read.
WHOLE = {"input-unreadable-file", "input-empty-file", "input-malformed-front-matter", "input-unterminated-comment"}


def found(rule, example, texts):
    """The rules that report on changed texts of an example, and on suppressions that hold nothing back."""
    tried = msgspec.structs.replace(rule, options={**rule.options, **example.options})
    files = [
        File(name, NOWHERE / name, text.encode("utf-8", "surrogateescape"))
        for name, text in sorted(texts.items())
        if name != FACTS
    ]
    facts = settled(Page(FACTS, texts.get(FACTS, "")), FACTS)
    job = Job(NOWHERE, tuple(files), (), frozenset(), (tried, RULES[UNUSED]), cache=False, jobs=1, settled=facts)
    return [finding.rule for finding in run(job).findings]


def front(name, text):
    """The text with a switch in its front matter."""
    if text.startswith("---\n"):
        return f"---\ncopydesk: {{disable: [{name}]}}\n{text[4:]}"
    return f"---\ncopydesk: {{disable: [{name}]}}\n---\n\n{text}"


def stretch(name, text):
    """The text, all of it after a comment."""
    head = ""
    if text.startswith("---\n"):
        end = text.index("\n---\n", 3) + 5
        head, text = text[:end], text[end:]
    return f"{head}\n<!-- copydesk-disable {name} -- here on purpose -->\n\n{text}"


def cases():
    by_rule = defaultdict(list)
    for rule in RULES.values():
        for example in rule.bad:
            paths = {path for path, _, _ in example.marked}
            if all(path.endswith(".md") for path in paths) and rule.id not in {UNUSED, *WHOLE}:
                by_rule[rule.id].append((rule, example, paths))
    return [some[0] for some in by_rule.values()]


CASES = cases()


def test_every_family_is_tried():
    families = {rule.family for rule in RULES.values()} - {"suppression"}
    assert {rule.family for rule, _, _ in CASES} == families


@pytest.mark.parametrize(("rule", "example", "paths"), CASES, ids=lambda value: getattr(value, "id", ""))
@pytest.mark.parametrize("way", [front, stretch])
@pytest.mark.parametrize("by", ["id", "family"])
def test_a_finding_is_held_back_and_nothing_else_is_said(rule, example, paths, way, by):
    if way is stretch and rule.id in AT_ONCE:
        pytest.skip("only front matter holds it back")
    texts = dict(example.posts)
    assert rule.id in found(rule, example, texts)
    held = {name: way(getattr(rule, by), text) if name in paths else text for name, text in texts.items()}
    assert found(rule, example, held) == []


@pytest.mark.parametrize("family", sorted({rule.family for rule in RULES.values()} - {"suppression"}))
@pytest.mark.parametrize("way", [front, stretch])
def test_what_holds_nothing_back_is_reported(family, way):
    rule, example, _ = next(case for case in CASES if case[0].family == family)
    assert found(rule, example, {"a.md": way(family, "Nothing is wrong with this sentence.\n")}) == [UNUSED]
