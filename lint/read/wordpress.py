"""WordPress's export (WXR, an RSS feed with its own elements) to posts and pages, their footnotes included."""

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from lint import patterns as re
from lint.model.post import Block, Holder, Inline, Post
from lint.model.text import Prose, Run, Source, Span, Weaver
from lint.read import feed
from lint.read.browser import Reading
from lint.read.elements import block_of
from lint.read.feed import Body, Child, Item, Scan
from lint.read.jsontree import Object, Text, parse
from lint.read.jsontree import decoded as unquoted
from lint.read.way import Way

MARK = re.compile(r"<wp:wxr_version\b|\bxmlns:wp\s*=\s*[\"']https?://wordpress\.org/export/")
KINDS = frozenset(["post", "page"])
# What was thrown away, or never was a version that anybody saw.
GONE = frozenset(["trash", "auto-draft", "inherit"])
META = re.compile(r"<[\w.-]{1,20}:meta_(key|value)\b[^<>]{0,200}>")
# WordPress's own address of a post, by its number.
NUMBERED = re.compile(
    r"(?:https?:)?(?://(?P<host>[^/?#\s]{1,200}))?/?(?:index\.php)?\?(?:p|page_id)=(?P<id>\d{1,12})(?P<place>#\S{0,200})?"
)
SHOWN = re.compile(r"wp:footnotes\b")
# The editor of blocks writes its paragraphs out; the older one leaves them to blank lines, as WordPress shows them.
BLOCKS = "<!-- wp:"
UNWRITTEN = re.compile(
    r"(?P<keep><(pre|script|style|textarea)\b.{0,10000}?</\2\s*>)|(?P<blank>(?:[ \t]{0,40}\r?\n){2,50})"
    r"|(?P<code>(?<!\[)\[/?(?:caption|wp_caption|gallery|playlist|audio|video|embed|more|contact-form(?:-7)?"
    r"|(?:vc|et_pb|su|fusion|av|cs)_\w{1,60})(?=[\s\]/])[^\[\]\n]{0,2000}\](?!\]))",
    re.DOTALL | re.IGNORECASE,
)


def matches(source: Source) -> bool:
    """Tell whether the file is an export of WordPress."""
    return MARK.search(source.text, 0, 20_000) is not None


def read(source: Source) -> Iterator[Post]:
    """Yield the posts and pages; attachments, entries of menus and the like are none."""
    text = source.text
    scan = Scan(text)
    fault = scan.run()
    told = False
    places = {feed.inside(text, item, "post_id"): _address(text, item) for item in scan.items}
    for item in scan.items:
        kind = feed.inside(text, item, "post_type")
        if (kind and kind not in KINDS) or feed.inside(text, item, "status") in GONE:
            continue
        post = feed.post_of(source, item, (fault,) if fault and not told else (), content)
        told = True
        if any(SHOWN.match(comment.text) for comment in post.comments):
            post = replace(post, blocks=(*post.blocks, *_notes(text, item)))
        url = _address(text, item)
        yield replace(post, shape="wordpress", url=url, blocks=tuple(_led(block, places) for block in post.blocks))
    if fault and not told:
        yield Post(source, "wordpress", Span(0, len(text)), faults=(fault,))


def _address(text: str, item: Item) -> str:
    name = feed.inside(text, item, "post_name")
    return feed.address(text, item) or (f"/{name}/" if name else "")


def _led(block: Block, places: Mapping[str, str]) -> Block:
    """Return a block whose links to numbers of posts lead to the addresses of these posts."""
    found = []
    for inline in block.inlines:
        match = NUMBERED.fullmatch(inline.target) if inline.kind == "link" else None
        place = places.get(match["id"], "") if match is not None else ""
        if match is not None and place and (not match["host"] or f"//{match['host']}/" in place):
            inline = replace(inline, target=place + (match["place"] or ""))
        found.append(inline)
    return replace(block, inlines=tuple(found)) if tuple(found) != block.inlines else block


def content(text: str, child: Child) -> Body:
    """Return what is read of a body: paragraphs that only blank lines part, and shortcodes that show no words."""
    outer = Way(feed.decoded(text, child.start, child.end))
    blank_lines = BLOCKS not in outer.text
    weaver, at = Weaver(), 0
    for match in UNWRITTEN.finditer(outer.text):
        if match["keep"] or (match["blank"] and not blank_lines):
            continue
        weaver.literal(outer.text[at : match.start()], at)
        if match["blank"]:
            weaver.stand_in("<p>", *match.span())
        at = match.end()
    weaver.literal(outer.text[at:], at)
    return outer.carry(_html(weaver.prose()))


def _html(prose: Prose) -> Body:
    way = Way(prose)
    reading = Reading(way.text)
    reading.feed(0, len(way.text))
    reading.finish(len(way.text))
    return way.carry(([block_of(draft) for draft in reading.drafts], reading.comments, reading.faults))


def _notes(text: str, item: Item) -> list[Block]:
    """Return the notes that the post keeps beside its body, as WordPress shows them: a list, each with its way back."""
    found: list[Block] = []
    for meta in item.parts.get("postmeta", ()):
        parts = {match[1]: match.end() for match in META.finditer(text, meta.start, meta.end)}
        if {"key", "value"} - parts.keys() or _value(text, parts["key"], meta.end).text.strip() != "footnotes":
            continue
        way = Way(_value(text, parts["value"], meta.end))
        tree, _ = parse(way.text)
        for row in tree if isinstance(tree, list) else ():
            if isinstance(row, Object):
                found += [way.block(block) for block in _note(way.text, row)]
    return found


def _value(text: str, start: int, end: int) -> Prose:
    """Return what stands in an element, from the end of its opening tag on."""
    close = re.compile(r"(?:<!\[CDATA\[.*?\]\]>|[^<])*+(?=</)", re.DOTALL).match(text, start, end)
    return feed.decoded(text, start, close.end() if close else end)


def _note(text: str, row: Object) -> Iterator[Block]:
    ident, said = row.values.get("id"), row.values.get("content")
    if not isinstance(ident, Text) or not isinstance(said, Text):
        return
    name = unquoted(text, ident).text
    span = Span(row.start, row.stop[0] if row.stop else len(text))
    holders = (Holder("ol", {"class": "wp-block-footnotes"}, Span(0, len(text))), Holder("li", {"id": name}, span))
    blocks = _html(unquoted(text, said))[0] or [
        Block("item", Prose("", (Run(0, said.start, said.start, False),)), span)
    ]
    for number, block in enumerate(blocks):
        inlines = block.inlines
        if number == len(blocks) - 1:
            end = len(block.prose.text)
            inlines = (*inlines, Inline("link", end, end, Span(span.end, span.end), f"#{name}-link", {}))
        yield replace(block, role="item", level=1, holders=(*holders, *block.holders), inlines=inlines)
