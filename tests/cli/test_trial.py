"""copydesk try, copydesk config, check --profile: what they tell of rules and files."""

import json

RULE = """\
id: house-colour
kind: existence
message: "not “{excerpt}”"
options:
  tokens: [colour]
examples:
  bad: ["A >>colour<<.\\n"]
  good: ["A color.\\n"]
"""


def test_a_rule_is_tried_on_the_archive_and_nothing_else_is(desk):
    desk.write("draft.yaml", RULE)
    for number in range(5):
        desk.write(f"posts/{number}.md", "The colour of teh sea. We utilize it.\n")
    done = desk("try", "draft.yaml", "--limit", "2")
    assert done.code == 0
    assert done.out.count("[house-colour]") == 2
    assert "teh" not in done.out.replace("of teh sea", "")
    assert "house-colour: 5 findings in 5 of 5 posts, 1000.0 per 1,000 posts, 2 shown; 2 examples, 0 fail" in done.out


def test_an_example_that_fails_is_told_with_its_line(desk):
    desk.write("draft.yaml", RULE.replace("A color.", "A colour."))
    desk.write("posts/a.md", "Nothing.\n")
    done = desk("try", "draft.yaml")
    assert done.code == 1
    assert "draft.yaml:8: house-colour: reported, but not marked" in done.out
    assert desk("try", "none.yaml").code == 2


def test_config_tells_what_applies_and_why(desk):
    text = (desk.folder / "copydesk.yaml").read_text("utf-8")
    more = "ignore:\n  - footnote-gap\n  - old/**: [typo]\nseverity: {house-terms: suggestion}\nexclude: [out/]\n"
    desk.write("copydesk.yaml", text + more)
    desk.write("old/a.md", "Text.\n")
    desk.write("out/b.md", "Text.\n")
    told = json.loads(desk("config", "old/a.md", "--format", "json").out)
    rules = {item["rule"]: item for item in told["rules"]}
    assert told["read"] is True
    assert (rules["typo-spelling"]["on"], rules["typo-spelling"]["why"]) == (False, "`ignore` below old/**")
    assert (rules["footnote-gap"]["on"], rules["footnote-gap"]["why"]) == (False, "`ignore`")
    assert (rules["house-terms"]["severity"], rules["house-terms"]["severity_from"]) == ("suggestion", "`severity`")
    assert rules["readability-grade"]["on"] is False
    assert json.loads(desk("config", "out/b.md", "--format", "json").out)["read"] is False
    plain = desk("config", "out/b.md").out
    assert "out/b.md is left out" in plain
    assert desk("config", "nowhere.md").code == 2


def test_profile_names_stages_and_kinds_and_changes_no_report(desk):
    desk.write("posts/a.md", "We utilize it.\n")
    plain = desk("check", "--format", "json")
    done = desk("check", "--format", "json", "--profile")
    assert done.report["findings"] == plain.report["findings"]
    assert "the whole run" in done.err
    assert "check existence  (house-" in done.err
    assert "  read\n" in done.err
