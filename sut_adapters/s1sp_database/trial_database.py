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
    type_coerce,
    update,
)
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.types import NullType

from rulebook.vocabulary import Component, Slot
from sut_adapters.s1sp_database import emptying, leavings, snapshots
from sut_adapters.s1sp_database.connecting import Database
from sut_adapters.s1sp_database.mapping import Tables
from sut_adapters.s1sp_database.population import Population
from sut_adapters.s1sp_database.snapshots import Picture
from sut_adapters.s1sp_database.stored import CONTENTS
from sut_adapters.trouble import Misconfigured, Phase, Unreachable
from sut_adapters.update_terms import Place

marks = MetaData()
mark = Table("mp107_trial", marks, Column("name", String(128), primary_key=True), Column("state", String(8)))
"""What stood here when the suite first came: tables that were `empty` or `full`, and what else there was `beside`."""

SEEN = "all that stood here"
"""A mark that says that views and triggers have been noted too; without it nobody knows whose they are."""

ELSEWHERE = "let go what uses it: perhaps a process that an update has left running"

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

    @property
    def is_file(self) -> bool:
        """SQLite's, in which whoever writes has all of it, and not rows of it."""
        return self._database.engine.dialect.name == "sqlite"

    def fill(self, population: Population) -> None:
        """Empty it, and fill it with the devices of its S1SPs, which wants it to itself."""
        self._empty()
        self.close()
        try:
            population.fill(self._database.engine, self.s1sps, self.tables)
        except SQLAlchemyError as error:
            said = str(getattr(error, "orig", None) or error).strip().splitlines()[:1]
            reason = f"{self.what}: it could not be filled: {''.join(said)[:200]}; {ELSEWHERE}"
            raise Unreachable(Phase.REACH, reason) from error
        finally:
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
        """Remember what stood here when the suite first came, or read what it remembered then."""
        with self.transaction() as connection:
            if not inspect(connection).has_table(mark.name):
                self._note(connection)
            self._stood = {row.name: row.state for row in connection.execute(select(mark.c.name, mark.c.state))}
            if reason := self._in_the_way(connection):
                self._refuse(f"{reason}; name a database that nobody needs")

    def _note(self, connection: Connection) -> None:
        names = inspect(connection).get_table_names()
        full = {name for name in names if connection.scalar(select(func.count()).select_from(table(name)))}
        if taken := sorted(set(self._ours) & full):
            self._refuse(f"the table {taken[0]} is not empty; name a database that may be filled and emptied at will")
        stood = dict.fromkeys((*names, mark.name), "empty") | dict.fromkeys(full, "full")
        self._mark(connection, stood | dict.fromkeys((*leavings.standing(connection), SEEN), "beside"))

    def _mark(self, connection: Connection, stood: Mapping[str, str]) -> None:
        marks.create_all(connection)
        connection.execute(insert(mark), [{"name": name, "state": state} for name, state in stood.items()])

    def _in_the_way(self, connection: Connection) -> str:
        refs = emptying.references(connection)
        found = emptying.referring(refs, {name for name in refs if self._stood.get(name) != "full"})
        named = [f"the table {found[ours]}, which holds rows, refers to {ours}" for ours in self._ours if ours in found]
        return next(iter(named), "")

    def _refuse(self, reason: str) -> None:
        raise Misconfigured(f"{self.what}: {reason}")

    @property
    def _ours(self) -> tuple[str, ...]:
        return tuple(getattr(self.tables, each.name).name for each in fields(self.tables))

    def _empty(self) -> None:
        """Tables that did not stand here are made anew, as they were made at first."""
        with self.transaction() as connection:
            if not inspect(connection).has_table(mark.name):
                self._mark(connection, self._stood)
            if SEEN in self._stood:
                leavings.take_away(connection, frozenset(self._stood))
            if reason := self._in_the_way(connection):
                raise Unreachable(Phase.REACH, f"{self.what}: {reason}, as it did not at first; take that key away")
            names = set(inspect(connection).get_table_names())
            strangers = sorted(names - set(self._stood), key=lambda name: (name in self._ours, name))
            emptying.drop(connection, strangers)
            emptying.empty(connection, [name for name in names & set(self._stood) if self._is_emptied(name)])

    def _is_emptied(self, name: str) -> bool:
        return name != mark.name and self._stood[name] == "empty"
