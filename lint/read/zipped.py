"""Zip files (exports of Substack, Medium and others) to the posts of their entries, nothing ever unpacked to disk.

Every entry is a file of its own, at `export.zip!/posts/a.html`. An entry whose name leads out, that is encrypted, too
large, squeezed too hard or packed too deep is not read, and says so.
"""

import csv
import io
import lzma
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from msgspec.structs import replace

from lint import patterns as re
from lint.model.post import Post
from lint.model.text import ENTRY
from lint.read import dates, readable, unreadable
from lint.read.encoding import decode
from lint.read.files import NO_POSTS

POST = re.compile(r"(?:.{1,400}/)?posts/[^/]{1,300}\.html?", re.IGNORECASE)
EXPORT = re.compile(
    r"(?:.{1,400}/)?(?:posts\.csv|[^/]{1,300}\.ghost\.[^/]{1,100}\.json|[^/]{0,300}wordpress[^/]{0,300}\.xml"
    r"|Blogs/[^/]{1,200}/feed\.atom|posts/[^/]{1,300}-[0-9a-f]{8,12}\.html)",
    re.IGNORECASE,
)
MEDIUM = re.compile(r"/posts/\d{4}-\d\d-\d\d_[^/]{1,300}-[0-9a-f]{8,12}\.html$")
OUTSIDE = re.compile(r"[/\\]|[A-Za-z]:|(?:.{0,2000}[/\\])?\.\.(?:[/\\]|$)", re.DOTALL)
HIDDEN = re.compile(r"(?:.{1,2000}/)?(?:\.(?!\.?[/\\])|__MACOSX/)", re.DOTALL)
MANY, LARGE, TOTAL, SMALL, RATIO, DEEP = 20_000, 64_000_000, 400_000_000, 1_000_000, 200, 3
DAMAGED = (
    *(ValueError, OSError, RuntimeError, EOFError, KeyError, NotImplementedError, csv.Error),
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError),
)
Door = Callable[[str, bytes], list[Post]]


class _Row(NamedTuple):
    """What Substack's list of posts says of one."""

    title: str
    date: str
    published: bool


def is_export(path: Path) -> bool:
    """Tell whether a zip file's names are those of an export of posts."""
    try:
        with zipfile.ZipFile(path) as archive:
            return any(EXPORT.fullmatch(name) for name in archive.namelist()[:MANY])
    except DAMAGED:
        return False


def read(path: str, data: bytes, door: Door) -> list[Post]:
    """Return the posts of the entries in the order of their names; `door` reads one of them."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except DAMAGED as error:
        return unreadable(path, str(error) or "not a zip file")
    with archive:
        infos = _chosen(archive)
        rows = _rows(archive)
        posts: list[Post] = []
        spent = 0
        for number, info in enumerate(infos):
            where = f"{path}{ENTRY}{info.filename}"
            spent += info.file_size
            if number >= MANY or spent > TOTAL:
                posts += unreadable(where, "the archive is too large; what follows in it is not read")
                break
            found = _entry(archive, info, where, door)
            posts += [_told(post, rows) for post in found if not _reply(post)]
    return posts


def _entry(archive: zipfile.ZipFile, info: zipfile.ZipInfo, where: str, door: Door) -> list[Post]:
    if _leads_out(info):
        return unreadable(where.removesuffix(f"{ENTRY}{info.filename}"), f"`{info.filename}` in it leads out of it")
    problem = _problem(info)
    if not problem and info.filename.lower().endswith(".zip") and where.count(ENTRY) >= DEEP:
        problem = "it stands too deep, archives inside archives"
    if problem:
        return unreadable(where, problem)
    try:
        data = archive.read(info)
        return read(where, data, door) if where.lower().endswith(".zip") else door(where, data)
    except DAMAGED as error:
        return unreadable(where, str(error) or "the entry is damaged")


def entry(data: bytes, name: str) -> bytes:
    """Return the bytes of an entry, also of one in an archive inside the archive; none where it cannot be read."""
    name, _, inner = name.partition(ENTRY)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            info = archive.getinfo(name)
            found = b"" if _problem(info) else archive.read(info)
    except DAMAGED:
        return b""
    return entry(found, inner) if inner else found


def _chosen(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """Return the entries that are posts by their names, sorted; of two with one name, the last, as unpacking leaves it.

    Where an export keeps its posts in a folder, everything beside it (lists of subscribers, claps) is none.
    """
    named = {info.filename: info for info in archive.infolist() if not info.is_dir() and readable(info.filename)}
    names = [name for name in named if not HIDDEN.match(name)]
    if any(POST.fullmatch(name) for name in names):
        names = [name for name in names if POST.fullmatch(name)]
    return [named[name] for name in sorted(names) if not NO_POSTS.fullmatch(PurePosixPath(name).name)]


def _leads_out(info: zipfile.ZipInfo) -> bool:
    return bool(OUTSIDE.match(info.filename)) or "\0" in info.orig_filename


def _problem(info: zipfile.ZipInfo) -> str:
    """Return why an entry is not to be read, or nothing."""
    if info.flag_bits & 1:
        return "it is encrypted"
    if info.file_size > LARGE:
        return f"it is larger than {LARGE // 1_000_000} MB"
    if info.file_size > SMALL and info.file_size > RATIO * max(1, info.compress_size):
        return "it is squeezed too hard to be text"
    return ""


def _rows(archive: zipfile.ZipFile) -> dict[str, _Row]:
    """Return what Substack's posts.csv says, by the name that each post's file has."""
    name = next((name for name in sorted(archive.namelist()) if PurePosixPath(name).name == "posts.csv"), "")
    if not name or _problem(archive.getinfo(name)):
        return {}
    try:
        text = decode(archive.read(name))
        rows = list(csv.DictReader(io.StringIO(text)))
    except DAMAGED:
        return {}
    return {
        str(row.get("post_id")): _Row(
            str(row.get("title") or "").strip(),
            str(row.get("post_date") or ""),
            str(row.get("is_published")).strip().lower() not in ("false", "0", "no"),
        )
        for row in rows
    }


def _reply(post: Post) -> bool:
    """Tell whether a file of Medium's is a reply: it has no heading, and for a title the first words of its text."""
    if post.title_at is None or not MEDIUM.search(post.source.path):
        return False
    body = [block for block in post.blocks if block.span.start >= post.title_at.end]
    title = post.title.rstrip("….")
    return bool(title and body) and body[0].role != "heading" and body[0].prose.text.startswith(title)


def _told(post: Post, rows: dict[str, _Row]) -> Post:
    """Return a post with what its export says of it beside its file: Substack in a list, Medium in its name."""
    name = PurePosixPath(post.source.path).stem
    if name.startswith("draft_"):
        return replace(post, draft=True)
    row = rows.get(name)
    if row is None:
        return post
    slug = name.partition(".")[2]
    title, title_at = (row.title, None) if row.title and row.title != post.title else (post.title, post.title_at)
    return replace(
        post,
        title=title,
        title_at=title_at,
        date=dates.a_date(row.date) or post.date,
        url=post.url or (f"/p/{slug}" if slug else ""),
        draft=post.draft or not row.published,
    )
