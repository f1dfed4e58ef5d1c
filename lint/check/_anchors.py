"""What a link to a place in a post may name: the ids that its text gives, and those that its headings get."""

import difflib
import unicodedata
from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import unquote
from weakref import WeakKeyDictionary

from lint import patterns as re
from lint.check._slugs import ids
from lint.model.facts import Anchor
from lint.model.rule import Corpus
from lint.model.site import Layout
from lint.model.text import Place

UMLAUT = re.compile(r"(?<=[aou])e")
# Where notes stand, whose links other rules tell; lines of a file; what is read by a script.
PASSED = re.compile(
    r"(?:user-content-)?(?:(?:_?(?:fn|ftn)(?:ref)?|footnotes?|endnotes?|edn|cite|sdfootnote)\b.*"
    r"|_?(?:fn|ftn|edn)(?:ref)?\d.*|(?:note|cite_note|cite_ref|ref|reference|sn|mn|back|r|f|n)s?[-_:.]?\d.*)"
    r"|L\d+(?:-L?\d+)?|:~:.*|[/!?].*|.*[=&{}].*",
    re.IGNORECASE | re.DOTALL,
)
MARKED_UP = {
    **dict.fromkeys((".rst", ".rest"), ("docutils",)),
    **dict.fromkeys((".adoc", ".asciidoc", ".asc"), ("asciidoctor", "asciidoctor-dashed")),
}
MARKDOWN = frozenset((".md", ".markdown", ".mdx", ".mkd", ".mdown"))
NEAR = 0.6


class Places(NamedTuple):
    """What links to a post may name.

    given  the ids that its text gives, and made those that its headings get, each with the heading
    more   there may be others
    loose  the rule of its generator is not known: letter case makes no difference, and `latin` are the headings whose
           letters some spell in ASCII in ways of their own
    """

    given: frozenset[str]
    made: dict[str, Anchor]
    more: bool
    loose: bool
    latin: tuple[tuple[str, ...], ...]

    def has(self, fragment: str) -> bool:
        """Tell whether a post has, or may have, what a fragment names."""
        names = {fragment, unquote(fragment)}
        if self.loose:
            names = {name.casefold() for name in names}
        if self.more or not names.isdisjoint(self.given) or not names.isdisjoint(self.made):
            return True
        plain = UMLAUT.sub("", _folded(unquote(fragment)))
        return self.loose and any(_alike(plain, one) for one in self.latin)

    def nearest(self, fragment: str) -> tuple[str, str, Place] | None:
        """Return the id of the heading that a fragment most likely means, the heading, and its place."""
        for name in difflib.get_close_matches(unquote(fragment), self.made, 1, NEAR):
            heading = self.made[name]
            return (name, heading.text, heading.place) if heading.place is not None else None
        return None


def places(corpus: Corpus, key: tuple[str, int], layout: Layout) -> Places:
    """Return what links to a post may name, by the rules of its markup or of the site's generator."""
    known = _known.setdefault(corpus, {})
    if key not in known:
        known[key] = _read(corpus.anchors(key), _rules(key[0], layout))
    return known[key]


_known: "WeakKeyDictionary[Corpus, dict[tuple[str, int], Places]]" = WeakKeyDictionary()


def _rules(path: str, layout: Layout) -> tuple[str, ...]:
    """Return the rules by which the headings of a file get ids; none where any may do it.

    What stands outside of the folders of the site is read where it is kept.
    """
    end, name = PurePosixPath(path).suffix.lower(), PurePosixPath(path).stem.lower()
    if end in MARKED_UP:
        return MARKED_UP[end]
    if end not in MARKDOWN or not layout.slugs:
        return ()
    inside = any(path.startswith(folder) or f"/{folder}" in f"/{path}" for folder in layout.permalinks)
    return layout.slugs if inside and name != "readme" else (*layout.slugs, "github")


def _read(anchors: Sequence[Anchor], rules: tuple[str, ...]) -> Places:
    every = [one for one in anchors if one.kind == "heading"]
    given = {one.text for one in anchors if one.kind == "id"}
    headings = [one for one in every if not (rules and one.own)]
    made: dict[str, Anchor] = {}
    for name, heading in ids(headings, rules):
        made.setdefault(name if rules else name.casefold(), heading)
    if "docutils" in rules:
        given |= {name for name, _ in ids([Anchor("heading", name) for name in given], rules)}
    if not rules:
        given = {name.casefold() for name in given}
    latin = tuple(_letters(one.text) for one in headings if _foreign(one.text))
    more = any(one.kind == "more" for one in anchors)
    return Places(frozenset(given), made, more, not rules or "zola" in rules, latin)


def _letters(text: str) -> tuple[str, ...]:
    """Return the stretches of a heading that stay however its other letters and its emoji are spelt in ASCII."""
    return tuple(re.split(r"[^\x00-\x7f]+", UMLAUT.sub("", _folded(text))))


def _foreign(text: str) -> bool:
    return not text.isascii() and any(not char.isascii() and _spelt(char) for char in text)


def _alike(wanted: str, stretches: tuple[str, ...]) -> bool:
    """Tell whether an id may be a heading whose letters somebody spelt in ASCII: its stretches stand there in order."""
    if not wanted.isascii() or not wanted.startswith(stretches[0]) or not wanted.endswith(stretches[-1]):
        return False
    at = 0
    for stretch in stretches:
        found = wanted.find(stretch, at)
        if found < 0:
            return False
        at = found + len(stretch)
    return len(stretches) > 1 or at == len(wanted)


def _folded(text: str) -> str:
    """Return the letters, digits and pictures of a text."""
    return "".join(filter(_spelt, unicodedata.normalize("NFKD", text).casefold()))


def _spelt(char: str) -> bool:
    return char.isalnum() or (not char.isascii() and unicodedata.category(char)[0] == "S")
