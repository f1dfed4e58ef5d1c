"""The sentences of a post that hold a figure, each read once for everyone who needs its figures and dates."""

from collections.abc import Iterator
from typing import NamedTuple

from lint.extract.dates import Moment, dates
from lint.extract.quantities import Amount, amounts
from lint.extract.quantities.atoms import has_number
from lint.extract.speakers import turns
from lint.model.facts import Quantity, Spot
from lint.model.post import Block, Post
from lint.model.text import Span
from lint.sentences import sentences


class Passage(NamedTuple):
    """One sentence, `text[start:end]` of a block's flat text, with its dates and figures; `number` counts blocks."""

    block: Block
    number: int
    text: str
    start: int
    end: int
    moments: list[Moment]
    amounts: list[Amount]

    def home(self, start: int, end: int) -> Span:
        """Return where a slice of the text stands in the file."""
        return self.block.prose.home(start, end)


def passages(post: Post) -> list[Passage]:
    """Return the sentences of a post that hold a number, in reading order; code holds none.

    Who speaks is no part of what is said.
    """
    return list(_passages(post))


def _passages(post: Post) -> Iterator[Passage]:
    said = turns(post)
    for number, block in enumerate(post.blocks):
        raw = block.prose.text
        if block.role == "code" or not has_number(raw, 0, len(raw)):
            continue
        text = raw.replace("\n", " ")
        spans = sentences(text, said.get(number, 0))
        for start, end in spans:
            if (len(spans) == 1 and number not in said) or has_number(text, start, end):
                moments = dates(text, start, end, post.date)
                yield Passage(block, number, text, start, end, moments, amounts(text, start, end, moments))


def quantities(post: Post, read: list[Passage]) -> tuple[Quantity, ...]:
    """Return the figures of a post with their places in its file."""
    return tuple(quantity(post, passage, amount) for passage in read for amount in passage.amounts)


def quantity(post: Post, passage: Passage, amount: Amount) -> Quantity:
    """Give a figure its place in the file."""
    span = passage.home(amount.start, amount.end)
    return Quantity(
        span=span,
        place=post.source.place(span),
        unit="other" if amount.unit == "score" else amount.unit,
        symbol=amount.symbol,
        low=amount.low,
        high=amount.high,
        qualifier=amount.qualifier,
        per=amount.per,
        digits=amount.digits,
    )


def written_dates(post: Post, read: list[Passage]) -> tuple[Spot, ...]:
    """Return the dates and periods a post mentions; `kind` is the normal form."""
    found = []
    for passage in read:
        for moment in passage.moments:
            span = passage.home(moment.start, moment.end)
            place = post.source.place(span)
            found.append(Spot(place.excerpt, span, place, moment.value))
    return tuple(found)
