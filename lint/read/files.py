"""Paths in, the files to lint out: what .gitignore leaves out and what generators write stays outside."""

import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from pathspec import GitIgnoreSpec

from lint.read import FORMATS

# Folders that hold no posts: version control and caches, what generators write or vendor, and their templates.
SKIPPED = frozenset(
    {"node_modules", "bower_components", "__pycache__", "site-packages", "venv", "vendor", "_gen"}
    | {"_site", "public", "dist", "_layouts", "_includes", "_sass", "layouts", "themes", "archetypes"}
)
# Inside these folders of posts, a name of the second sort is that of a section.
CONTENT = frozenset({"content", "_posts"})
SECTIONS = frozenset({"vendor", "public", "dist", "layouts", "archetypes"})
# Text files by convention that no reader of the publication ever sees.
NO_POSTS = re.compile(
    r"(?:robots|humans|security|ads|requirements[\w.-]*|cmakelists|constraints)\.txt"
    r"|(?:license|licence|copying|notice|changelog|contributing|code_of_conduct|security|authors|readme)(?:[.-][\w.-]+)?"
    r"|.+\.(?:[chjs]|cc|cpp|cs|css|hpp|py|pl|pm|rb|sh|bash|ts|java|php|sql|xml|xsl|rdf|rss|tex|html?|json|ya?ml|diff|patch"
    r"|conf|cfg|ini|rc|log|out)\.txt"  # a listing, given an ending that browsers show
    r"|(?:package(?:-lock)?|tsconfig|composer|manifest|vercel|renovate)\.json|sitemap[\w-]*\.xml|\d{3}\.html",
    re.IGNORECASE,
)


def find(folder: Path, root: Path, include: Sequence[str], exclude: Sequence[str]) -> list[Path]:
    """Return the files below a folder that are posts by their names, sorted.

    `include` and `exclude` are globs in the manner of .gitignore, from `root`; with `include`, only what it names is
    taken, from skipped folders as well.
    """
    wanted = GitIgnoreSpec.from_lines(include) if include else None
    out = GitIgnoreSpec.from_lines(exclude) if exclude else None

    def skip(path: str) -> bool:
        return wanted is None and _skipped(_relative(Path(path), root))

    def keep(path: Path) -> bool:
        if out is not None and out.match_file(_relative(path, root)):
            return False
        return wanted.match_file(_relative(path, root)) if wanted is not None else not NO_POSTS.fullmatch(path.name)

    return sorted(_walk(folder, _ignores_above(folder), skip, keep, folder))


def _walk(
    folder: Path,
    ignores: list[tuple[str, GitIgnoreSpec]],
    skip: Callable[[str], bool],
    keep: Callable[[Path], bool],
    top: Path,
) -> Iterator[Path]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    if any(entry.name == ".gitignore" for entry in entries):
        ignores = [*ignores, *_ignore_file(folder)]
    for entry in entries:
        is_folder = entry.is_dir(follow_symlinks=False)
        if entry.name.startswith(".") or (is_folder and skip(entry.path)):
            continue
        if not is_folder and os.path.splitext(entry.name)[1].lower() not in FORMATS:
            continue
        if _ignored(entry.path, is_folder, ignores):
            continue
        if is_folder:
            yield from _walk(Path(entry.path), ignores, skip, keep, top)
        elif entry.is_file():
            path = Path(entry.path)
            if keep(path) and _of_posts(entry.path) and not _leads_out(entry, top):
                yield path


def _skipped(path: str) -> bool:
    """Tell whether a folder is one of those without posts, by its name and those of the folders above it."""
    *above, name = path.split("/")
    return name in SKIPPED and (name not in SECTIONS or CONTENT.isdisjoint(above))


def _of_posts(path: str) -> bool:
    """Tell whether a file may hold posts: of the archive files that lie about in a publication, only exports do."""
    if not path.lower().endswith(".zip"):
        return True
    from lint.read.zipped import is_export

    return is_export(Path(path))


def _leads_out(entry: os.DirEntry[str], top: Path) -> bool:
    """Tell whether a link leads out of the folder that is searched: what stands elsewhere is no post of it."""
    return entry.is_symlink() and not Path(entry.path).resolve().is_relative_to(top)


def _ignored(path: str, is_folder: bool, ignores: Iterable[tuple[str, GitIgnoreSpec]]) -> bool:
    """The last .gitignore that has a word on a path decides, as in git."""
    verdict = False
    for base, spec in ignores:
        inside = os.path.relpath(path, base).replace(os.sep, "/") + ("/" if is_folder else "")
        said = spec.check_file(inside).include
        verdict = verdict if said is None else said
    return verdict


def _ignore_file(folder: Path) -> list[tuple[str, GitIgnoreSpec]]:
    try:
        lines = (folder / ".gitignore").read_text("utf-8", "replace").splitlines()
    except OSError:
        return []
    return [(str(folder), GitIgnoreSpec.from_lines(line for line in lines if _is_glob(line)))]


def _is_glob(line: str) -> bool:
    """Tell whether a line of .gitignore can be read; git passes over one that cannot."""
    try:
        GitIgnoreSpec.from_lines([line])
    except (ValueError, re.error):
        return False
    return True


def _ignores_above(folder: Path) -> list[tuple[str, GitIgnoreSpec]]:
    """The .gitignore files from the top of the working tree down to above this folder."""
    above = [folder, *folder.parents]
    top = next((path for path in above if (path / ".git").exists()), None)
    if top is None or top == folder:
        return []
    between = above[1 : above.index(top) + 1]
    return [found for path in reversed(between) for found in _ignore_file(path)]


def _relative(path: Path, root: Path) -> str:
    try:
        return path.relative_to(root).as_posix()
    except ValueError:
        return path.as_posix()
