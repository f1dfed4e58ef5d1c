"""The library textstat, imported by the first rule that measures readability; it fetches nothing."""

import sys
from functools import cache
from importlib.resources import files
from types import ModuleType
from typing import IO, Any

LANGUAGES = {"en": "en_US"}


@cache
def counter(language: str) -> Any:
    """Return textstat's counts and formulas for a language (`en`, `de`, …), or None where it does not have it."""
    statistics = _library().textstatistics()
    try:
        statistics.set_lang(LANGUAGES.get(language, language))
    except KeyError:
        return None
    return statistics


def _library() -> ModuleType:
    """Import textstat with a stand-in for pkg_resources, of which it uses one function and Python has no more."""
    name = "pkg_resources"
    before = sys.modules.get(name)
    stand_in = ModuleType(name)
    stand_in.resource_stream = _open  # type: ignore[attr-defined]
    sys.modules[name] = stand_in
    try:
        from textstat import textstat  # noqa: F401  importing it is what needs the stand-in
    finally:
        if before is None:
            del sys.modules[name]
        else:
            sys.modules[name] = before
    return sys.modules["textstat.textstat"]


def _open(package: str, path: str) -> IO[bytes]:
    return files(package).joinpath(path).open("rb")
