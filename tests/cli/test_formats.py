"""Every output format: what its readers rely on, and nothing of a post that could act in it."""

import json
from xml.etree import ElementTree as Xml

import pytest

from lint.report import formats

PAIR = """\
id: house-pair
kind: consistency
severity: error
message: "{found}, {other}: 5% <b>"
options:
  either: {adviser: advisor}
"""
SWAP = """\
id: house-swap
kind: substitution
severity: warning
message: "{expected}"
options:
  swap: {utilise: use|apply}
"""
TEXT = "# A *title*, <i>\n\nGrüße: an adviser met\nan advisor who will utilise it, <script>x</script>.\n"


@pytest.fixture
def shown(desk):
    desk.write("rules/pair.yaml", PAIR)
    desk.write("rules/swap.yaml", SWAP)
    desk.write("posts/a b.md", TEXT)
    return lambda name, *more: desk("check", "--select", "house-pair,house-swap", "--format", name, *more, "posts")


def test_every_format_can_be_chosen(shown):
    assert set(formats()) == {"text", "json", "sarif", "github", "gitlab", "junit", "rdjsonl", "markdown", "html"}
    for name in formats():
        done = shown(name)
        assert done.code == 1
        assert done.out


def test_sarif(shown):
    log = json.loads(shown("sarif").out)
    (run,) = log["runs"]
    assert log["version"] == "2.1.0"
    assert run["columnKind"] == "unicodeCodePoints"
    rules = run["tool"]["driver"]["rules"]
    pair, swap = run["results"]
    assert [rules[item["ruleIndex"]]["id"] for item in (pair, swap)] == ["house-pair", "house-swap"]
    assert [item["level"] for item in (pair, swap)] == ["error", "warning"]
    (place,) = pair["locations"]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == "posts/a%20b.md"
    region = {"startLine": 4, "startColumn": 4, "endLine": 4, "endColumn": 11, "snippet": {"text": "advisor"}}
    assert place["physicalLocation"]["region"] == region
    assert pair["relatedLocations"][0]["physicalLocation"]["region"]["startLine"] == 3
    assert pair["partialFingerprints"]["copydesk/v1"]
    texts = [fix["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"] for fix in swap["fixes"]]
    assert texts == ["use", "apply"]


def test_github_keeps_one_finding_on_one_line(shown):
    first, second = shown("github").out.splitlines()
    assert first.startswith("::error file=posts/a b.md,line=4,endLine=4,col=4,endColumn=11,title=house-pair::")
    assert "5%25 <b>%0Aposts/a b.md:3" in first
    assert second.startswith("::warning ")


def test_gitlab(shown):
    pair, swap = json.loads(shown("gitlab").out)
    assert pair["severity"] == "major"
    assert swap["severity"] == "minor"
    assert pair["location"]["positions"]["begin"] == {"line": 4, "column": 4}
    assert pair["fingerprint"] != swap["fingerprint"]


def test_junit(shown, desk):
    root = Xml.fromstring(shown("junit").out)
    assert root.attrib["failures"] == "2"
    assert [case.attrib["name"] for case in root.iter("testcase")] == ["house-pair 4:4", "house-swap 4:21"]
    desk.write("posts/a b.md", "Fine.\n")
    root = Xml.fromstring(shown("junit").out)
    assert (root.attrib["tests"], root.attrib["failures"]) == ("1", "0")


def test_rdjsonl_counts_bytes(shown):
    pair, swap = map(json.loads, shown("rdjsonl").out.splitlines())
    (related,) = pair["relatedLocations"]
    assert related["location"]["range"]["start"] == {"line": 3, "column": 13}
    assert pair["location"]["range"]["end"] == {"line": 4, "column": 11}
    assert [item["text"] for item in swap["suggestions"]] == ["use", "apply"]


def test_rdjsonl_counts_bytes_on_long_lines(shown, desk):
    lines = ["# T", "", " ".join(["Größe, 🦀 und", "we utilise it."] * 400), "", "Ä " * 3000 + "they utilise it."]
    desk.write("posts/a b.md", "\n".join(lines) + "\n")
    found = [json.loads(line)["location"]["range"] for line in shown("rdjsonl").out.splitlines()]
    assert len(found) == 401
    for place in found:
        line = lines[place["start"]["line"] - 1].encode()
        assert line[place["start"]["column"] - 1 : place["end"]["column"] - 1] == b"utilise"


def test_markdown_and_html_show_what_stands_there_and_run_none_of_it(shown):
    page = shown("html").out
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
    assert "<mark>advisor</mark>" in page
    note = shown("markdown").out
    assert "5% \\<b\\>" in note
    assert "\\<script\\>" not in note


def test_suggestions_are_left_out_until_asked_for(shown, desk):
    desk.write("rules/swap.yaml", SWAP.replace("warning", "suggestion"))
    for name in ("sarif", "github", "gitlab", "junit", "rdjsonl", "markdown", "html"):
        assert "house-swap" not in shown(name).out
        assert "house-swap" in shown(name, "--verbose").out
