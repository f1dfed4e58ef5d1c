"""The archive: the facts of every post, kept in SQLite. A cache that can be deleted at any time."""

import hashlib
import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import msgspec

from lint import __version__
from lint.address import file_slug, fold, normal, slug
from lint.index.gazetteer import sides
from lint.model.facts import Alias, Anchor, Claim, Facts, Name, Passage, Quote, Recap, Tie
from lint.model.finding import Finding
from lint.model.text import ENTRY

SCHEMA = """
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT);
CREATE TABLE IF NOT EXISTS file (path TEXT PRIMARY KEY, size INTEGER, mtime INTEGER, looked INTEGER, digest BLOB,
  facts BLOB, hits_key BLOB, hits BLOB);
CREATE TABLE IF NOT EXISTS post (path TEXT, part INTEGER, title TEXT, folded TEXT, date TEXT, address TEXT, url TEXT,
  slug TEXT, draft INTEGER, PRIMARY KEY (path, part)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS post_address ON post (address) WHERE address != '';
CREATE INDEX IF NOT EXISTS post_folded ON post (folded) WHERE folded != '';
CREATE INDEX IF NOT EXISTS post_slug ON post (slug) WHERE slug != '';
CREATE TABLE IF NOT EXISTS claim (key TEXT, path TEXT, part INTEGER, number INTEGER, data BLOB,
  PRIMARY KEY (key, path, part, number)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS claim_path ON claim (path);
CREATE TABLE IF NOT EXISTS figure (key TEXT, path TEXT, part INTEGER, number INTEGER, data BLOB,
  PRIMARY KEY (key, path, part, number)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS figure_path ON figure (path);
CREATE TABLE IF NOT EXISTS alias (key TEXT, path TEXT, part INTEGER, number INTEGER, data BLOB,
  PRIMARY KEY (key, path, part, number)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS alias_path ON alias (path);
CREATE TABLE IF NOT EXISTS echo (key INTEGER, path TEXT, part INTEGER, number INTEGER,
  PRIMARY KEY (key, path, part, number)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS echo_path ON echo (path);
CREATE TABLE IF NOT EXISTS word (word TEXT, path TEXT, part INTEGER, PRIMARY KEY (word, path, part)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS word_path ON word (path);
CREATE TABLE IF NOT EXISTS recap (signature TEXT, path TEXT, part INTEGER, number INTEGER, data BLOB,
  PRIMARY KEY (signature, path, part, number)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS recap_path ON recap (path);
CREATE TABLE IF NOT EXISTS passage (digest TEXT, path TEXT, part INTEGER, number INTEGER, data BLOB,
  PRIMARY KEY (digest, path, part, number)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS name (folded TEXT, text TEXT, path TEXT, part INTEGER, last TEXT, times INTEGER, data BLOB,
  PRIMARY KEY (folded, text, path, part)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS name_last ON name (last, text) WHERE last != '';
CREATE INDEX IF NOT EXISTS name_path ON name (path);
CREATE TABLE IF NOT EXISTS tie (key TEXT, path TEXT, part INTEGER, number INTEGER, data BLOB,
  PRIMARY KEY (key, path, part, number)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS tie_path ON tie (path);
CREATE TABLE IF NOT EXISTS quote (key INTEGER, path TEXT, part INTEGER, number INTEGER, data BLOB,
  PRIMARY KEY (key, path, part, number)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS quote_path ON quote (path);
CREATE TABLE IF NOT EXISTS page (path TEXT, part INTEGER, addresses TEXT, anchors BLOB,
  PRIMARY KEY (path, part)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS passage_path ON passage (path);
"""
TABLES = ("post", "claim", "figure", "echo", "word", "recap", "passage", "page", "name", "tie", "quote", "alias")
RACY = 2_000_000_000
DATABASE = "index.db"

_facts = msgspec.msgpack.Decoder(list[Facts])
_findings = msgspec.msgpack.Decoder(list[Finding])
_encode = msgspec.msgpack.Encoder().encode


class Known(NamedTuple):
    """What the index knows of a file: size, times in ns (`looked` is when it was read), digest, and the hits' key."""

    size: int
    mtime: int
    looked: int
    digest: bytes
    hits_key: bytes | None

    def fresh(self, size: int, mtime: int) -> bool:
        """Tell whether size and time alone prove the file unchanged; one written while it was read does not."""
        return self.size == size and self.mtime == mtime < self.looked - RACY


def digest_of(data: bytes) -> bytes:
    """Return the digest by which contents are told apart."""
    return hashlib.blake2b(data, digest_size=16).digest()


class Index:
    """One database of facts; in memory where `folder` is None."""

    def __init__(self, folder: Path | None, version: str) -> None:
        self.path = None if folder is None else folder / DATABASE
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
            ignore = folder / ".gitignore"
            if not ignore.exists():
                ignore.write_text("*\n", "utf-8")
        self._db = _open(self.path, f"{__version__} {version}")

    def known(self) -> dict[str, Known]:
        """Return every file that the index knows."""
        rows = self._db.execute("SELECT path, size, mtime, looked, digest, hits_key FROM file")
        return {path: Known(*rest) for path, *rest in rows}

    def forget(self, paths: Iterable[str]) -> None:
        """Drop files and everything known of them."""
        for path in paths:
            self._db.execute("DELETE FROM file WHERE path = ?", (path,))
            self._clear(path)

    def touch(self, path: str, size: int, mtime: int) -> None:
        """Note that a file with a new time has the contents that were known."""
        self._db.execute(
            "UPDATE file SET size = ?, mtime = ?, looked = ? WHERE path = ?", (size, mtime, time.time_ns(), path)
        )

    def learn(self, path: str, size: int, mtime: int, looked: int, digest: bytes, facts: bytes) -> None:
        """Keep the facts of a file's posts, as msgpack of list[Facts], in place of what was known."""
        self._clear(path)
        self._db.execute(
            "INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?, ?, ?, NULL, NULL)",
            (path, size, mtime, looked, digest, facts),
        )
        for post in _facts.decode(facts):
            where = post.key
            day = post.date.isoformat() if post.date else None
            name = slug(post.url) or file_slug(post.path)
            row = (*where, post.title, fold(post.title), day, normal(post.url), post.url, name, post.draft)
            self._db.execute("INSERT INTO post VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
            self._db.executemany(
                "INSERT INTO claim VALUES (?, ?, ?, ?, ?)",
                [(claim.key, *where, number, _encode(claim)) for number, claim in enumerate(post.claims)],
            )
            self._db.executemany("INSERT INTO figure VALUES (?, ?, ?, ?, ?)", _figures(post))
            self._db.executemany("INSERT INTO alias VALUES (?, ?, ?, ?, ?)", _aliases(post))
            self._db.executemany(
                "INSERT OR IGNORE INTO echo VALUES (?, ?, ?, ?)",
                [(key, *where, number) for number, figure in enumerate(post.figures) for key in figure.echo],
            )
            self._db.executemany(
                "INSERT OR IGNORE INTO word VALUES (?, ?, ?)", [(spot.text.casefold(), *where) for spot in post.unknown]
            )
            self._db.executemany(
                "INSERT INTO recap VALUES (?, ?, ?, ?, ?)",
                [(recap.signature, *where, number, _encode(recap)) for number, recap in enumerate(post.recaps)],
            )
            self._db.executemany(
                "INSERT INTO passage VALUES (?, ?, ?, ?, ?)",
                [(one.digest, *where, number, _encode(one)) for number, one in enumerate(post.passages)],
            )
            self._learn_people(post)
            page = (*where, "\n".join(post.addresses), _encode(post.anchors))
            self._db.execute("INSERT INTO page VALUES (?, ?, ?, ?)", page)

    def _learn_people(self, post: Facts) -> None:
        """Keep the names, what is told of them, and the quotations of a post."""
        where = post.key
        named = []
        for name in post.names:
            folded = name.text.casefold()
            head, _, last = folded.rpartition(" ")
            named.append((folded, name.text, *where, last if head else "", name.times, _encode(name)))
        self._db.executemany("INSERT OR REPLACE INTO name VALUES (?, ?, ?, ?, ?, ?, ?)", named)
        self._db.executemany(
            "INSERT INTO tie VALUES (?, ?, ?, ?, ?)",
            [(tie.key, *where, number, _encode(tie)) for number, tie in enumerate(post.ties)],
        )
        self._db.executemany(
            "INSERT INTO quote VALUES (?, ?, ?, ?, ?)",
            [(key, *where, number, _encode(one)) for number, one in enumerate(post.quotes) for key in one.keys],
        )

    def keep_hits(self, path: str, key: bytes, hits: bytes) -> None:
        """Keep what the rules of `key` found in a file's posts by themselves, as msgpack of list[Finding]."""
        self._db.execute("UPDATE file SET hits_key = ?, hits = ? WHERE path = ?", (key, hits, path))

    def facts(self, path: str) -> list[Facts]:
        """Return the facts of a file's posts."""
        row = self._db.execute("SELECT facts FROM file WHERE path = ?", (path,)).fetchone()
        return _facts.decode(row[0]) if row else []

    def hits(self, path: str, key: bytes) -> list[Finding] | None:
        """Return what was kept by `keep_hits` with this key; None where it was kept with another, or not at all."""
        row = self._db.execute("SELECT hits FROM file WHERE path = ? AND hits_key = ?", (path, key)).fetchone()
        return _findings.decode(row[0]) if row else None

    def rows(self, query: str, *values: object) -> Iterator[tuple[object, ...]]:
        """Run a query over the tables of this index."""
        return self._db.execute(query, values)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Write in one transaction; other processes wait."""
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    def freeze(self) -> None:
        """See the index from now on as it is at this moment, whatever other processes write."""
        self._db.execute("BEGIN")
        self._db.execute("SELECT count(*) FROM meta").fetchone()

    def close(self) -> None:
        """Close the database."""
        self._db.close()

    def _clear(self, path: str) -> None:
        for table in TABLES:
            self._db.execute(f"DELETE FROM {table} WHERE path = ?", (path,))
            if path.lower().endswith(".zip"):
                inside = (path + ENTRY, path + ENTRY[:-1] + chr(ord(ENTRY[-1]) + 1))
                self._db.execute(f"DELETE FROM {table} WHERE path >= ? AND path < ?", inside)


def _figures(post: Facts) -> Iterator[tuple[object, ...]]:
    """Yield the rows of a post's figures: one for each key by which another post may find it."""
    for number, figure in enumerate(post.figures):
        data = _encode(figure)
        for key in figure.places:
            yield key, *post.key, number, data


def _aliases(post: Facts) -> Iterator[tuple[object, ...]]:
    """Yield the rows of what a post ties to its names: one for each side from which it is asked for."""
    for number, alias in enumerate(post.aliases):
        data = _encode(alias)
        for key in sides(alias):
            yield key, *post.key, number, data


def _open(path: Path | None, version: str) -> sqlite3.Connection:
    """Open the database; one of another version, or one that is damaged, is made anew."""
    if path is None:
        return _connect(":memory:", version)
    try:
        return _connect(str(path), version)
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError) and "locked" in str(error):
            raise
        for suffix in ("", "-wal", "-shm"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
        return _connect(str(path), version)


def _connect(name: str, version: str) -> sqlite3.Connection:
    db = sqlite3.connect(name, timeout=60, isolation_level=None)
    if name != ":memory:":
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
    found = None
    if db.execute("SELECT 1 FROM sqlite_master WHERE name = 'meta'").fetchone():
        found = db.execute("SELECT value FROM meta WHERE name = 'version'").fetchone()
    if found is None or found[0] != version:
        db.execute("BEGIN IMMEDIATE")
        for (table,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            db.execute(f"DROP TABLE IF EXISTS {table}")
        for statement in SCHEMA.split(";"):
            db.execute(statement)
        db.execute("INSERT INTO meta VALUES ('version', ?)", (version,))
        db.execute("COMMIT")
    return db


def decode_claim(data: bytes) -> Claim:
    """Return a claim as it was kept."""
    return _claim.decode(data)


def decode_alias(data: bytes) -> Alias:
    """Return another form of a name as it was kept."""
    return _alias.decode(data)


def decode_recap(data: bytes) -> Recap:
    """Return a block of earlier posts as it was kept."""
    return _recap.decode(data)


def decode_passage(data: bytes) -> Passage:
    """Return a passage as it was kept."""
    return _passage.decode(data)


def decode_anchors(data: bytes) -> list[Anchor]:
    """Return what in a post links may lead to, as it was kept."""
    return _anchors.decode(data)


_alias = msgspec.msgpack.Decoder(Alias)
_anchors = msgspec.msgpack.Decoder(list[Anchor])
_claim = msgspec.msgpack.Decoder(Claim)
_recap = msgspec.msgpack.Decoder(Recap)


def decode_name(data: bytes) -> Name:
    """Return a name as it was kept."""
    return _name.decode(data)


def decode_tie(data: bytes) -> Tie:
    """Return what was kept of a person."""
    return _tie.decode(data)


def decode_quote(data: bytes) -> Quote:
    """Return a quotation as it was kept."""
    return _quote.decode(data)


_name = msgspec.msgpack.Decoder(Name)
_tie = msgspec.msgpack.Decoder(Tie)
_quote = msgspec.msgpack.Decoder(Quote)
_passage = msgspec.msgpack.Decoder(Passage)
