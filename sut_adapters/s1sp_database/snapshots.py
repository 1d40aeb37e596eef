"""Every row that the suite has put into a database, by a digest of all that it holds: two such pictures are compared.

A picture is a file, so that a million devices take no more memory than a hundred.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from hashlib import blake2b
from pathlib import Path

from sqlalchemy import Connection, Table, select

from sut_adapters.s1sp_database.mapping import Tables
from sut_adapters.s1sp_database.stored import CONTENTS

AT_ONCE = 20_000
SEPARATOR = "\x1f"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: of which table by our name, and its key."""

    table: str
    key: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.table} {' '.join(self.key)}"


def take(connection: Connection, tables: Tables, path: Path) -> None:
    """A picture of every table, row by row; to be called within a transaction."""
    with sqlite3.connect(path) as file:
        file.execute("pragma journal_mode=off")
        file.execute("pragma synchronous=off")
        file.execute("create table row(name, key, digest, content, version, primary key(name, key)) without rowid")
        for each in fields(tables):
            for part in _parts(connection, each.name, getattr(tables, each.name)):
                file.executemany("insert into row values(?, ?, ?, ?, ?)", part)
    file.close()


def differences(before: Path, after: Path) -> Iterator[Row]:
    """Rows that were added, removed or changed, in the order of their keys."""
    with sqlite3.connect(after) as file:
        file.execute("attach ? as earlier", (str(before),))
        for one, other in (("main", "earlier"), ("earlier", "main")):
            found = file.execute(
                f"select name, key from {one}.row except select name, key from {other}.row"  # noqa: S608
            )
            yield from (Row(name, tuple(key.split(SEPARATOR))) for name, key in found)
        changed = file.execute(
            "select name, key from main.row join earlier.row as was using (name, key)"
            " where main.row.digest <> was.digest"
        )
        yield from (Row(name, tuple(key.split(SEPARATOR))) for name, key in changed)
    file.close()


def contents(picture: Path, rows: Iterable[Row]) -> Iterator[tuple[Row, tuple[str, int]]]:
    """What slots held when the picture was taken, as `content` says it, and in which version; where it shows them."""
    with sqlite3.connect(picture) as file:
        for row in rows:
            query = "select content, version from row where name = ? and key = ?"
            found = file.execute(query, (row.table, SEPARATOR.join(row.key))).fetchone()
            if found is not None:
                yield row, (found[0], found[1])
    file.close()


def content(held: Mapping[str, object]) -> str:
    """What a slot holds, by a digest: whoever has written it, and however often."""
    return _digest([held[name] for name in CONTENTS]).hex()


def _parts(connection: Connection, name: str, table: Table) -> Iterator[list[tuple[str, str, bytes, str, int]]]:
    held = name == "anchor_slots"
    keys = [position for position, column in enumerate(table.columns) if column.primary_key]
    columns = [column.label(column.key) for column in table.columns]
    query = select(*columns).order_by(*(column for column in table.columns if column.primary_key))
    rows = connection.execute(query, execution_options={"stream_results": True, "yield_per": AT_ONCE})
    for part in rows.partitions():
        yield [
            (
                name,
                SEPARATOR.join(str(row[key]) for key in keys),
                _digest(row),
                content(dict(row._mapping)) if held else "",
                row._mapping["version"] if held else 0,
            )
            for row in part
        ]


def _digest(row: Iterable[object]) -> bytes:
    values = repr([bytes(value) if isinstance(value, memoryview) else value for value in row])
    return blake2b(values.encode(), digest_size=16).digest()
