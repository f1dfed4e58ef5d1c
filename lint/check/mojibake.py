"""Text that was written in UTF-8 and read in an old single-byte encoding: Ã© for é, â€™ for ’, also with bytes lost.

A stretch of foreign characters is turned back into the bytes that an old code page has for them. Where these bytes are
UTF-8, the stretch is damaged and its reading is the fix. Bytes that the code page leaves undefined are often dropped on
the way; then what is left must still be a first byte and following bytes of a character whose missing bytes are all
undefined there.
"""

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice, product

import msgspec

from lint import lexicon
from lint import patterns as re
from lint.model.facts import Facts
from lint.model.finding import Hit, Suggestion
from lint.model.post import Block, Post

APOSTROPHE = re.compile(r"([A-Za-z]{1,12})[âÂ][\x80-\x9f]{0,2}(s|t|m|d|re|ve|ll)(?![^\W\d_])")
LOST = re.compile(r"(?<=[\w.,;:)])\N{REPLACEMENT CHARACTER}+|\N{REPLACEMENT CHARACTER}+(?=\w)")
SPACER = re.compile(r"(?<=[\w.,;:!?)])Â(?=[ \xa0])|Â(?=\xa0)")
ODD = re.compile(r"[^\x00-\x7f\xa0\u2010-\u2027\u2030-\u203a\ufffc×·°©®→←•✓]")
LEFT = re.compile(r"[âÃÂð][^\x00-\x7f]")
MOST = 200
LIGHT = True


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """pages  old encodings that text may have gone through, the likeliest first (names of Python's codecs)"""

    pages: tuple[str, ...] = ()


def check(post: Post, facts: Facts, options: Options) -> Iterator[Hit]:
    """Yield every stretch that is the bytes of other characters."""
    for block in post.blocks:
        text = block.prose.text
        if block.role == "code" or text.isascii() or not ODD.search(text):
            continue
        for start, end, fixes in _damaged(text, options.pages):
            yield _hit(block, start, end, fixes)


def _hit(block: Block, start: int, end: int, fixes: tuple[str, ...]) -> Hit:
    safe = len(fixes) == 1 and block.prose.literal(start, end) and block.quoted == 0
    words = {"fix": f"; it was meant to be `{fixes[0]}`" if len(fixes) == 1 else ""}
    return Hit(block.prose.home(start, end), words, tuple(Suggestion(fix, safe) for fix in fixes))


def _damaged(text: str, pages: tuple[str, ...]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield start, end and readings of the damaged stretches of a text, in order."""
    yield from _joined(_stretches(text, pages))
    for match in APOSTROPHE.finditer(text):
        right = f"{match[1]}'{match[2]}"
        if lexicon.word(lexicon.plain(right)) and not lexicon.known(match.group()):
            yield match.start(1) + len(match[1]), match.start(2), ("\N{RIGHT SINGLE QUOTATION MARK}",)
    for match in (*LOST.finditer(text), *(SPACER.finditer(text) if text.count("Â") else ())):
        yield *match.span(), ()


def _stretches(text: str, pages: tuple[str, ...]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    for match in _suspects(pages).finditer(text):
        start, end = match.span()
        while start < end:
            stretch = text[start : min(end, start + MOST)]
            size, fixes = _whole(text, start, stretch, pages)
            if not size:
                size, fixes = _lossy(text, stretch, pages)
            if size:
                yield start, start + size, fixes
            start += size or 1


def _joined(parts: Iterator[tuple[int, int, tuple[str, ...]]]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Join stretches that touch: one piece of damage is one finding, with a fix where each part has one."""
    last: tuple[int, int, tuple[str, ...]] | None = None
    for start, end, fixes in parts:
        if last and last[1] == start:
            both = (last[2][0] + fixes[0],) if len(last[2]) == len(fixes) == 1 else ()
            last = last[0], end, both
            continue
        if last:
            yield last
        last = start, end, fixes
    if last:
        yield last


@cache
def _bytes_of(page: str) -> dict[str, int]:
    """What byte an encoding has for each character; a control character stands for itself where a byte is undefined."""
    table = {chr(byte): byte for byte in range(0x80, 0xA0)}
    for byte in range(0x80, 0x100):
        try:
            table[bytes([byte]).decode(page)] = byte
        except UnicodeDecodeError:
            table[chr(byte)] = byte
    return table


@cache
def _undefined(page: str) -> frozenset[int]:
    """The bytes that an encoding gives no visible character."""
    shown = {byte for char, byte in _bytes_of(page).items() if unicodedata.category(char) != "Cc"}
    return frozenset(range(0x80, 0xC0)) - shown


@cache
def _suspects(pages: tuple[str, ...]) -> re.Pattern[str]:
    """A character that some encoding has for a first byte of UTF-8, and what follows it in one go."""
    lead = {char for page in pages for char, byte in _bytes_of(page).items() if 0xC2 <= byte <= 0xF4}
    rest = {char for page in pages for char in _bytes_of(page)}
    return re.compile(f"[{re.escape(''.join(sorted(lead)))}][{re.escape(''.join(sorted(rest | lead)))}]+")


def _whole(text: str, start: int, stretch: str, pages: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    """Return how much of a stretch is whole UTF-8 in some old encoding, and its reading. The longest wins."""
    best, reading = 0, ""
    for page in pages:
        size, chars = _read(stretch, page, frozenset())
        candidate = "".join(char for (char,) in chars)
        if size > best and _sound(text[start - 1 : start], stretch[:size], candidate):
            best, reading = size, candidate
    if best:
        again, deeper = _whole(reading, 0, reading, pages)
        reading = deeper[0] + reading[again:] if again else reading
    return best, (reading,) if best and not LEFT.search(reading) else ()


def _lossy(text: str, stretch: str, pages: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    """Return how much of a stretch is UTF-8 that lost bytes on the way, and its readings if they are few.

    In Latin letters the first two bytes must be there (â€, ðŸ); a letter of another alphabet must be of one that the
    text does not use otherwise.
    """
    for page in pages:
        size, chars = _read(stretch, page, _undefined(page))
        if not size:
            continue
        second = _bytes_of(page).get(stretch[1])
        latin = unicodedata.name(stretch[0], "").startswith("LATIN")
        other = unicodedata.category(stretch[0])[0] in "LN" and size == len(stretch) and _alone(text, stretch, page)
        if second in (0x80, 0x9F) if latin else other:
            readings = tuple("".join(picked) for picked in islice(product(*chars), 4))
            return size, readings if 1 < len(readings) < 4 else ()
    return 0, ()


def _read(stretch: str, page: str, undefined: frozenset[int]) -> tuple[int, list[tuple[str, ...]]]:
    """Return how many characters of a stretch are bytes of whole characters, and each one's possible readings.

    The `undefined` bytes may be missing.
    """
    data = [_bytes_of(page).get(char, 0) for char in stretch]
    chars: list[tuple[str, ...]] = []
    at = 0
    while at < len(data) and 0xC2 <= data[at] <= 0xF4:
        size = 2 if data[at] < 0xE0 else 3 if data[at] < 0xF0 else 4
        end = at + 1
        while end < min(at + size, len(data)) and 0x80 <= data[end] < 0xC0:
            end += 1
        found = _fill(tuple(data[at:end]), size, undefined)
        if not found:
            break
        chars.append(found)
        at = end
    return at, chars


def _sound(before: str, stretch: str, reading: str) -> bool:
    """Tell whether the reading is likelier than the stretch: a long sequence, several, or a letter with an accent.

    Two characters that stand for one may be right as they are (VOILÀ…, É”); not so Ã or Â before a sign, a capital
    after a small letter, a letter of another alphabet inside a Latin word.
    """
    if len(reading) != 1:
        return bool(reading)
    if len(reading.encode()) > 2:
        return not reading.isalpha()
    first = stretch[0]
    other = first.isalpha() and (first.isupper() or not unicodedata.name(first, "").startswith("LATIN"))
    inside = before.islower() and (before.isascii() or first.isupper())
    return first in "ÂÃ" or (inside and reading.isalpha() and (other or first == "√"))


def _ordinary(char: str) -> bool:
    code = ord(char)
    return (
        0xA0 <= code < 0x180
        or 0x370 <= code < 0x530
        or 0x2010 <= code < 0x27C0
        or 0x1F300 <= code < 0x1FB00
        or code in (0xFE0F, 0xFEFF, 0xFB01, 0xFB02)
        or 0x3040 <= code < 0x3100
        or 0x4E00 <= code < 0xA000
        or 0xAC00 <= code < 0xD7A4
    )


def _alone(text: str, stretch: str, page: str) -> bool:
    """Tell whether no other letter of the stretch's script stands in the text."""
    script = {char for char, byte in _bytes_of(page).items() if byte >= 0xA0 and char.isalpha()}
    return not any(char in script for char in text.replace(stretch, "") if not char.isascii())


@lru_cache(maxsize=4096)
def _fill(data: tuple[int, ...], size: int, undefined: frozenset[int]) -> tuple[str, ...]:
    """Return the characters of `size` bytes of UTF-8 that give `data` when undefined bytes are dropped."""
    if len(data) < size and (len(data) < 2 or data[0] not in (0xE2, 0xF0)):
        return ()
    found = []
    for tail in _tails(data[1:], size - 1, sorted(undefined)):
        char = bytes([data[0], *tail]).decode("utf-8", "ignore")
        if char and _ordinary(char) and unicodedata.category(char) != "Cn":
            found.append(char)
    return tuple(found)


def _tails(rest: tuple[int, ...], size: int, undefined: list[int]) -> Iterator[tuple[int, ...]]:
    """Yield every way of putting undefined bytes between the given ones until there are `size`."""
    if len(rest) == size:
        yield rest
    elif size > len(rest):
        for byte in undefined:
            yield from ((byte, *tail) for tail in _tails(rest, size - 1, undefined))
        if rest:
            yield from ((rest[0], *tail) for tail in _tails(rest[1:], size - 1, undefined))
