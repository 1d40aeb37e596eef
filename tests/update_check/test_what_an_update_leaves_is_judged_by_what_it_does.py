"""An update fails that leaves the tables otherwise or lets no User write; one that only leaves more does not."""

import sys
from pathlib import Path

import pytest

from rulebook.vocabulary import Component
from sut_adapters.s1sp_database.command import Command
from sut_adapters.s1sp_database.connecting import sqlite_url
from tests.simulator.stores import Postgres
from tests.update_check.conftest import Opened, Played
from tests.update_check.databases import make_our_tables, said

ROOT = Path(__file__).parents[2]
LEAVES = """
import os
from sqlalchemy import create_engine, text
from data_update.command import main
try:
    main()
finally:
    engine = create_engine(os.environ["MP107_DATABASE_URL"].replace("postgresql:", "postgresql+psycopg:"))
    if os.environ["MP107_S1SP"] == "S1SP3":
        with engine.begin() as here:
            for statement in %r:
                here.exec_driver_sql(statement)
"""
SCENARIO = "when-all-three-have-been-carried-out"
FREEZE = (
    "create trigger keep after update on anchor_slots when old.version > 1 begin update anchor_slots set"
    " owner = old.owner, serial = old.serial where device_id = new.device_id and slot = new.slot; end"
)
FORBID = "create trigger no after update on anchor_slots begin select raise(abort, 'closed'); end"
FORBID_RIGHT = (
    "create trigger no after update on anchor_slots when old.version = 1 begin select raise(abort, 'settled'); end"
)
FREEZE_SUPPLIERS = (
    "create trigger keep after update on anchor_slots when old.slot like '% Supplier' begin update anchor_slots set"
    " serial = old.serial where device_id = new.device_id and slot = new.slot; end"
)
REBUILT = (
    "create table n as select * from anchor_slots",
    "drop table anchor_slots",
    "alter table n rename to anchor_slots",
)
BAD = {
    "not kept": (FREEZE,),
    "a User can replace no certificate: closed": (FORBID,),
    "a User can replace no certificate: settled": (FORBID_RIGHT,),
    "Supplier is not kept": (FREEZE_SUPPLIERS,),
    "the table anchor_slots primary key": REBUILT,
    "the table anchor_slots unique": ("create unique index one on anchor_slots (device_id, slot, owner)",),
}
NO_DEVICES = "create trigger no before insert on devices begin select raise(abort, 'full'); end"
NO_REGISTRATIONS = "create trigger no before insert on registrations begin select raise(ignore); end"
BAD |= {
    "no device can be enrolled: full": (NO_DEVICES,),
    "a registration that is recorded is not kept": (NO_REGISTRATIONS,),
}
BAD_ON_POSTGRESQL = {
    "the table anchor_slots persistence": ("alter table anchor_slots set unlogged",),
    "the table anchor_slots triggers that are switched off": ("alter table anchor_slots disable trigger all",),
    "the table devices defaults": ("alter table devices alter column status drop default",),
    "the table anchor_slots types": ("alter table anchor_slots alter column issuer type varchar(40)",),
    "the table devices rules": ("create rule more as on insert to devices do also notify devices",),
    "the table registrations grants": ("revoke insert on registrations from current_user",),
    "the table devices row security": ("alter table devices enable row level security",),
}
HARMLESS = (
    "create table noted (device varchar(23), was varchar(49))",
    "create view seen as select owner, count(*) as n from anchor_slots group by owner",
    "create index quick on anchor_slots (owner)",
    "alter table anchor_slots add column since varchar(20)",
)
AUDIT = (
    "create trigger audit after update on anchor_slots begin insert into noted values (old.device_id, old.serial); end"
)
ON_POSTGRESQL = (
    (
        "create function fz() returns trigger language plpgsql as $$ begin"
        " if old.version > 1 then new.owner := old.owner; new.serial := old.serial; end if; return new; end $$"
    ),
    "create trigger fz before update on anchor_slots for each row execute function fz()",
)
AUDIT_ON_POSTGRESQL = (
    (
        "create function au() returns trigger language plpgsql as $$ begin"
        " insert into noted values (old.device_id, old.serial); return null; end $$"
    ),
    "create trigger au after update on anchor_slots for each row execute function au()",
)


def leaving(*statements: str) -> Command:
    return Command((sys.executable, "-c", LEAVES % (statements,)), 120, ROOT)


@pytest.mark.parametrize("words", BAD)
def test_an_update_that_leaves_the_slots_otherwise_fails(words: str, opened: Opened, play: Played) -> None:
    (verdict,) = play(opened(leaving(*BAD[words])), SCENARIO).values()
    assert verdict.startswith("FAIL: "), verdict
    assert words in verdict


@pytest.mark.parametrize("words", BAD_ON_POSTGRESQL)
def test_an_update_that_leaves_a_table_of_postgresql_otherwise_fails(
    words: str, opened: Opened, play: Played, postgresql: Postgres
) -> None:
    system = opened(leaving(*BAD_ON_POSTGRESQL[words]), database=postgresql.urls()[Component.DSP])
    (verdict,) = play(system, SCENARIO).values()
    assert verdict.startswith("FAIL: "), verdict
    assert words in verdict


def test_what_a_database_refuses_from_the_first_is_no_fault_of_an_update(
    opened: Opened, play: Played, tmp_path: Path
) -> None:
    url = sqlite_url(tmp_path / "s1sps.sqlite")
    make_our_tables(url)
    refuse = "begin select raise(abort, 'no such meter point'); end"
    said(url, f"create trigger points before insert on devices when new.mpxn > '99' {refuse}")
    assert set(play(opened(leaving()), SCENARIO).values()) == {"PASS"}


def test_one_that_leaves_a_table_a_view_an_index_and_an_audit_trigger_passes(opened: Opened, play: Played) -> None:
    system = opened(leaving(*HARMLESS, AUDIT))
    assert set(play(system, SCENARIO).values()) == {"PASS"}
    assert set(play(system, "with-secmp0107-in-force-exactly-the").values()) == {"PASS"}


def test_postgresql_is_asked_the_same(opened: Opened, play: Played, postgresql: Postgres) -> None:
    system = opened(leaving(*ON_POSTGRESQL), database=postgresql.urls()[Component.DSP])
    (verdict,) = play(system, SCENARIO).values()
    assert "is not kept" in verdict
    system.close()
    system = opened(leaving(*HARMLESS, *AUDIT_ON_POSTGRESQL), database=postgresql.urls()[Component.DSP])
    assert set(play(system, SCENARIO).values()) == {"PASS"}
