"""Terse tables of results, as wires, press releases and newsletters print them: each figure of a row is a claim."""

from collections.abc import Iterator, Sequence

from lint import patterns as re
from lint.extract.claims import heads, tables
from lint.extract.claims.entities import identity
from lint.extract.claims.frames import Frame, Lexicon
from lint.extract.claims.labels import Terms
from lint.extract.claims.tables import Cell, Row
from lint.extract.passages import Passage
from lint.extract.quantities import Amount
from lint.extract.quantities.units import HUNDREDTHS
from lint.model.facts import Claim, Quantity
from lint.model.post import Post

SCORE = 0.95
LEAST = 1000  # a bare figure below it, without a scale, is a share's, or in thousands that nothing tells of


def rows(
    post: Post, read: Sequence[Passage], words: Lexicon, terms: Terms
) -> tuple[list[Claim], list[tuple[int, int, int]]]:
    """Return the claims of the rows of a post, and where the rows stand: number of the block, start and end."""
    blocks = {item.number: item.block for item in read if item.block.role != "cell"}
    found = [row for row in tables.rows(post, words, terms, blocks.values()) if row.who]
    if not found:
        return [], []
    told = {cell.period for row in found for cell in row.cells}
    if len(told) > 1 and "" in told:  # of what time the first rows are, the post does not say
        found = [row._replace(cells=[cell._replace(period=cell.period or "?") for cell in row.cells]) for row in found]
    currency, ticker, headed = _currency(post, read), heads.ticker(post.title), heads.who(post.title, words)
    if _PAYOUT.search(post.title):
        found = [row for row in found if row.label.row.running or not words.frames[row.label.row.frame].per]
    made = [
        claim for row in found for claim in _claims(post, row, words, currency, ticker if row.who in headed else ())
    ]
    values: dict[tuple[str, ...], set[float | None]] = {}
    for claim in made:
        values.setdefault(_fact(claim), set()).add(claim.quantity.high)
    places = [place for row in found for place in row.places]
    return [claim for claim in made if claim.period == "?" or len(values[_fact(claim)]) == 1], places


# What a story of a dividend gives for each share is the dividend, whatever its label.
_PAYOUT = re.compile(r"\b(?:dividends?|div|payout|distribution)\b", re.IGNORECASE)


def _fact(claim: Claim) -> tuple[str, ...]:
    return claim.key, claim.attribute, claim.period, claim.modality


def _currency(post: Post, read: Sequence[Passage]) -> str:
    """Return the currency of bare figures: the one that rows, or else the text, name, and no other; else ""."""
    every = {_whole(amount)[0] for passage in read for amount in passage.amounts if amount.unit == "money"}
    other = any(_FUNDS.search(block.prose.text) for block in post.blocks)
    return every.pop() if len(every) == 1 and not other else ""


_FUNDS = re.compile(r"\b(?:Canadian|U\.S\.|Australian) (?:funds|currency|dlrs)")


def _whole(amount: Amount) -> tuple[str, float]:
    """Return the currency of an amount, and what one of its unit is worth in it: a cent is a hundredth."""
    return (HUNDREDTHS[amount.symbol], 0.01) if amount.symbol in HUNDREDTHS else (amount.symbol, 1.0)


def _claims(post: Post, row: Row, words: Lexicon, currency: str, ticker: tuple[str, ...]) -> Iterator[Claim]:
    """Yield the claims of one row: what is, what was at other times, what was expected."""
    known = list(_quantities(post, row, words, currency))
    before = tuple(quantity.high for cell, quantity in known if cell.before and quantity.high is not None)
    for cell, quantity in known:
        frame, attribute = _frame(row, cell, words)
        vague = not quantity.symbol and cell.period in ("", "?")  # EPS: 12,000 may be events a second
        if cell.before or frame is None or vague:
            continue
        core = identity(row.who)[0]
        former = before if row.label.row.running and not cell.expected else ()
        yield Claim(
            key=f"{frame.id}|{core}",
            frame=frame.id,
            parties={frame.key[0]: row.who},
            quantity=quantity,
            place=quantity.place,
            sentence=row.said,
            attribute=" ".join(sorted({*attribute.split(), *row.label.limits, *row.part.split()})),
            modality="forecast" if cell.expected else "done",
            period="" if row.label.row.running else cell.period,
            update=bool(former) and quantity.high not in former,
            before=former,
            fades=frame.fades,
            where="table",
            told=post.blocks[cell.number].prose.flat[cell.amount.begin : cell.amount.end].strip("(“\"' "),
            score=SCORE,
            topic=(row.label.row.sort,) if row.label.row.sort else (),
            names=ticker,
        )


def _frame(row: Row, cell: Cell, words: Lexicon) -> tuple[Frame | None, str]:
    """Return the frame of a figure, another one where it is a loss, and what limits it; None where it can be either."""
    told = row.label.row
    frame, losses = words.frames[told.frame], {other.below for other in words.rows.values()}
    loss = cell.loss
    if loss is None and (row.label.loss or told.frame in losses):
        loss = True if cell is row.cells[0] else None
        if loss is None and not frame.per:
            return None, ""
    if loss and told.below:
        return words.frames[told.below], told.attribute.replace("profit", "loss")
    return (frame if frame.per or bool(loss) is (told.frame in losses) else None), told.attribute


def _quantities(post: Post, row: Row, words: Lexicon, currency: str) -> Iterator[tuple[Cell, Quantity]]:
    """Yield each figure of a row that is of the sort that the row tells, as a quantity."""
    frame = words.frames[row.label.row.frame]
    money = "money" in frame.units
    for cell in row.cells:
        amount = cell.amount
        read = _money(amount, row, frame, currency) if money else _other(amount, row, frame)
        if read is None:
            continue
        symbol, worth = read
        span = post.blocks[cell.number].prose.home(amount.start, amount.end)
        yield (
            cell,
            Quantity(
                span=span,
                place=post.source.place(span),
                unit="money" if money else "count" if "count" in frame.units else amount.unit,
                symbol=symbol,
                low=None if amount.low is None else abs(amount.low) * worth,
                high=None if amount.high is None else abs(amount.high) * worth,
                qualifier=amount.qualifier,
                per="share" if "share" in frame.per else "",
                digits=amount.digits,
            ),
        )


def _bare(amount: Amount) -> bool:
    return amount.unit == "other" or (amount.unit == "count" and not amount.noun)


def _money(amount: Amount, row: Row, frame: Frame, currency: str) -> tuple[str, float] | None:
    """Return the currency of a figure and what it is multiplied by; None where it is no money, or of unknown scale.

    A bare one takes the currency of its row, and of a share the cents: 616 cts vs 481, but not 38 cts vs 1.95.
    """
    first = row.cells[0].amount
    symbol, worth = _whole(amount)
    if _bare(amount):
        symbol, part = _whole(first) if first.unit == "money" else (currency, 1.0)
        worth = part if frame.per else 1.0
        torn = symbol == "USD" and part < 1 and (first.high or 0) % 1 == 0 != (amount.high or 0) % 1
        if frame.per and (torn or (not symbol and first is not amount)):
            return None
    elif amount.unit != "money" or (amount.per and amount.per not in frame.per):
        return None
    if frame.per:
        return symbol, worth
    worth *= row.factor if amount.scale == 1 else 1.0
    return (symbol, worth) if (amount.high or amount.low or 0) * worth >= LEAST else None


def _other(amount: Amount, row: Row, frame: Frame) -> tuple[str, float] | None:
    """Return the unit of a figure that is no money, and what it is multiplied by; None where it is of another sort."""
    if "count" not in frame.units:
        return (amount.symbol, 1.0) if amount.unit in frame.units else None
    if not _bare(amount) and not (amount.unit == "count" and amount.noun in frame.counts):
        return None
    return min(frame.counts, default=amount.symbol), row.factor if amount.scale == 1 else 1.0
