"""A population comes out the same however it is written: in one database or the other, by one connection or by two."""

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from sqlalchemy import Engine, select

from sut_adapters.s1sp_database import population_filling, population_writing
from sut_adapters.s1sp_database.connecting import sqlite_url
from sut_adapters.s1sp_database.mapping import STANDARD
from sut_adapters.s1sp_database.population import Population
from tests.simulator.stores import Postgres
from tests.update_check.conftest import Opened, Played
from tests.update_check.databases import POPULATION, engine_of

Rows = list[tuple[object, ...]]


def filled(url: str, population: Population = POPULATION) -> dict[str, Rows]:
    """Every row of every table, in an order of its own."""
    engine = engine_of(url)
    population.fill(engine)
    found = dict(rows(engine))
    engine.dispose()
    return found


def rows(engine: Engine) -> Iterator[tuple[str, Rows]]:
    with engine.connect() as connection:
        for each in fields(STANDARD):
            table = getattr(STANDARD, each.name)
            yield each.name, sorted(map(tuple, connection.execute(select(table))), key=str)


def test_two_connections_write_what_one_writes(
    postgresql: Postgres, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(population_filling, "CHUNK", 40)
    assert population_writing.AT_ONCE == {"sqlite": 1, "postgresql": 2}
    by_one = filled(sqlite_url(tmp_path / "one.sqlite"))
    by_two = filled(next(iter(postgresql.urls().values())))
    assert by_two == by_one
    assert len(by_one["devices"]) == POPULATION.layout.size


def test_nothing_is_committed_where_one_of_two_fails(postgresql: Postgres, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(population_filling, "CHUNK", 40)
    url = next(iter(postgresql.urls().values()))

    def progress(done: int, _: int) -> None:
        if done > 100:
            raise KeyboardInterrupt

    engine = engine_of(url)
    with pytest.raises(KeyboardInterrupt):
        POPULATION.fill(engine, progress=progress)
    assert not any(found for _, found in rows(engine))
    engine.dispose()


def test_an_ordinary_role_of_postgresql_will_do(opened: Opened, play: Played, postgresql: Postgres) -> None:
    system = opened(database=postgresql.of_an_ordinary_role())
    assert set(play(system, "each-s1sps-script-is-about").values()) == {"PASS"}
