"""Bytes to text: a byte order mark, UTF-8, what the file declares, or the most likely of the legacy encodings."""

import codecs

from lint import patterns as re

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
DECLARED = re.compile(
    rb"<\?xml[^>]{0,200}?\bencoding\s*=\s*[\"']([\w.:-]{2,40})"
    rb"|<meta\b[^>]{0,300}?\bcharset\s*=\s*[\"']?\s*([\w.:-]{2,40})"
    rb"|^[ \t#*/;]{0,9}(?:-\*-[ \t]*)?(?:coding|charset)\s*[:=]\s*([\w.-]{2,40})",
    re.IGNORECASE | re.MULTILINE,
)
TEXT_CODECS = re.compile(
    r"(?:iso|latin|windows|cp|koi8|mac|shift|sjis|ms932|ms949|euc|gb|big5|hz|us-ascii|ascii|tis|ks_c|x-mac|utf-?8)",
    re.IGNORECASE,
)
LATIN = {"iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii", "windows-1252", "cp1252", "iso-8859-15"}
# The letters beyond a-z of the languages that Windows-1252 was made for: a text that fits one of them is in it.
ALPHABETS = tuple(
    frozenset(letters)
    for letters in (
        "àâæçéèêëîïôœùûüÿ",
        "äöüßéàè",
        "áéíñóúüª",
        "ãõáâàçéêíóôúüº",
        "àèéìíîòóùú",
        "åäöéüàá",
        "æøåéóòôê",
        "ëïéèüöóáíê",
        "áðéíóúýþæö",
        "àçèéíïòóúü",
        "äöõüšž",
    )
)
MARKS_OF_WRITING = frozenset("‘’“”‚„«»‹›–—…•·§©®™°€£¥¢¡¿´¨¸ªº±×÷½¼¾²³¹†‡‰µ¶\u00a0\u00ad")
SAMPLE = 200_000


class UndecodableError(ValueError):
    """The bytes are no text; the message says why."""


def decode(data: bytes) -> str:
    """Return the text of a file without its byte order mark; line ends stay as they are.

    Raises UndecodableError for binary data.
    """
    for mark, name in MARKS:
        if data.startswith(mark):
            try:
                return _text(data[len(mark) :].decode(name))
            except UnicodeDecodeError as error:
                raise UndecodableError(f"not valid {name.upper()} at byte {error.start + len(mark)}") from error
    if b"\0" in data:
        return _wide(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _damaged(data):
            raise UndecodableError(f"not valid UTF-8 at byte {error.start}, though the rest is") from error
        return _declared(data) or _western(data) or _likely(data, error)


def codec_of(data: bytes, text: str) -> tuple[bytes, str] | None:
    """Return the byte order mark and the codec that `data` and its text `text` have between them, or None.

    None where writing the text back would not give the same bytes: such a file cannot be written to in part.
    """
    names = ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "cp1252"]
    declared = DECLARED.search(data, 0, 2048)
    if declared is not None:
        names.append(next(group for group in declared.groups() if group).decode("ascii").lower())
    for mark, name in (
        *((mark, name) for mark, name in MARKS if data.startswith(mark)),
        *((b"", name) for name in names),
    ):
        if _fits(data, text, mark, name):
            return mark, name
    import charset_normalizer

    best = charset_normalizer.from_bytes(data[:SAMPLE]).best()
    likely = (best.encoding if best is not None else "", "latin-1")
    return next(((b"", name) for name in likely if name and _fits(data, text, b"", name)), None)


def _fits(data: bytes, text: str, mark: bytes, name: str) -> bool:
    try:
        return mark + text.encode(name) == data
    except (LookupError, UnicodeError):
        return False


def _text(text: str) -> str:
    at = text.find("\0")
    if at >= 0:
        raise UndecodableError(f"a NUL character at character {at}: binary data, not text")
    return text


def _damaged(data: bytes) -> bool:
    """Tell whether bytes are UTF-8 but for a few: cut off in the middle of a character, or patched by another program.

    Letters of other encodings are valid UTF-8 by chance only, and by far the most of them are not.
    """
    text = data.decode("utf-8", "surrogateescape")
    lost = sum("\udc80" <= character <= "\udcff" for character in text)
    return lost * 5 <= sum(character > "\x7f" for character in text)


def _wide(data: bytes) -> str:
    """Decode UTF-16 or UTF-32 without a mark, known by where its zero bytes stand; any other is binary."""
    head = data[:4096]
    zeros = [head[offset::4].count(0) * 4 / len(head) for offset in range(4)]
    for name, low, high in (
        ("utf-32-le", (0,), (1, 2, 3)),
        ("utf-32-be", (3,), (0, 1, 2)),
        ("utf-16-le", (0, 2), (1, 3)),
        ("utf-16-be", (1, 3), (0, 2)),
    ):
        if all(zeros[at] < 0.1 for at in low) and all(zeros[at] > 0.5 for at in high):
            try:
                return _text(data.decode(name))
            except UnicodeDecodeError:
                break
    raise UndecodableError(f"a NUL byte at byte {data.index(0)}: binary data, not text")


def _declared(data: bytes) -> str | None:
    """Decode as the XML declaration or the HTML meta element says, if that is a text encoding and it fits."""
    match = DECLARED.search(data, 0, 2048)
    if match is None:
        return None
    name = next(group for group in match.groups() if group).decode("ascii").lower()
    if not TEXT_CODECS.match(name):
        return None
    try:
        text = data.decode("cp1252" if name in LATIN else name)
    except (LookupError, UnicodeError):
        return None
    return None if _binary(text) else text


def _western(data: bytes) -> str | None:
    """Decode as Windows-1252 if what comes out reads like one of the languages it was made for."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    sample = text[:SAMPLE]
    foreign = re.findall(r"[^\x00-\x7f]", sample)
    letters = [character for character in foreign if character.isalpha() and character not in "ªºµ"]
    if _binary(text) or len(foreign) * 4 > len(sample):
        return None
    if any(not character.isalpha() and character not in MARKS_OF_WRITING for character in foreign):
        return None
    inside = re.findall(r"(?<=[a-z])[^\x00-\x7f](?=[a-z])", sample)
    odd = sum(not (character.islower() or character in "’‘–—·\u00ad\u00a0…") for character in inside)
    if odd * 50 > len(inside):
        return None
    low = [character.lower() for character in letters]
    fits = max(sum(character in alphabet for character in low) for alphabet in ALPHABETS)
    return text if fits * 100 >= len(low) * 95 else None


def _likely(data: bytes, error: UnicodeDecodeError) -> str:
    """Decode as the encoding that charset-normalizer finds most likely."""
    import charset_normalizer

    best = charset_normalizer.from_bytes(data[:SAMPLE]).best()
    name = "cp1252" if best is None or best.encoding in ("latin_1", "iso8859_1", "ascii") else best.encoding
    for codec in (name, "latin-1"):
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        if not _binary(text):
            return text
    raise UndecodableError(f"not UTF-8 (byte {error.start}), and no other encoding fits") from error


def _binary(text: str) -> bool:
    """Tell whether control characters are too frequent for a text."""
    controls = re.findall(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x9f]", text[:SAMPLE])
    return len(controls) * 200 > min(len(text), SAMPLE)
