"""Every good and bad example of every shipped rule is one test, and so is every page."""

import pytest

from lint.cli.rules import page
from lint.examples import try_rule
from lint.rulebook import shipped

RULES = shipped(examples=True)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_examples_come_out_as_the_rule_says(rule):
    assert [failure.problem for failure in try_rule(rule, RULES)] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_page_says_what_why_and_what_to_do(rule):
    assert rule.description.endswith(".")
    assert rule.rationale
    assert rule.advice
    assert not rule.advice.endswith(".")
    assert all(heading in page(rule) for heading in ("## Why", "## What to do", "## Reported", "## Not reported"))
