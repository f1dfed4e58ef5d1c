"""Regular expressions of rule files: compiled with a clear error, matched with a limit on the time they may take.

A rule file is somebody's text, and a pattern such as `(a|aa)+$` can take longer than anyone lives. Vale's rules need
look-arounds, which the engines of linear time do not have, so these patterns run on the library `regex`, which gives
up after a time. It is imported by the first rule that needs it.
"""

import re
import warnings
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from lint.model.errors import OptionError
from lint.model.text import MASK

# Seconds that one pattern may take on one passage. Honest patterns take a few milliseconds.
PATIENCE = 5.0
FLAGS = re.compile(r"\(\?([aimsx]+(?:-[imsx]+)?|-[imsx]+)\)")
NUMBERED = re.compile(r"(?<!\\)(?:\\\\)*\\[1-9]")
UNREAD = MASK + " "


class SlowPatternError(Exception):
    """A pattern took longer than it may. `pattern` is the expression, `seconds` the limit."""

    def __init__(self, pattern: str, seconds: float) -> None:
        super().__init__(pattern, seconds)
        self.pattern, self.seconds = pattern, seconds


@lru_cache(512)
def compiled(pattern: str, ignorecase: bool = False) -> Any:
    """Return a pattern, compiled; `^` and `$` are those of a line. Raises OptionError, telling what is wrong."""
    import regex

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return regex.compile(pattern, regex.MULTILINE | (regex.IGNORECASE if ignorecase else 0))
    except (regex.error, OverflowError, RecursionError) as error:
        raise OptionError(f"`{pattern}` is no regular expression: {error}") from error


def each(patterns: Iterable[str], *path: str | int, ignorecase: bool = False) -> None:
    """Compile every pattern of an option. Raises OptionError with the path of the first that is wrong."""
    for number, pattern in enumerate(patterns):
        one(pattern, *path, number, ignorecase=ignorecase)


def one(pattern: str, *path: str | int, ignorecase: bool = False) -> None:
    """Compile the pattern of an option. Raises OptionError with its path where it is wrong, or matches nothing."""
    if not pattern.strip():
        raise OptionError("an empty pattern matches everywhere; expected a word or a regular expression", *path)
    if NUMBERED.search(pattern):
        raise OptionError(f"`{pattern}` counts groups, which a rule joins; name them: (?P<x>…) and (?P=x)", *path)
    try:
        compiled(own(pattern), ignorecase)
    except OptionError as error:
        raise OptionError(str(error), *path) from error


def own(pattern: str) -> str:
    """Return a pattern as one group of its own, its leading flags such as `(?i)` kept to itself."""
    flags = FLAGS.match(pattern)
    return f"(?{flags[1]}:{pattern[flags.end() :]})" if flags else f"(?:{pattern})"


def any_of(patterns: Iterable[str], nonword: bool = False) -> str:
    """Return a pattern that is any of these: whole words, or anything at all with `nonword`."""
    inner = "|".join(own(pattern) for pattern in patterns if pattern.strip())
    return f"(?:{inner})" if nonword else rf"\b(?:{inner})\b"


def find(pattern: Any, text: str) -> Iterator[Any]:
    """Yield the matches of a compiled pattern that hold any text that can be read. Raises SlowPatternError."""
    try:
        for match in pattern.finditer(text, timeout=PATIENCE):
            if match[0].strip(UNREAD):
                yield match
    except TimeoutError as error:
        raise SlowPatternError(pattern.pattern, PATIENCE) from error


def at(pattern: Any, text: str, start: int, end: int) -> Any:
    """Return the match of a compiled pattern at `start:end`, or None. Raises SlowPatternError."""
    try:
        found = pattern.match(text, start, timeout=PATIENCE)
    except TimeoutError as error:
        raise SlowPatternError(pattern.pattern, PATIENCE) from error
    return found if found and found.end() == end else None


def exceptions(words: tuple[str, ...], accept: tuple[str, ...], text: str) -> list[tuple[int, int]]:
    """Return where a text has what a rule leaves alone: its exceptions, and the words that are right here."""
    known = (*words, *(re.escape(word) for word in accept if word.strip()))
    if not known:
        return []
    return [match.span() for match in find(compiled(any_of(sorted(known, key=len, reverse=True))), text)]


def excepted(spans: Iterable[tuple[int, int]], start: int, end: int) -> bool:
    """Tell whether `start:end` holds an exception, or stands inside one."""
    return any((start <= a and b <= end) or (a <= start and end <= b) for a, b in spans)
