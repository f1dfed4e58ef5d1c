"""Sidenotes and margin notes of HTML: a label, a checkbox and the note in place, held together by one id."""

from collections.abc import Iterator

from lint import patterns as re
from lint.extract.footnotes.links import opening
from lint.extract.footnotes.mark import led, links, mark
from lint.model.facts import Mark
from lint.model.post import Block, Post

NOTE = re.compile(r"(?:^|\s)(?:side|margin)-?note(?:-(?:content|text|body))?(?:$|\s)", re.IGNORECASE)
TOGGLE = re.compile(r"(?:^|\s)(?:margin-toggle|(?:side|margin)-?note(?:-(?:number|toggle|label))?)(?:$|\s)", re.I)
LONG = 600  # characters of a label: one that nothing ends holds the rest of the page
HOLDERS = ("span", "small", "aside")


def marks(post: Post) -> Iterator[Mark]:
    """Yield the sidenotes of a post, and the labels that toggle none of them."""
    for block in post.blocks:
        if any(item.kind in ("label", "span", "small", "aside") for item in block.inlines):
            yield from _marks(post, block)


def _marks(post: Post, block: Block) -> Iterator[Mark]:
    toggles = [
        item for item in block.inlines if item.kind == "anchor" and item.attrs.get("type") in ("checkbox", "radio")
    ]
    known = {toggle.target for toggle in toggles}
    for item in block.inlines:
        if item.kind == "label" and TOGGLE.search(item.attrs.get("class", "")):
            name = item.attrs.get("for", "")
            if name and name not in known:
                span = (
                    item.span if item.span.end - item.span.start < LONG else opening(post.source.text, item.span.start)
                )
                yield mark(post, "reference", name, span, style="sidenote", number=None)
    taken, leading = 0, led(block)
    for item in sorted(block.inlines, key=lambda one: one.span.start):
        if item.kind not in HOLDERS or not NOTE.search(item.attrs.get("class", "")):
            continue
        first = taken
        while taken < len(toggles) and toggles[taken].span.end <= item.span.start:
            taken += 1
        words = block.prose.text[item.start : item.end].strip()
        leads = links(leading, item.start, item.end)
        name, span = (toggles[taken - 1].target, toggles[taken - 1].span) if taken > first else ("", item.span)
        yield mark(post, "inline", name, span, text=words, links=leads, style="sidenote", number=None)
