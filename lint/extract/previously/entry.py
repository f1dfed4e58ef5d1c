"""One entry of a block: a title, and where it leads, in the form in which two are compared."""

import datetime as dt

from msgspec import structs

from lint import patterns as re
from lint.address import fold, join, key
from lint.model.facts import Entry
from lint.model.post import Block, Inline, Post
from lint.model.text import MASK, Span

EDGE = " \t\n\u00a0:–—-·•|,;(<[*_→↗›»👉➡"
TRAIL = EDGE + ")>].…"
ISO = re.compile(r"(?<!\d)(20\d\d|19\d\d)[-/.](0?[1-9]|1[0-2])[-/.](0?[1-9]|[12]\d|3[01])(?!\d)")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WORDED = re.compile(
    r"\b(?:(?P<d1>\d{1,2})(?:st|nd|rd|th)?\.?\s(?P<m1>[A-Z][a-z]{2,8})\.?,?\s(?P<y1>(?:19|20)\d\d)"
    r"|(?P<m2>[A-Z][a-z]{2,8})\.?\s(?P<d2>\d{1,2})(?:st|nd|rd|th)?,?\s(?P<y2>(?:19|20)\d\d))\b"
)
LONG_DATE = 20
LINE_END = re.compile(r"[\t\r\n]+")  # which a browser leaves out of an address
AT_EDGE = re.compile(
    rf"^\W{{0,3}}{ISO.pattern}|{ISO.pattern}\W{{0,3}}$|\([^()]{{6,30}}\)$|^[^\W\d_]{{3,9}}\.? \d\d?, \d{{4}}:"
)
POST_TAG = re.compile(r"\{%-?\s*post_url\s+(?P<name>[^\s%]+)\s*-?%\}")
FILE_TAG = re.compile(r"\{%-?\s*link\s+(?P<path>[^\s%]+)\s*-?%\}")
REF_TAG = re.compile(r"\{\{[<%]\s*(?:rel)?ref\s+(?:path=)?\"?(?P<path>[^\s\"]+)\"?[^{}]{0,60}[>%]\}\}")
FILTERED = re.compile(r"\{\{-?\s*['\"](?P<path>/[^'\"]*)['\"]\s*\|[^{}]{0,80}\}\}")
SITE = re.compile(r"\{\{-?\s*(?:site\.(?:base_?url|url)|base_?url)\s*(?:\|[^{}]{0,40})?-?\}\}")
IN_MARKDOWN = re.compile(r"\]\(\s*<?(?P<target>.{0,500}?)>?\s*(?:\"[^\"]*\"\s*)?\)\Z", re.DOTALL)
IN_HTML = re.compile(r"""\bhref\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)')""")
WIKI = re.compile(r"\[\[(?P<target>[^\[\]|#\n]{1,200})(?:#[^\[\]|\n]{0,100})?(?:\|(?P<shown>[^\[\]\n]{1,200}))?\]\]")
UNRESOLVED = re.compile(r"\[(?P<shown>[^\[\]\n]{1,200})\]\[(?P<label>[^\[\]\n]{0,100})\]")


def entry(
    post: Post,
    block: Block,
    title: tuple[int, int],
    url: str = "",
    description: tuple[Block, int, int] | None = None,
    whole: Span | None = None,
) -> Entry:
    """Return an entry whose title stands at an offset of a block's prose.

    `whole` is where the entry stands if its title shows no words.
    """
    text = shown(block, *title)
    span = block.prose.home(*title) if text.strip() else whole or block.span
    said, spot = "", None
    if description is not None:
        holder, start, end = description
        said = holder.prose.text[start:end].strip()
        spot = holder.prose.home(start, end) if said else None
    return Entry(
        title=" ".join(text.split()),
        url=url,
        description=" ".join(said.split()),
        span=span,
        place=post.source.place(span),
        description_span=spot,
        description_place=post.source.place(spot) if spot is not None else None,
        date=_printed(block, title, said if description is not None else None),
        key=key_of(text, url, post.url),
    )


def described(post: Post, item: Entry, block: Block, start: int, end: int) -> Entry:
    """Return an entry with what a stretch of a block says of it."""
    said = block.prose.text[start:end]
    spot = block.prose.home(start, end)
    return structs.replace(
        item,
        description=" ".join(said.split()),
        description_span=spot,
        description_place=post.source.place(spot),
        date=item.date or date_in(said),
    )


def shown(block: Block, start: int, end: int) -> str:
    """Return a stretch of a block's prose with its inline code in full."""
    text = block.prose.text[start:end]
    if MASK not in text:
        return text
    codes = [item for item in block.inlines if item.kind == "code" and start <= item.start and item.end <= end]
    for item in sorted(codes, key=lambda one: -one.start):
        text = text[: item.start - start] + item.target + text[item.end - start :]
    return text.replace(MASK, "")


def key_of(title: str, url: str, own: str) -> str:
    """Return what two entries share that lead to one post: the address, or without one the title."""
    if url.startswith("wiki:"):
        return url.casefold()
    if url and url != "#":
        return key(join(url, own))
    return f"title:{fold(title)}" if fold(title) else ""


def written(post: Post, item: Inline) -> str:
    """Return where a link leads; the tags of site generators as `post:NAME`, `file:PATH`, or as they are written."""
    target = item.target
    if MASK in target or "\ue001" in target:
        source = post.source.text[item.span.start : item.span.end]
        match = IN_MARKDOWN.search(source)
        if match:
            target = match["target"]
        elif match := IN_HTML.search(source):
            target = match["double"] or match["single"] or ""
    if "{" not in target:
        return LINE_END.sub("", target.strip()) or "#"
    if match := POST_TAG.search(target):
        return f"post:{match['name']}"
    if match := FILE_TAG.search(target):
        return f"file:{match['path'].lstrip('/')}"
    if match := REF_TAG.search(target):
        return match["path"] if match["path"].startswith("#") else f"post:{match['path']}"
    return SITE.sub("", FILTERED.sub(lambda found: found["path"], target)).strip()


def _printed(block: Block, title: tuple[int, int], said: str | None) -> dt.date | None:
    """Return the day that an entry is dated, beside its title or at an end of it; others the title speaks of."""
    text = block.prose.text[slice(*title)]
    if said is None and len(block.prose.text) < 300:
        said = block.prose.text[title[1] :]
    before = block.prose.text[block.prose.text.rfind("\n", 0, title[0]) + 1 : title[0]].strip(EDGE)
    edge = AT_EDGE.search(text)
    return date_in(f"{before if len(before) <= LONG_DATE else ''} {said or ''}") or (date_in(edge[0]) if edge else None)


def date_in(text: str) -> dt.date | None:
    """Return the day that is written in an entry, if there is just one."""
    found = {(int(y), int(m), int(d)) for y, m, d in ISO.findall(text)}
    for match in WORDED.finditer(text):
        month = (match["m1"] or match["m2"])[:3].lower()
        if month in MONTHS:
            found.add((int(match["y1"] or match["y2"]), MONTHS.index(month) + 1, int(match["d1"] or match["d2"])))
    if len(found) != 1:
        return None
    try:
        return dt.date(*found.pop())
    except ValueError:
        return None


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch without the blanks, dashes and colons around it."""
    while start < end and text[start] in EDGE:
        start += 1
    while end > start and text[end - 1] in TRAIL.replace(".", "").replace("…", "").replace(")", "").replace("]", ""):
        end -= 1
    if end > start and text[end - 1] == ")" and "(" not in text[start:end]:
        end -= 1
    return start, end
