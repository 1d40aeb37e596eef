"""A child process and what it took."""

import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds by the processor and by the clock, start-up included."""

    processor: float
    clock: float


def run_child(arguments: Sequence[str], folder: Path = ROOT, environment: Mapping[str, str] | None = None) -> Taken:
    """Run this Python with these arguments; ends the benchmark with what the child said if it does not exit with 0."""
    before, began = _children(), time.perf_counter()
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **(environment or {})},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"nothing measured, exit {done.returncode} of {arguments}:\n{done.stdout}{done.stderr}")
    return Taken(_children() - before, time.perf_counter() - began)


def best(taken: Iterable[Taken]) -> Taken:
    """The least of each."""
    seen = list(taken)
    return Taken(min(one.processor for one in seen), min(one.clock for one in seen))


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
