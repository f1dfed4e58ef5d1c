"""The names a post holds: people, companies, products, bodies, from its capitalised words."""

from collections.abc import Iterator
from typing import NamedTuple

from lint import patterns as re
from lint.extract.bag import bag
from lint.extract.claims.entities import canonical, entities, is_authority, is_known, is_publication
from lint.extract.roles import HINT, roles_by
from lint.extract.wordclass import COMMON, JOINABLE
from lint.lexicon import english
from lint.lexicon.brands import NEVER_SMALL
from lint.model.facts import Name
from lint.model.post import Block, Post

_WORD = r"(?:[A-Z][A-Za-z0-9À-ÿ]*|[a-z]{1,2}[A-Z][A-Za-z0-9]*)(?:[&+.'’-][A-Za-z0-9À-ÿ]+){0,3}\+?"
_JOINT = r"(?:of|for|de|van|von|der|la|le|del|di|da|du|&)"
_NAME = re.compile(
    rf"(?<![\w@#/.$€£’'-]){_WORD}"
    rf"(?:[ \n](?:{_JOINT}[ \n](?=[A-Z]))?(?:{_WORD}|\d{{1,3}}(?![\w.,%:]))){{0,6}}(?:\.(?= [a-z]))?"
)
_STARTS = re.compile(r"(?:^|[.!?:;•]|[\"“‘(])\s*$")
_SMALL = re.compile(rf"(?<![\w@#/.$€£’'-])(?:{'|'.join(sorted(NEVER_SMALL))})(?![\w@/]|[.-]\w)")
# A brand that was heard as a verb and letters: what opening AI does. Before a noun it may be meant: opening AI labs.
_HEARD = re.compile(
    r"(?<!\b(?:is|of|by|be|to) )(?<!\b(?:are|was|for|and|not|the) )(?<!\bwere )"
    r"\b[a-z]{2,12}(?:ing|ed|s) [A-Z]{2,4}"
    r"(?= (?:is|was|has|had|do(?:es)?|did|will|would|can|could|should|says?|said)\b)"
)
_OF = re.compile(r"[ \n](?:of|for)[ \n]")
# Words before a person's name that are no part of it; the second sort only beside one of the first.
_TITLES = bag(
    "mr mrs ms dr prof professor sir lady lord president minister senator sen rep captain pope secretary chairman "
    "chairwoman director analyst economist spokesman spokeswoman spokesperson governor ceo cfo cto coo executive "
    "officer treasurer ambassador commissioner mayor editor manager founder co-founder cofounder congressman "
    "congresswoman premier chancellor strategist dealer trader"
)
_BESIDE = bag(
    "general vice deputy former prime treasury finance foreign chief trade agriculture energy defense defence interior "
    "managing senior assistant acting interim first state economics economy industry health justice transport house"
)
_PERSONS = _TITLES - bag("editor manager dealer trader executive officer")
_OWNED = re.compile(r"['’]s[ \n](?=\S+[ \n])")
_POSSESSIVE = re.compile(r"['’]s?$")
_NOT_NAMES = bag("i i'm i've i'd i'll")
# Names that stand beside anything, and so tell nothing of who is meant.
_ANYWHERE = bag(
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday ceo cfo us uk usa eu un american british german french european chinese japanese"
)
BESIDE = 160  # characters within which two names stand side by side
MOST = 12  # names kept that stand beside one


class Mention(NamedTuple):
    """A name where it stands in the text of a block."""

    text: str
    start: int
    end: int
    kind: str


class _Seen:
    """A name so far: where it stands first, how often, and what stands beside it."""

    __slots__ = ("beside", "block", "first", "roles", "times")

    def __init__(self, block: Block, first: Mention) -> None:
        self.block, self.first, self.times = block, first, 0
        self.beside: dict[str, None] = {}
        self.roles: dict[str, None] = {}


def mentions(post: Post) -> list[tuple[Block, list[Mention]]]:
    """Return the names of each block of a post, as they stand there; a headline in capitals tells none."""
    return [
        (block, list(_of_block(block)))
        for block in post.blocks
        if block.role != "code" and not (block.role in ("title", "heading") and block.prose.text.isupper())
    ]


def names(post: Post, read: list[tuple[Block, list[Mention]]]) -> tuple[Name, ...]:
    """Return each of the names read from a post once, where it first stands.

    `kind` is organisation, authority, publication, person, small (a name in small letters that should have capitals),
    heard (a verb and letters that may be a name) or "".
    """
    seen: dict[str, _Seen] = {}
    for block, found in read:
        for at, mention in enumerate(found):
            entry = seen.setdefault(mention.text, _Seen(block, mention))
            entry.times += 1
            if entry.block.quoted and not block.quoted:
                entry.block, entry.first = block, mention
            if is_full(mention.text):
                _look_beside(entry, found, at)
                if HINT.search(block.prose.text):
                    entry.roles.update(dict.fromkeys(roles_by(block.prose.text, mention.start, mention.end)))
    return tuple(_name(post, entry) for entry in seen.values())


def _name(post: Post, entry: _Seen) -> Name:
    first = entry.first
    span = entry.block.prose.home(first.start, first.end)
    return Name(
        text=first.text,
        span=span,
        place=post.source.place(span),
        kind=first.kind,
        times=entry.times,
        beside=tuple(entry.beside),
        roles=tuple(entry.roles),
        titled=entry.block.role in ("title", "heading"),
        quoted=entry.block.quoted > 0,
    )


def is_full(name: str) -> bool:
    """Tell whether a name may be a person's in full: two to four words with small letters, no figures."""
    words = name.split()
    spelt = all(word[0].isalpha() for word in words) and not (name.isupper() or words[0].islower())
    return 1 < len(words) < 5 and spelt


def squash(name: str) -> str:
    """Return the letters and digits of a name, case ignored: Open AI and OpenAI are one."""
    return "".join(filter(str.isalnum, name.casefold()))


def _look_beside(entry: _Seen, found: list[Mention], at: int) -> None:
    here = found[at]
    for step in (-1, 1):
        number = at + step
        while 0 <= number < len(found) and len(entry.beside) < MOST:
            other = found[number]
            if abs(other.start - here.start) > BESIDE:
                break
            form = squash(other.text)
            if other.text != here.text and len(form) > 2 and form not in _ANYWHERE and other.kind != "publication":
                entry.beside[form] = None
            number += step


def _of_block(block: Block) -> Iterator[Mention]:
    text = block.prose.text
    titled = block.role in ("title", "heading")
    for match in _NAME.finditer(text):
        start, end = match.span()
        tail = _POSSESSIVE.search(match[0])
        if tail:
            end -= len(tail[0])
        start = _skip_common(text, start, end, titled)
        for begin, stop in _parted(text, start, end):
            for first, last, person in _untitled(text, begin, stop):
                name = " ".join(text[first:last].split()).rstrip(".")
                if len(name) > 1 and name.lower() not in _NOT_NAMES and not name.isdigit():
                    kind = "person" if person else _kind(name, text, first)
                    yield Mention(name, first, first + len(text[first:last].rstrip(".")), kind)
    for match in _HEARD.finditer(text):
        yield Mention(match[0], match.start(), match.end(), "heard")
    for match in _SMALL.finditer(text):
        if text[match.start() - 1 : match.start()] not in ('"', "“", "‘"):
            yield Mention(match[0], match.start(), match.end(), "small")


def _parted(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Part "CEO of Apple" and "Acme's Ada Lovelace" into two names; the Bank of England is one, and Moody's Service."""
    for match in _OWNED.finditer(text, start, end):
        if not english(text[match.end() : end].rpartition(" ")[2].lower()):
            yield start, match.start()
            start = match.end()
    for match in _OF.finditer(text, start, end):
        if text[start : match.start()].split()[-1:] and text[start : match.start()].split()[-1].lower() not in JOINABLE:
            yield start, match.start()
            start = match.end()
    if start < end:
        yield start, end


def _untitled(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Part "Acme Chairman Ada Lovelace" into Acme and Ada Lovelace, who is a person; most names come back whole."""
    words = [(match.start() + start, match[0].rstrip(".").lower()) for match in re.finditer(r"\S+", text[start:end])]
    titles = [number for number, (_, word) in enumerate(words[:-1]) if word in _TITLES]
    if not titles:
        yield start, end, False
        return
    last = titles[-1]
    while last + 2 < len(words) and words[last + 1][1] in ("general",):
        last += 1
    first = titles[0]
    while first > 0 and (words[first - 1][1] in _BESIDE or words[first - 1][1] in _TITLES):
        first -= 1
    if first > 0:
        yield start, words[first - 1][0] + len(words[first - 1][1]), False
    yield words[last + 1][0], end, words[last][1] in _PERSONS


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
        if low not in COMMON and low != "&" and not (english(low) and (titled or stop >= end)):
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
    before = text[max(0, start - 24) : start].rstrip().rsplit(" ", 1)[-1].strip(".,").lower()
    return "person" if before in _PERSONS else ""


def folded(name: str) -> str:
    """Return the house form of a name: its other names and legal form folded."""
    return canonical(name)
