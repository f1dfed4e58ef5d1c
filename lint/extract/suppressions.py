"""The places where a text switches rules off: comments, and the front-matter key `copydesk: {disable: [...]}`."""

import re

from lint.model.facts import Suppression
from lint.model.post import Comment, Post
from lint.model.text import Source, Span

DIRECTIVE = re.compile(r"copydesk-(disable-next-line|disable|enable)(?![\w-])[ \t]*([^\n]*)")
NAME = re.compile(r"[a-z][a-z0-9-]*")


def read(post: Post) -> tuple[Suppression, ...]:
    """Return the suppressions of a post, in the order of the file."""
    found = _front(post)
    open_: list[tuple[str, Comment]] = []  # one for each rule switched off; "" is every rule
    for comment in sorted(post.comments, key=lambda item: item.span.start):
        match = DIRECTIVE.match(comment.text.strip())
        if match is None:
            continue
        rules = NAME.findall(match[2].partition(" -- ")[0])
        if match[1] == "disable":
            open_ += [(rule, comment) for rule in rules or [""]]
        elif match[1] == "enable":
            ended = [item for item in open_ if not rules or item[0] in rules]
            found += [_between(post.source, item, item[1].span.end, comment.span.start) for item in ended]
            open_ = [item for item in open_ if item not in ended]
        else:
            start, end = _next_line(post.source.text, comment.span.end)
            found += [_between(post.source, (rule, comment), start, end) for rule in rules or [""]]
    found += [_between(post.source, item, item[1].span.end, post.span.end) for item in open_]
    return tuple(sorted(found, key=lambda item: (item.start, item.rules)))


def _between(source: Source, item: tuple[str, Comment], start: int, end: int) -> Suppression:
    rule, comment = item
    return Suppression((rule,) if rule else (), start, end, comment.span, source.place(comment.span))


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
    return [Suppression((str(name),), top.start, post.span.end + 1, top, post.source.place(top)) for name in names]
