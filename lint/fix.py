"""Safe edits: findings and their files in, changed files out. What is in doubt is left, and said."""

import difflib
import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from shutil import copymode
from typing import NamedTuple

from lint import patterns as re
from lint.model.finding import Finding
from lint.model.job import File
from lint.model.post import Block, Post
from lint.model.text import Span
from lint.read import read, source_of
from lint.read.encoding import UndecodableError, codec_of

# What a replacement may bring along only where the text had it already: it could turn into markup.
MARKUP = frozenset("<>&`*_~[]{}|\\$^\n\r\t")
# In titles and alternative texts the words stand inside a value that these could end.
VALUE = frozenset("\"':#")
QUOTATION = re.compile(r"“[^”]{1,2000}(?:”|$)|(?<!\w)\"[^\"]{1,2000}(?:\"(?!\w)|$)|«[^»]{1,2000}»|„[^“”]{1,2000}[“”]")
QUOTING = frozenset({"quotation", "q", "blockquote", "cite"})
MARKS = frozenset({"reference", "superscript", "anchor"})


class Edit(NamedTuple):
    """A stretch of a file's text, and what is put there."""

    start: int
    end: int
    text: str


class Left(NamedTuple):
    """A finding whose fix was not made, and why."""

    finding: Finding
    reason: str


class Change(NamedTuple):
    """What is to become of a file: its text before and after, the bytes, the edits made, and what was left."""

    file: File
    before: str
    after: str
    data: bytes
    edits: tuple[Edit, ...]
    left: tuple[Left, ...]
    seen: tuple[int, int] = (0, 0)


def plan(findings: Iterable[Finding], files: Mapping[str, File], safe: bool) -> Iterator[Change]:
    """Yield what the first suggestions of findings make of each file; with `safe`, only those that are certain.

    Fixes that meet another are passed over: once that is made, another look tells whether they are still due.
    """
    by_file: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.suggestions and (finding.suggestions[0].safe or not safe):
            by_file.setdefault(finding.path, []).append(finding)
    for key, found in sorted(by_file.items()):
        if key in files:
            yield _planned(files[key], found)
        else:
            file = File(key, Path(key))
            yield Change(file, "", "", b"", (), tuple(Left(item, "it stands inside an archive file") for item in found))


def _planned(file: File, found: Sequence[Finding]) -> Change:
    def none(reason: str) -> Change:
        return Change(file, "", "", b"", (), tuple(Left(item, reason) for item in found))

    try:
        stat = None if file.data is not None else file.path.stat()
        data = file.path.read_bytes() if file.data is None else file.data
        text = source_of(file.key, data).text
    except OSError as error:
        return none(error.strerror or "it cannot be read")
    except UndecodableError as error:
        return none(str(error))
    codec = codec_of(data, text)
    if codec is None:
        return none("the encoding of the file cannot be written")
    mark, name = codec
    posts = read(file.key, data)
    edits, left = _edits(file, found, posts, text, name)
    after = _applied(text, edits)
    made = mark + after.encode(name)
    if edits and _shape(posts) != _shape(read(file.key, made)):
        return none("it would change more than words")
    seen = (stat.st_size, stat.st_mtime_ns) if stat is not None else (0, 0)
    return Change(file, text, after, made, tuple(edits), tuple(left), seen)


def _edits(
    file: File, found: Sequence[Finding], posts: Sequence[Post], text: str, codec: str
) -> tuple[list[Edit], list[Left]]:
    edits: list[Edit] = []
    left: list[Left] = []
    for finding in sorted(found, key=lambda item: (item.span.start, item.span.end)):
        fix = finding.suggestions[0]
        edit = Edit(finding.span.start, finding.span.end, fix.text)
        reason = _doubt(finding, edit, file, posts, text, codec)
        if reason:
            left.append(Left(finding, reason))
        elif not edits or edit.start > edits[-1].end:
            edits.append(edit)
    return edits, left


def _doubt(finding: Finding, edit: Edit, file: File, posts: Sequence[Post], text: str, codec: str) -> str:
    """Say why a fix cannot be made, or nothing."""
    old = text[edit.start : edit.end]
    if old != finding.place.excerpt or edit.text == old:
        return "the file has changed"
    blocks = posts[finding.part].blocks if finding.part < len(posts) else ()
    inside = [block for block in blocks if _touches(block, finding.span)]
    if any(not _literal(block, finding.span) for block in inside) or not (inside or finding.suggestions[0].safe):
        return "there is markup in between"
    if any(_quoted(block, finding.span) for block in inside):
        return "it stands in a quotation"
    new = set(edit.text) - set(old)
    if new & MARKUP or (new & VALUE and any(block.role in ("title", "alt") for block in inside)):
        return "the fix could be taken for markup"
    if '"' in new and file.key.lower().endswith(".json"):
        return "the fix could be taken for markup"
    try:
        edit.text.encode(codec)
    except UnicodeError:
        return f"{codec} has no such character"
    return ""


def _touches(block: Block, span: Span) -> bool:
    end = max(span.end, span.start + 1)
    return any(run.start < end and span.start < run.end for run in block.prose.runs)


def _literal(block: Block, span: Span) -> bool:
    """Tell whether a span of the file is one piece of a block's text, as it is read."""
    return any(run.literal and run.start <= span.start and span.end <= run.end for run in block.prose.runs)


def _quoted(block: Block, span: Span) -> bool:
    """Tell whether a span of the file stands in somebody else's words."""
    if block.quoted:
        return True
    for run in block.prose.runs:
        if run.literal and run.start <= span.start and span.end <= run.end:
            start, end = run.at + span.start - run.start, run.at + span.end - run.start
            holes = [match.span() for match in QUOTATION.finditer(block.prose.flat)]
            holes += [(item.start, item.end) for item in block.inlines if item.kind in QUOTING]
            return any(one < end and start < other for one, other in holes)
    return False


def _applied(text: str, edits: Iterable[Edit]) -> str:
    pieces: list[str] = []
    at = 0
    for edit in edits:
        pieces += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*pieces, text[at:]])


def _shape(posts: Sequence[Post]) -> list[object]:
    """What a fix of words leaves as it is: the posts of a file, their blocks, and the links and code inside them."""
    return [
        [
            (block.role, block.level, block.quoted, [item.kind for item in block.inlines if item.kind not in MARKS])
            for block in post.blocks
        ]
        for post in posts
    ]


def write(change: Change, roots: Iterable[Path]) -> str:
    """Put a change in the place of its file, below one of the roots; say why that cannot be done, or nothing.

    The new text is written aside, forced to the disk and renamed, so that at any moment the file is whole, old or new.
    """
    path = change.file.path.resolve()
    if not any(path == root or path.is_relative_to(root) for root in roots):
        return "the file is outside the publication"
    if not os.access(path, os.W_OK):
        return "the file may not be written"
    aside = None
    try:
        handle, aside = tempfile.mkstemp(prefix=".copydesk-", suffix=".tmp", dir=path.parent)
        with os.fdopen(handle, "wb") as out:
            out.write(change.data)
            out.flush()
            os.fsync(out.fileno())
        _like(Path(aside), path)
        stat = path.stat()
        if (stat.st_size, stat.st_mtime_ns) != change.seen:
            return "the file has changed"
        Path(aside).replace(path)
        aside = None
    except OSError as error:
        return error.strerror or "the file cannot be written"
    finally:
        if aside is not None:
            Path(aside).unlink(missing_ok=True)
    _settled(path.parent)
    return ""


def _like(aside: Path, path: Path) -> None:
    """Give a file the owner and the permissions of another."""
    stat = path.stat()
    if hasattr(os, "chown"):
        with suppress(OSError):
            os.chown(aside, stat.st_uid, stat.st_gid)
    copymode(path, aside)


def _settled(folder: Path) -> None:
    """Force a renaming to the disk, where the system knows how."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def diff(change: Change, name: str) -> Iterator[str]:
    """Yield the lines of a unified diff of a change, each with its line end."""
    before, after = (re.findall(r"[^\n]*\n|[^\n]+$", text) for text in (change.before, change.after))
    for line in difflib.unified_diff(before, after, name, name):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
