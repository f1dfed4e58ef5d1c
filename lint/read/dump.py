"""A reader's preview of several posts, or one post saved the same way: each is a title, a date alone, and the body."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from lint.model.post import Post
from lint.model.text import Source, Span
from lint.read import dates, lines, plain
from lint.read.lines import Line

LABELS = {"published", "updated", "last updated", "last modified", "posted", "date", "created", "modified"}
LONG_TITLE = 240


@dataclass(frozen=True)
class _Head:
    """Where a post begins: the lines of its title, of its date and of its body, by index."""

    title: int
    body: int
    date: dt.date | None
    timed: bool
    repeated: bool
    form: str


def matches(source: Source) -> bool:
    """Tell whether the file has posts under a title and a date of one form, or one with a time or a repeated title."""
    return bool(_heads(lines.split(source.text)))


def read(source: Source) -> Iterator[Post]:
    """Yield the posts of the file; what stands before the first belongs to none."""
    every = lines.split(source.text)
    heads = _heads(every)
    for index, head in enumerate(heads):
        stop = heads[index + 1].title if index + 1 < len(heads) else len(every)
        title = every[head.title]
        body = every[head.body : stop]
        end = next((line.end for line in reversed(every[head.title : stop]) if line.text), title.end)
        yield Post(
            source,
            "dump",
            Span(title.start, end),
            title=title.text,
            title_at=title.span,
            date=head.date,
            body=next((line.begin for line in body if line.text), end),
            blocks=(plain.title_block(title), *lines.blocks(body)),
        )


def _heads(every: list[Line]) -> list[_Head]:
    """Return the heads of posts: those whose dates have one form, with a time or a repeated title; or else two or more.

    A title that ends like a sentence is one only if it is repeated, or if others are.
    """
    found = [head for index in range(len(every)) if (head := _head(every, index)) is not None]
    repeated = {head.form for head in found if head.repeated}
    found = [head for head in found if head.repeated or head.form in repeated or _unfinished(every[head.title].text)]
    sure = {head.form for head in found if head.timed or head.repeated}
    if sure or not found:
        return [head for head in found if head.form in sure]
    same = [head for head in found if head.form == found[0].form]
    return same if len(same) > 1 else []


def _head(every: list[Line], index: int) -> _Head | None:
    """Return the head of a post whose date stands on this line, if there may be one."""
    stamp = dates.alone(every[index].text)
    if stamp is None or (index + 1 < len(every) and every[index + 1].text):
        return None
    title = index - 1
    while title > 0 and index - title <= 3 and not every[title].text:
        title -= 1
    if title < 0 or not _may_be_title(every, title):
        return None
    body = index + 1
    while body < len(every) and not every[body].text:
        body += 1
    repeated = body < len(every) and _same(every[body].text, every[title].text) and _single(every, body)
    form = "".join("0" if c.isdigit() else "a" if c.isalpha() else c for c in every[index].text)
    return _Head(title, body + 1 if repeated else body, stamp[0], stamp[1], repeated, _squeeze(form))


def _may_be_title(every: list[Line], index: int) -> bool:
    text = every[index].text
    return (
        0 < len(text) <= LONG_TITLE
        and (index == 0 or not every[index - 1].text)
        and text.lower().rstrip(": ") not in LABELS
        and dates.alone(text) is None
    )


def _unfinished(text: str) -> bool:
    """Tell whether no full stop ends the line: most titles have none, most paragraphs one."""
    return not text.endswith((".", ",", ":", ";")) or text.endswith("...") or len(text.split()) <= 3


def _single(every: list[Line], index: int) -> bool:
    return index + 1 >= len(every) or not every[index + 1].text


def _same(one: str, other: str) -> bool:
    return one.split() == other.split()


def _squeeze(form: str) -> str:
    """A run of letters or digits as one, so that May and September have one form."""
    kept = [c for i, c in enumerate(form) if c not in "0a" or i == 0 or form[i - 1] != c]
    return "".join(kept)
