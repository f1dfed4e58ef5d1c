"""A transcript page: who speaks on top, then one sentence a line without blank lines."""

from collections.abc import Iterator

from lint import patterns as re
from lint.model.post import Post
from lint.model.text import Source, Span
from lint.read import dates, lines, plain
from lint.read.lines import Line

FEWEST = 6
# A time in the recording, alone on its line.
CLOCK = re.compile(
    r"[\[(]?\d{1,2}(?::\d{2}){1,2}(?:[.,]\d{1,3})?[\])]?(?:\s*[-–—>]{1,3}\s*\d{1,2}(?::\d{2}){1,2}(?:[.,]\d{1,3})?)?"
)
ENDS = (".", "?", "!", "…", "。", "？", "！")
CLOSERS = "\"'”’»)]"


def matches(source: Source) -> bool:
    """Tell whether nearly every line is one finished sentence and hardly any line is blank."""
    every = lines.split(source.text)
    while every and not every[-1].text:
        every.pop()
    body = _body(every)
    blank = sum(not line.text for line in body)
    spoken = [line for line in body if line.text and not CLOCK.fullmatch(line.text)]
    if len(spoken) < FEWEST or blank > len(spoken) // 10:
        return False
    whole = sum(_ends(line.text) for line in spoken)
    started = sum(not line.text[0].islower() for line in spoken)
    lists = sum(bool(lines.BULLET.match(line.text) or lines.NUMBER.match(line.text)) for line in spoken)
    return whole * 4 >= len(spoken) * 3 and started * 5 >= len(spoken) * 4 and lists * 3 < len(spoken)


def read(source: Source) -> Iterator[Post]:
    """Yield the one post: the first line is its title, other lines on top are headings, every sentence a paragraph."""
    every = [line for line in lines.split(source.text) if line.text and not CLOCK.fullmatch(line.text)]
    top = len(every) - len(_body(every))
    title = every[0] if top and not dates.alone(every[0].text) else None
    date = next((found for line in every[:top] if (found := dates.dateline(line.text))), None)
    heads = [line for line in every[1 if title else 0 : top] if not dates.dateline(line.text)]
    yield Post(
        source,
        "transcript",
        Span(0, len(source.text)),
        title=title.text if title else "",
        title_at=title.span if title else None,
        date=date or dates.in_path(source.path),
        body=every[top].begin if top < len(every) else len(source.text),
        blocks=(
            *([plain.title_block(title)] if title else []),
            *(lines.block([line], "heading", level=2) for line in heads),
            *(lines.block([line]) for line in every[top:]),
        ),
    )


def _body(every: list[Line]) -> list[Line]:
    """Return the lines from the first finished sentence on; at most five lines stand above it."""
    for index, line in enumerate(every[:8]):
        if line.text and _ends(line.text) and len(line.text.split()) > 1:
            return every[index:]
    return every


def _ends(text: str) -> bool:
    return text.rstrip(CLOSERS).endswith(ENDS)
