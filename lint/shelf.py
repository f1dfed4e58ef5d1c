"""A folder of modules whose file names are its keys; only what is asked for is imported."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType


@cache
def names(package: str) -> tuple[str, ...]:
    """Return the names on the shelf, sorted; those that begin with `_` are not on it."""
    folder = import_module(package)
    return tuple(sorted(found.name for found in iter_modules(folder.__path__) if not found.name.startswith("_")))


def take(package: str, name: str) -> ModuleType:
    """Return the module with this name. Raises KeyError where there is none."""
    if name not in names(package):
        raise KeyError(name)
    return import_module(f"{package}.{name}")
