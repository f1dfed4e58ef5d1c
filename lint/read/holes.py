"""Holes in a text: what a template engine, kramdown or Obsidian replaces or drops before a reader sees it.

They are cut out before a parser reads the text, each filled with as many characters, so that every offset stays.
"""

from lint import patterns as re
from lint.model.text import MASK

# A hole that words come out of, and one that nothing does, begin so. Both are punctuation to Markdown, as `{` is.
SHOWN, SILENT = MASK, "\ufe45"
FILL, LAST = "\ue001", "\ufe46"
HOLE = re.compile(f"(?P<kind>[{SHOWN}{SILENT}]){FILL}*+{LAST}?+")
MARKS = ("{", "$$", "%%", "import", "export")
OPENING = re.compile(
    r"\{%-?[ \t]*(?P<tag>highlight|comment|math|mermaid|codeblock)\b|(?P<silent>\{#|\{::comment\})"
    r"|(?P<shown>\{%|\{\{)|(?P<attributes>\{:{1,2}/?[^{}\n]{0,500}\})|(?P<math>(?<!\$)\$\$(?!\$))"
    r"|(?P<note>(?<!\S)%%)|(?P<import>^(?:import|export)[ \t][^\n]{0,300}\bfrom[ \t]+['\"][^\n]{0,300}$)",
    re.MULTILINE,
)
ENDS = {"{#": "#}", "{::comment}": "{:/comment}", "{%": "%}", "{{": "}}", "$$": "$$", "%%": "%%"}
LONGEST = {"{#": 300, "{%": 2_000, "{{": 2_000, "$$": 5_000, "%%": 5_000, "{::comment}": 20_000}


def cut(text: str) -> str:
    """Return the text with its holes filled; its length and its lines are the same."""
    pieces, at, tried = [], 0, 0
    missing: set[str] = set()
    for place in _places(text):
        match = OPENING.match(text, place) if place >= tried else None
        if match is None:
            continue
        tried = place + 2
        stop = _end(text, match, missing)
        if stop < 0:
            continue
        pieces.append(text[at:place])
        pieces.append(_filled(text, match, stop))
        at = tried = stop
    return "".join((*pieces, text[at:])) if pieces else text


def _places(text: str) -> list[int]:
    """Return where a hole may begin. Strings are looked for one by one: that is much faster than an expression."""
    found: list[int] = []
    for mark in MARKS:
        at = text.find(mark) if mark[0] in text else -1
        while at >= 0:
            found.append(at)
            at = text.find(mark, at + len(mark))
    return sorted(found)


def _end(text: str, match: re.Match[str], missing: set[str]) -> int:
    """Return where the hole that begins here ends, or -1 if it is none."""
    kind, opening = match.lastgroup, match[0]
    if kind in ("attributes", "import"):
        return match.end()
    if kind == "tag":
        tag = match["tag"]
        if tag not in missing:
            found = re.compile(rf"\{{%-?[ \t]*end{tag}[ \t]*-?%\}}").search(text, match.end())
            if found:
                return found.end()
            missing.add(tag)
        opening = "{%"
    closing = ENDS[opening]
    stop = text.find(closing, match.start() + len(opening), match.start() + LONGEST[opening])
    if stop < 0:
        return -1
    inside = text[match.start() : stop]
    if kind in ("math", "note") and ("```" in inside or (kind == "math" and "\n\n" in inside)):
        return -1
    if kind == "shown" and "\n\n" in inside:
        return -1
    return stop + len(closing)


def _filled(text: str, match: re.Match[str], stop: int) -> str:
    """Return what takes the place of a hole: blanks if it has lines of its own, for then it parts what is around it."""
    hole = text[match.start() : stop]
    shown = match.lastgroup in ("shown", "math")
    steers = not shown or match[0] == "{%"
    if "\n" in hole or (steers and _alone(text, match.start(), stop)):
        return re.sub(r"[^\r\n]", " ", hole)
    return (SHOWN if shown else SILENT) + FILL * (len(hole) - 2) + LAST


def _alone(text: str, start: int, stop: int) -> bool:
    """Tell whether nothing else stands on the line, but for a little white space or the mark of a quotation."""
    before, after = text[max(0, start - 20) : start], text[stop : stop + 20]
    begins, ends = "\n" in before or start < 20, "\n" in after or stop + 20 > len(text)
    return begins and ends and not before.rpartition("\n")[2].strip(" \t>") and not after.partition("\n")[0].strip()
