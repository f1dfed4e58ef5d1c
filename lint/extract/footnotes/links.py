"""The links and elements of a page that footnotes are made of, with what their attributes say of them."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote

from lint import patterns as re
from lint.address import normal
from lint.model.post import Block, Inline, Post
from lint.model.text import Span

MARKER = re.compile(
    r"[\[(]?\s?(?:(?:note|fn|anm|n)\.?\s?)?(?P<label>(?P<number>\d{1,3})|[a-z]{1,2}|[ivxl]{1,6}|[*†‡§¶‖#]{1,4})\s?[\])]?\.?",
    re.IGNORECASE,
)
RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
ARROW = re.compile(
    r"[\s\[(]*(?:[↩↵⏎↑⇑⤴⬆⮐⮌↖←^⇧▲△]|(?:back|return|jump (?:up|back)|zurück|retour|volver|voltar|torna|terug|назад)\b)"
)
REFERS = re.compile(
    r"noteref|footnote-?(?:ref|anchor|link|reference)|(?:foot|end)note$|(?:^|[-_])fn$|^reference$|efn|mfn|cite|ref-?num",
    re.IGNORECASE,
)
RETURNS = re.compile(r"back-?(?:ref|link)|reverse-?footnote|footnote-?(?:back|return|to-top)", re.IGNORECASE)
CLOSE = 400  # how far before a link what is wrapped around it may begin
SAYING = ("class", "role", "rel", "rev", "epub:type", "data-component-name")


class Element(NamedTuple):
    """An element with an id: a holder of whole blocks, or one inside a block."""

    ident: str
    span: Span
    name: str
    attrs: dict[str, str]
    block: int
    item: Inline | None = None

    @property
    def at(self) -> int:
        """Where it begins in the file."""
        return self.span.start


class Link(NamedTuple):
    """A link inside the page: the id it leads to, the block it stands in, and what it looks like.

    raised, refers and returns tell whether it is superscript, and what its attributes or its words say it does;
    idents are the ids of the link itself and of what is wrapped closely around it.
    """

    target: str
    block: int
    item: Inline
    text: str
    raised: bool
    refers: bool
    returns: bool
    idents: tuple[str, ...]

    @property
    def at(self) -> int:
        """Where it begins in the file."""
        return self.item.span.start

    @property
    def marker(self) -> str:
        """The number or sign that it shows, as references do, or nothing."""
        match = MARKER.fullmatch(self.text.translate(RAISED))
        return match["label"] if match else ""


def holds(outer: Span, inner: Span) -> bool:
    """Tell whether one span lies in another."""
    return outer.start <= inner.start and inner.end <= outer.end


def saying(attrs: dict[str, str]) -> list[str]:
    """Return the words with which the attributes of an element say what it is."""
    said = [attrs.get(name, "") for name in SAYING] + [name for name in attrs if name.startswith("data-footnote")]
    return " ".join(said).split()


def elements(post: Post) -> dict[str, list[Element]]:
    """Return the elements with an id or a name, each id's in the order of the file."""
    found: dict[str, list[Element]] = {}
    seen: set[tuple[str, Span]] = set()
    for number, block in enumerate(post.blocks):
        here = [
            Element(holder.attrs.get("id", ""), holder.span, holder.name, holder.attrs, number)
            for holder in block.holders
        ]
        here += [
            Element(one.target, one.span, "a", one.attrs, number, one) for one in block.inlines if one.kind == "anchor"
        ]
        for element in here:
            if element.ident and (element.ident, element.span) not in seen:
                seen.add((element.ident, element.span))
                found.setdefault(element.ident, []).append(element)
    return found


def links(post: Post) -> Iterator[Link]:
    """Yield the links that lead to a place on the same page."""
    for number, block in enumerate(post.blocks):
        if block.role != "code":
            yield from _links(post, number, block)


def _links(post: Post, number: int, block: Block) -> Iterator[Link]:
    found = [(item, target) for item in block.inlines if item.kind == "link" and (target := _inner(item, post.url))]
    if not found:
        return
    shown = sorted((one for one in block.inlines if one.start < one.end), key=lambda one: one.span.start)
    starts = [one.span.start for one in shown]
    for item, target in found:
        low, high = bisect_left(starts, item.span.start - CLOSE), bisect_left(starts, item.span.end)
        around = [
            one
            for one in shown[low:high]
            if one is not item and (holds(one.span, item.span) or holds(item.span, one.span))
        ]
        words = [word for one in (item, *around) for word in saying(one.attrs)]
        text = block.prose.text[item.start : item.end].strip()
        yield Link(
            target,
            number,
            item,
            text,
            any(one.kind == "superscript" for one in around),
            any(REFERS.search(word) for word in words),
            any(RETURNS.search(word) for word in saying(item.attrs)) or bool(ARROW.match(text.casefold())),
            tuple(one.target for one in around if one.kind == "anchor"),
        )


def _inner(item: Inline, own: str) -> str:
    return fragment(item.target, own) if "#" in item.target else ""


def fragment(address: str, own: str) -> str:
    """Return the id that an address leads to on this page, or nothing."""
    page, _, ident = address.partition("#")
    if page and (not own or normal(page) != normal(own)):
        return ""
    return unquote(ident)


def opening(text: str, start: int) -> Span:
    """Return the opening tag that begins at an offset of a file, as it is or escaped; in JSON, the object there."""
    match = re.compile(
        r"<[^<>]{0,600}>|&lt;[^<>]{0,600}?&gt;|\\u003[cC][^<>]{0,600}?\\u003[eE]|\{[^{}]{0,4000}\}"
    ).match(text, start)
    return Span(start, match.end()) if match else Span(start, start + 1)
