"""The door of extraction: a post in, everything it says out, as facts that other posts can be compared with."""

import msgspec

from lint.extract import aliases, footnotes, pasted, previously, roles, suppressions, targets, words
from lint.extract.claims import statements
from lint.extract.names import mentions, names
from lint.extract.passages import passages, quantities, written_dates
from lint.extract.quotes import quotes
from lint.lexicon.language import abroad
from lint.lexicon.look import look
from lint.model.facts import Facts
from lint.model.job import NONE, Own
from lint.model.post import Post

# Raised whenever extraction gives other facts from the same post: an index of another version is stale.
VERSION = 59


def extract(post: Post, path: str, part: int, own: Own = NONE, lightly: bool = False) -> Facts:
    """Return the facts of a post. `path` is its file's, from the root of the publication; `part` its number there.

    `own` is what it reads of the publication's configuration; `lightly`: only what post and words are, and what the
    text switches off.
    """
    source = post.source
    light = Facts(
        path=path,
        part=part,
        shape=post.shape,
        span=post.span,
        title=post.title,
        title_place=source.place(post.title_at) if post.title_at is not None else None,
        date=post.date,
        url=post.url,
        draft=post.draft,
        line=source.position(post.span.start)[0],
        words=len(look(post).words),
        unknown=words.unknown(post),
        faults=post.faults,
        suppressions=suppressions.read(post),
    )
    return light if lightly else _whole(light, post, own)


def _whole(light: Facts, post: Post, own: Own) -> Facts:
    read = passages(post)
    # What bounds a figure, and what it is of, is read by English words.
    claims, figures = ((), ()) if abroad(post) else statements(post, read, own.frames)
    named = mentions(post)
    return msgspec.structs.replace(
        light,
        quantities=quantities(post, read),
        claims=claims,
        figures=figures,
        names=names(post, named),
        aliases=() if abroad(post) else aliases.aliases(named),
        ties=roles.ties(post),
        quotes=quotes(post),
        dates=written_dates(post, read),
        marks=footnotes.read(post),
        recaps=previously.read(post, own),
        passages=tuple(pasted.passages(post)),
        links=tuple(targets.links(post)),
        anchors=targets.anchors(post),
        addresses=targets.addresses(post),
    )
