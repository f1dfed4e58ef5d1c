"""Labelled notes of lightly marked-up text: reStructuredText, AsciiDoc, Org, Textile, LaTeX, `[^1]` in plain text."""

from bisect import bisect_left
from collections.abc import Callable, Container, Iterator
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from lint import patterns as re
from lint.extract.footnotes.mark import VEILS, indented, inside, mark, merged, pairs, prose_blocks, veils
from lint.model.facts import Mark
from lint.model.post import Block, Post


class Syntax(NamedTuple):
    """How notes are written: `reference` anywhere in a line, `note` at its start, `code` in which neither counts."""

    name: str
    reference: re.Pattern[str]
    note: re.Pattern[str]
    code: re.Pattern[str] | None = None
    auto: bool = False


RST = Syntax(
    "rst",
    re.compile(r"(?<![\w\\`])\[(?P<label>\d{1,3}|#[\w.:+-]{0,60}|\*|[A-Za-z][\w.:+-]{0,60})\]_(?![\w_])"),
    re.compile(r"\.\.[ \t]+\[(?P<label>\d{1,3}|#[\w.:+-]{0,60}|\*|[A-Za-z][\w.:+-]{0,60})\](?=\s|$)"),
    re.compile(r"``[^`\n]{1,300}``|:math:`[^`\n]{1,300}`"),
)
# An entry of a list that looks like a note and is none to the format.
BARE = re.compile(r"\[(?P<label>\d{1,3})\](?=[ \t]+\S)")
ORG = Syntax(
    "org",
    re.compile(r"\[fn:(?P<label>[\w-]{1,60})\]"),
    re.compile(r"\[fn:(?P<label>[\w-]{1,60})\](?=\s|$)"),
    re.compile(r"(?<!\w)([=~])(?=\S)[^=~\n]{1,300}\1(?!\w)|^: [^\n]*", re.MULTILINE),
    auto=True,
)
TEXTILE = Syntax(
    "textile",
    re.compile(r"(?<=[^\s\[\]])\[(?P<label>\d{1,3})!?\]"),
    re.compile(r"fn(?P<label>\d{1,3})(?:\([^()\n]{0,60}\)|\^){0,2}\.(?=\s|$)"),
    re.compile(r"@[^@\n]{1,300}@|==[^=\n]{1,300}=="),
)
CARET = Syntax(
    "caret",
    re.compile(r"(?<!\\)\[\^(?P<label>[\w.:-]{1,60})\](?![+*?{])"),
    re.compile(r"\[\^(?P<label>[\w.:-]{1,60})\]:"),
    re.compile(r"`[^`\n]{1,300}`"),
)
LATEX = Syntax(
    "latex",
    re.compile(r"\\footnotemark\[(?P<label>\d{1,3})\]"),
    re.compile(r"\\footnotetext\[(?P<label>\d{1,3})\](?=\{)"),
)
# Of a link of reStructuredText, all but its words; where one leads, if that is told on a line of its own.
MARKS = re.compile(r"^(?:__|\.\.)[ \t][^\n]*|`([^`<>\n]{1,300}?)(?:\s{0,9}<[^`<>]{1,2000}>)?`_{1,2}", re.MULTILINE)
COMMENT = re.compile(r"\.\.[ \t]+(?![\w-]{1,40}::|\[)")
BY_SUFFIX = {".rst": RST, ".rest": RST, ".org": ORG, ".textile": TEXTILE}
ASCIIDOC = (".adoc", ".asciidoc", ".asc")
MARKED_UP = (*BY_SUFFIX, *ASCIIDOC, *VEILS)
FOOTNOTE = re.compile(r"(?<!\\)footnote(?P<ref>ref)?:(?P<id>[\w.:-]{0,60})\[")
ADOC_CODE = re.compile(
    r"pass:[\w,]{0,20}\[(?:[^\[\]\n]|\[[^\[\]\n]{0,80}\]){0,300}\]|`[^`\n]{1,300}`|\+{2,3}[^+\n]{1,300}\+{2,3}|(?<!\w)\+[^+\s][^+\n]{0,300}\+(?!\w)"
)
CLOSING = re.compile(r"(?<!\\)\]")
ORG_INLINE = re.compile(r"\[fn:(?P<label>[\w-]{0,60}):")
# Labels that only count: the first reference is to the first note, and so on.
COUNTED = ("#", "*")


def marks(post: Post) -> Iterator[Mark]:
    """Yield the labelled references and notes of a post, by the markup its file name tells."""
    unseen = veils(post)
    yield from (found for found in _marks(post) if not inside(found.span.start, unseen))


def _marks(post: Post) -> Iterator[Mark]:
    suffix = PurePosixPath(post.source.path).suffix.lower()
    if suffix in ASCIIDOC:
        yield from _each(post, _asciidoc)
        return
    if suffix in BY_SUFFIX:
        if suffix == ".org":
            yield from _each(post, _org_inline)
        yield from _cited(list(_labelled(post, BY_SUFFIX[suffix])))
    elif post.shape != "markdown":
        found = list(_labelled(post, CARET))
        if any(item.role == "note" for item in found):
            yield from found
    found = list(_labelled(post, LATEX))
    if any(item.role == "note" for item in found):
        yield from found


def _cited(found: list[Mark]) -> list[Mark]:
    """Return the marks without reStructuredText's citations, whose list may be another page's, unless both are here."""
    here = {mark.role for mark in found if mark.style == "citation"}
    return [mark for mark in found if len(here) > 1 or mark.style != "citation"]


def _each(post: Post, syntax: Callable[[Post, Block], Iterator[Mark]]) -> Iterator[Mark]:
    for block in prose_blocks(post):
        if "footnote" in block.prose.text or "[fn:" in block.prose.text:
            yield from syntax(post, block)


def _labelled(post: Post, syntax: Syntax) -> Iterator[Mark]:
    counts: dict[tuple[str, str], int] = {}
    last = ""  # the note that indented paragraphs belong to
    for block in prose_blocks(post):
        text = block.prose.text
        holder = last = last if _set_in(post, block) else ""
        if "[" not in text and syntax is not TEXTILE:
            continue
        code = merged([match.span() for match in syntax.code.finditer(text)]) if syntax.code else []
        heads = {match.start(): match for match in _heads(text, syntax.note)}
        starts = list(heads)
        for (start, head), end in zip(heads.items(), [*starts[1:], len(text)], strict=False):
            label = _label(head["label"], "note", counts)
            span = block.prose.home(start, head.end())
            words = text[head.end() : end].strip()
            if end == len(text) and (syntax is RST or not words):
                words = f"{words}\n{indented(post.source.text, max(span.end, block.span.end if words else 0))}".strip()
            words = MARKS.sub(r"\1", words) if syntax is RST else words
            yield mark(post, "note", label, span, text=words.strip("{}"), **_kind(syntax, label))
            last = label
        if syntax is RST and (bare := BARE.match(text)) and not _set_in(post, block):
            yield mark(
                post, "lost", bare["label"], block.prose.home(0, bare.end()), text=text[bare.end() :], style="rst"
            )
        for match in syntax.reference.finditer(text):
            if match.start() in heads or inside(match.start(), code):
                continue
            if syntax is RST and _commented(text, match.start(), heads):
                continue
            before = bisect_left(starts, match.start())
            within = _fold(heads[starts[before - 1]]["label"]) if before else holder
            label = _label(match["label"], "reference", counts)
            span = block.prose.home(*match.span())
            yield mark(post, "reference", label, span, within=within, **_kind(syntax, label))


def _set_in(post: Post, block: Block) -> bool:
    """Tell whether a block stands farther in than the margin."""
    return post.source.text[block.span.start - 1 : block.span.start] in (" ", "\t")


def _commented(text: str, at: int, heads: Container[int]) -> bool:
    begin = text.rfind("\n", 0, at) + 1
    return begin not in heads and COMMENT.match(text, begin) is not None


def _heads(text: str, note: re.Pattern[str]) -> Iterator[re.Match[str]]:
    at = 0
    while at >= 0:
        match = note.match(text, at)
        if match:
            yield match
        at = text.find("\n", at) + 1 or -1


def _fold(label: str) -> str:
    return " ".join(label.casefold().split())


def _kind(syntax: Syntax, label: str) -> dict[str, Any]:
    """Return the style of a mark, where a name is a citation, and whether the format counts its like."""
    cited = syntax is RST and label[:1].isalpha()
    return {"style": "citation" if cited else syntax.name, "auto": syntax.auto or label.startswith("#")}


def _label(label: str, role: str, counts: dict[tuple[str, str], int]) -> str:
    """Return a label as compared; one that only counts becomes its number among its kind."""
    if label not in COUNTED:
        return _fold(label)
    counts[role, label] = counts.get((role, label), 0) + 1
    return f"{label} {counts[role, label]}"


def _asciidoc(post: Post, block: Block) -> Iterator[Mark]:
    """Yield `footnote:[text]`, `footnote:id[text]`, and `footnote:id[]`, which is a reference to the latter."""
    text = block.prose.text
    closed, ends = pairs(text, "[", "]"), [match.start() for match in CLOSING.finditer(text)]
    code = merged([match.span() for match in ADOC_CODE.finditer(text)])
    for match in FOOTNOTE.finditer(text):
        if inside(match.start(), code):
            continue
        stop = closed.get(match.end() - 1)
        if stop is None:
            first = bisect_left(ends, match.end())
            if first == len(ends):
                yield mark(post, "unclosed", match["id"], block.prose.home(*match.span()), style="asciidoc")
                continue
            stop = ends[first]
        label, words = match["id"], text[match.end() : stop].strip()
        if match["ref"]:
            label, _, words = words.partition(",")
        role = "reference" if label and not words else "inline"
        span = block.prose.home(match.start(), stop + 1)
        yield mark(post, role, label.strip(), span, text=words.strip(), style="asciidoc", number=None)


def _org_inline(post: Post, block: Block) -> Iterator[Mark]:
    """Yield `[fn:: text]` and `[fn:name: text]`."""
    text = block.prose.text
    closed = pairs(text, "[", "]")
    for match in ORG_INLINE.finditer(text):
        stop = closed.get(match.start())
        if stop is None:
            yield mark(post, "unclosed", match["label"], block.prose.home(*match.span()), style="org")
        else:
            span = block.prose.home(match.start(), stop + 1)
            words = text[match.end() : stop].strip()
            yield mark(post, "inline", _fold(match["label"]), span, text=words, style="org", number=None)
