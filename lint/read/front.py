"""What a file says about itself at its top: YAML, TOML or JSON front matter, with the place of every value used."""

import datetime as dt
import json
import tomllib
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
import yaml

from lint import patterns as re
from lint.model.post import Block, Fault
from lint.model.text import MASK, Span, Weaver
from lint.read.dates import a_date

YAML = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
TOML = re.compile(r"\ufeff?\+\+\+[ \t]*\r?\n(.*?)^\+\+\+[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
JSON = re.compile(
    r"\ufeff?\{[ \t]*\r?\n([ \t]*\"(?:title|date|draft|slug)\"[ \t]*:.*?)^\}[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.M
)
# Lines of keys that nothing ends: a rule and a paragraph to Markdown, but no writer means that.
UNENDED = re.compile(
    r"\ufeff?(?:---|\+\+\+)[ \t]*\r?\n"
    r"((?:(?:[\w-]{1,40}[ \t]*[:=](?:[ \t][^\r\n]*)?|[ \t]+\S[^\r\n]*|- [^\r\n]*)(?:\r?\n|\Z))+)"
)
KNOWN = re.compile(r"^(?:title|date|draft|layout|slug|author|tags|categories|description)[ \t]*[:=]", re.MULTILINE)
TITLES = ("title",)
STANDFIRSTS = ("description", "subtitle", "summary", "excerpt", "standfirst", "dek", "tagline")
DATES = ("date", "pubdate", "published", "publishdate", "published_at", "date_published", "created")
URLS = ("permalink", "url", "canonical_url", "slug")
TABLE = re.compile(r"^[ \t]*\[", re.MULTILINE)
STRING = re.compile(
    r"^[ \t]*([\w-]+)[ \t]*=[ \t]*"
    r"(?:\"{3}(?:\r?\n)?((?:[^\"]|\"(?!\"\"))*+)\"{3}|'{3}(?:\r?\n)?((?:[^']|'(?!''))*+)'{3}"
    r"|\"((?:[^\"\\\n]|\\.)*+)\"|'([^'\n]*+)')",
    re.MULTILINE,
)
TOKEN = re.compile(r"\"((?:[^\"\\]|\\.)*+)\"(\s*:)?|[{}\[\]]", re.DOTALL)
BRACKET = re.compile(r"[\[\]{}]")
DEEP = 200
DEEPER = re.compile(rf"^[ ]{{{2 * DEEP}}}|(?:[-?:][ ]+){{{DEEP}}}", re.MULTILINE)
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
            data = tomllib.loads(match[1].replace("\r\n", "\n"))
            return _placed(text, _plain(data, match.end()), _toml_strings(match))
        except (tomllib.TOMLDecodeError, RecursionError) as error:
            return _broken(match, str(error).partition(" (")[0])
    if text.lstrip("\ufeff").startswith("{"):
        try:
            data, end = json.JSONDecoder().raw_decode(text.lstrip("\ufeff"))
        except (ValueError, RecursionError) as error:
            match = JSON.match(text)
            return _broken(match, str(error).partition(":")[0], getattr(error, "lineno", 2) - 2) if match else Matter()
        if isinstance(data, dict) and "title" in data:
            skipped = len(text) - len(text.lstrip("\ufeff"))
            return _placed(text, _plain(data, end + skipped), _json_strings(text, skipped, end + skipped))
    elif (match := UNENDED.match(text)) and KNOWN.search(match[1]):
        return _broken(match, "nothing ends it", -1)
    return Matter()


def _yaml(match: re.Match[str]) -> Matter:
    if _too_deep(match[1]):
        return _broken(match, "too many levels stand inside one another")
    try:
        node = yaml.compose(match[1].expandtabs(1), Loader=yaml.CBaseLoader)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        line = getattr(getattr(error, "problem_mark", None), "line", 0)
        return _broken(match, str(getattr(error, "problem", None) or "not readable as YAML"), line)
    if node is None:
        return Matter(end=match.end())
    if not isinstance(node, yaml.MappingNode):
        return Matter() if isinstance(node, yaml.ScalarNode) else _broken(match, "expected `key: value` lines")
    data = _data(node, {})
    matter = _plain(data, match.end())
    blocks, title_at, faults, seen = [], None, [], set()
    for key, value in node.value:
        name = str(key.value).lower()
        if isinstance(key, yaml.ScalarNode) and key.value in seen:
            span = Span(match.start(1) + key.start_mark.index, match.start(1) + key.end_mark.index)
            faults.append(Fault("input-malformed-front-matter", span, {"problem": f"`{key.value}` stands there twice"}))
        seen.add(str(key.value))
        if isinstance(value, yaml.ScalarNode) and value.value and name in TITLES + STANDFIRSTS:
            block = _scalar(match, value, "title" if name in TITLES else "caption")
            blocks.append(block)
            if name in TITLES and title_at is None:
                title_at = block.span
    return msgspec.structs.replace(matter, blocks=tuple(blocks), title_at=title_at, faults=tuple(faults[:1]))


def _too_deep(text: str) -> bool:
    """Tell whether brackets, dashes or indentation nest deeper than a parser that recurses can follow."""
    depth = 0
    for bracket in BRACKET.findall(text):
        depth += 1 if bracket in "[{" else -1
        if depth > DEEP:
            return True
    return DEEPER.search(text) is not None


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


def _placed(text: str, matter: Matter, strings: Iterable[tuple[str, int, int]]) -> Matter:
    """Add the blocks of title and standfirst, given the keys of the top level and where their quoted values stand."""
    blocks, title_at = [], None
    values = {key.lower(): value for key, value in matter.data.items()}
    for key, start, end in strings:
        name, value = key.lower(), values.get(key.lower())
        if name in TITLES + STANDFIRSTS and isinstance(value, str) and value.strip():
            weaver = Weaver()
            if text[start:end] == value:
                weaver.literal(value, start)
            else:
                weaver.stand_in(value.strip(), start, end)
            blocks.append(Block("title" if name in TITLES else "caption", weaver.prose(), Span(start, end)))
            title_at = title_at or (Span(start, end) if name in TITLES else None)
    return msgspec.structs.replace(matter, blocks=tuple(blocks), title_at=title_at)


def _toml_strings(match: re.Match[str]) -> Iterator[tuple[str, int, int]]:
    """Yield the keys that stand before the first table and where the text of their strings stands."""
    stop = TABLE.search(match.string, match.start(1), match.end(1))
    for found in STRING.finditer(match.string, match.start(1), stop.start() if stop else match.end(1)):
        group = next(number for number in range(2, 6) if found[number] is not None)
        yield found[1], *found.span(group)


def _json_strings(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Yield the keys of the outermost object and where the text of their strings stands."""
    depth, key = 0, ""
    for token in TOKEN.finditer(text, start, end):
        if token[0] in "{[":
            depth += 1
        elif token[0] in "}]":
            depth -= 1
        elif depth == 1 and token[2] is not None:
            key = token[1]
        elif depth == 1 and key:
            yield key, *token.span(1)
            key = ""


def _data(node: yaml.Node, known: dict[int, Any]) -> Any:
    """A node as plain data; every scalar stays text, so that `no` and `1.10` are what was written.

    What an alias repeats is shared, not copied, and an alias to what encloses it is nothing.
    """
    if id(node) in known:
        return known[id(node)]
    known[id(node)] = None
    data: Any
    if isinstance(node, yaml.MappingNode):
        data = {str(key.value): _data(value, known) for key, value in node.value if isinstance(key, yaml.ScalarNode)}
    elif isinstance(node, yaml.SequenceNode):
        data = [_data(item, known) for item in node.value]
    else:
        data = str(node.value)
    known[id(node)] = data
    return data


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
    for _ in range(min(line, match[1].count("\n") - 1)):
        start = match.string.find("\n", start) + 1 or start
    end = match.string.find("\n", start)
    fault = Fault("input-malformed-front-matter", Span(start, max(start, end)), {"problem": problem})
    lines = dict(re.findall(r"^(title|date)\s*[:=]\s*(.+?)\s*$", match[1], re.MULTILINE))
    return Matter(
        end=match.end(), title=lines.get("title", "").strip("\"'"), date=a_date(lines.get("date")), faults=(fault,)
    )


def shown(block: Block) -> str:
    """Return a heading as a title: on one line, its code spelled out."""
    text, at, pieces = block.prose.text, 0, []
    for inline in sorted(
        (one for one in block.inlines if one.kind == "code" and one.target), key=lambda one: one.start
    ):
        if text[inline.start : inline.end] == MASK:
            pieces += [text[at : inline.start], inline.target]
            at = inline.end
    return " ".join("".join([*pieces, text[at:]]).split())
