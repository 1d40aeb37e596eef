"""One population, read as tables of SQLite, as tables of PostgreSQL by PostgreSQL itself, and as Parquet."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from data_update.audit.engines import Engine
from data_update.audit.sources import source
from data_update.audit.tables import arrow_table
from rulebook.vocabulary import Component
from sut_adapters.s1sp_database.connecting import sqlite_url
from sut_adapters.s1sp_database.population import Population
from tests.audit.conftest import Found, by
from tests.simulator.stores import postgres

INPUTS = ("slots", "registrations", "certificates", "parties")
POPULATION = Population.small(datetime(2026, 11, 22, 12, tzinfo=UTC))


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> str:
    url = sqlite_url(tmp_path_factory.mktemp("audit") / "s1sps.sqlite")
    POPULATION.fill(create_engine(url))
    return url


@pytest.fixture(scope="module")
def by_duckdb(filled: str) -> Found:
    return by(Engine.DUCKDB, dict.fromkeys(INPUTS, filled))


def test_it_finds_what_the_population_planted(by_duckdb: Found) -> None:
    planted = {(one.device_id, one.slot.value) for one in POPULATION.planted() if one.wrong and one.counted}
    assert {(row["device_id"], row["slot"]) for row in by_duckdb.rows if row["finding"] == "wrong"} == planted


def test_postgresql_says_the_same(by_duckdb: Found) -> None:
    with postgres() as server:
        url = server.urls()[Component.DSP]
        POPULATION.fill(create_engine(url.replace("postgresql:", "postgresql+psycopg:")))
        found = by(Engine.POSTGRES, dict.fromkeys(INPUTS, url))
    assert (found.counts, found.rows) == (by_duckdb.counts, by_duckdb.rows)


def test_parquet_says_the_same(by_duckdb: Found, filled: str, tmp_path: Path) -> None:
    from pyarrow import parquet

    files = {name: tmp_path / f"{name}.parquet" for name in INPUTS}
    for name, file in files.items():
        parquet.write_table(arrow_table(source(name, filled)), file)
    found = by(Engine.DUCKDB, files)
    assert (found.counts, found.rows) == (by_duckdb.counts, by_duckdb.rows)
