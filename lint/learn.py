"""Read and extract: files in, an index that holds just them out; in worker processes where there is enough to do."""

import hashlib
import logging
import os
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import msgspec

import lint
from lint import check, lexicon
from lint.index import Index, Known, digest_of
from lint.model.errors import CopydeskError
from lint.model.facts import Facts
from lint.model.finding import Finding
from lint.model.job import NONE, File, Job, Own
from lint.model.post import Post
from lint.read import read, unreadable

# Below this many bytes to read, starting workers costs more than it saves.
WORTH_WORKERS = 1_500_000
CHUNK = 16
BATCH = 500

Progress = Callable[[int, int], None]


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


def learn(index: Index, mine: list[File], targets: set[str], job: Job, progress: Progress | None) -> None:
    """Make an index hold just these files, each as it now is. What is read is kept in batches: a kill loses one."""
    known = index.known()
    hits_key, alone = hits_key_of(job), looks(job)
    tasks: list[_Task] = []
    stats: dict[str, tuple[int, int]] = {}
    for file in mine:
        stats[file.key] = stat = _stat(file)
        before = known.get(file.key)
        want_hits = alone and file.key in targets and (before is None or before.hits_key != hits_key)
        fresh = before is not None and file.data is None and before.fresh(*stat)
        if fresh and not want_hits:
            continue
        tasks.append(_Task(file, not fresh, alone and file.key in targets))
    gone = known.keys() - {file.key for file in mine}
    if not tasks and not gone:
        return
    size = sum(stats[task.file.key][0] for task in tasks)
    results = _examine(tasks, size, job, known, hits_key, progress, lightly=index.path is None and _light(job))
    with index.writing():
        index.forget(sorted(gone))
    while batch := list(islice(results, BATCH)):
        with index.writing():
            for result in batch:
                if result.facts is not None:
                    index.learn(result.key, result.size, result.mtime, result.looked, result.digest, result.facts)
                else:
                    index.touch(result.key, result.size, result.mtime)
                if result.hits is not None:
                    index.keep_hits(result.key, hits_key, result.hits)


def _stat(file: File) -> tuple[int, int]:
    if file.data is not None:
        return len(file.data), 0
    try:
        stat = file.path.stat()
    except OSError:
        return 0, 0
    return stat.st_size, stat.st_mtime_ns


def _examine(
    tasks: list[_Task],
    size: int,
    job: Job,
    known: dict[str, Known],
    hits_key: bytes,
    progress: Progress | None,
    lightly: bool,
) -> Iterator[_Result]:
    """Look at files, in worker processes where there is enough to do; results come in the order of the tasks."""
    seen = {key: (item.digest, item.hits_key == hits_key) for key, item in known.items()}
    setup = (check.Local(job.rules, job.overrides, job.shared), seen, job.own, lightly)
    jobs = job.jobs or min(os.cpu_count() or 1, 8)
    if jobs == 1 or (size < WORTH_WORKERS and not job.jobs) or len(tasks) < 2:
        _prepare(*setup)
        results: Iterable[_Result] = map(_look, tasks)
        yield from _counted(results, len(tasks), progress)
        return
    from concurrent.futures import ProcessPoolExecutor  # 15 ms that a single draft need not wait for

    with ProcessPoolExecutor(jobs, initializer=_prepare, initargs=setup) as pool:
        yield from _counted(pool.map(_look, tasks, chunksize=CHUNK), len(tasks), progress)


def _counted(results: Iterable[_Result], total: int, progress: Progress | None) -> Iterator[_Result]:
    for number, result in enumerate(results, 1):
        yield result
        if progress is not None:
            progress(number, total)


class _Worker(NamedTuple):
    """The rules of each path; what the index knows of each file; what is the publication's own; whether lightly."""

    rules: check.Local
    known: dict[str, tuple[bytes, bool]]
    own: Own
    lightly: bool


NO_RULES = check.Local((), (), {})
_worker = _Worker(NO_RULES, {}, NONE, False)


def _prepare(rules: check.Local, known: dict[str, tuple[bytes, bool]], own: Own, lightly: bool) -> None:
    """Set a worker up."""
    global _worker
    _worker = _Worker(rules, known, own, lightly)


def _look(task: _Task) -> _Result:
    """Read one file; give its facts and what rules find in its posts by themselves, where they are wanted."""
    worker = _worker
    looked = time.time_ns()
    size, mtime = _stat(task.file)
    problem = ""
    try:
        data = task.file.data if task.file.data is not None else task.file.path.read_bytes()
    except OSError as error:
        data, problem = b"", error.strerror or str(error)
    digest = digest_of(problem.encode() or data)
    before, has_hits = worker.known.get(task.file.key, (b"", False))
    same = digest == before
    need_hits = task.hits and not (same and has_hits)
    if same and not need_hits:
        return _Result(task.file.key, size, mtime, looked, digest, None, None)
    worker = worker if need_hits else worker._replace(rules=NO_RULES)
    try:
        facts, hits = _said(task.file.key, unreadable(task.file.key, problem) if problem else None, data, worker)
    except CopydeskError:  # a rule file that is wrong is wrong for every file
        raise
    except Exception as error:  # noqa: BLE001  one file that trips copydesk up must not stop the others
        said = f"copydesk failed on it ({type(error).__name__}: {error}); please report this"
        logging.getLogger("copydesk").error("%s: %s", task.file.key, said)
        facts, hits = _said(task.file.key, unreadable(task.file.key, said), b"", worker)
        looked, digest, same = 0, b"", False  # never taken for what the file says: the next run tries again
    encoded = None if same else msgspec.msgpack.encode(facts)
    return _Result(
        task.file.key, size, mtime, looked, digest, encoded, msgspec.msgpack.encode(hits) if need_hits else None
    )


def _said(key: str, posts: list[Post] | None, data: bytes, worker: _Worker) -> tuple[list[Facts], list[Finding]]:
    """The facts of a file's posts, and what the rules find in each by itself."""
    from lint import extract  # a quarter of the start, and most runs of a draft know all posts

    facts, hits = [], []
    parts: Counter[str] = Counter()
    for post in read(key, data) if posts is None else posts:
        said = extract.extract(post, post.source.path, parts[post.source.path], worker.own, worker.lightly)
        parts[post.source.path] += 1
        facts.append(said)
        hits += check.check(post, said, worker.rules.at(said.path))
    return facts, hits


def hits(file: File, index: Index, job: Job) -> list[Finding]:
    """Return what the rules find in a file's posts by themselves, as the index has it.

    Another process may have kept the hits of other rules since this one learnt them: then they are found once more.
    """
    kept = index.hits(file.key, hits_key_of(job))
    if kept is not None:
        return kept
    _prepare(check.Local(job.rules, job.overrides, job.shared), {}, job.own, False)
    return msgspec.msgpack.decode(_look(_Task(file, True, True)).hits or b"\x90", type=list[Finding])


def looks(job: Job) -> bool:
    """Tell whether any rule of a job looks at a post by itself; where none does, the hits that are kept stay."""
    return any(bound.check is not None for bound in check.bind(job.rules, job.shared))


def _light(job: Job) -> bool:
    """Tell whether all rules of a job make do with what is extracted lightly."""
    return bool(job.rules) and all(bound.light for bound in check.bind(job.rules, job.shared))


def hits_key_of(job: Job) -> bytes:
    """Return what the hits of a post hang on besides its contents: the code, the rules of every path, their options."""
    told = (version(job.own), job.rules, job.overrides, sorted(job.shared.items()))
    return digest_of(msgspec.msgpack.encode(told))


def version(own: Own = NONE) -> str:
    """Return what tells this code, with what it reads of the configuration, from any other: its facts are stale."""
    told = ([page.text for page in own.frames], own.leads, own.unled)
    return f"{_code()}-{digest_of(msgspec.msgpack.encode(told)).hex()}" if any(told) else _code()


@cache
def _code() -> str:
    here = Path(lint.__file__).parent
    stamp = hashlib.blake2b(lexicon.digest().encode(), digest_size=8)
    folders = [
        here / "model",
        here / "read",
        here / "extract",
        here / "index",
        here / "lexicon",
        here / "rules" / "frames",
        here.parent / "rules" / "frames",
    ]
    paths = [here / "sentences.py", here / "address.py"]
    paths += [path for folder in folders if folder.is_dir() for path in sorted(folder.rglob("*"))]
    for path in paths:
        if path.suffix in (".py", ".yaml"):
            stat = path.stat()
            stamp.update(f"{path.name} {stat.st_size} {stat.st_mtime_ns}".encode())
    return f"{lint.__version__}-{stamp.hexdigest()}"
