"""What an S1SP, and a SMETS2 Device, finds in who sends a request: each check by itself."""

from dataclasses import replace

import pytest

from rulebook.model import RIGHT, World, s1sp
from rulebook.model.build import CheckFunction
from rulebook.vocabulary import (
    Check,
    Component,
    ServiceRequest,
    Slot,
    Variant,
)
from tests.rulebook.hearings import found, hearing
from tests.rulebook.worlds import WORLD, update

UPDATE = update("holding ED", "registered ED")
TO_SMETS2 = update("holding ED", "registered ED", "SMETS2 ESME")
BY_ANOTHER = update("third ED", "registered ED")
READ = ServiceRequest(Variant.READ_NETWORK_DATA, "registered ED", "ESME")
LATER = replace(UPDATE, future_dated=True)
EMPTY = WORLD.with_slots("ESME", dict.fromkeys(Slot))
CRITICAL_EMPTY = WORLD.with_slots("ESME", {Slot.CRITICAL_NETWORK_OPERATOR: None})
HALF_EMPTY = WORLD.with_slots("ESME", {Slot.NON_CRITICAL_NETWORK_OPERATOR: None})

AN_S1SP = Component.S1SP1
Found = tuple[Component, Check, str, bool, str] | None


def finds(check: CheckFunction, request: ServiceRequest, world: World = WORLD, **ruled: str) -> Found:
    return found(check, hearing(request, AN_S1SP, world=world, **ruled))


def unattested(clause: str, holds: bool, because: str) -> Found:
    return AN_S1SP, Check.UNATTESTED, clause, holds, because


IS_THE_SENDERS = (AN_S1SP, Check.CERTIFICATE_OWNERSHIP, "s1sr-4.2", True, "the stored certificate is the sender's")
IS_ANOTHERS = (AN_S1SP, Check.CERTIFICATE_OWNERSHIP, "s1sr-4.2", False, "the stored certificate is not the sender's")
ON_ITS_OWN_GROUND = unattested("s1sr-4.2", False, "the stored certificate is not the sender's")


@pytest.mark.parametrize(
    ("request_", "world", "ruled", "finding"),
    [
        (UPDATE, WORLD, {}, IS_THE_SENDERS),
        (BY_ANOTHER, WORLD, {}, IS_ANOTHERS),
        (BY_ANOTHER, WORLD, {"O5_empty": "own-ground"}, IS_ANOTHERS),
        (UPDATE, EMPTY, {}, IS_ANOTHERS),
        (UPDATE, EMPTY, {"O5_empty": "own-ground"}, ON_ITS_OWN_GROUND),
        (UPDATE, HALF_EMPTY, {"O5_empty": "own-ground", "O5_slot": "both-slots"}, IS_ANOTHERS),
        (UPDATE, CRITICAL_EMPTY, {"O5_empty": "own-ground", "O5_slot": "both-slots"}, ON_ITS_OWN_GROUND),
        (READ, WORLD, {}, None),
        (READ, WORLD, {"O31": "every-request"}, IS_ANOTHERS),
        (replace(READ, sender="OU"), WORLD, {"O31": "every-request"}, None),
        (LATER, WORLD, {}, IS_THE_SENDERS),
        (LATER, WORLD, {"O11": "at-execution"}, None),
        (LATER, WORLD, {"O11": "at-both"}, IS_THE_SENDERS),
        (UPDATE, WORLD, {"O11": "at-execution"}, IS_THE_SENDERS),
    ],
)
def test_the_stored_certificate_is_the_senders(
    request_: ServiceRequest, world: World, ruled: dict[str, str], finding: Found
) -> None:
    assert finds(s1sp.certificate_ownership, request_, world, **ruled) == finding


def test_a_build_may_ask_otherwise_whose_the_certificate_is() -> None:
    nobodys = replace(RIGHT, owns=lambda case: case.request is not UPDATE)
    assert found(s1sp.certificate_ownership, hearing(UPDATE, AN_S1SP, build=nobodys)) == IS_ANOTHERS


@pytest.mark.parametrize(
    ("request_", "holds", "because"),
    [
        (TO_SMETS2, True, "the anchor slot holds the sender's certificate"),
        (replace(TO_SMETS2, sender="third ED"), False, "the anchor slot holds another's certificate"),
    ],
)
def test_a_smets2_device_looks_into_its_anchor_slot(request_: ServiceRequest, holds: bool, because: str) -> None:
    expected = (Component.DEVICE, Check.CERTIFICATE_OWNERSHIP, "fia-3.1.smets2", holds, because)
    assert found(s1sp.device_anchor_slot, hearing(request_, Component.DEVICE)) == expected


@pytest.mark.parametrize("check", [s1sp.device_anchor_slot, s1sp.originator_counter])
def test_only_a_critical_request_is_asked_for_a_key_and_a_counter(check: CheckFunction) -> None:
    assert found(check, hearing(replace(READ, target="SMETS2 ESME"), Component.DEVICE)) is None


@pytest.mark.parametrize(
    ("sent", "taken", "holds", "because"),
    [
        (None, None, True, "the originator counter is 0, the first that the device takes"),
        (1, None, True, "the originator counter is 1, the first that the device takes"),
        (5, 4, True, "the originator counter is 5, after 4"),
        (5, 5, False, "the originator counter is 5, after 5"),
        (None, 0, False, "the originator counter is 0, after 0"),
    ],
)
def test_a_counter_that_was_taken_is_not_taken_again(
    sent: int | None, taken: int | None, holds: bool, because: str
) -> None:
    world = replace(
        WORLD,
        originator_counters={} if sent is None else {"holding ED": sent},
        execution_counters={} if taken is None else {("ESME", "holding ED"): taken},
    )
    assert finds(s1sp.originator_counter, UPDATE, world) == unattested("O12", holds, because)
