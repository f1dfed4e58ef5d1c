"""The door of checking: rules bound to their kinds, and a kind's hits signed as findings."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec
from pathspec import GitIgnoreSpec

from lint import patterns as re
from lint import shelf
from lint.check._local import local, matches
from lint.check._patterns import SlowPatternError
from lint.decode import line_in
from lint.model.errors import RuleError
from lint.model.facts import Facts
from lint.model.finding import Finding, Hit
from lint.model.job import Override
from lint.model.post import Post
from lint.model.rule import Corpus, Rule
from lint.model.text import Source

WORD = re.compile(r"\{(\w+)\}")


class Bound(NamedTuple):
    """A rule with its options filled in, and what its kind does: look at a post, judge its facts, or both.

    A kind that judges may `prepare` for all posts at once what would be dear to do for each. One that is `light` reads
    no facts but those that lint.extract takes lightly, of the post and of the corpus.
    """

    rule: Rule
    options: Any
    check: Callable[[Post, Facts, Any], Iterator[Hit]] | None
    judge: Callable[[Facts, Any, Corpus], Iterator[Hit]] | None
    prepare: Callable[[Sequence[Facts], Any], None] | None = None
    light: bool = False


def bind(rules: Iterable[Rule], words: Mapping[str, Any] | None = None) -> list[Bound]:
    """Bind rules to their kinds. `words` are options of the whole publication, given to every kind that has them."""
    bound = []
    for rule in rules:
        kind = shelf.take("lint.check", rule.kind)
        shared = {key: value for key, value in (words or {}).items() if key in kind.Options.__struct_fields__}
        options = msgspec.convert({**shared, **rule.options}, kind.Options, strict=False)
        look, judge, ready = (getattr(kind, name, None) for name in ("check", "judge", "prepare"))
        bound.append(Bound(rule, options, look, judge, ready, getattr(kind, "LIGHT", False)))
    return bound


class Local:
    """Rules, bound as they apply at each path; paths that the same overrides match share what was bound."""

    def __init__(self, rules: Sequence[Rule], overrides: Sequence[Override], words: Mapping[str, Any]) -> None:
        self._rules, self._words = rules, words
        self._overrides = [(GitIgnoreSpec.from_lines(item.paths), item) for item in overrides]
        self._bound: dict[tuple[int, ...], list[Bound]] = {}

    def at(self, path: str) -> list[Bound]:
        """Return the rules of a post at this path."""
        here = tuple(number for number, (globs, _) in enumerate(self._overrides) if matches(globs, path))
        if here not in self._bound:
            rules = local(self._rules, [self._overrides[number][1] for number in here])
            self._bound[here] = bind(rules, self._words)
        return self._bound[here]


def check(post: Post, facts: Facts, rules: Iterable[Bound]) -> list[Finding]:
    """Return what the rules find in one post by itself."""
    found: list[Finding] = []
    for bound in rules:
        if bound.check is not None:
            try:
                found += [sign(bound.rule, hit, facts, post.source) for hit in bound.check(post, facts, bound.options)]
            except SlowPatternError as error:
                raise _slow(bound.rule, error, facts) from error
    return found


def _slow(rule: Rule, error: SlowPatternError, facts: Facts) -> RuleError:
    """A pattern that takes forever ends the run: no report could say what it did not look at."""
    pattern = error.pattern if len(error.pattern) <= 80 else error.pattern[:79] + "…"
    problem = (
        f"a pattern of {rule.id} took more than {error.seconds:g} s on {facts.path}: `{pattern}`; "
        "repeats inside repeats, such as `(a+)+`, are the usual cause"
    )
    return RuleError(problem, rule.home, line_in(rule.home, ("options",)))


def prepare(posts: Sequence[Facts], rules: Iterable[Bound]) -> None:
    """Let the kinds that judge look at all posts to be judged before the first of them."""
    for bound in rules:
        if bound.prepare is not None:
            bound.prepare(posts, bound.options)


def judge(facts: Facts, rules: Iterable[Bound], corpus: Corpus) -> list[Finding]:
    """Return what the rules find in one post when it is held against the archive. These hits bring their places."""
    return [
        sign(bound.rule, hit, facts, None)
        for bound in rules
        if bound.judge is not None
        for hit in bound.judge(facts, bound.options, corpus)
    ]


def sign(rule: Rule, hit: Hit, facts: Facts, source: Source | None) -> Finding:
    """Make a finding of a hit: the rule's id, severity and message, at the place of the span."""
    place = hit.place or (source.place(hit.span) if source is not None else None)
    if place is None:
        raise AssertionError(f"the kind {rule.kind} judged without giving a place")
    words = {"excerpt": place.excerpt, **hit.words}
    return Finding(
        rule=rule.id,
        severity=hit.severity or rule.severity,
        message=WORD.sub(lambda match: words.get(match[1], match[0]), rule.message),
        path=facts.path,
        place=place,
        span=hit.span,
        post=facts.title,
        part=facts.part,
        suggestions=hit.suggestions,
        related=hit.related,
        confidence=hit.confidence,
        why=hit.why,
    )
