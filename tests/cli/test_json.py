"""JSON reports: the published schema, the contract's order and places, and the same bytes every time."""

import json
from importlib.resources import files

import jsonschema
import pytest

SCHEMA = json.loads(files("lint.report").joinpath("schema.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
PAIR = """\
id: house-pair
kind: consistency
message: "{found} {other}"
options:
  either: {adviser: advisor}
"""
SWAP = """\
id: house-swap
kind: substitution
severity: suggestion
message: "{expected}"
options:
  swap: {utilise: use|apply, utilize: use}
"""


def test_the_schema_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def report(desk, *arguments, **options):
    done = desk.json(*arguments, **options)
    VALIDATOR.validate(done.report)
    return done.report


def test_nothing_found(desk):
    told = report(desk)
    assert told["findings"] == []
    assert told["summary"].pop("seconds") >= 0
    assert set(told["summary"].values()) == {0}


def test_a_finding(desk):
    desk.write("posts/a.md", "---\ntitle: Größe & “Maß”\n---\n\nWe 🙂 utilize\tit,\nutilize *it*.\n")
    found = report(desk)["findings"]
    assert [(item["line"], item["column"], item["end_line"], item["end_column"]) for item in found] == [
        (5, 6, 5, 13),
        (6, 1, 6, 8),
    ]
    assert found[0] == {
        "rule": "house-terms",
        "severity": "error",
        "message": "not “utilize”",
        "path": "posts/a.md",
        "line": 5,
        "column": 6,
        "end_line": 5,
        "end_column": 13,
        "excerpt": "utilize",
        "post": "Größe & “Maß”",
        "suggestions": [],
        "related": [],
        "fingerprint": found[0]["fingerprint"],
    }


def test_related_places_and_suggestions(desk):
    desk.write("rules/pair.yaml", PAIR)
    desk.write("rules/swap.yaml", SWAP)
    desk.write("a.md", "# T\n\nAn adviser, an adviser\nand an advisor utilise and utilize.\n")
    found = report(desk, "--select", "house-pair,house-swap")["findings"]
    assert [item["rule"] for item in found] == ["house-pair", "house-swap", "house-swap"]
    (related,) = found[0]["related"]
    assert related == {
        "path": "a.md", "line": 3, "column": 4, "end_line": 3, "end_column": 11, "excerpt": "adviser", "post": "T",
        "role": "conflict", "message": "written so here",
    }  # fmt: skip
    assert [item["suggestions"] for item in found] == [
        [{"text": "adviser", "safe": False}],
        [{"text": "use", "safe": False}, {"text": "apply", "safe": False}],
        [{"text": "use", "safe": True}],
    ]


def test_every_severity_is_listed_and_counted_whatever_is_shown(desk):
    desk.write("a.md", "utilize maybe really\n")
    told = report(desk, "--quiet")
    assert [item["severity"] for item in told["findings"]] == ["error", "warning", "suggestion"]
    assert told["summary"] | {"seconds": 0} == {
        "posts": 1, "files": 1, "words": 3, "errors": 1, "warnings": 1, "suggestions": 1, "seconds": 0,
    }  # fmt: skip


def test_order_is_by_path_line_column_and_rule(desk):
    desk.write("rules/also.yaml", "id: house-also\nkind: existence\nmessage: x\noptions: {tokens: [utilize]}\n")
    desk.write("b.md", "utilize\n")
    desk.write("a/b.md", "x utilize\nutilize utilize\n")
    desk.write("a.md", "utilize\n")
    found = report(desk)["findings"]
    keys = [(item["path"], item["line"], item["column"], item["rule"]) for item in found]
    assert keys == sorted(keys)
    assert keys[:2] == [("a.md", 1, 1, "house-also"), ("a.md", 1, 1, "house-terms")]
    assert len(keys) == 10


def test_a_finding_about_a_whole_file_stands_at_its_beginning_with_an_empty_excerpt(desk):
    desk.write("empty.md", "")
    desk.write("bytes.md", b"\x00\x01\x02\xff\xfe" * 50)
    found = report(desk, "--select", "input")["findings"]
    assert {item["path"] for item in found} >= {"empty.md"}
    for item in found:
        assert (item["line"], item["column"], item["end_line"], item["end_column"], item["excerpt"]) == (1, 1, 1, 1, "")


def test_paths_are_from_the_working_directory(desk):
    desk.write("posts/a.md", "utilize\n")
    desk.write("elsewhere/x.txt")
    assert report(desk, "a.md", cwd="posts")["findings"][0]["path"] == "a.md"
    assert report(desk, "..", cwd="elsewhere")["findings"][0]["path"] == "../posts/a.md"


def test_output_goes_to_a_file_in_one_piece(desk):
    desk.write("a.md", "utilize ü\n")
    target = desk.folder / "report.json"
    target.write_text("old")
    done = desk.json("--output", target)
    assert (done.code, done.out) == (1, "")
    VALIDATOR.validate(json.loads(target.read_text("utf-8")))
    assert sorted(path.name for path in desk.folder.iterdir()) == [
        ".copydesk", "a.md", "copydesk.yaml", "report.json", "rules",
    ]  # fmt: skip


def test_fingerprints_survive_moves_and_tell_findings_apart(desk):
    desk.write("a.md", "We utilize it.\n\nThey utilize it and utilize it.\n")
    before = [item["fingerprint"] for item in report(desk)["findings"]]
    assert len(set(before)) == 3
    desk.write("a.md", "# New\n\nNew paragraph.\n\nWe utilize it.\n\nMore.\n\nThey utilize it and utilize it.\n")
    assert [item["fingerprint"] for item in report(desk)["findings"]] == before


def many(desk):
    for number in range(60):
        text = f"# Post {number}\n\nWe utilize {number} things, maybe.\n\n[^1] and really [^2].\n\n[^2]: a note\n"
        desk.write(f"posts/{number:02}.md", text)
    desk.write("posts/dump.txt", "Some text that we utilize.\n\n\nUtilize maybe.\n")


def test_the_same_bytes_whatever_the_jobs_the_order_and_the_index(desk):
    many(desk)
    desk.monkeypatch.setenv("COPYDESK_STABLE_OUTPUT", "1")
    desk.write("copydesk.yaml", "rules: [rules]\n")
    first = desk.json("--jobs", "1").out
    assert json.loads(first)["summary"]["files"] == 61
    assert "seconds" not in json.loads(first)["summary"]
    assert desk.json("--jobs", "2", "--no-cache").out == first
    assert desk.json("--jobs", "2").out == first
    names = sorted((path.relative_to(desk.folder).as_posix() for path in desk.folder.glob("posts/*")), reverse=True)
    assert desk.json(*names).out == first
    assert desk.json(*names, "--no-cache", "--jobs", "1").out == first
    for path in sorted((desk.folder / ".copydesk").iterdir()):
        path.unlink()
    assert desk.json("--jobs", "2").out == first


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-8"])
def test_standard_output_is_utf8_whatever_the_locale(desk, encoding):
    desk.write("a.md", "# Ж 🙂 \x85\n\nutilize Ж\n")
    done = desk.spawn("check", "--format", "json", PYTHONIOENCODING=encoding)
    assert json.loads(done.stdout.decode("utf-8"))["findings"][0]["post"].startswith("Ж 🙂")
    done = desk.spawn("check", PYTHONIOENCODING=encoding)
    assert "utilize Ж" in done.stdout.decode("utf-8")
