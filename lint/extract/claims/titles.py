"""Titles in quotation marks: of films, books, shows, songs."""

from lint import patterns as re

_WORD = r"(?:[A-Z0-9][\w'’.-]{0,20}|of|the|and|an?|in|to|for|on|at|with|from|or|de|la)"
TITLED = re.compile(rf"[\"“]([A-Z0-9][\w'’.-]{{0,20}}(?: {_WORD}){{0,5}})[\"”]")


def titled(text: str, at: int) -> int:
    """Return where the title ends that a quotation mark opens at `at`: “The Long Way” opened last night; or 0.

    What somebody says is none, though it be one word with a capital: “Yes,” he said.
    """
    match = TITLED.match(text, at)
    if match is None or text[max(0, at - 2) : at].strip().endswith((",", ":")):
        return 0
    last = match[1].rpartition(" ")[2]
    return match.end(1) if last[0].isupper() or last[0].isdigit() else 0
