"""Where an entry leads inside the publication: the post, or the file that is not there."""

import posixpath
from collections.abc import Sequence
from urllib.parse import unquote, urlsplit

from lint import patterns as re
from lint.address import fold, join, normal, slug
from lint.check._site import Site, site_of
from lint.model.facts import Entry, Facts
from lint.model.rule import Corpus, PostRef
from lint.model.site import Layout
from lint.model.text import stored

DOCUMENT = re.compile(
    r"(?![a-z]+:)[^?#]*\.(?:md|markdown|mdx|qmd|rmd|html?|txt|rst|adoc|asciidoc|org|textile)(?:[?#].*)?$", re.I
)
# A file of the publication itself, named from the file that links to it.
MARKED_UP = re.compile(r"(?![a-z]+:|/)[^?#]*\.(?:md|markdown|mdx|qmd|rmd|rst|adoc|asciidoc|org)(?:[?#].*)?$", re.I)
SOURCES = (".md", ".markdown", ".mdx", ".html", ".txt", ".rst", ".adoc", ".org")
MANY = ("feed", "export", "dump", "listing", "unreadable")


def resolve(entry: Entry, facts: Facts, corpus: Corpus, base_url: str, layout: Layout) -> PostRef | None:
    """Return the post that an entry leads to, or nothing where that is not known for certain."""
    url = entry.url
    if not url:
        return _only(corpus.by_title(entry.title), facts)
    if url.startswith(("#", "label:")) or "{" in url:
        return None
    kind, _, rest = url.partition(":")
    if kind == "post":
        return _tagged(rest.partition("#")[0], facts, corpus, site_of(corpus, layout))
    if kind == "file":
        return _first(corpus, tuple(root + rest for root in _roots(facts)))
    if kind == "doc":
        return _first(corpus, _documents(rest, facts))
    if kind == "wiki":
        return (
            _only(corpus.by_title(rest), facts)
            or _only(corpus.by_slug(_sluggish(rest)), facts)
            or _only(corpus.by_slug(rest.rpartition("/")[2]), facts)
        )
    return _addressed(entry, facts, corpus, base_url, site_of(corpus, layout))


def _addressed(entry: Entry, facts: Facts, corpus: Corpus, base_url: str, site: Site) -> PostRef | None:
    url, base = entry.url, urlsplit(normal(base_url)).netloc
    if MARKED_UP.match(url) and (near := _first(corpus, (path_of(url, facts),))) is not None:
        return near
    start = site.homes.get(facts.key, "")
    own = facts.url if "/" in facts.url else join(start, base_url) or start
    address = join(url, own)
    found = corpus.by_url(address)
    there = urlsplit(normal(join(address, base_url)))
    if found is None and base_url:
        found = corpus.by_url(join(address, base_url)) if not urlsplit(normal(address)).netloc else None
        if there.netloc == base:
            found = corpus.by_url(there.path + (f"?{there.query}" if there.query else "")) or found
    if found is None and not there.query and there.netloc in ("", base) and there.path.startswith("/"):
        found = site.at(there.path)
    if found is not None:
        return found
    if DOCUMENT.match(url) and not url.startswith("//"):
        found = _first(corpus, (path_of(url, facts), *_twins(path_of(url, facts))))
        if found is not None:
            return found
    found = _exported(entry, address, facts, corpus) if not base_url else None
    if found is not None:
        return found
    outside = urlsplit(normal(address)).netloc
    if (outside and outside not in {urlsplit(normal(own)).netloc, base}) or site.dated(there.path):
        return None
    named = [ref for ref in corpus.by_slug(slug(url)) if "/" not in ref.url] if not urlsplit(url).query else []
    return named[0] if len(named) == 1 else None


def _exported(entry: Entry, address: str, facts: Facts, corpus: Corpus) -> PostRef | None:
    """Return the post of the same export at an address whose host the export does not tell, if its title is named."""
    parts = urlsplit(normal(address))
    found = corpus.by_url(parts.path) if parts.netloc and parts.path and not parts.query else None
    same = found is not None and found.url.startswith("/") and stored(found.path) == stored(facts.path)
    return found if same and found is not None and fold(entry.title) == fold(found.title) != "" else None


def target_is_missing(entry: Entry, facts: Facts, corpus: Corpus, layout: Layout) -> bool:
    """Tell whether an entry that leads to no known post leads to a file, post tag or wiki link that is not there."""
    url = entry.url
    kind, _, rest = url.partition(":")
    if "{" in url:
        return False
    if kind == "post":
        name = rest.partition("#")[0]
        return corpus.size() > 1 and not (site_of(corpus, layout).filed(name) or _has_post(name, facts, corpus))
    if kind == "file":
        return not any(corpus.has_file(root + rest) for root in _roots(facts))
    if kind == "doc":
        return not rest.startswith("/") and not any(corpus.has_file(path) for path in _documents(rest, facts))
    if kind == "wiki":
        near = posixpath.join(posixpath.dirname(facts.path), rest)
        return corpus.size() > 1 and not any(
            corpus.has_file(path + end) for path in (rest, near) for end in ("", ".md")
        )
    if facts.shape in MANY or not DOCUMENT.match(url) or url.startswith("/"):
        return False
    path = path_of(url, facts)
    if path.startswith("../") or (path.endswith((".html", ".htm")) and not facts.path.endswith((".html", ".htm"))):
        return False  # outside the publication, or made by a generator
    return not any(corpus.has_file(one) for one in (path, *_twins(path)))


def path_of(url: str, facts: Facts) -> str:
    """Return the path from the root that a relative address leads to; one from the root of the site begins there."""
    path = unquote(re.split(r"[?#]", url, maxsplit=1)[0]).replace("\\", "/")
    if path.startswith("/"):
        return posixpath.normpath(path.lstrip("/"))
    return posixpath.normpath(posixpath.join(posixpath.dirname(facts.path), path))


def _twins(path: str) -> list[str]:
    """Return the sources that a generated page may be made of."""
    stem, end = posixpath.splitext(path)
    return [stem + other for other in SOURCES if other != end] if end.lower() in (".html", ".htm") else []


def _documents(name: str, facts: Facts) -> tuple[str, ...]:
    """Return the files that Sphinx takes for a document of this name, from the folder of the post."""
    return tuple(path_of(name, facts) + end for end in SOURCES)


def _first(corpus: Corpus, paths: tuple[str, ...]) -> PostRef | None:
    return next((ref for path in paths if (ref := corpus.by_path(path)) is not None), None)


def _tagged(name: str, facts: Facts, corpus: Corpus, site: Site) -> PostRef | None:
    """Return the post that a tag names by its file or the end of its path: of several, the one beside this post."""
    named = site.filed(name) if name else [corpus.ref(facts.key)]
    beside = [ref for ref in named if posixpath.dirname(ref.path) == posixpath.dirname(facts.path)] or named
    return beside[0] if len(beside) == 1 else None


def _has_post(name: str, facts: Facts, corpus: Corpus) -> bool:
    places = [
        f"{root}{folder}{name.lstrip('/')}"
        for root in _roots(facts)
        for folder in ("_posts/", "_drafts/", "content/", "content/posts/", "")
    ]
    return any(corpus.has_file(place + end) for place in places for end in ("", *SOURCES))


def _roots(facts: Facts) -> list[str]:
    """Return the folders that the site of a post may be kept in: all those above it, the innermost first."""
    parts = facts.path.split("/")
    return ["".join(f"{part}/" for part in parts[:end]) for end in range(len(parts) - 1, -1, -1)]


def _sluggish(text: str) -> str:
    return re.sub(r"[^\w]+", "-", fold(text)).strip("-")


def _only(refs: Sequence[PostRef], facts: Facts) -> PostRef | None:
    """Return the one post of several; where the post itself is among them, that one."""
    mine = [ref for ref in refs if ref.key == facts.key]
    return mine[0] if mine else refs[0] if len(refs) == 1 else None
