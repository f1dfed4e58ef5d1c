"""Mail (.eml, and many in one .mbox) to posts: subject, day and the text as it was sent, decoded in place.

Of the parts of a mail the first plain one is read, or else the first of HTML; attachments and mails inside are not.
Quoted-printable and base64 are decoded with every character's place in the file kept, base64 by the line.
"""

import base64
import binascii
from collections.abc import Iterator
from contextlib import suppress
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from typing import NamedTuple

from lint import patterns as re
from lint.model.post import Block, Comment, Fault, Post
from lint.model.text import Prose, Source, Span, Weaver
from lint.read import dates, light, lines
from lint.read.browser import Reading
from lint.read.elements import block_of
from lint.read.way import Way

FROM = re.compile(r"^From [^\r\n]{1,300}\r?\n(?=[!-9;-~]{1,100}:)", re.MULTILINE)
FIELD = re.compile(r"(?P<name>[!-9;-~]{1,100}):[ \t]*(?P<value>[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*)(?:\r?\n|\Z)")
PARAMETER = re.compile(r";\s*(?P<name>[\w*-]{1,40})\s*=\s*(?:\"(?P<quoted>[^\"]{0,300})\"|(?P<bare>[^\s;\"]{1,300}))")
ENCODED = re.compile(r"(?:=[0-9A-Fa-f]{2})+|=[ \t]*\r?\n|[ \t]+(?=\r?$)", re.MULTILINE)
LINE = re.compile(r"[^\r\n]+")
DEEP, MANY = 6, 100


class _Part(NamedTuple):
    """A mail or a part of one: its fields by their names in lower case, and where its body stands."""

    fields: dict[str, tuple[str, Span]]
    start: int
    end: int

    def said(self, name: str) -> str:
        """Return the value of a field without its parameters, in lower case."""
        return self.fields.get(name, ("", Span(0, 0)))[0].partition(";")[0].strip().lower()

    def parameter(self, field: str, name: str) -> str:
        """Return a parameter of a field."""
        every = PARAMETER.finditer(self.fields.get(field, ("", Span(0, 0)))[0])
        return next((one["quoted"] or one["bare"] or "" for one in every if one["name"].lower() == name), "")


def read(source: Source) -> Iterator[Post]:
    """Yield the mails of a file in their order."""
    text = source.text
    starts = [(match.start(), match.end()) for match in FROM.finditer(text)]
    if not starts or text[: starts[0][0]].strip():
        starts = [(0, len(text) - len(text.lstrip())), *starts]
    ends = [*(begin for begin, _ in starts[1:]), len(text)]
    for (begin, start), end in zip(starts, ends, strict=True):
        yield _post(source, begin, _part(text, start, end))


def _post(source: Source, begin: int, mail: _Part) -> Post:
    subject, place = mail.fields.get("subject", ("", Span(begin, begin)))
    title = " ".join(_worded(subject).split())
    titles: tuple[Block, ...] = ()
    if title:
        weaver = Weaver()
        if source.text[place.start : place.end] == title:
            weaver.literal(title, place.start)
        else:
            weaver.stand_in(title, place.start, place.end)
        titles = (Block("title", weaver.prose(), place),)
    shown = [one for one in _parts(source.text, mail, 0) if "attachment" not in one.said("content-disposition")]
    plain = next((one for one in shown if one.said("content-type") in ("", "text/plain")), None)
    page = next((one for one in shown if one.said("content-type") == "text/html"), None)
    chosen = plain if plain is not None and source.text[plain.start : plain.end].strip() else page
    body, comments, faults = _body(source.text, chosen) if chosen is not None else ([], [], [])
    return Post(
        source,
        "plain" if chosen is plain else "feed",  # of the latter, as of feeds, no other page is at hand
        Span(begin, mail.end),
        title=title,
        title_at=titles[0].span if titles else None,
        date=dates.a_date(mail.fields.get("date", ("", place))[0]),
        url=mail.fields.get("archived-at", ("", place))[0].strip("<> "),
        draft="x-mozilla-draft-info" in mail.fields or mail.said("x-unsent") == "1",
        body=chosen.start if chosen is not None else mail.start,
        blocks=(*titles, *body),
        comments=tuple(comments),
        faults=tuple(faults),
    )


def _part(text: str, start: int, end: int) -> _Part:
    """Read the fields of a mail or part; the body begins after the first blank line."""
    fields: dict[str, tuple[str, Span]] = {}
    while start < end and (match := FIELD.match(text, start, end)):
        value = match["value"]
        name, begin = match["name"].lower(), match.start("value")
        fields.setdefault(name, (" ".join(value.split()), Span(begin, begin + len(value.rstrip()))))
        start = match.end()
    blank = re.compile(r"[ \t]*\r?\n").match(text, start, end)
    return _Part(fields, blank.end() if blank else start, end)


def _parts(text: str, part: _Part, depth: int) -> Iterator[_Part]:
    """Yield the parts that hold text, the mail itself if it has no others."""
    mark = part.parameter("content-type", "boundary")
    if not part.said("content-type").startswith("multipart/"):
        yield part
    elif mark and depth < DEEP:
        edge = re.compile(rf"^--{re.escape(mark)}(?P<last>--)?[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
        edges = list(edge.finditer(text, part.start, part.end))[:MANY]
        stops = [*(match.start() for match in edges[1:]), part.end]
        for match, stop in zip(edges, stops, strict=True):
            if match["last"]:
                return
            yield from _parts(text, _part(text, match.end(), stop), depth + 1)


def _worded(value: str) -> str:
    """Return a field's value with its encoded words decoded."""
    try:
        return str(make_header(decode_header(value))) if "=?" in value else value
    except (HeaderParseError, UnicodeError, LookupError, ValueError):
        return value


def _body(text: str, part: _Part) -> tuple[list[Block], list[Comment], list[Fault]]:
    way = Way(_decoded(text, part))
    if part.said("content-type") == "text/html":
        reading = Reading(way.text)
        reading.feed(0, len(way.text))
        reading.finish(len(way.text))
        return way.carry(([block_of(draft) for draft in reading.drafts], reading.comments, reading.faults))
    return way.carry((light.body(lines.split(way.text)), [], []))


def _decoded(text: str, part: _Part) -> Prose:
    """Return the text of a part, its transfer encoding undone."""
    charset = part.parameter("content-type", "charset") or "utf-8"
    encoding = part.said("content-transfer-encoding")
    weaver, at = Weaver(), part.start
    if encoding == "quoted-printable":
        for match in ENCODED.finditer(text, part.start, part.end):
            weaver.literal(text[at : match.start()], at)
            at = match.end()
            if match[0][:1] == "=" and not match[0][1:].isspace():
                weaver.stand_in(_characters(bytes.fromhex(match[0].replace("=", "")), charset), *match.span())
        weaver.literal(text[at : part.end], at)
    elif encoding == "base64":
        _unpacked(text, part, charset, weaver)
    else:
        weaver.literal(text[part.start : part.end], part.start)
    return weaver.prose()


def _unpacked(text: str, part: _Part, charset: str, weaver: Weaver) -> None:
    """Decode base64 by the line; a character that two lines share stands on the second."""
    kept, letters = b"", ""
    for match in LINE.finditer(text, part.start, part.end):
        letters += re.sub(r"[^A-Za-z0-9+/]", "", match[0])
        whole = len(letters) // 4 * 4
        try:
            kept += base64.b64decode(letters[:whole])
        except binascii.Error:
            return
        letters = letters[whole:]
        ends = range(len(kept), max(-1, len(kept) - 4), -1)
        cut = next((size for size in ends if _is_whole(kept[:size], charset)), 0)
        weaver.stand_in(_characters(kept[:cut], charset), *match.span())
        kept = kept[cut:]
    if letters or kept:
        with suppress(binascii.Error):
            kept += base64.b64decode(letters + "=" * (-len(letters) % 4))
        weaver.stand_in(_characters(kept, charset), max(part.start, part.end - 1), part.end)


def _is_whole(data: bytes, charset: str) -> bool:
    try:
        data.decode(charset)
    except (UnicodeError, LookupError):
        return False
    return True


def _characters(data: bytes, charset: str) -> str:
    try:
        return data.decode(charset, "replace").replace("\0", "�")
    except (LookupError, ValueError):
        return data.decode("utf-8", "replace").replace("\0", "�")
