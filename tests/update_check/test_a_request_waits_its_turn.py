"""A User's request has a device to itself between two writes of an update, or says in one line why not."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rulebook.vocabulary import S1SPS, Component
from sut_adapters.port import Unreachable
from sut_adapters.s1sp_database import interleaving
from sut_adapters.s1sp_database.command import Printed, Started
from sut_adapters.s1sp_database.connecting import Database, sqlite_url
from sut_adapters.s1sp_database.interleaving import Between
from sut_adapters.s1sp_database.mapping import STANDARD
from sut_adapters.s1sp_database.population import Population
from sut_adapters.s1sp_database.trial_database import TrialDatabase
from tests.simulator.stores import Postgres

WRITES = """
import sqlite3, sys
here = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=30)
for number in range(5):
    here.execute("insert into steps values (?)", (number,))
    here.execute("select sum(n) from (with recursive c(n) as (select 1 union all select n + 1 from c limit 30000)"
                 " select n from c)").fetchone()
"""


def _steps(file: Path) -> int:
    """How many have been written."""
    with closing(sqlite3.connect(file, timeout=30)) as here:
        return int(here.execute("select count(*) from steps").fetchone()[0])


def under_way(process: subprocess.Popen[bytes]) -> Callable[[], Started]:
    """One that has been started already."""
    return lambda: Started(process, 60, Printed(None), Printed(None))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "one.sqlite"


@pytest.fixture
def database(file: Path) -> Iterator[TrialDatabase]:
    made = TrialDatabase(sqlite_url(file), S1SPS, "--database", STANDARD)
    yield made
    made.close()


def test_while_it_has_the_device_the_update_writes_nothing(file: Path, database: TrialDatabase) -> None:
    with closing(sqlite3.connect(file)) as here:
        here.execute("create table steps (number integer)")
    with subprocess.Popen([sys.executable, "-c", WRITES, str(file)], start_new_session=True) as process:
        between = Between(under_way(process), database)
        for _ in range(5):
            with between.writing("a device") as connection:
                before = _steps(file)
                between._until(between._stands_still(), interleaving.STEP_S, interleaving.HELD_S)
                assert connection.exec_driver_sql("select count(*) from steps").scalar_one() == _steps(file) == before
    assert process.returncode == 0
    assert _steps(file) == 5


def test_an_update_that_locks_the_whole_table_waits_for_it(postgresql: Postgres) -> None:
    """Otherwise each would come to wait for the other, and PostgreSQL would end one of them."""
    url = postgresql.urls()[Component.DSP]
    with (
        subprocess.Popen([sys.executable, "-c", ""], start_new_session=True) as process,
        closing(TrialDatabase(url, S1SPS, "--database", STANDARD)) as here,
        closing(Database(url, "another")) as another,
    ):
        Population.small(datetime(2026, 11, 22, tzinfo=UTC)).fill(another.engine)
        with another.transaction() as connection:
            device = connection.exec_driver_sql("select max(device_id) from anchor_slots").scalar_one()
        with (
            Between(under_way(process), here).writing(device),
            pytest.raises(Unreachable, match="lock"),
            another.transaction() as it,
        ):
            it.exec_driver_sql("lock table anchor_slots in share row exclusive mode nowait")


IDLES = """
import sys, psycopg
with psycopg.connect(sys.argv[1], autocommit=True) as here:
    here.execute("select pg_sleep(1)")
    here.execute("create table reached ()")
    here.execute(sys.argv[3])
    here.execute("update anchor_slots set version = version + 1 where device_id = %s and pg_sleep(0.1) is not null",
                 (sys.argv[2],))
    here.execute("commit")
"""


@pytest.mark.parametrize(("begun", "written"), [("begin", 0), ("select 1", 4)])
def test_on_postgresql_an_update_is_killed_where_it_waits_and_not_where_it_is_idle(
    begun: str, written: int, postgresql: Postgres
) -> None:
    """A statement that is a transaction of its own is not taken back by the server, whoever sent it."""
    url = postgresql.urls()[Component.DSP]
    with closing(TrialDatabase(url, S1SPS, "--database", STANDARD)) as here:
        here.fill(Population.small(datetime(2026, 11, 22, tzinfo=UTC)))
        with here.transaction() as connection:
            device = connection.exec_driver_sql("select max(device_id) from anchor_slots").scalar_one()
            versions = connection.exec_driver_sql("select sum(version) from anchor_slots").scalar_one()
        words = [sys.executable, "-c", IDLES, url, device, begun]
        with subprocess.Popen(words, start_new_session=True) as process:
            assert Between(under_way(process), here).killed_before_it_writes(device)
        with here.transaction() as connection:
            assert connection.exec_driver_sql("select count(*) from reached").scalar_one() == 0
            found = connection.exec_driver_sql("select sum(version) from anchor_slots").scalar_one()
    assert found - versions == written


def test_a_database_that_stays_locked_is_named_and_goes_on_waiting_as_before(
    file: Path, database: TrialDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(interleaving, "LONGEST_S", 0.05)
    with subprocess.Popen([sys.executable, "-c", ""], start_new_session=True) as process:
        between = Between(under_way(process), database)
    with database.transaction() as connection:
        connection.exec_driver_sql("pragma busy_timeout = 70")
    with closing(sqlite3.connect(file)) as another:
        another.execute("begin immediate")
        said = "--database: database is locked; something holds a lock on it: let that end, or end it"
        with pytest.raises(Unreachable, match=said), between.writing("a device"):
            pass
    with database.transaction() as connection:
        assert connection.exec_driver_sql("pragma busy_timeout").scalar_one() == 70
