"""The door of reading: a file's bytes in, its posts out, every piece of text with its place in the file."""

from collections.abc import Iterator
from importlib import import_module
from posixpath import splitext
from typing import Protocol

from lint.model.post import Fault, Post
from lint.model.text import ENTRY, Source, Span, stored
from lint.read.encoding import UndecodableError, decode

# What a suffix may hold, most specific first: the first format whose `matches` says yes reads the file, or the last.
TEXT = ("dump", "listing", "transcript", "plain")
FORMATS: dict[str, tuple[str, ...]] = {
    ".md": ("markdown",),
    ".markdown": ("markdown",),
    ".mdown": ("markdown",),
    ".mkd": ("markdown",),
    ".mkdn": ("markdown",),
    ".mdwn": ("markdown",),
    ".mdx": ("markdown",),
    ".qmd": ("markdown",),
    ".rmd": ("markdown",),
    ".html": ("html",),
    ".htm": ("html",),
    ".xhtml": ("html",),
    ".rss": ("feed",),
    ".atom": ("feed",),
    ".xml": ("wordpress", "feed"),
    ".json": ("ghost", "jsonfeed"),
    ".txt": TEXT,
    ".text": TEXT,
    ".rst": ("plain",),
    ".rest": ("plain",),
    ".adoc": ("plain",),
    ".asciidoc": ("plain",),
    ".asc": ("plain",),
    ".org": ("plain",),
    ".textile": ("plain",),
    ".eml": ("mail",),
    ".mbox": ("mail",),
    ".zip": (),
}
# Other markup, whose commands would pass for words: read as plain text, and only where a path names the file.
NAMED = frozenset([".tex", ".latex", ".typ", ".wiki", ".mediawiki", ".creole", ".gmi"])
# What is mostly no post at all: it is read where it is one, and passed over in silence where it is not.
DATA = frozenset([".xml", ".json"])


class Format(Protocol):
    """A module of lint/read that reads one format."""

    def matches(self, source: Source, /) -> bool:
        """Tell whether the text is of this format; asked only where a suffix has several."""

    def read(self, source: Source, /) -> Iterator[Post]:
        """Yield the posts of the file: at least one, unless the suffix is one of DATA."""


def readable(path: str) -> bool:
    """Tell whether there is a reader for a file that is named so."""
    suffix = _suffix(path)
    return suffix in FORMATS or suffix in NAMED


def source_of(path: str, data: bytes) -> Source:
    """Decode a file, or the entry of an archive file that the path names. Raises UndecodableError."""
    file = stored(path)
    if file != path:
        data = import_module("lint.read.zipped").entry(data, path[len(file) + len(ENTRY) :])
    return Source(path, decode(data))


def read(path: str, data: bytes) -> list[Post]:
    """Return the posts of one file: what cannot be read is a post with a fault and no blocks; data are no posts."""
    if path.lower().endswith(".zip"):
        zipped: list[Post] = import_module("lint.read.zipped").read(path, data, _read)
        return zipped
    return _read(path, data)


def _read(path: str, data: bytes) -> list[Post]:
    suffix = _suffix(path)
    data_file = suffix in DATA
    try:
        source = Source(path, decode(data))
    except UndecodableError as error:
        return [] if data_file else unreadable(path, str(error))
    posts = list(_format(suffix, source).read(source)) if source.text.strip() else []
    if posts or data_file:
        return posts
    return [_faulty(source, Fault("input-empty-file", Span(0, 0)))]


def unreadable(path: str, problem: str) -> list[Post]:
    """Return the post that stands for a file that cannot be read."""
    return [_faulty(Source(path, ""), Fault("input-unreadable-file", Span(0, 0), {"problem": problem}))]


def _suffix(path: str) -> str:
    return splitext(path)[1].lower()


def _format(suffix: str, source: Source) -> Format:
    names = FORMATS.get(suffix, TEXT)
    for name in names[:-1]:
        module: Format = import_module(f"lint.read.{name}")
        if module.matches(source):
            return module
    last: Format = import_module(f"lint.read.{names[-1]}")
    return last


def _faulty(source: Source, fault: Fault) -> Post:
    return Post(source, "unreadable", Span(0, len(source.text)), faults=(fault,))
