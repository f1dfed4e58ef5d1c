"""What `check --profile` tells: where the time of a run went, by stage and by kind of rule."""

import cProfile
import pstats
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import lint
from lint.model.rule import Rule

T = TypeVar("T")
HOUSE = Path(lint.__file__).parent
ACTS = ("check", "judge", "prepare")
EXTRACT = (HOUSE / "extract" / "__init__.py", "extract")


def profiled(act: Callable[[], T]) -> tuple[T, pstats.Stats]:
    """Do something under the interpreter's profiler. It slows all of it down: shares are to be trusted, not seconds."""
    profile = cProfile.Profile()
    made = profile.runcall(act)
    return made, pstats.Stats(profile)


def table(stats: pstats.Stats, rules: Iterable[Rule]) -> Iterator[str]:
    """Yield the lines of the report: reading, each sort of fact, each kind with its rules; the slowest first."""
    by_kind: dict[str, list[str]] = {}
    for rule in rules:
        by_kind.setdefault(rule.kind, []).append(rule.id)
    spent: dict[str, float] = {}
    timings = stats.stats  # type: ignore[attr-defined]
    for (file, _, name), (_, _, _, total, callers) in timings.items():
        path = Path(file)
        if path == HOUSE / "read" / "__init__.py" and name == "read":
            spent["read"] = spent.get("read", 0.0) + total
        elif path.parent == HOUSE / "check" and path.stem in by_kind and name in ACTS:
            stage = f"check {path.stem}"
            spent[stage] = spent.get(stage, 0.0) + total
        elif path.is_relative_to(HOUSE / "extract"):
            below = sum(row[3] for (by, _, who), row in callers.items() if (Path(by), who) == EXTRACT)
            if below:
                stage = f"extract {' '.join(path.relative_to(HOUSE / 'extract').with_suffix('').parts)} {name}"
                spent[stage.replace(" __init__", "")] = below
    whole = stats.total_tt or 1.0  # type: ignore[attr-defined]
    yield f"{whole:8.3f} s  100.0 %  the whole run, in one process, nothing cached\n"
    for stage, seconds in sorted(spent.items(), key=lambda item: (-item[1], item[0])):
        kind = stage.removeprefix("check ")
        names = f"  ({', '.join(by_kind[kind])})" if stage.startswith("check ") else ""
        yield f"{seconds:8.3f} s  {100 * seconds / whole:5.1f} %  {stage}{names}\n"
