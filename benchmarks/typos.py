"""python -m benchmarks.typos ARCHIVE: what the typo rules cost by themselves, beside codespell and typos, on one core.

A fresh process reads the archive, then checks it with the typo rules alone; the tier is what that takes beyond reading.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

from benchmarks.measure import Cost, middle, run
from lint.cli._setup import job, setup
from lint.lexicon import confusable, context, slips, tables
from lint.read import read
from lint.rulebook.choice import choose
from lint.run import run as check

HOUSE = Path(__file__).resolve().parent.parent
SUFFIXES = (".md", ".markdown", ".mdx", ".txt", ".html")
SPEED_AIM, LOAD_AIM = 10.0, 30.0


def main() -> int:
    """Print megabytes a second of processor time. Returns 1 where there is nothing to read."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.typos", description=__doc__)
    parser.add_argument("archive", type=Path, help="a folder of posts")
    parser.add_argument("--rounds", type=int, default=3, help="how often each command runs")
    parser.add_argument("--once", action="store_true", help="measure in this process, and print JSON")
    options = parser.parse_args()
    files = [path for path in sorted(options.archive.rglob("*")) if path.suffix in SUFFIXES and path.is_file()]
    if options.once:
        print(json.dumps(_once(options.archive, files)))
    else:
        print("\n".join(_told(options.archive, files, options.rounds)) or "nothing to read here")
    return 0 if files else 1


def _told(archive: Path, files: list[Path], rounds: int) -> Iterator[str]:
    size = sum(path.stat().st_size for path in files) / 1e6
    if not size:
        return
    once = [sys.executable, "-m", "benchmarks.typos", "--once", archive.resolve()]
    run(once, HOUSE)  # the dictionaries are made in the first run of an installation
    costs: dict[str, list[Cost]] = {}
    for _ in range(rounds):
        costs.setdefault("copydesk", []).append(run(once, HOUSE))
        if find_spec("codespell_lib"):
            spell = [sys.executable, "-m", "codespell_lib", "--quiet-level", "35", *files]
            costs.setdefault("codespell", []).append(run(spell, HOUSE))
        if (typos := slips.binary()) is not None:
            costs.setdefault("typos", []).append(run([typos, "--isolated", "--threads", "1", *files], HOUSE))
    ours = sorted((json.loads(cost.output) for cost in costs.pop("copydesk")), key=lambda told: told["tier"])
    told = ours[len(ours) // 2]
    yield f"{len(files):,} files, {size:.1f} MB, {told['words']:,} words"
    tier = told["tier"]
    yield f"typo tier: {tier:.2f} s CPU, {_speed(size / tier, SPEED_AIM)}; reading took {told['read']:.2f} s"
    for name, some in costs.items():
        cpu = middle(some, "cpu")
        yield f"{name}, a whole run: {cpu:.2f} s CPU, {size / cpu:.1f} MB/s; the tier costs {tier / cpu:.1f} times that"
    load = told["load"]
    verdict = "met" if load <= LOAD_AIM else "MISSED"
    yield f"dictionaries: loaded in {load:.0f} ms CPU (aim: {LOAD_AIM:.0f} or less: {verdict})"


def _speed(found: float, aim: float) -> str:
    return f"{found:.2f} MB/s (aim: {aim:.0f}: {'met' if found >= aim else 'MISSED'})"


def _once(archive: Path, files: list[Path]) -> dict[str, float]:
    """Return seconds of processor time for reading and for the tier, the milliseconds dictionaries take, the words."""
    made = setup([archive], None)
    rules = choose(list(made.rules), made.config, ("typo",))
    loads = (tables.words, tables.pairs, lambda: confusable.others("form"), context.ready)
    load = sum(_seconds(some) for some in loads)
    asked = job(made, [archive], rules, cache=False, jobs=1)
    reading = _seconds(lambda: [read(file.key, file.path.read_bytes()) for file in asked.targets])
    begun = time.process_time()
    report = check(asked)
    return {
        "read": reading,
        "tier": time.process_time() - begun - reading,
        "load": load * 1000,
        "words": report.words,
    }


def _seconds(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


if __name__ == "__main__":
    sys.exit(main())
