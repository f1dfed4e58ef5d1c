"""The longest text that must be there wherever a regular expression matches: a search for it is far cheaper."""

from functools import lru_cache

from lint import patterns as re

GROUP = re.compile(r"\((?:\?(?:P?<[^>=!]+>|[aims]*(?:-[ims]+)?:))?(?!\?)")
LOOK = re.compile(r"\(\?<?[=!]")
UNIT = re.compile(r"\\.|\[\^?\]?(?:[^\]\\\[]|\\.|\[:\w+:\]|\[)*\]|.", re.DOTALL)
FOLDS = re.compile(r"\(\?[a-z]*i")
LITERAL = re.compile(r"[\w \-'’,;:/@&%!\"]")


class _UnknownError(Exception):
    """The expression holds something that is not understood here."""


@lru_cache(10_000)
def needle(pattern: str, ignorecase: bool = False) -> tuple[str, bool]:
    """Return the longest such text, or "" where none is known, and whether it is folded (`str.casefold`)."""
    fold = ignorecase or FOLDS.search(pattern) is not None
    try:
        runs, end = _sequence(pattern, 0)
    except (_UnknownError, RecursionError):
        return "", fold
    text = max(runs, key=len, default="") if end == len(pattern) else ""
    return (text.casefold() if fold else text), fold


def unit(pattern: str, at: int) -> int:
    """Return where an escape, a class or a single character that begins here ends."""
    found = UNIT.match(pattern, at)
    return found.end() if found else at + 1


def closing(pattern: str, at: int) -> int:
    """Return where the group that opens here ends."""
    depth = 0
    while at < len(pattern):
        depth += {"(": 1, ")": -1}.get(pattern[at], 0)
        at = unit(pattern, at)
        if not depth:
            break
    return at


def _sequence(pattern: str, at: int) -> tuple[list[str], int]:
    """The texts required from here to the end of the group, none where there is a choice; and that end."""
    runs: list[str] = [""]
    choice = False
    while at < len(pattern) and pattern[at] != ")":
        if pattern[at] == "(":
            inner, at = _group(pattern, at)
            runs += [*inner, ""]
            continue
        end = unit(pattern, at)
        piece = pattern[at:end]
        if len(piece) == 2 and not piece[1].isalnum():
            piece = piece[1]  # an escaped mark is that mark
            runs[-1] += piece
            at = end
            continue
        if piece in "?*{":
            runs[-1] = runs[-1][:-1]
        if LITERAL.fullmatch(piece):
            runs[-1] += piece
        else:
            choice = choice or piece == "|"
            runs.append("")
            at = pattern.find("}", at) if piece == "{" and "}" in pattern[at:] else at
            end = max(end, at + 1)
        at = end
    return ([] if choice else runs), at


def _group(pattern: str, at: int) -> tuple[list[str], int]:
    """What a group requires, and where it ends, with what repeats it left to the caller."""
    if LOOK.match(pattern, at):
        return [], closing(pattern, at)
    opened = GROUP.match(pattern, at)
    if opened is None:
        raise _UnknownError
    inner, end = _sequence(pattern, opened.end())
    if end >= len(pattern):
        raise _UnknownError
    end += 1
    return ([] if pattern[end : end + 1] in ("?", "*", "{") and end < len(pattern) else inner), end
