"""What a file says about itself at its top: YAML, TOML or JSON front matter, with the place of every value used."""

import datetime as dt
import json
import re
import tomllib
from typing import Any

import msgspec
import yaml

from lint.model.post import Block, Fault
from lint.model.text import Span, Weaver
from lint.read.dates import a_date

YAML = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
TOML = re.compile(r"\ufeff?\+\+\+[ \t]*\r?\n(.*?)^\+\+\+[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
TITLES = ("title",)
STANDFIRSTS = ("description", "subtitle", "summary", "excerpt", "standfirst", "dek", "tagline")
DATES = ("date", "pubdate", "published", "publishdate", "published_at", "date_published", "created")
URLS = ("permalink", "url", "canonical_url", "slug")
NO = {"false", "no", "off", "0"}


class Matter(msgspec.Struct, frozen=True):
    """Front matter: its data, where it ends, and the blocks of prose in it (title and standfirst)."""

    data: dict[str, Any] = {}
    end: int = 0
    title: str = ""
    title_at: Span | None = None
    date: dt.date | None = None
    url: str = ""
    draft: bool = False
    blocks: tuple[Block, ...] = ()
    faults: tuple[Fault, ...] = ()


def read(text: str) -> Matter:
    """Return the front matter of a file; a broken one is a fault, and the body is still found."""
    if match := YAML.match(text):
        return _yaml(match)
    if match := TOML.match(text):
        try:
            return _plain(tomllib.loads(match[1].replace("\r\n", "\n")), match.end())
        except tomllib.TOMLDecodeError as error:
            return _broken(match, str(error).partition(" (")[0])
    if text.lstrip("\ufeff").startswith("{"):
        try:
            data, end = json.JSONDecoder().raw_decode(text.lstrip("\ufeff"))
        except (ValueError, RecursionError):
            return Matter()
        if isinstance(data, dict) and "title" in data:
            return _plain(data, end + len(text) - len(text.lstrip("\ufeff")))
    return Matter()


def _yaml(match: re.Match[str]) -> Matter:
    try:
        node = yaml.compose(match[1].expandtabs(1), Loader=yaml.CBaseLoader)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        line = getattr(getattr(error, "problem_mark", None), "line", 0)
        return _broken(match, str(getattr(error, "problem", None) or "not readable as YAML"), line)
    if node is None:
        return Matter(end=match.end())
    if not isinstance(node, yaml.MappingNode):
        return Matter() if isinstance(node, yaml.ScalarNode) else _broken(match, "expected `key: value` lines")
    data = _data(node)
    matter = _plain(data, match.end())
    blocks, title_at = [], None
    for key, value in node.value:
        name = str(key.value).lower()
        if isinstance(value, yaml.ScalarNode) and value.value and name in TITLES + STANDFIRSTS:
            block = _scalar(match, value, "title" if name in TITLES else "caption")
            blocks.append(block)
            if name in TITLES and title_at is None:
                title_at = block.span
    return msgspec.structs.replace(matter, blocks=tuple(blocks), title_at=title_at)


def _scalar(match: re.Match[str], node: yaml.ScalarNode, role: Any) -> Block:
    """The prose of a scalar: literal where it is written plainly, one stand-in where it is escaped or folded."""
    start, end = match.start(1) + node.start_mark.index, match.start(1) + node.end_mark.index
    raw = match.string[start:end]
    weaver = Weaver()
    quote = 1 if node.style in ("'", '"') else 0
    inner = raw[quote : len(raw) - quote] if quote else raw.rstrip()
    if inner == node.value:
        weaver.literal(inner, start + quote)
    else:
        weaver.stand_in(node.value.rstrip("\n"), start, start + len(raw.rstrip()))
    return Block(role, weaver.prose(), Span(start + quote, start + len(raw.rstrip()) - quote))


def _data(node: yaml.Node) -> Any:
    """A node as plain data; every scalar stays text, so that `no` and `1.10` are what was written."""
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): _data(value) for key, value in node.value if isinstance(key, yaml.ScalarNode)}
    if isinstance(node, yaml.SequenceNode):
        return [_data(item) for item in node.value]
    return str(node.value)


def _plain(data: dict[str, Any], end: int) -> Matter:
    low = {str(key).lower(): value for key, value in data.items()}
    url = next((str(low[key]) for key in URLS if isinstance(low.get(key), str)), "")
    return Matter(
        data=data,
        end=end,
        title=str(low.get("title") or "").strip(),
        date=next((found for key in DATES if (found := a_date(low.get(key)))), None),
        url=url if ":" not in url.partition("//")[2] and "{" not in url else "",
        draft=str(low.get("draft", "")).lower() == "true" or str(low.get("published", "")).lower() in NO,
    )


def _broken(match: re.Match[str], problem: str, line: int = 0) -> Matter:
    """Front matter that cannot be read. Title and date are taken from lines that are plain enough."""
    start = match.start(1)
    for _ in range(line):
        start = match.string.find("\n", start) + 1 or start
    end = match.string.find("\n", start)
    fault = Fault("input-malformed-front-matter", Span(start, max(start, end)), {"problem": problem})
    lines = dict(re.findall(r"^(title|date)\s*[:=]\s*(.+?)\s*$", match[1], re.MULTILINE))
    return Matter(
        end=match.end(), title=lines.get("title", "").strip("\"'"), date=a_date(lines.get("date")), faults=(fault,)
    )
