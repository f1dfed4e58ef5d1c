"""What a run is given and what it gives back."""

from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from lint.model.finding import Finding
from lint.model.rule import Rule


class File(NamedTuple):
    """A file of this run. `key` is its path from the root of the publication; `data` is given for standard input."""

    key: str
    path: Path
    data: bytes | None = None


class Job(msgspec.Struct, frozen=True):
    """What to check, and how.

    targets   files reported on; `archive` files that they are compared with besides
    inside    keys of the files that the publication itself holds: these are kept in its index
    narrowed  the rules are a selection, so some suppressions may rightly hold nothing back
    """

    root: Path
    targets: tuple[File, ...]
    archive: tuple[File, ...]
    inside: frozenset[str]
    rules: tuple[Rule, ...]
    shared: dict[str, Any] = {}
    drafts: tuple[str, ...] = ()
    ignore_in: tuple[tuple[str, tuple[str, ...]], ...] = ()
    cache: bool = True
    jobs: int = 0
    narrowed: bool = False


class Report(msgspec.Struct, frozen=True):
    """What a run found, in order, and the size of what it looked at."""

    findings: tuple[Finding, ...]
    posts: int
    files: int
    words: int
    seconds: float
