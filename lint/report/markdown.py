"""Markdown, for a comment on a pull request or a job's summary: the findings of each file as a list."""

from collections.abc import Iterator
from itertools import groupby

from lint import patterns as re
from lint.model.finding import Finding
from lint.report import Outcome
from lint.report.text import clean

MARKS = {"error": "🔴", "warning": "🟡", "suggestion": "🔵"}
SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+!|~@&-])")


def render(outcome: Outcome) -> Iterator[str]:
    """Yield a heading with the counts, then the findings that are shown, file by file."""
    found = outcome.visible()
    counts = [f"{outcome.count(name)} {name}{'s' * (outcome.count(name) != 1)}" for name in outcome.shown]
    yield f"## copydesk: {', '.join(counts) if found else 'no findings'}\n\n"
    for path, group in groupby(found, key=lambda finding: finding.path):
        yield f"### {text(path)}\n\n"
        for finding in group:
            yield _item(finding)
        yield "\n"
    held = f", {outcome.held} held back by the baseline" if outcome.held else ""
    yield f"<sub>{outcome.posts} post{'s' * (outcome.posts != 1)}, {outcome.words:,} words{held}</sub>\n"


def _item(finding: Finding) -> str:
    place = finding.place
    line = f"- {MARKS[finding.severity]} **{place.line}:{place.column}** {text(finding.message)} (`{finding.rule}`)\n"
    if finding.suggestions:
        line += f"  - replace it with {' or '.join(f'“{text(item.text)}”' for item in finding.suggestions[:5])}\n"
    for item in finding.related:
        title = f" “{text(item.post)}”" if item.post else ""
        line += f"  - {text(item.message)}: {text(item.place.excerpt)} — {text(item.path)}:{item.place.line}{title}\n"
    return line


def text(value: str) -> str:
    """Return text that Markdown shows as it is: no link, no mention, no markup."""
    return SPECIAL.sub(r"\\\1", clean(value)).replace("\\@", "@\N{ZERO WIDTH NON-JOINER}")
