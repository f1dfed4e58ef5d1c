"""YAML to typed data. Scalars are read as text and typed by what is expected: `no` and `1.10` stay as written."""

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from types import UnionType
from typing import Any, Literal, NamedTuple, TypeVar, Union, get_args, get_origin

import msgspec
import yaml

from lint import patterns as re
from lint.model.errors import CopydeskError

T = TypeVar("T")
DEEP = 50
MANY = 200_000
PATH = re.compile(r" - at `(?P<path>[^`]*)`$")
STEP = re.compile(r"\.([^.\[]+)|\[(\d+)\]|(\[\.\.\.\])")
UNKNOWN = re.compile(r"Object contains unknown field `(?P<key>[^`]*)`")
EXPECTED = re.compile(r"Expected `(?P<kinds>[^`]*)`, got ")
TYPES = {
    "str": "text",
    "int": "a whole number",
    "float": "a number",
    "bool": "`true` or `false`",
    "array": "a list",
    "object": "`key: value` lines",
}
# A value that begins with what YAML reads as its own.
BARE = re.compile(r"(?::|-)[ \t]+[\[{*&!%@`]")
HINT = "; text that begins with a mark such as `{`, `[` or `*` wants quotes"
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
        hint = HINT if any(BARE.search(text) for text in text.split("\n")[max(0, line - 2) : line]) else ""
        raise error(f"not readable as YAML: {problem}{hint}", where, line) from bad
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
    if len(lines) > MANY:
        raise error(f"holds more than {MANY:,} keys and items; is an alias (`*name`) repeated?", where, line)
    if isinstance(node, yaml.MappingNode):
        data: dict[str, Any] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise error("a key must be plain text", where, key.start_mark.line + 1)
            if key.value in data:
                raise error(f"the key `{key.value}` stands twice", where, key.start_mark.line + 1)
            lines[(*path, key.value)] = key.start_mark.line + 1
            if isinstance(value, yaml.ScalarNode) and value.value == "" and not value.style:
                continue  # a key without a value is a key left out
            data[key.value] = _plain(value, (*path, key.value), lines, where, error)
        return data
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, (*path, number), lines, where, error) for number, item in enumerate(node.value)]
    return node.value


def read_text(path: Path, error: type[CopydeskError]) -> str:
    """Return the text of a file of the user's; one that cannot be read is an `error`."""
    try:
        data = path.read_bytes()
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as bad:
        line = data.count(b"\n", 0, bad.start) + 1
        raise error("not UTF-8; expected text in that encoding", str(path), line) from bad
    except OSError as bad:
        raise error(f"cannot be read: {bad.strerror}", str(path)) from bad


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
        steps = _steps(found["path"] if found else "$", kind, value)
        text = PATH.sub("", text)
        if unknown := UNKNOWN.match(text):
            key = unknown["key"]
            text = f"unknown key `{key}`{_nearest(key, kind, steps)}"
            steps = (*steps, key)
        elif missing := MISSING.match(text):
            text = f"the key `{missing['key']}` is missing"
        else:
            text = _mismatch(text, kind, steps, value)
        raise error(text, document.where, line_of(document, (*at, *steps))) from bad


def _mismatch(text: str, kind: Any, steps: tuple[str | int, ...], value: Any) -> str:
    """What would be right in place of a value of the wrong type, and what was found."""
    for step in steps:
        value = value[step]
    names = [step for step in steps if isinstance(step, str)]
    name = f"`{names[-1]}`: " if names else ""
    if steps and isinstance(steps[-1], int):
        name = f"{name.removesuffix(': ')}, item {steps[-1] + 1}: "
    choices = _choices(_type(kind, steps))
    if text.startswith("Invalid enum value") and choices:
        return f"{name}expected {_either(f'`{choice}`' for choice in choices)}, found {_shown(value)}"
    expected = EXPECTED.match(text)
    if expected is None:
        return f"{name}{text[:1].lower()}{text[1:]}, found {_shown(value)}"
    kinds = [part.strip() for part in expected["kinds"].split("|")]
    right = _either(TYPES.get(part, part) for part in kinds if part != "null")
    return (
        f"{name}expected {right}, found {_shown(value)}{HINT if kinds == ['str'] and isinstance(value, dict) else ''}"
    )


def _choices(kind: Any) -> list[Any]:
    """The words that a type allows."""
    return [word for part in _parts(kind) if get_origin(part) is Literal for word in get_args(part)]


def _parts(kind: Any) -> tuple[Any, ...]:
    return get_args(kind) if get_origin(kind) in (Union, UnionType) else (kind,)


def _either(choices: Iterable[str]) -> str:
    *first, last = choices
    return f"{', '.join(first)} or {last}" if first else last


def _shown(value: Any) -> str:
    if isinstance(value, str):
        return f"`{value if len(value) <= 40 else value[:39] + '…'}`"
    return "a list" if isinstance(value, list) else "`key: value` lines" if isinstance(value, dict) else "nothing"


def _type(kind: Any, steps: Iterable[str | int]) -> Any:
    """The type that stands at a path of a type, or None."""
    for step in steps:
        kind = _inside(kind, step)
    return kind


def _inside(kind: Any, step: str | int) -> Any:
    for choice in _parts(kind):
        if _struct(choice):
            fields = {field.encode_name: field.type for field in msgspec.structs.fields(choice)}
            return fields.get(str(step))
        holds = get_origin(choice)
        if (holds is dict) if isinstance(step, str) else (holds in (list, tuple)):
            return get_args(choice)[1 if holds is dict else 0]
    return None


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


def _steps(path: str, kind: Any, value: Any) -> tuple[str | int, ...]:
    """The path of an error of msgspec. It does not name the key of a mapping: the first wrong value is looked for."""
    steps: list[str | int] = []
    for match in STEP.finditer(path[1:]):
        step: str | int = match[1] if match[1] is not None else int(match[2]) if match[2] else ""
        if match[3]:
            wanted = _type(kind, (*steps, ""))
            step = next((key for key, inner in value.items() if not _fits(inner, wanted)), next(iter(value)))
        steps.append(step)
        value = value[step]
    return tuple(steps)


def _fits(value: Any, kind: Any) -> bool:
    try:
        msgspec.convert(value, kind, strict=False)
    except msgspec.ValidationError:
        return False
    return True


def _nearest(key: str, kind: Any, path: tuple[str | int, ...]) -> str:
    structs = [part for part in _parts(_type(kind, path)) if _struct(part)]
    return nearest(key, [field.encode_name for part in structs for field in msgspec.structs.fields(part)])


def _struct(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)
