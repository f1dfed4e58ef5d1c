"""JSON Feed to posts, one an item; positions are of the file, through every escape."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lint.model.post import Block, Comment, Fault, Post
from lint.model.text import Prose, Source, Span, Weaver
from lint.read import dates, lines
from lint.read.browser import Reading
from lint.read.elements import block_of
from lint.read.way import Way

VERSION = re.compile(r"\"version\"\s*:\s*\"https?:\\?/\\?/(?:www\.)?jsonfeed\.org\\?/version\\?/")
TOKEN = re.compile(
    r"\s*(?:(?P<mark>[{}\[\],:])|\"(?P<string>(?:[^\"\\\x00-\x1f]|\\.)*+)\"|(?P<bare>[^\s\"{}\[\],:]++))"
)
ESCAPE = re.compile(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", re.DOTALL)
SHORT = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}


class Text(NamedTuple):
    """A string of JSON: where what stands between its quotes stands."""

    start: int
    end: int


class Object(NamedTuple):
    """An object of JSON and where it begins; `stop` holds where it ends, once it does."""

    values: dict[str, object]
    start: int
    stop: list[int]


class BrokenError(ValueError):
    """The text is no JSON from `at` on."""

    def __init__(self, problem: str, at: int) -> None:
        super().__init__(problem)
        self.at = at


def read(source: Source) -> Iterator[Post]:
    """Yield the posts of a feed; JSON that is no feed has none."""
    if not VERSION.search(source.text):
        return
    tree, fault = parse(source.text)
    found = tree.values.get("items") if isinstance(tree, Object) else None
    items = [item for item in found if isinstance(item, Object)] if isinstance(found, list) else []
    for number, item in enumerate(items):
        yield _post(source, item, (fault,) if fault and number == 0 else ())
    if fault and not items:
        yield Post(source, "feed", Span(0, len(source.text)), faults=(fault,))


def _post(source: Source, item: Object, faults: tuple[Fault, ...]) -> Post:
    values = item.values
    title = values.get("title")
    titles = _text(source.text, title, "title") if isinstance(title, Text) else []
    body: list[Block] = []
    comments: list[Comment] = []
    more: list[Fault] = []
    if isinstance(html := values.get("content_html"), Text):
        body, comments, more = _html(source.text, html)
    for key in ("content_text", "summary"):
        if not body and isinstance(plain := values.get(key), Text):
            body = _text(source.text, plain, "")
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


def _html(text: str, place: Text) -> tuple[list[Block], list[Comment], list[Fault]]:
    way = Way(decoded(text, place))
    reading = Reading(way.text)
    reading.feed(0, len(way.text))
    reading.finish(len(way.text))
    return (
        [way.block(block_of(draft)) for draft in reading.drafts],
        [way.comment(comment) for comment in reading.comments],
        [way.fault(fault) for fault in reading.faults],
    )


def _text(text: str, place: Text, role: str) -> list[Block]:
    """Return the blocks of plain text, or the one block of a title."""
    way = Way(decoded(text, place))
    split = lines.split(way.text)
    blocks = [lines.block([line for line in split if line.text], role)] if role and way.text.strip() else []
    return [way.block(block) for block in (blocks if role else lines.blocks(split))]


def decoded(text: str, place: Text) -> Prose:
    """Return what a string of JSON says, with the way back to the file."""
    weaver, at = Weaver(), place.start
    for match in ESCAPE.finditer(text, place.start, place.end):
        weaver.literal(text[at : match.start()], at)
        weaver.stand_in(_unescaped(match[0]), match.start(), match.end())
        at = match.end()
    weaver.literal(text[at : place.end], at)
    return weaver.prose()


def _unescaped(escape: str) -> str:
    if len(escape) == 12:
        return (bytes.fromhex(escape[2:6]) + bytes.fromhex(escape[8:12])).decode("utf-16-be")
    if len(escape) == 6:
        code = int(escape[2:], 16)
        return "\ufffd" if 0xD800 <= code < 0xE000 else chr(code)
    return SHORT.get(escape[1:], escape[1:])


def parse(text: str) -> tuple[object, Fault | None]:
    """Return the tree of a JSON text, and where it breaks off if it does: what was read until then is kept."""
    roots: list[object] = []
    try:
        _fill(text, roots)
    except BrokenError as error:
        stop = text.find("\n", error.at)
        span = Span(error.at, max(error.at, len(text.rstrip()) if stop < 0 else stop))
        return next(iter(roots), None), Fault("input-malformed-feed", span, {"problem": str(error)})
    return next(iter(roots), None), None


def _fill(text: str, roots: list[object]) -> None:
    """Read values into `roots`, without recursion: `open_ones` are the objects and lists that have not ended."""
    open_ones: list[Object | list[object]] = []
    key: str | None = None
    keys: list[str | None] = []
    wants = "value"
    at = 0
    while wants != "nothing":
        match = TOKEN.match(text, at)
        if match is None:
            raise BrokenError(
                "the text ends too soon" if not text[at:].strip() else "a string is never closed", _next(text, at)
            )
        begin, at = match.start(match.lastgroup or 0), match.end()
        mark = match["mark"]
        inside = open_ones[-1] if open_ones else None
        if (
            mark in ("}", "]")
            and wants != "value"
            and inside is not None
            and isinstance(inside, Object) is (mark == "}")
        ):
            open_ones.pop()
            key = keys.pop()
            if isinstance(inside, Object):
                inside.stop.append(at)
            wants = "end" if open_ones else "nothing"
        elif wants == "key or end" and match["string"] is not None:
            key, wants = decoded(text, Text(*match.span("string"))).text, "colon"
        elif wants == "colon" and mark == ":":
            wants = "value"
        elif wants == "end" and mark == ",":
            wants = "key or end" if isinstance(inside, Object) else "value"
        elif wants in ("value", "value or end") and mark in (None, "{", "["):
            value: object = Text(*match.span("string")) if match["string"] is not None else match["bare"]
            if mark:
                value = Object({}, begin, []) if mark == "{" else []
            if isinstance(inside, Object):
                inside.values[key or ""] = value
            elif inside is not None:
                inside.append(value)
            else:
                roots.append(value)
            if isinstance(value, Object | list):
                open_ones.append(value)
                keys.append(key)
                wants = "key or end" if mark == "{" else "value or end"
            else:
                wants = "end" if open_ones else "nothing"
        else:
            raise BrokenError(f"expected {wants.replace('end', 'a comma or the end')}", begin)


def _next(text: str, at: int) -> int:
    return at + len(text[at:]) - len(text[at:].lstrip())
