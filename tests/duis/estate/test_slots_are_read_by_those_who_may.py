"""What a device holds is read by its registered parties, test control is the last resort, and nothing is remembered."""

import pytest

from rulebook.vocabulary import (
    NETWORK_OPERATOR_SLOTS,
    Certificate,
    CertificateUse,
    Component,
    DeviceType,
    Generation,
    Slot,
    UserRole,
)
from sut_adapters.duis.adapter import DuisSystem
from sut_adapters.duis.devices import KnownDevice
from sut_adapters.port import Circumstance, DeviceSpec, NotExercised
from tests.duis.estate.devices import ELECTRICITY, RIGHT, WRONG, held_by
from tests.duis.estate.lab import Asked, Lab, inventory_entry, without_party


def senders(system: object) -> list[str]:
    """The User IDs in whose names something was sent."""
    assert isinstance(system, DuisSystem)
    return [message.user_id for message in system.messages() if message.way == "sent"]


def test_the_registered_supplier_reads_all_four_slots(lab: Lab) -> None:
    system = lab.controlled()
    slots = system.slots(system.place(DeviceSpec(DeviceType.ESME, slots=held_by("Southfell", 2))))
    assert slots == {
        **held_by("Southfell", 2),
        Slot.CRITICAL_SUPPLIER: Certificate("Curlew", CertificateUse.DIGITAL_SIGNING),
        Slot.NON_CRITICAL_SUPPLIER: Certificate("Curlew", CertificateUse.KEY_AGREEMENT),
    }
    assert senders(system) == [lab.pki.user_id["Curlew"]]


def test_an_empty_slot_is_shown_as_empty(lab: Lab) -> None:
    system = lab.controlled()
    slots = system.slots(system.place(DeviceSpec(DeviceType.GPF, slots=dict.fromkeys(NETWORK_OPERATOR_SLOTS))))
    assert {slot for slot, held in slots.items() if held is None} == NETWORK_OPERATOR_SLOTS


def test_where_the_supplier_is_refused_the_operator_reads(lab: Lab) -> None:
    system = lab.controlled()
    device = system.place(RIGHT)
    system.arrange(Circumstance.USER_SUSPENDED, party="Curlew")
    assert system.slots(device)[Slot.CRITICAL_NETWORK_OPERATOR] == Certificate(
        "Northmoor", CertificateUse.DIGITAL_SIGNING
    )
    assert senders(system) == [lab.pki.user_id["Curlew"], lab.pki.user_id["Northmoor"]]


def test_where_both_are_refused_test_control_is_asked(lab: Lab) -> None:
    system = lab.controlled()
    device = system.place(WRONG)
    for party in ("Curlew", "Northmoor"):
        system.arrange(Circumstance.USER_SUSPENDED, party=party)
    assert system.slots(device)[Slot.CRITICAL_NETWORK_OPERATOR] == Certificate(
        "Southfell", CertificateUse.DIGITAL_SIGNING
    )
    assert len(senders(system)) == 2


def test_where_both_are_refused_and_there_is_no_test_control_nothing_is_claimed(lab: Lab) -> None:
    device = lab.place(RIGHT)
    for party in ("Curlew", "Northmoor"):
        lab.control.post("/circumstances", {"circumstance": Circumstance.USER_SUSPENDED, "party": party})
    system = lab.system(lab.profile(more=inventory_entry(device, RIGHT, ELECTRICITY)))
    assert isinstance(system, Asked)
    system.begin("a scenario", 1)
    with pytest.raises(NotExercised, match=r"Northmoor's SRV 8\.2 was refused by the DSP at its user status check"):
        system.place(RIGHT)


def test_who_is_not_in_the_profile_is_shown_by_its_entity_identifier(lab: Lab) -> None:
    device = lab.place(WRONG)
    profile = lab.profile(more=inventory_entry(device, WRONG, ELECTRICITY))
    profile.write_text(without_party(profile.read_text(encoding="utf-8"), "Southfell"), encoding="utf-8")
    system = lab.system(profile)
    assert isinstance(system, Asked)
    system.begin("a scenario", 1)
    with pytest.raises(
        NotExercised, match=f"the signer of {lab.pki.user_id['Southfell']}, which holds its slots, is not in"
    ):
        system.place(RIGHT)


def test_nothing_that_could_have_changed_is_remembered(lab: Lab) -> None:
    system = lab.controlled()
    device = system.place(RIGHT)
    before = system.slots(device)
    cause = Circumstance.MIGRATION_AUTHORISATION
    lab.control.post("/circumstances", {"circumstance": cause, "party": "Southfell", "device": device})
    changed = {slot: held and held.owner for slot, held in system.slots(device).items() if held != before[slot]}
    assert changed == dict.fromkeys(NETWORK_OPERATOR_SLOTS, "Southfell")


def test_a_new_supplier_reads_as_soon_as_it_is_registered(lab: Lab) -> None:
    system = lab.controlled()
    device = system.place(RIGHT)
    system.register(device, UserRole.IMPORT_SUPPLIER, "Dunlin")
    system.slots(device)
    assert senders(system) == [lab.pki.user_id["Dunlin"]]


def test_a_smets2_devices_slots_are_read_by_test_control(lab: Lab) -> None:
    system = lab.controlled()
    device = system.place(DeviceSpec(DeviceType.ESME, Generation.SMETS2, slots=held_by("Southfell")))
    assert system.slots(device)[Slot.CRITICAL_NETWORK_OPERATOR] == Certificate(
        "Southfell", CertificateUse.DIGITAL_SIGNING
    )
    assert system.served_by(device) is Component.DEVICE
    assert senders(system) == []


def test_who_serves_a_device_is_read_from_the_inventory(lab: Lab) -> None:
    system = lab.controlled()
    device = system.place(DeviceSpec(DeviceType.ESME, s1sp=Component.S1SP2))
    assert isinstance(system, DuisSystem)
    system.devices.add(KnownDevice(device, DeviceType.ESME, Generation.SMETS1, None))
    assert system.served_by(device) is Component.S1SP2
    assert senders(system) == [lab.pki.user_id["Curlew"]]
