"""Plain text, letters and lightly marked-up text (reStructuredText, AsciiDoc, Org, Textile) to one post."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from lint import patterns as re
from lint.model.post import Block, Comment, Fault, Post
from lint.model.text import Source, Span, Weaver
from lint.read import dates, front, hyperlinks, light, lines
from lint.read.lines import Line

HEAD = re.compile(
    r"(?P<key>subject|date|from|to|cc|bcc|sender|reply-to|title|author|category|tags|slug|summary|description|status|url"
    r"|link|message-id|content-type|mime-version|received|return-path|list-[a-z]{2,20}|x-[a-z-]{1,40}):(?:[ \t]+|$)",
    re.IGNORECASE,
)
# A sentence that ends with the mark of a note.
NOTED = re.compile(r"[^\W\d_][.!?…][\"'”’»)]{0,2}(?:\[\d{1,3}\]|[⁰¹²³⁴-⁹]{1,3}|\d{1,2}|[*†‡§]{1,2})$")
FIELD = re.compile(r"(?::(?P<rst>[A-Za-z][\w -]{0,30}):|#\+(?P<org>[A-Za-z_]{1,30}):)(?:[ \t]+|$)")
NO_TITLE = (",", ";", ":")


@dataclass
class _Top:
    """What the first lines say: the title and the date, and how many lines that took."""

    title: Line | None = None
    date: dt.date | None = None
    url: str = ""
    meta: dict[str, object] = field(default_factory=dict)
    used: int = 0


def matches(source: Source) -> bool:
    """Tell whether the text is plain: it always is."""
    return True


def read(source: Source) -> Iterator[Post]:
    """Yield the one post of a plain text file."""
    matter = front.read(source.text)
    every = lines.split(source.text, matter.end)
    suffix = PurePosixPath(source.path).suffix.lower()
    markup = light.MARKUP.get(suffix, "")
    code: list[Block] = []
    comments: list[Comment] = []
    faults: list[Fault] = []
    if markup:
        every, code, comments, faults = light.without_code(source.text, every, markup)
    top = _Top(used=0) if matter.title else _top(every)
    blocks = light.body(every[top.used :])
    if suffix in hyperlinks.SUFFIXES:
        blocks = [hyperlinks.woven(block, hyperlinks.SUFFIXES[suffix]) for block in blocks]
    if code:
        blocks = sorted([*blocks, *code], key=lambda block: block.span.start)
    title = [] if top.title is None else [title_block(top.title)]
    rest = every[top.used : top.used + 1]
    yield Post(
        source,
        "plain",
        Span(0, len(source.text)),
        title=matter.title or (top.title.text if top.title else ""),
        title_at=matter.title_at or (top.title.span if top.title else None),
        date=matter.date or top.date or dates.in_path(source.path),
        url=matter.url or top.url,
        draft=matter.draft,
        meta={**matter.data, **top.meta},
        body=rest[0].begin if rest else len(source.text),
        blocks=(*matter.blocks, *title, *blocks),
        comments=tuple(comments),
        faults=(*matter.faults, *faults),
    )


def title_block(line: Line) -> Block:
    """Return the block of a title that stands on one line."""
    weaver = Weaver()
    weaver.literal(line.text, line.start)
    return Block("title", weaver.prose(), line.span)


def short(run: list[Line]) -> bool:
    """Tell whether these lines may be a title: one short line that no sentence ends or goes on from."""
    text = run[0].text
    if len(run) != 1 or len(text) > light.LONG_TITLE or text.endswith(NO_TITLE) or not any(map(str.isalnum, text)):
        return False
    if lines.BULLET.match(text) or text.startswith(">") or lines.ADDRESS.fullmatch(text):
        return False
    if len(text.split()) > 6 and NOTED.search(text):
        return False
    return not text.endswith(".") or text.endswith("..") or len(text.split()) <= 6


def _top(every: list[Line]) -> _Top:
    """Read the head of a letter, the title and the date of the first lines."""
    at = _blank(every, 0)
    top = _letter(every, at)
    if top is None:
        top = _Top(used=at)
        for part in (_title, _fields, _date_line):
            part(every, top)
    return top


def _letter(every: list[Line], at: int) -> _Top | None:
    """Read lines such as `Subject: …` up to the first blank one; two of them, or one that stands alone, make a head."""
    if at >= len(every) or not HEAD.match(every[at].text):
        return None
    top, last, stop = _Top(), "", at
    while stop < len(every) and every[stop].text:
        line = every[stop]
        match = HEAD.match(line.text)
        if match:
            last = match["key"].lower()
            value = lines.cut(line, match.end())
            top.meta.setdefault(last, value.text)
            if last in ("subject", "title") and value.text and (top.title is None or last == "title"):
                top.title = value
            elif last == "date":
                top.date = dates.a_date(value.text)
            elif last in ("url", "link"):
                top.url = value.text
        elif line.start == line.begin and not last.startswith("x-"):
            return None
        stop += 1
    top.used = _blank(every, stop)
    return top


def _title(every: list[Line], top: _Top) -> None:
    """Take the first paragraph for the title if it is one line and short enough, underlined, marked or neither."""
    at = top.used
    if at < len(every) and light.UNDERLINE.fullmatch(every[at].text):
        at += 1
    run = next(lines.paragraphs(every[at:]), [])
    if not run or (at < len(every) and not every[at].text):
        return
    section = light.SECTION.match(run[0].text)
    if len(run) > 1 and (light.UNDERLINE.fullmatch(run[1].text) or section or dates.dateline(run[1].text)):
        used = at + 1 + bool(light.UNDERLINE.fullmatch(run[1].text))
        run = run[:1]
    else:
        used = at + len(run)
    if FIELD.match(run[0].text) or dates.alone(run[0].text) or not short(run):
        return
    if not any(line.text for line in every[used:]):
        return
    top.title, top.used = lines.cut(run[0], section.end()) if section else run[0], _blank(every, used)


def _fields(every: list[Line], top: _Top) -> None:
    """Read fields such as `:date: …` or `#+DATE: …`, before or after the title."""
    at = top.used
    while at < len(every) and (match := FIELD.match(every[at].text)):
        name, value = (match["rst"] or match["org"]).lower(), lines.cut(every[at], match.end())
        top.meta.setdefault(name, value.text)
        if name == "title" and value.text:
            top.title = value
        elif name in front.DATES or name == "revdate":
            top.date = top.date or dates.a_date(value.text.strip("<>[]"))
        at += 1
    if at > top.used:
        top.used = _blank(every, at)
        if top.title is None:
            _title(every, top)


def _date_line(every: list[Line], top: _Top) -> None:
    """Take a date that stands alone under the title, or at the very top; the title may follow it, or be repeated."""
    at = top.used
    if top.date is not None or at >= len(every) or not (found := dates.dateline(every[at].text)):
        return
    if at + 1 < len(every) and every[at + 1].text and top.title is None:
        return
    top.date, top.used = found, _blank(every, at + 1)
    if top.title is None:
        _title(every, top)
    elif top.used < len(every) and every[top.used].text == top.title.text:
        top.used = _blank(every, top.used + 1)


def _blank(every: list[Line], at: int) -> int:
    """Return the index of the next line that has text."""
    while at < len(every) and not every[at].text:
        at += 1
    return at
