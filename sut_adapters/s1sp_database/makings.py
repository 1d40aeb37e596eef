"""What the suite's tables let in and keep: keys, types, defaults, and what may not be null, doubled or otherwise.

An update that leaves them otherwise has changed the S1SP's database for good, though every row may be right. What only
makes a table faster or larger is left out: an index that lets everything in, a column that may stay null.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from typing import Any

from sqlalchemy import Connection, Inspector, Table, inspect
from sqlalchemy.engine.interfaces import ReflectedColumn
from sqlalchemy.exc import NoSuchTableError

from sut_adapters.s1sp_database.mapping import Tables
from sut_adapters.s1sp_database.of_postgresql import ASKED_OF_POSTGRESQL, asked_of

Making = tuple[str, str, object]
"""Our name of the table, what of it, and what that is."""


def makings(connection: Connection, tables: Tables) -> Iterator[Making]:
    """Of every table, in the order of our names of them, and then of what it is about."""
    found = inspect(connection)
    for name in sorted(each.name for each in fields(tables)):
        table = getattr(tables, name)
        for what, ask in ASKED.items():
            yield name, what, _asked(found, table, ask)
        if connection.dialect.name == "postgresql":
            for what, query in ASKED_OF_POSTGRESQL.items():
                yield name, what, asked_of(connection, table, query)


def _asked(found: Inspector, table: Table, ask: Callable[[Inspector, Table], object]) -> object:
    """Nothing of a view, which has none of them."""
    try:
        return ask(found, table)
    except NoSuchTableError:
        return ()


def _checks(found: Inspector, table: Table) -> object:
    return sorted(str(one["sqltext"]) for one in found.get_check_constraints(table.name))


def _foreign_keys(found: Inspector, table: Table) -> object:
    return sorted(
        repr((one["constrained_columns"], one["referred_table"], one["referred_columns"], _options(one)))
        for one in found.get_foreign_keys(table.name)
    )


def _options(key: Mapping[str, Any]) -> object:
    return sorted((name, value) for name, value in key.get("options", {}).items() if value)


def _not_null(found: Inspector, table: Table) -> object:
    """A new column that fills itself lets in whatever came before."""
    ours = {column.name for column in table.columns}
    return sorted(
        one["name"]
        for one in found.get_columns(table.name)
        if not one["nullable"] and (one["name"] in ours or one.get("default") is None)
    )


def _types(found: Inspector, table: Table) -> object:
    return sorted((one["name"], str(one["type"])) for one in _ours(found, table))


def _defaults(found: Inspector, table: Table) -> object:
    return sorted((one["name"], str(one["default"])) for one in _ours(found, table) if one.get("default") is not None)


def _ours(found: Inspector, table: Table) -> list[ReflectedColumn]:
    names = {column.name for column in table.columns}
    return [one for one in found.get_columns(table.name) if one["name"] in names]


def _primary_key(found: Inspector, table: Table) -> object:
    return found.get_pk_constraint(table.name)["constrained_columns"]


def _unique(found: Inspector, table: Table) -> object:
    """Constraints and indexes alike."""
    constraints = [tuple(one["column_names"]) for one in found.get_unique_constraints(table.name)]
    indexes = [tuple(map(str, one["column_names"])) for one in found.get_indexes(table.name) if one["unique"]]
    return sorted({*map(repr, constraints), *map(repr, indexes)})


ASKED: Mapping[str, Callable[[Inspector, Table], object]] = {
    "checks": _checks,
    "defaults": _defaults,
    "foreign keys": _foreign_keys,
    "not null": _not_null,
    "primary key": _primary_key,
    "types": _types,
    "unique": _unique,
}
