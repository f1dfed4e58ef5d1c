"""The words of a post that no dictionary has."""

from collections import Counter
from collections.abc import Iterator
from itertools import compress, count, filterfalse, groupby

from lint import lexicon
from lint import patterns as re
from lint.lexicon.language import abroad, told
from lint.lexicon.look import Look, look
from lint.model.facts import Spot
from lint.model.post import Block, Post

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
BARE = re.compile(r"[a-z]+|[A-Z][a-z]+")
# The look ahead is for speed only: it passes over what no quotation begins with.
QUOTATION = re.compile(
    r"(?=[“\"‘])(?:“[^“”]{1,2000}”|(?<![\w\"])\"(?=\S)[^\"]{1,2000}\"(?!\w)|(?<!\w)‘[^‘’]{1,400}’(?!\w))"
)
SIC = re.compile(r"((?:\S+[ \n]){0,2}\S+)[ \n]?[\[(]sic[\])]", re.IGNORECASE)
HINT = re.compile(r"[\[(]sic[\])]", re.IGNORECASE)
BETWEEN = re.compile(r"[^a-z]+")  # the words of an address
LABEL = re.compile(r"(?: [-–—]|:) ")  # of an item or a link
BEFORE = frozenset(["", *" \n\t\xa0([\"'“‘«„—–¡¿"])
AFTER = frozenset(["", *" \n\t\xa0)]\"'”’»,.;:!?—–"])
STOPS = frozenset(".!?:;…—")
SOFT = " \n\t\"'“”‘’()[]*"
SAME = 4  # places kept of one word in one post


def unknown(post: Post) -> tuple[Spot, ...]:
    """Return the words of a post that no dictionary has, at most SAME places of each.

    kind: "word" in lower case, "start" with a capital that the place asks for, "quoted" in lower case in a quotation,
    "name" with any other capital or where names stand: a link by itself, in brackets alone, in a list of names; and
    where an address that the block links to has the word.
    Whatever is no word of prose is left out: parts of addresses, labels of links, file names, handles, tags,
    identifiers, abbreviations in capitals, what stands before [sic] or where a text talks of slips, labels, text of
    another language.
    """
    if abroad(post):
        return ()
    times: Counter[str] = Counter()
    spots: list[Spot] = []
    for block, places in _strange(look(post)):
        for start, end, kind in _kinds(block, places):
            text = block.prose.text[start:end]
            times[text] += 1
            if times[text] <= (1 if kind == "name" else SAME):
                span = block.prose.home(start, end)
                spots.append(Spot(text, span, post.source.place(span), kind))
    return tuple(spots)


def _strange(seen: Look) -> Iterator[tuple[Block, list[tuple[int, int]]]]:
    """Yield each block that has words which no dictionary has, and where in it they begin and end."""
    strange = set(filter(BARE.fullmatch, filterfalse(lexicon.known, seen.different)))
    numbers = compress(count(), map(strange.__contains__, seen.words)) if strange else ()
    whole = [(seen.starts[at], seen.end(at)) for at in numbers]
    for begin, places in groupby(
        (place for place in whole if not _glued(seen.text, *place)), key=lambda place: seen.block(place[0])[1]
    ):
        yield seen.block(begin)[0], [(start - begin, end - begin) for start, end in places]


def _kinds(block: Block, places: list[tuple[int, int]]) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and kind of the words of one block that no dictionary has."""
    text = block.prose.text
    words = WORD.findall(text)
    if lexicon.foreign(words):
        return
    quoted = [match.span() for match in QUOTATION.finditer(text)] if block.quoted == 0 else [(0, len(text))]
    sic = [match.span(1) for match in SIC.finditer(text)] if HINT.search(text) else []
    for start, end in places:
        if _within(sic, start) or told(text, start, end) or _label(block, start, end):
            continue
        if _addressed(block, text[start:end]):
            yield start, end, "name"
        elif text[start:end].islower() and not _titled(block, words, start, end):
            yield start, end, "quoted" if _within(quoted, start) else "word"
        elif text[start:end].islower():
            yield start, end, "name"
        else:
            yield start, end, "start" if block.role in ("title", "heading") or _opens(text, start) else "name"


def _glued(text: str, start: int, end: int) -> bool:
    """Tell whether a word is a piece of something that is no word: an address, a file name, a formula, a word cut."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before == "[" and after == "]" and text[start - 2 : start - 1] == "]":
        return True
    if before not in BEFORE or after not in AFTER:
        return True
    return after != "" and after in ".:'’" and text[end + 1 : end + 2].isalnum()


def _titled(block: Block, words: list[str], start: int, end: int) -> bool:
    """Tell whether a small word is a name: a link by itself, one of few words in a list, in brackets alone."""
    if block.role in ("item", "cell") and len(words) < 4:
        return True
    if block.prose.text[start - 1 : start] == "(" and block.prose.text[end : end + 1] == ")":
        return True
    return any(inline.kind == "link" and (inline.start, inline.end) == (start, end) for inline in block.inlines)


def _addressed(block: Block, word: str) -> bool:
    """Tell whether an address that the block links to has a word too: then it is called so there."""
    word = word.lower()
    return any(
        inline.kind == "link" and word in inline.target.lower() and word in BETWEEN.split(inline.target.lower())
        for inline in block.inlines
    )


def _label(block: Block, start: int, end: int) -> bool:
    """Tell whether a small word is what its item or link is about: sinkd: a fix of the hook."""
    if LABEL.match(block.prose.text, end) is None or not block.prose.text[start].islower():
        return False
    links = any(inline.kind == "link" and inline.start == start for inline in block.inlines)
    return links or not block.prose.text[:start].strip()


def _within(spans: list[tuple[int, int]], at: int) -> bool:
    return any(start <= at < end for start, end in spans)


def _opens(text: str, start: int) -> bool:
    """Tell whether a sentence begins here."""
    before = text[:start].rstrip(SOFT)
    return not before or before[-1] in STOPS
