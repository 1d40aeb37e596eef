"""Only what the suite or the update put there is taken away before the next story, and all of that."""

from sqlalchemy import inspect

from sut_adapters.s1sp_database.makings import makings
from sut_adapters.s1sp_database.mapping import STANDARD
from tests.update_check.databases import POPULATION, engine_of, said, stood, trial


def test_what_an_update_left_is_gone_and_what_stood_there_stays(url: str) -> None:
    said(url, "create table somebodys (word varchar(9))")
    said(url, "insert into somebodys values ('stays')")
    database = trial(url)
    database.fill(POPULATION)
    said(url, "create table journal_of_an_update (word varchar(9))")
    said(url, 'create table "Odd Name" (word varchar(9))')
    database.fill(POPULATION)
    database.close()
    engine = engine_of(url)
    names = set(inspect(engine).get_table_names())
    engine.dispose()
    assert "somebodys" in names
    assert not names & {"journal_of_an_update", "Odd Name"}
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
