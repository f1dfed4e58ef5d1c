"""A post in, its blocks of earlier posts out: a heading or lead-in, and the entries under it."""

from collections.abc import Iterator
from itertools import accumulate

from msgspec import structs

from lint import patterns as re
from lint.address import fold
from lint.extract.headings import earlier, read_also
from lint.extract.previously import cards, embeds, lines
from lint.extract.previously.lead import Lead, leads
from lint.model.facts import Entry, Recap
from lint.model.job import NONE, Own
from lint.model.post import Post
from lint.model.text import Span

# Bodies in one line, talk, and what could not be read: no block can be told there.
PROSE = 80  # letters of a paragraph that can be no title
# A list without items.
HOLLOW = re.compile(
    r"<(ul|ol|dl)(?:\s[^<>]{0,300})?>\s*(?:<!--.{0,2000}?-->\s*){0,10}</\1\s*>", re.IGNORECASE | re.DOTALL
)
SILENT = ("listing", "transcript", "unreadable")


def read(post: Post, own: Own = NONE) -> tuple[Recap, ...]:
    """Return the blocks of earlier posts, in the order of the file; `own` has what the publication calls them."""
    if post.shape in SILENT:
        return ()
    return tuple(_recaps(post, own))


def _recaps(post: Post, own: Own) -> Iterator[Recap]:
    if post.beside:
        every = sorted([*post.blocks, *post.beside], key=lambda block: block.span.start)
        post = structs.replace(post, blocks=tuple(every))
    taken = -1
    found = list(leads(post, own))
    lists = {lead.block for lead in found}
    heads = (block.role == "heading" and number not in lists for number, block in enumerate(post.blocks))
    sections = list(accumulate(heads, initial=0)) if found else []
    for lead, following in zip(found, [*found[1:], None], strict=False):
        if lead.block <= taken and lead.line == 0:
            continue
        if following is not None and following.block == lead.block and following.line == lead.line + 1:
            yield _recap(post, lead, [], sections[lead.block])
            continue
        stop = following.block if following is not None else len(post.blocks)
        entries, taken = _entries(post, lead, stop)
        if entries or (_is_empty(post, lead, following) and not _introduced(post, lead, following)):
            yield _recap(post, lead, entries, sections[lead.block])


def _entries(post: Post, lead: Lead, stop: int) -> tuple[list[Entry], int]:
    """Return the entries under a lead-in, and the number of the last block that they take up."""
    if lead.rest:
        inside = lines.inline(post, lead) if lead.inline else lines.under(post, lead)
        if inside:
            return inside, lead.block
    if lead.inline:
        return [], lead.block
    found, last = cards.after(post, lead, stop)
    if not found:
        found, last = embeds.after(post, lead), lead.block
    if not found and post.shape in ("plain", "dump"):
        found, last = lines.after(post, lead, stop)
    return found, last


def _recap(post: Post, lead: Lead, entries: list[Entry], section: int) -> Recap:
    keys = sorted({entry.key for entry in entries if entry.key})
    signature = "\n".join(keys) if len(keys) > 1 else ""
    place = post.source.place(lead.span)
    return Recap(lead.text, lead.span, place, tuple(entries), signature, earlier(lead.text), section)


def _is_passed_over(post: Post, lead: Lead) -> bool:
    """Tell whether running text comes after a line that only ever stands above a list: `👇`, `Read also:`."""
    here = post.blocks[lead.block]
    after = post.blocks[lead.block + 1] if lead.block + 1 < len(post.blocks) else here
    said = after.prose.text
    return (
        here.role == after.role == "paragraph"
        and after is not here
        and read_also(lead.text)
        and not after.inlines
        and len(said) > PROSE
        and said.rstrip()[-1:] in ".!?"
        and lead.blank(post, Span(lead.span.end, max(lead.span.end, after.span.start)))
    )


def _introduced(post: Post, lead: Lead, following: Lead | None) -> bool:
    """Tell whether the next lead-in only introduces the list of this heading: `A few posts from last year:`."""
    here = post.blocks[lead.block]
    if following is None or following.block != lead.block + 1 or here.role != "heading":
        return False
    return post.blocks[following.block].role == "paragraph" and fold(following.text) != fold(lead.text)


def _is_empty(post: Post, lead: Lead, following: Lead | None) -> bool:
    """Tell whether nothing at all comes under a lead-in: the post ends, or its notes or the next heading begin."""
    if lead.inline or lead.rest or not lead.sure:
        return False
    if _is_passed_over(post, lead):
        return True
    after = post.blocks[lead.block + 1] if lead.block + 1 < len(post.blocks) else None
    if after is None or (following is not None and following.block == lead.block + 1):
        ends = True
    elif after.role == "heading":
        here = post.blocks[lead.block]
        ends = here.role != "heading" or after.level <= here.level
    else:
        ends = bool(after.note) or lines.is_note(after.prose.text)
    stop = after.span.start if after is not None else post.span.end
    hollow = HOLLOW.search(post.source.text, lead.span.end, max(lead.span.end, stop))
    if hollow:
        ends, stop = True, hollow.end()
    return ends and lead.blank(post, Span(lead.span.end, max(lead.span.end, stop)))
