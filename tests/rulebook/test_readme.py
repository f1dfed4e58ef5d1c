"""The rule and the configuration that the README shows are right."""

import re
from pathlib import Path

import pytest

from lint import shelf
from lint.examples import try_rule
from lint.rulebook import config
from lint.rulebook.files import read_rule

README = Path(__file__).resolve().parents[2] / "README.md"
BLOCKS = re.findall(r"^```yaml\n# (\S+)\n(.*?)^```", README.read_text("utf-8"), re.MULTILINE | re.DOTALL)
TABLE = README.read_text("utf-8").partition("| kind | finds |")[2].partition("\n\n")[0]
ROWS = [line.split(" | ") for line in TABLE.split("\n")[2:]]


@pytest.mark.parametrize("text", [text for name, text in BLOCKS if name.startswith("house-rules/")])
def test_the_rule_passes_its_examples(tmp_path, text):
    path = tmp_path / "rule.yaml"
    path.write_text(text, "utf-8")
    rule = read_rule(path, None)
    assert list(try_rule(rule, [rule])) == []


@pytest.mark.parametrize("text", [text for name, text in BLOCKS if name == "copydesk.yaml"])
def test_the_configuration_can_be_read(tmp_path, text):
    path = tmp_path / "copydesk.yaml"
    path.write_text(text, "utf-8")
    config.read(path)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0].strip("| `"))
def test_the_options_of_kinds_are_theirs(row):
    kinds = re.findall(r"`(\w+)`", row[0])
    fields = {field for kind in kinds for field in shelf.take("lint.check", kind).Options.__struct_fields__}
    assert set(re.findall(r"(?:^|[,;] )`(\w+)`", row[2])) <= fields


def test_the_table_names_the_kinds_open_to_all():
    named = {kind for row in ROWS for kind in re.findall(r"`(\w+)`", row[0])}
    assert named >= {"existence", "substitution", "consistency", "occurrence", "repetition", "capitalization"}
