"""The key `extends` of copydesk.yaml: what several files come to, and what cannot be extended."""

import os

import pytest

from lint.model.errors import ConfigError
from lint.rulebook import choice, config, shipped

RULES = shipped()


def write(folder, files):
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")


def read(folder, **files):
    write(folder, {name.replace("__", "/") + ".yaml": text for name, text in files.items()})
    made, documents = config.read(folder / "copydesk.yaml")
    choice.check_names(documents, RULES)
    return made


BASE = """
include: [posts/]
exclude: [old/]
select: [typo]
ignore: [typo-spacing, {a/: [typo]}]
severity: {typo: warning, typo-spelling: error}
options: {readability-grade: {grade: 9, metrics: [gunning_fog]}}
vocabulary: {accept: [Quay], reject: [utilize]}
names: {accept: [Github]}
language: de
base-url: https://example.org/
grammar: {engine: harper, disable: [A]}
overrides: [{paths: [a/], rules: {typo: off}}]
"""
OWN = """
extends: base.yaml
exclude: [new/]
select: [figure]
ignore: [typo-punctuation, {b/: [figure]}]
severity: {typo-spelling: suggestion, figure: error}
options: {readability-grade: {grade: 7}}
vocabulary: {accept: [tugOS]}
names: {accept: [Gitlab], prefer: [QuayWorks]}
language: en
grammar: {disable: [B]}
overrides: [{paths: [a/], rules: {typo: error}}]
"""


def test_what_two_files_come_to(tmp_path):
    made = read(tmp_path, base=BASE, copydesk=OWN)
    assert made.include == ("posts/",)
    assert made.exclude == ("old/", "new/")
    assert made.select == ("figure",)
    assert made.ignore == ("typo-spacing", "typo-punctuation")
    assert made.ignore_in == (("a/", ("typo",)), ("b/", ("figure",)))
    assert made.severity == {"typo": "warning", "typo-spelling": "suggestion", "figure": "error"}
    assert made.options == {"readability-grade": {"grade": "7", "metrics": ["gunning_fog"]}}
    assert (made.accept, made.reject) == (("Quay", "tugOS"), ("utilize",))
    assert (made.names, made.prefer) == (("Github", "Gitlab"), ("QuayWorks",))
    assert (made.language, made.base_url) == ("en", "https://example.org/")
    assert (made.grammar.engine, made.grammar.disable, made.grammar.language) == ("harper", ("A", "B"), "en")
    assert [item.rules["typo"] for item in made.overrides] == ["off", "error"]
    assert made.extends == (str(tmp_path / "base.yaml"),)


def test_of_several_the_later_goes_before(tmp_path):
    made = read(
        tmp_path, one="language: de\ndrafts: [one/]\n", two="language: fr\n", copydesk="extends: [one.yaml, two.yaml]\n"
    )
    assert (made.language, made.drafts) == ("fr", ("one/",))


def test_a_file_that_two_extend_counts_once(tmp_path):
    files = {f"f{number}": f"extends: [f{number - 1}.yaml, f{number - 1}.yaml]\n" for number in range(1, 18)}
    made = read(tmp_path, f0="exclude: [old/]\n", copydesk="extends: [f17.yaml, f16.yaml]\n", **files)
    assert made.exclude == ("old/",)
    assert len(made.extends) == 18


def test_files_are_found_from_the_folder_of_the_one_that_names_them(tmp_path):
    write(tmp_path, {"house/rules/x.md": "", "house/facts.txt": "", "house/more/frames/x.md": "", "old.md": ""})
    made = read(
        tmp_path,
        house__more__deep="frames: [frames]\ngrammar: {path: lt}\n",
        house__base="extends: more/deep.yaml\nrules: [rules]\nfacts: facts.txt\narchive: [../old.md]\n",
        copydesk="extends: house/base.yaml\n",
    )
    root = tmp_path.resolve()
    assert made.root == root
    assert made.rules == (root / "house" / "rules",)
    assert made.frames == (root / "house" / "more" / "frames",)
    assert made.facts == root / "house" / "facts.txt"
    assert [path.resolve() for path in made.archive] == [root / "old.md"]
    assert made.grammar.path == str(root / "house" / "more" / "lt")


@pytest.mark.parametrize(
    ("files", "where", "said"),
    [
        ({"copydesk": "extends: {a: b}\n"}, "copydesk", "1: `extends`: expected text or a list, found `key: value`"),
        ({"copydesk": "extends: [a: b]\n"}, "copydesk", "1: `extends`, item 1: expected text, found `key: value` line"),
        ({"copydesk": "\nextends: none.yaml\n"}, "copydesk", "2: `extends`: there is no file `none.yaml`; expected a "),
        ({"copydesk": "extends: house\n", "house__x": ""}, "copydesk", "1: `extends`: there is no file `house`; expec"),
        ({"copydesk": "extends: https://example.org/a.yaml\n"}, "copydesk", "1: `extends`: there is no file `https://"),
        ({"copydesk": 'extends: "a\\0b"\n'}, "copydesk", "1: `extends`: "),
        ({"copydesk": f"extends: {'a' * 999}\n"}, "copydesk", "1: `extends`: there is no file `aaa"),
        ({"copydesk": "extends:\n  - ../out.yaml\n"}, "copydesk", "2: `extends`: `../out.yaml` is outside the publica"),
        ({"copydesk": "extends: /etc/hosts\n"}, "copydesk", "1: `extends`: `/etc/hosts` is outside the publication; e"),
        ({"copydesk": "extends: link.yaml\n"}, "copydesk", "1: `extends`: `link.yaml` is outside the publication; exp"),
        ({"copydesk": "extends: a.yaml\n", "a": "extends: ../b.yaml\n"}, "a", "1: `extends`: `../b.yaml` is outside"),
        ({"copydesk": "extends: copydesk.yaml\n"}, "copydesk",
         "1: `extends`: `copydesk.yaml` leads back to itself (copydesk.yaml → copydesk.yaml); take one of them out"),
        ({"copydesk": "extends: a/b.yaml\n", "a__b": "\nextends: [../copydesk.yaml]\n"}, "a/b",
         "2: `extends`: `../copydesk.yaml` leads back to itself (copydesk.yaml → a/b.yaml → copydesk.yaml); take"),
        ({"copydesk": "extends: a.yaml\n", "a": "\nexclde: []\n"}, "a", "2: unknown key `exclde`; did you mean `exclu"),
        ({"copydesk": "extends: a.yaml\n", "a": "\nselect: [typ]\n"}, "a", "2: `select`: there is no rule or family `"),
        ({"copydesk": "extends: a.yaml\n", "a": "- x\n"}, "a", "1: expected `key: value` lines"),
        ({"copydesk": "extends: f0.yaml\n", **{f"f{at}": f"extends: f{at + 1}.yaml\n" for at in range(30)}}, "f18",
         "1: `extends`: more than 20 files extend one another in a row; name the last of them here"),
    ],
)  # fmt: skip
def test_mistakes(tmp_path, files, where, said):
    site = tmp_path / "site"
    site.mkdir()
    (tmp_path / "out.yaml").write_text("language: de\n")
    os.symlink(tmp_path / "out.yaml", site / "link.yaml")
    with pytest.raises(ConfigError) as error:
        read(site, **files)
    line = str(error.value)
    place, _, rest = line.partition(".yaml:")
    assert os.path.normpath(place) == str(site / where)
    assert rest.startswith(said)
    assert "\n" not in line
