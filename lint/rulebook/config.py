"""copydesk.yaml in, a Config out."""

import re
from pathlib import Path
from typing import Any, Literal

import msgspec
from pathspec import GitIgnoreSpec

from lint.decode import Document, convert, line_of, nearest
from lint.model.errors import ConfigError
from lint.model.finding import Severity
from lint.model.job import Grammar
from lint.model.site import NAMES
from lint.rulebook.extends import chain, placed, together

NAME = "copydesk.yaml"
FACTS = "facts.yaml"


class Vocabulary(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that are right here, and words that are wrong here."""

    accept: tuple[str, ...] = ()
    reject: tuple[str, ...] = ()


class Names(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Names that are right here however they are spelt, and names whose every other spelling is wrong."""

    accept: tuple[str, ...] = ()
    prefer: tuple[str, ...] = ()


class LeadIns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Lines that announce a block of earlier posts here, and lines that announce none; `*` stands for anything."""

    accept: tuple[str, ...] = ()
    reject: tuple[str, ...] = ()


class _GrammarFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The grammar engine that is asked; `language` is the publication's unless the engine needs another name for it."""

    engine: Literal["off", "languagetool", "harper"] = "off"
    url: str = ""
    path: str = ""
    language: str = ""
    enable: tuple[str, ...] = ()
    disable: tuple[str, ...] = ()
    timeout: float = 60.0


class Ruling(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What an override says of a rule; what it leaves out stays."""

    severity: Severity | None = None
    options: dict[str, Any] = {}


Said = Literal["off", "error", "warning", "suggestion"] | Ruling


class Exempt(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is otherwise for the paths that globs match, by rule or family."""

    paths: list[str]
    rules: dict[str, Said]


class _ConfigFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """The keys of copydesk.yaml."""

    include: list[str] = []
    exclude: list[str] = []
    archive: list[str] = []
    drafts: list[str] = []
    select: list[str] = []
    ignore: list[str | dict[str, list[str]]] = []
    severity: dict[str, Severity] = {}
    options: dict[str, dict[str, Any]] = {}
    rules: list[str] = []
    frames: list[str] = []
    facts: str = ""
    vocabulary: Vocabulary = Vocabulary()
    names: Names = Names()
    lead_ins: LeadIns = LeadIns()
    language: str = "en"
    base_url: str = ""
    generator: str = ""
    grammar: _GrammarFile = _GrammarFile()
    overrides: list[Exempt] = []
    extends: str | list[str] = []


class Config(msgspec.Struct, frozen=True):
    """The configuration of a publication.

    root      its folder; without a file, the working directory
    home      the file, or "" where there is none; `extends` are those that it stands on
    archive   further files and folders to compare with
    facts     the file of settled facts
    ignore    rules or families that are off; `ignore_in` has those that are off below a glob
    overrides what is otherwise for some paths, the last word last
    """

    root: Path
    home: str = ""
    extends: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    archive: tuple[Path, ...] = ()
    drafts: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    ignore_in: tuple[tuple[str, tuple[str, ...]], ...] = ()
    severity: dict[str, Severity] = {}
    options: dict[str, dict[str, Any]] = {}
    rules: tuple[Path, ...] = ()
    frames: tuple[Path, ...] = ()
    facts: Path | None = None
    accept: tuple[str, ...] = ()
    reject: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    prefer: tuple[str, ...] = ()
    lead_ins: LeadIns = LeadIns()
    language: str = "en"
    base_url: str = ""
    generator: str = ""
    grammar: Grammar = Grammar()
    overrides: tuple[Exempt, ...] = ()

    @property
    def shared(self) -> dict[str, Any]:
        """The options that every kind gets that has them."""
        words = {"accept": self.accept, "reject": self.reject, "names": self.names, "prefer": self.prefer}
        return {**words, "language": self.language, "base_url": self.base_url}


def find(start: Path) -> Path | None:
    """Return the nearest copydesk.yaml at or above a path."""
    return next((path / NAME for path in (start, *start.parents) if (path / NAME).is_file()), None)


def read(path: Path) -> tuple[Config, list[Document]]:
    """Read a configuration file and those that it extends, itself last.

    The files that one names are found from its own folder; globs are about paths from the folder of the publication.
    """
    root = path.resolve().parent
    documents = list(chain(path, root))
    data: dict[str, Any] = {}
    for document in documents:
        folder = Path(document.where).resolve().parent
        _check_values(convert(document, _ConfigFile, ConfigError), document, folder)
        data = together(data, placed(document.data, folder))
    form = msgspec.convert(data, _ConfigFile, strict=False)
    by_glob = [(glob, tuple(rules)) for item in form.ignore if isinstance(item, dict) for glob, rules in item.items()]
    config = Config(
        root=root,
        home=str(path),
        extends=tuple(document.where for document in documents[:-1]),
        include=tuple(form.include),
        exclude=tuple(form.exclude),
        archive=tuple(root / item for item in form.archive),
        drafts=tuple(form.drafts),
        select=tuple(form.select),
        ignore=tuple(item for item in form.ignore if isinstance(item, str)),
        ignore_in=tuple(by_glob),
        severity=form.severity,
        options=form.options,
        rules=tuple(root / item for item in form.rules),
        frames=tuple(root / item for item in form.frames),
        facts=_facts(form, root),
        accept=form.vocabulary.accept,
        reject=form.vocabulary.reject,
        names=form.names.accept,
        prefer=form.names.prefer,
        lead_ins=form.lead_ins,
        language=form.language,
        base_url=form.base_url,
        generator=form.generator.lower(),
        grammar=_grammar(form, root),
        overrides=tuple(form.overrides),
    )
    return config, documents


def _facts(form: _ConfigFile, root: Path) -> Path | None:
    """The file of settled facts: the one that is named, or the one of the usual name where there is one."""
    path = root / (form.facts or FACTS)
    return path if form.facts or path.is_file() else None


def _grammar(form: _ConfigFile, root: Path) -> Grammar:
    said = msgspec.structs.asdict(form.grammar)
    said["language"] = said["language"] or form.language
    said["path"] = str(root / said["path"]) if said["path"] else ""
    return Grammar(**said)


def _check_values(form: _ConfigFile, document: Document, root: Path) -> None:
    """Refuse a folder that is not there, and a glob that is none."""
    for key, paths, where in (
        ("rules", form.rules, "a folder of rules"),
        ("frames", form.frames, "a file or folder of frames"),
        ("archive", form.archive, "a file or folder of posts"),
    ):
        for number, item in enumerate(paths):
            if not ((root / item).is_dir() if key == "rules" else (root / item).exists()):
                problem = f"`{key}`: there is no `{item}`; expected {where}, from the folder of this file"
                raise ConfigError(problem, document.where, line_of(document, (key, number)))
    if form.facts and not (root / form.facts).is_file():
        problem = (
            f"`facts`: there is no file `{form.facts}`; expected one of settled facts, from the folder of this file"
        )
        raise ConfigError(problem, document.where, line_of(document, ("facts",)))
    if form.base_url and not re.match(r"https?://[^/\s]", form.base_url):
        problem = f"`base-url`: expected an address such as https://example.org/, found `{form.base_url}`"
        raise ConfigError(problem, document.where, line_of(document, ("base-url",)))
    if form.generator and form.generator.lower() not in NAMES:
        problem = (
            f"`generator`: there is no `{form.generator}` among those known{nearest(form.generator.lower(), NAMES)}"
        )
        raise ConfigError(problem, document.where, line_of(document, ("generator",)))
    globs: list[tuple[tuple[str | int, ...], str]] = [
        ((key, at), glob) for key in ("include", "exclude", "drafts") for at, glob in enumerate(getattr(form, key))
    ]
    globs += [(("ignore", at), glob) for at, item in enumerate(form.ignore) if isinstance(item, dict) for glob in item]
    globs += [
        (("overrides", number, "paths", at), glob)
        for number, item in enumerate(form.overrides)
        for at, glob in enumerate(item.paths)
    ]
    for path, glob in globs:
        try:
            GitIgnoreSpec.from_lines([glob])
        except (ValueError, re.error) as error:
            problem = f"`{path[0]}`: `{glob}` is no glob in the manner of .gitignore"
            raise ConfigError(problem, document.where, line_of(document, path)) from error
