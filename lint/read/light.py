"""Lightly marked-up text (reStructuredText, AsciiDoc, Org, Textile): headings, code and comments among plain lines."""

from typing import NamedTuple

from msgspec.structs import replace

from lint import patterns as re
from lint.model.post import Block, Comment, Fault
from lint.model.text import Span, Weaver
from lint.read import lines
from lint.read.lines import Line

LONG_TITLE = 140
SECTION = re.compile(
    r"(?P<marks>={1,6}|#{1,6})[ \t]+(?=\S)|h(?P<textile>[1-6])\.[ \t]+(?=\S)"
    r"|\.\. (?P<rubric>rubric|admonition|topic)::[ \t]+(?=\S)"
)
UNDERLINE = re.compile(r"([=\-~^\"'`*+#:._])\1{2,}")
FENCES = {
    "adoc": re.compile(r"(-{4,}|\.{4,}|\+{4,}|`{3,}(?=[\w,+-]*$)|/{4,})(?:(?<=`)[\w,+-]*)?"),
    "org": re.compile(r"#\+begin_(src|example|comment|export)\b.*", re.IGNORECASE),
}
COMMENT = {"adoc": "//", "org": "# ", "rst": "", "textile": ""}
MARKUP = {
    ".rst": "rst",
    ".rest": "rst",
    ".adoc": "adoc",
    ".asciidoc": "adoc",
    ".asc": "adoc",
    ".org": "org",
    ".textile": "textile",
}


class Parted(NamedTuple):
    """The lines that hold no code, the code blocks, the comments, and what opens a block that nothing closes."""

    lines: list[Line]
    code: list[Block]
    comments: list[Comment]
    faults: list[Fault]


def without_code(text: str, every: list[Line], markup: str) -> Parted:
    """Tell the lines of a text from its blocks of code."""
    kept: list[Line] = []
    code: list[Block] = []
    comments: list[Comment] = []
    unclosed: dict[str, Fault] = {}
    at = 0
    while at < len(every):
        line = every[at]
        first, stop = _indented(every, at) if markup == "rst" else _fenced(every, at, markup, unclosed)
        kept.extend(every[at:first])
        if stop > first:
            inner = Span(every[first].begin, every[stop - 1].end)
            weaver = Weaver()
            weaver.literal(text[inner.start : inner.end], inner.start)
            code.append(Block("code", weaver.prose(), inner))
            kept.append(Line(inner.end, inner.end, inner.end, ""))
        elif COMMENT[markup] and line.text.startswith(COMMENT[markup]):
            comments.append(Comment(line.text.lstrip("/# "), line.span))
        else:
            kept.append(line)
            stop = at + 1
        at = max(stop, at + 1)
    return Parted(kept, code, comments, list(unclosed.values()))


def _fenced(every: list[Line], at: int, markup: str, unclosed: dict[str, Fault]) -> tuple[int, int]:
    """Return the lines of the fenced block that begins at `at`, fences included.

    Where nothing closes it, in AsciiDoc the rest of the text is code, in Org nothing is.
    """
    match = FENCES[markup].fullmatch(every[at].text) if markup in FENCES else None
    if match is None or (markup == "adoc" and _underlines(every, at)):
        return at, at
    closing = match[1] if markup == "adoc" else f"#+end_{match[1]}".lower()
    if closing not in unclosed:
        for index in range(at + 1, len(every)):
            if every[index].text.lower() == closing:
                return at, index + 1
        comment = "comment" in closing or closing.startswith("/")
        rule = "input-unterminated-comment" if comment else "input-unterminated-code-fence"
        unclosed[closing] = Fault(rule, every[at].span)
    return at, len(every) if markup == "adoc" else at


def _underlines(every: list[Line], at: int) -> bool:
    """Tell whether a line is as long as the one above it: it makes that a title."""
    above = every[at - 1].text if at else ""
    return any(map(str.isalnum, above)) and above[0] not in ".[" and abs(len(above) - len(every[at].text)) <= 1


def _indented(every: list[Line], at: int) -> tuple[int, int]:
    """Return the indented lines after one that ends with `::` or is a code directive, blank ones within included."""
    line = every[at]
    directive = line.text.startswith(".. ")
    if not (line.text.startswith((".. code", ".. highlight", ".. math")) if directive else line.text.endswith("::")):
        return at, at
    marker = lines.BULLET.match(line.text) or lines.NUMBER.match(line.text)
    margin = line.start - line.begin + (marker.end() if marker else 0)  # of the item's text, where the line is an item
    stop = at + 1
    for index in range(at + 1, len(every)):
        if every[index].text and every[index].start - every[index].begin <= margin:
            break
        if every[index].text:
            stop = index + 1
    return at + (not directive), stop


def body(every: list[Line]) -> list[Block]:
    """Return the blocks of the body; an underlined or marked line is a heading."""
    found: list[Block] = []
    start = 0
    group = 0
    for index, line in enumerate(every):
        level = _level(every, index)
        if not level:
            continue
        group = _add(found, every[start:index], group)
        match = SECTION.match(line.text)
        found.append(lines.block([lines.cut(line, match.end()) if match else line], "heading", level=level))
        start = index + (1 if match else 2)
    _add(found, every[start:], group)
    return found


def _add(found: list[Block], part: list[Line], group: int) -> int:
    blocks = lines.blocks(part)
    found.extend(replace(block, group=block.group + group) if block.group and group else block for block in blocks)
    return max([group, *(block.group for block in found[-len(blocks) :])]) if blocks else group


def _level(every: list[Line], index: int) -> int:
    """Return the level of the heading that begins on this line, or 0."""
    line = every[index]
    if (
        not line.text
        or len(line.text) > LONG_TITLE
        or (index and every[index - 1].text and not _rule(every, index - 1))
    ):
        return 0
    if match := SECTION.match(line.text):
        return 6 if match["rubric"] else int(match["textile"] or len(match["marks"]))
    if index + 1 < len(every) and _rule(every, index + 1) and not _rule(every, index):
        under = every[index + 1].text
        after = every[index + 2].text if index + 2 < len(every) else ""
        if len(under) * 2 >= len(line.text) and not after:
            return "=-~^\"'`*+#:._".index(under[0]) // 2 + 1
    return 0


def _rule(every: list[Line], index: int) -> bool:
    return bool(UNDERLINE.fullmatch(every[index].text))
