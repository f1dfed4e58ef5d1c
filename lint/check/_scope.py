"""The parts of a post that a rule looks at, by the names that Vale gives them."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from lint import patterns as re
from lint.decode import nearest
from lint.model.errors import OptionError
from lint.model.post import Block, Post
from lint.model.text import MASK, Prose, Span, Weaver
from lint.sentences import sentences

LABELS: dict[str, frozenset[str]] = {
    "title": frozenset({"text", "title", "frontmatter"}),
    "heading": frozenset({"text", "heading"}),
    "paragraph": frozenset({"text", "paragraph"}),
    "item": frozenset({"text", "list"}),
    "cell": frozenset({"text", "table", "cell"}),
    "caption": frozenset({"text", "figure", "caption"}),
    "alt": frozenset({"text", "attr", "alt"}),
    "code": frozenset({"code"}),
}
FLOWING = ("paragraph", "item", "caption")
SUFFIXES = {"markdown": "md", "mdown": "md", "mkd": "md", "htm": "html", "xhtml": "html", "text": "txt", "rest": "rst"}
FORMATS = frozenset("md mdx html txt rst adoc org textile xml json csv".split())
NAMES = frozenset().union(*LABELS.values()) | {"sentence", "blockquote", "footnote", "raw", "summary"}
LEVELS = frozenset(f"h{level}" for level in range(1, 7))
ADDRESS = re.compile(r"\b(?:https?://|ftp://|mailto:|www\.)[^\s<>\ufffc]+|\b[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,63}")
QUOTATION = re.compile(r"“[^”]{1,2000}”|(?<!\w)\"[^\"]{1,2000}\"(?!\w)|«[^»]{1,2000}»|„[^“”]{1,2000}[“”]")
GAP = "\n\n"


class Passage(NamedTuple):
    """A stretch of prose that is matched as one text.

    pieces  its parts: where each begins, its prose, and where in that prose it begins
    whole   where it stands in the file; empty for the whole of a post
    """

    text: str
    pieces: tuple[tuple[int, Prose, int], ...]
    whole: Span

    def home(self, start: int, end: int) -> Span:
        """Return where `text[start:end]` stands in the file."""
        first, last = self._piece(start), self._piece(max(start, end - 1))
        span = first[1].home(start - first[0] + first[2], (end if first is last else start) - first[0] + first[2])
        if first is last:
            return span
        return Span(span.start, last[1].home(last[2], end - last[0] + last[2]).end)

    def literal(self, start: int, end: int) -> bool:
        """Tell whether `text[start:end]` stands in the file as it is, in one piece."""
        first, last = self._piece(start), self._piece(max(start, end - 1))
        return first is last and first[1].literal(start - first[0] + first[2], end - first[0] + first[2])

    def _piece(self, offset: int) -> tuple[int, Prose, int]:
        return next((piece for piece in reversed(self.pieces) if piece[0] <= offset), self.pieces[0])


def validate(scope: str | tuple[str, ...]) -> None:
    """Raise OptionError where a scope has a part that no post has."""
    for number, selector in enumerate(_list(scope)):
        path = ("scope",) if isinstance(scope, str) else ("scope", number)
        for term in selector.split("&"):
            for part in term.strip().removeprefix("~").split("."):
                if part not in NAMES | LEVELS | FORMATS:
                    raise OptionError(f"there is no scope `{part}`{nearest(part, NAMES, 'did you mean')}", *path)


_last: tuple[Post | None, dict[tuple[str | tuple[str, ...], bool], list[Passage]]] = (None, {})


def passages(post: Post, scope: str | tuple[str, ...], quotations: bool = True) -> list[Passage]:
    """Return the passages of a post that a scope names, in reading order.

    Inline code, formulas, images and addresses are masked; others' words are masked too where `quotations` is false.
    Block quotations are looked at only where the scope names them.
    """
    global _last
    if _last[0] is not post:
        _last = (post, {})
    kept = _last[1]
    if (scope, quotations) not in kept:
        kept[scope, quotations] = list(_passages(post, scope, quotations))
    return kept[scope, quotations]


def _passages(post: Post, scope: str | tuple[str, ...], quotations: bool) -> Iterator[Passage]:
    asked = _list(scope)
    selectors = [[_term(term) for term in selector.split("&")] for selector in asked]
    suffix = PurePosixPath(post.source.path).suffix.lower().lstrip(".")
    form = frozenset({suffix, SUFFIXES.get(suffix, suffix)})
    quoted = any("blockquote" in parts for selector in selectors for parts, negated in selector if not negated)
    mark = any("sentence" in parts for selector in selectors for parts, _ in selector)
    if _wants(selectors, form | {"raw"}, exact="raw"):
        yield _raw(post)
    if _wants(selectors, form | {"summary"}, exact="summary"):
        yield from _summary(post, quotations)
    known: dict[tuple[str, int, bool, bool], tuple[bool, bool]] = {}
    for block in post.blocks:
        if block.quoted and not quoted:
            continue
        shape = (block.role, block.level, bool(block.note), bool(block.quoted))
        if shape not in known:
            labels = _labels(block) | form
            cut = mark and block.role in FLOWING and _wants(selectors, labels | {"sentence"})
            known[shape] = _wants(selectors, labels), cut
        whole, cut = known[shape]
        if whole:
            yield _passage(block, quotations)
        elif cut:
            yield from _sentences(block, quotations)


def _labels(block: Block) -> frozenset[str]:
    more = {f"h{block.level}"} if block.role == "heading" else set()
    more |= ({"footnote"} if block.note else set()) | ({"blockquote"} if block.quoted else set())
    return LABELS[block.role] | more


def _list(scope: str | tuple[str, ...]) -> tuple[str, ...]:
    return (scope,) if isinstance(scope, str) else scope


def _term(term: str) -> tuple[frozenset[str], bool]:
    """The parts of `~heading.h1`, and whether they are to be absent."""
    text = term.strip()
    return frozenset(text.removeprefix("~").split(".")), text.startswith("~")


def _wants(selectors: Iterable[list[tuple[frozenset[str], bool]]], labels: frozenset[str], exact: str = "") -> bool:
    """Tell whether any selector names a passage with these labels; what is negated alone stays within the text."""
    for selector in selectors:
        if exact and not any(exact in parts for parts, negated in selector if not negated):
            continue
        if all(negated for _, negated in selector) and "text" not in labels:
            continue
        if all((parts <= labels) is not negated for parts, negated in selector):
            return True
    return False


def _masked(text: str, block: Block | None, quotations: bool) -> str:
    """The text with addresses, and with others' words where asked, taken out; offsets are the same."""
    hint = "://" in text or "@" in text or "www." in text or "mailto:" in text
    holes = [match.span() for match in ADDRESS.finditer(text)] if hint else []
    if not quotations:
        holes += [match.span() for match in QUOTATION.finditer(text)]
        if block is not None:
            holes += [(item.start, item.end) for item in block.inlines if item.kind == "quotation"]
    for start, end in holes:
        text = text[:start] + MASK * (end - start) + text[end:]
    return text


def _passage(block: Block, quotations: bool) -> Passage:
    return Passage(_masked(block.prose.flat, block, quotations), ((0, block.prose, 0),), block.span)


def _sentences(block: Block, quotations: bool) -> Iterator[Passage]:
    text = _masked(block.prose.flat, block, quotations)
    for start, end in sentences(block.prose.flat):
        yield Passage(text[start:end], ((0, block.prose, start),), block.prose.home(start, end))


def _raw(post: Post) -> Passage:
    weaver = Weaver()
    weaver.literal(post.source.text[post.span.start : post.span.end], post.span.start)
    prose = weaver.prose()
    return Passage(prose.text, ((0, prose, 0),), Span(post.span.start, post.span.start))


def _summary(post: Post, quotations: bool) -> Iterator[Passage]:
    """All running text of a post as one passage."""
    texts: list[str] = []
    pieces: list[tuple[int, Prose, int]] = []
    length = 0
    for block in post.blocks:
        if block.role in FLOWING and not block.quoted:
            text = _masked(block.prose.flat, block, quotations)
            pieces.append((length, block.prose, 0))
            texts.append(text)
            length += len(text) + len(GAP)
    if pieces:
        yield Passage(GAP.join(texts), tuple(pieces), Span(post.span.start, post.span.start))
