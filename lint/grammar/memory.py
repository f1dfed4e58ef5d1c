"""What engines said, by the digest of the paragraph: a cache that can be deleted at any time."""

import sqlite3
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from lint.grammar.remark import Remark

NAME = "grammar.db"
SCHEMA = "CREATE TABLE IF NOT EXISTS said (digest BLOB PRIMARY KEY, remarks BLOB, day INTEGER) WITHOUT ROWID"
DAY = 86_400
KEPT = 90
CHUNK = 500

_decode = msgspec.msgpack.Decoder(list[Remark]).decode
_encode = msgspec.msgpack.Encoder().encode


class Memory:
    """One database below a folder; in memory where there is none, or where it cannot be written to."""

    def __init__(self, folder: Path | None) -> None:
        self._today = int(time.time()) // DAY
        self._db = _open(folder)

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Forget what nobody asked for in a long time, and close."""
        with suppress(sqlite3.OperationalError):  # another process writes; it will forget
            self._db.execute("DELETE FROM said WHERE day < ?", (self._today - KEPT,))
        self._db.close()

    def recall(self, digests: Iterable[bytes]) -> dict[bytes, list[Remark]]:
        """Return what is known, by digest."""
        found: dict[bytes, list[Remark]] = {}
        wanted = list(digests)
        for start in range(0, len(wanted), CHUNK):
            some = wanted[start : start + CHUNK]
            marks = ",".join("?" * len(some))
            rows = self._db.execute(f"SELECT digest, remarks FROM said WHERE digest IN ({marks})", some)
            found.update((digest, _decode(remarks)) for digest, remarks in rows)
            fresh = f"UPDATE said SET day = ? WHERE day != ? AND digest IN ({marks})"
            self._db.execute(fresh, (self._today, self._today, *some))
        return found

    def keep(self, digest: bytes, remarks: list[Remark]) -> None:
        """Keep what was said of a paragraph."""
        self._db.execute("INSERT OR REPLACE INTO said VALUES (?, ?, ?)", (digest, _encode(remarks), self._today))


def _open(folder: Path | None) -> sqlite3.Connection:
    """Open the database; one that is damaged is made anew."""
    if folder is not None and folder.is_dir():
        path = folder / NAME
        for _ in range(2):
            try:
                return _connect(str(path))
            except sqlite3.DatabaseError as error:
                if isinstance(error, sqlite3.OperationalError):
                    break  # it cannot be written to
                path.unlink(missing_ok=True)
    return _connect(":memory:")


def _connect(name: str) -> sqlite3.Connection:
    db = sqlite3.connect(name, timeout=60, isolation_level=None)
    if name != ":memory:":
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
    db.execute(SCHEMA)
    return db
