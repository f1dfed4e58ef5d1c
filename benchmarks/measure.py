"""A command in, what it cost out: processor time of it and its workers, wall time and peak memory."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple


class Cost(NamedTuple):
    """Seconds of processor and of wall time, peak memory of the largest process in MiB, exit status and output."""

    cpu: float
    wall: float
    memory: float
    status: int
    output: str


def run(command: Sequence[str | Path], folder: Path) -> Cost:
    """Run a command in a folder and wait for it. Needs a system with wait4.

    Byte code is kept between runs, as it is where copydesk is installed, whatever the environment says.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryFile() as out:
        begun = time.perf_counter()
        process = subprocess.Popen(
            [str(part) for part in command], cwd=folder, env=environment, stdout=out, stderr=subprocess.DEVNULL
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        text = out.read().decode("utf-8", "replace")
    unit = 1 if sys.platform == "darwin" else 1024
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * unit / 2**20, process.returncode, text)


def middle(costs: Sequence[Cost], name: str) -> float:
    """Return the median of one figure."""
    return float(median(getattr(cost, name) for cost in costs))
