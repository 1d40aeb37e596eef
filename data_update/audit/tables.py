"""A table or view of a SQLite or PostgreSQL database as columns of text in memory, for an engine that is elsewhere."""

from pathlib import Path
from typing import Any

import pyarrow
from sqlalchemy import Column, MetaData, Result, Subquery, Table, column, literal_column, select, table

from data_update.audit.columns import columns_of
from data_update.audit.sources import DEVICES, SLOTS, Source, refuse_missing
from sut_adapters.s1sp_database.connecting import Database
from sut_adapters.trouble import Unreachable

AT_ONCE = 10_000
LONGEST = 200


def arrow_table(one: Source) -> pyarrow.Table:
    """Raises Misconfigured where the database, the table or a column is not there."""
    file = one.place.removeprefix("sqlite:///")
    if file != one.place and file and not Path(file).is_file():
        raise one.refuse(f"there is no file {file}; name the database that has it")
    database = Database(one.place, one.option)
    try:
        return _read(database, one)
    except Unreachable as error:
        raise one.refuse(f"{said(error)}; name a table or view that is there, as URL#TABLE") from error
    finally:
        database.close()


def said(error: Unreachable) -> str:
    """The first line of what the database says."""
    said_by = error.__cause__
    text = str(getattr(said_by, "orig", None) or said_by or error)
    return text.splitlines()[0][:LONGEST]


def slots_with_devices() -> Subquery:
    """The two tables of docs/data-update.md as one."""
    device, slot = (Table(name, MetaData(), *(Column(key) for key in keys)) for name, keys in COLUMNS.items())
    wanted = [*device.c, *(one for one in slot.c if one.name != "device_id")]
    return select(*wanted).join_from(device, slot, device.c.device_id == slot.c.device_id).subquery("slots")


COLUMNS = {
    DEVICES: ("device_id", "device_type", "s1sp", "cohort", "mpxn", "generation", "status"),
    SLOTS: ("device_id", "slot", "owner"),
}


def _read(database: Database, one: Source) -> pyarrow.Table:
    with database.transaction() as connection:
        schema_name, _, name = one.table.rpartition(".")
        named = table(name, schema=schema_name or None) if name else slots_with_devices()
        found = tuple(connection.execute(select(literal_column("*")).select_from(named).limit(0)).keys())
        refuse_missing(one, found)
        wanted = [name for name in columns_of(one.name) if name in found]
        rows: Result[Any] = connection.execute(select(*(column(name) for name in wanted)).select_from(named))
        schema = pyarrow.schema([(name, pyarrow.string()) for name in wanted])
        batches = [
            pyarrow.RecordBatch.from_pylist(
                [{name: None if value is None else str(value) for name, value in row._mapping.items()} for row in part],
                schema,
            )
            for part in rows.partitions(AT_ONCE)
        ]
    return pyarrow.Table.from_batches(batches, schema)
