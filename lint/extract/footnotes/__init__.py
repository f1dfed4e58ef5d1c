"""A post in, its footnote references and notes out, in whatever syntax they are written."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from lint import patterns as re
from lint.extract.footnotes import html, inline, light, markdown, plain, sidenotes, wiki
from lint.model.facts import Mark
from lint.model.post import Post

# Bodies in one line, or talk: notes that were there are no longer told from the text.
SILENT = ("listing", "transcript", "unreadable")

# A text of its own that stands in this one, and may define notes; one of attributes does not.
INCLUDED = re.compile(
    r"^[ \t]{0,20}(?:include::|\.\. include::|#\+include:|-{1,2}8<-{1,2})[ \t]{0,20}[\"']?"
    r"(?![^\n\[\"']{0,200}(?:attribute|variable|setting))[^\n\[\"']{0,200}\.(?:adoc|asciidoc|asc|rst|inc|txt|md|org)\b",
    re.MULTILINE | re.IGNORECASE,
)


def read(post: Post) -> tuple[Mark, ...]:
    """Return the footnote references and notes of a post, in the order of the file."""
    if post.shape in SILENT:
        return ()
    found = sorted(_all(post), key=lambda mark: (mark.span.start, mark.span.end))
    if found and INCLUDED.search(post.source.text):
        defined = {mark.key for mark in found if mark.role in ("note", "inline")}
        found = [mark for mark in found if mark.role != "reference" or mark.key in defined]
    return tuple(found)


def _all(post: Post) -> Iterator[Mark]:
    if post.shape == "markdown":
        yield from markdown.marks(post)
    yield from inline.marks(post)
    yield from sidenotes.marks(post)
    labelled = [*html.marks(post), *light.marks(post), *wiki.marks(post)]
    yield from labelled
    if not labelled and PurePosixPath(post.source.path).suffix.lower() not in light.MARKED_UP:
        yield from plain.marks(post)
