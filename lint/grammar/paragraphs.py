"""Posts to the paragraphs that an engine is asked about, and its remarks back to places in the file."""

from collections.abc import Iterator
from typing import NamedTuple

from lint import lexicon
from lint import patterns as re
from lint.check._scope import QUOTATION, Passage, passages
from lint.grammar.remark import Remark
from lint.model.finding import Hit, Suggestion
from lint.model.post import Post
from lint.model.text import MASK, Source

# Headings, captions' labels and cells are no sentences.
SCOPE = ("paragraph", "list", "caption")
LONGEST = 20_000
FIXES = 5
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
BESIDE = 2


class Paragraph(NamedTuple):
    """A paragraph of the post that this key names.

    `text` is what the engine gets: a letter for code, a mark for each character beyond the basic plane, so that its
    offsets are the same in code points and in UTF-16.
    """

    post: tuple[str, int]
    passage: Passage
    source: Source
    text: str


def paragraphs(post: Post, key: tuple[str, int]) -> Iterator[Paragraph]:
    """Yield the paragraphs of a post that are sentences of English; block quotations and code are others' matter."""
    for passage in passages(post, SCOPE):
        text = passage.text
        if len(text) <= LONGEST and " " in text.strip() and not lexicon.foreign(WORD.findall(text)):
            yield Paragraph(key, passage, post.source, stand_in(text))


def stand_in(text: str) -> str:
    """Return a text of the same length with a letter for what is masked and a basic character for any other."""
    text = text.replace(MASK, "B")
    return text if text.isascii() else "".join("\N{WHITE SMILING FACE}" if char > "\uffff" else char for char in text)


def hit(item: Paragraph, remark: Remark) -> Hit | None:
    """Return what a remark comes to; None where it is about what the engine could not see, or about others' words.

    A remark whose fix changes nothing but capitals, hyphens and blanks is about the house style of names and compounds:
    a publication's own habits decide that, not an engine.
    """
    text = item.passage.text
    start, end = remark.start, remark.end
    if not 0 <= start < end <= len(text) or MASK in text[max(0, start - BESIDE) : end + BESIDE]:
        return None
    if not remark.fixes or _same(text[start:end], remark.fixes[0]):
        return None
    if any(match.start() < end and start < match.end() for match in QUOTATION.finditer(text)):
        return None
    span = item.passage.home(start, end)
    return Hit(span, {}, tuple(Suggestion(fix) for fix in remark.fixes[:FIXES]), place=item.source.place(span))


def _same(one: str, other: str) -> bool:
    return _bare(one) == _bare(other)


def _bare(text: str) -> str:
    return re.sub(r"[\s\-‐‑]+", "", text).casefold()
