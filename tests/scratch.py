"""A scratch git repository for the tests that need one: nothing of the user's own git reaches it."""

import os
import shutil
import subprocess
from pathlib import Path

HOUSE = Path(__file__).resolve().parent.parent
QUIET = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "Ines Varga",
    "GIT_AUTHOR_EMAIL": "ines@lockkeeper.example",
    "GIT_COMMITTER_NAME": "Ines Varga",
    "GIT_COMMITTER_EMAIL": "ines@lockkeeper.example",
    "COPYDESK_STABLE_OUTPUT": "1",
    "PYTHONUTF8": "1",
    "COLUMNS": "100",
    "NO_COLOR": "1",
}


def environment(**more):
    """The environment of the tests, without what a git hook of this very checkout may have put there."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return {**kept, **QUIET, **more}


def run(folder, *command, **more):
    """Run a command in a folder; its status and everything it printed."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env=environment(**more),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout


def git(folder, *arguments, **more):
    """Run git, which must not fail; what it printed."""
    status, said = run(folder, "git", *arguments, **more)
    assert status == 0, said
    return said.strip()


def repository(folder, files):
    """A repository on the branch main that holds these files in one commit."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet", "--initial-branch=main")
    write(folder, files)
    commit(folder, "Begin")
    return folder


def write(folder, files):
    """Write files by their names."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def commit(folder, message, **more):
    """Commit everything, past any hook."""
    git(folder, "add", "--all", **more)
    git(folder, "commit", "--quiet", "--no-verify", "--message", message, **more)
    return git(folder, "rev-parse", "HEAD")


def checkout(folder):
    """This checkout as a repository of its own, changes that are not committed included; its commit."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=HOUSE,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    for name in filter(None, listed.stdout.split("\0")):
        if (HOUSE / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(HOUSE / name, folder / name)
    git(folder, "init", "--quiet", "--initial-branch=main")
    return commit(folder, "As it is")
