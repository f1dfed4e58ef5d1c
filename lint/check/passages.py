"""Paragraphs that stand twice: in one post, or in two."""

from collections import Counter
from collections.abc import Iterator

import msgspec

from lint.address import fold
from lint.model.facts import Facts, Passage
from lint.model.finding import Hit, Related
from lint.model.rule import Corpus, PostRef


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What counts as pasted.

    words     the least words of a paragraph, 40 or more
    standing  a paragraph in this many posts, or this often in one, is there on purpose: an introduction, a disclosure
    shared    two posts with more paragraphs than this in common are versions of one
    """

    words: int = 40
    standing: int = 3
    shared: int = 3


def judge(facts: Facts, options: Options, corpus: Corpus) -> Iterator[Hit]:
    """Yield the first of the paragraphs in a row that the post has twice, and those that an earlier post has too."""
    mine = [one for one in facts.passages if one.words >= options.words]
    times = Counter(one.digest for one in mine)
    first: dict[str, Passage] = {}
    others: list[tuple[Passage, PostRef, Passage]] = []
    order = {one.digest: number for number, one in reversed(list(enumerate(mine)))}
    for number, one in enumerate(mine):
        if one.digest in first:
            before = first[one.digest]
            goes_on = order[one.digest] > 0 and order[mine[number - 1].digest] == order[one.digest] - 1
            usual = max(times[one.digest], len(corpus.passages(one.digest))) >= options.standing
            if not (usual or one.quoted or before.quoted or goes_on):
                related = Related(facts.path, before.place, facts.title, "note", "it stands here first")
                yield Hit(one.span, {"where": "this post"}, related=(related,), place=one.place)
            continue
        first[one.digest] = one
        others += [(one, ref, other) for ref, other in _elsewhere(one, facts, options, corpus)]
    shared = Counter(ref.key for _, ref, _ in others)
    me = corpus.ref(facts.key)
    for one, ref, other in others:
        version = shared[ref.key] > options.shared or fold(ref.title) == fold(facts.title)
        if version or one.quoted or other.quoted or (ref.reported and ref.order > me.order):
            continue
        related = Related(ref.path, other.place, ref.title, "note", "it stands here too")
        words = {"where": f"“{ref.shown}”"}
        yield Hit(one.span, words, related=(related,), place=one.place, severity="suggestion")


def _elsewhere(one: Passage, facts: Facts, options: Options, corpus: Corpus) -> list[tuple[PostRef, Passage]]:
    """Return where else a paragraph stands, once for each post; nothing where that is usual."""
    found: dict[tuple[str, int], tuple[PostRef, Passage]] = {}
    for ref, other in corpus.passages(one.digest):
        if ref.key != facts.key:
            found.setdefault(ref.key, (ref, other))
    return list(found.values()) if len(found) + 1 < options.standing else []
