"""What stands of the findings of one post: one report a fault, suppressions, order."""

import pytest

from lint.check._settle import settle
from lint.model.facts import Facts, Suppression
from lint.model.finding import Finding
from lint.model.rule import Rule
from lint.model.text import Place, Source, Span

SOURCE = Source("a.md", "0123456789\n" * 10)


def finding(rule, start, end, message="m"):
    span = Span(start, end)
    return Finding(rule, "error", message, "a.md", SOURCE.place(span), span, "T")


def rule(name):
    return Rule(name, "kind", "warning", "unused: {rules}", "", "", {}, "")


def suppression(rules, start, end, at=0, but=()):
    return Suppression(rules, start, end, Span(at, at + 1), Place(1, at + 1, 1, at + 2, "x"), but)


RULES = [rule("typo-spelling"), rule("typo-spacing"), rule("suppression-unused")]


def settled(findings, suppressions=(), rules=RULES, narrowed=False):
    facts = Facts("a.md", 0, "markdown", Span(0, 110), suppressions=tuple(suppressions))
    return [(item.rule, item.span.start) for item in settle(findings, facts, rules, narrowed)]


def test_order_is_by_line_column_and_rule():
    found = [finding("typo-b", 12, 13), finding("typo-b", 3, 4), finding("typo-a", 12, 14), finding("typo-a", 0, 1)]
    assert settled(found) == [("typo-a", 0), ("typo-b", 3), ("typo-a", 12), ("typo-b", 12)]


def test_the_same_is_told_once():
    assert settled([finding("typo-a", 0, 3), finding("typo-a", 0, 3)]) == [("typo-a", 0)]
    assert len(settled([finding("typo-a", 0, 3), finding("typo-a", 0, 3, "other")])) == 2
    assert len(settled([finding("typo-a", 0, 3), finding("typo-b", 0, 3)])) == 2


@pytest.mark.parametrize(
    ("specific", "general"),
    [("encoding", "typo"), ("previously", "link"), ("previously", "passage"), ("figure", "quote"), ("name", "quote")],
)
def test_the_more_specific_family_tells_the_fault(specific, general):
    one, other = finding(f"{specific}-x", 5, 8), finding(f"{general}-x", 7, 12)
    assert settled([other, one]) == [(f"{specific}-x", 5)]
    assert len(settled([one, finding(f"{general}-x", 8, 12)])) == 2


@pytest.mark.parametrize(
    ("rules", "start", "end", "but", "kept"),
    [
        (("typo-spelling",), 0, 50, (), []),
        (("typo",), 0, 50, (), []),
        ((), 0, 50, (), []),
        (("typo-spacing",), 0, 50, (), [20]),
        (("typo-spell",), 0, 50, (), [20]),
        (("typo",), 0, 20, (), [20]),
        (("typo",), 20, 21, (), []),
        (("typo",), 21, 50, (), [20]),
        ((), 0, 50, ("typo",), [20]),
        (("typo",), 0, 50, ("typo-spelling",), [20]),
        (("typo",), 0, 50, ("typo-spacing",), []),
    ],
)
def test_suppressed(rules, start, end, but, kept):
    held = [suppression(rules, start, end, but=but)]
    assert settled([finding("typo-spelling", 20, 30)], held, rules=RULES[:2]) == [("typo-spelling", at) for at in kept]


def test_what_is_suppressed_does_not_come_back_as_something_more_general():
    found = [finding("encoding-mojibake", 5, 8), finding("typo-spelling", 5, 8)]
    assert settled(found, [suppression(("encoding",), 0, 50)]) == []


def test_a_suppression_of_nothing_is_reported_on_itself():
    assert settled([], [suppression(("typo-spelling",), 20, 50, at=10)]) == [("suppression-unused", 10)]
    assert settled([], [suppression(("typo-spelling",), 20, 50)], rules=RULES[:2]) == []


def test_each_name_of_a_suppression_counts():
    held = [suppression((name,), 0, 50, at=2) for name in ("typo-spelling", "typo-spacing")]
    facts = Facts("a.md", 0, "markdown", Span(0, 110), suppressions=tuple(held))
    (unused,) = settle([finding("typo-spelling", 5, 6)], facts, RULES, False)
    assert unused.message == "unused: typo-spacing"


def test_a_suppression_in_two_parts_is_used_by_either():
    parts = [suppression((), 0, 10), suppression((), 20, 50, but=("figure",))]
    assert settled([finding("typo-spelling", 25, 26)], parts) == []
    assert settled([], parts) == [("suppression-unused", 0)]


def test_a_narrowed_run_says_nothing_of_rules_it_did_not_run():
    assert settled([], [suppression(("figure-conflict",), 0, 50)], narrowed=True) == []
    assert settled([], [suppression((), 0, 50)], narrowed=True) == []
    assert settled([], [suppression(("typo-spelling",), 0, 50)], narrowed=True) == [("suppression-unused", 0)]
    assert settled([], [suppression(("figure-conflict",), 0, 50)]) == [("suppression-unused", 0)]


def test_a_finding_about_the_whole_file_is_held_by_its_front_matter():
    assert settled([finding("typo-spelling", 0, 0)], [suppression(("typo",), 0, 111)]) == []


def test_each_of_many_switches_holds_back_its_own():
    at = [10 * number for number in range(10)]
    found = [finding("typo-spelling", start + 5, start + 6) for start in at]
    held = [suppression(("typo-spelling",), start, start + 10, at=start) for start in at[::2]]
    assert settled(found, held) == [("typo-spelling", start + 5) for start in at[1::2]]
    nested = [suppression((), 0, 110, at=1), suppression(("typo",), 20, 40, at=20), suppression((), 26, 34, at=26)]
    assert settled(found, nested) == [("suppression-unused", 26)]
