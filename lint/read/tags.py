"""The words of HTML: tags, attributes and character references, found in linear time in any text."""

from functools import lru_cache
from html import unescape

from lint import patterns as re
from lint.model.text import Weaver
from lint.read.holes import HOLE, SHOWN


def names(text: str) -> frozenset[str]:
    """Return the names that stand between blanks."""
    return frozenset(text.split())


_VALUE = r"=\s*+(?:\"[^\"]*+\"|'[^']*+')?+"
_ATTRIBUTES = rf"((?:[^\"'<>=]++|{_VALUE}|[\"'])*+)"
# A tag; or the beginning of a comment, of a declaration, or of a tag that nothing ends.
TOKEN = re.compile(rf"<(?:(/?)([A-Za-z][^\s/<>]*+){_ATTRIBUTES}>|(!--)|[!?]|/?[A-Za-z])")
LOOSE = re.compile(r"<(?:(/?)([A-Za-z][^\s/<>]*+)([^<>]*+)>|(!--)|[!?]|/?[A-Za-z])")
TAG = re.compile(rf"<(/?)([A-Za-z][^\s/<>]*+){_ATTRIBUTES}>")
ATTRIBUTE = re.compile(r"([^\s\"'>/=][^\s>/=]*+)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s>\"']++)))?+")
REFERENCE = re.compile(r"&(?:#[0-9]{1,7}+;?|#[xX][0-9a-fA-F]{1,6}+;?|[A-Za-z][A-Za-z0-9]{1,31}+;?)")
IN_ATTRIBUTE = re.compile(
    r"&(?:#[0-9]{1,7}+;?|#[xX][0-9a-fA-F]{1,6}+;?|[A-Za-z][A-Za-z0-9]{1,31}+(?:;|(?![=A-Za-z0-9])))"
)
RESOLVED = re.compile(f"{REFERENCE.pattern}|{HOLE.pattern}")
COMMENT_END = re.compile(r"--!?>")
LINE_SPACE = re.compile(r"[\t\n\r\f]+")
VOID = names("area base br col embed hr img input link meta param source track wbr basefont bgsound frame keygen")


def attributes(raw: str) -> dict[str, str]:
    """Return the attributes of a tag, names in lower case, the first of two with one name. Not to be changed."""
    return _often(raw) if len(raw) < 100 else _attributes(raw)


def _attributes(raw: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, double, single, bare in ATTRIBUTE.findall(raw):
        value = double or single or bare
        if "&" in value:
            value = IN_ATTRIBUTE.sub(lambda match: unescape(match[0]), value)
        found.setdefault(name.lower(), value)
    return found


_often = lru_cache(maxsize=4096)(_attributes)


def tag(text: str) -> tuple[str, dict[str, str], bool] | None:
    """Return the name, the attributes and whether it closes, of one tag; None where it is none."""
    match = TAG.fullmatch(text)
    if match is None:
        return None
    return match[2].lower(), attributes(match[3]), bool(match[1])


def attribute_at(text: str, start: int, end: int, name: str) -> tuple[int, int] | None:
    """Return where the value of an attribute stands in the file, its quotes left out, given where its tag stands."""
    opening = TAG.match(text, start, end)
    if opening is None:
        return None
    for match in ATTRIBUTE.finditer(text, opening.start(3), opening.end(3)):
        if match[1].lower() == name and match.lastindex is not None and match.lastindex > 1:
            return match.span(match.lastindex)
    return None


def resolve(match: re.Match[str]) -> str:
    """Return what a reader sees of a character reference or of a hole."""
    if match["kind"]:
        return SHOWN if match["kind"] == SHOWN else ""
    return unescape(match[0])


def weave(weaver: Weaver, text: str, start: int, end: int) -> None:
    """Add `text[start:end]` with its character references resolved and its holes left out."""
    at = start
    for match in RESOLVED.finditer(text, start, end):
        resolved = resolve(match)
        if resolved != match[0]:
            weaver.literal(text[at : match.start()], at)
            weaver.stand_in(resolved, match.start(), match.end())
            at = match.end()
    weaver.literal(text[at:end], at)


def weave_line(weaver: Weaver, text: str, start: int, end: int) -> None:
    """Add `text[start:end]` as one line, its character references resolved."""
    at = start
    for match in LINE_SPACE.finditer(text, start, end):
        weave(weaver, text, at, match.start())
        weaver.stand_in(" ", match.start(), match.end())
        at = match.end()
    weave(weaver, text, at, end)
