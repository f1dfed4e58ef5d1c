"""The recipes for CI: what action.yml and the README tell GitHub and GitLab to run, run on a branch of a blog."""

import os
import re
import shutil
import sys
from pathlib import Path

import pytest
import yaml

from tests import scratch
from tests.test_hook import CLEAN, CONTRADICTS

pytestmark = pytest.mark.skipif(shutil.which("git") is None or os.name == "nt", reason="needs git and a shell")
README = (scratch.HOUSE / "README.md").read_text("utf-8")
RECIPES = [yaml.safe_load(text) for text in re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)]
GITHUB = next(recipe for recipe in RECIPES if "jobs" in recipe)
GITLAB = next(recipe for recipe in RECIPES if "copydesk" in recipe and "script" in recipe["copydesk"])
ACTION = yaml.safe_load((scratch.HOUSE / "action.yml").read_text("utf-8"))


@pytest.fixture
def branch(tmp_path):
    """A clone of a blog, on a branch that adds a draft; the archive has faults of its own."""
    old = "---\ntitle: What Norwind Was\ndate: 2023-01-01\n---\n\nThey sold the the boats.\n"
    posts = {"posts/norwind-buys-in.md": CLEAN, "posts/what-norwind-was.md": old}
    blog = scratch.repository(tmp_path / "blog", {"copydesk.yaml": "exclude: []\n", **posts})
    scratch.git(tmp_path, "clone", "--quiet", blog.as_uri(), "clone")
    clone = tmp_path / "clone"
    scratch.git(clone, "switch", "--quiet", "--create", "draft")
    scratch.write(clone, {"posts/second-look.md": CONTRADICTS})
    scratch.commit(clone, "Look again")
    return clone


def shell(folder, script, **more):
    """Run a script as GitHub and GitLab do, with this checkout's copydesk as the command."""
    bin_ = folder.parent / "bin"
    bin_.mkdir(exist_ok=True)
    command = bin_ / "copydesk"
    command.write_text(f'#!/bin/sh\nPYTHONPATH={scratch.HOUSE} exec {sys.executable} -m lint "$@"\n', "utf-8")
    command.chmod(0o755)
    path = os.pathsep.join([str(bin_), os.environ["PATH"]])
    return scratch.run(folder, "bash", "-e", "-o", "pipefail", "-c", script, PATH=path, CI="true", **more)


def refused(outcome):
    """Only the draft is reported on, and against the archive."""
    status, said = outcome
    assert status == 1, said
    assert re.findall(r"^\w+\[([\w-]+)\]", said, re.MULTILINE) == ["figure-conflict"]
    assert "--> posts/second-look.md:6" in said
    assert "::: posts/norwind-buys-in.md:6" in said


def action_step(inputs):
    step = next(step for step in ACTION["runs"]["steps"] if step.get("name") == "Check")
    given = {name: text["default"] for name, text in ACTION["inputs"].items()} | inputs
    filled = {
        name: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda found: given[found[1]], text)
        for name, text in step["env"].items()
    }
    return step["run"], filled


def test_the_action_reports_on_the_changed_posts(branch):
    used = next(step for step in GITHUB["jobs"]["copydesk"]["steps"] if "copydesk" in step["uses"])
    script, filled = action_step(used["with"] | {"changed-since": "origin/main"})
    refused(shell(branch, script, **filled))


def test_the_action_without_inputs_reports_on_everything(branch):
    script, filled = action_step({})
    status, said = shell(branch, script, **filled)
    assert status == 1
    assert "typo-repeated-word" in said


def test_the_github_recipe_fetches_the_history():
    steps = GITHUB["jobs"]["copydesk"]["steps"]
    checkout = next(step for step in steps if step["uses"].startswith("actions/checkout@"))
    assert checkout["with"]["fetch-depth"] == 0
    used = next(step for step in steps if "copydesk" in step["uses"])
    assert set(used["with"]) <= set(ACTION["inputs"])
    assert used["with"]["changed-since"] == "origin/${{ github.base_ref }}"


def test_the_gitlab_recipe_reports_on_the_changed_posts(branch):
    job = GITLAB["copydesk"]
    assert int(job["variables"]["GIT_DEPTH"]) == 0
    lines = [line for line in job["script"] if not line.startswith("pip install")]
    assert len(lines) == len(job["script"]) - 1
    refused(shell(branch, "\n".join(lines), CI_MERGE_REQUEST_TARGET_BRANCH_NAME="main"))


def test_a_shallow_clone_is_told_what_to_do(branch, tmp_path):
    scratch.git(tmp_path, "clone", "--quiet", "--depth", "1", branch.as_uri(), "shallow")
    status, said = shell(tmp_path / "shallow", "copydesk check --changed-since origin/main")
    assert status == 2
    assert "fetch-depth: 0" in said


def test_paths_with_blanks_are_no_commands(branch, tmp_path):
    script, filled = action_step({"paths": "posts/norwind-buys-in.md; touch stolen"})
    status, _ = shell(branch, script, **filled)
    assert status == 2
    assert not Path(branch, "stolen").exists()
