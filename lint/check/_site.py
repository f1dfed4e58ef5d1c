"""The addresses of a publication as its own posts show them: which there are, and which look like a post's."""

import re
from collections import Counter
from typing import NamedTuple
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary

from lint.address import file_slug, fold, normal, slug
from lint.model.rule import Corpus

ROOT = re.compile(r"(?:.{0,300}/)?(?:(?:src/)?content|src/pages|docs|pages)/(?P<inside>.+)")
DATED = re.compile(r"(?:.{0,300}/)?_posts/(?:.{1,300}/)?\d{4}-\d\d?-\d\d?-[^/]+")
NUMBER = re.compile(r"\d+")


class Site(NamedTuple):
    """addresses, without their host; the names that they end with; and how many posts stand below which path, digits
    written as 0."""

    addresses: frozenset[str]
    names: frozenset[str]
    sections: Counter[str]


def site_of(corpus: Corpus) -> Site:
    """Return what the posts of an archive tell of its addresses."""
    if corpus not in _known:
        _known[corpus] = _read(corpus)
    return _known[corpus]


_known: "WeakKeyDictionary[Corpus, Site]" = WeakKeyDictionary()


def _read(corpus: Corpus) -> Site:
    addresses: set[str] = set()
    names: set[str] = set()
    sections: Counter[str] = Counter()
    for ref, given in corpus.pages():
        own = {path_of(address) for address in (*given, ref.url) if address}
        names |= {slug(address) for address in own} | {file_slug(ref.path), sluggish(ref.title)}
        names |= {part.casefold() for part in ref.path.split("/")[:-1]}
        addresses |= {address for address in own if "/" in address}
        below = {section(address) for address in own if "/" in address.strip("/")}
        if match := ROOT.fullmatch(ref.path):
            below.add(section("/" + match["inside"]))
        elif DATED.fullmatch(ref.path) and not below:
            below.add("/0/0/0")
        sections.update(below)
    return Site(frozenset(addresses), frozenset(names - {""}), sections)


def path_of(address: str) -> str:
    """Return the path of an address in the form in which two are compared."""
    path = urlsplit(normal(address)).path
    return path if path.startswith("/") or "/" not in path else "/" + path


def section(path: str) -> str:
    """Return the path above, digits written as 0."""
    return NUMBER.sub("0", path.rstrip("/").rpartition("/")[0].casefold())


def sluggish(text: str) -> str:
    """Return a title as most generators write it in an address."""
    return re.sub(r"[^\w]+", "-", fold(text)).strip("-")
