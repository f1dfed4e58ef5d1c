"""Markdown footnotes: references that the format resolved, definitions, and `[^labels]` that nothing defines."""

from bisect import bisect_left
from collections.abc import Iterator

from lint import patterns as re
from lint.extract.footnotes.mark import content, fold, hidden, indented, inside, led, mark, prose_blocks
from lint.model.facts import Mark
from lint.model.post import Block, Definition, Post
from lint.model.text import MASK, Span

LABEL = re.compile(r"\[\^(?P<label>[^\s\[\]^]{1,80})\](?![+*?{])")
WORDY = re.compile(r"\w")
# `[^a-z]` and the like are classes of characters in a regular expression, wherever they stand.
CLASS = re.compile(r"(?:[a-z]-[a-z]|[A-Z]-[A-Z]|0-9|_)+|.*[\\|$\"<>`].*")
COMMENT = re.compile(
    r"^%[ \t][^\n]{0,2000}|%%[^%\n]{1,2000}%%|\{::(?P<tag>comment|nomarkdown)\}.{0,20000}?\{:/(?:(?P=tag))?\}"
    r"|\{%-?\s*comment\s*-?%\}.{0,20000}?\{%-?\s*endcomment\s*-?%\}",
    re.DOTALL | re.MULTILINE,
)
MATHS = re.compile(
    r"(?<![\\$\w])\$(?=[^\s$])(?P<inner>[^$\n]{0,200}[^\s$])\$(?![\d$\w])|\\\((?P<paren>[^\n]{1,300}?)\\\)"
)
OPERATOR = re.compile(r"[\\^_{}=<>+]")
LOST = re.compile(r"[ \t]*[:：]?[ \t]+\S")


def marks(post: Post) -> Iterator[Mark]:
    """Yield the references and definitions of a Markdown post."""
    unseen = _comments(post)
    known = {fold(item.label) for item in post.definitions}
    blocks = sorted(post.blocks, key=lambda block: block.span.start)
    starts = [block.span.start for block in blocks]
    for definition in post.definitions:
        if not inside(definition.mark.start, unseen):
            first, last = bisect_left(starts, definition.span.start), bisect_left(starts, definition.span.end)
            yield _note(post, definition, blocks[first:last])
    open_: list[tuple[str, Span, Block, int]] = []
    for block in prose_blocks(post):
        maths = _maths(block)
        for item in block.inlines:
            if item.kind == "reference" and not inside(item.span.start, unseen) and not inside(item.start, maths):
                yield _reference(post, item.target, item.span, block)
        for found in _unresolved(post, block, maths):
            if not inside(found[1].start, unseen) and fold(found[0]) not in known:
                open_.append(found)
    counts: dict[str, int] = {}
    for label, *_ in open_:
        counts[fold(label)] = counts.get(fold(label), 0) + 1
    for label, span, block, end in open_:
        lost = counts[fold(label)] > 1 and _begins(block, end - len(label) - 3) and LOST.match(block.prose.text, end)
        if lost:
            yield mark(post, "lost", fold(label), span, style="markdown", text=block.prose.text[end:].strip())
        else:
            yield _reference(post, label, span, block)


def _note(post: Post, item: Definition, blocks: list[Block]) -> Mark:
    own = [block for block in blocks if fold(block.note) == fold(item.label)]
    text = content(own)
    rest = post.source.text[item.mark.end : item.span.end]
    if not text.strip() and re.sub(r"<!--.*?-->", "", rest, flags=re.DOTALL).strip():
        text = MASK
    if not text.strip():
        text = indented(post.source.text, item.mark.end)
    leads = tuple(target for block in own for _, target in led(block))
    return mark(post, "note", fold(item.label), item.mark, text=text, links=leads, style="markdown", auto=True)


def _reference(post: Post, label: str, span: Span, block: Block) -> Mark:
    return mark(post, "reference", fold(label), span, style="markdown", within=fold(block.note), auto=True)


def _unresolved(post: Post, block: Block, maths: list[tuple[int, int]]) -> Iterator[tuple[str, Span, Block, int]]:
    """Yield what reads like a reference and was none to the format: label, place, block, and where it ends in it."""
    text = block.prose.text
    if "[^" not in text:
        return
    code = hidden(block, maths)
    for match in LABEL.finditer(text):
        label = match["label"]
        if not WORDY.search(label) or CLASS.fullmatch(label) or inside(match.start(), code):
            continue
        span = block.prose.home(*match.span())
        if post.source.text[span.start : span.end] == match[0] and not _escaped(post.source.text, span.start):
            yield label, span, block, match.end()


def _escaped(text: str, at: int) -> bool:
    return at > 0 and text[at - 1] == "\\"


def _begins(block: Block, at: int) -> bool:
    """Tell whether a line of the block begins here."""
    return at <= 0 or block.prose.text[at - 1] == "\n"


def _comments(post: Post) -> list[tuple[int, int]]:
    """Return the spans of comments that the Markdown parser does not know: MyST's, Obsidian's and kramdown's."""
    text = post.source.text
    if "%%" not in text and "% " not in text and "{::" not in text and "comment" not in text:
        return []
    return [match.span() for match in COMMENT.finditer(text, post.body)]


def _maths(block: Block) -> list[tuple[int, int]]:
    """Return the formulas of a block: between dollar signs, and short or with signs that no sum of money has."""
    text = block.prose.text
    if "$" not in text and "\\(" not in text:
        return []
    found = []
    for match in MATHS.finditer(text):
        inner = LABEL.sub("", match["inner"] or "")
        if match["paren"] or len(inner) <= 3 or OPERATOR.search(inner):
            found.append(match.span())
    return found
