"""The archive as rules see it: one or more indexes asked as one, earliest post first."""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import TypeVar

from lint.address import fold, normal
from lint.index import (
    Index,
    decode_alias,
    decode_anchors,
    decode_claim,
    decode_name,
    decode_passage,
    decode_quote,
    decode_recap,
    decode_tie,
)
from lint.index.gazetteer import Gazetteer
from lint.model.facts import Alias, Anchor, Claim, Name, Passage, Quote, Recap, Settled, Tie
from lint.model.rule import PostRef
from lint.model.text import Place, stored

Placed = TypeVar("Placed", Name, Quote, Passage)
FEW, COMMON = 12, 160  # sentences that share two words: few, one pair tells enough; very many, and it tells nothing
SHARED = 3
# Figures under one key: more than so many tell nothing, a twentieth of the posts in between; so many are looked at.
OFTEN, MANY = (30, 40), 200
POST = "SELECT path, part, title, date, url, draft FROM post"


class Archive:
    """Every post of this run, in the order of `PostRef.order`; keeps the promises of the protocol Corpus.

    `reported` are the files this run reports on; `draft` tells whether the configuration calls a path a draft; `files`
    are the paths of all files of the publication, posts or not; `paragraphs` reads a post's file anew.
    """

    def __init__(
        self,
        indexes: Sequence[Index],
        reported: Iterable[str],
        draft: Callable[[str], bool],
        has_file: Callable[[str], bool],
        paragraphs: Callable[[tuple[str, int]], Sequence[tuple[str, Place]]],
        settled: Iterable[Settled] = (),
    ) -> None:
        self._indexes = indexes
        self._reported = frozenset(reported)
        self._draft = draft
        self.has_file = has_file
        self.paragraphs = paragraphs
        self.gazetteer = Gazetteer(self._aliases, self._named_in)
        self._settled: dict[str, list[Settled]] = {}
        for fact in settled:
            self._settled.setdefault(self.gazetteer.meant(fact.claim, (fact.path, 0)).key, []).append(fact)
        self._claims: dict[str, Sequence[tuple[PostRef, Claim]]] = {}
        self._figures: dict[str, Sequence[tuple[PostRef, Claim]]] = {}
        self._read: dict[tuple[str, int, int], tuple[Claim, tuple[str, ...]]] = {}
        self._near: dict[tuple[tuple[str, ...], int], Sequence[tuple[PostRef, Claim]]] = {}
        self._near_to: PostRef | None = None
        self._echoes: dict[tuple[int, ...], Sequence[tuple[tuple[bool, dt.date, str, int], int]]] = {}
        self._sentences: dict[tuple[str, int], dict[int, Sequence[Claim]]] = {}
        self._passages: dict[str, Sequence[tuple[PostRef, Passage]]] = {}
        self._posts_with: dict[str, int] = {}
        self._names: dict[tuple[str, str], Mapping[str, int]] = {}
        self._spelt: dict[str, dict[str, dict[str, int]]] = {}

    @cached_property
    def _refs(self) -> dict[tuple[str, int], PostRef]:
        return {ref.key: ref for ref in self._select(POST)}

    def size(self) -> int:
        """Count the posts."""
        return len(self._refs)

    def ref(self, key: tuple[str, int]) -> PostRef:
        """Return the post with this key."""
        found = self._refs.get(key)
        return found if found is not None else PostRef(*key, "", None, "", False, stored(key[0]) in self._reported)

    def claims(self, key: str) -> Sequence[tuple[PostRef, Claim]]:
        """Return every claim with this comparison key, earliest post first."""
        if key not in self._claims:
            found = {
                (ref.key, claim.quantity.span): (ref, claim)
                for one in self.gazetteer.spellings(key)
                for ref, claim in self._resolved("SELECT path, part, data FROM claim WHERE key = ?", one)
                if claim.key == key
            }
            self._claims[key] = sorted(found.values(), key=lambda item: (item[0].order, item[1].quantity.span))
        return self._claims[key]

    def every_claim(self, frame: str = "") -> Iterator[tuple[PostRef, Claim]]:
        """Yield every claim, or every one of a frame, in no order."""
        query = "SELECT path, part, data FROM claim"
        if not frame:
            return self._resolved(query)
        return self._resolved(query + " WHERE key >= ? AND key < ?", f"{frame}|", f"{frame}}}")

    def every_figure(self) -> Iterator[tuple[PostRef, Claim]]:
        """Yield every figure that is compared by its topic, in no order."""
        return self._resolved("SELECT path, part, data FROM figure GROUP BY path, part, number")

    def figures(self, key: str) -> Sequence[tuple[PostRef, Claim]]:
        """Return every figure with this key, earliest post first."""
        if key not in self._figures:
            found = {}
            for one in self.gazetteer.sources(key):
                query = "SELECT path, part, number, data FROM figure WHERE key = ?"
                for path, part, number, data in self._rows(query, one):
                    claim, keys = self._figure((path, part), number, data)
                    if key in keys:
                        found[path, part, claim.quantity.span] = self.ref((path, part)), claim
            self._figures[key] = sorted(found.values(), key=lambda item: (item[0].order, item[1].quantity.span))
        return self._figures[key]

    def _figure(self, where: tuple[str, int], number: int, data: bytes) -> tuple[Claim, tuple[str, ...]]:
        """Return a figure as it was kept, about whoever the archive knows by its names, and its keys; read once."""
        at = (*where, number)
        if at not in self._read:
            claim = self.gazetteer.meant(decode_claim(data), where)
            self._read[at] = claim, claim.keys
        return self._read[at]

    def near(self, keys: tuple[str, ...], here: PostRef, days: int) -> Sequence[tuple[PostRef, Claim]]:
        """Return the figures of other posts, so many days off at most, that have one of these keys; in no order.

        Keys of very many figures count for none. What was found is kept until another post asks: several rules want it.
        """
        if self._near_to is not here:
            self._near_to, self._near = here, {}
        if (keys, days) not in self._near:
            self._near[keys, days] = list(self._others(keys, here, days))
        return self._near[keys, days]

    def _others(self, keys: tuple[str, ...], here: PostRef, days: int) -> Iterable[tuple[PostRef, Claim]]:
        found = {}
        often = max(OFTEN[0], min(self.size() // 20, OFTEN[1]))
        for key in keys:
            rows = self.figures(key)
            if len(rows) > often:
                continue  # what every other post speaks of tells nothing
            for ref, other in _window(rows, here, days):
                if ref.key != here.key:
                    found[ref.key, other.quantity.span] = ref, other
        return found.values()

    def _resolved(self, query: str, *values: str) -> Iterator[tuple[PostRef, Claim]]:
        """Yield the claims of a query, each about whoever the archive knows by its names."""
        for path, part, data in self._rows(query, *values):
            yield self.ref((path, part)), self.gazetteer.meant(decode_claim(data), (path, part))

    def _aliases(self, side: str) -> Iterator[tuple[tuple[str, int], Alias]]:
        for path, part, data in self._rows("SELECT path, part, data FROM alias WHERE key = ?", side):
            yield (path, part), decode_alias(data)

    def _named_in(self, key: tuple[str, int]) -> Sequence[Name]:
        rows = self._rows("SELECT data FROM name WHERE path = ? AND part = ?", *key)
        return [decode_name(data) for (data,) in rows]

    def echoes(self, keys: Sequence[int], here: PostRef, most: int) -> Sequence[tuple[PostRef, Sequence[Claim]]]:
        """Return the sentences of other dated posts that have one of these numbers, each as its figures, in time order.

        They are the nearest in time, so many before and as many behind. Of numbers that many sentences have, it takes
        several; those of very many count for none.
        """
        few = tuple(key for key in keys if key not in self._often)
        often = tuple(key for key in keys if key in self._often and self._often[key] <= COMMON)
        rows = [*self._places(few, 1), *(self._places(often, SHARED) if len(often) >= SHARED else ())]
        others = [row for row in sorted(set(rows)) if row[0] != here.order and not row[0][0]]
        at = bisect_left(others, (here.order, 0))
        near = others[max(0, at - most) : at + most]
        return [(self.ref(order[2:]), self._sentence(order[2:], number)) for order, number in near]

    def _places(self, keys: tuple[int, ...], shared: int) -> Sequence[tuple[tuple[bool, dt.date, str, int], int]]:
        """Return the posts, by their order, and the numbers of figures whose sentences share so many of the keys."""
        if keys not in self._echoes:
            rows = self._rows(
                f"SELECT path, part, number FROM echo WHERE key IN ({_marks(keys)})"
                " GROUP BY path, part, number HAVING count(*) >= ?",
                *keys,
                shared,
            )
            self._echoes[keys] = [(self.ref((path, part)).order, number) for path, part, number in rows]
        return self._echoes[keys]

    @cached_property
    def _often(self) -> dict[int, int]:
        return dict(self._rows("SELECT key, count(*) FROM echo GROUP BY key HAVING count(*) > ?", FEW))

    def _sentence(self, where: tuple[str, int], number: int) -> Sequence[Claim]:
        """Return the figures of the sentence that a figure of a post stands in."""
        if where not in self._sentences:
            query = "SELECT number, data FROM figure WHERE path = ? AND part = ? GROUP BY number"
            told = {number: self._figure(where, number, data)[0] for number, data in self._rows(query, *where)}
            beside: dict[str, list[Claim]] = {}
            for claim in told.values():
                beside.setdefault(claim.sentence, []).append(claim)
            self._sentences[where] = {number: beside[claim.sentence] for number, claim in told.items()}
        return self._sentences[where][number]

    def settled(self, key: str) -> Sequence[Settled]:
        """Return the facts with this comparison key that an editor has settled."""
        return self._settled.get(key, ())

    def posts_with(self, word: str) -> int:
        """Count the posts that hold this unknown word, letter case ignored."""
        folded = word.casefold()
        if folded not in self._posts_with:
            rows = self._rows("SELECT count(*) FROM word WHERE word = ?", folded)
            self._posts_with[folded] = sum(number for (number,) in rows)
        return self._posts_with[folded]

    def known_words(self, prefix: str) -> Sequence[tuple[str, int]]:
        """Return the archive's unknown words that begin so, each with the count of its posts."""
        start = prefix.casefold()
        counts: dict[str, int] = {}
        query = "SELECT word, count(*) FROM word WHERE word >= ? AND word < ? GROUP BY word"
        for word, number in self._rows(query, start, start + "\U0010ffff"):
            counts[word] = counts.get(word, 0) + number
        return sorted(counts.items())

    def by_url(self, url: str) -> PostRef | None:
        """Return the post at this address, or the earliest of several."""
        address = normal(url)
        found = self._select(POST + " WHERE address != '' AND address = ?", address) if address else []
        return found[0] if found else None

    def by_title(self, title: str) -> Sequence[PostRef]:
        """Return the posts with this title, earliest first; case, kind of quotes and final punctuation ignored."""
        folded = fold(title)
        return self._select(POST + " WHERE folded != '' AND folded = ?", folded) if folded else []

    def by_slug(self, name: str) -> Sequence[PostRef]:
        """Return the posts whose address or file ends in this name, earliest first; letter case ignored."""
        return self._select(POST + " WHERE slug != '' AND slug = ?", name.casefold()) if name else []

    def by_path(self, path: str) -> PostRef | None:
        """Return the first post of a file, by its path from the root."""
        return next(iter(self._select(POST + " WHERE path = ? AND part = 0", path)), None)

    def recaps(self, signature: str) -> Sequence[tuple[PostRef, Recap]]:
        """Return the blocks with the same set of entries, earliest post first."""
        rows = self._rows("SELECT path, part, data FROM recap WHERE signature = ?", signature)
        found = [(self.ref((path, part)), decode_recap(data)) for path, part, data in rows]
        return sorted(found, key=lambda item: (item[0].order, item[1].span))

    def passages(self, digest: str) -> Sequence[tuple[PostRef, Passage]]:
        """Return the passages with this digest, earliest post first."""
        found = self._passages.get(digest)
        if found is None:
            rows = self._rows("SELECT path, part, data FROM passage WHERE digest = ?", digest)
            found = self._told(rows, decode_passage)
            if len(found) > 1:
                self._passages[digest] = found
        return found

    def names(self, start: str) -> Mapping[str, int]:
        """Return the names that begin so, letter case ignored, each with the count of its posts."""
        query = "SELECT text, count(*) FROM name WHERE folded >= ? AND folded < ? GROUP BY folded, text"
        folded = start.casefold()
        return self._counted("start", folded, query, folded, folded + "\U0010ffff")

    def surnames(self, word: str) -> Mapping[str, int]:
        """Return the names of several words that end in this one, each with the count of its posts; case ignored."""
        query = "SELECT text, count(*) FROM name WHERE last != '' AND last = ? GROUP BY last, text"
        return self._counted("last", word.casefold(), query, word.casefold())

    def spelt(self, letters: str) -> Mapping[str, int]:
        """Return the names of just these letters and digits, each with the count of its posts; case ignored."""
        start = letters[:3]
        if start not in self._spelt:
            found: dict[str, dict[str, int]] = {}
            for text, number in self.names(start).items():
                found.setdefault("".join(filter(str.isalnum, text.casefold())), {})[text] = number
            self._spelt[start] = found
        return self._spelt[start].get(letters, {})

    def common_names(self, start: str, posts: int) -> Mapping[str, int]:
        """Return the names of one word that begin so, letter case ignored, and stand in so many posts."""
        key = f"{posts} {start.casefold()}"
        found = self._names.get(("common", key))
        if found is None:
            every = self.names(start).items()
            found = {text: number for text, number in every if number >= posts and " " not in text}
            self._names["common", key] = found
        return found

    def _counted(self, sort: str, word: str, query: str, *values: str) -> Mapping[str, int]:
        found = self._names.get((sort, word))
        if found is None:
            counts: dict[str, int] = {}
            for text, number in self._rows(query, *values):
                counts[text] = counts.get(text, 0) + number
            found = self._names[sort, word] = dict(sorted(counts.items()))
        return found

    def named(self, name: str) -> Sequence[tuple[PostRef, Name]]:
        """Return where this name stands, once for each post, earliest post first."""
        rows = self._rows("SELECT path, part, data FROM name WHERE folded = ? AND text = ?", name.casefold(), name)
        return self._told(rows, decode_name)

    def ties(self, key: str) -> Sequence[tuple[PostRef, Tie]]:
        """Return what is told of people under this key, earliest post first."""
        found = [
            (self.ref((path, part)), tie)
            for one in sorted(self.gazetteer.spellings(key))
            for path, part, data in self._rows("SELECT path, part, data FROM tie WHERE key = ?", one)
            if (tie := self.gazetteer.tied(decode_tie(data), (path, part))).key == key
        ]
        return sorted(found, key=lambda item: (item[0].order, item[1].span))

    def quotes(self, keys: Sequence[int], here: PostRef, most: int) -> Sequence[tuple[PostRef, Quote]]:
        """Return the quotations of other posts that have one of these keys, in no order.

        A key that more than `most` quotations have counts for none.
        """
        query = f"SELECT key, path, part, number, data FROM quote WHERE key IN ({_marks(keys)})"
        rows = list(self._rows(query, *keys))
        times = Counter(row[0] for row in rows)
        found = {row[1:4]: row[4] for row in rows if row[1:3] != here.key and times[row[0]] <= most}
        return [(self.ref((path, part)), decode_quote(data)) for (path, part, _), data in found.items()]

    def _told(
        self, rows: Iterable[tuple[str, int, bytes]], decode: Callable[[bytes], Placed]
    ) -> Sequence[tuple[PostRef, Placed]]:
        found = [(self.ref((path, part)), decode(data)) for path, part, data in rows]
        return sorted(found, key=lambda item: (item[0].order, item[1].span))

    def pages(self) -> Sequence[tuple[PostRef, Sequence[str]]]:
        """Return every post with the addresses that its front matter gives it, in no order."""
        rows = self._rows("SELECT path, part, addresses FROM page")
        return [(self.ref((path, part)), given.split("\n") if given else ()) for path, part, given in rows]

    def anchors(self, key: tuple[str, int]) -> Sequence[Anchor]:
        """Return what in a post links may lead to."""
        rows = self._rows("SELECT anchors FROM page WHERE path = ? AND part = ?", *key)
        return [anchor for (data,) in rows for anchor in decode_anchors(data)]

    def _rows(self, query: str, *values: object) -> Iterable[tuple]:  # type: ignore[type-arg]
        return chain.from_iterable(index.rows(query, *values) for index in self._indexes)

    def _select(self, query: str, *values: object) -> list[PostRef]:
        return sorted((self._post(*row) for row in self._rows(query, *values)), key=lambda ref: ref.order)

    def _post(self, path: str, part: int, title: str, date: str | None, url: str, draft: int) -> PostRef:
        day = dt.date.fromisoformat(date) if date else None
        file = stored(path)
        return PostRef(path, part, title, day, url, bool(draft) or self._draft(file), file in self._reported)


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))


def _window(rows: Sequence[tuple[PostRef, Claim]], here: PostRef, days: int) -> Sequence[tuple[PostRef, Claim]]:
    """Return the rows, in time order, of the days around a post."""
    if here.date is None or len(rows) < 2:
        return rows[:MANY]
    first = bisect_left(rows, (False, here.date - dt.timedelta(days)), key=lambda row: row[0].order[:2])
    last = bisect_right(rows, (False, here.date + dt.timedelta(days)), key=lambda row: row[0].order[:2])
    return rows[first:last] if last - first <= 4 * MANY else ()
