"""The elements of HTML: what each means for prose, and the ones that enclose a block."""

from typing import NamedTuple

from msgspec.structs import replace

from lint.model.post import Block, Holder, Inline, Role
from lint.model.text import Prose, Span
from lint.read.tags import names

INLINES = {
    "a": "link", "b": "strong", "strong": "strong", "i": "emphasis", "em": "emphasis", "cite": "emphasis",
    "dfn": "emphasis", "code": "code", "kbd": "code", "samp": "code", "tt": "code", "sup": "superscript",
    "q": "quotation", "s": "strike", "del": "strike", "strike": "strike",
}  # fmt: skip
# Inline elements that say nothing of their own unless they have attributes.
BARE = names("span font small big u ins mark abbr label bdi bdo data nobr acronym var rt rp ruby")
MASKED = frozenset(["code", "kbd", "samp", "tt"])
# What holds no prose of the page: it is passed over to its end, where it has one.
SKIPPED = names(
    "script style template svg nav noscript iframe object audio video canvas select textarea button datalist dialog"
    " noembed noframes xmp plaintext title map math"
)
# Of these, what holds no elements: the first closing tag ends it.
RAW = names("script style noscript iframe textarea noembed noframes xmp title")
ROLES: dict[str, Role] = {
    "li": "item", "dt": "item", "dd": "item", "td": "cell", "th": "cell", "figcaption": "caption",
    "caption": "caption", "pre": "code", "listing": "code",
}  # fmt: skip
LISTS = frozenset(["ul", "ol", "dl", "table", "menu", "dir"])
CONTAINERS = frozenset(["figure", "section", "aside", "details"])
HEADINGS = {f"h{level}": level for level in range(1, 7)}
BLOCKS = names(
    "p div article main header footer body html head blockquote address form fieldset legend center hgroup summary"
    " thead tbody tfoot tr colgroup optgroup option search"
) | set(ROLES) | LISTS | CONTAINERS | set(HEADINGS)  # fmt: skip
# What an opening tag ends that was left open, and the elements that stop the search for it.
_ROWS = (("thead", "tbody", "tfoot"), ("table",))
ENDS = {
    "li": (("li",), ("ul", "ol", "menu", "dir")),
    "dt": (("dt", "dd"), ("dl",)),
    "dd": (("dt", "dd"), ("dl",)),
    "tr": (("tr",), ("table",)),
    "td": (("td", "th"), ("tr", "table")),
    "th": (("td", "th"), ("tr", "table")),
    "thead": _ROWS,
    "tbody": _ROWS,
    "tfoot": _ROWS,
    "option": (("option",), ("optgroup",)),
}
CELLS = frozenset(["td", "th", "table"])
IN_TABLES = CELLS | {"tr", "thead", "tbody", "tfoot"}
OPTIONAL = names("p li dt dd tr td th thead tbody tfoot option optgroup colgroup rp rt html body head")
CLOSED = (BLOCKS | set(INLINES) | BARE) - OPTIONAL
# A block takes the attributes of what it begins, up to the frame of the page.
FRAME = frozenset(["", "article", "main", "body", "html", "header", "footer", "form"])
# An empty one of these with an id may be an empty note.
MAY_BE_EMPTY = frozenset(["li", "p", "dd", "td", "aside"])


class Element:
    """An element that is open, or was: where it stands and what it means for the blocks inside."""

    __slots__ = (
        "article", "attrs", "block", "end", "fresh", "group", "holders", "kept", "level", "listed", "main", "name",
        "offset", "parent", "quoted", "role", "start", "told",
    )  # fmt: skip

    def __init__(self, name: str, attrs: dict[str, str], start: int, parent: "Element | None") -> None:
        self.name, self.attrs, self.start, self.end, self.parent = name, attrs, start, -1, parent
        self.fresh, self.told, self.block, self.offset = True, False, False, 0

    def stand_alone(self) -> None:
        """Make it one that holds blocks: what its parent means for them, it means too."""
        parent = self.parent
        self.block = True
        self.kept: Holder | None = None
        if parent is None:
            self.role: Role = "paragraph"
            self.level = self.group = self.quoted = self.listed = 0
            self.holders: tuple[Element, ...] = ()
            self.article: Element | None = None
            self.main: Element | None = None
        else:
            self.role, self.level, self.group, self.quoted = parent.role, parent.level, parent.group, parent.quoted
            self.listed, self.holders = parent.listed, parent.holders
            self.article, self.main = parent.article, parent.main
        if self.attrs:
            self.holders = (*self.holders, self)
        name = self.name
        if name in ROLES:
            self.role = ROLES[name]
            if self.role != "item":
                self.level = 0
            elif name == "dd":
                self.level += 1  # it stands under its term
        elif name in HEADINGS:
            self.role, self.level = "heading", HEADINGS[name]
        elif name == "blockquote":
            self.quoted += 1
        elif name == "article":
            self.article = self.article or self
        if name == "main" or self.attrs.get("role") == "main":
            self.main = self.main or self

    def number(self, group: int) -> bool:
        """Give a list, table or container its group, unless a list encloses it; tell whether it was taken."""
        taken = not self.listed
        if taken:
            self.group = group
        if self.name in LISTS:
            self.listed = self.listed or group
            if self.name != "table":
                self.level = self.level + 1 if self.role == "item" else 1
            self.role = "paragraph"
        return taken

    def claim(self) -> dict[str, str]:
        """Return the attributes of this element and of those that begin with it, for the first block in them."""
        found: dict[str, str] = {}
        at: Element | None = self
        framed = False
        while at is not None and at.fresh:
            framed = framed or at.name in FRAME
            if at.attrs and not framed:
                found = {**at.attrs, **found}
            at.fresh = False
            at = at.parent
        return found


class Draft(NamedTuple):
    """A block whose enclosing elements may still be open."""

    role: Role
    prose: Prose
    span: Span
    inlines: tuple[tuple[str, int, int, Element, str], ...]
    element: Element
    attrs: dict[str, str]


def block_of(draft: Draft) -> Block:
    """Return a draft as a block, once everything that encloses it has ended."""
    element = draft.element
    return Block(
        draft.role,
        draft.prose,
        draft.span,
        level=element.level if draft.role in ("heading", "item") else 0,
        group=element.group,
        quoted=element.quoted,
        inlines=tuple(
            Inline(kind, start, end, Span(inner.start, max(inner.end, inner.start)), target, inner.attrs)
            for kind, start, end, inner, target in draft.inlines
        ),
        attrs=draft.attrs,
        holders=holders_of(element),
    )


def holders_of(element: Element) -> tuple[Holder, ...]:
    """Return the elements with attributes that enclose a block, itself included."""
    return tuple(_holder(one) for one in element.holders)


def _holder(element: Element) -> Holder:
    if element.kept is None:
        element.kept = Holder(element.name, element.attrs, Span(element.start, max(element.end, element.start)))
    return element.kept


class Held(NamedTuple):
    """A block that stands in HTML elements, or a draft of HTML that stands in Markdown's quotation, note or list."""

    element: Element
    block: Block | None = None
    draft: Draft | None = None
    note: str = ""
    quoted: int = 0
    group: int = 0


def settled(held: Held) -> Block:
    """Return a block with the elements around it, once they have ended."""
    if held.draft is None:
        assert held.block is not None  # noqa: S101  it is one or the other
        return replace(held.block, holders=holders_of(held.element))
    block = block_of(held.draft)
    return replace(block, note=held.note, quoted=block.quoted + held.quoted, group=held.group or block.group)
