"""What the boxes of Markdown's flavours are called, where that says that a list of related posts is in them.

The line that opens a box is no prose, so its label stands beside the text, as what an aside of HTML says does.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from lint import patterns as re
from lint.model.post import Block
from lint.model.text import Span, Weaver

OPENING = re.compile(
    r"\n(?=[ \t>]{0,40}[:`~!?=\[])[ \t>]{0,40}"
    r"(?::{3,20}|[`~]{3,20}(?=\{)|(?:!!!|\?\?\?)\+?(?=[ \t])"
    r"|===[!+]?(?=[ \t]+[\"'])|(?=\[![\w-]{1,30}\][+-]?[ \t]*\r?$))[ \t]*"
    r"(?P<name>(?:\{[\w:-]{1,40}\}|\[![\w-]{1,30}\][+-]?|[\w-]{1,40})?)"
    r"(?P<rest>[^\n]{0,300})$",
    re.MULTILINE,
)
NAMED = re.compile(r"\b(?:title|name)=(?:\"(?P<double>[^\"\n]*)\"|'(?P<single>[^'\n]*)')")
IN_BRACKETS = re.compile(r"[ \t]*\[(?P<label>[^\[\]\n]{1,120})\]")
QUOTED = re.compile(r"(?:[ \t]+[\w-]{1,30}){0,3}[ \t]*(?:\"(?P<double>[^\"\n]+)\"|'(?P<single>[^'\n]+)')[ \t]*\r?")
CALLED = {"seealso": "See also"}


def labels(text: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the label of every box of a Markdown text: its title, or else its name; none where `blocks` has code."""
    code = [block.span for block in blocks if block.role == "code"]
    starts = [span.start for span in code]
    for match in OPENING.finditer(text):
        at = bisect_right(starts, match.start("name")) - 1
        if at >= 0 and match.start("name") < code[at].end:
            continue
        found = _label(match)
        if found.start < found.end:
            written = text[found.start : found.end]
            weaver = Weaver()
            if written in CALLED:
                weaver.stand_in(CALLED[written], found.start, found.end)
            else:
                weaver.literal(written, found.start)
            yield Block("caption", weaver.prose(), found)


def _label(match: re.Match[str]) -> Span:
    """Return where the title of a box stands, or else its name."""
    rest = match["rest"]
    for pattern in (IN_BRACKETS, QUOTED):
        if found := pattern.match(rest):
            return _within(match, found)
    if found := NAMED.search(rest):
        return _within(match, found)
    title = rest.strip(" \t\r:`~")
    if title and "{" not in title:
        start = match.start("rest") + rest.index(title)
        return Span(start, start + len(title))
    name = match["name"].strip("{}[]!+-")
    start = match.start("name") + match["name"].index(name)
    return Span(start, start + len(name))


def _within(match: re.Match[str], found: re.Match[str]) -> Span:
    start, end = found.span(found.lastgroup or 0)
    return Span(match.start("rest") + start, match.start("rest") + end)
