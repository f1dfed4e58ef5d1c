"""What a post states that can be compared: who, which relation, how much, when, and how sure it sounds."""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

import msgspec

from lint import patterns as re
from lint.extract.claims import cues, gist, named, results, sides
from lint.extract.claims.certainty import HIKE, is_update, replaced, worth
from lint.extract.claims.certainty import modality as modality_of
from lint.extract.claims.clauses import clauses
from lint.extract.claims.days import of_days
from lint.extract.claims.echo import echo
from lint.extract.claims.frames import Lexicon, lexicon
from lint.extract.claims.hope import hopeful
from lint.extract.claims.labels import terms
from lint.extract.claims.limits import attribute as attribute_of
from lint.extract.claims.links import links
from lint.extract.claims.meant import renamed
from lint.extract.claims.mentions import Context, Party, plain_name
from lint.extract.claims.parties import acceptable, parties
from lint.extract.claims.periods import period_of
from lint.extract.claims.phrases import Clauses
from lint.extract.claims.rows import rows
from lint.extract.claims.ties import Link
from lint.extract.claims.tokens import Token, proper_words, tokens
from lint.extract.claims.topics import toward
from lint.extract.dates import relative
from lint.extract.passages import Passage, quantity
from lint.extract.quantities import Amount
from lint.extract.quantities.units import BASES, HUNDREDTHS
from lint.model.facts import Claim, Quantity
from lint.model.job import Page
from lint.model.post import Post
from lint.model.text import Span
from lint.sentences import sentences


def claims(post: Post, read: list[Passage], frames: tuple[Page, ...] = ()) -> tuple[Claim, ...]:
    """Return the claims of a post, in reading order; `frames` are the publication's own."""
    return statements(post, read, frames)[0]


def statements(
    post: Post, read: list[Passage], frames: tuple[Page, ...] = ()
) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
    """Return the claims of a post, and all its figures by name and topic, each in reading order."""
    words = lexicon(frames)
    rowed, places = rows(post, read, words, terms(frames))
    read = [item for item in read if not _within(item, places)] if places else read
    found = [promise for item in read for seen in _looked(post, item) if (promise := _promise(seen, words)) is not None]
    if not found:
        return tuple(rowed), ()
    proper = proper_words(block.prose.text for block in post.blocks if block.role in ("paragraph", "item", "cell"))
    made: list[Claim] = []
    figures: list[Claim] = []
    for promise in found:
        claimed, told = _read(post, promise, words, proper)
        made += claimed
        figures += told
    if rowed:
        made = sorted([*made, *rowed], key=lambda claim: claim.quantity.span.start)
    return tuple(made), tuple(figures)


def _within(passage: Passage, places: list[tuple[int, int, int]]) -> bool:
    """Tell whether a sentence stands in the row of a table, which says more exactly what its figures are."""
    return any(
        passage.number == number and passage.start < end and start < passage.end for number, start, end in places
    )


class _Promise(NamedTuple):
    """A sentence worth cutting into words: also in lower case, what a frame may read of it, what says enough alone.

    old: the figures it tells as those that were.
    """

    passage: Passage
    low: str
    framed: list[Amount]
    worthy: dict[Amount, str]
    old: list[Amount]


def _promise(passage: Passage, words: Lexicon) -> _Promise | None:
    low = passage.text[passage.start : passage.end].lower()
    framed, worthy = hopeful(passage.amounts, words, low), gist.worthy(passage)
    if not framed and not worthy:
        return None
    old = replaced(passage.text, passage.start, passage.end, passage.amounts)
    if old or len(passage.amounts) > gist.MANY:
        framed = [amount for amount in framed if amount not in old]
        few = len(passage.amounts) - len(old) <= gist.MANY
        worthy = {amount: noun for amount, noun in worthy.items() if few and amount not in old}
    return _Promise(passage, low, framed, worthy, old) if framed or worthy else None


def _looked(post: Post, passage: Passage) -> Iterator[Passage]:
    """Yield a sentence with figures; once more with its dates as figures."""
    if passage.end - passage.start > LONG or passage.text[passage.start : passage.end].isupper():
        return  # a line in capitals does not tell names from words
    if passage.amounts:
        yield passage
    if passage.moments:
        yield from of_days(passage, post.date)


LONG = 1200
_PARTS = re.compile(r"[,:;—–(]")
SURE, SUPPOSED = 0.5, 0.8


def _read(post: Post, promise: _Promise, words: Lexicon, proper: frozenset[str]) -> tuple[list[Claim], list[Claim]]:
    """Return the claims of one sentence, and its figures by name and topic."""
    passage, _, framed, worthy, old = promise
    text, start, end = passage.text, passage.start, passage.end
    told = relative(text, start, end, post.date)
    line = renamed(tokens(text, start, end, passage.amounts, [*passage.moments, *told], words, proper))
    made = _claims(post, promise, line, words, proper) if framed else []
    frames = {claim.quantity.span: claim for claim in made}
    figures = [
        _figure(post, passage, token, said, frames)
        for token, said in gist.figures(
            passage,
            [*_asked(passage, line, words, proper), *line],
            old,
            worthy,
            lambda: _before(passage, words, proper),
            lambda: _after(passage, words, proper),
        )
    ]
    first = next((number for number, figure in enumerate(figures) if figure.keys), None)
    if first is not None:
        figures[first] = msgspec.structs.replace(figures[first], echo=echo(text[start:end]))
    several = Counter(claim.fact for claim in made)
    return [claim for claim in made if several[claim.fact] == 1 and claim.score >= SURE], figures


def _asked(passage: Passage, line: list[Token], words: Lexicon, proper: frozenset[str]) -> list[Token]:
    """Return the question that a sentence which names nobody answers: How many left Acme? By its count, 1,900."""
    if not gist.answers(passage) or any(map(named.told, named.names(line, passage.text))):
        return []
    asked = sentences(passage.text, max(0, passage.start - LONG), passage.start)[-1:]
    return [token for span in asked for token in renamed(tokens(passage.text, *span, [], [], words, proper))]


def _before(passage: Passage, words: Lexicon, proper: frozenset[str]) -> tuple[str, ...]:
    """Return the names of the sentence before in the same block, but no countries and nobody unknown."""
    spans = sentences(passage.text, max(0, passage.start - LONG), passage.start) if passage.start else []
    return _named(passage, spans[-1], words, proper) if spans else ()


def _after(passage: Passage, words: Lexicon, proper: frozenset[str]) -> tuple[str, ...]:
    """Return the names of the sentence behind in the same block, but no countries and nobody unknown."""
    spans = sentences(passage.text, passage.end, min(len(passage.text), passage.end + LONG))
    return _named(passage, spans[0], words, proper) if spans else ()


def _named(passage: Passage, span: tuple[int, int], words: Lexicon, proper: frozenset[str]) -> tuple[str, ...]:
    line = renamed(tokens(passage.text, *span, [], [], words, proper))
    return tuple(filter(named.told, named.names(line, passage.text)))


def _figure(post: Post, passage: Passage, token: Token, said: dict[str, Any], frames: dict[Span, Claim]) -> Claim:
    written = quantity(post, passage, token.data)
    claim = frames.get(written.span)
    if claim is not None:
        also = [name for party in claim.parties.values() if (name := named.folded(party))[:1] not in ("", "@")]
        said["attribute"] = " ".join(
            sorted({*(f"~{word}" for word in claim.attribute.split()), *said["attribute"].split()})
        )
        if not set(also) <= set(said["names"]):
            said["names"] = [name for name in said["names"] if name[0] != "?"]
        said["names"] = named.distinct([*said["names"], *also])
        if written.unit != "date":  # a day says too little else
            said["concepts"] = toward(said["concepts"], claim.frame)
    base, noun = in_base(written), said.pop("noun")
    if base.unit == "count" and not base.symbol and noun:
        base = msgspec.structs.replace(base, symbol=noun)
    beside = passage.text
    if base.unit == "date":  # its own month is not the time that it is told of
        beside = f"{beside[: token.start]}{' ' * (token.end - token.start)}{beside[token.end :]}"
    return Claim(
        key=claim.key if claim else "",
        frame=claim.frame if claim else "",
        parties={},
        quantity=base,
        place=written.place,
        sentence=passage.text[passage.start : passage.end],
        attribution=_attribution(passage, token),
        period=cues.period(beside, passage.start, passage.end, post.date) or period_of(passage, token, post.date),
        where=passage.block.role if passage.block.role in ("title", "heading", "caption") else "",
        told=_told(passage, token),
        **said,
    )


def _told(passage: Passage, token: Token) -> str:
    """Return a figure as it is read, its hedge included."""
    return " ".join(passage.text[token.data.begin : token.data.end].split()).strip("(“\"' ")


def _claims(
    post: Post,
    promise: _Promise,
    line: list[Token],
    words: Lexicon,
    proper: frozenset[str],
) -> list[Claim]:
    """Return what the frames read in one sentence."""
    passage, low, framed, _, old = promise
    figures = [token for token in line if token.kind == "Q" and token.data in framed]
    found = clauses(results.unparted(line), words)
    context = Context(cache(lambda: _named_before(passage, words, proper)), post)
    made: list[Claim] = []
    for token in figures:
        best = _best(token, found, words, low, context, passage.start)
        if best is not None:
            link, who = best
            claim = _claim(post, passage, token, link, who, found, words, low, old)
            if claim is not None:
                made.append(claim)
    return made


def _named_before(passage: Passage, words: Lexicon, proper: frozenset[str]) -> tuple[str, ...]:
    """Who the sentence before in the same block names, its subject first."""
    if passage.start == 0:
        return ()
    before = sentences(passage.text, max(0, passage.start - LONG), passage.start)
    if not before:
        return ()
    start, end = before[-1]
    line = renamed(tokens(passage.text, start, end, [], [], words, proper))
    found = clauses(line, words)
    names: list[str] = []
    for phrase in found.phrases:
        name = plain_name(phrase)
        if name and name not in names:
            names.append(name)
    return tuple(names)


def _best(
    token: Token, found: Clauses, words: Lexicon, low: str, context: Context, base: int
) -> tuple[Link, dict[str, Party]] | None:
    """Choose the closest link of a figure whose key roles are all filled."""
    ranked: list[tuple[float, int, Link, dict[str, Party]]] = []
    for number, link in enumerate(links(token, found, words, low, base)):
        who = {
            role: party
            for role, party in _parties(link, found, words, context).items()
            if acceptable(role, party, link)
        }
        if all(role in who for role in link.frame.key):
            special = (
                0.04 * bool(link.form.object_ or link.form.subject_)
                + 0.03 * bool(link.form.near)
                + 0.02 * len(link.frame.key)
            )
            special += 0.05 * bool(link.frame.per) + 0.01 * (link.noun is not None)
            special -= 0.1 * (link.frame.unordered and min(party.sure for party in who.values()) < SUPPOSED)
            ranked.append((link.far - special, number, link, who))
    if not ranked:
        return results.terse(token, found, words) if token.data.unit == "score" else None
    ranked.sort(key=lambda item: item[:2])
    return ranked[0][2], ranked[0][3]


def _parties(link: Link, found: Clauses, words: Lexicon, context: Context) -> dict[str, Party]:
    """Return who fills the roles of a link: the sides of a match, or whoever its frame wants."""
    if "side" in link.frame.kinds.values():
        return sides.parties(link, found, context)
    return parties(link, found, words, context)


def _claim(
    post: Post,
    passage: Passage,
    token: Token,
    link: Link,
    who: dict[str, Party],
    found: Clauses,
    words: Lexicon,
    low: str,
    old: list[Amount],
) -> Claim | None:
    frame, amount = link.frame, token.data
    match = results.is_match(frame)
    score = results.result(token, passage, link, who) if match else ()
    if score is None:
        return None
    written = quantity(post, passage, amount)
    cores = [who[role].core for role in frame.key]
    if frame.unordered:
        cores.sort()
    before = tuple(value for item in old if (value := worth(item, amount)) is not None)
    modality, certain = modality_of(link, found, words, cues.without_asides(low, amount.begin - passage.start))
    if modality != "target" and cues.guessed(low):
        modality, certain = "forecast", 1.0
    if modality == "done":
        modality = cues.modality(_PARTS.split(passage.text[passage.start : amount.begin])[-1])
    standing = amount.unit == "count" and frame.fades in ("level", "slow")
    if standing and (modality in ("planned", "agreed") or (modality == "done" and cues.to_come(low, post.date))):
        modality = "forecast"  # how many there are to be one day
    period = period_of(passage, token, post.date) if frame.fades != "fixed" else ""
    if period == "?" and frame.fades != "period":
        period = ""
    attribute = attribute_of(link, who, found, words, low, passage)
    if match:
        period = results.day(token, passage, post.date, period)
        attribute = results.part(token, found.tokens, passage)
        modality = "done" if results.sure(token, passage) else "hypothetical"
    if frame.fades in ("slow", "level", "period") and HIKE.search(low):
        certain *= 0.7
    sure = 1.0 - 0.25 * link.far
    base = in_base(written)
    if base.unit == "count" and frame.fades == "level" and base.per:
        attribute = " ".join(sorted({*attribute.split(), *{"day": ["daily"], "week": ["weekly"]}.get(base.per, [])}))
        base = msgspec.structs.replace(base, per="")
    for role in frame.key:
        sure *= who[role].sure
    if certain < 1:
        sure *= certain
    update = is_update(low, before, link.verb.lemma if link.verb is not None else "", words)
    rose = _ROSE.match(passage.text, amount.reach) is not None
    if (frame.ceiling or rose) and base.qualifier == "up-to":
        base = msgspec.structs.replace(base, qualifier="", low=base.high)
    return Claim(
        key="|".join((frame.id, *cores)),
        frame=frame.id,
        parties={role: party.name for role, party in who.items()},
        quantity=base,
        place=written.place,
        sentence=passage.text[passage.start : passage.end],
        attribute=attribute,
        modality=modality,
        attribution=_attribution(passage, token),
        period=period,
        update=update,
        before=before,
        fades=frame.fades,
        where=passage.block.role if passage.block.role in ("title", "heading", "caption") else "",
        told=_told(passage, token),
        score=round(sure, 3),
        sides=score,
        event=results.event(passage, post, period) if match else (),
    )


# Sales were up to $5 from $4: no bound.
_ROSE = re.compile(r"[^.;,]{0,30}\bfrom \W?\d")


SPEEDS = {"bit": "bps", "B": "B/s"}


def in_base(written: Quantity) -> Quantity:
    """Return a figure in the base unit of its kind, so that 0.3 GW and 300 MW are one."""
    if written.symbol == "score":
        return written
    symbol, factor = (
        BASES.get(written.symbol, (written.symbol, 1.0))
        if written.unit not in ("money", "count", "date")
        else (written.symbol, 1.0)
    )
    if written.symbol in HUNDREDTHS:
        symbol, factor = HUNDREDTHS[written.symbol], 0.01
    speed = SPEEDS.get(symbol, "") if written.per == "second" else ""  # 8 gigabits a second
    symbol = speed or symbol
    unit = "count" if written.unit == "other" else written.unit
    if unit == "ratio" and symbol == "×" and (written.low or 0) >= 1000:
        unit = "count"  # downloaded 40,000 times
    return Quantity(
        span=written.span,
        place=written.place,
        unit=unit,
        symbol=symbol,
        low=None if written.low is None else written.low * factor,
        high=None if written.high is None else written.high * factor,
        qualifier=written.qualifier,
        per="" if speed else written.per,
        digits=written.digits,
    )


def _attribution(passage: Passage, token: Token) -> str:
    """Return who says so: "" the author, else a quotation's source or just that it is quoted."""
    if passage.block.quoted:
        return "quoted"
    text = passage.text
    opened = text.rfind("“", passage.start, token.start)
    if opened >= 0 and text.find("”", opened, token.start) < 0:
        return "quoted"
    straight = text.count('"', passage.start, token.start)
    return "quoted" if straight % 2 and text.find('"', token.end, passage.end) >= 0 else ""
