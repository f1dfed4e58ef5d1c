"""A scratch publication with rules of its own, and the command line run on it."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

import lint
from lint.cli import main

WORDS = {"terms": ("utilize", "error"), "maybe": ("maybe", "warning"), "really": ("really", "suggestion")}
RULE = """\
id: house-{name}
kind: existence
severity: {severity}
message: "not “{{excerpt}}”"
options:
  tokens: [{word}]
"""


class Done(NamedTuple):
    """What a run said."""

    code: int
    out: str
    err: str

    @property
    def report(self):
        """The JSON report."""
        return json.loads(self.out)

    @property
    def rules(self):
        """The rules of the JSON report's findings, in order."""
        return [finding["rule"] for finding in self.report["findings"]]


class Desk:
    """A folder to write files into and to run copydesk in."""

    def __init__(self, folder, monkeypatch, capsys):
        self.folder, self.monkeypatch, self.capsys = folder, monkeypatch, capsys

    def write(self, name, text=""):
        """Write a file, its folders made."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        return path

    def __call__(self, *arguments, cwd="."):
        """Run in this process."""
        self.monkeypatch.chdir(self.folder / cwd)
        self.monkeypatch.setattr(sys, "argv", ["copydesk", *map(str, arguments)])
        self.capsys.readouterr()
        with pytest.raises(SystemExit) as done:
            main()
        out, err = self.capsys.readouterr()
        return Done(done.value.code, out, err)

    def json(self, *arguments, **options):
        """Run `check --format json`."""
        return self("check", "--format", "json", *arguments, **options)

    def spawn(self, *arguments, cwd=".", given=b"", **environment):
        """Run in a process of its own; what it says stays bytes."""
        home = str(Path(lint.__file__).parent.parent)
        return subprocess.run(
            [sys.executable, "-m", "lint", *map(str, arguments)],
            cwd=self.folder / cwd,
            env={**os.environ, "PYTHONPATH": home, **environment},
            input=given,
            capture_output=True,
            check=False,
        )


@pytest.fixture
def scratch(tmp_path, monkeypatch, capsys):
    """Return an empty folder."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("COPYDESK_STABLE_OUTPUT", raising=False)
    return Desk(tmp_path, monkeypatch, capsys)


@pytest.fixture
def desk(scratch):
    """Return a publication that knows three words it does not like: an error, a warning and a suggestion."""
    scratch.write("copydesk.yaml", "rules: [rules]\nselect: [house]\n")
    for name, (word, severity) in WORDS.items():
        scratch.write(f"rules/{name}.yaml", RULE.format(name=name, word=word, severity=severity))
    scratch.write("rules/off.yaml", RULE.format(name="off", word="sleepy", severity="error") + "enabled: false\n")
    return scratch
