"""Common misspellings, by asking `typos`, the corrector of the crate-ci project: one process for many words.

What a word stands for never changes within a run, so answers are kept. `learn` asks for many words at once; a word that
was not learnt is asked for by itself. What asking takes is imported only when something is asked.
"""

import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

_known: dict[str, tuple[str, ...]] = {}


def corrections(word: str) -> tuple[str, ...]:
    """Return what a common misspelling (lower case) stands for, best first; nothing for any other word."""
    if word not in _known:
        learn((word,))
    return _known[word]


def learn(words: Iterable[str]) -> None:
    """Ask for words, in lower case, all at once."""
    fresh = sorted({word for word in words if word not in _known})
    if fresh:
        _known.update(dict.fromkeys(fresh, ()))
        _known.update(ask(fresh))


def ask(words: list[str]) -> dict[str, tuple[str, ...]]:
    """Return the misspellings among words, each with its corrections. Nothing when the program cannot be run."""
    program = binary()
    if program is None:
        return {}
    import json
    import subprocess

    command = [str(program), "--isolated", "--format", "json", "-"]
    try:
        done = subprocess.run(
            command, input="\n".join(words) + "\n", capture_output=True, encoding="utf-8", timeout=120, check=False
        )
        rows = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    except (OSError, subprocess.SubprocessError, ValueError) as error:
        _say_once(f"the list of common misspellings cannot be asked: {error}")
        return {}
    return {
        row["typo"]: tuple(row["corrections"])
        for row in rows
        if row.get("type") == "typo" and row["byte_offset"] == 0 and row["typo"] == words[row["line_num"] - 1]
    }


@cache
def binary() -> Path | None:
    """Return where the program lies: beside this Python, among its scripts, or on the path."""
    import shutil
    import sysconfig

    name = "typos.exe" if sys.platform == "win32" else "typos"
    for folder in (Path(sys.executable).parent, Path(sysconfig.get_path("scripts"))):
        if (folder / name).is_file():
            return folder / name
    found = shutil.which("typos")
    if found is None:
        _say_once(
            "the program `typos` is not installed: common misspellings are found only where they are unknown words"
        )
    return Path(found) if found else None


@cache
def _say_once(message: str) -> None:
    import logging

    logging.getLogger("copydesk").warning(message)
