"""Markdown (CommonMark with GFM tables, footnotes and strike-through), with front matter and raw HTML, to one post."""

from collections.abc import Iterator, Sequence

from lint.model.post import Block, Post
from lint.model.text import Source, Span
from lint.read import boxes, dates, flavours, front, holes
from lint.read.commonmark import Markdown


def read(source: Source) -> Iterator[Post]:
    """Yield the one post of a Markdown file."""
    matter = front.read(source.text)
    text = flavours.cut(source.text, source.path.lower().endswith(".mdx"))
    markdown = Markdown(source.text, holes.cut(text), matter.end, len(source.text))
    blocks = markdown.blocks()
    title, title_at = matter.title, matter.title_at
    if not title and (heading := _heading(blocks)):
        title, title_at = front.shown(heading), heading.prose.home(0, len(heading.prose.text))
    yield Post(
        source,
        "markdown",
        Span(0, len(source.text)),
        title=title,
        title_at=title_at,
        date=matter.date or dates.in_path(source.path) or dates.byline(blocks),
        url=matter.url,
        draft=matter.draft or "_drafts" in source.path.split("/"),
        meta=matter.data,
        body=matter.end,
        blocks=(*matter.blocks, *blocks),
        beside=tuple(boxes.labels(source.text, blocks)),
        definitions=tuple(markdown.definitions),
        comments=tuple(markdown.comments),
        faults=(*matter.faults, *markdown.faults),
    )


def _heading(blocks: Sequence[Block]) -> Block | None:
    """Return the heading that is the title: the first, unless more than a few blocks stand before it."""
    for block in blocks[:6]:
        if block.role == "heading" and block.level <= 2 and block.prose.text.strip():
            return block
    return None
