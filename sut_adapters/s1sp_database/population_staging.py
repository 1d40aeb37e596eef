"""A temporary table of devices to come, and the statements that make rows of three tables out of it: one text for both
kinds of database."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Insert,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    case,
    delete,
    insert,
    literal,
    null,
    select,
    text,
    true,
)

from sut_adapters.s1sp_database.mapping import Tables

DEVICE_COLUMNS = (
    "device_id",
    "device_type",
    "mpxn",
    "secondary_mpan",
    "export_mpan",
    "generation",
    "status",
    "s1sp",
    "cohort",
)
TEMPORARY = ("TEMPORARY",)
metadata = MetaData()

staging = Table(
    "population_staging",
    metadata,
    *(Column(name, String) for name in DEVICE_COLUMNS),
    *(Column(f"held_{number}", Integer, comment="a key of population_held, or null") for number in range(4)),
    Column("registered", Integer, comment="a key of population_registered, or null"),
    prefixes=list(TEMPORARY),
)
held = Table(
    "population_held",
    metadata,
    Column("key", Integer, primary_key=True, autoincrement=False),
    *(Column(name, String) for name in ("owner", "use", "issuer", "serial")),
    Column("certificate", LargeBinary),
    prefixes=list(TEMPORARY),
)
registered = Table(
    "population_registered",
    metadata,
    Column("key", Integer, primary_key=True, autoincrement=False),
    *(Column(name, String) for name in ("market_participant", "role", "licence_area", "meter_point")),
    prefixes=list(TEMPORARY),
)
kinds = Table(
    "population_slots",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("slot", String),
    prefixes=list(TEMPORARY),
)


def insertions(tables: Tables, since: str, recorded_at: str) -> tuple[Insert, ...]:
    """Devices, their slots, and the registrations of those that have an ordinary one.

    Outer joins, though every slot has a row: SQLite then goes by the staged devices, in the order of their keys.
    """
    chosen = case({number: staging.c[f"held_{number}"] for number in range(4)}, value=kinds.c.number)
    slots = select(
        staging.c.device_id,
        kinds.c.slot,
        held.c.owner,
        held.c.use,
        held.c.issuer,
        held.c.serial,
        held.c.certificate,
        literal(1),
    ).select_from(staging.outerjoin(kinds, true()).outerjoin(held, held.c.key == chosen))
    of = registered.c
    records = select(
        staging.c.mpxn,
        of.market_participant,
        of.role,
        literal(since),
        literal(recorded_at),
        of.meter_point,
        of.licence_area,
        null(),
        null(),
    ).join_from(staging, registered, of.key == staging.c.registered)
    devices = select(*(staging.c[name] for name in DEVICE_COLUMNS))
    return (
        insert(tables.devices).from_select(list(DEVICE_COLUMNS), devices, include_defaults=False),
        insert(tables.anchor_slots).from_select(tables.anchor_slots.c.keys(), slots, include_defaults=False),
        insert(tables.registrations).from_select(REGISTRATION_COLUMNS, records, include_defaults=False),
    )


REGISTRATION_COLUMNS = [
    "mpxn",
    "market_participant",
    "role",
    "effective_from",
    "recorded_at",
    "meter_point",
    "licence_area",
    "effective_to",
    "withdrawn_at",
]


def stage(connection: Connection, rows: Sequence[tuple[Any, ...]]) -> None:
    """Rows of `staging`, as fast as the driver takes them."""
    driver = connection.connection.driver_connection
    if driver is None:
        raise RuntimeError("the connection is closed")
    if connection.dialect.name == "postgresql":
        with driver.cursor() as cursor, cursor.copy(f"COPY {staging.name} FROM STDIN") as copy:
            copy.write("".join(map(_line, rows)))
        return
    driver.executemany(str(insert(staging).compile(dialect=connection.dialect)), rows)


def unstage(connection: Connection) -> None:
    """All rows. PostgreSQL would go on reading those that are only deleted."""
    of_postgresql = connection.dialect.name == "postgresql"
    connection.execute(text(f"TRUNCATE {staging.name}") if of_postgresql else delete(staging))


def _line(row: Iterable[Any]) -> str:
    return "\t".join(["\\N" if value is None else str(value) for value in row]) + "\n"
