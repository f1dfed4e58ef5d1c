"""Read, extract, learn, judge: paths in, findings out, straight down. Two passes, so nothing hangs on file order."""

import hashlib
import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from pathspec import GitIgnoreSpec

import lint
from lint import check, extract
from lint.check._settle import order, settle
from lint.index import Index, Known, digest_of
from lint.index.archive import Archive
from lint.model.errors import UsageError
from lint.model.facts import Facts
from lint.model.finding import Finding
from lint.model.rule import Rule
from lint.model.text import Source
from lint.read import files, read, readable, source_of, unreadable
from lint.read.encoding import UndecodableError

FOLDER = ".copydesk"
# Below this many bytes to read, starting workers costs more than it saves.
WORTH_WORKERS = 1_500_000
CHUNK = 16

Progress = Callable[[int, int], None]


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


class _Task(NamedTuple):
    file: File
    facts: bool
    hits: bool


class _Result(NamedTuple):
    key: str
    size: int
    mtime: int
    looked: int
    digest: bytes
    facts: bytes | None
    hits: bytes | None


def collect(paths: Iterable[Path], root: Path, include: Sequence[str] = (), exclude: Sequence[str] = ()) -> list[File]:
    """Return the files that paths name: folders are searched, files are taken as they are. Sorted, each once."""
    found: dict[str, File] = {}
    for path in paths:
        if path.is_dir():
            below = files.find(path.resolve(), root, include, exclude)
        elif path.exists():
            if not readable(path.name):
                raise UsageError(f"there is no reader for `{path.suffix or path.name}` files", str(path))
            below = [path.resolve()]
        else:
            raise UsageError("no such file or folder", str(path))
        for item in below:
            file = File(key_of(item, root), item)
            found[file.key] = file
    return [found[key] for key in sorted(found)]


def key_of(path: Path, root: Path) -> str:
    """Return a path from the root of the publication, or whole where it is outside."""
    try:
        return path.relative_to(root).as_posix()
    except ValueError:
        return path.as_posix()


def run(job: Job, progress: Progress | None = None) -> Report:
    """Learn what every post says, then judge each target against all the others."""
    begun = time.perf_counter()
    with archive_of(job, progress) as (archive, indexes):
        alone = [hit for file in job.targets for hit in indexes[file.key].hits(file.key)]
        posts = [facts for file in job.targets for facts in indexes[file.key].facts(file.key)]
        findings = list(findings_of(posts, job, archive, alone))
    quoted = _quote(sorted(findings, key=order), {file.key: file for file in (*job.targets, *job.archive)})
    words = sum(facts.words for facts in posts)
    return Report(tuple(quoted), len(posts), len(job.targets), words, time.perf_counter() - begun)


def findings_of(posts: Iterable[Facts], job: Job, archive: Archive, alone: Iterable[Finding] = ()) -> Iterator[Finding]:
    """Judge posts against the archive; give what stands of that and of what was found in each post `alone`."""
    bound = check.bind(job.rules, job.shared)
    found: dict[tuple[str, int], list[Finding]] = {}
    for finding in alone:
        found.setdefault((finding.path, finding.part), []).append(finding)
    elsewhere = [(GitIgnoreSpec.from_lines([glob]), set(rules)) for glob, rules in job.ignore_in]
    for facts in posts:
        here = found.get(facts.key, []) + check.judge(facts, bound, archive)
        off: set[str] = set().union(*(rules for globs, rules in elsewhere if globs.match_file(facts.path)))
        here = [item for item in here if not {item.rule, item.rule.partition("-")[0]} & off]
        yield from settle(here, facts, job.rules, job.narrowed)


@contextmanager
def archive_of(job: Job, progress: Progress | None = None) -> Iterator[tuple[Archive, dict[str, Index]]]:
    """Bring the indexes up to date; give the archive and the index of each file by key."""
    every = {file.key: file for file in (*job.archive, *job.targets)}
    kept = _kept_index(job)
    passing = Index(None, version())
    indexes = {key: kept if kept is not None and key in job.inside else passing for key in every}
    targets = {file.key for file in job.targets}
    hits_key = digest_of(msgspec.msgpack.encode((version(), job.rules, sorted(job.shared.items()))))
    try:
        for index in (kept, passing):
            if index is not None:
                mine = [file for key, file in every.items() if indexes[key] is index]
                _learn(index, mine, targets, hits_key, job, progress)
        specs = GitIgnoreSpec.from_lines(job.drafts) if job.drafts else None
        archive = Archive(
            [index for index in (kept, passing) if index is not None],
            targets,
            lambda path: specs is not None and specs.match_file(path),
            lambda path: _inside(job.root, path),
        )
        yield archive, indexes
    finally:
        for index in (kept, passing):
            if index is not None:
                index.close()


def _kept_index(job: Job) -> Index | None:
    if not job.cache or not job.inside:
        return None
    try:
        return Index(job.root / FOLDER, version())
    except OSError:
        return None  # a publication that cannot be written to is linted all the same


def _inside(root: Path, path: str) -> bool:
    """Tell whether a file of the publication exists; paths that lead out of it do not."""
    target = Path(os.path.normpath(root / path))
    return target.is_relative_to(root) and target.exists()


def _learn(
    index: Index, mine: list[File], targets: set[str], hits_key: bytes, job: Job, progress: Progress | None
) -> None:
    """Make an index hold just these files, each as it now is."""
    known = index.known()
    tasks: list[_Task] = []
    stats: dict[str, tuple[int, int]] = {}
    for file in mine:
        stats[file.key] = stat = _stat(file)
        before = known.get(file.key)
        want_hits = file.key in targets and (before is None or before.hits_key != hits_key)
        fresh = before is not None and file.data is None and before.fresh(*stat)
        if fresh and not want_hits:
            continue
        tasks.append(_Task(file, not fresh, file.key in targets))
    gone = known.keys() - {file.key for file in mine}
    if not tasks and not gone:
        return
    results = _examine(tasks, sum(stats[task.file.key][0] for task in tasks), job, known, hits_key, progress)
    index.begin()
    index.forget(sorted(gone))
    for result in results:
        if result.facts is not None:
            index.learn(result.key, result.size, result.mtime, result.looked, result.digest, result.facts)
        else:
            index.touch(result.key, result.size, result.mtime)
        if result.hits is not None:
            index.keep_hits(result.key, hits_key, result.hits)
    index.commit()


def _stat(file: File) -> tuple[int, int]:
    if file.data is not None:
        return len(file.data), 0
    try:
        stat = file.path.stat()
    except OSError:
        return 0, 0
    return stat.st_size, stat.st_mtime_ns


def _examine(
    tasks: list[_Task], size: int, job: Job, known: dict[str, Known], hits_key: bytes, progress: Progress | None
) -> Iterator[_Result]:
    """Look at files, in worker processes where there is enough to do; results come in the order of the tasks."""
    setup = (job.rules, job.shared, {key: (item.digest, item.hits_key == hits_key) for key, item in known.items()})
    jobs = job.jobs or min(os.cpu_count() or 1, 8)
    if jobs == 1 or (size < WORTH_WORKERS and not job.jobs) or len(tasks) < 2:
        _prepare(*setup)
        results: Iterable[_Result] = map(_look, tasks)
        yield from _counted(results, len(tasks), progress)
        return
    with ProcessPoolExecutor(jobs, initializer=_prepare, initargs=setup) as pool:
        yield from _counted(pool.map(_look, tasks, chunksize=CHUNK), len(tasks), progress)


def _counted(results: Iterable[_Result], total: int, progress: Progress | None) -> Iterator[_Result]:
    for number, result in enumerate(results, 1):
        yield result
        if progress is not None:
            progress(number, total)


_worker: tuple[list[check.Bound], dict[str, tuple[bytes, bool]]] = ([], {})


def _prepare(rules: tuple[Rule, ...], shared: dict[str, Any], known: dict[str, tuple[bytes, bool]]) -> None:
    """Set a worker up: its rules, bound, and what the index knows of each file."""
    global _worker
    _worker = (check.bind(rules, shared), known)


def _look(task: _Task) -> _Result:
    """Read one file; give its facts and what rules find in its posts by themselves, where they are wanted."""
    bound, known = _worker
    looked = time.time_ns()
    size, mtime = _stat(task.file)
    problem = ""
    try:
        data = task.file.data if task.file.data is not None else task.file.path.read_bytes()
    except OSError as error:
        data, problem = b"", error.strerror or str(error)
    digest = digest_of(problem.encode() or data)
    before, has_hits = known.get(task.file.key, (b"", False))
    same = digest == before
    need_hits = task.hits and not (same and has_hits)
    if same and not need_hits:
        return _Result(task.file.key, size, mtime, looked, digest, None, None)
    facts, hits = [], []
    for part, post in enumerate(unreadable(task.file.key, problem) if problem else read(task.file.key, data)):
        said = extract.extract(post, task.file.key, part)
        facts.append(said)
        if need_hits:
            hits += check.check(post, said, bound)
    encoded = None if same else msgspec.msgpack.encode(facts)
    return _Result(
        task.file.key, size, mtime, looked, digest, encoded, msgspec.msgpack.encode(hits) if need_hits else None
    )


def _quote(findings: Iterable[Finding], by_key: dict[str, File]) -> Iterator[Finding]:
    """Give each finding, and each place related to it, the line of the file that it stands on."""
    sources: dict[str, Source] = {}

    def line(path: str, number: int) -> str:
        if path not in sources:
            file = by_key.get(path)
            try:
                data = b"" if file is None else file.data if file.data is not None else file.path.read_bytes()
                sources[path] = source_of(path, data)
            except (OSError, UndecodableError):
                sources[path] = Source(path, "")
        return sources[path].line(number)

    for finding in findings:
        related = tuple(
            msgspec.structs.replace(item, line_text=line(item.path, item.place.line)) for item in finding.related
        )
        text = line(finding.path, finding.place.line)
        yield msgspec.structs.replace(finding, line_text=text, related=related)


_version: list[str] = []


def version() -> str:
    """Return what tells this code from any other that reads or extracts: facts of another version are stale."""
    if not _version:
        here = Path(lint.__file__).parent
        stamp = hashlib.blake2b(digest_size=8)
        folders = [
            here / "model",
            here / "read",
            here / "extract",
            here / "rules" / "frames",
            here.parent / "rules" / "frames",
        ]
        for folder in folders:
            for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
                if path.suffix in (".py", ".yaml"):
                    stat = path.stat()
                    stamp.update(f"{path.name} {stat.st_size} {stat.st_mtime_ns}".encode())
        _version.append(f"{lint.__version__}-{stamp.hexdigest()}")
    return _version[0]
