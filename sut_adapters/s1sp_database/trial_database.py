"""One database that an update is tried on: emptied, filled, pictured and written to by the suite.

A database is taken only if its tables are empty at first. What stood in it besides is left; what the suite or an update
has put there is taken away again before it is filled anew.
"""

import sqlite3
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, fields
from functools import partial
from pathlib import Path

from sqlalchemy import (
    Column,
    Connection,
    MetaData,
    String,
    Table,
    delete,
    func,
    insert,
    inspect,
    select,
    table,
    text,
    type_coerce,
    update,
)
from sqlalchemy.types import NullType

from rulebook.vocabulary import Component, Slot
from sut_adapters.s1sp_database import snapshots
from sut_adapters.s1sp_database.connecting import Database
from sut_adapters.s1sp_database.mapping import Tables
from sut_adapters.s1sp_database.population import Population
from sut_adapters.s1sp_database.snapshots import Picture
from sut_adapters.s1sp_database.stored import CONTENTS
from sut_adapters.trouble import Misconfigured
from sut_adapters.update_terms import Place

marks = MetaData()
mark = Table("mp107_trial", marks, Column("name", String(128), primary_key=True), Column("state", String(8)))
"""Which tables stood here when the suite first came, and whether they held anything: `empty` or `full`."""

AT_ONCE = 500
PATIENCE_S = 60
"""How long a lock is waited for that an update, or what it has left behind, holds."""

Contents = Mapping[str, object]
"""The columns of a slot that say what it holds."""


@dataclass
class TrialDatabase:
    """`s1sps` are those whose devices it holds, `what` the option that named it."""

    url: str
    s1sps: tuple[Component, ...]
    what: str
    tables: Tables

    def __post_init__(self) -> None:
        self._open()
        self._claim()

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """All or nothing."""
        with self._database.transaction() as connection:
            yield connection

    def fill(self, population: Population) -> None:
        """Empty it, and fill it with the devices of its S1SPs, which wants it to itself."""
        self._empty()
        self.close()
        population.fill(self._database.engine, self.s1sps, self.tables)
        self.close()
        self._open()

    def picture(self, whole: Path) -> Picture:
        """Every row that the suite has put there, beside the picture that is kept whole, or as that one."""
        with self.transaction() as connection:
            return snapshots.take(connection, self.tables, whole)

    def slots(self, connection: Connection, devices: Collection[str]) -> Mapping[Place, Contents]:
        """What the slots of these devices hold, whatever that is by now; an empty slot has None in every column."""
        held = self.tables.anchor_slots.c
        query = select(
            held.device_id, held.slot, *(type_coerce(held[name], NullType()).label(name) for name in CONTENTS)
        )
        found: dict[Place, Contents] = {}
        wanted = sorted(devices)
        for start in range(0, len(wanted), AT_ONCE):
            for row in connection.execute(query.where(held.device_id.in_(wanted[start : start + AT_ONCE]))).mappings():
                if row["slot"] in set(Slot):
                    found[row["device_id"], Slot(row["slot"])] = {name: row[name] for name in CONTENTS}
        return found

    def write(self, connection: Connection, place: Place, contents: Contents) -> None:
        """Put something else in a slot, as the S1SP does for a User: its version rises."""
        held = self.tables.anchor_slots
        values = {held.c[name]: contents[name] for name in CONTENTS}
        values[held.c.version] = held.c.version + 1
        connection.execute(
            update(held).where(held.c.device_id == place[0], held.c.slot == place[1].value).values(values)
        )

    def remove(self, connection: Connection, devices: Collection[str]) -> None:
        """Take devices and their slots away."""
        for table_ in (self.tables.anchor_slots, self.tables.devices):
            for start in range(0, len(devices), AT_ONCE):
                some = sorted(devices)[start : start + AT_ONCE]
                connection.execute(delete(table_).where(table_.c.device_id.in_(some)))

    def close(self) -> None:
        """Let it go."""
        self._database.close()

    def _open(self) -> None:
        """Whatever an update has put there can be read, text that is none too."""
        self._database = Database(self.url, self.what, patience_s=PATIENCE_S)
        with self.transaction() as connection:
            driver = connection.connection.driver_connection
            if isinstance(driver, sqlite3.Connection):
                driver.text_factory = partial(str, encoding="utf-8", errors="backslashreplace")

    def _claim(self) -> None:
        engine = self._database.engine
        if inspect(engine).has_table(mark.name):
            return
        with self.transaction() as connection:
            names = inspect(connection).get_table_names()
            full = {name for name in names if connection.scalar(select(func.count()).select_from(table(name)))}
            ours = {getattr(self.tables, each.name).name for each in fields(self.tables)}
            if taken := sorted(ours & full):
                reason = f"the table {taken[0]} is not empty; name a database that may be filled and emptied at will"
                raise Misconfigured(f"{self.what}: {reason}")
            marks.create_all(connection)
            rows = [{"name": name, "state": "full" if name in full else "empty"} for name in (*names, mark.name)]
            connection.execute(insert(mark), rows)

    def _empty(self) -> None:
        with self.transaction() as connection:
            states = {row.name: row.state for row in connection.execute(select(mark.c.name, mark.c.state))}
            ours = [getattr(self.tables, each.name).name for each in fields(self.tables)]
            for name in sorted(inspect(connection).get_table_names(), key=lambda name: name in ours):
                if name not in states and name not in ours:
                    quoted = connection.dialect.identifier_preparer.quote(name)
                    cascade = " cascade" if connection.dialect.name == "postgresql" else ""
                    connection.execute(text(f"drop table {quoted}{cascade}"))
                elif name != mark.name and states.get(name) != "full":
                    self._clear(connection, name)

    def _clear(self, connection: Connection, name: str) -> None:
        if connection.dialect.name == "postgresql":
            quoted = connection.dialect.identifier_preparer.quote(name)
            connection.execute(text(f"truncate table {quoted} cascade"))
        else:
            connection.execute(delete(table(name)))
