"""The names a post holds: people, companies, products, bodies, from its capitalised words."""

import re
from collections.abc import Iterator

from lint.extract.bag import bag
from lint.extract.claims.entities import canonical, entities, is_authority, is_known, is_publication
from lint.extract.wordclass import COMMON, JOINABLE
from lint.lexicon import english
from lint.model.facts import Spot
from lint.model.post import Block, Post

_WORD = r"(?:[A-Z][A-Za-z0-9À-ÿ]*|[a-z]{1,2}[A-Z][A-Za-z0-9]*)(?:[&+.'’-][A-Za-z0-9À-ÿ]+){0,3}\+?"
_JOINT = r"(?:of|for|de|van|von|der|la|le|del|di|da|du|&)"
_NAME = re.compile(
    rf"(?<![\w@#/.$€£’'-]){_WORD}"
    rf"(?:[ \n](?:{_JOINT}[ \n](?=[A-Z]))?(?:{_WORD}|\d{{1,3}}(?![\w.,%:]))){{0,6}}(?:\.(?= [a-z]))?"
)
_STARTS = re.compile(r"(?:^|[.!?:;•]|[\"“‘(])\s*$")
_TITLES = bag(
    "mr mrs ms dr prof professor sir lady lord president minister senator judge captain general pope king queen"
)
_POSSESSIVE = re.compile(r"['’]s?$")
_ROLES = re.compile(
    r"\b(?:chief executive|CEO|founder|co-founder|president|chairman|chairwoman|director|analyst|engineer|economist"
    r"|spokesman|spokeswoman|spokesperson|minister|senator|editor|author|professor|coach|manager)\W{1,3}$"
)
_NOT_NAMES = bag("i i'm i've i'd i'll")


def names(post: Post) -> tuple[Spot, ...]:
    """Return each name of a post once, where it first stands.

    `kind` is organisation, authority, publication, person or "".
    """
    seen: dict[str, Spot] = {}
    for block in post.blocks:
        if block.role == "code":
            continue
        for text, start, end in _of_block(block):
            if text not in seen:
                span = block.prose.home(start, end)
                seen[text] = Spot(text, span, post.source.place(span), _kind(text, block.prose.text, start))
    return tuple(seen.values())


def _of_block(block: Block) -> Iterator[tuple[str, int, int]]:
    text = block.prose.text
    titled = block.role in ("title", "heading")
    for match in _NAME.finditer(text):
        start, end = match.span()
        raw = match[0]
        tail = _POSSESSIVE.search(raw)
        if tail:
            end -= len(tail[0])
        start = _skip_common(text, start, end, titled)
        for begin, stop in _parted(text, start, end):
            name = " ".join(text[begin:stop].split()).rstrip(".")
            if len(name) > 1 and name.lower() not in _NOT_NAMES and not name.isdigit():
                yield name, begin, begin + len(text[begin:stop].rstrip("."))


def _parted(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Part "CEO of Apple" into two names; the Bank of England is one."""
    for match in _OF.finditer(text, start, end):
        if text[start : match.start()].split()[-1:] and text[start : match.start()].split()[-1].lower() not in JOINABLE:
            yield start, match.start()
            start = match.end()
    if start < end:
        yield start, end


_OF = re.compile(r"[ \n](?:of|for)[ \n]")


def _skip_common(text: str, start: int, end: int, titled: bool) -> int:
    """Leave out the words at the start whose capital only says that a sentence or a title begins."""
    first = start == 0 or _STARTS.search(text, max(0, start - 4), start) is not None
    if not first and not titled:
        return start
    while start < end:
        stop = start
        while stop < end and not text[stop].isspace():
            stop += 1
        word = text[start:stop]
        low = _POSSESSIVE.sub("", word).lower()
        whole = text[start:end]
        if low in JOINABLE and text.startswith((" of ", " for "), stop):
            break
        if (low != "the" and (is_known(whole) or is_known(word))) or any(c.isupper() for c in word[1:]):
            break
        if low not in COMMON and not (english(low) and (titled or stop >= end)):
            break
        start = stop
        while start < end and text[start].isspace():
            start += 1
    return start


def _kind(name: str, text: str, start: int) -> str:
    words = name.split()
    if is_publication(name):
        return "publication"
    if is_authority(name):
        return "authority"
    table = entities()
    if (
        is_known(name)
        or words[-1].strip(".,").lower() in table.forms
        or (len(words) > 1 and words[-1].lower() in table.loose)
    ):
        return "organisation"
    before = text[max(0, start - 24) : start].rstrip().rsplit(" ", 1)[-1].strip(".").lower()
    if before in _TITLES or words[0].strip(".").lower() in _TITLES or _ROLES.search(text, max(0, start - 40), start):
        return "person"
    return ""


def folded(name: str) -> str:
    """Return the house form of a name: its other names and legal form folded."""
    return canonical(name)
