"""The pieces of work that the update's benchmark times, on a database that is filled."""

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import text

from data_update import runs, schema
from data_update.decisions import RIGHT
from data_update.engine import Engine
from data_update.knowledge import learn
from data_update.moments import Moment
from data_update.session import Session, opened
from rulebook.vocabulary import Component
from sut_adapters.s1sp_database.connecting import Database, sqlite_url
from sut_adapters.s1sp_database.population import Population
from tests.simulator.stores import postgres

AT = Moment(datetime(2027, 1, 15, 12, tzinfo=UTC))
S1SP = Component.S1SP1.value
BATCH = 2000

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
    """Seconds by the clock; how many slots were written."""

    filling: float
    bare: float
    update: float
    recount: float
    slots: int

    @property
    def ratio(self) -> float:
        """Of the update, with its plan, its journal and its audit records, to the bare statement."""
        return self.update / self.bare


def taken(fresh: Callable[[], str], filling: float) -> Taken:
    """`fresh` gives the URL of a database that holds the population, as often as it is asked."""
    with opened(fresh()) as session:
        bare, rows = _timed(lambda: _bare(session))
    with opened(fresh()) as session:
        engine = Engine(session, S1SP, AT, BATCH)
        whole, _ = _timed(lambda: _update(engine))
        recount, _ = _timed(lambda: engine.find_all("afterwards", schema.scratch_plan))
        written = _journalled(session)
    if rows != written:
        raise SystemExit(f"nothing compared: the bare statement wrote {rows} slots, the update {written}")
    return Taken(filling, bare, whole, recount, written)


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


def _update(engine: Engine) -> None:
    """As `apply` does before it counts again."""
    engine.session.make_tables()
    run = engine.session.retried(runs.begun, S1SP, AT, None)
    engine.learn_all()
    engine.correct(engine.plan(run))


def _journalled(session: Session) -> int:
    with session.transaction() as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM update_journal").scalar_one())


def _timed(work: Callable[[], object]) -> tuple[float, int]:
    began = time.perf_counter()
    result = work()
    return time.perf_counter() - began, result if isinstance(result, int) else 0
