"""How each engine reads an input: every column as text, no row dropped."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import ibis
from ibis import Table
from ibis.expr.datatypes import DataType
from ibis.expr.types import StringValue

from data_update.audit.columns import OPTIONAL, columns_of
from data_update.audit.engines import Engine, said, troubles
from data_update.audit.sources import (
    CSV,
    DEVICES,
    PARQUET,
    SLOTS,
    TABLE,
    Source,
    csv_header,
    line_at_fault,
    refuse_missing,
)
from data_update.audit.tables import arrow_table

PATTERN = "*?["
NOTHING_OR_KNOWN = {"slots": {"cohort", "generation", "s1sp"}} | {
    name: set(OPTIONAL[name]) for name in ("registrations", "certificates", "parties")
}
"""Columns in which an empty text is no value, as an empty cell of a CSV file is."""


@dataclass(frozen=True, slots=True)
class Misshapen:
    """A line of a CSV file with more or fewer columns than its header, or with octets that are no UTF-8."""

    name: str
    line: int
    why: str


def refuse_unreadable(engine: Engine, one: Source) -> None:
    """Raises Misconfigured for what the engine cannot read, or what nobody can."""
    if engine is Engine.POSTGRES and one.kind != TABLE:
        raise one.refuse("--engine postgres reads tables; write postgresql://...#TABLE")
    if engine is Engine.SPARK and one.kind == TABLE:
        raise one.refuse("--engine spark reads files; export the table to Parquet")
    if engine is Engine.SPARK and set(one.place) & set("*?[]{}\\"):
        raise one.refuse("--engine spark takes the name for a pattern; call it otherwise")
    if one.kind == CSV:
        refuse_missing(one, csv_header(one))


def as_text(engine: Engine, connection: Any, one: Source) -> Table:
    """All columns of `columns`, those that are missing with what stands for them; raises Misconfigured in one line."""
    try:
        table = _read(engine, connection, one)
    except troubles(engine) as error:
        raise one.refuse(f"{line_at_fault(one) or said(error)}; mend it, or name what can be read") from error
    refuse_missing(one, tuple(table.columns))
    given = {name: _text(table, name, one) for name in columns_of(one.name) if name in table.columns}
    supplied = {
        name: ibis.literal(value).cast("string") if value is not None else ibis.null("string")
        for name, value in OPTIONAL[one.name].items()
        if name not in table.columns
    }
    return table.select(**given, **supplied)


def misshapen(connection: Any, one: Source) -> Iterator[Misshapen]:
    """DuckDB notes them as it reads CSV. Raises Misconfigured where lines have run into each other."""
    rejected = connection.table(f"rejected_{one.name}").select("line", "error_message").to_pyarrow().to_pylist()
    first: dict[int, str] = {}
    for row in rejected:
        first.setdefault(row["line"], str(row["error_message"]).split("\n")[0])
    for line, why in sorted(first.items()):
        if "quote" in why:
            raise one.refuse(f"line {line}: {why} What follows cannot be told apart; close the quotation mark")
        yield Misshapen(one.name, line, why)


def _read(engine: Engine, connection: Any, one: Source) -> Table:
    if one.kind == PARQUET:
        return _parquet(engine, connection, one)
    if one.kind == CSV and engine is Engine.SPARK:
        return connection.read_csv(one.place, table_name=one.name, header=True, inferSchema=False, mode="FAILFAST")
    if one.kind == CSV:
        return _duckdb_csv(connection, one)
    if engine is Engine.POSTGRES and not one.table:
        return connection.table(SLOTS).join(connection.table(DEVICES), "device_id")
    if engine is Engine.POSTGRES:
        schema, _, table = one.table.rpartition(".")
        return connection.table(table, database=schema or None)
    connection.con.register(one.name, arrow_table(one))
    return connection.table(one.name)


def _parquet(engine: Engine, connection: Any, one: Source) -> Table:
    if engine is Engine.SPARK:
        return connection.read_parquet(one.place, table_name=one.name)
    return connection.read_parquet(plain(one.place), table_name=one.name, hive_partitioning=False)


def _duckdb_csv(connection: Any, one: Source) -> Table:
    """A line of another shape is kept aside, to be counted."""
    read = connection.read_csv(
        plain(one.place),
        table_name=f"file_{one.name}",
        header=True,
        auto_detect=False,
        delim=",",
        quote='"',
        escape='"',
        nullstr="",
        columns=dict.fromkeys(csv_header(one), "VARCHAR"),
        store_rejects=True,
        rejects_table=f"rejected_{one.name}",
        rejects_scan=f"scanned_{one.name}",
        rejects_limit=0,
        hive_partitioning=False,
    )
    return connection.create_table(one.name, read, temp=True)


def plain(place: str) -> str:
    """A path in which DuckDB finds no pattern: what would be one stands in brackets."""
    return "".join(f"[{letter}]" if letter in PATTERN else letter for letter in place)


def _text(table: Table, name: str, one: Source) -> StringValue:
    kind: DataType = table.schema()[name]
    if not (kind.is_string() or kind.is_integer() or kind.is_date() or kind.is_uuid()):
        raise one.refuse(f"{name} is of the type {kind}; give it as text, a moment as 2026-11-22T09:30:00Z")
    text = table[name].cast("string")
    return text.nullif("") if name in NOTHING_OR_KNOWN[one.name] and one.kind != CSV else text
