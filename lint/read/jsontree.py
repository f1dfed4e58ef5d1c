"""JSON to a tree whose strings know where they stand in the file; what is read before a mistake is kept."""

from typing import NamedTuple

from lint import patterns as re
from lint.model.text import Prose, Weaver

TOKEN = re.compile(
    r"\s*(?:(?P<mark>[{}\[\],:])|\"(?P<string>(?:[^\"\\\x00-\x1f]|\\.)*+)\"|(?P<bare>[^\s\"{}\[\],:]++))"
)
ESCAPE = re.compile(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", re.DOTALL)
SHORT = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}


class Text(NamedTuple):
    """A string of JSON: where what stands between its quotes stands."""

    start: int
    end: int


class Object(NamedTuple):
    """An object of JSON and where it begins; `stop` holds where it ends, once it does."""

    values: dict[str, object]
    start: int
    stop: list[int]


class BrokenError(ValueError):
    """The text is no JSON from `at` on."""

    def __init__(self, problem: str, at: int) -> None:
        super().__init__(problem)
        self.at = at


def decoded(text: str, place: Text) -> Prose:
    """Return what a string of JSON says, with the way back to the file."""
    weaver, at = Weaver(), place.start
    for match in ESCAPE.finditer(text, place.start, place.end):
        weaver.literal(text[at : match.start()], at)
        weaver.stand_in(_unescaped(match[0]), match.start(), match.end())
        at = match.end()
    weaver.literal(text[at : place.end], at)
    return weaver.prose()


def _unescaped(escape: str) -> str:
    if len(escape) == 12:
        return (bytes.fromhex(escape[2:6]) + bytes.fromhex(escape[8:12])).decode("utf-16-be")
    if len(escape) == 6:
        code = int(escape[2:], 16)
        return "\ufffd" if 0xD800 <= code < 0xE000 else chr(code)
    return SHORT.get(escape[1:], escape[1:])


def parse(text: str) -> tuple[object, BrokenError | None]:
    """Return the tree of a JSON text, and where it breaks off if it does: what was read until then is kept."""
    builder = _Builder(text)
    try:
        builder.run()
    except BrokenError as error:
        return builder.root, error
    return builder.root, None


class _Builder:
    """The state of one pass, without recursion: `_open` are the objects and lists that have not ended."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root: object = None
        self._open: list[Object | list[object]] = []
        self._keys: list[str] = []
        self._key = ""
        self._wants = "value"

    def run(self) -> None:
        """Read the text up to the end of its first value. Raises BrokenError."""
        at = 0
        while self._wants != "nothing":
            match = TOKEN.match(self.text, at)
            if match is None:
                rest = self.text[at:].lstrip()
                problem = "a string is never closed" if rest else "the text ends too soon"
                raise BrokenError(problem, len(self.text) - len(rest))
            at = match.end()
            self._token(match)

    def _token(self, match: re.Match[str]) -> None:
        wants, mark, inside = self._wants, match["mark"], self._open[-1] if self._open else None
        if mark in ("}", "]") and "end" in wants and isinstance(inside, Object) is (mark == "}"):
            self._end(match.end())
        elif wants.startswith("key") and match["string"] is not None:
            self._key, self._wants = decoded(self.text, Text(*match.span("string"))).text, "a colon"
        elif wants == "a colon" and mark == ":":
            self._wants = "value"
        elif wants == "a comma or the end" and mark == ",":
            self._wants = "key" if isinstance(inside, Object) else "value"
        elif wants.startswith("value") and mark in (None, "{", "["):
            self._value(match, inside)
        else:
            raise BrokenError(f"expected {wants}", match.start(match.lastgroup or 0))

    def _value(self, match: re.Match[str], inside: "Object | list[object] | None") -> None:
        mark = match["mark"]
        value: object = Text(*match.span("string")) if match["string"] is not None else match["bare"]
        if mark:
            value = Object({}, match.start("mark"), []) if mark == "{" else []
        if isinstance(inside, Object):
            inside.values[self._key] = value
        elif inside is not None:
            inside.append(value)
        else:
            self.root = value
        if isinstance(value, Object | list):
            self._open.append(value)
            self._keys.append(self._key)
            self._wants = "key or the end" if mark == "{" else "value or the end"
        else:
            self._wants = "a comma or the end" if self._open else "nothing"

    def _end(self, after: int) -> None:
        ended = self._open.pop()
        self._key = self._keys.pop()
        if isinstance(ended, Object):
            ended.stop.append(after)
        self._wants = "a comma or the end" if self._open else "nothing"
