"""What `check --fix` and `check --diff` do with a report: change the files and look again, or show the changes."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click
import msgspec

from lint.cli._setup import shown_path
from lint.fix import Left, diff, plan, write
from lint.model.finding import Finding
from lint.model.job import Job, Report
from lint.report.text import clean
from lint.run import run

# A fix may bring up another; two that undo each other must not go on for ever.
ROUNDS = 5


def mend(job: Job, report: Report, shown: Sequence[str], paths: Iterable[Path]) -> tuple[Report, dict[str, bytes]]:
    """Make the safe fixes of the findings that are shown, and say how many.

    Returns the report of what is left, and the new bytes of the files that came with theirs (standard input), by key.
    """
    roots = [job.root.resolve(), *(path.resolve() for path in paths if not path.is_symlink())]
    count = 0
    mended: set[str] = set()
    given: dict[str, bytes] = {}
    left: list[Left] = []
    for _ in range(ROUNDS):
        left = []
        made = 0
        for change in plan(_due(report, shown), {file.key: file for file in job.targets}, safe=True):
            left += change.left
            if change.edits:
                problem = ""
                if change.file.data is None:
                    problem = write(change, roots)
                else:
                    given[change.file.key] = change.data
                if problem:
                    left += [Left(item, problem) for item in _due(report, shown) if item.path == change.file.key]
                else:
                    made += len(change.edits)
                    mended.add(change.file.key)
        if not made:
            break
        count += made
        job = msgspec.structs.replace(
            job, targets=tuple(file._replace(data=given.get(file.key, file.data)) for file in job.targets)
        )
        report = run(job)
    _tell(left, count, len(mended), job)
    return report, given


def _tell(left: Iterable[Left], count: int, files: int, job: Job) -> None:
    for item in left:
        where = f"{shown_path(item.finding.path, job.root)}:{item.finding.place.line}:{item.finding.place.column}"
        click.echo(f"copydesk: {clean(where)}: {item.finding.rule} is not fixed: {clean(item.reason)}", err=True)
    where = f" in {files} file{'' if files == 1 else 's'}" if files else ""
    click.echo(f"Fixed {count}{where}", err=True)


def show(job: Job, report: Report, shown: Sequence[str]) -> Iterator[str]:
    """Yield a unified diff of what the first fix of every finding that is shown would change."""
    count = 0
    safe = sys.stdout.isatty()
    for change in plan(_due(report, shown), {file.key: file for file in job.targets}, safe=False):
        count += len(change.edits)
        for line in diff(change, shown_path(change.file.key, job.root)):
            yield clean(line.rstrip("\r\n")) + "\n" if safe else line
    click.echo(f"{count} of {sum(item.severity in shown for item in report.findings)} could be fixed", err=True)


def _due(report: Report, shown: Sequence[str]) -> list[Finding]:
    return [item for item in report.findings if item.severity in shown]
