"""Cards that a page describes in an attribute and a script draws: Substack's embedded posts."""

import json
import re
from html import unescape

from lint.extract.previously.entry import date_in, key_of
from lint.extract.previously.lead import Lead
from lint.model.facts import Entry
from lint.model.post import Post
from lint.model.text import Span

EMBED = re.compile(r"<div\b[^<>]{0,300}?\bdata-attrs=\"(?P<json>[^\"<>]{2,20000})\"[^<>]{0,200}>")


def after(post: Post, lead: Lead) -> list[Entry]:
    """Return the entries of the embedded posts between a lead-in and the next block of words."""
    following = post.blocks[lead.block + 1].span.start if lead.block + 1 < len(post.blocks) else post.span.end
    found = []
    for match in EMBED.finditer(post.source.text, lead.span.end, max(lead.span.end, following)):
        try:
            data = json.loads(unescape(match["json"]))
        except ValueError:
            continue
        if isinstance(data, dict) and isinstance(data.get("canonical_url"), str) and isinstance(data.get("title"), str):
            found.append(_entry(post, data, Span(*match.span())))
    return found


def _entry(post: Post, data: dict[str, object], span: Span) -> Entry:
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
