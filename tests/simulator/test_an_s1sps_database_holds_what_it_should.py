"""The tables of an S1SP, in both kinds of database."""

from collections.abc import Iterator

import pytest
from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from rulebook.vocabulary import CertificateUse, Component, Slot
from sut_adapters.s1sp_database import schema, stored
from sut_adapters.s1sp_database.connecting import Database
from sut_adapters.s1sp_database.stored import Change, DeviceRow, Handled, Stored
from sut_adapters.smki.pki import TestPki
from sut_adapters.trouble import Unreachable
from tests.simulator.stores import Urls

DEVICE, PARTY = "00-00-00-00-00-00-00-01", "00-00-00-00-00-00-00-02"
LARGEST_COUNTER = 2**64 - 1


@pytest.fixture
def database(urls: Urls) -> Iterator[Database]:
    opened = Database(urls[Component.S1SP1], "--s1sp-db S1SP1", schema.metadata)
    yield opened
    opened.close()


@pytest.fixture
def held(pki: TestPki) -> Stored:
    use = CertificateUse.DIGITAL_SIGNING
    return Stored(pki.user_id["Southfell"], use, pki.certificates["Southfell", use, 1])


def write(database: Database, change: Change) -> None:
    with database.transaction() as connection:
        stored.write(connection, change)


def placed(held: Stored) -> Change:
    slots = {DEVICE: {Slot.CRITICAL_NETWORK_OPERATOR: held, Slot.CRITICAL_SUPPLIER: None}}
    return Change(placed=(DeviceRow(DEVICE, "ESME", "1012345678901"),), slots=slots)


def test_a_device_has_all_four_slots_and_a_certificate_its_id(database: Database, held: Stored) -> None:
    write(database, placed(held))
    with database.transaction() as connection:
        assert stored.read(connection).slots == {DEVICE: dict.fromkeys(Slot) | {Slot.CRITICAL_NETWORK_OPERATOR: held}}
        row = connection.execute(select(schema.anchor_slots).where(schema.anchor_slots.c.owner.is_not(None))).one()
    assert (row.issuer, row.version) == ("MP107 test issuing", 1)
    assert row.serial.isdigit()


def test_every_replacement_is_counted(database: Database, held: Stored) -> None:
    write(database, placed(held))
    for _ in range(2):
        write(database, Change(slots={DEVICE: {Slot.CRITICAL_SUPPLIER: held}}))
    with database.transaction() as connection:
        versions = dict(connection.execute(select(schema.anchor_slots.c.slot, schema.anchor_slots.c.version)).all())
    assert versions == dict.fromkeys(map(str, Slot), 1) | {str(Slot.CRITICAL_SUPPLIER): 3}


@pytest.mark.parametrize("counter", [0, 2**63, LARGEST_COUNTER])
def test_a_counter_may_be_as_large_as_duis_has_them(database: Database, held: Stored, counter: int) -> None:
    write(database, placed(held))
    write(database, Change(counters={(DEVICE, PARTY): 1}))
    write(database, Change(counters={(DEVICE, PARTY): counter}))
    with database.transaction() as connection:
        assert stored.read(connection).counters == {(DEVICE, PARTY): counter}


def test_a_device_that_is_removed_leaves_nothing(database: Database, held: Stored) -> None:
    write(database, placed(held))
    write(database, Change(counters={(DEVICE, PARTY): 1}))
    write(database, Change(removed=(DEVICE,)))
    with database.transaction() as connection:
        contents = stored.read(connection)
    assert not contents.slots
    assert not contents.counters


def test_what_was_handled_is_remembered_until_the_dsp_knows(database: Database, held: Stored) -> None:
    handled = Handled("a:b:1", DEVICE, "2026-11-03T12:00:00+00:00", "[]")
    write(database, placed(held))
    write(database, Change(handled=handled))
    with database.transaction() as connection:
        assert stored.read(connection).handled == (handled,)
    write(database, Change(known=("a:b:1",)))
    with database.transaction() as connection:
        assert not stored.read(connection).handled


def fail_halfway(database: Database) -> None:
    """A slot is emptied, and then the database goes away."""
    with database.transaction() as connection:
        stored.write(connection, Change(slots={DEVICE: {Slot.CRITICAL_NETWORK_OPERATOR: None}}))
        raise OperationalError("update", {}, OSError("gone"))


def test_a_transaction_that_fails_leaves_everything_as_it_was(database: Database, held: Stored) -> None:
    write(database, placed(held))
    with pytest.raises(Unreachable, match="gone"):
        fail_halfway(database)
    with database.transaction() as connection:
        assert stored.read(connection).slots[DEVICE][Slot.CRITICAL_NETWORK_OPERATOR] == held
