"""The addresses that a site generator gives its posts, made from their files."""

import datetime as dt
import posixpath
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from lint import patterns as re
from lint.address import fold
from lint.model.rule import PostRef
from lint.model.site import Layout

DATED = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})[-_](?=.)")
LANGUAGE = re.compile(r"\.[a-z]{2}(?:-[a-zA-Z]{2,4})?$")
FIELD = re.compile(r":([a-z_]+)")
SLUGS = frozenset(("title", "slug", "name", "filename", "slugorfilename", "contentbasename", "slugorcontentbasename"))
DAYS = frozenset(("year", "month", "day", "i_month", "i_day", "short_year", "y_day", "yearday", "monthname"))
KNOWN = SLUGS | DAYS | {"sections", "section", "path", "categories", "collection", "output_ext"}
SHAPES = {"year": r"\d{4}", "month": r"\d\d", "day": r"\d\d", "i_month": r"\d{1,2}", "i_day": r"\d{1,2}"}


def pattern_of(path: str, layout: Layout) -> tuple[str, str]:
    """Return the folder that says what addresses a file gets, and the pattern; nothing where none is known."""
    fits = [folder for folder in layout.permalinks if path.startswith(folder) or f"/{folder}" in f"/{path}"]
    folder = max(fits, key=len, default="")
    pattern = layout.permalinks.get(folder, "")
    return (folder, pattern) if pattern and set(FIELD.findall(pattern)) <= KNOWN else ("", "")


def addresses(ref: PostRef, layout: Layout) -> Iterator[str]:
    """Yield the addresses that a post may have, most likely first; before `~` anything may stand."""
    folder, pattern = pattern_of(ref.path, layout)
    if not pattern or "/" in ref.url:
        return
    inside = ref.path[ref.path.find(folder) + len(folder) :]
    above, stem = posixpath.split(posixpath.splitext(inside)[0])
    language = LANGUAGE.search(stem)
    stem = LANGUAGE.sub("", stem)
    if stem.casefold() in ("index", "_index", "readme"):
        above, stem = posixpath.split(above)
    dated = DATED.match(stem)
    days = _days(ref, dated)
    if DAYS & set(FIELD.findall(pattern)) and not days:
        return
    names = dict.fromkeys((ref.url, stem[dated.end() :] if dated else stem, stem, _sluggish(ref.title)))
    made = [_filled(pattern, folder, above, name, day) for name in filter(None, names) for day in days or [dt.date.min]]
    if language:  # the default language, which nobody knows here, has no folder of its own
        yield from (f"/{language[0][1:].casefold()}{address}" for address in made)
    yield from made


def _days(ref: PostRef, dated: "re.Match[str] | None") -> list[dt.date]:
    """Return the days that may stand in an address: with a zone of time, it may be the one before or after."""
    named = None
    if dated:
        try:
            named = dt.date(*map(int, dated.groups()))
        except ValueError:
            named = None
    found = [day for day in (ref.date, named) if day is not None]
    near = [day + dt.timedelta(step) for day in found for step in (-1, 1) if 1 < day.year < 9999]
    return list(dict.fromkeys([*found, *near]))


def _filled(pattern: str, folder: str, above: str, name: str, day: dt.date) -> str:
    section = folder.rstrip("/").rpartition("/")[2] or above.partition("/")[0]
    values = {
        **dict.fromkeys(SLUGS, name),
        "year": f"{day.year:04}",
        "short_year": f"{day.year % 100:02}",
        "month": f"{day.month:02}",
        "day": f"{day.day:02}",
        "i_month": str(day.month),
        "i_day": str(day.day),
        "y_day": f"{day:%j}",
        "yearday": str(day.timetuple().tm_yday),
        "monthname": f"{day:%B}".lower(),
        "sections": above,
        "section": section,
        "path": posixpath.join(above, name),
        "collection": section.lstrip("_"),
        "categories": "~",
        "output_ext": ".html",
    }
    filled = FIELD.sub(lambda match: values[match[1]], pattern)
    _, anything, rest = filled.rpartition("~")
    return f"~{folded(rest)}" if anything else folded(filled)


def folded(path: str) -> str:
    """Return the path of an address as two are compared: letter case, `.html` and slashes at its end left out."""
    path = re.sub(r"/{2,}", "/", f"/{path}").casefold().rstrip("/")
    return path.removesuffix("/index.html").removesuffix(".html")


def shape_of(pattern: str, categories: Iterable[str]) -> "re.Pattern[str] | None":
    """Return what every address of a pattern with a day looks like; nothing where other pages may look alike.

    Of the categories only those are sure that are folders.
    """
    fields = FIELD.findall(pattern)
    if not {"year", "month"} <= {field.removeprefix("i_") for field in fields}:
        return None
    shapes = {**SHAPES, "categories": f"(?:{'|'.join(sorted(map(re.escape, categories)))})?"}
    parts = FIELD.split(folded(pattern))
    made = "".join(shapes.get(part, r"[^/]+") if at % 2 else re.escape(part) for at, part in enumerate(parts))
    return re.compile(made.replace("?/", "?/?", 1) if "categories" in fields else made)


def elsewhere(layout: Layout) -> "re.Pattern[str]":
    """Return what matches the addresses that the host leads elsewhere."""
    parts = (re.split(r"(\*|:\w+\*?|\([^()]*\))", folded(urlsplit(one).path)) for one in layout.redirects)
    every = ("".join(".*" if at % 2 else re.escape(part) for at, part in enumerate(one)) for one in parts)
    return re.compile("|".join(sorted(set(every))) or r"(?!)")


def _sluggish(text: str) -> str:
    return re.sub(r"[^\w]+", "-", fold(text)).strip("-")
