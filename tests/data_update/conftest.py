"""A small population, in both kinds of database."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from rulebook.vocabulary import Component
from sut_adapters.s1sp_database.connecting import Database, sqlite_url
from tests.data_update.trying import POPULATION, Trial
from tests.simulator.stores import Postgres, postgres


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with the population; to be copied."""
    path = tmp_path_factory.mktemp("population") / "filled.sqlite"
    database = Database(sqlite_url(path), "the filled database")
    POPULATION.fill(database.engine)
    with database.engine.connect() as connection:
        connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
    database.close()
    return path


@pytest.fixture(scope="session")
def server() -> Iterator[Postgres]:
    with postgres() as started:
        yield started


@pytest.fixture
def trial(filled: Path, tmp_path: Path) -> Iterator[Trial]:
    """In SQLite."""
    copied = tmp_path / "s1sp.sqlite"
    shutil.copy(filled, copied)
    begun = Trial(sqlite_url(copied))
    yield begun
    begun.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def either(request: pytest.FixtureRequest) -> Iterator[Trial]:
    """In each kind of database."""
    if request.param == "sqlite":
        yield request.getfixturevalue("trial")
        return
    urls = request.getfixturevalue("server").urls()
    database = Database(urls[Component.S1SP1], "the test's database")
    POPULATION.fill(database.engine)
    database.close()
    begun = Trial(urls[Component.S1SP1])
    yield begun
    begun.close()
