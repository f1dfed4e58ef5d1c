"""MediaWiki footnotes: `<ref name="x">text</ref>`, `<ref name="x" />`, and those listed under `<references>`."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from lint import patterns as re
from lint.extract.footnotes.mark import inside, mark, prose_blocks, veils
from lint.model.facts import Mark
from lint.model.post import Post
from lint.model.text import Span

SUFFIXES = (".wiki", ".mediawiki", ".creole")
TAG = re.compile(r"<(?P<close>/)?(?P<tag>references|ref)(?P<attrs>\s[^<>]{0,300}?)?(?P<alone>/)?>", re.IGNORECASE)
ATTRIBUTE = re.compile(
    r"""\b(?P<key>name|group)\s*=\s*(?:"(?P<a>[^"]*)"|'(?P<b>[^']*)'|(?P<c>[^\s"'/>]+))""", re.IGNORECASE
)


class _Open(NamedTuple):
    label: str
    span: Span
    end: int


def marks(post: Post) -> Iterator[Mark]:
    """Yield the notes of a wiki page. A name that is given the same text twice is one note."""
    if PurePosixPath(post.source.path).suffix.lower() not in SUFFIXES:
        return
    unseen = veils(post)
    said: dict[str, str] = {}
    listed = False
    for block in prose_blocks(post):
        text = block.prose.text
        open_: _Open | None = None
        for match in TAG.finditer(text):
            span = block.prose.home(*match.span())
            if inside(span.start, unseen):
                continue
            if match["tag"].lower() == "references":
                listed = not match["close"] and not match["alone"]
                continue
            if not match["close"]:
                if open_ is not None:
                    yield mark(post, "unclosed", open_.label, open_.span, style="wiki", number=None)
                label = _label(match["attrs"] or "")
                if match["alone"]:
                    yield mark(post, "reference", label, span, style="wiki", number=None)
                    open_ = None
                else:
                    open_ = _Open(label, span, match.end())
            elif open_ is not None:
                words = text[open_.end : match.start()].strip()
                whole = Span(open_.span.start, span.end)
                role = "note" if listed else "inline"
                if open_.label and (not words or said.get(open_.label) == words):
                    role = "reference"
                said.setdefault(open_.label, words)
                at = open_.span if role == "note" else whole
                yield mark(post, role, open_.label, at, text=words, style="wiki", number=None)
                open_ = None
        if open_ is not None:
            yield mark(post, "unclosed", open_.label, open_.span, style="wiki", number=None)


def _label(attrs: str) -> str:
    found = {match["key"].lower(): match["a"] or match["b"] or match["c"] or "" for match in ATTRIBUTE.finditer(attrs)}
    name, group = found.get("name", "").strip(), found.get("group", "").strip()
    return f"{group} {name}" if name and group else name
