"""HTML pages to posts: each article of a page is one, and what only frames it is left out."""

import datetime as dt
from collections.abc import Iterator, Sequence
from html import unescape
from pathlib import PurePosixPath

from lint import patterns as re
from lint.model.post import Block, Comment, Post
from lint.model.text import Source, Span
from lint.read import dates, front, holes
from lint.read.browser import Reading
from lint.read.elements import Draft, Element, block_of

RELATED = re.compile(r"\brelated-posts?\b")
BARS = re.compile(r"\b(?:comments?|comment-list|respond|disqus_thread|sidebar|widgets?|post-navigation|pagination)\b")
TIMES = re.compile(r"publi|posted|entry-date|created")
NOTES = re.compile(r"note|fn\b|reference|doc-|bibliograph", re.IGNORECASE)
OTHERS = re.compile(
    r"\b(?:comments?|comment-list|respond|disqus_thread|sidebar|related-posts?|post-navigation|pagination)\b"
)
PUBLISHED = (
    "article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.created", "pubdate",
    "publish-date", "parsely-pub-date", "sailthru.date", "og:published_time", "article:published",
)  # fmt: skip
LINKED_DATA = re.compile(r"\"datePublished\"\s*:\s*\"([^\"]{4,60})\"")
OWN = frozenset(["u-url", "p-canonical", "bookmark"])
SHORT = 6
PARTS = re.compile(r"\s[|–—·•«»:-]{1,2}\s|:\s")
NOTE_HOLDERS = frozenset(["li", "p", "dd", "dt", "div", "aside", "tr", "td", "section", "ol", "a", "span", "sup"])


def read(source: Source) -> Iterator[Post]:
    """Yield the posts of a page: its articles, or the page itself."""
    matter = front.read(source.text)
    text = holes.cut(source.text)
    reading = Reading(text, text != source.text, source.text)
    reading.feed(matter.end, len(source.text))
    reading.finish(len(source.text))
    head = _Head(source.text, reading)
    articles = _articles(reading.drafts)
    many = len(articles) > 1
    seen: set[str] = set()
    for number, article in enumerate(articles):
        drafts = _content(reading.drafts, article, many)
        heading = None if matter.title else _heading(drafts if many else reading.drafts, drafts, head, many)
        if heading is not None and not any(draft is heading for draft in drafts):
            drafts.insert(0, heading)
        blocks = [block_of(draft) for draft in drafts]
        span = Span(article.start, article.end) if many and article else Span(0, len(source.text))
        title, title_at = (matter.title, matter.title_at) if matter.title else _title(heading, head)
        yield Post(
            source,
            "html",
            span,
            title=title,
            title_at=title_at,
            date=matter.date
            or head.date(span, many)
            or dates.in_path(source.path)
            or _byline(drafts if many else reading.drafts, heading),
            url=matter.url or _address(blocks, head, many, title_at) or _own_address(reading.drafts, article),
            draft=matter.draft or bool({"_drafts", "drafts"} & set(PurePosixPath(source.path).parts)),
            meta={**matter.data, **({"earlier_ids": tuple(sorted(seen))} if seen else {})},
            body=blocks[0].span.start if blocks else matter.end,
            blocks=(*matter.blocks, *blocks),
            beside=tuple(block_of(draft) for draft in _beside(reading.drafts, article, drafts)),
            comments=_comments(reading.comments, span, many, number),
            faults=(*matter.faults, *reading.faults) if number == 0 else (),
        )
        seen.update(_idents(drafts))


class _Head:
    """What the head of a page and its time elements say of it."""

    def __init__(self, text: str, reading: Reading) -> None:
        self.meta: dict[str, str] = {}
        self.canonical = ""
        self.title = ""
        self.title_at: Span | None = None
        self.times: list[tuple[int, bool, str]] = []
        self.linked = ""
        for name, attrs, start, end in reading.heads:
            if name == "meta":
                key = (attrs.get("property") or attrs.get("name") or attrs.get("itemprop") or "").lower()
                self.meta.setdefault(key, attrs.get("content", "").strip())
            elif name == "link" and "canonical" in attrs.get("rel", "").lower():
                self.canonical = self.canonical or attrs.get("href", "").strip()
            elif name == "title" and not self.title:
                stop = text.find("<", start, end)
                raw = text[start : stop if stop >= 0 else end]
                self.title = " ".join(unescape(raw).split())
                begin = start + len(raw) - len(raw.lstrip())
                self.title_at = Span(begin, begin + len(raw.strip()))
            elif name == "script" and "ld+json" in attrs.get("type", "") and not self.linked:
                found = LINKED_DATA.search(text, start, end)
                self.linked = found[1] if found else ""
            elif name == "time":
                marks = " ".join((attrs.get("class", ""), attrs.get("itemprop", ""))).lower()
                sure = "pubdate" in attrs or bool(TIMES.search(marks))
                self.times.append((start, sure, attrs.get("datetime", "")))

    def names(self) -> list[str]:
        """Return what the head calls the page; the name of the site may stand beside the title."""
        return [name for name in (self.meta.get("og:title"), self.meta.get("twitter:title"), self.title) if name]

    def date(self, span: Span, many: bool) -> dt.date | None:
        """Return the date of the article that stands there; the page's own head speaks for a single one only."""
        values = [] if many else [self.meta.get(key, "") for key in PUBLISHED] + [self.linked]
        inside = [(sure, value) for at, sure, value in self.times if span.start <= at < span.end]
        values += [value for sure, value in inside if sure] + [value for sure, value in inside if not sure][:1]
        return next((found for value in values if value and (found := dates.a_date(value))), None)


def _articles(drafts: Sequence[Draft]) -> list[Element | None]:
    """Return the outermost articles of a page in order, or None for the page itself.

    Where one of them has the page's main heading, the others are only cards that lead elsewhere.
    """
    found: dict[int, Element] = {}
    main: list[Element] = []
    for draft in drafts:
        article = draft.element.article
        if article is not None:
            found.setdefault(id(article), article)
            if draft.role == "heading" and draft.element.level == 1 and article not in main:
                main.append(article)
    if len(main) == 1:
        return [main[0]]
    return list(found.values()) or [None]


def _content(drafts: Sequence[Draft], article: Element | None, many: bool) -> list[Draft]:
    """Return the blocks of one article, and the notes it refers to, wherever the page keeps them."""
    home = article or next((draft.element.main for draft in drafts if draft.element.main), None)
    known: dict[int, bool] = {}
    kept = [
        draft
        for draft in drafts
        if home in (None, draft.element.article, draft.element.main) and not _framing(draft.element, home, known)
    ]
    if not any(draft.prose.text for draft in kept) and not many:
        return list(drafts)
    targets = {
        target[1:]
        for draft in kept
        for kind, start, end, _, target in draft.inlines
        if kind == "link" and target.startswith("#") and end - start <= SHORT
    }
    targets -= _idents(kept)  # what the article has itself it does not borrow from its neighbours
    chosen = {id(draft) for draft in kept}
    if targets:
        chosen |= {
            id(draft) for draft in drafts if id(draft) not in chosen and not targets.isdisjoint(_note_ids(draft))
        }
    return [draft for draft in drafts if id(draft) in chosen]


def _beside(drafts: Sequence[Draft], article: Element | None, content: Sequence[Draft]) -> list[Draft]:
    """Return what stands in asides and lists of related posts inside an article, and is not its text."""
    chosen = {id(draft) for draft in content}
    return [
        draft
        for draft in drafts
        if article is not None
        and draft.element.article is article
        and id(draft) not in chosen
        and _related(draft.element, article)
    ]


def _related(element: Element | None, article: Element) -> bool:
    found = False
    while element is not None and element is not article:
        marks = f"{element.attrs.get('id', '')} {element.attrs.get('class', '')}"
        if element.name in ("footer", "header", "nav") or BARS.search(marks):
            return False
        found = found or element.name == "aside" or bool(RELATED.search(marks))
        element = element.parent
    return found


def _framing(element: Element | None, home: Element | None, known: dict[int, bool]) -> bool:
    """Tell whether the block belongs to what frames an article: its page's header, a footer, an aside, comments."""
    path: list[Element] = []
    found = False
    while element is not None and element is not home:
        if id(element) in known:
            found = known[id(element)]
            break
        path.append(element)
        element = element.parent
    for one in reversed(path):
        found = known[id(one)] = _frames(one, home, found)
    return found


def _frames(element: Element, home: Element | None, framed: bool) -> bool:
    attrs = element.attrs
    marks = f"{attrs.get('id', '')} {attrs.get('class', '')} {attrs.get('role', '')}" if attrs else ""
    if framed or attrs:
        if (marks and NOTES.search(marks)) or "epub:type" in attrs:
            return False
        if framed or OTHERS.search(marks):
            return True
    return element.name in ("aside", "footer") or (element.name == "header" and home is None)


def _note_ids(draft: Draft) -> set[str]:
    """Return the ids by which this block may be a note: its own, and those of what encloses it closely."""
    found = {target for kind, _, _, _, target in draft.inlines if kind == "anchor"}
    at: Element | None = draft.element
    while at is not None:
        if at.name in NOTE_HOLDERS and "id" in at.attrs:
            found.add(at.attrs["id"])
        at = at.parent
    return found


def _idents(drafts: Sequence[Draft]) -> set[str]:
    return {ident for draft in drafts for ident in _note_ids(draft)}


def _heading(every: Sequence[Draft], content: Sequence[Draft], head: _Head, many: bool) -> Draft | None:
    """Return the heading that is the title.

    It is the one that the head of the page repeats; or else the only main heading; in one article of several, any
    heading before its text.
    """
    named = set() if many else {_plain(part) for name in head.names() for part in [name, *PARTS.split(name)]} - {""}
    headings = [draft for draft in every if draft.role == "heading" and _plain(draft.prose.text)]
    for draft in headings:
        if _plain(draft.prose.text) in named:
            return draft
    main = [draft for draft in content if draft.role == "heading" and draft.element.level == 1]
    if len(main) == 1 or (main and not named):
        return main[0]
    for draft in content if many else ():
        if draft.role == "heading":
            return draft
        if draft.role == "paragraph" and len(draft.prose.text) > 80:
            break
    return None


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _title(heading: Draft | None, head: _Head) -> tuple[str, Span | None]:
    """Return the title and where it stands; what only the head of the page says may stand in an attribute."""
    if heading is not None:
        text = heading.prose.text.rstrip("#¶§ \n")
        return front.shown(block_of(heading)).rstrip("#¶§ "), heading.prose.home(0, len(text))
    first = next(iter(head.names()), "")
    return first, head.title_at if first == head.title else None


def _byline(drafts: Sequence[Draft], heading: Draft | None) -> dt.date | None:
    """Return the date that stands alone close to the title, or at the top."""
    at = next((index for index, draft in enumerate(drafts) if draft is heading), 0)
    near = [draft.prose.text for draft in drafts[max(0, at - 2) : at + 5]]
    return next(
        (found for text in near for line in text.split("\n")[:4] if (found := dates.dateline(line.strip()))), None
    )


def _address(blocks: Sequence[Block], head: _Head, many: bool, title_at: Span | None) -> str:
    """Return the address: the page's own, or the one an article names as its own or links its title to."""
    if not many and (found := head.canonical or head.meta.get("og:url")):
        return found
    for block in blocks:
        for inline in block.inlines:
            if inline.kind == "link" and block.role != "item":  # the items of a list of posts lead to others
                marks = {*inline.attrs.get("class", "").split(), *inline.attrs.get("rel", "").lower().split()}
                titled = many and title_at is not None and inline.span.start <= title_at.start < inline.span.end
                if titled or inline.attrs.get("itemprop") == "url" or not OWN.isdisjoint(marks):
                    return inline.target
    return ""


def _own_address(drafts: Sequence[Draft], article: Element | None) -> str:
    """Return the address that an article's footer calls its canonical one, as in what Medium exports."""
    links = (one for draft in drafts if draft.element.article is article for one in draft.inlines if one[0] == "link")
    return next((target for _, _, _, link, target in links if "p-canonical" in link.attrs.get("class", "").split()), "")


def _comments(comments: Sequence[Comment], span: Span, many: bool, number: int) -> tuple[Comment, ...]:
    if not many:
        return tuple(comments)
    return tuple(
        one
        for one in comments
        if span.start <= one.span.start < span.end or (number == 0 and one.span.start < span.start)
    )
