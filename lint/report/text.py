"""Text for people: the line, the span underlined, the other article's passage as a second place, what to do."""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator

import click

from lint.model.finding import Finding, Related
from lint.model.text import Place
from lint.report import Outcome

COLORS = {"error": "red", "warning": "yellow", "suggestion": "cyan"}
LEAST = 40


def render(outcome: Outcome) -> Iterator[str]:
    """Yield the findings that are shown, then statistics where asked for, then the summary line."""
    if not outcome.quiet:
        yield from findings(outcome)
    if outcome.statistics:
        yield from _statistics(outcome)
    yield _summary(outcome)


def findings(outcome: Outcome) -> Iterator[str]:
    """Yield each finding that is shown."""
    for finding in outcome.visible():
        yield "\n".join(_finding(finding, outcome)) + "\n\n"


def _finding(finding: Finding, outcome: Outcome) -> Iterator[str]:
    paint = _painter(outcome.color)
    place = finding.place
    head = paint(f"{finding.severity}[{finding.rule}]", COLORS[finding.severity])
    yield f"{head} {paint(clean(finding.message), None)}"
    gutter = max(len(str(item.line)) for item in (place, *(related.place for related in finding.related)))
    yield from _snippet("-->", finding.path, finding.post, place, finding.line_text, "^", "", gutter, outcome)
    for related in finding.related:
        yield from _related(related, gutter, outcome)
    rule = outcome.rules.get(finding.rule)
    advice = [_fixes(finding), rule.advice if rule is not None else ""]
    for line in filter(None, advice):
        yield f"{' ' * gutter} {paint('=', 'blue')} {paint('help:', None)} {clean(line)}"
    width = max((len(gate.gate) for gate in finding.why), default=0)
    for gate in finding.why:
        said = f"{gate.gate:<{width}}  {gate.result:.2f}  {clean(gate.detail)}"
        yield f"{' ' * gutter} {paint('=', 'blue')} {paint('why:', None)} {said}"
    if finding.origin is not None:
        said = f"{finding.origin.engine} calls it {finding.origin.id}"
        yield f"{' ' * gutter} {paint('=', 'blue')} {paint('note:', None)} {clean(said)}"


def _related(related: Related, gutter: int, outcome: Outcome) -> Iterator[str]:
    yield from _snippet(
        ":::", related.path, related.post, related.place, related.line_text, "-", related.message, gutter, outcome
    )


def _snippet(
    arrow: str, path: str, post: str, place: Place, line: str, mark: str, label: str, gutter: int, outcome: Outcome
) -> Iterator[str]:
    """One place: where it is, its line cut to the width of the terminal, and what is meant underlined."""
    paint = _painter(outcome.color)
    blue = "blue"
    title = f" “{clean(post)}”" if post else ""
    yield f"{' ' * gutter}{paint(arrow, blue)} {clean(path)}:{place.line}:{place.column}{title}"
    if not line or line.isspace():
        if label:
            yield f"{' ' * gutter} {paint('=', blue)} note: {clean(label)}"
        return
    end = place.end_column - 1 if place.end_line == place.line else len(line)
    before, inside, after = cut(line, place.column - 1, end, max(LEAST, outcome.width - gutter - 4))
    color = COLORS["error"] if mark == "^" else blue
    under = " " * _width(before) + paint(mark * max(1, _width(inside)), color)
    bar = paint("|", blue)
    yield f"{' ' * gutter} {bar}"
    yield f"{paint(f'{place.line:>{gutter}}', blue)} {bar} {before}{inside}{after}"
    yield f"{' ' * gutter} {bar} {under}{' ' + paint(clean(label), color) if label else ''}"


def _fixes(finding: Finding) -> str:
    texts = [f"“{item.text}”" if item.text else "nothing" for item in finding.suggestions[:5]]
    return f"replace it with {' or '.join(texts)}" if texts else ""


def _statistics(outcome: Outcome) -> Iterator[str]:
    counts = Counter((finding.rule, finding.severity) for finding in outcome.findings)
    for (rule, severity), number in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield f"{number:>6}  {rule}  ({severity})\n"
    if counts:
        yield "\n"


def _summary(outcome: Outcome) -> str:
    paint = _painter(outcome.color)
    parts = [
        paint(f"{number} {name}{'' if number == 1 else 's'}", COLORS[name])
        for name in ("error", "warning", "suggestion")
        if (number := outcome.count(name)) or name != "suggestion"
    ]
    hidden = (
        "" if "suggestion" in outcome.shown or not outcome.count("suggestion") else " (--verbose shows suggestions)"
    )
    posts = f"{outcome.posts} post{'' if outcome.posts == 1 else 's'}"
    hidden += f", {outcome.held} held back by the baseline" if outcome.held else ""
    took = f" in {outcome.seconds:.1f} s" if outcome.seconds is not None else ""
    if not outcome.findings:
        return f"{paint('No findings', 'green')} in {posts}, {outcome.words:,} words{took}{hidden}.\n"
    return f"{', '.join(parts)} in {posts}, {outcome.words:,} words{took}{hidden}.\n"


def cut(line: str, start: int, end: int, room: int) -> tuple[str, str, str]:
    """Return a line in three parts, before, inside and after a span, shortened to about `room` columns."""
    far = 2 * room  # a line may be a whole file
    before, after = clean(line[max(0, start - far) : start]), clean(line[end : end + far])
    inside = clean(line[start : min(end, start + far)])
    if _width(before) + _width(inside) + _width(after) <= room:
        return before, inside, after
    if _width(inside) > room - 10:
        inside = inside[: room - 11] + "…"
    spare = room - _width(inside)
    if _width(before) > spare // 2:
        before = "…" + before[len(before) - max(0, max(spare // 2, spare - _width(after)) - 1) :]
    left = max(0, room - _width(before) - _width(inside))
    if _width(after) > left:
        after = after[: max(0, left - 1)] + "…"
    return before, inside, after


def clean(text: str) -> str:
    """Return text that cannot drive a terminal: no control, format or bidirectional characters, tabs as blanks."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_visible(char) for char in text)


def _visible(char: str) -> str:
    if char in "\t\n\r":
        return " "
    kind = unicodedata.category(char)
    return "\N{REPLACEMENT CHARACTER}" if kind in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp") else char


def _width(text: str) -> int:
    if text.isascii():
        return len(text)
    from wcwidth import wcswidth  # 15 ms that a report in plain letters need not wait for

    return max(0, wcswidth(text))


def _painter(color: bool) -> Callable[[str, str | None], str]:
    def paint(text: str, name: str | None) -> str:
        return click.style(text, fg=name, bold=True) if color else text

    return paint
