"""One HTML page that needs nothing else: the findings of each file, their lines, the other places beside them."""

from collections.abc import Iterator
from html import escape
from itertools import groupby

from lint.model.finding import Finding, Related
from lint.report import Outcome
from lint.report.text import clean, cut

ROOM = 160
STYLE = """\
:root{color-scheme:light dark;--line:#8884;--error:#c62828;--warning:#a86200;--suggestion:#1769aa}
@media (prefers-color-scheme:dark){:root{--error:#ff8a80;--warning:#ffc107;--suggestion:#80c8ff}}
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
h2{font-size:1rem;margin:2rem 0 .5rem;border-bottom:1px solid var(--line);word-break:break-all}
article{margin:.75rem 0;padding:.25rem 0 .25rem .75rem;border-left:4px solid var(--line)}
article.error{border-color:var(--error)}article.warning{border-color:var(--warning)}
article.suggestion{border-color:var(--suggestion)}
p{margin:.15rem 0}.place,.help{opacity:.75;font-size:.875rem}blockquote{margin:.25rem 0;font-family:Georgia,serif}
.related{margin-left:1.25rem}mark{padding:0 .1em}code{font-size:.875em}
"""


def render(outcome: Outcome) -> Iterator[str]:
    """Yield the page of the findings that are shown."""
    found = outcome.visible()
    counts = ", ".join(f"{outcome.count(name)} {name}{'s' * (outcome.count(name) != 1)}" for name in outcome.shown)
    yield (
        '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>copydesk: {counts}</title>\n<style>\n{STYLE}</style>\n<h1>copydesk</h1>\n"
        f"<p>{counts} in {outcome.posts} post{'s' * (outcome.posts != 1)}, {outcome.words:,} words.</p>\n"
    )
    for path, group in groupby(found, key=lambda finding: finding.path):
        yield f"<h2>{_text(path)}</h2>\n"
        for finding in group:
            yield from _article(finding, outcome)
    yield "</html>\n"


def _article(finding: Finding, outcome: Outcome) -> Iterator[str]:
    yield f'<article class="{finding.severity}">\n<p><strong>{_text(finding.message)}</strong></p>\n'
    yield f'<p class="place">{finding.severity} <code>{_text(finding.rule)}</code>{_where(finding)}</p>\n'
    yield _quotation(finding)
    for item in finding.related:
        yield f'<div class="related">\n<p class="place">{_text(item.message)}: {_text(item.path)}{_where(item)}</p>\n'
        yield _quotation(item) + "</div>\n"
    if finding.suggestions:
        texts = " or ".join(f"“{_text(item.text)}”" for item in finding.suggestions[:5])
        yield f'<p class="help">Replace it with {texts}.</p>\n'
    rule = outcome.rules.get(finding.rule)
    if rule is not None and rule.advice:
        yield f'<p class="help">{_text(rule.advice[:1].upper() + rule.advice[1:])}.</p>\n'
    yield "</article>\n"


def _where(item: Finding | Related) -> str:
    title = f" “{_text(item.post)}”" if item.post else ""
    return f" {item.place.line}:{item.place.column}{title}"


def _quotation(item: Finding | Related) -> str:
    place, line = item.place, item.line_text
    if not line.strip():
        return ""
    end = place.end_column - 1 if place.end_line == place.line else len(line)
    before, inside, after = cut(line, place.column - 1, end, ROOM)
    return f"<blockquote>{escape(before)}<mark>{escape(inside)}</mark>{escape(after)}</blockquote>\n"


def _text(value: str) -> str:
    return escape(clean(value))
