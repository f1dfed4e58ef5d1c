"""RSS 2.0, RDF (RSS 1.0) and Atom to posts, one an item; spans are of the file as it is stored.

Expat tells what is well-formed and where each element stands. What stands in an element is decoded here, so that every
character keeps its place; no entity but XML's own is expanded, and nothing outside the file is read.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import unescape
from pathlib import PurePosixPath
from typing import Any
from xml.parsers import expat

from msgspec.structs import replace

from lint import patterns as re
from lint.model.post import Block, Comment, Fault, Post
from lint.model.text import Prose, Source, Span, Weaver
from lint.read import dates, lines, tags
from lint.read.browser import Reading
from lint.read.elements import block_of
from lint.read.offsets import points
from lint.read.way import Way

ROOT = re.compile(r"<(?:rss|feed|(?:[\w.-]{1,40}:)?RDF)\b")
# A site generator's template of a feed: front matter, or template tags before the first item.
TEMPLATE = re.compile(r"\ufeff?---[ \t]*\r?\n|(?:[^{<]++|<(?!item\b|entry\b)|\{(?![%{]))*+\{[%{]")
ITEMS = frozenset(["item", "entry"])
DATES = ("pubDate", "published", "issued", "date", "post_date", "post_date_gmt", "updated", "modified")
BODIES = ("encoded", "content", "description", "summary")
# Elements of one name in these namespaces say something else: a picture, a podcast's notes, WordPress's excerpt.
OTHERS = ("media", "itunes", "excerpt", "mrss", "slash", "googleplay")
PIECE = re.compile(
    r"<!\[CDATA\[(?P<cdata>.*?)\]\]>|<!--.*?-->|<\?.*?\?>|<[^>]*>"
    r"|(?P<reference>&(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9a-fA-F]{1,6});)",
    re.DOTALL,
)
UNPUBLISHED = frozenset(["draft", "pending", "private", "future", "scheduled"])
# What Blogger keeps among its posts: comments, settings, templates, and what was thrown away.
KIND = "http://schemas.google.com/blogger/2008/kind#"
POSTS = frozenset(["post", "page"])
GONE = frozenset(["soft_trashed", "hard_deleted"])


Body = tuple[list[Block], list[Comment], list[Fault]]


@dataclass
class Child:
    """An element of an item: its attributes, and where what is inside it stands."""

    attrs: dict[str, str]
    start: int
    end: int


@dataclass
class Item:
    """An item of a feed: where it stands, and its elements by their names without namespace."""

    start: int
    end: int
    parts: dict[str, list[Child]] = field(default_factory=dict)

    def first(self, name: str) -> Child | None:
        """Return the first element of this name."""
        return next(iter(self.parts.get(name, ())), None)


def read(source: Source) -> Iterator[Post]:
    """Yield the posts of a feed; XML that is no feed has none."""
    named = PurePosixPath(source.path).suffix.lower() != ".xml"
    if (not named and not ROOT.search(source.text, 0, 20_000)) or TEMPLATE.match(source.text):
        return
    scan = Scan(source.text)
    fault = scan.run()
    for number, item in enumerate(scan.items):
        if _other(source.text, item):
            continue
        yield post_of(source, item, (fault,) if fault and number == 0 else (), content)
    if fault and not scan.items:
        yield Post(source, "feed", Span(0, len(source.text)), faults=(fault,))


def _other(text: str, item: Item) -> bool:
    """Tell whether an entry of Blogger is no post but a comment, a setting or the like."""
    terms = (child.attrs.get("term", "") for child in item.parts.get("category", ()))
    kinds = [term.removeprefix(KIND) for term in terms if term.startswith(KIND)]
    if "type" in item.parts and "status" in item.parts:
        kinds.append(inside(text, item, "type").lower())
    return (bool(kinds) and POSTS.isdisjoint(kinds)) or inside(text, item, "status").lower() in GONE


class Scan:
    """One pass of expat over a feed: the items it has found so far."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.items: list[Item] = []
        self.child: Child | None = None
        self._at = points(text, 0)
        self._level = 0
        self._depth = 0
        self._own: set[str] = set()
        self._left: Fault | None = None
        self._parser = expat.ParserCreate("utf-8", " ")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.EntityDeclHandler = self._declared
        # With a default handler expat expands no entity of the document's own: they are left in the text.
        self._parser.DefaultHandler = self._other

    def run(self) -> Fault | None:
        """Read the feed; return where it breaks off, if it does."""
        text = self.text
        try:
            self._parser.Parse(text.encode("utf-8", "replace"), True)
        except expat.ExpatError as error:
            place = min(self._at(max(0, self._parser.ErrorByteIndex)), len(text))
            place -= text.endswith("&", 0, place)
            stop = text.find("\n", place)
            if self.child is not None:
                self.child.end = place
            span = Span(place, max(place, len(text.rstrip()) if stop < 0 else stop))
            return Fault("input-malformed-feed", span, {"problem": expat.ErrorString(error.code) or "not well-formed"})
        return self._left

    def _declared(self, name: str, *_: Any) -> None:
        self._own.add(f"&{name};")

    def _other(self, data: str) -> None:
        """Leave what no other handler takes; where that is an entity of the file's own, words are missing."""
        if self._left is None and data in self._own and unescape(data) == data:
            begin = self._at(self._parser.CurrentByteIndex)
            problem = f"`{data}` stands for text that is not read"
            self._left = Fault("input-malformed-feed", Span(begin, begin + len(data)), {"problem": problem})

    def _start(self, name: str, attrs: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        self._level += 1
        if self._depth == 0 and local in ITEMS:
            self._depth = self._level
            self.items.append(Item(self._at(self._parser.CurrentByteIndex), len(self.text)))
        elif self._depth and self._level == self._depth + 1:
            begin = self._at(self._parser.CurrentByteIndex)
            opening = tags.TAG.match(self.text, begin)
            self.child = Child(attrs, opening.end() if opening else begin, -1)
            if not any(other in space.lower() for other in OTHERS):
                self.items[-1].parts.setdefault(local, []).append(self.child)

    def _end(self, name: str) -> None:
        if self._depth and self._level == self._depth + 1 and self.child is not None:
            self.child.end = max(self.child.start, self._at(self._parser.CurrentByteIndex))
            self.child = None
        elif self._level == self._depth:
            stop = self.text.find(">", self._at(self._parser.CurrentByteIndex))
            self.items[-1].end = stop + 1 if stop >= 0 else len(self.text)
            self._depth = 0
        self._level -= 1


def post_of(source: Source, item: Item, faults: tuple[Fault, ...], content: "Callable[[str, Child], Body]") -> Post:
    """Return an item as a post; `content` reads the element that its body stands in."""
    text = source.text
    titles = _title(text, item)
    body: list[Block] = []
    comments: list[Comment] = []
    more: list[Fault] = []
    for name in BODIES:
        found = item.first(name)
        if found is not None and text[found.start : found.end].strip():
            body, comments, more = content(text, found)
            if body:
                break
    title_at = titles[0].prose.home(0, len(titles[0].prose.text)) if titles else None
    dated = [dates.a_date(inside(text, item, name)) for name in DATES]
    return Post(
        source,
        "feed",
        Span(item.start, item.end),
        title=" ".join(titles[0].prose.text.split()) if titles else "",
        title_at=title_at,
        date=next((date for date in dated if date), None),
        url=address(text, item),
        draft=inside(text, item, "status").lower() in UNPUBLISHED or "yes" in inside(text, item, "control"),
        body=body[0].span.start if body else item.start,
        blocks=(*titles, *body),
        comments=tuple(comments),
        faults=(*faults, *more),
    )


def _title(text: str, item: Item) -> list[Block]:
    found = item.first("title")
    blocks = content(text, found)[0] if found is not None else []
    return [replace(blocks[0], role="title", level=0, group=0, attrs={})] if blocks else []


def content(text: str, child: Child) -> Body:
    """Return the blocks that an element holds: as HTML, unless it says that it is text."""
    kind = child.attrs.get("type", "").lower()
    if kind in ("xhtml", "application/xhtml+xml"):
        return _html(text, child.start, child.end)
    inside = text[child.start : child.end]
    if kind not in ("text", "text/plain"):
        begin = child.start + len(inside) - len(inside.lstrip())
        bare = inside.strip()
        if bare.startswith("<![CDATA[") and bare.find("]]>") == len(bare) - 3:
            return _html(text, begin + 9, begin + len(bare) - 3)
    way = Way(decoded(text, child.start, child.end))
    if kind in ("text", "text/plain"):
        return [way.block(block) for block in lines.blocks(lines.split(way.text))], [], []
    return way.carry(_html(way.text, 0, len(way.text)))


def _html(text: str, start: int, end: int) -> Body:
    reading = Reading(text)
    reading.feed(start, end)
    reading.finish(end)
    return [block_of(draft) for draft in reading.drafts], reading.comments, reading.faults


def decoded(text: str, start: int, end: int) -> Prose:
    """Return what XML says between two places, with the way back: references resolved, markup left out."""
    weaver, at = Weaver(), start
    for match in PIECE.finditer(text, start, end):
        weaver.literal(text[at : match.start()], at)
        if match["cdata"] is not None:
            weaver.literal(match["cdata"], match.start("cdata"))
        elif match["reference"]:
            weaver.stand_in(unescape(match[0]), match.start(), match.end())
        at = match.end()
    weaver.literal(text[at:end], at)
    return weaver.prose()


def inside(text: str, item: Item, name: str) -> str:
    """Return the plain text of an item's element."""
    found = item.first(name)
    return decoded(text, found.start, found.end).text.strip() if found is not None and found.end > found.start else ""


def address(text: str, item: Item) -> str:
    """Return the address of an item: Atom's alternate link, RSS's link, or a guid that is one."""
    for link in item.parts.get("link", ()):
        if "href" in link.attrs:
            if link.attrs.get("rel", "alternate") == "alternate":
                return link.attrs["href"].strip()
        elif address := decoded(text, link.start, link.end).text.strip():
            return address
    if filename := inside(text, item, "filename"):
        return filename  # Blogger's Takeout
    guid = item.first("guid")
    if guid is not None and guid.attrs.get("isPermaLink", "true") != "false":
        address = decoded(text, guid.start, guid.end).text.strip()
        return address if "://" in address else ""
    return ""
