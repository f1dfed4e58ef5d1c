"""The house's own rules: arrows go down only, rooms stay small, nothing reaches out."""

import ast
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parent.parent / "lint"
FLOORS = [
    {"model", "shelf", "decode", "address", "sentences", "patterns", "lexicon"},
    {"read", "extract", "index", "check", "report", "rulebook"},
    {"learn", "fix", "grammar", "baseline"},
    {"run"},
    {"examples", "ledger"},
    {"cli"},
    {"__main__"},
]
FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
FILES = sorted(HOUSE.rglob("*.py"))


def room_of(path):
    return path.relative_to(HOUSE).with_suffix("").parts[0]


def imports(path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(HOUSE)))
def test_arrows_go_down_only(path):
    room = room_of(path)
    if room == "__init__":
        return
    for name in imports(path):
        parts = name.split(".")
        if parts[0] != "lint" or len(parts) < 2 or parts[1] not in FLOOR or parts[1] == room:
            continue
        lower = FLOOR[parts[1]] < FLOOR[room] or (FLOOR[room] == 0 and parts[1] in FLOORS[0])
        assert lower, f"{room} imports {name}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(HOUSE)))
def test_rooms_stay_small(path):
    text = path.read_text("utf-8")
    assert text.count("\n") <= 400
    assert ast.get_docstring(ast.parse(text)), "a module says in its first line what comes in and goes out"


def public(tree):
    """The module's and its classes' own functions and classes; what stands inside a function is nobody else's."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from public(node)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(HOUSE)))
def test_every_public_name_says_what_it_does(path):
    assert [node.name for node in public(ast.parse(path.read_text("utf-8"))) if not ast.get_docstring(node)] == []


# The one place that may open a connection: to the server that the user names, or to the one it starts on this machine.
CONNECTS = {HOUSE / "grammar" / "languagetool.py"}


def test_nothing_reaches_the_network():
    banned = {
        "socket",
        "urllib.request",
        "http",
        "http.client",
        "requests",
        "urllib3",
        "language_tool_python",
        "httpx",
        "ftplib",
        "ssl",
    }
    found = [
        (path.name, name)
        for path in FILES
        if path not in CONNECTS
        for name in imports(path)
        if any(name == b or name.startswith(b + ".") for b in banned)
    ]
    assert found == []
