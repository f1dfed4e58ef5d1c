"""check --grammar: an engine's remarks among the findings, kept for the next run; what is missing is said once."""

import json

import pytest


@pytest.fixture
def asked(scratch, pretender):
    """Return a publication that asks a server for grammar."""
    scratch.write("copydesk.yaml", f"grammar:\n  engine: languagetool\n  url: {pretender.url}\n")
    return scratch


def remarks(done):
    return [(item["rule"], item["excerpt"]) for item in done.report["findings"] if "source" in item]


def test_a_remark_is_a_finding_with_its_source(scratch, pretender):
    scratch.write("a.md", "We sail. 🙂 *Each has* two of `boats`.\n")
    done = scratch.json("--grammar", "languagetool", "--languagetool-url", pretender.url)
    (found,) = done.report["findings"]
    found.pop("fingerprint")
    assert found == {
        "rule": "typo-grammar",
        "severity": "warning",
        "message": "Not “has”.",
        "path": "a.md",
        "line": 1,
        "column": 18,
        "end_line": 1,
        "end_column": 21,
        "excerpt": "has",
        "post": "",
        "suggestions": [{"text": "have", "safe": False}],
        "related": [],
        "source": {"engine": "languagetool", "id": "HAS_HAVE"},
    }
    assert done.code == 0
    assert pretender.sent[0]["text"] == "We sail. ☺ Each has two of B."


def test_text_shows_what_the_engine_calls_it(scratch, pretender):
    scratch.write("a.md", "Each has two boats.\n")
    assert "note: languagetool calls it HAS_HAVE" in scratch("check", "--languagetool-url", pretender.url).out


def test_a_paragraph_is_asked_about_once(asked, pretender):
    asked.write("a.md", "Each has two boats.\n\nThe other has sunk.\n")
    first = asked.json()
    asked.write("a.md", "Each has two boats.\n\nAnd the other has left.\n")
    second = asked.json()
    assert [form["text"] for form in pretender.sent] == [
        "Each has two boats.\n\nThe other has sunk.",
        "And the other has left.",
    ]
    assert remarks(first) == remarks(second) == [("typo-grammar", "has")] * 2
    asked.json("--no-cache")
    assert len(pretender.sent) == 3


def test_nobody_is_asked_unless_told(asked, pretender):
    asked.write("a.md", "Each has two boats.\n")
    for arguments in (["--grammar", "off"], ["--ignore", "typo-grammar"], ["--select", "footnote"]):
        assert remarks(asked.json(*arguments)) == []
    assert pretender.sent == []


def test_one_that_does_not_answer_costs_only_its_own_findings(asked, pretender):
    asked.write("a.md", "Each has the the boats.\n")
    pretender.answer = (503, b"busy")
    done = asked.json()
    assert done.rules == ["typo-repeated-word"]
    assert done.code == 3
    assert done.err.splitlines() == [f"error: LanguageTool at {pretender.url} answers 503: busy"]


def test_what_was_found_before_the_failure_is_told(asked, pretender):
    asked.write("a.md", "Each has two boats.\n")
    asked.json()
    asked.write("b.md", "One more of them.\n")
    pretender.answer = (500, b"")
    done = asked.json()
    assert (remarks(done), done.code) == ([("typo-grammar", "has")], 3)


def test_ours_come_first(asked):
    asked.write("a.md", "All of it it has has has. They have has has to go.\n")
    done = asked.json()
    ours = [
        (item["line"], item["column"], item["end_column"]) for item in done.report["findings"] if "source" not in item
    ]
    theirs = [(item["column"], item["end_column"]) for item in done.report["findings"] if "source" in item]
    assert ours
    assert not any(one < end and start < other for _, start, end in ours for one, other in theirs)


def test_suppressions_hold_for_them_too(asked):
    asked.write("a.md", "<!-- copydesk-disable-next-line typo-grammar -- his words -->\nEach has two boats.\n")
    done = asked.json()
    assert done.rules == []


@pytest.mark.parametrize("name", ["HAS_HAVE", "GRAMMAR", "HAS_*"])
def test_rules_and_categories_can_be_switched_off(asked, pretender, name):
    asked.write("copydesk.yaml", f"grammar: {{engine: languagetool, url: '{pretender.url}', disable: ['{name}']}}\n")
    asked.write("a.md", "Each has two boats.\n")
    assert remarks(asked.json()) == []


@pytest.mark.parametrize(
    ("settings", "heard"),
    [
        ("enable: [HAS_HAVE], disable: [GRAMMAR]", True),
        ("enable: [GRAMMAR], disable: [HAS_HAVE]", False),
        ("enable: ['HAS*'], disable: ['G*']", True),
        ("enable: [HAS_HAVE], disable: [HAS_HAVE]", False),
    ],
)
def test_a_rule_is_told_apart_from_its_category(asked, pretender, settings, heard):
    asked.write("copydesk.yaml", f"grammar: {{engine: languagetool, url: '{pretender.url}', {settings}}}\n")
    asked.write("a.md", "Each has two boats.\n")
    assert bool(remarks(asked.json())) == heard


def test_what_was_said_before_the_question_changed_is_not_taken(asked, pretender):
    asked.write("a.md", "Each has two boats.\n")
    asked.json()
    asked.write("copydesk.yaml", f"grammar: {{engine: languagetool, url: '{pretender.url}', enable: [STYLE]}}\n")
    asked.json()
    assert len(pretender.sent) == 2


def test_of_remarks_on_one_place_the_first_is_told(asked, pretender):
    asked.write("a.md", "Each has two boats.\n")
    rule = {"id": "A", "category": {"id": "GRAMMAR"}}
    fixes = {"rule": rule, "message": "wrong", "replacements": [{"value": "x"}]}
    matches = [
        {"offset": 5, "length": 3, **fixes},
        {"offset": 0, "length": 8, **fixes},
        {"offset": 9, "length": 3, **fixes},
    ]
    pretender.answer = (200, json.dumps({"matches": matches}).encode())
    assert [text for _, text in remarks(asked.json())] == ["Each has", "two"]


def test_without_java_all_else_is_told(scratch, monkeypatch, tmp_path):
    scratch.write("a.md", "Each has the the boats.\n")
    monkeypatch.setenv("PATH", str(tmp_path))
    done = scratch.json("--grammar", "languagetool")
    assert (done.rules, done.code) == (["typo-repeated-word"], 3)
    assert "error: LanguageTool needs Java" in done.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--languagetool-url", "localhost"), "`localhost` is no address of a LanguageTool server"),
        (("--grammar", "harper", "--languagetool-url", "http://localhost"), "`--grammar harper` does not ask"),
        (("--grammar", "grammarly"), "'grammarly'"),
    ],
)
def test_wrong_usage(scratch, arguments, said):
    scratch.write("a.md", "Fine.\n")
    done = scratch("check", *arguments)
    assert done.code == 2
    assert said in done.err


@pytest.mark.languagetool
def test_the_real_one(real, scratch):
    scratch.write("copydesk.yaml", f"grammar: {{engine: languagetool, url: '{real}'}}\n")
    scratch.write("a.md", "# Home\n\nOh 🙂 and `x`: yesterday *I has* seen it. It is teh the end.\n")
    found = [item for item in scratch.json().report["findings"] if "source" in item]
    assert [(item["rule"], item["severity"], item["line"], item["excerpt"]) for item in found] == [
        ("typo-grammar", "warning", 3, "has")
    ]
