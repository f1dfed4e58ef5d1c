"""What the keys of copydesk.yaml do to a run."""

import pytest

ALL = "Do utilize it, maybe. It is really sleepy.\n"
BASE = "rules: [rules]\n"


def test_select(desk):
    desk.write("a.md", ALL)
    for text, rules in (
        ("select: [house-maybe]\n", ["house-maybe"]),
        ("select: [house, house-off]\n", ["house-terms", "house-maybe", "house-really", "house-off"]),
        ("select: [house]\nignore: [house-terms]\n", ["house-maybe", "house-really"]),
        ("select: [house-off, leftover]\n", ["house-off"]),
    ):
        desk.write("copydesk.yaml", BASE + text)
        assert desk.json().rules == rules


@pytest.mark.parametrize(
    ("ignore", "found"),
    [
        ("[{'posts/2009/**': [house-terms]}]", ["house-maybe"]),
        ("[{posts/2009/: [house]}]", []),
        ("[{'**/2009/*.md': [house-terms, house-maybe]}]", []),
        ("[{'2009/**': [house]}]", ["house-terms", "house-maybe"]),
        ("[{'*.txt': [house]}]", ["house-terms", "house-maybe"]),
        ("[{'posts/**': [house-terms], '*.md': [house-maybe]}]", []),
        ("[{'*.md': [house-terms]}, house-maybe]", []),
    ],
)
def test_ignore_below_a_glob(desk, ignore, found):
    desk.write("posts/2009/a.md", "utilize maybe\n")
    desk.write("copydesk.yaml", f"{BASE}select: [house]\nignore: {ignore}\n")
    assert desk.json().rules == found
    assert desk.json("a.md", cwd="posts/2009").rules == found


def test_severity_of_a_rule_and_of_a_family(desk):
    desk.write("a.md", "utilize maybe\n")
    text = f"{BASE}select: [house]\nseverity: {{house: suggestion, house-maybe: error}}\n"
    desk.write("copydesk.yaml", text)
    found = desk.json().report["findings"]
    assert [item["severity"] for item in found] == ["suggestion", "error"]


def test_options_take_the_place_of_the_rules_own(desk):
    desk.write("a.md", "utilize avail Avail\n")
    text = f"{BASE}select: [house]\noptions: {{house-terms: {{tokens: [avail], ignorecase: true}}}}\n"
    desk.write("copydesk.yaml", text)
    assert [item["excerpt"] for item in desk.json().report["findings"]] == ["avail", "Avail"]


def test_vocabulary_is_an_exception_of_every_rule_that_takes_it(desk):
    desk.write("a.md", "utilize and Utilize\n")
    desk.write("copydesk.yaml", BASE + "select: [house]\nvocabulary: {accept: [utilize]}\n")
    assert desk.json().rules == []


def test_archive_of_the_configuration_is_compared_with_and_not_reported_on(desk):
    desk.write("site/copydesk.yaml", "archive: [../old, ../older.md]\n")
    desk.write("old/a.md", "# A\n\nSee [^1].\n")
    desk.write("older.md", "See [^1].\n")
    desk.write("site/b.md", "# B\n\nFine.\n")
    done = desk.json(cwd="site")
    assert done.report["summary"]["files"] == 1
    assert desk("index", cwd="site").out == "3 posts of 3 files in .copydesk/\n"


def test_the_nearest_configuration_holds(desk):
    desk.write("site/copydesk.yaml", "select: [leftover]\n")
    desk.write("site/a.md", "utilize\n")
    desk.write("a.md", "utilize\n")
    assert desk.json("site").rules == []
    assert [item["path"] for item in desk.json("a.md", "site/a.md").report["findings"]] == ["a.md", "site/a.md"]


def test_config_names_another_file(desk):
    desk.write("other/strict.yaml", "rules: [../rules]\nselect: [house-off]\n")
    desk.write("other/a.md", ALL)
    assert desk.json("--config", "other/strict.yaml", "other").rules == ["house-off"]
    assert desk.json("--config", desk.folder / "other" / "strict.yaml", "other/a.md").rules == ["house-off"]


def test_rules_lists_and_explain_tells_the_users_own(desk):
    lines = {line.split()[0]: line for line in desk("rules").out.splitlines()}
    assert lines["house-terms"].split() == ["house-terms", "error"]
    assert lines["house-off"].endswith("(off by default)")
    desk.write(
        "rules/terms.yaml",
        "id: house-terms\nkind: existence\nmessage: x\nadvice: use it\ndescription: D.\noptions: {tokens: [utilize]}\n"
        "examples: {bad: ['We >>utilize<< it.'], good: [We use it.]}\n",
    )
    page = desk("explain", "house-terms").out
    for part in (
        "# house-terms",
        "## What to do\n\nUse it.",
        '- `tokens`: `["utilize"]`',
        "We »utilize« it.",
        "We use it.",
    ):
        assert part in page


def test_test_rules_runs_the_users_own(desk):
    for name in ("terms", "maybe", "really", "off"):
        (desk.folder / "rules" / f"{name}.yaml").unlink()
    rule = "id: house-terms\nkind: existence\nmessage: x\noptions: {tokens: [utilize]}\n"
    rule += "examples:\n  good: [Use it.]\n  bad:\n"
    desk.write("rules/terms.yaml", rule + "    - 'We >>utilize<< it.'\n")
    done = desk("test-rules", "rules")
    assert (done.code, done.out) == (0, "1 rules, 2 examples: all pass\n")
    desk.write("rules/terms.yaml", rule + "    - 'We >>use<< it, utilize.'\n")
    done = desk("test-rules", "rules")
    assert done.code == 1
    assert ":8: house-terms: not reported: 'use' (post.md, line 1); reported instead: 'utilize'" in done.out
    assert desk("test-rules").code == 1


def test_init_writes_a_configuration_that_can_be_read(scratch):
    scratch.write("_config.yml", "title: x\n")
    scratch.write("_posts/2024-01-01-a.md", "Fine.\n")
    done = scratch("init")
    assert done.code == 0
    assert scratch("check").code == 0
    assert scratch("check").err == ""
    assert "include: [_posts/]" in (scratch.folder / "copydesk.yaml").read_text("utf-8")


def test_suppressions_in_the_text(desk):
    desk.write(
        "a.md",
        "utilize <!-- copydesk-disable house-terms -->\n\nutilize maybe\n\n<!-- copydesk-enable house-terms -->\n\n"
        "<!-- copydesk-disable-next-line -->\nutilize maybe\nutilize\n\n"
        "<!-- copydesk-disable-next-line house-maybe -->\nx\n",
    )
    desk.write("b.md", "---\ncopydesk: {disable: [house]}\n---\n\nutilize maybe\n")
    desk.write("copydesk.yaml", BASE + "select: [house, suppression]\n")
    found = [(item["path"], item["line"], item["rule"]) for item in desk.json().report["findings"]]
    assert found == [
        ("a.md", 1, "house-terms"),
        ("a.md", 3, "house-maybe"),
        ("a.md", 9, "house-terms"),
        ("a.md", 11, "suppression-unused"),
    ]
    assert desk.json("--select", "house").rules == ["house-terms", "house-maybe", "house-terms"]


def test_what_an_extended_file_says_holds_and_is_shown(desk):
    desk.write("a.md", "utilize maybe\n")
    desk.write("old/a.md", "utilize maybe\n")
    desk.write("house/base.yaml", "rules: [../rules]\nseverity: {house: suggestion}\nignore: [{old/: [house-terms]}]\n")
    desk.write("copydesk.yaml", "extends: [house/base.yaml]\nselect: [house]\nseverity: {house-maybe: error}\n")
    found = [(item["path"], item["rule"], item["severity"]) for item in desk.json().report["findings"]]
    assert found == [
        ("a.md", "house-terms", "suggestion"),
        ("a.md", "house-maybe", "error"),
        ("old/a.md", "house-maybe", "error"),
    ]
    shown = desk("config", "old/a.md").out
    assert "\nextends        " in shown
    assert "house/base.yaml\n" in shown
    assert "`ignore` below old/" in shown
    desk.write("house/base.yaml", "rules: [../rules]\n")
    assert [item["severity"] for item in desk.json("a.md").report["findings"]] == ["error", "error"]
