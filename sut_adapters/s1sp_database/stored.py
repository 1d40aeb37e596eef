"""What one S1SP has stored, as values, and how it is read and written: one transaction, all or nothing."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from functools import lru_cache

from cryptography import x509
from cryptography.x509.oid import NameOID
from sqlalchemy import Connection, bindparam, delete, insert, select, update

from rulebook.vocabulary import CertificateUse, Slot
from sut_adapters.s1sp_database.schema import anchor_slots, devices, execution_counters, handled_requests

CONTENTS = ("owner", "use", "issuer", "serial", "certificate")
"""The columns that say what a slot holds."""


@dataclass(frozen=True, slots=True)
class Stored:
    """One certificate in one slot: whose, what for, and its DER."""

    owner: str
    use: CertificateUse
    der: bytes


SlotContents = Mapping[Slot, Stored | None]


@dataclass(frozen=True, slots=True)
class DeviceRow:
    """A device that the S1SP serves."""

    device_id: str
    device_type: str
    mpxn: str | None


@dataclass(frozen=True, slots=True)
class Handled:
    """A request that changed something. `received` is when the DSP took it, `messages` what is to be pushed."""

    request_id: str
    device_id: str
    received: str
    messages: str


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything in one database that the simulator reads back."""

    slots: Mapping[str, SlotContents]
    counters: Mapping[tuple[str, str], int]
    handled: tuple[Handled, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What is written together. `placed` are new devices, `slots` those that get other contents, by device.

    `known` are RequestIDs of which the DSP knows by now, so that they need not be remembered here.
    """

    removed: tuple[str, ...] = ()
    placed: tuple[DeviceRow, ...] = ()
    slots: Mapping[str, SlotContents] = field(default_factory=dict)
    counters: Mapping[tuple[str, str], int] = field(default_factory=dict)
    handled: Handled | None = None
    known: tuple[str, ...] = ()


REMOVED = delete(devices).where(devices.c.device_id == bindparam("gone"))
REPLACED = (
    update(anchor_slots)
    .where(anchor_slots.c.device_id == bindparam("of"), anchor_slots.c.slot == bindparam("in"))
    .values(version=anchor_slots.c.version + 1, **{key: bindparam(key) for key in CONTENTS})
)
TAKEN = delete(execution_counters).where(
    execution_counters.c.device_id == bindparam("of"), execution_counters.c.party == bindparam("from")
)
KNOWN = delete(handled_requests).where(handled_requests.c.request_id == bindparam("gone"))
"""Made once: SQLAlchemy takes longer to build a statement than SQLite to carry it out."""


def write(connection: Connection, change: Change) -> None:
    """To be called within a transaction."""
    if gone := (*change.removed, *(row.device_id for row in change.placed)):
        connection.execute(REMOVED, [{"gone": device_id} for device_id in gone])
    if change.placed:
        connection.execute(insert(devices), [asdict(row) for row in change.placed])
        new = [
            (row.device_id, slot, change.slots.get(row.device_id, {}).get(slot))
            for row in change.placed
            for slot in Slot
        ]
        connection.execute(insert(anchor_slots), [_slot_row(*each) for each in new])
    _replace(connection, change)
    if change.counters:
        taken = [(device_id, party, counter) for (device_id, party), counter in change.counters.items()]
        connection.execute(TAKEN, [{"of": device_id, "from": party} for device_id, party, _ in taken])
        connection.execute(
            insert(execution_counters),
            [{"device_id": device_id, "party": party, "counter": counter} for device_id, party, counter in taken],
        )
    _note(connection, change)


def read(connection: Connection) -> Contents:
    """To be called within a transaction."""
    slots: dict[str, dict[Slot, Stored | None]] = {}
    for row in connection.execute(select(anchor_slots)).mappings():
        stored = Stored(row["owner"], CertificateUse(row["use"]), row["certificate"]) if row["certificate"] else None
        slots.setdefault(row["device_id"], {})[Slot(row["slot"])] = stored
    counters = {(row.device_id, row.party): row.counter for row in connection.execute(select(execution_counters)).all()}
    handled = tuple(Handled(**row) for row in connection.execute(select(handled_requests)).mappings())
    return Contents(slots, counters, handled)


def _replace(connection: Connection, change: Change) -> None:
    """Slots of devices that were there before."""
    placed = {row.device_id for row in change.placed}
    rows = [
        {"of": device_id, "in": slot.value, **_contents(stored)}
        for device_id, contents in change.slots.items()
        for slot, stored in contents.items()
        if device_id not in placed
    ]
    if rows:
        connection.execute(REPLACED, rows)


def _note(connection: Connection, change: Change) -> None:
    handled = () if change.handled is None else (change.handled,)
    if gone := [*change.known, *(each.request_id for each in handled)]:
        connection.execute(KNOWN, [{"gone": request_id} for request_id in gone])
    if handled:
        connection.execute(insert(handled_requests), [asdict(each) for each in handled])


def _slot_row(device_id: str, slot: Slot, stored: Stored | None) -> dict[str, object]:
    return {"device_id": device_id, "slot": slot.value, **_contents(stored)}


def _contents(stored: Stored | None) -> dict[str, object]:
    if stored is None:
        return dict.fromkeys(CONTENTS)
    issuer, serial = _certificate_id(stored.der)
    return dict(zip(CONTENTS, (stored.owner, stored.use.value, issuer, serial, stored.der), strict=True))


@lru_cache(maxsize=1000)
def _certificate_id(der: bytes) -> tuple[str, str]:
    """The issuer's Common Name and the serial number (S1SR clause 2)."""
    certificate = x509.load_der_x509_certificate(der)
    names = certificate.issuer.get_attributes_for_oid(NameOID.COMMON_NAME)
    return str(names[0].value) if names else "", str(certificate.serial_number)
