"""python -m benchmarks.reading ARCHIVE: how fast Markdown and HTML are read, with the place of every word, on one core.

Beside them stands what rumdl and markdownlint-cli2 need for the same Markdown files, where they are installed.
"""

import argparse
import gc
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.measure import middle, run
from lint.read import read

AIMS = {"Markdown": ((".md", ".markdown", ".mdx"), 15.0), "HTML": ((".html", ".htm", ".xhtml"), 5.0)}
OTHERS = {"rumdl": ["check", "--no-cache", "--silent"], "markdownlint-cli2": []}


def main() -> int:
    """Print megabytes a second of processor time. Returns 1 where there is nothing to read."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading", description=__doc__)
    parser.add_argument("archive", type=Path, help="a folder of posts")
    parser.add_argument("--rounds", type=int, default=5, help="how often the files are read")
    options = parser.parse_args()
    lines = [line for name in AIMS for line in _told(name, options.archive, options.rounds)]
    print("\n".join(lines) or "no Markdown and no HTML here")
    return 0 if lines else 1


def _told(name: str, archive: Path, rounds: int) -> Iterator[str]:
    suffixes, aim = AIMS[name]
    files = [path for path in sorted(archive.rglob("*")) if path.suffix in suffixes and path.is_file()]
    data = [(f"a{path.suffix}", path.read_bytes()) for path in files]
    size = sum(len(content) for _, content in data) / 1e6
    if not size:
        return
    speed = size / median(_seconds(data) for _ in range(rounds))
    met = "met" if speed >= aim else "MISSED"
    yield f"{name}: {len(files):,} files, {size:.1f} MB, read at {speed:.1f} MB/s (aim: {aim:.0f}: {met})"
    if name == "Markdown":
        yield from _others(files, size, rounds)


def _seconds(data: list[tuple[str, bytes]]) -> float:
    gc.collect()
    begun = time.process_time()
    for path, content in data:
        read(path, content)
    return time.process_time() - begun


def _others(files: list[Path], size: float, rounds: int) -> Iterator[str]:
    """Yield the speed of whole runs of other linters, which write a report as well."""
    with tempfile.TemporaryDirectory(prefix="copydesk-reading-") as scratch:
        folder = Path(scratch)
        for number, path in enumerate(files):
            shutil.copyfile(path, folder / f"{number}.md")
        for name, arguments in OTHERS.items():
            command = shutil.which(name, path=f"{Path(sys.executable).parent}:/usr/local/bin:/usr/bin") or shutil.which(
                name
            )
            if command is None:
                yield f"  {name} is not installed; no comparison"
                continue
            what = ["."] if name == "rumdl" else ["*.md"]
            cpu = middle([run([command, *arguments, *what], folder) for _ in range(rounds)], "cpu")
            yield f"  {name}, a whole run: {size / cpu:.1f} MB/s of processor time"


if __name__ == "__main__":
    sys.exit(main())
