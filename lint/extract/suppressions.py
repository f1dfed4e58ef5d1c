"""The places where a text switches rules off: comments, and the front-matter key `copydesk: {disable: [...]}`."""

from typing import NamedTuple

from lint import patterns as re
from lint.model.facts import Suppression
from lint.model.post import Comment, Post
from lint.model.text import Source, Span

DIRECTIVE = re.compile(r"copydesk-(disable-next-line|disable|enable)(?![\w-])[ \t]*([^\n]*)")
NAME = re.compile(r"[a-z][a-z0-9-]*")


class _Open(NamedTuple):
    """A rule ("" is every rule) that is off from `start` on, without those that were switched on again since."""

    rule: str
    comment: Comment
    start: int
    but: tuple[str, ...] = ()


def read(post: Post) -> tuple[Suppression, ...]:
    """Return the suppressions of a post, in the order of the file."""
    found = _front(post)
    off: list[_Open] = []
    for comment in sorted(post.comments, key=lambda item: item.span.start):
        match = DIRECTIVE.match(comment.text.strip())
        if match is None:
            continue
        rules = NAME.findall(match[2].partition(" -- ")[0])
        if match[1] == "disable":
            off += [_Open(rule, comment, comment.span.end) for rule in rules or [""]]
        elif match[1] == "enable":
            changed = [(item, _without(item, rules, comment.span.end)) for item in off]
            found += [_between(post.source, item, comment.span.start) for item, after in changed if after != item]
            off = [after for _, after in changed if after is not None]
        else:
            start, end = _next_line(post.source.text, comment.span.end)
            found += [_between(post.source, _Open(rule, comment, start), end) for rule in rules or [""]]
    found += [_between(post.source, item, post.span.end) for item in off]
    return tuple(sorted(found, key=lambda item: (item.start, item.rules)))


def _without(item: _Open, rules: list[str], at: int) -> _Open | None:
    """What stays off of an open suppression once these rules are on again; none are all."""
    if not rules or item.rule in rules or item.rule.partition("-")[0] in rules:
        return None
    inside = tuple(rule for rule in rules if not item.rule or rule.partition("-")[0] == item.rule)
    return item._replace(start=at, but=(*item.but, *inside)) if inside else item


def _between(source: Source, item: _Open, end: int) -> Suppression:
    span = item.comment.span
    return Suppression((item.rule,) if item.rule else (), item.start, end, span, source.place(span), item.but)


def _next_line(text: str, at: int) -> tuple[int, int]:
    """The next line that is not blank, after the one that `at` stands on."""
    start = text.find("\n", at) + 1 or len(text)
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if text[start:end].strip():
            return start, end
        start = end + 1
    return len(text), len(text)


def _front(post: Post) -> list[Suppression]:
    setting = post.meta.get("copydesk")
    disabled = setting.get("disable") if isinstance(setting, dict) else None
    if disabled is None:
        return []
    top = Span(post.span.start, post.span.start)
    names = disabled if isinstance(disabled, list) else [disabled]
    place = post.source.place(top)
    return [Suppression((str(name),), top.start, post.span.end + 1, top, place) for name in names if name]
