"""Read, extract, learn, judge: paths in, findings out, straight down. Two passes, so nothing hangs on file order."""

import os
import posixpath
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

import msgspec
from pathspec import GitIgnoreSpec

from lint import baseline, check
from lint.check._settle import order, settle
from lint.index import Index
from lint.index.archive import Archive
from lint.learn import Progress, hits, learn, looks, version
from lint.model.errors import ServiceError, UsageError
from lint.model.facts import Facts
from lint.model.finding import Finding
from lint.model.job import File, Job, Report
from lint.model.text import Place, Source, stored
from lint.read import files, read, readable, source_of
from lint.read.encoding import UndecodableError

FOLDER = ".copydesk"
SHOWN = 60  # letters of a paragraph that are pointed at


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
    """Return a path from the root of the publication, or whole where it is outside; bytes that are no text escaped."""
    inside = path.as_posix().removeprefix(f"{root.as_posix().rstrip('/')}/")
    return inside.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def run(job: Job, progress: Progress | None = None) -> Report:
    """Learn what every post says, then judge each target against all the others."""
    begun = time.perf_counter()
    with archive_of(job, progress) as (archive, indexes):
        alone = [hit for file in job.targets for hit in hits(file, indexes[file.key], job)] if looks(job) else []
        posts = [facts for file in job.targets for facts in indexes[file.key].facts(file.key)]
        more, trouble = _remarked(job, posts)
        alone += more
        findings = list(findings_of(posts, job, archive, alone))
    quoted = _quote(sorted(findings, key=order), _sources(job))
    found = baseline.marked(quoted)
    new = tuple(finding for finding in found if finding.fingerprint not in job.baseline)
    words = sum(facts.words for facts in posts)
    read = sum(facts.shape != "unreadable" for facts in posts)
    return Report(new, read, len(job.targets), words, time.perf_counter() - begun, trouble, len(found) - len(new))


def _remarked(job: Job, posts: Iterable[Facts]) -> tuple[list[Finding], str]:
    """What the grammar engine of the job finds, and what kept it from going on, if anything did."""
    asking = [rule for rule in job.rules if rule.id == "typo-grammar"]
    if job.grammar.engine == "off" or not asking:
        return [], ""
    from lint import grammar  # most runs ask no engine

    rules = check.Local(asking, job.overrides, {})
    by_key = {facts.key: (facts, bound.rule) for facts in posts for bound in rules.at(facts.path)}
    folder = job.root / FOLDER if job.cache and job.inside else None
    found: list[Finding] = []
    try:
        found.extend(grammar.findings(job.targets, by_key, job.grammar, folder))
    except ServiceError as error:
        return found, str(error)
    return found, ""


def findings_of(posts: Iterable[Facts], job: Job, archive: Archive, alone: Iterable[Finding] = ()) -> Iterator[Finding]:
    """Judge posts against the archive; give what stands of that and of what was found in each post `alone`."""
    rules = check.Local(job.rules, job.overrides, {**job.shared, "why": job.why})
    posts = [archive.gazetteer.resolved(facts) for facts in posts]
    alike: dict[int, list[Facts]] = {}
    for facts in posts:
        alike.setdefault(id(rules.at(facts.path)), []).append(facts)
    for some in alike.values():
        check.prepare(some, rules.at(some[0].path))
    found: dict[tuple[str, int], list[Finding]] = {}
    for finding in alone:
        found.setdefault((finding.path, finding.part), []).append(finding)
    for facts in posts:
        bound = rules.at(facts.path)
        here = found.get(facts.key, []) + check.judge(facts, bound, archive)
        yield from settle(here, facts, [item.rule for item in bound], job.narrowed)


@contextmanager
def archive_of(job: Job, progress: Progress | None = None) -> Iterator[tuple[Archive, dict[str, Index]]]:
    """Bring the indexes up to date; give the archive and the index of each file by key."""
    every = {file.key: file for file in (*job.archive, *job.targets)}
    kept = _kept_index(job)
    passing = Index(None, version(job.own))
    indexes = {key: kept if kept is not None and key in job.inside else passing for key in every}
    targets = {file.key for file in job.targets}
    folders = _folders(every)
    try:
        for index in (kept, passing):
            if index is not None:
                mine = [file for key, file in every.items() if indexes[key] is index]
                learn(index, mine, targets, job, progress)
                index.freeze()
        specs = GitIgnoreSpec.from_lines(job.drafts) if job.drafts else None
        archive = Archive(
            [index for index in (kept, passing) if index is not None and index in indexes.values()],
            targets,
            lambda path: specs is not None and specs.match_file(path),
            lambda path: path in every or path in folders or _inside(job.root, path),
            lru_cache(maxsize=64)(lambda key: _paragraphs(every.get(stored(key[0])), *key)),
            job.settled,
        )
        yield archive, indexes
    finally:
        for index in (kept, passing):
            if index is not None:
                index.close()


def _folders(keys: Iterable[str]) -> set[str]:
    """Return the folders that files stand in, up to the root; each is climbed once, for there may be many files."""
    found: set[str] = {"."}
    for key in keys:
        folder = posixpath.dirname(key)
        while folder and folder not in found:
            found.add(folder)
            folder = posixpath.dirname(folder)
    return found


def _paragraphs(file: File | None, path: str, part: int) -> list[tuple[str, Place]]:
    """Return the paragraphs of one post as its file now has it; none where it cannot be read."""
    try:
        posts = read(file.key, _bytes(file)) if file is not None else []
    except OSError:
        return []
    mine = [post for post in posts if post.source.path == path][part : part + 1]
    blocks = [(post, block) for post in mine for block in post.blocks if block.role != "code" and not block.quoted]
    return [(block.prose.text, post.source.place(block.prose.home(0, SHOWN))) for post, block in blocks]


def _kept_index(job: Job) -> Index | None:
    if not job.cache or not job.inside:
        return None
    try:
        return Index(job.root / FOLDER, version(job.own))
    except OSError:
        return None  # a publication that cannot be written to is linted all the same


def _inside(root: Path, path: str) -> bool:
    """Tell whether a file of the publication exists; paths that lead out of it do not."""
    target = os.path.normpath(os.path.join(root, path))
    return f"{target}{os.sep}".startswith(os.path.join(root, "")) and os.path.exists(target)


def _bytes(file: File | None) -> bytes:
    return b"" if file is None else file.data if file.data is not None else file.path.read_bytes()


def _sources(job: Job) -> dict[str, File]:
    """Every file that a finding may quote, by key."""
    facts = [File(fact.path, job.root / fact.path) for fact in job.settled[:1]]
    return {file.key: file for file in (*job.targets, *job.archive, *facts)}


def _quote(findings: Iterable[Finding], by_key: dict[str, File]) -> Iterator[Finding]:
    """Give each finding, and each place related to it, the line of the file that it stands on."""
    sources: dict[str, Source] = {}
    held = lru_cache(maxsize=1)(_bytes)  # many posts may stand in one archive file

    @lru_cache(maxsize=64)  # many findings may stand on one long line, and share it
    def line(path: str, number: int) -> str:
        if path not in sources:
            try:
                sources[path] = source_of(path, held(by_key.get(stored(path))))
            except (OSError, UndecodableError):
                sources[path] = Source(path, "")
        return sources[path].line(number)

    for finding in findings:
        related = tuple(
            msgspec.structs.replace(item, line_text=line(item.path, item.place.line)) for item in finding.related
        )
        text = line(finding.path, finding.place.line)
        yield msgspec.structs.replace(finding, line_text=text, related=related)
