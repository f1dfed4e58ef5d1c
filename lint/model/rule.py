"""A rule, its examples, and the two seams: what a kind is, and what a kind may ask of the archive."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from html import unescape
from typing import Any, Protocol

import msgspec

from lint.model.facts import Anchor, Claim, Facts, Name, Passage, Quote, Recap, Settled, Tie
from lint.model.finding import Hit, Severity
from lint.model.post import Post
from lint.model.text import Place


class Example(msgspec.Struct, frozen=True):
    """Posts that a rule must be silent on or must mark.

    posts   file name to text, with the marks taken out
    marked  (file name, start, end) of every place that must be reported, no more and no fewer
    """

    posts: tuple[tuple[str, str], ...]
    marked: tuple[tuple[str, int, int], ...]
    line: int
    options: dict[str, Any] = {}
    fixed: str = ""


class Rule(msgspec.Struct, frozen=True):
    """One rule file. `options` are plain data that fit the kind's Options; `home` is the file it was read from."""

    id: str
    kind: str
    severity: Severity
    message: str
    description: str
    rationale: str
    options: dict[str, Any]
    home: str
    enabled: bool = True
    advice: str = ""
    bad: tuple[Example, ...] = ()
    good: tuple[Example, ...] = ()

    @property
    def family(self) -> str:
        """The first word of the id: selecting it selects the rule."""
        return self.id.partition("-")[0]


class PostRef(msgspec.Struct, frozen=True, dict=True):
    """A post as other posts refer to it. `reported` tells whether this run reports on it."""

    path: str
    part: int
    title: str
    date: dt.date | None
    url: str
    draft: bool
    reported: bool

    @cached_property
    def key(self) -> tuple[str, int]:
        """What tells this post from every other of the publication."""
        return self.path, self.part

    @property
    def shown(self) -> str:
        """What a message calls this post: its title, or the name of its file."""
        return unescape(self.title) or self.path.rpartition("/")[2]

    @cached_property
    def order(self) -> tuple[bool, dt.date, str, int]:
        """Sorts posts from the earliest to the latest; a post without a date is later than every dated one."""
        return (self.date is None, self.date or dt.date.max, self.path, self.part)


class Corpus(Protocol):
    """The archive as a kind sees it: every post that is compared, the one being judged included."""

    def ref(self, key: tuple[str, int]) -> PostRef:
        """Return the post with this key."""

    def claims(self, key: str) -> Sequence[tuple[PostRef, Claim]]:
        """Return every claim with this comparison key, earliest post first."""

    def figures(self, key: str) -> Sequence[tuple[PostRef, Claim]]:
        """Return every figure with this key (a word of a name, and the unit), earliest post first."""

    def near(self, keys: tuple[str, ...], here: PostRef, days: int) -> Sequence[tuple[PostRef, Claim]]:
        """Return the figures of other posts, so many days off at most, that have one of these keys; in no order."""

    def echoes(self, keys: Sequence[int], here: PostRef, most: int) -> Sequence[tuple[PostRef, Sequence[Claim]]]:
        """Return the sentences of other dated posts that have one of these numbers, each as its figures, in time order.

        They are the nearest in time, so many before and as many behind.
        """

    def settled(self, key: str) -> Sequence[Settled]:
        """Return the facts with this comparison key that an editor has settled."""

    def posts_with(self, word: str) -> int:
        """Count the posts that hold this unknown word, letter case ignored."""

    def known_words(self, prefix: str) -> Sequence[tuple[str, int]]:
        """Return the archive's unknown words that begin so, each with the count of its posts."""

    def by_url(self, url: str) -> PostRef | None:
        """Return the post at this normalised address."""

    def by_title(self, title: str) -> Sequence[PostRef]:
        """Return the posts with this folded title, earliest first."""

    def by_slug(self, name: str) -> Sequence[PostRef]:
        """Return the posts whose address or file ends in this name, earliest first."""

    def by_path(self, path: str) -> PostRef | None:
        """Return the first post of a file, by its path from the root."""

    def size(self) -> int:
        """Count the posts."""

    def recaps(self, signature: str) -> Sequence[tuple[PostRef, Recap]]:
        """Return the blocks with the same set of entries, earliest post first."""

    def passages(self, digest: str) -> Sequence[tuple[PostRef, Passage]]:
        """Return the passages with this digest, earliest post first."""

    def names(self, start: str) -> Mapping[str, int]:
        """Return the names that begin so, letter case ignored, each with the count of its posts."""

    def surnames(self, word: str) -> Mapping[str, int]:
        """Return the names of several words that end in this one, each with the count of its posts; case ignored."""

    def spelt(self, letters: str) -> Mapping[str, int]:
        """Return the names of just these letters and digits, each with the count of its posts; case ignored."""

    def common_names(self, start: str, posts: int) -> Mapping[str, int]:
        """Return the names of one word that begin so, letter case ignored, and stand in so many posts."""

    def named(self, name: str) -> Sequence[tuple[PostRef, Name]]:
        """Return where this name stands, once for each post, earliest post first."""

    def ties(self, key: str) -> Sequence[tuple[PostRef, Tie]]:
        """Return what is told of people under this key, earliest post first."""

    def quotes(self, keys: Sequence[int], here: PostRef, most: int) -> Sequence[tuple[PostRef, Quote]]:
        """Return the quotations of other posts that have one of these keys, but none of those that so many have."""

    def paragraphs(self, key: tuple[str, int]) -> Sequence[tuple[str, Place]]:
        """Return the paragraphs of a post as they now stand: dear, for it reads the file."""

    def pages(self) -> Sequence[tuple[PostRef, Sequence[str]]]:
        """Return every post with the addresses that its front matter gives it, in no order."""

    def anchors(self, key: tuple[str, int]) -> Sequence[Anchor]:
        """Return what in a post links may lead to."""

    def has_file(self, path: str) -> bool:
        """Tell whether the publication has this file, by its path from the root."""


class PostKind(Protocol):
    """A module of lint/check that looks at one post. Its hits are cached by content."""

    Options: type[Any]

    def check(self, post: Post, facts: Facts, options: Any, /) -> Iterator[Hit]:
        """Yield what is wrong in this post."""


class ArchiveKind(Protocol):
    """A module of lint/check that judges one post's facts against all the others.

    It may also have `prepare(posts, options)`, called once with all posts that are to be judged: for what is cheap to
    ask for many at once and dear for each.
    """

    Options: type[Any]

    def judge(self, facts: Facts, options: Any, corpus: Corpus, /) -> Iterator[Hit]:
        """Yield what is wrong in this post, given what the others say."""
