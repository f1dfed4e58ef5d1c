"""The files that git says were changed since a ref: from the merge base, the working tree and new files included."""

import shutil
import subprocess
from pathlib import Path

from lint.model.errors import UsageError


def changed_files(ref: str, folder: Path) -> frozenset[Path]:
    """Return the files of the repository around `folder` that were added or changed since the merge base with `ref`.

    Raises UsageError, naming what to do.
    """
    if ref.startswith("-"):
        raise UsageError(f"`{ref}` is no git ref")
    git = shutil.which("git")
    if git is None:
        raise UsageError("--changed-since needs git, which was not found")
    top = Path(_git(git, folder, "rev-parse", "--show-toplevel").strip()).resolve()
    try:
        _git(git, folder, "rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}")
        base = _git(git, folder, "merge-base", ref, "HEAD").strip()
    except UsageError as error:
        shallow = _git(git, folder, "rev-parse", "--is-shallow-repository").strip() == "true"
        cure = (
            "this clone is shallow; check out with `fetch-depth: 0`" if shallow else "is it fetched, and spelt right?"
        )
        raise UsageError(f"no merge base with `{ref}`: {cure}") from error
    changed = _git(git, folder, "diff", "--name-only", "-z", "--no-renames", "--diff-filter=ACMT", base, "--")
    new = _git(git, folder, "ls-files", "-z", "--others", "--exclude-standard", "--full-name", str(top))
    return frozenset(top / name for name in (changed + new).split("\0") if name)


def _git(git: str, folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        [git, "-c", "diff.relative=false", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="surrogateescape",
        check=False,
    )
    if done.returncode != 0:
        raise UsageError(f"git {arguments[0]} failed: {done.stderr.strip().partition(chr(10))[0] or 'not found'}")
    return done.stdout
