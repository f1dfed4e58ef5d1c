"""The ids of headings are those that the site generators themselves made of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from lint.check._slugs import RULES, ids
from lint.extract.targets import anchors
from lint.read import read

TABLE = yaml.safe_load(Path(__file__).with_name("slugs.yaml").read_text("utf-8"))
UNDER = {"docutils": ("a.rst", "Oak\n===", "{}\n" + "-" * 80), "asciidoctor": ("a.adoc", "= Oak", "== {}")}
DUPLICATES = ["Tar", "Tar", "Tar 1", "Tar", "Tar"]


def _ids(rule: str, *headings: str) -> Iterator[str]:
    name, title, line = UNDER.get(rule, ("a.md", "", "## {}"))
    (post,) = read(name, "\n\n".join((title, *map(line.format, headings), "")).encode())
    yield from (made for made, _ in ids([one for one in anchors(post) if one.kind == "heading"], (rule,)))


@pytest.mark.parametrize("heading", TABLE)
def test_each_rule_makes_the_id_of_its_tool(heading: str) -> None:
    for wanted, rules in TABLE[heading].items():
        for rule in rules.split():
            assert wanted in set(_ids(rule, heading)), rule


def test_the_table_has_every_rule_but_those_that_are_variants() -> None:
    told = {rule for row in TABLE.values() for rules in row.values() for rule in rules.split()}
    assert set(RULES) - told == {"asciidoctor-dashed", "markdown-it-2", "zola"}


@pytest.mark.parametrize(
    ("rule", "wanted"),
    [
        ("github", "tar tar-1 tar-1-1 tar-2 tar-3"),
        ("goldmark", "tar tar-1 tar-1-1 tar-2 tar-3"),
        ("pandoc", "tar tar-1 tar-1-1 tar-2 tar-3"),
        ("markdown-it", "tar tar-1 tar-1-1 tar-2 tar-3"),
        ("kramdown", "tar tar-1 tar-1 tar-2 tar-3"),
        ("kramdown-gfm", "tar tar-1 tar-1 tar-2 tar-3"),
        ("pandoc-gfm", "tar tar-1 tar-1 tar-2 tar-3"),
        ("python", "tar tar_1 tar-1 tar_2 tar_3"),
        ("asciidoctor", "_tar _tar_2 _tar_1 _tar_3 _tar_4"),
    ],
)
def test_headings_that_stand_twice(rule: str, wanted: str) -> None:
    assert list(_ids(rule, *DUPLICATES)) == wanted.split()
