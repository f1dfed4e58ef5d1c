"""Bytes to text: a byte order mark, UTF-8, or the most likely of the legacy encodings."""

import codecs

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class UndecodableError(ValueError):
    """The bytes are no text; the message says why."""


def decode(data: bytes) -> str:
    """Return the text of a file without its byte order mark; line ends stay as they are.

    Raises UndecodableError for binary data.
    """
    for mark, name in MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(name)
            except UnicodeDecodeError as error:
                raise UndecodableError(f"not valid {name.upper()} at byte {error.start + len(mark)}") from error
    if b"\0" in data:
        raise UndecodableError(f"a NUL byte at byte {data.index(0)}: binary data, not text")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _legacy(data, error)


def _legacy(data: bytes, error: UnicodeDecodeError) -> str:
    import charset_normalizer

    best = charset_normalizer.from_bytes(data[:200_000], explain=False).best()
    if best is None:
        raise UndecodableError(f"not UTF-8 (byte {error.start}), and no other encoding fits") from error
    try:
        return data.decode("cp1252" if best.encoding in ("latin_1", "iso8859_1", "ascii") else best.encoding)
    except UnicodeDecodeError:
        return data.decode("latin-1")
