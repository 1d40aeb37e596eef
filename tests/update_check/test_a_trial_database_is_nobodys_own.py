"""A database is taken only if it is empty, and only what the suite or the update put there is taken away again."""

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect, text

from rulebook.vocabulary import S1SPS
from sut_adapters.port import Misconfigured
from sut_adapters.s1sp_database import leavings
from sut_adapters.s1sp_database.connecting import sqlite_url
from sut_adapters.s1sp_database.makings import makings
from sut_adapters.s1sp_database.mapping import STANDARD
from sut_adapters.s1sp_database.population import Population
from sut_adapters.s1sp_database.trial_database import TrialDatabase
from sut_adapters.trouble import Unreachable
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


def test_one_whose_tables_somebody_refers_to_is_refused_and_left(url: str) -> None:
    make_our_tables(url)
    said(url, "create table somebodys (device_id varchar(23) references devices (device_id), word varchar(9))")
    said(url, "insert into somebodys values (null, 'stays')")
    with pytest.raises(Misconfigured, match="the table somebodys, which holds rows, refers to devices"):
        trial(url)
    assert said(url, "select word from somebodys") == "stays"


def test_a_table_that_comes_to_refer_to_ours_later_is_not_emptied_with_it(url: str) -> None:
    database = made_by_somebody(url)
    database.fill(POPULATION)
    said(url, "alter table somebodys add column device varchar(23) references devices (device_id) on delete cascade")
    said(url, "update somebodys set device = (select min(device_id) from devices)")
    with pytest.raises(Unreachable, match="the table somebodys, which holds rows, refers to devices"):
        database.fill(POPULATION)
    database.close()
    assert said(url, "select word from somebodys") == "stays"


LEFT = {
    "sqlite": (
        "create view seen as select * from devices",
        "create index quick on somebodys (word)",
        "create trigger writes after update on somebodys begin select 1; end",
        "create trigger kept after update on anchor_slots begin select 1; end",
    ),
    "postgresql": (
        "create view seen as select * from devices",
        "create index quick on somebodys (word)",
        "create sequence numbers",
        "create function quick() returns trigger language plpgsql as $$ begin return new; end $$",
        "create trigger writes after update on somebodys for each row execute function quick()",
        "create trigger kept after update on anchor_slots for each row execute function quick()",
        "create rule none as on update to somebodys do instead nothing",
    ),
}


def test_views_triggers_and_functions_of_an_update_go_and_those_that_stood_there_stay(url: str) -> None:
    kind = url.partition(":")[0]
    said(url, "create table somebodys (word varchar(9))")
    said(url, "insert into somebodys values ('stays')")
    said(url, "create view theirs as select word from somebodys")
    said(url, "create unique index once on somebodys (word)")
    database = trial(url)
    database.fill(POPULATION)
    first = stood(database)
    for statement in LEFT[kind]:
        said(url, statement)
    assert len(stood(database)) > len(first)
    database.fill(POPULATION)
    assert stood(database) == first
    assert said(url, "select word from theirs") == "stays"
    database.close()


def test_our_tables_are_made_anew(url: str) -> None:
    database = trial(url)
    database.fill(POPULATION)
    with database.transaction() as connection:
        first = list(makings(connection, STANDARD))
    said(url, "create table h as select * from anchor_slots")
    said(url, "drop table anchor_slots")
    said(url, "alter table h rename to anchor_slots")
    with database.transaction() as connection:
        assert list(makings(connection, STANDARD)) != first
    database.fill(POPULATION)
    with database.transaction() as connection:
        assert list(makings(connection, STANDARD)) == first
    database.close()


def test_a_mark_that_is_gone_is_not_missed(url: str) -> None:
    said(url, "create table somebodys (word varchar(9))")
    said(url, "insert into somebodys values ('stays')")
    database = trial(url)
    said(url, "drop table mp107_trial")
    database.fill(POPULATION)
    database.close()
    assert said(url, "select word from somebodys") == "stays"
    trial(url).close()


def test_one_that_cannot_be_filled_says_so_and_can_be_filled_when_it_is_let_go(tmp_path: Path) -> None:
    database = trial(sqlite_url(tmp_path / "one.sqlite"))
    database.fill(POPULATION)
    stray = sqlite3.connect(tmp_path / "one.sqlite", isolation_level=None)
    stray.execute("begin")
    stray.execute("select count(*) from devices").fetchall()
    with pytest.raises(Unreachable, match=r"could not be filled: .*locked; let go what uses it: perhaps a process"):
        database.fill(POPULATION)
    stray.close()
    database.fill(POPULATION)
    database.close()


def stood(database: TrialDatabase) -> set[str]:
    with database.transaction() as connection:
        return set(leavings.standing(connection))


def made_by_somebody(url: str) -> TrialDatabase:
    """Our tables and another, which stand there before the suite comes."""
    make_our_tables(url)
    said(url, "create table somebodys (word varchar(9))")
    said(url, "insert into somebodys values ('stays')")
    return trial(url)


def make_our_tables(url: str) -> None:
    engine = create_engine(url.replace("postgresql:", "postgresql+psycopg:"))
    STANDARD.make(engine)
    engine.dispose()
