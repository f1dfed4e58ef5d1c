"""python -m benchmarks [ARCHIVE]: processor time beside codespell's, peak memory, one draft against a warm archive."""

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from benchmarks import archive
from benchmarks.measure import Cost, middle, run

COPYDESK: list[str | Path] = [sys.executable, "-m", "lint"]
HOUSE = Path(__file__).resolve().parent.parent
CPU_AIM = 6.0
DRAFT_AIM = 0.350


def main() -> int:
    """Print what copydesk costs here and now. Returns 1 if the draft's contradiction was not found."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("archive", nargs="?", type=Path, help="a folder of posts (default: a made-up one)")
    parser.add_argument("--posts", type=int, default=2000, help="size of the made-up archive")
    parser.add_argument("--rounds", type=int, default=3, help="how often each command runs")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="copydesk-benchmark-") as scratch:
        made = Path(scratch) / "publication"
        made.mkdir()
        _, draft = archive.write(made, options.posts)
        source = made / "posts"
        if options.archive is not None:
            source = Path(scratch) / "given"
            shutil.copytree(options.archive, source, ignore=shutil.ignore_patterns(".*"))
        for line in cold(source, options.rounds):
            print(line, flush=True)
        found, lines = one_draft(made, draft, options.posts, options.rounds)
        print("\n".join(lines))
    return 0 if found else 1


def cold(source: Path, rounds: int) -> Iterator[str]:
    """Yield the cost of a first run over a folder, one worker, beside codespell's on the same files, in turn."""
    files = [path for path in source.rglob("*") if path.suffix in (".md", ".markdown", ".txt", ".html")]
    size = sum(path.stat().st_size for path in files)
    yield f"archive: {len(files):,} files, {size / 1e6:.1f} MB"
    ours, theirs, both = [], [], []
    run([*COPYDESK, "--version"], HOUSE)
    check = [*COPYDESK, "check", "--no-cache", "--fail-on", "never", "--format", "json"]
    for _ in range(rounds):
        ours.append(run([*check, "--jobs", "1", source], HOUSE))
        both.append(run([*check, source], HOUSE))
        if find_spec("codespell_lib"):
            theirs.append(run([sys.executable, "-m", "codespell_lib", "--quiet-level", "35", *files], HOUSE))
    cpu = middle(ours, "cpu")
    yield f"copydesk, cold:      {cpu:6.2f} s CPU, {size / 1e6 / cpu:.2f} MB/s, peak {middle(ours, 'memory'):.0f} MiB"
    yield f"copydesk, all cores: {middle(both, 'wall'):6.2f} s wall, {middle(both, 'cpu'):.2f} s CPU"
    if not theirs:
        yield "codespell is not installed (pip install codespell); no comparison"
        return
    base = middle(theirs, "cpu")
    ratio = cpu / base
    peak = middle(theirs, "memory")
    yield f"codespell:           {base:6.2f} s CPU, {size / 1e6 / base:.2f} MB/s, peak {peak:.0f} MiB"
    yield f"ratio of CPU: {ratio:.1f} (aim: {CPU_AIM:.0f} or less: {'met' if ratio <= CPU_AIM else 'MISSED'})"


def one_draft(made: Path, draft: Path, posts: int, rounds: int) -> tuple[bool, list[str]]:
    """Return whether the draft's contradiction was found, and what checking it against a warm archive costs."""
    first = run([*COPYDESK, "index", made], HOUSE)
    check = [*COPYDESK, "check", "--format", "json", draft]
    run(check, HOUSE)
    lone = [*COPYDESK, "check", "--no-cache", "--config", _lone(made), draft]
    costs, alone, starts = (_rounds(command, rounds) for command in (check, lone, [*COPYDESK, "--version"]))
    findings = json.loads(costs[0].output)["findings"] if costs[0].status in (0, 1) else []
    found = any(item["rule"] == "figure-conflict" and item["related"] for item in findings)
    wall = middle(costs, "wall")
    return found, [
        f"index of {posts:,} posts, built: {first.wall:.2f} s wall, peak {first.memory:.0f} MiB",
        f"one draft, warm archive: {wall * 1000:.0f} ms wall, {middle(costs, 'cpu') * 1000:.0f} ms CPU "
        f"(aim: {DRAFT_AIM * 1000:.0f} ms or less: {'met' if wall <= DRAFT_AIM else 'MISSED'})",
        f"the draft's contradiction was {'found' if found else 'NOT FOUND'}",
        f"one draft, no archive:   {middle(alone, 'wall') * 1000:.0f} ms wall",
        f"start-up (--version):    {middle(starts, 'wall') * 1000:.0f} ms wall",
    ]


def _rounds(command: list[str | Path], rounds: int) -> list[Cost]:
    return [run(command, HOUSE) for _ in range(max(5, rounds))]


def _lone(made: Path) -> Path:
    """A configuration of a publication that holds nothing else."""
    folder = made.parent / "lone"
    folder.mkdir(exist_ok=True)
    path = folder / "copydesk.yaml"
    path.write_text("include: []\n", "utf-8")
    return path


if __name__ == "__main__":
    sys.exit(main())
