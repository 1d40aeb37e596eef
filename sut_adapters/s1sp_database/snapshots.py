"""Every row that the suite has put into a database, by a digest of all that it holds: two such pictures are compared.

A picture is a set of lines, one for each row, with its key, its version and its digest, and after them one for each
thing that the tables themselves are made of. The first picture after a
filling is kept whole, in a file in the order of the keys. A later one is read along with it, line by line, and keeps
what differs, so that a million devices take no more memory than a hundred.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, literal, select, type_coerce
from sqlalchemy.types import NullType

from sut_adapters.s1sp_database.makings import makings
from sut_adapters.s1sp_database.mapping import Tables

AT_ONCE = 10_000
SEPARATOR, STOP = "\x1f", "\t"
VERSION = "version"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: of which table by our name, and its key."""

    table: str
    key: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.table} {' '.join(self.key)}"


@dataclass(frozen=True, slots=True)
class Held:
    """What a row held: the digest of all its columns but the version, and the version, -1 where it is no number."""

    digest: str
    version: int


@dataclass(frozen=True, slots=True)
class Picture:
    """The lines of `whole`, without those that are `gone` and with those that are `new`."""

    whole: Path
    gone: frozenset[str] = frozenset()
    new: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Difference:
    """The rows that were added, removed or changed, as they were and as they are now."""

    was: Mapping[Row, Held]
    now: Mapping[Row, Held]

    @property
    def rows(self) -> tuple[Row, ...]:
        """Each once, in the order of their keys."""
        return tuple(sorted({*self.was, *self.now}, key=lambda row: (row.table, row.key)))


def take(connection: Connection, tables: Tables, whole: Path) -> Picture:
    """Of every table, row by row; the first of a `whole` that is not there yet. To be called within a transaction."""
    lines = _lines(connection, tables)
    if whole.exists():
        return beside(whole, lines)
    begun = whole.with_suffix(".begun")
    with begun.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(lines)
    begun.rename(whole)
    return Picture(whole)


@lru_cache(maxsize=4)
def difference(before: Picture, after: Picture) -> Difference:
    """Of two pictures that have one `whole`; asked once for each S1SP."""
    was = (before.new - after.new) | (after.gone - before.gone)
    now = (after.new - before.new) | (before.gone - after.gone)
    return Difference(dict(map(_read, was)), dict(map(_read, now)))


def noted(picture: Picture, remarks: Iterable[str]) -> Picture:
    """With what has been found out of it besides, which is in no row."""
    return replace(picture, new=picture.new | {_line("afterwards", each, "") for each in remarks})


def digest(row: Sequence[object]) -> str:
    """Of values as a driver gives them, in the order of a table's columns but for the version."""
    return blake2b(repr(tuple(row)).encode(), digest_size=16).hexdigest()


def beside(whole: Path, lines: Iterable[str]) -> Picture:
    """Lines that come in another order than in the file are found to be gone and to be new, and so are neither."""
    gone, new = set[str](), set[str]()
    with whole.open(encoding="utf-8", newline="\n") as file:
        earlier = next(file, "")
        for line in lines:
            while earlier and earlier != line and _key(earlier) < _key(line):
                gone.add(earlier)
                earlier = next(file, "")
            if earlier == line:
                earlier = next(file, "")
            else:
                new.add(line)
                if earlier and _key(earlier) == _key(line):
                    gone.add(earlier)
                    earlier = next(file, "")
        gone.update([earlier, *file] if earlier else [])
    return Picture(whole, frozenset(gone - new), frozenset(new - gone))


def _lines(connection: Connection, tables: Tables) -> Iterator[str]:
    """In the order of our names of the tables, and then of the keys, as the database sorts them."""
    for name in sorted(each.name for each in fields(tables)):
        yield from _of_table(connection, name, getattr(tables, name))
    for name, what, how in makings(connection, tables):
        yield _line(f"the table {name}", what, digest([how]))


def _of_table(connection: Connection, name: str, table: Table) -> Iterator[str]:
    """Values come as the driver gives them, so that one of a wrong type is one too."""
    keys = [column for column in table.columns if column.primary_key]
    held = [column for column in table.columns if column.key != VERSION]
    places, width = [held.index(column) for column in keys], len(held)
    version: list[ColumnElement[Any]] = [column for column in table.columns if column.key == VERSION] or [literal(0)]
    columns = (type_coerce(column, NullType()) for column in (*held, *version))
    found = connection.execute(
        select(*columns).order_by(*keys), execution_options={"stream_results": True, "yield_per": AT_ONCE}
    )
    for part in found.partitions():
        for row in part:
            key = SEPARATOR.join([str(row[place]) for place in places])
            if "\n" in key or STOP in key:
                key = key.replace("\n", " ").replace(STOP, " ")
            yield f"{name}{SEPARATOR}{key}{STOP}{row[width]!r}{STOP}{digest(row[:width])}\n"


def _line(table: str, key: str, found: str) -> str:
    return f"{table}{SEPARATOR}{key.replace(STOP, ' ')}{STOP}0{STOP}{found}\n"


def _key(line: str) -> str:
    return line.partition(STOP)[0]


def _read(line: str) -> tuple[Row, Held]:
    key, version, found = line.rstrip("\n").split(STOP)
    name, *keys = key.split(SEPARATOR)
    return Row(name, tuple(keys)), Held(found, int(version) if version.lstrip("-").isdecimal() else -1)
