"""What the audit of many devices costs beside the same by hand, on DuckDB and from Parquet, each in its own process.

Where `make spark` has been run, once on Spark as well, in local mode: for the record.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

import duckdb
from rich.console import Group
from rich.table import Table

from data_update.audit.columns import REQUIRED
from data_update.audit.engines import Engine
from data_update.audit.reasons import WRONG
from data_update.audit.result import audited
from data_update.audit.sources import source
from tests.benchmarks.audit_by_hand import BARE, THOROUGH
from tests.benchmarks.audit_inputs import written
from tests.benchmarks.used import used

DEVICES = 30_000_000
AT = "2026-11-22T12:00:00Z"
PROCESSORS = 2
TURNS = 2
ROOT = Path(__file__).parents[2]
SPARK = ROOT / ".spark" / "bin" / "python"
LOCAL = (
    f"--master local[{PROCESSORS}] --driver-memory 8g --conf spark.sql.shuffle.partitions=16"
    " --conf spark.ui.enabled=false --conf spark.ui.showConsoleProgress=false pyspark-shell"
)
HASHES_THE_RIGHT = "set disabled_optimizers = 'build_side_probe_side';"
"""As the audit has it: DuckDB takes the slots for fewer than they are, and hashes them instead of the registrations."""


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds by the clock and by the processors; memory at its most, in MB; wrong slots. A JVM counts in."""

    clock: float
    processor: float
    peak: int
    found: int


def audit_cost() -> Group:
    """One table; `python -m tests.benchmarks audit 3000000` takes fewer devices."""
    devices = int(sys.argv[2]) if sys.argv[2:] else DEVICES
    with tempfile.TemporaryDirectory(prefix="mp107-") as folder:
        written(Path(folder), devices)
        taken = measured(folder)
    names = ("what", "clock, s", "processors, s", "peak, MB", "audit beside it: clock", "processors")
    table = Table(*names, title=f"The audit of {devices} devices beside SQL by hand (DuckDB, {PROCESSORS} processors)")
    audit = taken["the audit"]
    for what, one in taken.items():
        ratios = f"{audit.clock / one.clock:.2f}", f"{audit.processor / one.processor:.2f}"
        table.add_row(what, f"{one.clock:.1f}", f"{one.processor:.1f}", f"{one.peak}", *ratios)
    return Group(table)


def measured(folder: str) -> Mapping[str, Taken]:
    """The best of each in turns; all have to find the same number of wrong slots."""
    compared = [what for what in WORK if what != ON_SPARK]
    turns = [{what: _child(what, folder) for what in compared} for _ in range(TURNS)]
    if SPARK.is_file():
        turns.append({ON_SPARK: _child(ON_SPARK, folder, SPARK)})
    if len({one.found for turn in turns for one in turn.values()}) > 1:
        raise SystemExit(f"nothing compared: they differ in what they find: {turns}")
    return {
        what: min((turn[what] for turn in turns if what in turn), key=lambda one: one.clock)
        for what in WORK
        if any(what in turn for turn in turns)
    }


def _child(what: str, folder: str, interpreter: Path = Path(sys.executable)) -> Taken:
    command = [str(interpreter), "-m", __spec__.name, what, folder]
    environment = {"PYSPARK_SUBMIT_ARGS": LOCAL, **os.environ}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"nothing measured: {what} ended with {done.returncode}:\n{done.stderr}")
    return Taken(**json.loads(done.stdout))


def _by_hand(text: str) -> Callable[[str], int]:
    def run(folder: str) -> int:
        with duckdb.connect() as connection:
            return sum(row[5] for row in connection.execute(HASHES_THE_RIGHT + text.format(folder=folder)).fetchall())

    return run


def _audit(engine: Engine) -> Callable[[str], int]:
    def run(folder: str) -> int:
        sources = {name: source(name, f"{folder}/{name}.parquet") for name in REQUIRED}
        with audited(engine, sources, AT) as found:
            return found.number(WRONG)

    return run


ON_SPARK = "the audit on Spark"
WORK: Mapping[str, Callable[[str], int]] = {
    "the join, blind to bad rows": _by_hand(BARE),
    "the join, with bad rows counted": _by_hand(THOROUGH),
    "the audit": _audit(Engine.DUCKDB),
    ON_SPARK: _audit(Engine.SPARK),
}


def main(what: str, folder: str) -> None:
    """One piece of work in this process, on as many processors as said; what it took, as JSON."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:PROCESSORS])
    began, (before, _) = time.perf_counter(), used()
    found = WORK[what](folder)
    clock, (after, peak) = time.perf_counter() - began, used()
    sys.stdout.write(json.dumps(asdict(Taken(clock, after - before, peak, found))))


if __name__ == "__main__":
    main(*sys.argv[1:])
