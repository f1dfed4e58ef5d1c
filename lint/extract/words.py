"""The words of a post: how many there are, and which of them no dictionary has."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import filterfalse

from lint import lexicon
from lint.model.facts import Spot
from lint.model.post import Block, Post
from lint.model.text import MASK

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
BARE = re.compile(r"[a-z]+|[A-Z][a-z]+")
QUOTATION = re.compile(r"“[^“”]{1,2000}”|(?<![\w\"])\"(?=\S)[^\"]{1,2000}\"(?!\w)|(?<!\w)‘[^‘’]{1,400}’(?!\w)")
SIC = re.compile(r"((?:\S+[ \n]){0,2}\S+)[ \n]?[\[(]sic[\])]", re.IGNORECASE)
GLUE = frozenset("@#/\\_=<>{}[]|~^*+&%$-–.:0123456789'’" + MASK)
STOPS = frozenset(".!?:;…—")
SOFT = " \n\t\"'“”‘’()[]*"
SAME = 4  # places kept of one word in one post
FOREIGN = 0.3  # a paragraph with a greater share of different words that are not English is in another language


def count(post: Post) -> int:
    """Return the number of words a reader sees."""
    return sum(len(WORD.findall(block.prose.text)) for block in post.blocks if block.role != "code")


def unknown(post: Post) -> tuple[Spot, ...]:
    """Return the words of a post that no dictionary has, at most SAME places of each.

    kind: "word" in lower case, "start" with a capital that the place asks for, "name" with any other capital, "quoted"
    in lower case inside a quotation. Whatever is no word of prose is left out: parts of addresses, file names, handles,
    tags, identifiers, abbreviations in capitals, what stands before [sic], text of another language.
    """
    times: Counter[str] = Counter()
    spots: list[Spot] = []
    for block in post.blocks:
        if block.role == "code":
            continue
        for start, end, kind in _strange(block):
            text = block.prose.text[start:end]
            times[text] += 1
            if times[text] <= (1 if kind == "name" else SAME):
                span = block.prose.home(start, end)
                spots.append(Spot(text, span, post.source.place(span), kind))
    return tuple(spots)


def _strange(block: Block) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and kind of the words of one block that no dictionary has."""
    text = block.prose.text
    words = WORD.findall(text)
    strange = set(filterfalse(lexicon.known, set(words)))
    if not strange or _foreign(words):
        return
    quoted = [match.span() for match in QUOTATION.finditer(text)] if block.quoted == 0 else [(0, len(text))]
    sic = [match.span(1) for match in SIC.finditer(text)] if "sic" in text.lower() else []
    for match in WORD.finditer(text):
        found = match.group()
        start, end = match.span()
        if found in strange and BARE.fullmatch(found) and not _glued(text, start, end) and not _within(sic, start):
            if found.islower():
                yield start, end, "quoted" if _within(quoted, start) else "word"
            else:
                yield start, end, "start" if block.role in ("title", "heading") or _opens(text, start) else "name"


def _foreign(words: list[str]) -> bool:
    lower = {word for word in words if word.islower()}
    odd = sum(not lexicon.english(word) for word in lower)
    return odd > 3 and odd > FOREIGN * len(lower)


def _glued(text: str, start: int, end: int) -> bool:
    """Tell whether a word is a piece of something that is no word: an address, a name of a file, a formula."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before in GLUE and before:
        return True
    return bool(after) and after in GLUE and not (after in ".:-–'’" and not text[end + 1 : end + 2].strip(SOFT))


def _within(spans: list[tuple[int, int]], at: int) -> bool:
    return any(start <= at < end for start, end in spans)


def _opens(text: str, start: int) -> bool:
    """Tell whether a sentence begins here."""
    before = text[:start].rstrip(SOFT)
    return not before or before[-1] in STOPS
