"""A User's request has a device to itself between two writes of an update, or says in one line why not."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from rulebook.vocabulary import S1SPS
from sut_adapters.port import Unreachable
from sut_adapters.s1sp_database import interleaving
from sut_adapters.s1sp_database.connecting import sqlite_url
from sut_adapters.s1sp_database.interleaving import Between
from sut_adapters.s1sp_database.mapping import STANDARD
from sut_adapters.s1sp_database.trial_database import TrialDatabase

WRITES = """
import sqlite3, sys
here = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=30)
for number in range(5):
    here.execute("insert into steps values (?)", (number,))
    here.execute("select sum(n) from (with recursive c(n) as (select 1 union all select n + 1 from c limit 30000)"
                 " select n from c)").fetchone()
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "one.sqlite"


@pytest.fixture
def database(file: Path) -> Iterator[TrialDatabase]:
    made = TrialDatabase(sqlite_url(file), S1SPS, "--database", STANDARD)
    yield made
    made.close()


def test_between_each_two_writes_of_an_update_there_is_room_for_one(file: Path, database: TrialDatabase) -> None:
    with closing(sqlite3.connect(file)) as here:
        here.execute("create table steps (number integer)")
    seen = []
    with subprocess.Popen([sys.executable, "-c", WRITES, str(file)], start_new_session=True) as process:
        between = Between(process, database)
        for _ in range(5):
            with between.writing("a device") as connection:
                seen.append(connection.exec_driver_sql("select count(*) from steps").scalar_one())
    assert seen[0] == 0
    assert seen == sorted(set(seen)), "no two came between the same two writes"


def test_a_database_that_stays_locked_is_named_and_goes_on_waiting_as_before(
    file: Path, database: TrialDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(interleaving, "LONGEST_S", 0.05)
    with subprocess.Popen([sys.executable, "-c", ""], start_new_session=True) as process:
        between = Between(process, database)
    with database.transaction() as connection:
        connection.exec_driver_sql("pragma busy_timeout = 70")
    with closing(sqlite3.connect(file)) as another:
        another.execute("begin immediate")
        with pytest.raises(Unreachable, match="--database: database is locked"), between.writing("a device"):
            pass
    with database.transaction() as connection:
        assert connection.exec_driver_sql("pragma busy_timeout").scalar_one() == 70
