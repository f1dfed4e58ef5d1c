"""The standard library's `re`, save that a pattern is compiled when a text is first held against it.

The house has some four hundred patterns, and a run asks for a third of them: to compile the others was a seventh of
what it costs to check a draft. Errors in a pattern come late for the same reason, so patterns of users go to `re`.
"""

import re
from re import (
    DOTALL,
    IGNORECASE,
    MULTILINE,
    I,
    M,
    Match,
    Pattern,
    S,
    escape,
    findall,
    finditer,
    fullmatch,
    match,
    search,
    split,
    sub,
)
from typing import Any, AnyStr, cast

__all__ = [
    "DOTALL",
    "IGNORECASE",
    "MULTILINE",
    "I",
    "M",
    "Match",
    "Pattern",
    "S",
    "compile",
    "escape",
    "findall",
    "finditer",
    "fullmatch",
    "match",
    "search",
    "split",
    "sub",
]


class _Later:
    """What it is asked for it asks of the compiled pattern, once."""

    def __init__(self, pattern: Any, flags: int) -> None:
        self._written = pattern, flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(*self._written), name)
        setattr(self, name, found)
        return found


def compile(pattern: AnyStr, flags: int = 0) -> Pattern[AnyStr]:  # noqa: A001
    """Return a pattern that is compiled when it is first used."""
    return cast(Pattern[AnyStr], _Later(pattern, flags))
