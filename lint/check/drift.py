"""Quotations that say other words in another post, and passages of the publication's own that were quoted otherwise."""

from collections.abc import Iterator, Sequence

import msgspec

from lint import patterns as re
from lint.check._align import Alignment, aligned, tokens
from lint.check._alike import plain
from lint.check._resolve import resolve
from lint.model.facts import Entry, Facts, Quote
from lint.model.finding import Hit, Related
from lint.model.rule import Corpus, PostRef
from lint.model.site import Layout
from lint.model.text import Place

NAMED = re.compile(r"(?<=[\w,;:] )[A-ZÀ-Þ]\w*")  # a capital inside a sentence
FIGURE = re.compile(r"\d")
COMPARED, SHORT = 5, 0.8  # the share of words that quotations of fewer than five in common must share
MANY = 40  # quotations with one key in common: more are a form, such as what a law or a prayer says


_Near = tuple[PostRef, Quote, Alignment]


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What counts as the same quotation.

    words    the least words that two must share: by one speaker, or where nobody is named
    share    the least part of their words that they must share
    alone    the same where one speaker says both and they differ in one place
    changes  the most places in which they may differ
    changed  the most words that may differ
    days     how far apart the posts may be
    standing posts with one quotation that make it a form: where nobody is named, and where somebody is
    base_url, layout  the address of the publication, and the rules of its site generator
    own      the least words that a quotation of a post of the publication must share with it
    """

    words: tuple[int, int] = (4, 7)
    share: float = 0.75
    alone: float = 0.7
    changes: int = 2
    changed: int = 4
    days: int = 90
    standing: tuple[int, int] = (4, 12)
    own: int = 9
    base_url: str = ""
    layout: Layout = Layout()


def judge(facts: Facts, options: Options, corpus: Corpus) -> Iterator[Hit]:
    """Yield the quotations that another post has with other words."""
    here = corpus.ref(facts.key)
    for quote in facts.quotes:
        hit = _of_own(quote, facts, options, corpus)
        if hit is not None:
            yield hit
            continue
        near = _near(quote, here, options, corpus)
        found = [item for item in near if item[2].changes and not (item[0].reported and item[0].order > here.order)]
        if not found or _stands(quote, here, near, options):
            continue
        ref, other, change = min(found, key=lambda item: (_days(here, item[0]), item[0].order, item[1].span))
        if tokens(other.text) in map(tokens, (mine.text for mine in facts.quotes)):
            continue  # the post has both: it knows what it does
        yield _hit(quote, change, ref, other.place, "quoted so")


def _hit(quote: Quote, change: Alignment, ref: PostRef, place: Place, told: str) -> Hit:
    mine, theirs = change.changes[0]
    words = {"ours": _shown(mine), "theirs": _shown(theirs), "post": f"“{ref.shown}”"}
    day = f" on {ref.date.isoformat()}" if ref.date else ""
    related = Related(ref.path, place, ref.title, "conflict", f"{told} here{day}")
    return Hit(quote.span, words, related=(related,), place=quote.place)


def _shown(words: str) -> str:
    return f"“{words}”" if words else "nothing"


def _near(quote: Quote, here: PostRef, options: Options, corpus: Corpus) -> list[_Near]:
    """Return the quotations of other posts that are this one, with the same words or nearly so."""
    found: list[_Near] = []
    for ref, other in corpus.quotes(quote.keys, here, MANY):
        if _days(here, ref) > options.days:
            continue
        speakers = _speakers(quote, other)
        change = aligned(quote.text, other.text) if speakers is not None else None
        if change is None or not _drifted(change, speakers or False, options):
            continue
        if quote.kind or other.kind or _worded(change, quote, other):
            found.append((ref, other, change))
    return found


def _worded(change: Alignment, one: Quote, other: Quote) -> bool:
    """Tell whether quotations of nobody differ in one plain word: with other names or figures they are two."""
    changed = {word for mine, theirs in change.changes for word in (*mine.split(), *theirs.split())}
    names = {
        word.casefold() for quote in (one, other) for word in (*NAMED.findall(quote.text), *tokens(quote.text)[:1])
    }
    return len(change.changes) < 2 and not changed & names and not any(map(FIGURE.search, changed))


def _stands(quote: Quote, here: PostRef, near: Sequence[_Near], options: Options) -> bool:
    """Tell whether a quotation is a form that many posts fill in, or is a copy of one that an earlier post has."""
    posts = len({ref.key for ref, _, _ in near})
    if posts + 1 >= options.standing[bool(quote.kind)] or len({change.changes for _, _, change in near}) > 3:
        return True
    return any(not change.changes and ref.reported and ref.order < here.order for ref, _, change in near)


def _of_own(quote: Quote, facts: Facts, options: Options, corpus: Corpus) -> Hit | None:
    """Return what a block quotation changes in the post of the publication that it links to."""
    words = tokens(quote.text) if quote.links else ()
    if len(words) < options.own:
        return None
    for link in quote.links:
        ref = resolve(Entry("", link, "", quote.span, quote.place), facts, corpus, options.base_url, options.layout)
        if ref is None or ref.key == facts.key:
            continue
        runs = {tuple(words[at : at + 3]): at for at in reversed(range(len(words) - 2))}
        for text, place in corpus.paragraphs(ref.key):
            theirs = tokens(text)
            shared = [
                (at, run) for at in range(len(theirs) - 2) if (run := runs.get(tuple(theirs[at : at + 3]))) is not None
            ]
            if len(shared) * 2 < len(runs):
                continue
            start = max(0, shared[0][0] - shared[0][1])
            change = aligned(quote.text, " ".join(theirs[start : shared[-1][0] + len(words) - shared[-1][1] + 3]))
            least = change.same >= max(options.own, options.share * change.size)
            if change.open or not change.changes or len(change.changes) > options.changes or not least:
                return None
            return _hit(quote, change, ref, place, "written so")
    return None


def _speakers(one: Quote, other: Quote) -> bool | None:
    """Tell whether one person says both; None where two people do."""
    if not one.kind or not other.kind:
        return False
    ours, theirs = plain(one.kind).split(), plain(other.kind).split()
    return True if ours[-1] == theirs[-1] or set(ours) <= set(theirs) or set(theirs) <= set(ours) else None


def _drifted(change: Alignment, one_speaker: bool, options: Options) -> bool:
    """Tell whether two quotations share enough to be one."""
    least = options.words[0] if one_speaker else options.words[1]
    share = options.alone if one_speaker and len(change.changes) == 1 else options.share
    if change.open or change.same < least or change.same < (SHORT if change.same < COMPARED else share) * change.size:
        return False
    changed = sum(max(len(mine.split()), len(theirs.split())) for mine, theirs in change.changes)
    return len(change.changes) <= options.changes and changed <= options.changed


def _days(one: PostRef, other: PostRef) -> int:
    return abs((one.date - other.date).days) if one.date and other.date else 30
