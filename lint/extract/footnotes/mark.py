"""What every syntax of footnotes needs: a Mark with its place, prose that is no code, brackets in pairs."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from lint import patterns as re
from lint.model.facts import Mark
from lint.model.post import Block, Post
from lint.model.text import MASK, Span

HIDDEN = ("code", "math")
FAR = 1 << 60
LINES = 40  # of a note, besides those of its first paragraph: what is longer is no note
DEEP = 32  # brackets in brackets: no note is in so many others
# What the commands of a markup do not reach, where the reader knows the markup only as plain text.
VEILS = {
    ".tex": re.compile(
        r"(?<!\\)%[^\n]*|\\begin\{(?P<env>verbatim\*?|lstlisting|minted|comment)\}.{0,50000}?\\end\{(?P=env)\}"
        r"|\\verb\*?(?P<mark>[^\w\s])[^\n]{0,300}?(?P=mark)",
        re.DOTALL,
    ),
    ".typ": re.compile(r"(?<!:)//[^\n]*|/\*.{0,50000}?\*/|(?P<ticks>`{1,6})[^`].{0,20000}?(?P=ticks)", re.DOTALL),
    ".textile": re.compile(
        r"^(?:bc|pre|notextile|###)(?:\([^()\n]{0,60}\))?\.(?P<long>\.)?[ ]"
        r".{0,50000}?(?=\n[ \t]*\n(?(long)\w{1,12}\. )|\Z)"
        r"|<(?P<tag>code|pre|notextile)\b[^<>\n]{0,200}>.{0,50000}?</(?P=tag)>",
        re.DOTALL | re.MULTILINE,
    ),
    ".wiki": re.compile(
        r"<!--.{0,50000}?-->|<(?P<tag>nowiki|pre|code|source|syntaxhighlight|math)\b[^<>]{0,200}>.{0,50000}?</(?P=tag)\s*>",
        re.DOTALL | re.IGNORECASE,
    ),
}
VEILS |= {".latex": VEILS[".tex"], ".mediawiki": VEILS[".wiki"], ".creole": VEILS[".wiki"]}


def mark(post: Post, role: str, label: str, span: Span, **more: Any) -> Mark:
    """Return a mark at a span of the file; a label that is a number is the number shown."""
    number = int(label) if label.isascii() and label.isdigit() and len(label) < 5 else None
    return Mark(role, label, span, post.source.place(span), **{"number": number, **more})


def prose_blocks(post: Post) -> Iterator[Block]:
    """Yield the blocks of the post that are read as prose: no code, no front matter, but a title that is a line."""
    titled = post.shape in ("plain", "dump") and "title" not in post.meta
    for block in post.blocks:
        if block.role != "code" and (block.span.end > post.body or (titled and block.role == "title")):
            yield block


def hidden(block: Block, *more: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the stretches of a block's prose that are code or mathematics, or are given, for `inside` to look into."""
    own = [(item.start, item.end) for item in block.inlines if item.kind in HIDDEN and item.end > item.start]
    return merged([*own, *(stretch for part in more for stretch in part)])


def merged(stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return stretches in order, those that overlap as one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def veils(post: Post) -> list[tuple[int, int]]:
    """Return the spans of the file that are comments or code in its markup, though they were read as prose."""
    pattern = VEILS.get(PurePosixPath(post.source.path).suffix.lower())
    return merged([match.span() for match in pattern.finditer(post.source.text)]) if pattern else []


def inside(at: int, stretches: list[tuple[int, int]]) -> bool:
    """Tell whether an offset is in one of the stretches, which are in order and apart."""
    index = bisect_right(stretches, (at, FAR)) - 1
    return index >= 0 and at < stretches[index][1]


def fold(label: str) -> str:
    """Return a label as Markdown compares it: without letter case and runs of blanks."""
    return " ".join(label.casefold().split())


def content(blocks: list[Block]) -> str:
    """Return the words of a note's blocks; a block without words (code) is a MASK."""
    return "\n".join(MASK if block.role == "code" else block.prose.text for block in blocks).strip()


def led(block: Block) -> list[tuple[int, str]]:
    """Return where the links of a block begin and where they lead, in order, for `links` to look into."""
    return sorted((item.start, item.target) for item in block.inlines if item.kind == "link")


def links(found: list[tuple[int, str]], start: int = 0, end: int = FAR) -> tuple[str, ...]:
    """Return where the links of a stretch of a block lead."""
    return tuple(target for _, target in found[bisect_left(found, (start,)) : bisect_left(found, (end,))])


def pairs(text: str, opening: str, closing: str) -> dict[int, int]:
    """Return where each opening bracket of a text is closed; one with a backslash before it is none.

    Of brackets nested without end only the outer ones have a close: the stretches together are then no more than DEEP
    times the text.
    """
    found: dict[int, int] = {}
    stack: list[int] = []
    for match in re.finditer(rf"\\.|[{re.escape(opening + closing)}]", text, re.DOTALL):
        if match[0] == opening:
            stack.append(match.start())
        elif match[0] == closing and stack:
            opened = stack.pop()
            if len(stack) < DEEP:
                found[opened] = match.start()
    return found


def indented(text: str, after: int) -> str:
    """Return the indented lines that follow a mark or the first lines of a note, blank ones left out."""
    found: list[str] = []
    end = text.find("\n", after)
    while end >= 0 and len(found) < LINES:
        stop = text.find("\n", end + 1)
        line = text[end + 1 : stop if stop >= 0 else len(text)]
        if line.strip():
            if line[0] not in " \t":
                break
            found.append(line.strip())
        end = stop
    return "\n".join(found)
