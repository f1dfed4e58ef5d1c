"""Regular expressions of rule files: compiled with a clear error, matched with a limit on the time they may take.

A rule file is somebody's text, and a pattern such as `(a|aa)+$` can take longer than anyone lives. Vale's rules need
look-arounds, which the engines of linear time do not have, so these patterns run on the library `regex`, which gives
up after a time. It is imported by the first rule that needs it.
"""

import warnings
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from lint import patterns as re
from lint.model.errors import OptionError
from lint.model.text import MASK

# Seconds that one pattern may take on one passage. Honest patterns take a few milliseconds.
PATIENCE = 5.0
FLAGS = re.compile(r"\(\?[aimsx]+\)")
UNREAD = MASK + " "


class SlowPatternError(Exception):
    """A pattern took longer than it may. `pattern` is the expression, `seconds` the limit."""

    def __init__(self, pattern: str, seconds: float) -> None:
        super().__init__(pattern, seconds)
        self.pattern, self.seconds = pattern, seconds


@lru_cache(10_000)
def compiled(pattern: str, ignorecase: bool = False) -> Any:
    """Return a pattern, compiled; `^` and `$` are those of a line. Raises OptionError, telling what is wrong."""
    import regex

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return regex.compile(scoped(pattern), regex.MULTILINE | (regex.IGNORECASE if ignorecase else 0))
    except (regex.error, OverflowError, RecursionError) as error:
        raise OptionError(f"`{pattern}` is no regular expression: {error}") from error


def scoped(pattern: str) -> str:
    """Return a pattern whose leading flags, such as `(?i)`, stand for it alone."""
    flags = FLAGS.match(pattern)
    return f"{flags[0][:-1]}:{pattern[flags.end() :]})" if flags else pattern


def each(patterns: Iterable[str], *path: str | int, ignorecase: bool = False) -> None:
    """Compile every pattern of an option. Raises OptionError with the path of the first that is wrong."""
    for number, pattern in enumerate(patterns):
        one(pattern, *path, number, ignorecase=ignorecase)


def one(pattern: str, *path: str | int, ignorecase: bool = False) -> None:
    """Compile the pattern of an option. Raises OptionError with its path where it is wrong, or matches nothing."""
    if not pattern.strip():
        raise OptionError("an empty pattern matches everywhere; expected a word or a regular expression", *path)
    try:
        compiled(pattern, ignorecase)
    except OptionError as error:
        raise OptionError(str(error), *path) from error


def whole(pattern: str) -> str:
    """Return a pattern that matches whole words only."""
    flags = FLAGS.match(pattern)
    lead = flags[0] if flags else ""
    return rf"{lead}\b(?:{pattern[len(lead) :]})\b"


def find(pattern: Any, text: str) -> Iterator[Any]:
    """Yield the matches of a compiled pattern that hold any text that can be read. Raises SlowPatternError."""
    try:
        for match in pattern.finditer(text, timeout=PATIENCE):
            if match[0].strip(UNREAD):
                yield match
    except TimeoutError as error:
        raise SlowPatternError(pattern.pattern, PATIENCE) from error


def exceptions(words: tuple[str, ...], accept: tuple[str, ...], text: str) -> list[tuple[int, int]]:
    """Return where a text has what a rule leaves alone: its exceptions, and the words that are right here."""
    found = [match.span() for word in words if word.strip() for match in find(compiled(whole(word)), text)]
    for word in accept:
        at = text.find(word) if word.strip() else -1
        while at >= 0:
            if not (text[at - 1 : at].isalnum() or text[at + len(word) : at + len(word) + 1].isalnum()):
                found.append((at, at + len(word)))
            at = text.find(word, at + 1)
    return found


def excepted(spans: Iterable[tuple[int, int]], start: int, end: int) -> bool:
    """Tell whether `start:end` holds an exception, or stands inside one."""
    return any((start <= a and b <= end) or (a <= start and end <= b) for a, b in spans)
