"""The tables of words and of pairs of words: made once from the packages, kept in the user's cache, read in no time."""

import contextlib
import hashlib
import os
import sys
from array import array
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from zlib import crc32

from lint import patterns as re
from lint.lexicon import grammar, slips, sources
from lint.lexicon.lines import Lines, pack

FORMAT = 17
WORD = re.compile(r"[a-zß-öø-ÿœ]+(?:'[a-zß-öø-ÿœ]+)*")
LETTERS = "abcdefghijklmnopqrstuvwxyz"
RARE, COMMON = 1.5, 2.6  # Zipf: below the one a form in use tells nothing, above the other it is no slip
PURPOSE, ALIKE = 3.3, 1.0  # a listed slip above the one, and no rarer by the other than what it stands for, is meant
SLIP = 2.4  # a form in use that a common word one edit away outdoes by this much is a slip


@cache
def words() -> Lines:
    """Return the table of words: what each is, how common (Zipf's tenths), its classes.

    d a dictionary word, n a name, w merely in use, s in use but a common misspelling. For the classes see grammar.py.
    """
    return lines("words", _words)


@cache
def lines(name: str, make: Callable[[], list[str]]) -> Lines:
    """Return a table of lines, made where the cache does not have it."""
    return Lines(kept(name, lambda: pack(make())))


@cache
def pairs() -> "tuple[array[int], bytes]":
    """Return the table of pairs of words: their checksums, sorted, and how common each is (Zipf's scale in tenths)."""
    data = kept("pairs", _pairs)
    size = len(data) // 5
    sums = array("I")
    sums.frombytes(data[: 4 * size])
    return sums, data[4 * size :]


@cache
def digest() -> str:
    """Return a digest of what the tables are made from: another release of a package is another digest."""
    parts = [str(FORMAT), sys.byteorder]
    for path in [*map(sources.place_or_none, sources.FILES), slips.binary()]:
        stat = path.stat() if path else None
        parts.append(f"{path.name} {stat.st_size} {int(stat.st_mtime)}" if path and stat else "none")
    return hashlib.blake2b("\n".join(parts).encode(), digest_size=8).hexdigest()


def mapped(name: str, source: Path, make: Callable[[bytes], bytes]) -> memoryview:
    """Return a table made of one file; it lies in the cache and is read only where it is looked at."""
    import mmap

    path = _path(f"{name}-{source.stat().st_size}", f"{FORMAT}{sys.byteorder}")
    with contextlib.suppress(OSError), path.open("rb") as file:
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    _tell()
    data = make(source.read_bytes())
    _keep(path, data)
    return memoryview(data)


@cache
def _tell() -> None:
    """Tell whoever waits at a terminal that this takes its time once only."""
    if sys.stderr.isatty():
        import logging

        said = "copydesk: making tables of words from the dictionaries, once: some ten seconds"
        logging.getLogger("copydesk").warning(said)


def _path(name: str, version: str) -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("copydesk") / f"{name}-{version}.bin"


def kept(name: str, make: Callable[[], bytes]) -> bytes:
    """Return a table from the cache, or make and keep it; where nothing can be kept it is made anew in each process."""
    path = _path(name, digest())
    with contextlib.suppress(OSError):
        return path.read_bytes()
    _tell()
    data = make()
    _keep(path, data)
    return data


def _keep(path: Path, data: bytes) -> None:
    """Write a table aside and rename it, if it can be: nobody sees half of it."""
    import tempfile

    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, aside = tempfile.mkstemp(dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(data)
            os.replace(aside, path)
        except OSError:
            Path(aside).unlink(missing_ok=True)


def _words() -> list[str]:
    flagged, counted, seen = sources.hunspell(), sources.counted(), sources.seen()
    forms = flagged.keys()
    classes = grammar.classes(flagged)
    zipf = {word: max(value, counted.get(word, 0.0)) for word, value in seen.items()} | {
        word: value for word, value in counted.items() if word not in seen
    }
    wrong = slips.ask(sorted({*counted, *_worth_asking(zipf)}))
    small = {form for form in forms if form.islower()}
    names = {form.lower() for form in forms} - small
    common = small | {word for word in counted if word not in wrong and word not in names}
    kinds = dict.fromkeys((word for word in wrong if zipf.get(word, 0.0) >= RARE), "s")
    kinds |= dict.fromkeys(_in_use(zipf, common, wrong), "w")
    kinds |= dict.fromkeys(names - wrong.keys(), "n")
    kinds |= dict.fromkeys(common, "d")
    lines = [
        f"{word}\t{kind}{round(10 * zipf.get(word, 0.0)):02d}{classes.get(word, '')}"
        for word, kind in sorted(kinds.items())
        if WORD.fullmatch(word) and not (word.endswith("'s") and word[:-2] in kinds)
    ]
    return sorted(lines, key=lambda line: line.partition("\t")[0])


def _worth_asking(zipf: dict[str, float]) -> Iterator[str]:
    return (word for word, value in zipf.items() if value >= RARE and len(word) > 2 and WORD.fullmatch(word))


def _in_use(zipf: dict[str, float], common: set[str], wrong: dict[str, tuple[str, ...]]) -> Iterator[str]:
    """Yield the forms in use that are neither words of the dictionary nor slips for one.

    A listed slip that is written on purpose too often (goin, womens) counts as in use.
    """
    pool = {word: zipf[word] for word in _worth_asking(zipf) if word not in common}
    slipped = {
        near
        for word in common
        if (value := zipf.get(word, 0.0)) >= RARE + SLIP
        for near in _edits(word)
        if len(near) > 4 and near in pool and pool[near] < COMMON and value - pool[near] >= SLIP
    }
    for word, value in pool.items():
        right = wrong.get(word)
        purpose = right is not None and value > PURPOSE and max(zipf.get(form, 0.0) for form in right) - value < ALIKE
        if purpose or (right is None and word not in slipped):
            yield word


def _edits(word: str) -> Iterator[str]:
    """Yield what is one edit away: a letter lost, changed, added, or two neighbours changed about."""
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        if tail:
            yield head + tail[1:]
            yield from (head + letter + tail[1:] for letter in LETTERS)
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        yield from (head + letter + tail for letter in LETTERS)


def _pairs() -> bytes:
    table = sorted((crc32(pair.encode()), min(255, round(10 * value))) for pair, value in sources.pairs())
    return array("I", (number for number, _ in table)).tobytes() + bytes(value for _, value in table)
