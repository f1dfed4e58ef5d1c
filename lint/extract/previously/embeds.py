"""Cards that something else draws: Substack's embedded posts, components of MDX, shortcodes and includes of cards."""

import json
from collections.abc import Mapping
from html import unescape

from lint import patterns as re
from lint.extract.previously.entry import date_in, key_of
from lint.extract.previously.lead import Lead
from lint.model.facts import Entry
from lint.model.post import Post
from lint.model.text import Span

EMBED = re.compile(r"<div\b[^<>]{0,300}?\bdata-attrs=\"(?P<json>[^\"<>]{2,20000})\"[^<>]{0,200}>")
# A component, a shortcode or an include with an address and, most often, a title.
DRAWN = re.compile(
    r"<[A-Z][\w.]{0,60}\s(?P<jsx>[^<>]{1,1000}?)/?>|\{\{[<%]\s*[\w/-]{1,60}\s(?P<short>[^{}]{1,1000}?)[>%]\}\}"
    r"|\{%-?\s*(?:include|render)\s(?P<include>[^{}]{1,1000}?)%\}"
)
SAID = re.compile(r"(?<![\w-])(?P<name>[a-z_]{1,20})\s?=\s?(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)')")
ADDRESSES = ("href", "url", "link", "to", "permalink")


def after(post: Post, lead: Lead) -> list[Entry]:
    """Return the entries of the embedded posts between a lead-in and the next block of words."""
    following = post.blocks[lead.block + 1].span.start if lead.block + 1 < len(post.blocks) else post.span.end
    text, start, end = post.source.text, lead.span.end, max(lead.span.end, following)
    found = []
    for match in EMBED.finditer(text, start, end) if "data-attrs" in text else ():
        try:
            data = json.loads(unescape(match["json"]))
        except ValueError:
            continue
        if isinstance(data, dict) and isinstance(data.get("canonical_url"), str) and isinstance(data.get("title"), str):
            found.append(_entry(post, data, Span(*match.span())))
    for match in DRAWN.finditer(text, start, end) if post.shape == "markdown" else ():
        said = {one["name"]: one["double"] or one["single"] or "" for one in SAID.finditer(match[match.lastgroup or 0])}
        url = next((said[name] for name in ADDRESSES if said.get(name)), "")
        if url and "{" not in url:
            card = {"title": said.get("title", ""), "canonical_url": url, "caption": said.get("description", "")}
            found.append(_entry(post, card, Span(*match.span())))
    return found


def _entry(post: Post, data: Mapping[str, object], span: Span) -> Entry:
    title, url, said = str(data["title"]), str(data["canonical_url"]), str(data.get("caption") or "")
    place = post.source.place(span)
    return Entry(
        title=" ".join(title.split()),
        url=url,
        description=" ".join(said.split()),
        span=span,
        place=place,
        description_span=span if said.strip() else None,
        description_place=place if said.strip() else None,
        date=date_in(str(data.get("post_date") or "")[:10]),
        key=key_of(title, url, post.url),
    )
