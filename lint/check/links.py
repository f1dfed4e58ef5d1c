"""Links inside the publication that lead nowhere: files, posts, pages, images, places in a post. No network."""

import posixpath
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote

import msgspec

from lint import patterns as re
from lint.address import slug
from lint.check._anchors import PASSED, places
from lint.check._permalink import folded
from lint.check._resolve import path_of, resolve, target_is_missing
from lint.check._site import path_of as address_of
from lint.check._site import section, site_of
from lint.model.facts import Entry, Facts, Target
from lint.model.finding import Hit, Related, Suggestion
from lint.model.rule import Corpus
from lint.model.site import Layout
from lint.model.text import stored

# What is read of these stands on a site whose other pages are not at hand.
APART = frozenset(["feed", "wordpress", "ghost", "export", "dump", "listing", "transcript", "plain", "unreadable"])
# Where generators keep files that they copy as they are.
FOLDERS = ("", "static/", "public/", "assets/", "source/", "src/", "docs/", "content/", "site/", "src/assets/", "www/")
PAGES = ("", ".md", ".mdx", ".markdown", ".html", "/index.html", "/index.md", "/_index.md", ".astro", ".njk", ".liquid")
MARKUP = re.compile(r"\.(?:rst|rest|adoc|asciidoc|asc|org|textile)$", re.IGNORECASE)
# Where a server is told what leads elsewhere, in words of its own.
REDIRECTS = ("nginx.conf", ".htaccess", "static/.htaccess")


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is looked for.

    files     endings of files that are copied as they are: images and the like
    made      first or last parts of paths that generators make without a file
    anchors   ids that the frame of a page has
    known     this many posts show that a path holds posts
    base_url  the address of the publication
    layout    the rules of its site generator
    """

    files: tuple[str, ...] = ()
    made: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()
    known: int = 3
    base_url: str = ""
    layout: Layout = Layout()


def judge(facts: Facts, options: Options, corpus: Corpus) -> Iterator[Hit]:
    """Yield the links of a post that lead nowhere in its publication."""
    noted = {f"#{mark.target}" for mark in facts.marks if mark.target}  # told as notes
    for link in facts.links:
        if link.target in noted:
            continue
        why = _fault(link, facts, options, corpus)
        if isinstance(why, Lost):
            yield _misplaced(link, why, facts, options, corpus)
        elif why:
            yield Hit(link.span, {"target": _shown(link.target), "why": why}, place=link.place)


class Lost(NamedTuple):
    """A place that a post does not have: the key of the post, and the fragment that names it."""

    key: tuple[str, int]
    fragment: str


def _misplaced(link: Target, lost: Lost, facts: Facts, options: Options, corpus: Corpus) -> Hit:
    """Tell a link to a place that a post does not have, and the heading that it most likely means."""
    post = "this post" if lost.key == facts.key else "that post"
    words = {"target": _shown(link.target), "why": f"nothing in {post} has this id"}
    near = places(corpus, lost.key, options.layout).nearest(lost.fragment)
    if near is None:
        return Hit(link.span, words, place=link.place)
    name, heading, there = near
    words["why"] += f"; `#{name}` has “{heading}”"
    whole = link.place.excerpt
    once = whole.count(f"#{lost.fragment}") == 1
    fixes = (Suggestion(whole.replace(f"#{lost.fragment}", f"#{name}")),) if once else ()
    ref = corpus.ref(lost.key)
    related = (Related(ref.path, there, ref.title, "note", "this heading has the nearest id"),)
    return Hit(link.span, words, fixes, related, place=link.place)


def _shown(target: str) -> str:
    return re.sub(r"^(?:wiki|post|file|doc):", "", target)


def _fault(link: Target, facts: Facts, options: Options, corpus: Corpus) -> "str | Lost":
    """Return why a link leads nowhere, or nothing where it leads somewhere or that is not known."""
    path, _, fragment = link.target.partition("#")
    path = path.partition("?")[0]
    if not path:
        return _lost(facts.key, fragment, options, corpus)
    apart = facts.shape in APART and not MARKUP.search(facts.path)
    if apart or stored(facts.path) != facts.path:
        return ""
    if path.startswith("@/"):
        return _zola(path[2:], fragment, facts, options, corpus)
    entry = Entry("", link.target, "", link.span, link.place)
    found = resolve(entry, facts, corpus, options.base_url, options.layout)
    if found is not None:
        return (
            "" if link.target.startswith(("wiki:", "post:", "file:")) else _lost(found.key, fragment, options, corpus)
        )
    if target_is_missing(entry, facts, corpus, options.layout) and not (
        path.startswith("file:") and slug(path) in options.made
    ):
        return "there is no such post" if link.target.startswith(("wiki:", "post:")) else "there is no such file"
    if ":" in path:
        return ""
    if posixpath.splitext(path)[1].lower().lstrip(".") in options.files:
        return _file(path, facts, corpus)
    return _page(path, facts, options, corpus) if path.startswith("/") else ""


def _lost(key: tuple[str, int], fragment: str, options: Options, corpus: Corpus) -> "str | Lost":
    """Return what a post does not have, or nothing where it has, or may have, what the fragment names."""
    if (
        not fragment
        or options.layout.scripted
        or PASSED.fullmatch(fragment)
        or unquote(fragment).lower() in options.anchors
    ):
        return ""
    return "" if places(corpus, key, options.layout).has(fragment) else Lost(key, fragment)


def _zola(path: str, fragment: str, facts: Facts, options: Options, corpus: Corpus) -> "str | Lost":
    """Zola's own links, from its folder of content: it refuses to build where one is wrong."""
    root = re.match(r"(.*?(?:^|/)content/)", facts.path)
    whole = (root[1] if root else "content/") + path
    found = corpus.by_path(whole)
    if found is None:
        known = not root or corpus.has_file(whole)
        return "" if known else "there is no such file"
    return _lost(found.key, fragment, options, corpus)


def _file(path: str, facts: Facts, corpus: Corpus) -> str:
    """Return why a file that is copied as it is cannot be there; where its folder is not known, nothing."""
    name = posixpath.normpath(unquote(path).lstrip("/"))
    site = re.match(r"(.*?)(?:^|(?<=/))(?:_posts|_drafts|content|src|docs|static)/", facts.path)
    roots = {f"{root}{folder}" for root in {"", site[1] if site else ""} for folder in FOLDERS}
    if any(corpus.has_file(root + name) for root in roots):
        return ""
    if path.startswith("/"):
        first, _, rest = name.partition("/")
        known = rest and any(corpus.has_file(root + first) for root in roots if root not in ("content/", "src/"))
        return "there is no such file" if known else ""
    near = path_of(path, facts)
    if near.startswith("../") or corpus.has_file(near):
        return ""
    folder = posixpath.dirname(near)
    bundle = posixpath.basename(facts.path).startswith(("index.", "_index."))
    known = bundle if folder == posixpath.dirname(facts.path) else bool(folder) and corpus.has_file(folder)
    return "there is no such file" if known else ""


def _page(path: str, facts: Facts, options: Options, corpus: Corpus) -> str:
    """Return why a page from the root of the site cannot be there.

    By the rules of the generator the address can only be a post's, or posts stand beside it, and none has its name.
    """
    address = address_of(path)
    site, plain = site_of(corpus, options.layout), folded(address)
    if plain in site.addresses or site.elsewhere.fullmatch(plain) or any(map(corpus.has_file, REDIRECTS)):
        return ""
    dated = site.dated(plain)
    parts = [part for part in address.casefold().split("/") if part]
    if not dated:
        if len(parts) < 2 or not {parts[0], parts[-1]}.isdisjoint(options.made):
            return ""
        last = slug(path)
        known = not last.isdigit() and last in site.names
        if known or "." in parts[-1].removesuffix(".html") or site.sections[section(address)] < options.known:
            return ""
    inside = address.strip("/").removesuffix(".html")
    if any(corpus.has_file(f"{folder}{inside}{end}") for folder in (*FOLDERS, "src/pages/") for end in PAGES):
        return ""
    return f"no {'post' if dated else 'page'} of this publication has this address"
