"""The engines that can carry the audit out, and how each reads the inputs: every column as text, no row dropped."""

import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import ibis
from ibis import Table

from data_update.audit.columns import OPTIONAL, columns_of
from data_update.audit.sources import CSV, DEVICES, PARQUET, SLOTS, TABLE, Source, csv_header, refuse_missing
from sut_adapters.trouble import Misconfigured


class Engine(StrEnum):
    """`spark` needs PySpark and Java, which `make spark` brings; where it runs is said by Spark's own settings."""

    DUCKDB = "duckdb"
    POSTGRES = "postgres"
    SPARK = "spark"


@dataclass(frozen=True, slots=True)
class Misshapen:
    """A line of a CSV file with more or fewer columns than its header."""

    name: str
    line: int
    why: str


@dataclass
class Loaded:
    """One engine with the inputs in it, by name."""

    engine: Engine
    connection: Any
    tables: dict[str, Table] = field(default_factory=dict)
    misshapen: list[Misshapen] = field(default_factory=list)
    _cached: list[Table] = field(default_factory=list)

    def keep(self, name: str, found: Table) -> Table:
        """The same rows, worked out once, for as long as the engine is there."""
        if self.engine is not Engine.SPARK:
            return self.connection.create_table(name, found, temp=True)
        self._cached.append(found.cache())
        return self._cached[-1]


@contextmanager
def loaded(engine: Engine, sources: Mapping[str, Source]) -> Iterator[Loaded]:
    """Raises Misconfigured in one line for whatever cannot be read, and for an engine that is not there."""
    for one in sources.values():
        if engine is Engine.POSTGRES and one.kind != TABLE:
            raise one.refuse("--engine postgres reads tables; write postgresql://...#TABLE")
        if engine is Engine.SPARK and one.kind == TABLE:
            raise one.refuse("--engine spark reads files; export the table to Parquet")
        if one.kind == CSV:
            refuse_missing(one, csv_header(one))
    connection = _connected(engine, sources)
    try:
        found = Loaded(engine, connection)
        for name, one in sources.items():
            found.tables[name] = _as_text(_read(engine, connection, one), one)
        if engine is Engine.DUCKDB:
            found.misshapen = list(_rejected(connection, sources))
        yield found
    finally:
        connection.disconnect()


def _connected(engine: Engine, sources: Mapping[str, Source]) -> Any:
    try:
        if engine is Engine.POSTGRES:
            return _postgres(sources)
        if engine is Engine.SPARK:
            from pyspark.sql import SparkSession

            session = SparkSession.builder.appName("mp107 audit").getOrCreate()
            session.sparkContext.setLogLevel("ERROR")
            return ibis.pyspark.connect(session)
        return ibis.duckdb.connect()
    except ImportError as error:
        raise Misconfigured(f"--engine {engine}: {error}; `make spark` shows what it needs") from error
    except Misconfigured:
        raise
    except Exception as error:
        raise Misconfigured(f"--engine {engine}: {_said(error)}") from error


def _postgres(sources: Mapping[str, Source]) -> Any:
    places = {one.place for one in sources.values()}
    if len(places) > 1:
        raise Misconfigured("--engine postgres: the inputs are in several databases; name tables of one")
    url = places.pop()
    _, _, rest = url.partition("://")
    return ibis.connect(f"postgres://{rest}")


def _read(engine: Engine, connection: Any, one: Source) -> Table:
    try:
        if one.kind == PARQUET:
            return connection.read_parquet(one.place, table_name=one.name)
        if one.kind == CSV and engine is Engine.SPARK:
            return connection.read_csv(one.place, table_name=one.name, header=True, inferSchema=False, mode="FAILFAST")
        if one.kind == CSV:
            return _duckdb_csv(connection, one)
        if engine is Engine.POSTGRES and not one.table:
            return connection.table(SLOTS).join(connection.table(DEVICES), "device_id")
        if engine is Engine.POSTGRES:
            return connection.table(one.table)
        return _attached(connection, one)
    except Misconfigured:
        raise
    except Exception as error:
        raise one.refuse(_said(error)) from error


def _duckdb_csv(connection: Any, one: Source) -> Table:
    """A line of another shape is kept aside, to be counted."""
    header = csv_header(one)
    read = connection.read_csv(
        one.place,
        table_name=f"file_{one.name}",
        header=True,
        auto_detect=False,
        delim=",",
        quote='"',
        escape='"',
        nullstr="",
        columns=dict.fromkeys(header, "VARCHAR"),
        store_rejects=True,
        rejects_table=f"rejected_{one.name}",
        rejects_scan=f"scanned_{one.name}",
        rejects_limit=0,
    )
    return connection.create_table(one.name, read, temp=True)


def _attached(connection: Any, one: Source) -> Table:
    """A table of somebody's database, read by DuckDB itself where it can, and else by SQLAlchemy."""
    from data_update.audit.tables import arrow_table

    connection.con.register(one.name, arrow_table(one))
    return connection.table(one.name)


def _as_text(table: Table, one: Source) -> Table:
    refuse_missing(one, tuple(table.columns))
    given = {name: table[name].cast("string") for name in columns_of(one.name) if name in table.columns}
    supplied = {
        name: ibis.literal(value).cast("string") if value is not None else ibis.null("string")
        for name, value in OPTIONAL[one.name].items()
        if name not in table.columns
    }
    return table.select(**given, **supplied)


def _rejected(connection: Any, sources: Mapping[str, Source]) -> Iterator[Misshapen]:
    """DuckDB notes them as it reads."""
    for name, one in sources.items():
        if one.kind == CSV:
            rejected = connection.table(f"rejected_{name}").select("line", "error_message").to_pyarrow().to_pylist()
            first: dict[int, str] = {}
            for row in rejected:
                first.setdefault(row["line"], str(row["error_message"]).split("\n")[0])
            yield from (Misshapen(name, line, why) for line, why in sorted(first.items()))


def _said(error: Exception) -> str:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return (lines[0] if lines else type(error).__name__)[:200]
