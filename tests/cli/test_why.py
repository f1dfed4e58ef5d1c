"""check --why: the tests that two statements passed, in every finding about figures and in no other."""

import jsonschema
import pytest

from tests.cli.test_json import VALIDATOR


@pytest.fixture
def pair(scratch):
    """Two posts with one fact and two figures, and a word said twice."""
    scratch.write("copydesk.yaml", "select: [figure, typo-repeated-word]\n")
    scratch.write(
        "a.md", "---\ntitle: A\ndate: 2025-03-03\n---\nFenwick Labs raised $40 million in its Series B round.\n"
    )
    scratch.write(
        "b.md", "---\ntitle: B\ndate: 2025-03-06\n---\nFenwick Labs has raised $14 million in the the round.\n"
    )
    return scratch


def test_as_json(pair):
    report = pair.json("--why").report
    VALIDATOR.validate(report)
    figure, word = report["findings"]
    assert (figure["rule"], word["rule"]) == ("figure-conflict", "typo-repeated-word")
    assert "why" not in word
    assert {gate["gate"]: gate["detail"] for gate in figure["why"]}["parties"] == "company Fenwick Labs"
    assert figure["why"][-1]["gate"] == "confidence"
    assert figure["why"][-1]["result"] == figure["confidence"]
    figure["why"][0]["result"] = "passed"
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate(report)


def test_as_text(pair):
    shown = [line.split("why:")[1].split() for line in pair("check", "--why").out.splitlines() if "= why:" in line]
    assert [words[0] for words in shown][:3] == ["relation", "parties", "part"]
    assert all(0 < float(words[1]) <= 1 for words in shown)


def test_nothing_of_it_unasked(pair):
    assert "why" not in pair("check").out
    assert all("why" not in finding for finding in pair.json().report["findings"])
