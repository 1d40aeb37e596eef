"""Every row is compared by its digest: one value of one row, whichever it is, shows."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some
from sqlalchemy import ColumnElement, Connection, LargeBinary, Table, event, literal_column, select, update

from data_update.faulty import find_fault
from proof.update_trials import called
from sut_adapters.s1sp_database import population, snapshots
from sut_adapters.s1sp_database.connecting import Database, sqlite_url
from sut_adapters.s1sp_database.mapping import STANDARD
from sut_adapters.s1sp_database.population import Population
from sut_adapters.s1sp_database.snapshots import Row
from tests.update_check.conftest import Opened, Played

TABLES: list[Table] = [getattr(STANDARD, each.name) for each in fields(STANDARD)]


def unreferenced(connection: sqlite3.Connection, _: object) -> None:
    connection.execute("PRAGMA foreign_keys=OFF")


class Filled:
    """A database with a small population, and the first picture of it."""

    def __init__(self, folder: Path) -> None:
        self.database = Database(sqlite_url(folder / "one.sqlite"), "the test's database")
        Population.small(datetime(2026, 11, 22, tzinfo=UTC)).fill(self.database.engine)
        self._whole = folder / "whole"
        event.listen(self.database.engine, "connect", unreferenced)
        self.database.engine.dispose()
        with self.database.transaction() as connection:
            self._first = snapshots.take(connection, STANDARD, self._whole)

    @contextmanager
    def unkept(self) -> Iterator[Connection]:
        """What is written is taken back."""
        with self.database.engine.connect() as connection:
            yield connection
            connection.rollback()

    def seen(self, connection: Connection) -> tuple[Row, ...]:
        """The rows that differ from the first picture."""
        return snapshots.difference(self._first, snapshots.take(connection, STANDARD, self._whole)).rows


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Filled]:
    made = Filled(tmp_path_factory.mktemp("pictures"))
    yield made
    made.database.close()


def of(table: Table, key: Mapping[str, object]) -> Row:
    return Row(table.name, tuple(str(key[column.name]) for column in table.primary_key))


def matches(table: Table, key: Mapping[str, object]) -> list[ColumnElement[bool]]:
    return [column == key[column.name] for column in table.primary_key]


def keys(connection: Connection, table: Table) -> Sequence[Mapping[Any, object]]:
    columns = list(table.primary_key)
    return connection.execute(select(*columns).order_by(*columns)).mappings().all()


@pytest.mark.parametrize("table", TABLES, ids=str)
def test_a_changed_value_is_seen_in_whichever_column(table: Table, filled: Filled) -> None:
    """One column in one row, the next column in the next row, and so on round."""
    with filled.unkept() as connection:
        rows = keys(connection, table)
        others = [column for column in table.columns if not column.primary_key]
        changed = {column: rows[number % len(rows)] for number, column in enumerate(others)}
        for column, key in changed.items():
            kind = "blob" if isinstance(column.type, LargeBinary) else "text"
            longer: ColumnElement[object] = literal_column(f"""cast(coalesce("{column.name}" || 'x', 'x') as {kind})""")
            connection.execute(update(table).where(*matches(table, key)).values({column.name: longer}))
        assert set(filled.seen(connection)) == {of(table, key) for key in changed.values()}


@pytest.mark.parametrize("table", TABLES, ids=str)
def test_a_row_with_another_key_is_seen(table: Table, filled: Filled) -> None:
    with filled.unkept() as connection:
        for column in table.primary_key:
            key = keys(connection, table)[0]
            connection.execute(update(table).where(*matches(table, key)).values({column.name: "0"}))
            assert {of(table, key), of(table, {**key, column.name: "0"})} <= set(filled.seen(connection))
            connection.rollback()


ROWS = some.lists(some.integers(0, 30), unique=True)


@given(before=ROWS, after=ROWS)
def test_whatever_their_order_only_what_differs_is_kept(
    tmp_path_factory: pytest.TempPathFactory, before: list[int], after: list[int]
) -> None:
    whole = tmp_path_factory.mktemp("whole") / "whole"
    earlier, later = ([f"t\x1f{number // 2}\t{number}\t-\n" for number in rows] for rows in (before, after))
    whole.write_text("".join(earlier))
    picture = snapshots.beside(whole, later)
    assert (set(picture.gone), set(picture.new)) == (set(earlier) - set(later), set(later) - set(earlier))


def test_one_octet_beside_the_wrong_slots_of_a_large_population_fails_the_update(
    opened: Opened, play: Played, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(population, "SMALL_UP_TO", 1000)
    system = opened(called(find_fault("stray-statement")), population=1001)
    said = play(system, "not-one-row-of-its-database-beside-them-is-touched::s1sp3")
    (verdict,) = said.values()
    assert verdict.startswith("FAIL: expected changed beside them: none, observed changed beside them: 02-4D-50-44-")
    assert verdict.endswith(" critical Supplier")
