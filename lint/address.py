"""Addresses and titles in the form in which two of them are compared."""

import unicodedata
from html import unescape
from urllib.parse import parse_qsl, unquote, urlencode, urljoin, urlsplit

from lint import patterns as re

# What mailers, feeds and advertisers add to an address; it leads to the same page without.
TRACKING = re.compile(
    r"utm_\w+|ref|ref_src|ref_url|source|fbclid|gclid|gclsrc|[gw]braid|dclid|msclkid|twclid|ttclid|li_fat_id|mc_[ce]id|igsh"
    r"|igshid|_hs\w+|hsctatracking|yclid|cmpid|mkt_tok|vero_\w+|oly_\w+|_ga|_gl|wt_mc\w*|pk_\w+|mtm_\w+|piwik_\w+|s_kwcid"
    r"|xtor|ck_subscriber_id|isfreemail|_bhlid|__s|relatedposts_\w+",
    re.IGNORECASE,
)
# Places that mean the page as a whole.
WHOLE = re.compile(r"more(?:-\d+)?|respond|comments?|disqus_thread|content|main|top|start|_", re.IGNORECASE)
INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|md)$", re.IGNORECASE)
QUOTES = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "′": "'", "″": '"', "`": "'", "…": ""})
FINAL = " .!?…:;,-–—"
SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,20}:")
EMPHASIS = re.compile(r"(?<![\w*_])([*_]{1,3})(?=\S)([^*_\n]{1,200})\1(?![\w*_])|[`]+")
PARTS = re.compile(r"\s*(?::|\s[–—|-]|\s//)\s+")


def normal(url: str) -> str:
    """Return an address without what makes no difference to where it leads.

    Scheme, `www.`, host case, a trailing slash, an index page, percent-encoding, the fragment and tracking parameters
    go; every other query string stays. What is no address comes back stripped.
    """
    try:
        parts = urlsplit(url.strip())
        port = f":{parts.port}" if parts.port and parts.port not in (80, 443) else ""
    except ValueError:
        return url.strip()
    host = (parts.hostname or "").removeprefix("www.")
    path = INDEX.sub("/", unquote(parts.path)).rstrip("/")
    query = urlencode(sorted(pair for pair in parse_qsl(parts.query, True) if not TRACKING.fullmatch(pair[0])))
    if not host and parts.scheme and parts.scheme not in ("http", "https"):
        return url.strip()
    return unicodedata.normalize("NFC", f"{'//' if host else ''}{host}{port}{path}{'?' if query else ''}{query}")


def key(url: str) -> str:
    """Return an address as two entries of a list are compared: two places on one page are two."""
    _, _, place = url.strip().partition("#")
    return normal(url) + (f"#{unquote(place)}" if place and not WHOLE.fullmatch(place) else "")


def join(url: str, own: str) -> str:
    """Return an address as it is reached from the page `own`; without that, as it is written."""
    url = url.strip()
    if SCHEME.match(url) or url.startswith("//") or not own:
        return url
    if not own.startswith("/") and not SCHEME.match(own):
        return url  # a slug, which tells no place to start from
    try:
        return urljoin(own, url)
    except ValueError:
        return url


def slug(url: str) -> str:
    """Return the last part of the path of an address, folded: `/2024/the-post/` and `the-post.html` are `the-post`."""
    path = normal(url).partition("?")[0].rstrip("/")
    if path.startswith("//") and "/" not in path[2:]:
        return ""
    last = path.rpartition("/")[2]
    return re.sub(r"\.(?:html?|md|markdown|mdx|php|txt|rst|adoc|org)$", "", last, flags=re.IGNORECASE).casefold()


def file_slug(path: str) -> str:
    """Return the name by which a file's address is likely to end: no date, no suffix; an index has its folder's."""
    name = slug("/" + path)
    if name in ("index", "_index", "readme"):
        name = slug("/" + path.rpartition("/")[0])
    return re.sub(r"^\d{4}-\d{1,2}-\d{1,2}[-_]", "", name)


def fold(title: str) -> str:
    """Return a title without case, quotes around it, kind of quotes, runs of blanks and final punctuation."""
    text = unicodedata.normalize("NFKC", unescape(title).translate(QUOTES)).casefold()
    text = " ".join(text.split()).rstrip(FINAL)
    if text[:1] in ("'", '"') and text[-1:] == text[:1]:
        text = text[1:-1].rstrip(FINAL)
    return text


def same_title(said: str, title: str) -> bool:
    """Tell whether a title is the one meant: equal but for case, quotes, emphasis, a cut end or a subtitle left out."""
    one, other = (fold(EMPHASIS.sub(r"\2", text)) for text in (said, title))
    if not one or not other or one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) > 3 and long.startswith(short) and not long[len(short)].isalnum():
        return True
    if said.rstrip().endswith(("…", "...")) and other.startswith(one):
        return True
    words = [re.findall(r"\w+", text) for text in (one, other)]
    return words[0] == words[1] or one in {fold(part) for part in PARTS.split(title)}
