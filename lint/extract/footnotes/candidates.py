"""What may be a footnote where nothing marks one but a number: candidates, each with how likely it looks by itself."""

from collections.abc import Iterator
from typing import NamedTuple

from lint import patterns as re
from lint.extract.footnotes.mark import hidden, inside
from lint.extract.headings import NOTES_LINE
from lint.model.post import Block

# How likely a reference looks: it ends a sentence; it follows a mark; it is glued to a word; it may be anything.
ALONE, MARKED, GLUED, DOUBTFUL = 3, 2, 1, 0

RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
DIGITS = str.maketrans(RAISED, "0123456789")
CLOSE = r"[.!?…,;:)\]\"'”’»›“‘。！？、，；：）」』】]"
DIGIT = re.compile(
    rf"(?<=[^\W\d_])(?P<close>{CLOSE}{{0,5}})(?P<n>[1-9]\d?(?:,[1-9]\d?){{0,3}})(?=$|[\s—–…]|{CLOSE}{{1,9}}(?:\s|$|[—–]))"
)
WORD = re.compile(r"(?:[^\W\d_]{1,40}['’])?[^\W\d_]{1,40}$")
BRACKET = re.compile(r"(?<![!\\\[])\[(?P<n>\d{1,3}(?: ?[,;–-] ?\d{1,3}){0,5})\](?![(:\w])")
SUPERSCRIPT = re.compile(rf"[{RAISED}]{{1,3}}(?![\w⁻⁺])")
ENDS = frozenset(".!?…。！？")
JOINED = "./\\_@:=$~"  # before what is a part of a path, an address or a name in a program
OPENING = "\"“‘«„'(—–-*_👇"  # what a sentence may begin with, or nothing
WEAK_CLOSE = frozenset(["", ":", "'", "’", "‘", "“"])
# Before the number of a page, a volume, a figure, a version; each with a full stop or glued.
ABBREVIATIONS = re.compile(
    r"pp?|pgs?|vols?|nos?|nrs?|num|figs?|chs?|chaps?|secs?|sect|arts?|paras?|v|vers?|vs|eds?|pts?|eqs?|tabs?|app|cf|cols?"
    r"|cl|bk|lib|op|abs|kap|bd|hft|str|st|mt|al|ca|approx|tel|ext|apt|rm|room|ep|ser|seite|núm|págs?|caps?|fol|ll|nn|lit"
    r"|rev|rel|refs?|exx?|tit|win|mk|gen|cor|sam|matt|rom|ste|[djs]r|inc|ltd|corp|co|fn|ps",
    re.IGNORECASE,
)
UNITS = re.compile(
    r"[cdkmnµμ]?m|ft|in|yd|mi|ha|m?s|k?g|mg|k?w|[vaknjlrxyzecd]|pa|hz|ml|log|sin|cos|tan|exp|mol|rad|inch(?:es)?|feet|foot"
    r"|(?:kilo|centi|milli)?met(?:re|er)s?|miles?|yards?|sqm?",
    re.IGNORECASE,
)
NOTE = re.compile(
    rf"(?:\[(?P<bracket>\d{{1,3}})\][.:]?|(?P<superscript>[{RAISED}]{{1,3}})[.:)]?|(?P<digit>[1-9]\d?))"
    r"(?P<gap>[ \t\u00a0]*)(?=(?P<text>\S?))"
)
# Under a heading for notes.
CALLED = re.compile(r"Note (?P<bracket>\d{1,3})[.:)](?P<gap>[ \t\u00a0]*)(?=(?P<text>\S?))")
RULE_LINE = re.compile(r"[-_*=—–~⸻ ]{3,80}")
ROW = re.compile(r"(?:\S[ \t]{2,}){3}")  # of a table in plain text: its columns stand apart
ROWS = re.compile(r"^(?:\S{1,40}[ \t]{2,}){3}", re.MULTILINE)
MARKER = re.compile(r"[(\[]?(?P<n>\d{1,3})[.)\]]")
LONG_HEADING = 60


class Reference(NamedTuple):
    """A number that may refer to a note. `at` orders it in the post: number of the block, offset in its prose.

    `several` tells that it stands among others, as in `[1, 3]`.
    """

    form: str
    number: int
    at: tuple[int, int]
    end: int
    level: int
    several: bool = False


class Note(NamedTuple):
    """A line that may be a note: `at` is where its number begins, `end` where it ends, `stop` where its text ends."""

    form: str
    number: int
    at: tuple[int, int]
    end: int
    stop: int
    text: str


def references(number: int, block: Block, shape: str) -> Iterator[Reference]:
    """Yield what may be a reference in one block. Bare digits are none in Markdown and HTML; nothing is in a table."""
    code = hidden(block)
    bare = shape not in ("markdown", "html", "feed")
    if bare and 2 * len(ROWS.findall(block.prose.text)) > block.prose.text.count("\n") + 1:
        return
    finders = (_digits, _brackets, _raised) if bare else (_brackets, _raised, _marked_up)
    for find in finders:
        for form, value, start, end, level in find(block):
            if not inside(start, code):
                level = DOUBTFUL if block.quoted and bare else level
                several = form == "bracket" and not block.prose.text[start + 1 : end - 1].isdigit()
                yield Reference(form, value, (number, start), end, level, several)


_Found = Iterator[tuple[str, int, int, int, int]]


def _digits(block: Block) -> _Found:
    text = block.prose.text
    for match in DIGIT.finditer(text):
        before = text[max(0, match.start() - 90) : match.start()]
        found = WORD.search(before)
        word = found[0] if found else ""
        level = _digit_level(word, match["close"], text[match.end() : match.end() + 9].lstrip()[:1])
        if before[: len(before) - len(word)][-1:] in tuple(JOINED):
            level = DOUBTFUL
        at = match.start("n")
        for part in match["n"].split(","):
            yield "digit", int(part), at, at + len(part), level
            at += len(part) + 1


def _digit_level(word: str, close: str, following: str) -> int:
    if not close:
        return GLUED if len(word) > 3 and word.islower() else DOUBTFUL
    if close in WEAK_CLOSE or len(word) < 2 or (close[0] == "." and ABBREVIATIONS.fullmatch(word)):
        return DOUBTFUL
    if not ENDS & set(close):
        return MARKED
    if following.islower():
        return DOUBTFUL if close == "." else MARKED
    return ALONE if following.isalpha() or following in OPENING else MARKED


def _brackets(block: Block) -> _Found:
    text = block.prose.text
    for match in BRACKET.finditer(text):
        level = _bracket_level(text[max(0, match.start() - 40) : match.start()], text[match.end() : match.end() + 1])
        for value in _range(match["n"]):
            if value:
                yield "bracket", value, match.start(), match.end(), level


def _bracket_level(before: str, following: str) -> int:
    """Return how likely a number in brackets is a reference: one glued to a word may count the items of an array."""
    if before[-1:].isalnum() or before[-1:] in ("_", "'"):
        word = re.search(r"[^\W\d_]*$", before)
        return GLUED if word and len(word[0]) > 3 and word[0].islower() else DOUBTFUL
    if ENDS & set(before.rstrip()[-2:]) or not following.strip() or following in ".,;:!?)”»":
        return ALONE if before.strip() and (following.strip() or ENDS & set(before.rstrip()[-2:])) else MARKED
    return MARKED


def _range(text: str) -> list[int]:
    """Return the numbers of `1, 3` or `3–5`."""
    found: list[int] = []
    for part in re.split(r"[,;]", text):
        low, _, high = part.replace("–", "-").partition("-")
        first, last = int(low), int(high or low)
        found.extend(range(first, last + 1) if first <= last < first + 10 else (first, last))
    return found


def _raised(block: Block) -> _Found:
    text = block.prose.text
    for match in SUPERSCRIPT.finditer(text):
        level = _raised_level(text, match.start())
        if level is not None:
            yield "superscript", int(match[0].translate(DIGITS)), match.start(), match.end(), level


def _raised_level(text: str, at: int) -> int | None:
    """Return how likely a raised number is a reference; an exponent is none."""
    before = text[max(0, at - 45) : at].rstrip(RAISED + ",")
    last = before[-1:]
    if not last.strip() or last.isdigit() or last in "⁻⁺^":
        return None
    if not last.isalpha():
        return ALONE if ENDS & set(before[-3:]) else MARKED
    word = re.search(r"[^\W\d_]*$", before)
    letters = word[0] if word else ""
    if UNITS.fullmatch(letters) or len(letters) < 2:
        return None
    return MARKED if len(letters) > 2 and not letters.isupper() else DOUBTFUL


def _marked_up(block: Block) -> _Found:
    """Yield the numbers in `<sup>` elements that lead nowhere."""
    links = [(item.start, item.end) for item in block.inlines if item.kind == "link" and item.end > item.start]
    for item in block.inlines:
        shown = block.prose.text[item.start : item.end].strip("[]() ")
        if item.kind != "superscript" or not item.start or inside(item.start, links):
            continue
        if any(item.start <= start < item.end for start, _ in links):
            continue
        if re.fullmatch(r"\d{1,3}(?: ?[,;–-] ?\d{1,3}){0,5}", shown):
            level = _raised_level(block.prose.text, item.start)
            for value in _range(shown) if level is not None else ():
                yield "superscript", value, item.start, item.end, level or DOUBTFUL


def notes(blocks: list[tuple[int, Block]], shape: str) -> Iterator[Note]:
    """Yield what may be a note: lines that begin with a number, and the items of a list under a heading for notes."""
    bare = shape not in ("markdown", "html", "feed")
    listed, group, count = "", 0, 0
    ruled: list[Note] = []  # under a mere rule a list is one of notes only if the post ends with it
    after = 0
    for place, (number, block) in enumerate(blocks):
        text = block.prose.text.strip()
        if block.role == "heading" or (len(text) < LONG_HEADING and NOTES_LINE.fullmatch(text)):
            listed = "heading" if NOTES_LINE.fullmatch(text) else ""
            continue
        if RULE_LINE.fullmatch(text):
            listed, ruled, after = listed or "rule", [], 0
            continue
        if block.quoted and bare:
            continue
        if block.role == "item":
            count = count + 1 if block.group == group else 1
            group = block.group
            marker = MARKER.fullmatch(block.attrs.get("marker", f"{count}." if not bare else ""))
            if listed and marker:
                note = Note("list", int(marker["n"]), (number, 0), 0, len(block.prose.text), text)
                if listed == "heading":
                    yield note
                else:
                    ruled.append(note)
                continue
        elif listed == "rule":
            after += 1
            listed = "" if after > 1 else listed
        for note in _lines(number, block, bare, listed == "heading"):
            yield note if note.text else note._replace(text=_described(blocks, place))
    if listed == "rule":
        yield from ruled


def _described(blocks: list[tuple[int, Block]], place: int) -> str:
    """Return the words under a term of a list of descriptions that is nothing but the number of a note."""
    term, under = blocks[place][1], blocks[place + 1][1] if place + 1 < len(blocks) else None
    below = under is not None and under.group == term.group != 0 and under.level > term.level
    return under.prose.text.strip() if under is not None and below else ""


def _lines(number: int, block: Block, bare: bool, called: bool) -> Iterator[Note]:
    """Yield the lines of one block that begin with a number: the first, and those after it that go on counting."""
    text = block.prose.text
    at = 0
    found: list[tuple[str, int, int, int]] = []
    raised = {item.start: item.end for item in block.inlines if item.kind == "superscript"}
    signed = text.partition("\n")[0].rstrip() == "--"
    while at >= 0:
        match = NOTE.match(text, at) or (CALLED.match(text, at) if called else None)
        if match and (found or at == 0 or signed or NOTES_LINE.fullmatch(text[:at].strip())):
            form = next(name for name in ("bracket", "superscript", "digit") if match[name])
            value, end = int(match[form].translate(DIGITS)), match.end(form) + (form == "bracket")
            if form == "digit" and not bare and raised.get(at) == match.end("digit"):
                form = "superscript"
            if _is_note(form, value, match, bare, found) and not (signed and form == "digit"):
                found.append((form, value, at, end))
        at = text.find("\n", at) + 1 or -1
    for (form, value, start, end), stop in zip(found, [*(item[2] for item in found[1:]), len(text)], strict=False):
        words = text[end:stop].lstrip(".:)] \t").strip()
        yield Note(form, value, (number, start), end, stop, words)


def _is_note(form: str, value: int, match: re.Match[str], bare: bool, found: list[tuple[str, int, int, int]]) -> bool:
    if found and (found[-1][0] != form or (form == "digit" and value != found[-1][1] + 1)):
        return False
    end = match.string.find("\n", match.end())
    if bare and ROW.search(match.string, match.end(), end if end >= 0 else len(match.string)):
        return False
    if form != "digit":
        return True
    return bare and bool(match["gap"]) and bool(match["text"]) and not match["text"].isdigit()
