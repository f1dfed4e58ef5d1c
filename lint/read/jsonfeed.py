"""JSON Feed to posts, one an item; positions are of the file, through every escape."""

from collections.abc import Iterator

from lint import patterns as re
from lint.model.post import Block, Comment, Fault, Post
from lint.model.text import Source, Span
from lint.read import dates, lines
from lint.read.browser import Reading
from lint.read.elements import block_of
from lint.read.jsontree import BrokenError, Object, Text, decoded, parse
from lint.read.way import Way

VERSION = re.compile(r"\"version\"\s*:\s*\"https?:\\?/\\?/(?:www\.)?jsonfeed\.org\\?/version\\?/")


def read(source: Source) -> Iterator[Post]:
    """Yield the posts of a feed; JSON that is no feed has none."""
    if not VERSION.search(source.text):
        return
    tree, error = parse(source.text)
    fault = broken(source.text, error) if error else None
    found = tree.values.get("items") if isinstance(tree, Object) else None
    items = [item for item in found if isinstance(item, Object)] if isinstance(found, list) else []
    for number, item in enumerate(items):
        yield _post(source, item, (fault,) if fault and number == 0 else ())
    if fault and not items:
        yield Post(source, "feed", Span(0, len(source.text)), faults=(fault,))


def broken(text: str, error: BrokenError) -> Fault:
    """Return the fault of JSON that breaks off."""
    stop = text.find("\n", error.at)
    span = Span(error.at, max(error.at, len(text.rstrip()) if stop < 0 else stop))
    return Fault("input-malformed-feed", span, {"problem": str(error)})


def _post(source: Source, item: Object, faults: tuple[Fault, ...]) -> Post:
    values = item.values
    title = values.get("title")
    titles = prose(source.text, title, "title") if isinstance(title, Text) else []
    body: list[Block] = []
    comments: list[Comment] = []
    more: list[Fault] = []
    if isinstance(markup := values.get("content_html"), Text):
        body, comments, more = html(source.text, markup)
    for key in ("content_text", "summary"):
        if not body and isinstance(plain := values.get(key), Text):
            body = prose(source.text, plain, "")
    said = {
        key: decoded(source.text, value).text
        for key, value in values.items()
        if isinstance(value, Text) and key in _SAID
    }
    end = item.stop[0] if item.stop else len(source.text)
    return Post(
        source,
        "feed",
        Span(item.start, end),
        title=" ".join(titles[0].prose.text.split()) if titles else "",
        title_at=titles[0].span if titles else None,
        date=dates.a_date(said.get("date_published") or said.get("date_modified")),
        url=said.get("url") or said.get("external_url") or (said.get("id", "") if "://" in said.get("id", "") else ""),
        body=body[0].span.start if body else item.start,
        blocks=(*titles, *body),
        comments=tuple(comments),
        faults=(*faults, *more),
    )


_SAID = ("date_published", "date_modified", "url", "external_url", "id")


def html(text: str, place: Text) -> tuple[list[Block], list[Comment], list[Fault]]:
    """Return what is read of a string that is HTML."""
    way = Way(decoded(text, place))
    reading = Reading(way.text)
    reading.feed(0, len(way.text))
    reading.finish(len(way.text))
    return way.carry(([block_of(draft) for draft in reading.drafts], reading.comments, reading.faults))


def prose(text: str, place: Text, role: str) -> list[Block]:
    """Return the blocks of plain text, or the one block of a title."""
    way = Way(decoded(text, place))
    split = lines.split(way.text)
    blocks = [lines.block([line for line in split if line.text], role)] if role and way.text.strip() else []
    return [way.block(block) for block in (blocks if role else lines.blocks(split))]
