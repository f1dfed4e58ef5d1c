"""What the README says is there: commands, options, rules, hooks, files; and what it shows is what one gets."""

import re
import shlex

import click
import pytest
import yaml

from lint.cli import COMMANDS, group
from lint.extract.settled import settled
from lint.model.job import Page
from lint.rulebook import config, shipped
from lint.rulebook.choice import check_names
from tests import scratch
from tests.test_house import FLOORS

README = (scratch.HOUSE / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"```(\w*)\n(.*?)```", README, re.DOTALL)
CI = (scratch.HOUSE / ".ci" / "run").read_text("utf-8")
SEEDS = (scratch.HOUSE / "seeds" / "expected.txt").read_text("utf-8")
RULES = {rule.id: rule for rule in shipped()}


def command_lines():
    """Every call of copydesk in a code span or a shell block, as its words."""
    spans = re.findall(r"`((?:\.venv/bin/)?copydesk [^`\n]+)`", re.sub(r"```.*?```", "", README, flags=re.DOTALL))
    shell = [line for kind, text in BLOCKS if kind in ("sh", "console") for line in text.splitlines()]
    calls = [part.strip() for line in [*spans, *shell] for part in re.split(r"&&|\|", line.split(" #")[0])]
    found = [shlex.split(call) for call in calls if re.match(r"(?:\S*/)?copydesk\b", call)]
    return [words[1:] for words in found if len(words) > 1]


def options_of(command):
    return {name for parameter in command.params for name in (*parameter.opts, *parameter.secondary_opts)}


@pytest.mark.parametrize("words", command_lines(), ids=" ".join)
def test_every_command_and_option_exists(words):
    context = click.Context(group)
    if words[0].startswith("-"):
        assert words[0] in options_of(group) | {"--help", "--version"}
        return
    assert words[0] in COMMANDS
    known = options_of(group.get_command(context, words[0])) | {"--help"}
    for word in words[1:]:
        if word.startswith("-") and word != "-":
            assert word.partition("=")[0] in known, word


def test_every_option_named_exists():
    context = click.Context(group)
    known = {"--help", "--version"}.union(*(options_of(group.get_command(context, name)) for name in COMMANDS))
    named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", re.sub(r"```.*?```", "", README, flags=re.DOTALL)))
    assert named - known == set()
    assert (
        options_of(group.get_command(context, "check")) - named - {name for name in known if not name.startswith("--")}
        == set()
    )


def test_every_command_is_named():
    assert [name for name in COMMANDS if f"`copydesk {name}" not in README] == []


def test_the_two_commands_are_those_of_ci():
    commands = [line for kind, text in BLOCKS if kind == "sh" for line in text.splitlines() if "-m venv" in line]
    assert len(commands) == 2
    assert [line for line in commands if line not in CI] == []
    assert "copydesk check seeds" in commands[0]
    assert "pytest" in commands[1]


def test_the_finding_it_shows_is_what_one_gets():
    shown = next(text for kind, text in BLOCKS if kind == "text" and text.startswith("error[figure-conflict]"))
    assert shown in SEEDS


def test_every_rule_and_family_named_exists():
    named = set(
        re.findall(r"`((?:typo|encoding|footnote|previously|figure|leftover|input|readability)-[a-z-]+)`", README)
    )
    assert named
    assert named - set(RULES) == set()
    table = README.partition("| family | finds |")[2].partition("\n\n")[0]
    families = set(re.findall(r"^\| `([a-z]+)` \|", table, re.MULTILINE))
    assert families == {rule.family for rule in RULES.values()}


def test_every_key_of_the_configuration_is_explained():
    keys = set(re.findall(r"^([a-z][a-z-]*):", _block("yaml", "# copydesk.yaml"), re.MULTILINE))
    assert keys == {name.replace("_", "-") for name in config._ConfigFile.__struct_fields__}


def test_the_configuration_it_shows_is_right(tmp_path):
    (tmp_path / "copydesk.yaml").write_text(_block("yaml", "# copydesk.yaml"), "utf-8")
    _, documents = config.read(tmp_path / "copydesk.yaml")
    check_names(documents, shipped())


def test_the_facts_it_shows_are_right():
    facts = settled(Page("facts.yaml", _block("yaml", "# facts.yaml")), "facts.yaml")
    assert [fact.claim.key for fact in facts] == ["invest|norwind|kestrelgrid", "revenue|pellworm"]


def test_the_hook_it_shows_is_shipped():
    hooks = {hook["id"] for hook in yaml.safe_load((scratch.HOUSE / ".pre-commit-hooks.yaml").read_text("utf-8"))}
    shown = yaml.safe_load(_block("yaml", "# .pre-commit-config.yaml"))
    assert {hook["id"] for repo in shown["repos"] for hook in repo["hooks"]} == hooks


def test_every_file_named_is_there():
    named = re.findall(r"`((?:lint|rules|tests|seeds|benchmarks)/[\w./-]*|\.ci/run|action\.yml)`", README)
    assert named
    assert [name for name in named if not (scratch.HOUSE / name).exists()] == []


def test_the_floors_are_those_of_the_house():
    said = re.search(r"```text\n(__main__ >.*?)```", README, re.DOTALL)[1]
    floors = [set(re.findall(r"\w+", part)) for part in reversed(said.split(">"))]
    assert floors == FLOORS


def _block(kind, start):
    return next(text for found, text in BLOCKS if found == kind and text.startswith(start))
