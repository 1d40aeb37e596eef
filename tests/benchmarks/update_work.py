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

from sqlalchemy import text

from data_update import counting, runs, schema
from data_update.decisions import RIGHT
from data_update.engine import Engine
from data_update.knowledge import learn
from data_update.moments import Moment
from data_update.runs import Run
from data_update.session import Session, opened
from rulebook.vocabulary import Component
from sut_adapters.s1sp_database.connecting import Database, sqlite_url
from sut_adapters.s1sp_database.population import Population
from tests.simulator.stores import postgres

AT = Moment(datetime(2027, 1, 15, 12, tzinfo=UTC))
S1SP = Component.S1SP1.value
BATCH = 2000
ROOT = Path(__file__).parents[2]
Result = TypeVar("Result")

STARTER = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""

BARE = """
UPDATE anchor_slots SET owner = n.owner, use = n.use, issuer = n.issuer, serial = n.serial,
  version = anchor_slots.version + 1
FROM devices AS d
JOIN registrations AS r ON r.mpxn = d.mpxn AND r.effective_from <= :day AND r.effective_to IS NULL
  AND r.withdrawn_at IS NULL AND r.role IN ('Electricity Distributor', 'Gas Transporter')
JOIN update_choices AS c ON c.market_participant = r.market_participant AND c.role = r.role
  AND c.licence_area = r.licence_area
JOIN update_certificates AS n ON n.issuer = c.issuer AND n.serial = c.serial
WHERE anchor_slots.device_id = d.device_id AND anchor_slots.slot = c.slot
  AND c.slot IN ('critical Network Operator', 'non-critical Network Operator')
  AND d.s1sp = :s1sp AND d.generation = 'SMETS1' AND d.status <> 'Decommissioned' AND d.device_type <> 'GSME'
  AND NOT EXISTS (SELECT 1 FROM update_holders AS h WHERE h.eui = anchor_slots.owner
    AND h.market_participant = r.market_participant AND h.role = r.role)
  AND EXISTS (SELECT 1 FROM update_owners AS o WHERE o.eui = anchor_slots.owner)
  AND NOT EXISTS (SELECT 1 FROM anchor_slots AS b WHERE b.device_id = d.device_id AND b.owner IS NULL)
  AND NOT EXISTS (SELECT 1 FROM registrations AS x WHERE x.mpxn IN (d.mpxn, d.secondary_mpan, d.export_mpan)
    AND x.market_participant <> r.market_participant AND x.withdrawn_at IS NULL
    AND (x.effective_to IS NULL OR x.effective_to >= :day))
"""
"""As somebody would write it by hand who knows every reason to leave a slot alone."""


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds by the clock; how many slots were written; the memory of the update's process at its most, in MB."""

    filling: float
    bare: float
    plan: float
    writing: float
    recount: float
    slots: int
    peak: int

    @property
    def ratio(self) -> float:
        """Of the update, with its plan, its journal, its audit records and its second count, to the bare statement."""
        return (self.plan + self.writing + self.recount) / self.bare


def taken(fresh: Callable[[], str], filling: float) -> Taken:
    """`fresh` gives the URL of a database that holds the population, as often as it is asked."""
    with opened(fresh()) as session:
        bare, rows = _timed(lambda: _bare(session))
    with opened(fresh()) as session:
        engine = Engine(session, S1SP, AT, BATCH)
        session.make_tables()
        plan, run = _timed(lambda: _planned(engine))
        writing, _ = _timed(lambda: engine.correct(run))
        recount, _ = _timed(lambda: _counted(engine, run))
        written = _journalled(session)
    if rows != written:
        raise SystemExit(f"nothing compared: the bare statement wrote {rows} slots, the update {written}")
    return Taken(filling, bare, plan, writing, recount, written, _peak(fresh()))


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


def _bare(session: Session) -> int:
    """One statement that finds the slots and writes them, and keeps nothing."""
    with session.transaction() as connection:
        learn(connection, AT, RIGHT.choice)
        return connection.execute(text(BARE), {"day": AT.day, "s1sp": S1SP}).rowcount


def _planned(engine: Engine) -> Run:
    """As `apply` does before it writes."""
    run = engine.session.retried(runs.begun, S1SP, AT, None)
    engine.learn_all()
    return engine.plan(run)


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
