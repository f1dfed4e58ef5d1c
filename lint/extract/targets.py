"""Where the links of a post lead inside its publication, and what in the post other links may lead to."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import PurePosixPath

from lint.extract.previously.entry import written
from lint.model.facts import Target
from lint.model.post import Block, Post
from lint.model.text import MASK

SCHEME = re.compile(r"(?!(?:post|file|doc):)[A-Za-z][A-Za-z0-9+.-]{1,20}:|//|[~<]|www\.")
WIKI = re.compile(
    r"(?<![!\[])\[\[(?P<target>[^\[\]|#\n]{1,200})(?:#[^\[\]|\n]{0,200})?(?:\|[^\[\]\n]{0,200})?\]\](?!\()"
)
NAMED = re.compile(
    r"\{[:#][^{}\n]{0,200}?#?(?P<braced>[\w:.-]{1,200})[^{}\n]{0,200}\}"
    r"|\b(?:id|name)\\?\s?=\s?(?:\\?[\"']|&quot;)?(?P<attribute>[^\s\"'<>\\&]{1,200})",
    re.IGNORECASE,
)
LETTER = re.compile(r"[^\W\d_]")
BRACED = re.compile(r"#([\w:.-]{1,200})")
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
    r"\{%-?\s*(?:include|render)|\{\{[<%]|^import\s|--8<--|^include::|^\.\. include::|^#\+include:",
    re.MULTILINE | re.IGNORECASE,
)
# The page of a section, which its template fills.
SECTION = re.compile(r"(?:^|/)_index\.[\w.-]{1,20}$")
ADDRESSES = ("permalink", "url", "path", "aliases", "alias", "redirect_from", "redirects")
EMOJI = re.compile(r"[\u2190-\u2bff\U0001f000-\U0001ffff]")
HOLES = re.compile(rf"[{{{MASK}\ue001]|^[^\s/@]{{1,100}}@[\w.-]{{3,200}}$")
OPEN = "?"
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
        if "[[" in block.prose.text and not light:
            for match in WIKI.finditer(block.prose.text):
                if not LETTER.search(match["target"]):
                    continue
                span = block.prose.home(*match.span())
                yield Target(f"wiki:{match['target'].strip()}", "link", span, post.source.place(span))


def _more(post: Post, text: str) -> bool:
    """Tell whether the page of a post has more than its file: a page of AsciiDoc without a title is part of another."""
    part = MARKUP.get(PurePosixPath(post.source.path).suffix.lower()) == "adoc" and not WHOLE.search(text)
    return part or bool(MORE.search(text) or SECTION.search(post.source.path))


def anchors(post: Post) -> tuple[str, ...]:
    """Return the ids and headings of a post in the form in which `folded` compares them; OPEN if there may be more."""
    found: set[str] = set()
    for block in post.blocks:
        if block.role == "heading":
            text = folded(_heading(block))
            found.add(text)
            if EMOJI.search(block.prose.text):
                found.add(text + "*")
            if MASK in _heading(block) or not text.isascii():
                found.add(OPEN)
        found |= {folded(value) for value in (block.attrs.get("id"), block.attrs.get("name")) if value}
        found |= {folded(holder.attrs["id"]) for holder in block.holders if "id" in holder.attrs}
        found |= {folded(one.target) for one in block.inlines if one.kind == "anchor"}
    text = post.source.text[post.span.start : post.span.end]
    for match in NAMED.finditer(text):
        names = [match["attribute"]] if match["attribute"] else BRACED.findall(match[0])
        found |= {folded(name) for name in names}
    if markup := MARKUP.get(PurePosixPath(post.source.path).suffix.lower()):
        found |= {folded(name) for match in TARGETS[markup].finditer(text) for name in match.groups() if name}
    if _more(post, text):
        found.add(OPEN)
    return tuple(sorted(found - {""}))


def _heading(block: Block) -> str:
    """Return the words of a heading, its code spelled out."""
    text, at, pieces = block.prose.text, 0, []
    for one in sorted(block.inlines, key=lambda one: one.start):
        if one.kind == "code" and text[one.start : one.end] == MASK and one.start >= at:
            pieces += [text[at : one.start], one.target]
            at = one.end
    return "".join((*pieces, text[at:]))


def folded(text: str) -> str:
    """Return the letters and digits of an id or a heading: what every way to make one of the other keeps."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(char for char in plain if char.isalnum())


def addresses(post: Post) -> tuple[str, ...]:
    """Return the addresses that the front matter gives the post, old ones included."""
    found: list[str] = []
    for key, value in post.meta.items():
        if str(key).lower() in ADDRESSES:
            found += [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, str) and one]
    return tuple(sorted(set(found)))
