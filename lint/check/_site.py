"""The addresses of a publication as its own posts show them: which there are, and which look like a post's."""

from collections import Counter
from typing import NamedTuple
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary

from lint import patterns as re
from lint.address import file_slug, fold, normal, slug
from lint.check._permalink import addresses as addresses_of
from lint.check._permalink import elsewhere, folded, shape_of
from lint.model.rule import Corpus, PostRef
from lint.model.site import Layout

ROOT = re.compile(r"(?:.{0,300}/)?(?:(?:src/)?content|src/pages|docs|pages)/(?P<inside>.+)")
DATED = re.compile(r"(?:.{0,300}/)?_posts/(?:.{1,300}/)?\d{4}-\d\d?-\d\d?-[^/]+")
NUMBER = re.compile(r"\d+")
ENDING = re.compile(r"(?:\.[a-z]{2}(?:-[a-z]{2,4})?)?\.(?:md|markdown|mdx|html?|org|adoc|asciidoc|rst|txt)$")
INDEX = re.compile(r"(?:^|/)_?index$")


class Site(NamedTuple):
    """What is known of the addresses of a publication.

    addresses  those that front matter gives, without their host and folded, and names, what they end with
    sections   how many posts stand below which path, digits written as 0
    made       the posts by the addresses that the generator makes; anything may stand before those that begin with `~`
    shapes     what addresses of posts with a day look like
    elsewhere  what matches the addresses that the host leads elsewhere
    files      the posts by the names of their files, or of the folders that they are the indexes of
    homes      the address of a post that its own relative links start from
    """

    addresses: frozenset[str]
    names: frozenset[str]
    sections: Counter[str]
    made: dict[str, PostRef]
    shapes: tuple[re.Pattern[str], ...]
    homes: dict[tuple[str, int], str]
    elsewhere: re.Pattern[str]
    files: dict[str, list[PostRef]]

    def filed(self, name: str) -> list[PostRef]:
        """Return the posts whose file, or folder that they are the index of, has a path that ends with this one."""
        end = "/" + place_of(name.strip("/"))
        return [ref for ref in self.files.get(end.rpartition("/")[2], ()) if f"/{place_of(ref.path)}".endswith(end)]

    def at(self, path: str) -> PostRef | None:
        """Return the post that the generator gives this address."""
        path = folded(path)
        if found := self.made.get(path):
            return found
        while path:
            if found := self.made.get(f"~{path}"):
                return found
            path = path[at:] if (at := path.find("/", 1)) > 0 else ""
        return None

    def dated(self, path: str) -> bool:
        """Tell whether by the rules of the generator only a post can have this address."""
        return any(shape.fullmatch(folded(path)) for shape in self.shapes)


def site_of(corpus: Corpus, layout: Layout) -> Site:
    """Return what the posts of an archive, and the rules of its generator, tell of its addresses."""
    known = _known.get(corpus)
    if known is None or known[0] != layout:
        known = _known[corpus] = (layout, _read(corpus, layout))
    return known[1]


_known: "WeakKeyDictionary[Corpus, tuple[Layout, Site]]" = WeakKeyDictionary()


def _read(corpus: Corpus, layout: Layout) -> Site:
    made: dict[str, PostRef] = {}
    homes: dict[tuple[str, int], str] = {}
    pages = sorted(corpus.pages(), key=lambda page: page[0].order)
    ranked = [(ref, list(addresses_of(ref, layout))) for ref, _ in pages if layout.permalinks]
    for ref, likely in ranked:
        if likely and not likely[0].startswith("~"):
            homes[ref.key] = likely[0] + "/"
    for rank in range(max((len(likely) for _, likely in ranked), default=0)):
        for ref, likely in ranked:  # what is most likely of any post comes before what is less of another
            if rank < len(likely):
                made.setdefault(likely[rank], ref)
    categories = {
        ref.path.partition("/_posts/")[0].rpartition("/")[2].casefold() for ref, _ in pages if "/_posts/" in ref.path
    }
    shapes = filter(None, (shape_of(pattern, categories) for pattern in layout.permalinks.values()))
    addresses: set[str] = set()
    names: set[str] = set()
    sections: Counter[str] = Counter()
    files: dict[str, list[PostRef]] = {}
    for ref, given in pages:
        own = {path_of(address) for address in (*given, ref.url) if address}
        names |= {slug(address) for address in own} | {file_slug(ref.path), sluggish(ref.title)}
        names |= {part.casefold() for part in ref.path.split("/")[:-1]}
        files.setdefault(place_of(ref.path).rpartition("/")[2], []).append(ref)
        addresses |= {folded(address) for address in own if "/" in address}
        below = {section(address) for address in own if "/" in address.strip("/")}
        if ref.key in homes:
            below.add(section(homes[ref.key]))
        elif match := ROOT.fullmatch(ref.path):
            below.add(section("/" + match["inside"]))
        elif DATED.fullmatch(ref.path) and not below:
            below.add("/0/0/0")
        sections.update(below)
    known = (frozenset(addresses), frozenset(names - {""}), sections, made, tuple(shapes), homes, elsewhere(layout))
    return Site(*known, files)


def place_of(path: str) -> str:
    """Return a path without letter case, ending and language; an index stands for its folder."""
    return INDEX.sub("", ENDING.sub("", path.casefold()))


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
