"""What every command that reads posts needs: the configuration, the rules, the files, and where output goes."""

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, TextIO

import click
import msgspec

from lint.decode import read_text
from lint.model.errors import ConfigError, UsageError
from lint.model.facts import Settled
from lint.model.finding import Finding
from lint.model.job import File, Grammar, Job, Override, Own, Page
from lint.model.rule import Rule
from lint.read import readable
from lint.read.generator import layout
from lint.rulebook import config as configuration
from lint.rulebook import own, shipped
from lint.rulebook.choice import check_names
from lint.run import collect, key_of

Command = Callable[..., Any]
MANY = 200


class Setup(msgspec.Struct, frozen=True):
    """A publication: its configuration, every rule there is for it, and its own frames."""

    config: configuration.Config
    rules: tuple[Rule, ...]
    frames: tuple[Page, ...] = ()
    settled: tuple[Settled, ...] = ()


def comma_list(_context: click.Context, _parameter: click.Parameter, value: Sequence[str]) -> tuple[str, ...]:
    """Turn repeats and comma lists into one tuple."""
    return tuple(name for item in value for name in item.replace(",", " ").split())


def reading(command: Command) -> Command:
    """Add the options of every command that reads posts."""
    for option in (
        click.option("--config", "config_file", type=click.Path(path_type=Path), help="Use this copydesk.yaml."),
        click.option("--archive", multiple=True, type=click.Path(path_type=Path), help="Compare with these posts too."),
        click.option("--jobs", "-j", type=click.IntRange(1, 256), help="Worker processes (default: as many as help)."),
        click.option("--no-cache", is_flag=True, help="Keep no index; read everything anew."),
    ):
        command = option(command)
    return command


def setup(paths: Sequence[Path], config_file: Path | None, examples: bool = False) -> Setup:
    """Find and read the configuration of the publication that the first path belongs to."""
    rules = shipped(examples)
    if config_file is not None and not config_file.is_file():
        raise UsageError("no such configuration file", str(config_file))
    start = paths[0].resolve() if paths and str(paths[0]) != "-" else Path.cwd()
    found = config_file or configuration.find(start)
    if found is None:
        return Setup(configuration.Config(root=_root(paths)), tuple(rules))
    config, documents = configuration.read(found)
    rules += own(config.rules, rules)
    check_names(documents, rules)
    frames = _frames(config.frames)
    facts: tuple[Settled, ...] = ()
    if config.facts is not None:
        from lint.extract.settled import settled

        page = Page(str(config.facts), read_text(config.facts, ConfigError))
        facts = settled(page, key_of(config.facts.resolve(), config.root), frames)
    return Setup(config, tuple(rules), frames, facts)


def _root(paths: Sequence[Path]) -> Path:
    """Return what a publication without a configuration is kept in: this folder, or what holds paths outside it.

    The addresses of a site, and the files its links lead to, count from there.
    """
    here = Path.cwd()
    where = [path.resolve() for path in paths if str(path) != "-"]
    if all(path.is_relative_to(here) for path in where):
        return here
    try:
        common = Path(os.path.commonpath([path if path.is_dir() else path.parent for path in where]))
    except ValueError:  # other drives
        return here
    return here if here.is_relative_to(common) else common


def _frames(paths: Sequence[Path]) -> tuple[Page, ...]:
    """Read the publication's own frames; a mistake in one is told before anything else is read."""
    if not paths:
        return ()
    from lint.extract.claims.frames import lexicon
    from lint.extract.claims.written import pages

    frames = pages(paths)
    if frames:
        lexicon(frames)
    return frames


def job(
    made: Setup,
    paths: Sequence[Path],
    rules: Iterable[Rule],
    archive: Sequence[Path] = (),
    only: Callable[[File], bool] | None = None,
    given: Sequence[File] = (),
    cache: bool = True,
    jobs: int | None = None,
    narrowed: bool = False,
    forced: bool = False,
    grammar: Grammar | None = None,
    baseline: frozenset[str] = frozenset(),
    why: bool = False,
    overrides: Sequence[Override] = (),
) -> Job:
    """Put a job together: what the paths name is reported on, the whole publication is compared with.

    `only` narrows the targets down; what it leaves out is compared with all the same. `given` are files that come with
    their bytes (standard input), in place of what is on the disk. `forced` drops the files among the paths that the
    publication leaves out.
    """
    config = made.config
    found = collect([config.root], config.root, config.include, config.exclude) if config.home or forced else []
    publication = found if config.home else []
    out = _keys(given)
    paths = _with_readers(paths)
    named = [file for file in collect(paths, config.root, config.include, config.exclude) if file.key not in out]
    if forced:
        taken = _keys(found)
        named = [file for file in named if file.key in taken]
    targets = [file for file in named if only is None or only(file)]
    besides = collect([*config.archive, *archive], config.root, (), ())
    chosen = _keys(targets) | _keys(given)
    rest = {file.key: file for file in (*publication, *besides, *named) if file.key not in chosen}
    return Job(
        root=config.root,
        targets=tuple(sorted([*targets, *given], key=lambda file: file.key)),
        archive=tuple(rest[key] for key in sorted(rest)),
        inside=frozenset(_keys(publication) - _keys(given)),
        rules=tuple(rules),
        shared={**config.shared, "layout": msgspec.to_builtins(layout(config.root, config.generator))},
        drafts=config.drafts,
        overrides=tuple(overrides),
        cache=cache,
        jobs=jobs or 0,
        narrowed=narrowed,
        grammar=grammar or Grammar(),
        baseline=baseline,
        why=why,
        own=Own(made.frames, config.lead_ins.accept, config.lead_ins.reject),
        settled=made.settled,
    )


def _with_readers(paths: Sequence[Path]) -> Sequence[Path]:
    """Return the paths without the files that nothing reads, each told; all of them where there is nothing else."""
    lone = [path for path in paths if path.is_file() and not readable(path.name)]
    if len(lone) == len(paths):
        return paths
    for path in lone:
        click.echo(
            f"copydesk: {path}: passed over, there is no reader for `{path.suffix or path.name}` files", err=True
        )
    return [path for path in paths if path not in lone]


def _keys(files: Iterable[File]) -> set[str]:
    return {file.key for file in files}


def shown_path(key: str, root: Path) -> str:
    """Return a file's path from the working directory, with `/`."""
    try:
        return Path(os.path.relpath(root / key)).as_posix()
    except ValueError:  # another drive
        return Path(root / key).as_posix()


def relabel(findings: Iterable[Finding], root: Path) -> list[Finding]:
    """Return findings with paths from the working directory, sorted by them."""
    made: dict[str, str] = {}

    def path(key: str) -> str:
        if key not in made:
            made[key] = shown_path(key, root)
        return made[key]

    found = [
        msgspec.structs.replace(
            finding,
            path=path(finding.path),
            related=tuple(msgspec.structs.replace(item, path=path(item.path)) for item in finding.related),
        )
        for finding in findings
    ]
    return sorted(found, key=lambda item: (item.path, item.place.line, item.place.column, item.rule))


def write(pieces: Iterable[str], output: Path | None, stream: TextIO | None = None) -> None:
    """Print a report, or write it to a file in one step, so that a reader never sees half of it.

    A device or a pipe is written to as it is: what is renamed over /dev/null is gone for the whole system. A link is
    followed, not replaced.
    """
    if output is None:
        stream = stream or sys.stdout
        for piece in pieces:
            stream.write(piece)
        stream.flush()
        return
    output = output.resolve()
    whole = not output.exists() or output.is_file()
    aside = output.with_name(f".{output.name}.{os.getpid()}.tmp") if whole else output
    try:
        aside.write_text("".join(pieces), "utf-8", "backslashreplace", newline="\n")
        if whole:
            aside.replace(output)
    except OSError as error:
        if whole:
            aside.unlink(missing_ok=True)
        raise UsageError(f"cannot write here: {error.strerror}", str(output)) from error


def in_color(choice: str, output: Path | None) -> bool:
    """Tell whether to print in colour."""
    if choice != "auto":
        return choice == "always"
    return output is None and sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"


class Bar:
    """A progress bar on standard error: only on a terminal, and only where there is much to read."""

    def __init__(self) -> None:
        self._bar: Any = None

    def __call__(self, done: int, total: int) -> None:
        """Show that `done` of `total` files are read."""
        if total < MANY or not sys.stderr.isatty():
            return
        if self._bar is None:
            self._bar = click.progressbar(length=total, label="reading", file=sys.stderr)
        self._bar.update(done - self._bar.pos)
        if done == total:
            self._bar.render_finish()
            self._bar = None
