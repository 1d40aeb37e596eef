"""A database is taken only if it is empty, and what stood there first is left."""

import sqlite3
from pathlib import Path

import pytest

from sut_adapters.port import Misconfigured
from sut_adapters.s1sp_database.connecting import sqlite_url
from sut_adapters.trouble import Unreachable
from tests.update_check.databases import POPULATION, made_by_somebody, make_our_tables, said, trial


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
