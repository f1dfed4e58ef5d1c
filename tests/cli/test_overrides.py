"""The key `overrides` of copydesk.yaml: rules that are otherwise for some paths."""

import json

import pytest

ALL = "Do utilize it, maybe. It is really sleepy.\n"
BASE = "rules: [rules]\nselect: [house]\n"


def found(desk, overrides, *arguments, base=BASE):
    """Write the overrides; return what is found, by file, as the last word of each rule and the severity's letter."""
    desk.write("copydesk.yaml", f"{base}overrides: {json.dumps(overrides)}\n")
    by_path = {}
    for item in desk.json(*arguments).report["findings"]:
        name = f"{item['rule'].removeprefix('house-')} {item['severity'][0]}"
        by_path.setdefault(item["path"], []).append(name)
    return by_path


TOKENS = {"tokens": ["sleepy"]}
AT_HOME = ["terms e", "maybe w", "really s"]


@pytest.mark.parametrize(
    ("overrides", "here"),
    [
        ([("old/", {"house-terms": "off"})], ["maybe w", "really s"]),
        ([("old/", {"house": "off"})], None),
        ([("*.txt", {"house": "off"})], AT_HOME),
        ([("old/*.md", {"house": "suggestion"})], ["terms s", "maybe s", "really s"]),
        ([("old/", {"house-maybe": "error", "house": "suggestion"})], ["terms s", "maybe e", "really s"]),
        ([("old/", {"house-off": "warning"})], [*AT_HOME, "off w"]),
        ([("old/", {"house-off": {"severity": "warning"}})], [*AT_HOME, "off w"]),
        ([("old/", {"house-off": {}})], [*AT_HOME, "off e"]),
        ([("old/", {"house-maybe": {"options": TOKENS}})], AT_HOME),
        ([("old/", {"house": "off"}), ("*.md", {"house-terms": "error"})], ["terms e"]),
        ([("*.md", {"house-terms": "warning"}), ("old/", {"house-terms": "off"})], ["maybe w", "really s"]),
        ([("old/", {"house-terms": "off"}), ("old/a.md", {"house": "warning"})], ["terms w", "maybe w", "really w"]),
        ([("old/", {"house-off": "error"}), ("old/", {"house-off": {"options": TOKENS}})], [*AT_HOME, "off e"]),
        ([("old/", {"house-maybe": {"options": TOKENS}}), ("old/", {"house-maybe": "error"})],
         [*AT_HOME[::2], "maybe e"]),
    ],
)  # fmt: skip
def test_the_last_match_wins(desk, overrides, here):
    desk.write("old/a.md", ALL)
    overrides = [{"paths": [path], "rules": rules} for path, rules in overrides]
    told = found(desk, overrides, "old").get("old/a.md")
    assert sorted(told or []) == sorted(here or [])
    desk.write("a.txt", "utilize maybe\n")
    at_home = [] if "*.txt" in str(overrides) else ["terms e", "maybe w"]
    assert found(desk, overrides).get("a.txt", []) == at_home


def test_what_the_command_line_leaves_out_no_override_brings_back(desk):
    desk.write("old/a.md", ALL)
    overrides = [{"paths": ["old/"], "rules": {"house-off": "error", "house-maybe": "error"}}]
    assert found(desk, overrides, "--select", "house-maybe") == {"old/a.md": ["maybe e"]}
    assert found(desk, overrides, "--ignore", "house") == {}
    assert found(desk, overrides, "--ignore", "house-off") == {"old/a.md": ["terms e", "maybe e", "really s"]}
    assert found(desk, overrides, "--select", "house") == {"old/a.md": ["terms e", "maybe e", "really s", "off e"]}


def test_ignore_below_a_glob_goes_before(desk):
    desk.write("old/a.md", ALL)
    overrides = [{"paths": ["old/"], "rules": {"house-off": "error", "house-terms": "off"}}]
    told = found(desk, overrides, base=f"{BASE}ignore: [house-maybe, {{old/: [house-off]}}]\n")
    assert told == {"old/a.md": ["really s"]}


def test_what_is_kept_in_the_index_hangs_on_them(desk):
    desk.write("old/a.md", ALL)
    for rules, told in (
        ({"house": "off"}, {}),
        ({"house-terms": "warning"}, {"old/a.md": ["terms w", "maybe w", "really s"]}),
        ({}, {"old/a.md": AT_HOME}),
        ({"house-maybe": {"options": TOKENS}}, {"old/a.md": ["terms e", "really s", "maybe w"]}),
    ):
        assert found(desk, [{"paths": ["old/"], "rules": rules}]) == told
        assert found(desk, [{"paths": ["old/"], "rules": rules}], "--no-cache", "--jobs", "2") == told


def test_a_finding_about_two_posts_is_judged_where_it_stands(scratch):
    text = "---\ntitle: {0}\ndate: 2024-0{1}-01\n---\n\nThe Gorse Hill array cost ${2} million.\n"
    scratch.write("a/one.md", text.format("One", 1, 40))
    scratch.write("b/two.md", text.format("Two", 2, 70))
    for path, severity in (("a/", "error"), ("b/", "suggestion")):
        rules = f"overrides: [{{paths: [{path}], rules: {{figure-conflict: suggestion}}}}]\n"
        scratch.write("copydesk.yaml", "select: [figure-conflict]\n" + rules)
        (item,) = scratch.json().report["findings"]
        assert (item["path"], item["severity"]) == ("b/two.md", severity)
    scratch.write("copydesk.yaml", "overrides: [{paths: [b/], rules: {figure: off}}]\n")
    assert scratch.json("--select", "figure-conflict").rules == []
    assert scratch.json("--select", "figure-conflict", "a").rules == ["figure-conflict"]


def test_config_shows_what_is_left_of_a_rule_and_why(desk):
    desk.write("old/a.md", ALL)
    desk.write("b.md", ALL)
    rules = {"house-terms": "off", "house-off": "warning", "house-maybe": {"options": TOKENS}, "house": "error"}
    desk.write("copydesk.yaml", f"{BASE}overrides: {json.dumps([{'paths': ['old/', '*.txt'], 'rules': rules}])}\n")
    keys = ("on", "why", "severity", "severity_from", "options")

    def told(path):
        rows = json.loads(desk("config", path, "--format", "json").out)["rules"]
        return {row["rule"]: tuple(row[key] for key in keys) for row in rows}

    by = "`overrides` for old/, *.txt"
    here, there, folder = told("old/a.md"), told("b.md"), told("old")
    assert here == folder
    assert here["house-terms"] == (False, by, "error", "the rule", {})
    assert here["house-off"] == (True, by, "warning", by, {})
    assert here["house-maybe"] == (True, "`select`", "error", by, TOKENS)
    assert here["house-really"] == (True, "`select`", "error", by, {})
    assert there["house-terms"] == (True, "`select`", "error", "the rule", {})
    assert there["house-off"] == (False, "`select`", "error", "the rule", {})
    line = next(line for line in desk("config", "old/a.md").out.splitlines() if line.startswith("house-off"))
    assert line.split(maxsplit=2) == ["house-off", "warning", f"{by}; severity by {by}"]
