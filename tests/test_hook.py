"""The pre-commit hook, installed by the real pre-commit from this checkout into a scratch repository."""

import os
import re
import shutil
import sys
from pathlib import Path

import pytest
import yaml

from lint.read import FORMATS
from tests import scratch

HOOK = yaml.safe_load((scratch.HOUSE / ".pre-commit-hooks.yaml").read_text("utf-8"))[0]
CLEAN = """---
title: Norwind Buys In
date: 2024-03-01
---

Norwind will invest $40 billion in Kestrel Grid.
"""
CONTRADICTS = """---
title: A Second Look at Norwind
date: 2024-03-20
---

Norwind will invest $60 billion in Kestrel Grid.
"""


def test_the_hook_takes_every_format_there_is_a_reader_for():
    assert [suffix for suffix in FORMATS if not re.search(HOOK["files"], f"posts/a-post{suffix}")] == []
    assert HOOK["require_serial"] is True


@pytest.mark.registry
@pytest.mark.skipif(shutil.which("git") is None or not (scratch.HOUSE / ".git").exists(), reason="needs a git checkout")
def test_a_draft_that_contradicts_the_archive_is_refused(tmp_path):
    source = tmp_path / "copydesk"
    source.mkdir()
    revision = scratch.checkout(source)
    setup = {"repos": [{"repo": source.as_uri(), "rev": revision, "hooks": [{"id": HOOK["id"]}]}]}
    blog = scratch.repository(
        tmp_path / "blog",
        {".pre-commit-config.yaml": yaml.safe_dump(setup), "copydesk.yaml": "exclude: [README.md]\n"},
    )
    home = str(tmp_path / "pre-commit")
    scratch_git = {"PRE_COMMIT_HOME": home, "PATH": _path()}
    status, said = scratch.run(blog, sys.executable, "-m", "pre_commit", "install", **scratch_git)
    assert status == 0, said

    scratch.write(blog, {"posts/norwind-buys-in.md": CLEAN, "README.md": "The the left-out page of this repository.\n"})
    scratch.git(blog, "add", "--all")
    status, said = scratch.run(blog, "git", "commit", "--message", "Buy in", **scratch_git)
    assert status == 0, said

    scratch.write(blog, {"posts/second-look.md": CONTRADICTS})
    scratch.git(blog, "add", "--all")
    status, said = scratch.run(blog, "git", "commit", "--message", "Look again", **scratch_git)
    assert status == 1
    assert "figure-conflict" in said
    for passage in ("invest $60 billion in Kestrel Grid", "invest $40 billion in Kestrel Grid"):
        assert passage in said
    assert scratch.git(blog, "log", "--format=%s").split("\n") == ["Buy in", "Begin"]


def _path():
    return os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
