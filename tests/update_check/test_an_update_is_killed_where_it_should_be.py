"""However late the kill comes: what an update of SQLite has committed after the point is taken back."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Connection

from data_update.faulty import find_fault
from proof.update_trials import called
from rulebook.vocabulary import S1SPS, Component
from sut_adapters.port import Unreachable
from sut_adapters.s1sp_database import commits
from sut_adapters.s1sp_database.connecting import sqlite_url
from sut_adapters.s1sp_database.interleaving import Between
from sut_adapters.s1sp_database.mapping import STANDARD
from sut_adapters.s1sp_database.trial_database import TrialDatabase
from tests.simulator.stores import Postgres
from tests.update_check.conftest import Opened, Played

WRITES = """
import sqlite3, sys
here = sqlite3.connect(sys.argv[1], isolation_level=None)
here.execute("pragma cache_size = 5")
for number in range(6):
    here.execute("begin")
    rows = [(number, bytes(2000)) for _ in range(40)]
    here.executemany("insert into steps values (?, ?)", rows)
    here.execute("rollback" if number % 2 else "commit")
"""
"""Three commits that are too large for the memory that they are given, each with one after it that is taken back."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "one.sqlite"


@pytest.fixture
def database(file: Path) -> Iterator[TrialDatabase]:
    made = TrialDatabase(sqlite_url(file), S1SPS, "--database", STANDARD)
    with made.transaction() as connection:
        connection.exec_driver_sql("create table steps (number integer, page blob)")
    yield made
    made.close()


def _rows(connection: Connection) -> list[tuple[int, int]]:
    """How many rows of which step."""
    return [tuple(row) for row in connection.exec_driver_sql("select number, count(*) from steps group by number")]


def test_each_commit_is_kept_and_can_be_gone_back_to(file: Path, database: TrialDatabase) -> None:
    written = [(0, 40), (2, 40), (4, 40)]
    with commits.kept(database) as made:
        assert made is not None
        subprocess.run([sys.executable, "-c", WRITES, str(file)], check=True)
        assert made.made == 3
        for number in range(4):
            with made.after(number) as then, then.transaction() as connection:
                assert _rows(connection) == written[:number]
        made.back_to(1)
    with database.transaction() as connection:
        assert _rows(connection) == written[:1]
        assert connection.exec_driver_sql("pragma integrity_check").scalar_one() == "ok"


def test_what_had_been_in_the_log_is_no_commit_of_the_updates(file: Path, database: TrialDatabase) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as reader:
        reader.execute("begin")
        reader.execute("select count(*) from steps").fetchone()
        subprocess.run([sys.executable, "-c", WRITES, str(file)], check=True)
        with commits.kept(database) as made:
            assert made is not None
            assert made.made == 0
            with made.after(0) as then, then.transaction() as connection:
                assert len(_rows(connection)) == 3


def test_a_lock_that_stays_is_waited_for_no_longer_than_elsewhere(
    file: Path, database: TrialDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    with commits.kept(database) as made, closing(sqlite3.connect(file)) as another:
        assert made is not None
        monkeypatch.setattr(commits, "PATIENCE_S", 0.05)
        another.execute("begin immediate")
        with pytest.raises(Unreachable, match="--database: database is locked; let go what uses it"):
            made.back_to(0)


def test_a_file_without_such_a_log_keeps_none(database: TrialDatabase) -> None:
    with database.transaction() as connection:
        connection.exec_driver_sql("pragma journal_mode = delete")
    with commits.kept(database) as made:
        assert made is None


def test_postgresql_keeps_none(postgresql: Postgres) -> None:
    url = postgresql.urls()[Component.DSP]
    with closing(TrialDatabase(url, S1SPS, "--database", STANDARD)) as here, commits.kept(here) as made:
        assert made is None


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("registration-not-rechecked", "leaves-what-is-right-before-it-is-started-again::s1sp2"),
        ("loses-concurrent-writes", "keeps-what-users-place-before-it-is-started-again::s1sp2"),
        ("octets-later", "killed-when-it-has-written-a-slot-and-not-started-again"),
        ("audit-records-later", "started-again-each-time-corrects-exactly-the-wrong-slots::s1sp2"),
    ],
)
def test_a_suite_that_always_comes_too_late_catches_it(
    name: str, words: str, opened: Opened, play: Played, monkeypatch: pytest.MonkeyPatch
) -> None:
    writing = Between.writing

    @contextmanager
    def late(between: Between, *devices: str) -> Iterator[Connection]:
        between.started.process.wait()
        with writing(between, *devices) as connection:
            yield connection

    monkeypatch.setattr(Between, "writing", late)
    (verdict,) = play(opened(called(find_fault(name)), claims=("tier2",), kills=12), words).values()
    assert verdict.startswith("FAIL")
