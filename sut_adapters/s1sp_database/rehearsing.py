"""Whether life goes on after an update: Users replace what it has placed, devices are enrolled, registrations come.

All is tried, and taken back unseen.

A trigger may stand on the tables as long as this comes true: one that writes an audit record does not matter, one that
puts back what the update wrote does.
"""

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from functools import lru_cache

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.exc import SQLAlchemyError

from rulebook.vocabulary import (
    NETWORK_OPERATOR_SLOTS,
    CertificateUse,
    DeviceStatus,
    DeviceType,
    Generation,
    Slot,
    UserRole,
)
from sut_adapters.s1sp_database.certificates import Certificates
from sut_adapters.s1sp_database.connecting import LOCKED, is_busy
from sut_adapters.s1sp_database.population_devices import Planted
from sut_adapters.s1sp_database.population_operators import CURLEW
from sut_adapters.s1sp_database.population_stories import CORRECTED, RIGHT
from sut_adapters.s1sp_database.trial_database import Contents, TrialDatabase
from sut_adapters.update_terms import Place

USE = dict(zip(sorted(NETWORK_OPERATOR_SLOTS), CertificateUse, strict=True))
BESIDE = dict(zip(USE, sorted(set(Slot) - NETWORK_OPERATOR_SLOTS), strict=True))
"""The Supplier slot for certificates of the same use."""

NEWCOMER, MPAN = "02-4D-50-44-FF-FF-FF-FF", "9999999999999"
"""Of a device of no population."""

AT_MOST = 400
"""Network Operator slots, evenly from the first to the last."""


def rehearsed(
    database: TrialDatabase, planted: Sequence[Planted], certificates: Certificates, octets: Container[str]
) -> tuple[str, ...]:
    """What became otherwise than a User's 6.15.1 would have it.

    Network Operators replace certificates in slots that the update has put right or found right, by newer ones of
    theirs and by another's in turn, and Suppliers theirs beside them. `octets` are the S1SPs that keep more than
    Certificate IDs.
    """
    renewed = lru_cache(lambda owner, slot, kept: certificates.contents(owner, USE[slot], 2, octets=kept))
    right = [one for one in planted if one.expects in (CORRECTED, RIGHT)]
    wanted: dict[Place, Contents] = {}
    for number, one in enumerate(some := right[:: 1 + len(right) // AT_MOST]):
        kept, whose = one.s1sp in octets, (one, some[0])[number // 2 % 2]
        wanted[one.device_id, one.slot] = renewed(whose.owner, one.slot, kept)
        wanted[one.device_id, BESIDE[one.slot]] = renewed(CURLEW.eui, one.slot, kept)
    return (
        *_tried(database, "a User can replace no certificate", lambda here: _otherwise(here, database, wanted)),
        *_tried(database, "no device can be enrolled", lambda here: _enrolled(here, database)),
        *_tried(database, "no registration can be recorded", lambda here: _registered(here, database)),
    )


def _tried(database: TrialDatabase, otherwise: str, how: Callable[[Connection], Iterator[str]]) -> tuple[str, ...]:
    """What it found, or why it was not let in; nothing of it stays."""
    with database.transaction() as connection:
        tried = connection.begin_nested()
        try:
            return tuple(how(connection))
        except SQLAlchemyError as error:
            if is_busy(error) or getattr(getattr(error, "orig", None), "sqlstate", None) in LOCKED:
                raise
            reason = str(getattr(error, "orig", None) or error).strip().splitlines()[:1]
            return (f"{otherwise}: {''.join(reason)[:200]}",)
        finally:
            tried.rollback()


def _enrolled(connection: Connection, database: TrialDatabase) -> Iterator[str]:
    """A device more, with its slots."""
    devices, slots = database.tables.devices, database.tables.anchor_slots
    s1sp = None if len(database.s1sps) == 1 else database.s1sps[0].value
    device = {
        "device_id": NEWCOMER,
        "device_type": DeviceType.ESME.value,
        "mpxn": MPAN,
        "generation": Generation.SMETS1.value,
        "status": DeviceStatus.COMMISSIONED.value,
        "s1sp": s1sp,
        "cohort": "IOC",
    }
    connection.execute(insert(devices).values({devices.c[name]: value for name, value in device.items()}))
    for slot in Slot:
        values = {slots.c.device_id: NEWCOMER, slots.c.slot: slot.value, slots.c.version: 1}
        connection.execute(insert(slots).values(values))
    if len(database.slots(connection, {NEWCOMER})) < len(Slot):
        yield "a device that is enrolled is not kept"


def _registered(connection: Connection, database: TrialDatabase) -> Iterator[str]:
    """A record more, which ends one that stands."""
    table = database.tables.registrations
    record = {
        "mpxn": MPAN,
        "market_participant": "NMOR",
        "role": UserRole.ELECTRICITY_DISTRIBUTOR.value,
        "effective_from": "2018-07-01",
        "recorded_at": "2018-07-01T00:00:00Z",
        "meter_point": "import",
        "licence_area": "north",
    }
    connection.execute(insert(table).values({table.c[name]: value for name, value in record.items()}))
    connection.execute(update(table).where(table.c.mpxn == MPAN).values({table.c.effective_to: "2018-07-31"}))
    if connection.scalars(select(table.c.effective_to).where(table.c.mpxn == MPAN)).all() != ["2018-07-31"]:
        yield "a registration that is recorded is not kept"


def _otherwise(connection: Connection, database: TrialDatabase, wanted: Mapping[Place, Contents]) -> Iterator[str]:
    there = database.slots(connection, {device for device, _ in wanted})
    for place, contents in wanted.items():
        database.write(connection, place, contents)
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("set constraints all immediate")
    found = database.slots(connection, {device for device, _ in wanted})
    for place, held in there.items():
        if found.get(place) != wanted.get(place, held):
            yield f"what a User places in {place[0]}'s {place[1]} is not kept"
