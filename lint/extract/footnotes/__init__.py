"""A post in, its footnote references and notes out, in whatever syntax they are written."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from lint.extract.footnotes import html, inline, light, markdown, plain, sidenotes, wiki
from lint.model.facts import Mark
from lint.model.post import Post

# Bodies in one line, or talk: notes that were there are no longer told from the text.
SILENT = ("listing", "transcript", "unreadable")


def read(post: Post) -> tuple[Mark, ...]:
    """Return the footnote references and notes of a post, in the order of the file."""
    if post.shape in SILENT:
        return ()
    return tuple(sorted(_all(post), key=lambda mark: (mark.span.start, mark.span.end)))


def _all(post: Post) -> Iterator[Mark]:
    if post.shape == "markdown":
        yield from markdown.marks(post)
    yield from inline.marks(post)
    yield from sidenotes.marks(post)
    labelled = [*html.marks(post), *light.marks(post), *wiki.marks(post)]
    yield from labelled
    if not labelled and PurePosixPath(post.source.path).suffix.lower() not in light.MARKED_UP:
        yield from plain.marks(post)
