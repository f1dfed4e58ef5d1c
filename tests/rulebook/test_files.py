"""Every mistake in a rule file is one line: the file, the line, what was found and what would be right."""

import pytest

from lint.model.errors import RuleError
from lint.rulebook import own, rule_files, shipped
from lint.rulebook.files import read_rule

RULE = """\
id: house-terms
kind: existence
message: "{excerpt}"
severity: error
options:
  tokens: [utilize]
  ignorecase: true
examples:
  good: [use it]
  bad:
    - ">>utilize<< it"
    - posts: {a.md: "Never >>utilise<<."}
      options: {tokens: [utilise]}
"""


def mistake(folder, text):
    path = folder / "terms.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(RuleError) as error:
        read_rule(path, None)
    line = str(error.value)
    assert "\n" not in line
    assert line.startswith(f"{path}:")
    return line.removeprefix(f"{path}:")


def test_a_right_one(tmp_path):
    path = tmp_path / "terms.yaml"
    path.write_text(RULE)
    rule = read_rule(path, None)
    assert (rule.id, rule.kind, rule.severity, rule.family) == ("house-terms", "existence", "error", "house")
    assert [example.marked for example in rule.bad] == [(("post.md", 0, 7),), (("a.md", 6, 13),)]
    assert rule.bad[0].posts == (("post.md", "utilize it"),)
    assert rule.bad[1].options == {"tokens": ["utilise"]}


def test_a_byte_order_mark_and_windows_line_ends_are_read(tmp_path):
    path = tmp_path / "terms.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + RULE.replace("\n", "\r\n").encode())
    assert read_rule(path, None).id == "house-terms"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (RULE, "", "1: expected the keys id, kind, message"),
        (RULE, "just text", "1: expected the keys id, kind, message"),
        (RULE, "- a list\n", "1: expected the keys id, kind, message"),
        ("kind: existence\n", "", "1: the key `kind` is missing"),
        ('message: "{excerpt}"\n', "", "1: the key `message` is missing"),
        ("severity", "severty", "4: unknown key `severty`; did you mean `severity`?"),
        ("kind: existence", "kind: existance", "2: there is no kind `existance`; did you mean `existence`?"),
        ("kind: existence", "extends: existence", "2: unknown key `extends`; here it is `kind`"),
        ("severity", "level", "4: unknown key `level`; here it is `severity`"),
        ("severity: error", "nonword: true", "4: unknown key `nonword`; it is an option; write it below `options:`"),
        ("severity: error", "severity: warn", "4: `severity`: expected `error`, `warning` or `suggestion`, found `w"),
        ("severity: error", "severity: error\nenabled: no", "5: `enabled`: expected `true` or `false`, found `no`"),
        ("severity: error", "severity: error\nid: house-b", "5: the key `id` stands twice"),
        ("kind: existence", "kind: [existence]", "2: `kind`: expected text, found a list"),
        ('"{excerpt}"', "{excerpt}", "3: `message`: expected text, found `key: value` lines; text that begins with"),
        ('"{excerpt}"', "{excerpt} is out", "3: not readable as YAML: did not find expected key; text that"),
        ('"{excerpt}"', "'%s'", "3: `%s` is Vale's; write `{excerpt}`"),
        ('"{excerpt}"', "'{mach}'", "3: a message of the kind `existence` has no `{mach}`; did you mean `match`?"),
        ("house-terms", "house", "1: `house` is no rule id; expected kebab-case with the family first"),
        ("house-terms", "House_Terms", "1: `House_Terms` is no rule id; expected kebab-case"),
        ("tokens", "token", "6: unknown key `token`; did you mean `tokens`?"),
        ("[utilize]", "utilize", "6: `tokens`: expected a list, found `utilize`"),
        ("[utilize]", "[a, [b]]", "6: `tokens`, item 2: expected text, found a list"),
        ("[utilize]", "[]", "5: nothing to find; expected `tokens: [word, …]`"),
        ("[utilize]", "\n    - fine\n    - '(un'", "8: `tokens`: `(un` is no regular expression: missing )"),
        ("ignorecase: true", "ignorecase: yes", "7: `ignorecase`: expected `true` or `false`, found `yes`"),
        ("ignorecase: true", "scope: headings", "7: `scope`: there is no scope `headings`; did you mean `heading`?"),
        ("  tokens: [utilize]\n  ignorecase: true", "  5", "5: `options`: expected `key: value` lines, found `5`"),
        ("  good", "  god", "9: unknown key `god`; did you mean `good`?"),
        ("[use it]", "use it", "9: `good`: expected a list, found `use it`"),
        (">>utilize<< it", "utilize it", "11: a bad example must mark what is wrong, as in `>>the the<<`"),
        ("posts:", "post:", "12: unknown key `post`; did you mean `posts`?"),
        ("a.md", "../a.md", "12: the post `../a.md` stands outside its example"),
        ("a.md", "/a.md", "12: the post `/a.md` stands outside its example"),
        ("{tokens: [utilise]}", "{tokns: [utilise]}", "13: unknown key `tokns`; did you mean `tokens`?"),
        ("  tokens: [utilize]", "\ttokens: [utilize]", "6: not readable as YAML: "),
        ("  tokens: [utilize]", "  tokens: [utilize", "7: not readable as YAML: "),
        ("[utilize]", "&a [*a]", "6: nested deeper than 50 levels"),
        ("id: house-terms", "? [a]\n: b", "1: a key must be plain text"),
        (RULE, "\x00", "1: not readable as YAML: "),
        (RULE, RULE + "---\nid: house-b\n", "14: not readable as YAML: but found another document"),
    ],
)  # fmt: skip
def test_mistakes(tmp_path, old, new, said):
    assert mistake(tmp_path, RULE.replace(old, new, 1)).startswith(said)


def test_other_encodings_are_named_with_their_line(tmp_path):
    assert mistake(tmp_path, "id: house-a\nmessage: naïve\n".encode("latin-1")).startswith("2: not UTF-8")


def test_an_alias_that_multiplies_itself_is_refused(tmp_path):
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    assert "is an alias (`*name`) repeated?" in mistake(tmp_path, "\n".join(lines))


def test_words_that_yaml_takes_for_something_else_stay_words(tmp_path):
    path = tmp_path / "terms.yaml"
    path.write_text(
        "id: house-a\nkind: substitution\nmessage: no\noptions:\n"
        "  swap: {no: yes, on: off, 1.10: 1.20, 012: 12, 1e3: 1000, ~: null, 2024-01-01: today, 12:30: noon}\n"
    )
    rule = read_rule(path, None)
    assert rule.message == "no"
    assert rule.options["swap"] == {
        "no": "yes", "on": "off", "1.10": "1.20", "012": "12", "1e3": "1000", "~": "null", "2024-01-01": "today",
        "12:30": "noon",
    }  # fmt: skip


def test_the_id_of_a_shipped_rule_is_its_path(tmp_path):
    (tmp_path / "house").mkdir()
    path = tmp_path / "house" / "words.yaml"
    path.write_text(RULE)
    with pytest.raises(RuleError, match="`house-terms` does not match the path"):
        read_rule(path, tmp_path)


def test_own_rules(tmp_path):
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "terms.yaml").write_text(RULE)
    (tmp_path / "b.yml").write_text(RULE.replace("house-terms", "house-b"))
    (tmp_path / "frames").mkdir()
    (tmp_path / "frames" / "x.yaml").write_text("no rule")
    (tmp_path / "notes.txt").write_text("no rule")
    assert [rule.id for rule in own([tmp_path], shipped())] == ["house-b", "house-terms"]
    assert [path.name for path in rule_files(tmp_path)] == ["b.yml", "terms.yaml"]


def test_an_id_is_taken_once(tmp_path):
    (tmp_path / "a.yaml").write_text(RULE)
    (tmp_path / "b.yaml").write_text("# the same again\n" + RULE)
    with pytest.raises(RuleError) as error:
        own([tmp_path], shipped())
    assert str(error.value) == (
        f"{tmp_path / 'b.yaml'}:2: the id `house-terms` is taken by {tmp_path / 'a.yaml'}; choose another"
    )


def test_the_id_of_a_shipped_rule_is_taken(tmp_path):
    (tmp_path / "a.yaml").write_text(RULE.replace("house-terms", "typo-spelling"))
    with pytest.raises(RuleError, match="the id `typo-spelling` is taken by "):
        own([tmp_path], shipped())


def test_a_folder_that_is_missing(tmp_path):
    with pytest.raises(RuleError, match="there is no such folder of rules"):
        own([tmp_path / "none"], ())


def test_shipped_rules_are_the_same_compiled(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    first, second, whole = shipped(), shipped(), shipped(examples=True)
    assert first == second
    assert [rule.id for rule in first] == [rule.id for rule in whole]
    assert all(rule.bad for rule in whole)
