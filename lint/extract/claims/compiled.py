"""Frames and tables from their YAML files, kept compiled in the user's cache."""

import hashlib
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

import msgspec

from lint.decode import convert, load
from lint.model.errors import RuleError

S = TypeVar("S")
T = TypeVar("T")
HERE = Path(__file__).resolve().parent
LINT = HERE.parent.parent
FOLDERS = (LINT / "rules" / "frames", LINT.parent / "rules" / "frames")
FORMAT = 1


def frame_folder() -> Path:
    """Return the folder of the frames that come with copydesk: in the wheel, or in a checkout."""
    for folder in FOLDERS:
        if folder.is_dir():
            return folder
    raise RuleError("the frames that come with copydesk are missing; install it again", str(FOLDERS[0]))


def shipped(name: str, shape: type[S]) -> S:
    """Return a table that comes with copydesk, as its file has it."""
    path = frame_folder() / f"{name}.yaml"
    return convert(load(path.read_text("utf-8"), str(path), RuleError), shape, RuleError)


def compiled(name: str, shape: type[S], kind: type[T], make: Callable[[S], T]) -> T:
    """Return what is made of a table that comes with copydesk, kept."""
    return kept(name, [frame_folder() / f"{name}.yaml"], kind, lambda: make(shipped(name, shape)))


def kept(name: str, files: Iterable[Path], kind: type[T], make: Callable[[], T], more: Iterable[str] = ()) -> T:
    """Return what was made of these files and of `more` text, from the user's cache; else make it and keep it."""
    from platformdirs import user_cache_path

    digest = hashlib.blake2b(f"{FORMAT} {kind.__name__} {_code()}".encode(), digest_size=12)
    for path in files:
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    for text in more:
        digest.update(text.encode("utf-8", "surrogatepass") + b"\0")
    store = user_cache_path("copydesk") / f"{name}-{digest.hexdigest()}.msgpack"
    try:
        return msgspec.msgpack.decode(store.read_bytes(), type=kind)
    except (OSError, msgspec.MsgspecError):
        pass
    made = make()
    try:
        store.parent.mkdir(parents=True, exist_ok=True)
        aside = store.with_suffix(f".{os.getpid()}.tmp")
        aside.write_bytes(msgspec.msgpack.encode(made))
        aside.replace(store)
    except OSError:
        pass
    return made


def _code() -> str:
    """What compiles the files is part of the key: its size and time."""
    stamps = [
        (HERE / name).stat()
        for name in ("frames.py", "written.py", "entities.py", "clubs.py", "verbs.py")
        if (HERE / name).exists()
    ]
    return " ".join(f"{stamp.st_size}.{stamp.st_mtime_ns}" for stamp in stamps)
