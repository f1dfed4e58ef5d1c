"""Where the links of a post lead inside its publication, and what in the post other links may lead to."""

from collections.abc import Iterator
from html import unescape
from itertools import zip_longest
from pathlib import PurePosixPath

from lint import patterns as re
from lint.extract.previously.entry import written
from lint.model.facts import Anchor, Target
from lint.model.post import Block, Post
from lint.model.text import MASK

SCHEME = re.compile(r"(?!(?:post|file|doc):)[A-Za-z][A-Za-z0-9+.-]{1,20}:|//|[~<]|www\.")
WIKI = re.compile(
    r"(?<![!\[])\[\[(?![/-])(?P<target>[^\[\]|#\n:\"$<>]{1,200})(?:#[^\[\]|\n]{0,200})?(?:\|[^\[\]\n]{0,200})?\]\](?!\()"
)
# Ids in braces, in attributes of tags and of components, in comments of MDX, and components that are named.
BRACES = re.compile(r"\{(?:[:#. ][^{}\n]{0,300}|/\*[^{}\n]{0,200}\*/)\}")
BRACED = re.compile(r"#([\w:.-]{1,200})|/\*[ \t]{0,9}([^\s*]{1,200})[ \t]{0,9}\*/")
ATTRIBUTE = re.compile(
    r"\b(?:id|name|permalink|anchor)\\?\s?=\s?(?:\\?[\"']|&quot;)?([^\s\"'<>\\&}]{1,200})", re.IGNORECASE
)
COMPONENT = re.compile(r"<([A-Z]\w{1,60})[\s/>]")
TAB = re.compile(r"^[ \t]{0,40}===[!+]?[ \t]+\"([^\"\n]{1,200})\"", re.MULTILINE)
LETTER = re.compile(r"[^\W\d_]")
# What else has an id: anchors of AsciiDoc, targets of reStructuredText and Org, ids of Org and Textile.
IDS = {
    "adoc": r"(?<!\[)\[{2,3}(?P<a>[\w:.-]{1,200})(?:,[^\[\]\n]{0,200})?\]{2,3}"
    r"|\[#(?P<b>[\w:-]{1,200})[^\[\]\n]{0,200}\]|\banchor:(?P<c>[\w:.-]{1,200})\[",
    "rst": r"^[ \t]{0,20}\.\. _`?(?P<a>[^`\n]{1,200}?)`?:(?=\s|$)|_`(?P<b>[^`\n]{1,200})`",
    "org": r"^[ \t]{0,20}:CUSTOM_ID:[ \t]{1,20}(?P<a>\S{1,200})|<<(?P<b>[^<>\n]{1,200})>>",
    "textile": r"\(#(?P<a>[\w-]{1,200})\)",
}
TARGETS = {markup: re.compile(pattern, re.MULTILINE | re.IGNORECASE) for markup, pattern in IDS.items()}
WHOLE = re.compile(r"^(?:=[ \t]+\S|title:)", re.MULTILINE)
# What puts more on a page than its file says: includes, shortcodes, components.
MORE = re.compile(
    r"\{%-?\s*(?:include|render)|<!-- md:|\{\{[<%]|^import\s|--8<--|^include::|^\.\. include::|^#\+include:",
    re.MULTILINE | re.IGNORECASE,
)
# The page of a section, which its template fills.
SECTION = re.compile(r"(?:^|/)_index\.[\w.-]{1,20}$")
ADDRESSES = ("permalink", "url", "path", "aliases", "alias", "redirect_from", "redirects")
HOLES = re.compile(rf"[{{{MASK}\ue001]|^[^\s/@]{{1,100}}@[\w.-]{{3,200}}$")
MARKUP = {
    **dict.fromkeys((".adoc", ".asciidoc", ".asc"), "adoc"),
    **dict.fromkeys((".rst", ".rest"), "rst"),
    ".org": "org",
    ".textile": "textile",
}
# Where two brackets are no wiki link.
BRACKETS = (*MARKUP, ".tex", ".latex", ".typ", ".gmi")


def links(post: Post) -> Iterator[Target]:
    """Yield the links, images and wiki links that do not lead to another site."""
    light = PurePosixPath(post.source.path).suffix.lower() in BRACKETS
    for block in post.blocks:
        if block.role == "code":
            continue
        for item in block.inlines:
            if item.kind in ("link", "image") and item.target:
                target = written(post, item)
                if target not in ("#", "") and not SCHEME.match(target) and not HOLES.search(target):
                    yield Target(target, item.kind, item.span, post.source.place(item.span))
        if "[[" in block.prose.text and post.shape == "markdown" and not light:
            for match in WIKI.finditer(block.prose.text):
                if not LETTER.search(match["target"]):
                    continue
                span = block.prose.home(*match.span())
                yield Target(f"wiki:{match['target'].strip()}", "link", span, post.source.place(span))


def _more(post: Post, text: str) -> bool:
    """Tell whether the page of a post has more than its file: a page of AsciiDoc without a title is part of another."""
    part = MARKUP.get(PurePosixPath(post.source.path).suffix.lower()) == "adoc" and not WHOLE.search(text)
    return part or bool(MORE.search(text) or SECTION.search(post.source.path))


def anchors(post: Post) -> tuple[Anchor, ...]:
    """Return what in a post links may lead to: its headings in order, then the ids that its text gives."""
    markup = MARKUP.get(PurePosixPath(post.source.path).suffix.lower())
    roles = ("heading", "title") if markup == "rst" else ("heading",)
    headings = [_heading(post, block) for block in post.blocks if block.role in roles]
    headings += _labels(post)
    found = {heading.own for heading in headings}
    for block in post.blocks:
        found |= {block.attrs.get("id", ""), block.attrs.get("name", "")}
        found |= {holder.attrs["id"] for holder in block.holders if "id" in holder.attrs}
        found |= {one.target for one in block.inlines if one.kind == "anchor"}
    text = post.source.text[post.span.start : post.span.end]
    found |= {unescape(name) for name in ATTRIBUTE.findall(text)} | {name.lower() for name in COMPONENT.findall(text)}
    found |= {name for match in BRACES.finditer(text) for pair in BRACED.findall(match[0]) for name in pair}
    if markup:
        found |= {name.strip() for match in TARGETS[markup].finditer(text) for name in match.groups() if name}
    more = _more(post, text) or any(MASK in heading.text or not heading.text.strip() for heading in headings)
    given = (Anchor("id", name) for name in sorted(found - {""}))
    return (*headings, *given, *((Anchor("more"),) if more else ()))


def _heading(post: Post, block: Block) -> Anchor:
    """Return a heading, with the forms of its words from which one renderer or another makes its id."""
    text = _spelt(block)
    raw = _written(post.source.text[block.span.start : block.span.end])
    forms = dict.fromkeys((raw, _spelt(block, "image")))
    place = post.source.place(block.prose.home(0, len(block.prose.text)))
    return Anchor("heading", text, tuple(form for form in forms if form != text), block.attrs.get("id", ""), place)


def _labels(post: Post) -> Iterator[Anchor]:
    """Yield what some generators make ids of besides headings: terms that are defined, labels of tabs."""
    for block, following in zip_longest(post.blocks, post.blocks[1:]):
        if block.role != "paragraph":
            continue
        _, line, said = block.prose.text.partition("\n")
        if said.startswith(":") or (not line and following is not None and following.prose.text.startswith(": ")):
            yield Anchor("heading", _heading(post, block).text.partition("\n")[0])
    for match in TAB.finditer(post.source.text, post.span.start, post.span.end):
        yield Anchor("heading", match[1])


def _written(text: str) -> str:
    """Return a heading of Markdown as it is written, without the signs that make it one and without attributes."""
    text = text.strip()
    above, line, under = text.rpartition("\n")
    if line and not under.strip(" \t>=-"):
        return above.strip()
    text = text.lstrip("#").strip()
    if text.endswith("}") and (at := text.rfind("{")) >= 0 and text[at + 1 : at + 2] in ("#", ".", ":"):
        text = text[:at].rstrip()
    bare = text.rstrip("#")
    return bare.rstrip() if not bare or bare[-1] in " \t" else text


def _spelt(block: Block, without: str = "") -> str:
    """Return the words of a heading, its code spelled out; without those of one kind of inline."""
    text, at, pieces = block.prose.text, 0, []
    for one in sorted(block.inlines, key=lambda one: one.start):
        if one.start >= at and (one.kind == without or (one.kind == "code" and text[one.start : one.end] == MASK)):
            pieces += [text[at : one.start], "" if one.kind == without else one.target]
            at = one.end
    return "".join((*pieces, text[at:]))


def addresses(post: Post) -> tuple[str, ...]:
    """Return the addresses that the front matter gives the post, old ones included."""
    found: list[str] = []
    for key, value in post.meta.items():
        if str(key).lower() in ADDRESSES:
            found += [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, str) and one]
    return tuple(sorted(set(found)))
