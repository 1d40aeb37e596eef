"""The pieces of work that the update's benchmark times, on a database that is filled."""

import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from sqlalchemy import Connection

from data_update import counting, runs, schema
from data_update.applying import Applying, Key
from data_update.engine import Engine
from data_update.moments import Moment
from data_update.runs import Run
from data_update.session import Session, opened
from rulebook.vocabulary import Component
from sut_adapters.s1sp_database.connecting import Database, sqlite_url
from sut_adapters.s1sp_database.population import Population
from tests.benchmarks.update_by_hand import bare
from tests.simulator.stores import postgres

AT = Moment(datetime(2027, 1, 15, 12, tzinfo=UTC))
S1SP = Component.S1SP1.value
BATCH = 2000
FEWEST = 4
"""Batches in each half, to tell whether the later ones take longer."""
ROOT = Path(__file__).parents[2]
Result = TypeVar("Result")

STARTER = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds by the clock; how many slots were written; the memory of the update's process at its most, in MB.

    `later` is what a slot of the second half took beside one of the first; null where there are too few batches.
    """

    filling: float
    bare: float
    plan: float
    writing: float
    recount: float
    slots: int
    later: float | None
    peak: int

    @property
    def update(self) -> float:
        """The seconds of the update, with its plan, its journal, its audit records and its second count."""
        return self.plan + self.writing + self.recount


def taken(fresh: Callable[[], str], filling: float) -> Taken:
    """`fresh` gives the URL of a database that holds the population, as often as it is asked."""
    with opened(fresh()) as session:
        by_hand, rows = _timed(lambda: bare(session, S1SP, AT))
    with opened(fresh()) as session:
        moments: list[float] = []
        engine = Engine(session, S1SP, AT, BATCH, applying=_noting(moments))
        session.make_tables()
        plan, run = _timed(lambda: _planned(engine))
        writing, _ = _timed(lambda: engine.correct(run))
        recount, _ = _timed(lambda: _counted(engine, run))
        written = _journalled(session)
    if rows != written:
        raise SystemExit(f"nothing compared: the bare statement wrote {rows} slots, the update {written}")
    return Taken(filling, by_hand, plan, writing, recount, written, _later(moments), _peak(fresh()))


@contextmanager
def in_sqlite(population: Population) -> Iterator[tuple[Callable[[], str], float]]:
    """Copies of a file."""
    with TemporaryDirectory() as folder:
        filled, copied = Path(folder) / "filled.sqlite", Path(folder) / "copied.sqlite"
        filling = _fill(population, sqlite_url(filled))

        def fresh() -> str:
            for beside in Path(folder).glob("copied.sqlite-*"):
                beside.unlink()
            shutil.copy(filled, copied)
            return sqlite_url(copied)

        yield fresh, filling


@contextmanager
def in_postgresql(population: Population) -> Iterator[tuple[Callable[[], str], float]]:
    """Filled anew each time."""
    with postgres() as server:
        url = server.urls()[Component.S1SP1]
        filling = _fill(population, url)
        first = [url]

        def fresh() -> str:
            if not first:
                _fill(population, server.urls()[Component.S1SP1])
            first.clear()
            return url

        yield fresh, filling


def _fill(population: Population, url: str) -> float:
    database = Database(url, "the benchmark's database")
    took, _ = _timed(lambda: population.fill(database.engine))
    database.close()
    return took


def _planned(engine: Engine) -> Run:
    """As `apply` does before it writes."""
    run = engine.session.retried(runs.begun, S1SP, AT, None)
    engine.learn_all()
    return engine.plan(run)


def _noting(moments: list[float]) -> type[Applying]:
    """Notes when each batch was written."""

    class Noting(Applying):
        def correct(self, connection: Connection, after: Key, last: Key) -> None:
            super().correct(connection, after, last)
            moments.append(time.perf_counter())

    return Noting


def _later(moments: list[float]) -> float | None:
    """The first batch and the last are left out: the one warms up, the other is not full."""
    half = (len(moments) - 2) // 2
    if half < FEWEST:
        return None
    return (moments[2 * half] - moments[half]) / (moments[half] - moments[0])


def _counted(engine: Engine, run: Run) -> None:
    """As `apply` does when it has written."""
    engine.find_all(run.run, schema.scratch_plan)
    with engine.session.transaction() as connection:
        counting.counted(connection, schema.update_plan, run.run, applied=True)
        counting.counted_again(connection, schema.update_plan, run.run)


def _peak(url: str) -> int:
    """Of the whole program, started by a small one: a process begins with the memory of the one that starts it."""
    words = ["--database", url, "--s1sp", S1SP, "--mode", "apply", "--at", AT.text]
    started = [sys.executable, "-c", STARTER, sys.executable, "-m", "data_update", *words]
    return int(subprocess.run(started, cwd=ROOT, capture_output=True, check=True).stdout) // 1024


def _journalled(session: Session) -> int:
    with session.transaction() as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM update_journal").scalar_one())


def _timed(work: Callable[[], Result]) -> tuple[float, Result]:
    began = time.perf_counter()
    result = work()
    return time.perf_counter() - began, result
