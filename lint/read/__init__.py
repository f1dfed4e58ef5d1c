"""The door of reading: a file's bytes in, its posts out, every piece of text with its place in the file."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import PurePosixPath
from typing import Protocol

from msgspec import structs

from lint.model.post import Fault, Post
from lint.model.text import Source, Span
from lint.read.encoding import UndecodableError, decode

# What a suffix may hold, most specific first: the first format whose `matches` says yes reads the file, or the last.
TEXT = ("dump", "listing", "transcript", "plain")
FORMATS: dict[str, tuple[str, ...]] = {
    ".md": ("markdown",),
    ".markdown": ("markdown",),
    ".mdown": ("markdown",),
    ".mkd": ("markdown",),
    ".mdx": ("markdown",),
    ".html": ("html",),
    ".htm": ("html",),
    ".xhtml": ("html",),
    ".txt": TEXT,
    ".text": TEXT,
    ".rst": ("plain",),
    ".rest": ("plain",),
    ".adoc": ("plain",),
    ".asciidoc": ("plain",),
    ".asc": ("plain",),
    ".org": ("plain",),
    ".textile": ("plain",),
}
LONG_LINE = 100_000


class Format(Protocol):
    """A module of lint/read that reads one format."""

    def matches(self, source: Source, /) -> bool:
        """Tell whether the text is of this format; asked only where a suffix has several."""

    def read(self, source: Source, /) -> Iterator[Post]:
        """Yield the posts of the file, at least one."""


def readable(path: str) -> bool:
    """Tell whether there is a reader for this file name."""
    return PurePosixPath(path).suffix.lower() in FORMATS


def source_of(path: str, data: bytes) -> Source:
    """Decode a file. Raises UndecodableError."""
    return Source(path, decode(data))


def read(path: str, data: bytes) -> list[Post]:
    """Return the posts of one file, at least one: what cannot be read is a post with a fault and no blocks."""
    try:
        source = source_of(path, data)
    except UndecodableError as error:
        return unreadable(path, str(error))
    if not source.text.strip():
        return [_faulty(source, Fault("input-empty-file", Span(0, 0)))]
    posts = list(_format(source).read(source))
    if not posts:
        return [_faulty(source, Fault("input-empty-file", Span(0, 0)))]
    longest = _long_line(source)
    if longest is not None:
        posts[0] = structs.replace(posts[0], faults=(*posts[0].faults, longest))
    return posts


def unreadable(path: str, problem: str) -> list[Post]:
    """Return the post that stands for a file that cannot be read."""
    return [_faulty(Source(path, ""), Fault("input-unreadable-file", Span(0, 0), {"problem": problem}))]


def _format(source: Source) -> Format:
    names = FORMATS.get(PurePosixPath(source.path).suffix.lower(), TEXT)
    for name in names[:-1]:
        module: Format = import_module(f"lint.read.{name}")
        if module.matches(source):
            return module
    last: Format = import_module(f"lint.read.{names[-1]}")
    return last


def _faulty(source: Source, fault: Fault) -> Post:
    return Post(source, "unreadable", Span(0, len(source.text)), faults=(fault,))


def _long_line(source: Source) -> Fault | None:
    """A line that no editor shows whole. The text is still read."""
    if len(source.text) < LONG_LINE:
        return None
    start = 0
    while start < len(source.text):
        end = source.text.find("\n", start)
        end = len(source.text) if end < 0 else end
        if end - start > LONG_LINE:
            return Fault("input-long-line", Span(start, start), {"length": str(end - start)})
        start = end + 1
    return None
