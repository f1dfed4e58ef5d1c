"""YAML to typed data. Scalars are read as text and typed by what is expected: `no` and `1.10` stay as written."""

import re
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import msgspec
import yaml

from lint.model.errors import CopydeskError

T = TypeVar("T")
DEEP = 50
PATH = re.compile(r" - at `(?P<path>[^`]*)`$")
STEP = re.compile(r"\.([^.\[]+)|\[(\d+)\]|(\[\.\.\.\])")
UNKNOWN = re.compile(r"Object contains unknown field `(?P<key>[^`]*)`")
MISSING = re.compile(r"Object missing required field `(?P<key>[^`]*)`")


class Document(NamedTuple):
    """Plain data and the line of each of its keys and items, by path."""

    data: Any
    lines: dict[tuple[str | int, ...], int]
    where: str


def load(text: str, where: str, error: type[CopydeskError]) -> Document:
    """Read one YAML document; `where` names it in errors, which are of the class `error`."""
    try:
        loader = yaml.CBaseLoader(text)
        node = loader.get_single_node()
        lines: dict[tuple[str | int, ...], int] = {}
        data = _plain(node, (), lines, where, error) if node is not None else {}
    except yaml.YAMLError as bad:
        line = getattr(getattr(bad, "problem_mark", None), "line", 0) + 1
        problem = getattr(bad, "problem", None) or str(bad).partition("\n")[0]
        raise error(f"not readable as YAML: {problem}", where, line) from bad
    return Document(data, lines, where)


def _plain(
    node: yaml.Node,
    path: tuple[str | int, ...],
    lines: dict[tuple[str | int, ...], int],
    where: str,
    error: type[CopydeskError],
) -> Any:
    line = node.start_mark.line + 1
    lines.setdefault(path, line)
    if len(path) > DEEP:
        raise error(f"nested deeper than {DEEP} levels", where, line)
    if isinstance(node, yaml.MappingNode):
        data: dict[str, Any] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise error("a key must be plain text", where, key.start_mark.line + 1)
            if key.value in data:
                raise error(f"the key `{key.value}` stands twice", where, key.start_mark.line + 1)
            lines[(*path, key.value)] = key.start_mark.line + 1
            if isinstance(value, yaml.ScalarNode) and value.value == "" and value.style is None:
                continue  # a key without a value is a key left out
            data[key.value] = _plain(value, (*path, key.value), lines, where, error)
        return data
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, (*path, number), lines, where, error) for number, item in enumerate(node.value)]
    return node.value


def convert(
    document: Document, kind: type[T], error: type[CopydeskError], data: Any = None, at: tuple[str | int, ...] = ()
) -> T:
    """Type plain data as `kind`. What does not fit is an `error` with the line, what was found and what would be right.

    `data` and `at` name a part of the document; without them it is the whole.
    """
    value = document.data if data is None and not at else data
    try:
        return msgspec.convert(value, kind, strict=False)
    except msgspec.ValidationError as bad:
        text = str(bad)
        found = PATH.search(text)
        path = at + _steps(found["path"] if found else "$")
        text = PATH.sub("", text)
        if unknown := UNKNOWN.match(text):
            path = (*path, unknown["key"])
            text = f"unknown key `{unknown['key']}`{_nearest(unknown['key'], kind, path[len(at) : -1])}"
        elif missing := MISSING.match(text):
            text = f"the key `{missing['key']}` is missing"
        else:
            name = f"`{path[-1]}`: " if path else ""
            text = name + text.replace("Expected `bool`", "expected `true` or `false`").replace("Expected", "expected")
        raise error(text, document.where, line_of(document, path)) from bad


def line_of(document: Document, path: tuple[str | int, ...]) -> int:
    """Return the line of a key, or of the nearest enclosing one that is known."""
    while path and path not in document.lines:
        path = path[:-1]
    return document.lines.get(path, 1)


def line_in(where: str, path: tuple[str | int, ...]) -> int:
    """Return the line of a key in a file that was read before; 1 where that cannot be told any more."""
    try:
        return line_of(load(Path(where).read_text("utf-8"), where, CopydeskError), path)
    except (OSError, UnicodeDecodeError, CopydeskError):
        return 1


def nearest(word: str, known: Any, lead: str = "did you mean") -> str:
    """Return `; did you mean `x`?` for the known word that is nearest, or the list of all, or nothing."""
    known = sorted(known)
    close = get_close_matches(word, known, 1, 0.6)
    if close:
        return f"; {lead} `{close[0]}`?"
    return f"; known are {', '.join(f'`{name}`' for name in known)}" if 0 < len(known) <= 40 else ""


def _steps(path: str) -> tuple[str | int, ...]:
    return tuple(
        match[1] if match[1] is not None else int(match[2]) for match in STEP.finditer(path[1:]) if not match[3]
    )


def _nearest(key: str, kind: Any, path: tuple[str | int, ...]) -> str:
    for step in path:
        fields = {field.encode_name: field.type for field in msgspec.structs.fields(kind)} if _struct(kind) else {}
        kind = fields.get(str(step))
    return nearest(key, [field.encode_name for field in msgspec.structs.fields(kind)]) if _struct(kind) else ""


def _struct(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)
