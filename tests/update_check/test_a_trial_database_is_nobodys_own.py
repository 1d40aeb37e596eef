"""A database is taken only if it is empty, and only what the suite or the update put there is taken away again."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect, text

from rulebook.vocabulary import S1SPS
from sut_adapters.port import Misconfigured
from sut_adapters.s1sp_database.connecting import sqlite_url
from sut_adapters.s1sp_database.mapping import STANDARD
from sut_adapters.s1sp_database.population import Population
from sut_adapters.s1sp_database.trial_database import TrialDatabase
from tests.simulator.stores import Postgres

POPULATION = Population.small(datetime(2026, 11, 22, 12, tzinfo=UTC))


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return sqlite_url(tmp_path / "one.sqlite")
    server: Postgres = request.getfixturevalue("postgresql")
    return next(iter(server.urls().values()))


def said(url: str, statement: str) -> object:
    engine = create_engine(url.replace("postgresql:", "postgresql+psycopg:"))
    with engine.begin() as connection:
        result = connection.execute(text(statement))
        found = result.scalar() if result.returns_rows else None
    engine.dispose()
    return found


def trial(url: str) -> TrialDatabase:
    return TrialDatabase(url, S1SPS, "--database", STANDARD)


def test_one_that_holds_devices_is_refused_and_left(url: str) -> None:
    said(url, "create table devices (device_id varchar(23))")
    said(url, "insert into devices values ('somebody''s')")
    with pytest.raises(Misconfigured, match="--database: the table devices is not empty"):
        trial(url)
    assert said(url, "select count(*) from devices") == 1


def test_it_can_be_filled_again_and_again(url: str) -> None:
    database = trial(url)
    for _ in range(2):
        database.fill(POPULATION)
    database.close()
    again = trial(url)
    again.fill(POPULATION)
    again.close()
    assert said(url, "select count(*) from devices") == POPULATION.layout.size


def test_what_an_update_left_is_gone_and_what_stood_there_stays(url: str) -> None:
    said(url, "create table somebodys (word varchar(9))")
    said(url, "insert into somebodys values ('stays')")
    database = trial(url)
    database.fill(POPULATION)
    said(url, "create table journal_of_an_update (word varchar(9))")
    said(url, 'create table "Odd Name" (word varchar(9))')
    database.fill(POPULATION)
    database.close()
    engine = create_engine(url.replace("postgresql:", "postgresql+psycopg:"))
    names = set(inspect(engine).get_table_names())
    engine.dispose()
    assert "somebodys" in names
    assert not names & {"journal_of_an_update", "Odd Name"}
    assert said(url, "select word from somebodys") == "stays"


def test_an_empty_table_that_stood_there_is_emptied_again(url: str) -> None:
    said(url, "create table update_audit (run varchar(9))")
    database = trial(url)
    said(url, "insert into update_audit values ('first')")
    database.fill(POPULATION)
    database.close()
    assert said(url, "select count(*) from update_audit") == 0
