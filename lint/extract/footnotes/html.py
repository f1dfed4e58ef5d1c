"""HTML footnotes: references and notes by where links lead and what leads back, never by how ids are named."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from lint import patterns as re
from lint.extract.footnotes.links import (
    ARROW,
    MARKER,
    RETURNS,
    Element,
    Link,
    elements,
    fragment,
    holds,
    links,
    opening,
    saying,
)
from lint.extract.footnotes.mark import mark
from lint.extract.footnotes.numbering import NUMBER, Note, Page, numbers_of, shown_number
from lint.model.facts import Mark
from lint.model.post import Inline, Post
from lint.model.text import MASK, Span

LIST = re.compile(
    r"(?:foot|end)-?notes?(?:[-_][\w-]{1,40})?|doc-endnotes|wp-block-footnotes|data-footnotes|easy-footnotes-wrapper",
    re.IGNORECASE,
)
ITEM = re.compile(r"(?:foot|end|rear)-?note|doc-(?:foot|end)note", re.IGNORECASE)
PREFIX = "user-content-"  # GitHub's, which its script knows to overlook
LONG = 12
SIGNS = re.compile(r"[*†‡§¶‖]{1,4}")
WORD = re.compile(r"[^ \[(\n]")
BRACED = re.compile(r"\{[^{}#\n]{0,80}#([^\s{}]{1,80})[\s}]")  # an attribute list of Markdown: `{#id}` or `{: #id}`
TOP = frozenset(["top", "page-top", "content", "main", "toc", "contents"])
BLANK = "\ufe0e\ufe0f \xa0\n"  # what is left where an arrow was


def marks(post: Post) -> Iterator[Mark]:
    """Yield the references and notes of a post that links inside the page make so."""
    found = list(links(post))
    held: dict[Span, list[int]] = {}
    for number, block in enumerate(post.blocks):
        for holder in block.holders:
            held.setdefault(holder.span, []).append(number)
    by_block: dict[int, list[Link]] = {}
    for link in found:
        by_block.setdefault(link.block, []).append(link)
    page = Page(post, found, elements(post), held, by_block)
    resolved = _resolved(page)
    notes = _notes(page, [element for _, element in resolved])
    owner = {number: note for note in reversed(notes) for number in note.blocks}
    dangling = _dangling(page, [link for link, _ in resolved], owner)
    if not notes and not dangling:
        return
    references = sorted([*resolved, *((link, None) for link in dangling)], key=lambda item: item[0].at)
    numbers = numbers_of(page, notes, references)
    for link, element in references:
        within = owner.get(link.block)
        yield _reference(page, link, element, within.element.ident if within and _is_inside(link, within, page) else "")
    used = {id(link.item) for link, _ in references}
    homes = {ident for link, _ in references for ident in link.idents}
    shares = _shares(page, notes)
    for note in notes:
        yield _note(page, note, numbers.get(note.element.at), used, homes, shares.get(note.element.at))


# ---- which links are references


def _target(page: Page, link: Link) -> Element | None:
    """Return the element that a link leads to; one that holds the link itself is none."""
    found = page.known.get(link.target) or page.known.get(PREFIX + link.target) or []
    return next((one for one in found if not holds(one.span, link.item.span)), None)


def _resolved(page: Page) -> list[tuple[Link, Element]]:
    """Return the references that lead to an element, in the order of the page."""
    found: list[tuple[Link, Element]] = []
    homes: set[str] = set()
    back = {link.target for link in page.links}
    for link in sorted(page.links, key=lambda item: item.at):
        element = _target(page, link)
        if element is None or not (link.marker or (link.refers and len(link.text) <= LONG)):
            continue
        if page.post.blocks[element.block].role == "heading" and (element.item is None or not _heads(page, element)):
            continue
        sure = link.raised or link.refers
        ahead = element.at > link.at
        if link.returns and not (ahead and _raised(link)):
            continue
        answered = any(ident in back for ident in link.idents)
        if (ahead and (sure or answered)) or (not ahead and sure and link.target not in homes):
            found.append((link, element))
            homes.update(link.idents)
    return found


def _dangling(page: Page, resolved: list[Link], owner: dict[int, Note]) -> list[Link]:
    """Return the references that lead to nothing; at the head of a note, such a link is its way back."""
    forms = {_form(link) for link in resolved}
    span = page.post.span
    excerpt = not resolved and page.post.shape == "html" and span.end - span.start < len(page.post.source.text)
    braced = set(BRACED.findall(page.post.source.text)) if page.post.shape == "markdown" else ()
    found = []
    for link in page.links:
        if excerpt and not link.item.target.startswith("#"):
            continue  # the beginning of an article on a page of several, whose notes are on its own page
        if not link.marker or _target(page, link) is not None or link.target in page.known:
            continue
        if link.returns and not _raised(link):
            continue
        if not (link.raised or link.refers or _form(link) in forms):
            continue
        heads = not WORD.search(page.post.blocks[link.block].prose.text, 0, link.item.start)
        if not (heads and (link.block in owner or link.idents)) and link.target not in braced:
            found.append(link)
    return found


def _raised(link: Link) -> bool:
    """Tell whether a link is made like a reference, even if its role says that it leads back: so does Org's."""
    return link.raised and bool(link.marker) and bool(link.idents)


def _form(link: Link) -> tuple[str, str]:
    return re.sub(r"\d+", "0", SIGNS.sub("*", link.text)), link.item.attrs.get("class", "")


def _reference(page: Page, link: Link, element: Element | None, within: str) -> Mark:
    block = page.post.blocks[link.block]
    span = block.prose.home(link.item.start, link.item.end) if link.item.end > link.item.start else link.item.span
    return mark(
        page.post,
        "reference",
        element.ident if element else link.target,
        span,
        number=shown_number(link),
        target=link.target,
        ident=link.idents[0] if link.idents else "",
        style="html",
        within=within,
    )


# ---- which elements are notes


def _notes(page: Page, targets: Iterable[Element]) -> list[Note]:
    """Return the notes: what references lead to, their siblings, and what says that it is a note."""
    chosen: dict[int, Element] = {}
    for ident, name, whole in {(element.ident, element.name, element.item is None) for element in targets}:
        for one in page.known[ident]:
            if one.name == name and (one.item is None) == whole:
                chosen[one.at] = one
    first = min(chosen, default=0)
    led = {link.block for link in page.links if link.returns}
    kinds = {kin for one in chosen.values() if (kin := _kin(page, one, led)) is not None}
    for same in page.known.values() if kinds else ():
        for one in same:
            if one.at > first and _kin(page, one, led) in kinds:
                chosen.setdefault(one.at, one)
    starts = sorted(chosen)
    for one in _declared(page):
        if bisect_left(starts, one.span.end) == bisect_left(starts, one.at):
            chosen[one.at] = one
    starts = sorted(chosen)
    return [Note(chosen[at], _blocks(page, chosen[at], starts)) for at in starts]


def _kin(page: Page, element: Element, led: set[int]) -> tuple[object, ...] | None:
    """Return what the notes of one list have in common: the list, the class, or how the anchors at their heads look.

    `led` are the blocks from which a link leads back.
    """
    if element.item is not None:
        attrs = element.attrs
        alike = element.item.start == 0 and ("href" in attrs or attrs.get("class") or element.block in led)
        return ("anchor", attrs.get("class"), *sorted(attrs)) if alike else None
    if element.name == "li":
        group = page.post.blocks[element.block].group
        return ("li", group) if group else None
    return (element.name, element.attrs["class"]) if element.attrs.get("class") else None


def _declared(page: Page) -> Iterator[Element]:
    """Yield the elements that say they are notes: by their attributes, their list's, or an arrow that leads back."""
    back = {link.block for link in page.links if link.returns and link.target.casefold() not in TOP}
    for same in page.known.values():
        for one in same:
            if one.item is not None:
                continue
            if any(ITEM.fullmatch(word) for word in saying(one.attrs)):
                if not _is_elsewhere(page, one):
                    yield one
            elif one.name == "li":
                holders = page.post.blocks[one.block].holders
                around = [holder for holder in holders if holder.span != one.span and holds(holder.span, one.span)]
                listed = any(LIST.fullmatch(word) for holder in around for word in saying(holder.attrs))
                if listed or not back.isdisjoint(page.held.get(one.span, ())):
                    yield one


def _is_elsewhere(page: Page, element: Element) -> bool:
    """Tell whether a note leads back into another file, as the endnotes of a book do."""
    for at in page.held.get(element.span, ()):
        block = page.post.blocks[at]
        for item in block.inlines:
            if item.kind == "link" and "#" in item.target[1:] and not fragment(item.target, page.post.url):
                text = block.prose.text[item.start : item.end].strip()
                if (
                    MARKER.fullmatch(text)
                    or ARROW.match(text.casefold())
                    or RETURNS.search(" ".join(saying(item.attrs)))
                ):
                    return True
    return False


def _blocks(page: Page, element: Element, starts: list[int]) -> tuple[int, ...]:
    """Return the blocks of a note: those inside it, or inside what begins with its anchor and holds no other note."""
    if element.item is None:
        held = page.held.get(element.span, [element.block])
        return (*held, *_described(page.post, held[-1])) if element.name == "dt" else tuple(held)
    if _heads(page, element):
        return (element.block, *_under(page, element, starts))
    for holder in page.post.blocks[element.block].holders:
        held = page.held[holder.span]
        alone = bisect_left(starts, holder.span.end) - bisect_left(starts, holder.span.start) == 1
        if held[0] == element.block and alone:
            return tuple(held)
    return (element.block,)


def _heads(page: Page, element: Element) -> bool:
    """Tell whether a term or a heading has no words but the number of a note, whose text stands under it."""
    block = page.post.blocks[element.block]
    return bool(MARKER.fullmatch(block.prose.text.strip())) and (block.role in ("heading", "item"))


def _under(page: Page, element: Element, starts: list[int]) -> Iterator[int]:
    """Yield the blocks under a heading that is the number of a note, or under such a term."""
    blocks = page.post.blocks
    if blocks[element.block].role != "heading":
        yield from _described(page.post, element.block)
        return
    last = bisect_right(starts, element.at)
    until = starts[last] if last < len(starts) else page.post.span.end
    for at in range(element.block + 1, len(blocks)):
        if blocks[at].role == "heading" or blocks[at].span.start >= until:
            return
        yield at


def _described(post: Post, term: int) -> Iterator[int]:
    """Yield the blocks that stand under a term of a list of descriptions."""
    head = post.blocks[term]
    for at in range(term + 1, len(post.blocks)):
        block = post.blocks[at]
        if block.group != head.group or block.level <= head.level:
            return
        yield at


def _is_inside(link: Link, note: Note, page: Page) -> bool:
    """Tell whether a link in a block of a note stands inside the note."""
    return note.element.item is not None or holds(note.element.span, link.item.span)


def _shares(page: Page, notes: list[Note]) -> dict[int, tuple[int, int]]:
    """Return what of its block is each note's, where several anchors stand in one: up to the next that has words."""
    anchored: dict[int, list[tuple[int, int]]] = {}
    for note in notes:
        item = note.element.item
        if item is not None and note.blocks == (note.element.block,):
            anchored.setdefault(note.element.block, []).append((item.start, note.element.at))
    shares: dict[int, tuple[int, int]] = {}
    for block, found in anchored.items():
        text = page.post.blocks[block].prose.text
        ends = {link.item.start: link.item.end for link in page.by_block.get(block, ())}
        until = following = len(text) + 1
        for start, at in sorted(found, reverse=True) if len(found) > 1 else ():
            until = following if WORD.search(text, ends.get(start, start), following) else until
            shares[at] = start, until
            following = start
    return shares


def _note(
    page: Page, note: Note, number: int | None, used: set[int], homes: set[str], share: tuple[int, int] | None
) -> Mark:
    element = note.element
    back, target, words, leads, headed = "", "", [], [], False
    for at in note.blocks:
        block = page.post.blocks[at]
        low, high = share or (0, len(block.prose.text) + 1)
        holes: set[tuple[int, int]] = set()
        among = page.by_block.get(at, [])
        among = among[bisect_left(among, low, key=_begins) : bisect_left(among, high, key=_begins)]
        for link in (one for one in among if id(one.item) not in used):
            opens = at == note.blocks[0] and not WORD.search(block.prose.text, low, link.item.start)
            heads = opens and bool(link.marker)
            if link.returns or heads or link.target in homes:
                headed = headed or heads
                holes.add((link.item.start, link.item.end))
                state = "found" if link.target in page.known or PREFIX + link.target in page.known else "broken"
                if back != "broken":
                    back, target = state, link.target
        inlines = block.inlines
        if share is not None:
            inlines = inlines[bisect_left(inlines, low, key=_starts) : bisect_left(inlines, high, key=_starts)]
        words.append(MASK if block.role == "code" else _without(block.prose.text, low, high, holes))
        words += [MASK for item in inlines if item.kind in ("image", "math")]
        leads += [item.target for item in inlines if item.kind == "link" and (item.start, item.end) not in holes]
    text = "\n".join(words).strip()
    shown = NUMBER.match(text)
    text = text[shown.end() :].strip() if shown and number is not None and int(shown["number"]) == number else text
    text = text.lstrip("[]().: \n") if headed else text.lstrip("^↑ ") if back else text
    span = opening(page.post.source.text, element.at)
    if element.item is not None and element.item.end > element.item.start:
        span = page.post.blocks[element.block].prose.home(element.item.start, element.item.end)
    return mark(
        page.post, "note", element.ident, span, number=number, text=text.strip(BLANK), links=tuple(leads),
        target=target, ident=element.ident, style="html", back=back,
    )  # fmt: skip


def _begins(link: Link) -> int:
    return link.item.start


def _starts(item: Inline) -> int:
    return item.start


def _without(text: str, low: int, high: int, holes: set[tuple[int, int]]) -> str:
    pieces = []
    for start, end in sorted(holes):
        pieces.append(text[low : max(low, start)])
        low = max(low, end)
    return "".join((*pieces, text[low:high]))
