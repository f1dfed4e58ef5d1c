"""The JSON that Ghost exports to posts: one for each row of its table of posts."""

import datetime as dt
from collections.abc import Iterator

from msgspec.structs import replace

from lint import patterns as re
from lint.model.post import Block, Comment, Fault, Post
from lint.model.text import Source, Span
from lint.read import dates, jsonfeed
from lint.read.jsontree import Object, Text, decoded, parse

HEAD = re.compile(r"\ufeff?\s*\{\s*\"(?:db|data|meta)\"\s*:\s*[\[{]")
POSTS = re.compile(r"\"posts\"\s*:\s*\[")
SITE = "__GHOST_URL__"
SAID = ("slug", "status", "published_at", "created_at", "type", "canonical_url")
UNPUBLISHED = frozenset(["draft", "scheduled"])


def matches(source: Source) -> bool:
    """Tell whether the file begins as an export of Ghost does and has a table of posts."""
    return bool(HEAD.match(source.text) and POSTS.search(source.text))


def read(source: Source) -> Iterator[Post]:
    """Yield the posts and pages of an export; JSON that only looks like one has none."""
    tree, error = parse(source.text)
    fault = jsonfeed.broken(source.text, error) if error else None
    rows = [row for row in _rows(tree) if "title" in row.values and ("html" in row.values or "slug" in row.values)]
    for number, row in enumerate(rows):
        yield _post(source, row, (fault,) if fault and number == 0 else ())


def _rows(tree: object) -> list[Object]:
    """Return the rows of the table of posts, which stands in `db[0].data`, `data` or at the top."""
    at = tree
    for name in ("db", "data", "posts"):
        if isinstance(at, Object) and name in at.values:
            at = at.values[name]
            if name == "db" and isinstance(at, list) and at:
                at = at[0]
    return [row for row in at if isinstance(row, Object)] if isinstance(at, list) else []


def _post(source: Source, row: Object, faults: tuple[Fault, ...]) -> Post:
    text, values = source.text, row.values
    said = {key: decoded(text, value).text for key in SAID if isinstance(value := values.get(key), Text)}
    title = values.get("title")
    titles = jsonfeed.prose(text, title, "title") if isinstance(title, Text) else []
    body: list[Block] = []
    comments: list[Comment] = []
    more: list[Fault] = []
    if isinstance(html := values.get("html"), Text):
        body, comments, more = jsonfeed.html(text, html)
    if not body and isinstance(plain := values.get("plaintext"), Text):
        body = jsonfeed.prose(text, plain, "")
    slug = said.get("slug", "")
    return Post(
        source,
        "ghost",
        Span(row.start, row.stop[0] if row.stop else len(text)),
        title=" ".join(titles[0].prose.text.split()) if titles else "",
        title_at=titles[0].span if titles else None,
        date=_date(values.get("published_at"), said) or dates.a_date(said.get("created_at")),
        url=f"/{slug}/" if slug else "",
        draft=said.get("status") in UNPUBLISHED,
        body=body[0].span.start if body else row.start,
        blocks=(*titles, *map(_at_home, body)),
        comments=tuple(comments),
        faults=(*faults, *more),
    )


def _date(value: object, said: dict[str, str]) -> dt.date | None:
    """Return the day of publication: a date, or milliseconds since 1970 in exports of old."""
    if isinstance(value, str) and value.isdigit() and len(value) == 13:
        return dt.datetime.fromtimestamp(int(value) / 1000, dt.UTC).date()
    return dates.a_date(said.get("published_at"))


def _at_home(block: Block) -> Block:
    """Return a block whose links into the site begin with a slash."""
    if not any(inline.target.startswith(SITE) for inline in block.inlines):
        return block
    return replace(
        block, inlines=tuple(replace(inline, target=inline.target.removeprefix(SITE)) for inline in block.inlines)
    )
