"""What a run is given and what it gives back."""

from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from lint.model.facts import Settled
from lint.model.finding import Finding, Severity
from lint.model.rule import Rule


class File(NamedTuple):
    """A file of this run. `key` is its path from the root of the publication; `data` is given for standard input."""

    key: str
    path: Path
    data: bytes | None = None


class Page(NamedTuple):
    """A file of frames: its path and its text."""

    where: str
    text: str


class Own(msgspec.Struct, frozen=True):
    """What extraction reads of a publication's configuration.

    frames  relations of its own, as they are written
    leads   lines that announce its blocks of earlier posts; `unled` are lines that announce none; `*` is anything
    """

    frames: tuple[Page, ...] = ()
    leads: tuple[str, ...] = ()
    unled: tuple[str, ...] = ()


NONE = Own()


class Grammar(msgspec.Struct, frozen=True):
    """The grammar engine that is asked, and how.

    engine    off, languagetool or harper
    url       a LanguageTool server; `path` the folder of an installed one, to be started here
    language  as the engine names it
    enable    ids and categories of the engine that are reported though they are off by default; `disable` others that
              are not
    timeout   seconds that one request may take
    """

    engine: str = "off"
    url: str = ""
    path: str = ""
    language: str = "en"
    enable: tuple[str, ...] = ()
    disable: tuple[str, ...] = ()
    timeout: float = 60.0


class Change(msgspec.Struct, frozen=True):
    """What an override makes of one rule: on or off, its severity, some options. None leaves what was."""

    rule: str
    on: bool | None = None
    severity: Severity | None = None
    options: dict[str, Any] = {}


class Override(msgspec.Struct, frozen=True):
    """Changes of rules that hold for the posts whose path some globs match."""

    paths: tuple[str, ...]
    changes: tuple[Change, ...]


class Job(msgspec.Struct, frozen=True):
    """What to check, and how.

    targets   files reported on; `archive` files that they are compared with besides
    inside    keys of the files that the publication itself holds: these are kept in its index
    overrides what is otherwise for some paths; the last that says something of a rule holds
    settled   the facts that its editors have settled
    own       what extraction reads of the configuration
    narrowed  the rules are a selection, so some suppressions may rightly hold nothing back
    baseline  fingerprints of findings that are held back
    why       tell with each finding which tests it passed
    """

    root: Path
    targets: tuple[File, ...]
    archive: tuple[File, ...]
    inside: frozenset[str]
    rules: tuple[Rule, ...]
    shared: dict[str, Any] = {}
    drafts: tuple[str, ...] = ()
    overrides: tuple[Override, ...] = ()
    cache: bool = True
    jobs: int = 0
    narrowed: bool = False
    grammar: Grammar = Grammar()
    baseline: frozenset[str] = frozenset()
    why: bool = False
    own: Own = Own()
    settled: tuple[Settled, ...] = ()


class Report(msgspec.Struct, frozen=True):
    """What a run found, in order, and the size of what it looked at.

    trouble  a service that could not be asked; `held` counts what the baseline held back
    """

    findings: tuple[Finding, ...]
    posts: int
    files: int
    words: int
    seconds: float
    trouble: str = ""
    held: int = 0
