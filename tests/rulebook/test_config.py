"""Every mistake in copydesk.yaml is one line: the file, the line, what was found and what would be right."""

import pytest

from lint.model.errors import ConfigError, RuleError, UsageError
from lint.rulebook import choice, config, shipped

RULES = shipped()
OVER = "overrides:\n  - paths: [a/]\n    rules:\n      "


def read(folder, text):
    path = folder / "copydesk.yaml"
    path.write_text(text, "utf-8")
    made, documents = config.read(path)
    choice.check_names(documents, RULES)
    return made


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("posts\n", "1: expected `key: value` lines, such as `exclude: [drafts/old/]`"),
        ("- posts\n", "1: expected `key: value` lines"),
        ("\nexclde: []\n", "2: unknown key `exclde`; did you mean `exclude`?"),
        ("base_url: x\n", "1: unknown key `base_url`; did you mean `base-url`?"),
        ("exclude: old/\n", "1: `exclude`: expected a list, found `old/`"),
        ("exclude:\n  - a\n  - [b]\n", "3: `exclude`, item 2: expected text, found a list"),
        ("include:\n  - a\n  - '!'\n", "3: `include`: `!` is no glob in the manner of .gitignore"),
        ("drafts: ['[z-a]']\n", "1: `drafts`: `[z-a]` is no glob"),
        ("ignore:\n  - '!': [typo]\n", "2: `ignore`: `!` is no glob"),
        ("select:\n  - typo\n  - typ\n", "3: `select`: there is no rule or family `typ`; did you mean `typo`?"),
        ("ignore: [typo-speling]\n", "1: `ignore`: there is no rule or family `typo-speling`; did"),
        ("ignore:\n  - typo\n  - a/**: [typ]\n", "3: `ignore`: there is no rule or family `typ`; did you mean `typo`?"),
        ("ignore:\n  - a/**: typo\n", "2: `a/**`: expected a list, found `typo`"),
        ("severity:\n  typo: warn\n", "2: `typo`: expected `error`, `warning` or `suggestion`, found `warn`"),
        ("severity:\n  tpyo: error\n", "2: `severity`: there is no rule or family `tpyo`; did you mean `typo`?"),
        ("severity: error\n", "1: `severity`: expected `key: value` lines, found `error`"),
        ("options:\n  typo-spelling: 3\n", "2: `typo-spelling`: expected `key: value` lines, found `3`"),
        ("options:\n  typo-speling: {}\n", "2: `options`: there is no rule `typo-speling`; did you mean"),
        ("options:\n  readability: {}\n", "2: `options`: `readability` is a family; options belong to a rule such as"),
        ("options:\n  readability-grade:\n    grad: 3\n", "3: unknown key `grad`; did you mean `grade`?"),
        ("options:\n  readability-grade:\n    grade: high\n", "3: `grade`: expected a number, found `high`"),
        ("options:\n  leftover-placeholder:\n    tokens:\n    - a\n    - '('\n", "5: `tokens`: `(` is no regular"),
        ("rules:\n  - none\n", "2: `rules`: there is no `none`; expected a folder of rules, from the"),
        ("rules: [copydesk.yaml]\n", "1: `rules`: there is no `copydesk.yaml`; expected a folder of rules"),
        ("archive: [none.zip]\n", "1: `archive`: there is no `none.zip`; expected a file or folder of posts"),
        ("vocabulary:\n  acept: [a]\n", "2: unknown key `acept`; did you mean `accept`?"),
        ("vocabulary: [a]\n", "1: `vocabulary`: expected `key: value` lines, found a list"),
        ("base-url: example\n", "1: `base-url`: expected an address such as https://example.org/, found `example`"),
        ("overrides: {a/: [typo]}\n", "1: `overrides`: expected a list, found `key: value` lines"),
        ("overrides:\n  - paths: [a/]\n", "2: the key `rules` is missing"),
        ("overrides:\n  - rules: {typo: off}\n", "2: the key `paths` is missing"),
        ("overrides:\n  - path: [a/]\n", "2: unknown key `path`; did you mean `paths`?"),
        ("overrides:\n  - paths: a/\n", "2: `paths`: expected a list, found `a/`"),
        ("overrides:\n  - rules: {}\n    paths: ['!']\n", "3: `overrides`: `!` is no glob in the"),
        (OVER + "typo: of\n", "4: `typo`: expected `off`, `error`, `warning` or `suggestion`, found"),
        (OVER + "typo: [off]\n", "4: `typo`: expected text or `key: value` lines, found a list"),
        (OVER + "tpyo: off\n", "4: `overrides`: there is no rule or family `tpyo`; did you mean `typo`?"),
        (OVER + "typo:\n        severty: error\n", "5: unknown key `severty`; did you mean `severity`?"),
        (OVER + "typo:\n        options: {}\n", "5: `overrides`: `typo` is a family; options belong to a rule"),
        (OVER + "readability-grade:\n        options:\n          grad: 3\n", "6: unknown key `grad`; did you"),
        ("exclude: []\nexclude: [a]\n", "2: the key `exclude` stands twice"),
        ("exclude: [a\n", "2: not readable as YAML: "),
        ("exclude: *.md\n", "1: not readable as YAML: "),
    ],
)  # fmt: skip
def test_mistakes(tmp_path, text, said):
    with pytest.raises((ConfigError, RuleError)) as error:
        read(tmp_path, text)
    assert str(error.value).startswith(f"{tmp_path / 'copydesk.yaml'}:{said}")
    assert "\n" not in str(error.value)


def test_words_stay_words(tmp_path):
    made = read(tmp_path, "vocabulary:\n  accept: [no, 1.10, on, null, ~, 0x1F]\n  reject: [yes, 2024-01-01]\n")
    assert made.accept == ("no", "1.10", "on", "null", "~", "0x1F")
    assert made.reject == ("yes", "2024-01-01")


def test_keys_without_a_value_are_left_out(tmp_path):
    assert read(tmp_path, "exclude:\nselect:\nvocabulary:\n  accept:\nbase-url:\n").select == ()


def test_everything(tmp_path):
    (tmp_path / "house").mkdir()
    (tmp_path / "old").mkdir()
    made = read(
        tmp_path,
        "include: [posts/]\nexclude: [posts/old/]\narchive: [old]\ndrafts: [drafts/]\n"
        "select: [typo, readability-grade]\n"
        "ignore: [typo-repeated-word, {'posts/2009/**': [typo]}]\nseverity: {typo: warning, typo-spelling: error}\n"
        "options: {readability-grade: {grade: 9}}\nrules: [house]\nvocabulary: {accept: [Foo], reject: [bar]}\n"
        "language: en-GB\nbase-url: https://example.org/blog/\n",
    )
    assert made.root == tmp_path.resolve()
    assert made.archive == (tmp_path.resolve() / "old",)
    assert made.ignore_in == (("posts/2009/**", ("typo",)),)
    chosen = {rule.id: rule for rule in choice.choose(RULES, made)}
    assert chosen["typo-spelling"].severity == "error"
    assert chosen["readability-grade"].options["grade"] == "9"
    assert chosen["readability-grade"].options["metrics"] == ["flesch_kincaid_grade"]
    assert set(chosen) == {rule.id for rule in RULES if rule.family == "typo" and rule.enabled} - {
        "typo-repeated-word"
    } | {"readability-grade"}


def ids(rules):
    return {rule.id for rule in rules}


def test_choosing(tmp_path):
    made = read(tmp_path, "ignore: [typo]\n")
    on = {rule.id for rule in RULES if rule.enabled}
    assert ids(choice.choose(RULES, config.Config(root=tmp_path))) == on
    assert ids(choice.choose(RULES, made)) == {name for name in on if not name.startswith("typo-")}
    assert ids(choice.choose(RULES, made, select=("typo-spelling",))) == {"typo-spelling"}
    assert ids(choice.choose(RULES, made, select=("readability",))) == set()
    assert ids(choice.choose(RULES, made, select=("readability-grade", "suppression"))) == {
        "readability-grade",
        "suppression-unused",
    }
    assert ids(choice.choose(RULES, made, ("leftover", "suppression"), ("leftover",))) == {"suppression-unused"}
    assert ids(choice.choose(RULES, made, ("leftover-placeholder",), ("leftover-placeholder",))) == set()


def test_a_selection_of_nothing_known(tmp_path):
    with pytest.raises(UsageError, match="there is no rule or family `tipo`; did you mean `typo`?"):
        choice.choose(RULES, config.Config(root=tmp_path), select=("tipo",))


def test_found_upwards(tmp_path):
    (tmp_path / "copydesk.yaml").write_text("")
    (tmp_path / "a" / "b").mkdir(parents=True)
    assert config.find(tmp_path / "a" / "b" / "c.md") == tmp_path / "copydesk.yaml"
    assert config.find(tmp_path) == tmp_path / "copydesk.yaml"
