"""A configuration file in, the documents that it stands on and itself out; and what they come to together."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lint.decode import Document, line_of, load, read_text
from lint.model.errors import ConfigError

KEY = "extends"
LONG = 20
# The keys that say the whole of a thing: there one's own stands in place of what is extended, and is not added to it.
WHOLE = frozenset({"include", "select"})
FILES = ("archive", "rules", "frames")


def chain(path: Path, root: Path, before: tuple[Path, ...] = (), seen: set[Path] | None = None) -> Iterator[Document]:
    """Yield the documents that a configuration extends, each once, and then its own.

    Below `root`, the folder of the publication, all of them must lie. `before` are the files that led here.
    """
    seen = set() if seen is None else seen
    document = load(read_text(path, ConfigError), str(path), ConfigError)
    if not isinstance(document.data, dict):
        raise ConfigError("expected `key: value` lines, such as `exclude: [drafts/old/]`", document.where, 1)
    before = (*before, _real(path))
    said = document.data.get(KEY, [])
    for number, item in enumerate(said if isinstance(said, list) else [said]):
        if isinstance(item, str):
            base = path.parent / item
            real = _real(base)
            problem = _problem(item, real, root, before)
            if problem:
                raise ConfigError(f"`{KEY}`: {problem}", document.where, line_of(document, (KEY, number)))
            if real not in seen:
                yield from chain(base, root, before, seen)
    seen.add(before[-1])
    yield document


def _real(path: Path) -> Path:
    """Resolve a path; one that no file can have stays as it is."""
    try:
        return Path(os.path.realpath(path))
    except ValueError:
        return path


def _problem(item: str, base: Path, root: Path, before: tuple[Path, ...]) -> str:
    """Say why a file cannot be extended, or nothing."""
    if not base.is_relative_to(root):
        return f"`{item}` is outside the publication; expected a file below its folder; copy it there"
    if not os.path.isfile(base):
        return f"there is no file `{item}`; expected a path from the folder of this file (nothing is downloaded)"
    if base in before:
        way = " → ".join(path.relative_to(root).as_posix() for path in (*before[before.index(base) :], base))
        return f"`{item}` leads back to itself ({way}); take one of them out"
    if len(before) >= LONG:
        return f"more than {LONG} files extend one another in a row; name the last of them here"
    return ""


def together(base: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """Merge plain data: one's own values go before, lists add up, mappings merge by key."""
    return {**base, **{key: _joined(key, base.get(key), value) for key, value in own.items() if key != KEY}}


def _joined(key: str, base: Any, own: Any) -> Any:
    if key == "options" and isinstance(base, dict):
        return {**base, **{rule: {**base.get(rule, {}), **options} for rule, options in own.items()}}
    if isinstance(base, dict) and isinstance(own, dict):
        return together(base, own)
    if isinstance(base, list) and isinstance(own, list) and key not in WHOLE:
        return base + own
    return own


def placed(data: dict[str, Any], folder: Path) -> dict[str, Any]:
    """Return the data of a configuration with the files that it names found from its folder."""
    found: dict[str, Any] = {key: [str(folder / item) for item in data[key]] for key in FILES if key in data}
    if data.get("facts"):
        found["facts"] = str(folder / data["facts"])
    if data.get("grammar", {}).get("path"):
        found["grammar"] = {**data["grammar"], "path": str(folder / data["grammar"]["path"])}
    return {**data, **found}
