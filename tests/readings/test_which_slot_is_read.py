"""Whose slot the ownership check reads, apart from what a component makes of it: mutants pointed at these."""

import pytest

from rulebook.case import Case
from rulebook.law import rulings
from rulebook.readings.certificate_ownership import party_kind, senders_kind, slots_read
from rulebook.vocabulary import SECMP0107, Component, RemotePartyRole, ServiceRequest, Slot, Variant
from tests.rulebook.worlds import DEFAULT, WORLD, update

OPERATORS, SUPPLIERS = RemotePartyRole.NETWORK_OPERATOR, RemotePartyRole.SUPPLIER
OPERATORS_SLOT, SUPPLIERS_SLOT = Slot.CRITICAL_NETWORK_OPERATOR, Slot.CRITICAL_SUPPLIER
SENDERS = rulings({"O1.slot": "senders-slot"})
BOTH = rulings({"O5.slot": "both-slots"})


def case(request: ServiceRequest, ruled: object = DEFAULT) -> Case:
    return Case(request, Component.S1SP1, WORLD, SECMP0107, ruled)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("sender", "role", "target", "read", "read_by_senders_slot"),
    [
        ("holding ED", OPERATORS, "ESME", OPERATORS_SLOT, OPERATORS_SLOT),
        ("holding ED", SUPPLIERS, "ESME", SUPPLIERS_SLOT, OPERATORS_SLOT),
        ("registered IS", OPERATORS, "ESME", OPERATORS_SLOT, SUPPLIERS_SLOT),
        ("registered IS", OPERATORS, "SMETS2 ESME", OPERATORS_SLOT, OPERATORS_SLOT),
        ("holding ED", SUPPLIERS, "SMETS2 ESME", SUPPLIERS_SLOT, SUPPLIERS_SLOT),
    ],
)
def test_the_named_slot_is_read_or_the_senders(
    sender: str, role: RemotePartyRole, target: str, read: Slot, read_by_senders_slot: Slot
) -> None:
    request = update(sender, "registered ED", target, role)
    assert slots_read(case(request)) == (read,)
    assert slots_read(case(request, SENDERS)) == (read_by_senders_slot,)


def test_a_request_that_replaces_nothing_is_judged_by_the_senders_own_slot() -> None:
    request = ServiceRequest(Variant.UPDATE_SECURITY_CREDENTIALS_DEVICE, "registered IS", "ESME", role=OPERATORS)
    assert slots_read(case(request)) == (SUPPLIERS_SLOT,)


def test_a_role_without_slots_has_none_to_read() -> None:
    assert slots_read(case(update("OU", "OU", role=RemotePartyRole.ROOT))) == ()
    assert slots_read(case(ServiceRequest(Variant.READ_NETWORK_DATA, "OU", "ESME"))) == ()


def test_both_slots_are_read_of_a_smets1_device_alone() -> None:
    both = (Slot.CRITICAL_NETWORK_OPERATOR, Slot.NON_CRITICAL_NETWORK_OPERATOR)
    assert slots_read(case(update("holding ED", "registered ED"), BOTH)) == both
    assert slots_read(case(update("holding ED", "registered ED", "SMETS2 ESME"), BOTH)) == both[:1]


def test_a_party_is_of_one_kind_or_of_none() -> None:
    asked = case(update("OU", "OU"))
    assert {name: party_kind(asked, name) for name in ("holding ED", "registered GT", "registered ES", "other GS")} == {
        "holding ED": OPERATORS,
        "registered GT": OPERATORS,
        "registered ES": SUPPLIERS,
        "other GS": SUPPLIERS,
    }
    assert [party_kind(asked, name) for name in ("OU", "registered RSA", "nobody")] == [None] * 3
    assert senders_kind(asked) is None
