"""A slot is wrong if another operator than the one registered today holds it; anything else is said for what it is."""

import pytest

from tests.audit.conftest import NORTHMOOR, NORTHMOORS_SECOND, SOUTHFELL, Audit, published, registration, slots


def device(place: int) -> str:
    return f"02-4D-50-44-00-00-00-{place:02X}"


PUBLISHED = "wrong: the registered operator has published the certificates that belong there"
NONE = "wrong: the registered operator has published no good certificate"


def test_another_operators_certificates_are_wrong_in_both_slots_of_one_device(audit: Audit) -> None:
    found = audit(slots())
    (count,) = found.counts
    assert (count.registered, count.holder, count.devices, count.slots) == ("Northmoor", "Southfell", 1, 2)
    assert found.code == 10


@pytest.mark.parametrize("owner", [NORTHMOOR, NORTHMOORS_SECOND, NORTHMOOR.lower()])
def test_any_identifier_of_the_registered_operator_is_right_however_it_is_written(audit: Audit, owner: str) -> None:
    found = audit(slots(owner=owner))
    assert (found.counts, found.code) == ((), 0)


def test_one_wrong_slot_makes_one_wrong_device(audit: Audit) -> None:
    critical, _ = slots()
    _, non_critical = slots(owner=NORTHMOOR)
    (count,) = audit([critical, non_critical]).counts
    assert (count.devices, count.slots) == (1, 1)


REGISTERED = (
    ({"effective_to": "2026-11-21"}, "unclear: the meter point has no registration"),
    ({"effective_from": "2026-11-23"}, "unclear: the meter point has no registration"),
    ({"withdrawn_at": "2026-01-01T00:00:00Z"}, "unclear: the meter point has no registration"),
    ({"meter_point": "export"}, "unclear: the meter point has no registration"),
    ({"role": "Import Supplier"}, "unclear: the meter point has no registration"),
    ({"market_participant": "WHO"}, "unclear: the registered market participant is nobody's"),
    ({"effective_to": "2026-11-22"}, PUBLISHED),
    ({"effective_from": "2026-11-22"}, PUBLISHED),
)


def test_the_registration_of_the_day_counts(audit: Audit) -> None:
    held = [row for place, _ in enumerate(REGISTERED) for row in slots(device_id=device(place), mpxn=f"{place}")]
    registered = [registration(mpxn=f"{place}", **said) for place, (said, _) in enumerate(REGISTERED)]
    assert audit(held, registered).of_devices == {device(place): reason for place, (_, reason) in enumerate(REGISTERED)}


@pytest.mark.parametrize("owner", [NORTHMOOR, SOUTHFELL])
def test_of_two_registrations_neither_is_believed(audit: Audit, owner: str) -> None:
    rows = [registration(), registration(market_participant="SOUT")]
    assert audit(slots(owner=owner), rows).because == {"unclear: the meter point has several registrations at once": 2}


OTHERS = (
    ({"owner": ""}, "left aside: the slot is empty"),
    ({"device_type": "GSME"}, "left aside: a device of this type has no such slots of its own"),
    ({"generation": "SMETS2"}, "left aside: it is no SMETS1 device"),
    ({"status": "Decommissioned"}, "left aside: the device is decommissioned"),
    ({"owner": "02-4D-50-50-00-00-00-99"}, "unclear: the owner is nobody's Entity Identifier"),
    ({}, PUBLISHED),
)


def test_what_is_no_wrong_slot_has_its_own_reason(audit: Audit) -> None:
    usual = {"generation": "SMETS1", "status": "Commissioned"}
    held = [
        row for place, (said, _) in enumerate(OTHERS) for row in slots(device_id=device(place), **{**usual, **said})
    ]
    assert audit(held).of_devices == {device(place): reason for place, (_, reason) in enumerate(OTHERS)}


@pytest.mark.parametrize(
    ("listed", "reason"),
    [
        (published(SOUTHFELL), NONE),
        (published(not_after="2026-01-01T00:00:00Z"), NONE),
        (published(not_before="2027-01-01T00:00:00Z"), NONE),
        (published(revoked_at="2026-01-01T00:00:00Z"), NONE),
        (published()[:1], "wrong: the registered operator has published a good certificate for one use alone"),
        (
            [*published(), *published()],
            "wrong: the registered operator has published several good certificates for one use",
        ),
    ],
)
def test_a_wrong_slot_says_whether_anything_can_take_its_place(
    audit: Audit, listed: list[dict[str, str]], reason: str
) -> None:
    assert audit(slots(), listed=listed).because == {reason: 2}


def test_suppliers_slots_are_nobodys_business_here(audit: Audit) -> None:
    supplier = {**slots()[0], "slot": "critical Supplier"}
    assert audit([*slots(owner=NORTHMOOR), supplier]).counts == ()
