"""Addresses and titles in the form in which two of them are compared."""

import re
import unicodedata
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

TRACKING = re.compile(
    r"utm_\w+|ref|ref_src|source|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|_hs\w+|yclid|cmpid", re.I
)
INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|md)$", re.IGNORECASE)
QUOTES = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "′": "'", "″": '"', "`": "'", "…": ""})


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


def fold(title: str) -> str:
    """Return a title without case, kind of quotes, runs of blanks and final punctuation."""
    text = unicodedata.normalize("NFKC", title.translate(QUOTES)).casefold()
    return " ".join(text.split()).rstrip(" .!?…:;,-–—")
