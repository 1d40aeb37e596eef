"""What an accepted request changes and a refused one leaves, and which messages come of either."""

from dataclasses import replace

import pytest

from rulebook.model import Message, World, device_alert, effects
from rulebook.vocabulary import (
    AlertKind,
    Certificate,
    CertificateUse,
    Check,
    Component,
    Refused,
    RemotePartyRole,
    ServiceRequest,
    Slot,
    Variant,
)
from tests.rulebook.hearings import hearing
from tests.rulebook.worlds import DEFAULT, WORLD, held, pair, update

UPDATE = update("holding ED", "registered ED")
OF_SUPPLIERS = update("registered IS", "other IS", role=RemotePartyRole.SUPPLIER)
TO_SMETS2 = update("holding ED", "registered ED", "SMETS2 ESME")
READ = ServiceRequest(Variant.READ_NETWORK_DATA, "holding ED", "ESME", RemotePartyRole.NETWORK_OPERATOR, pair("OU"))
SIGNING, AGREEING = pair("registered ED")
SECOND_SIGNING, SECOND_AGREEING = pair("other IS")
INTO_OPERATORS = {Slot.CRITICAL_NETWORK_OPERATOR: SIGNING, Slot.NON_CRITICAL_NETWORK_OPERATOR: AGREEING}
INTO_SUPPLIERS = {Slot.CRITICAL_SUPPLIER: SECOND_SIGNING, Slot.NON_CRITICAL_SUPPLIER: SECOND_AGREEING}

SENT = replace(WORLD, originator_counters={"holding ED": 7})
AN_S1SP = Component.S1SP1


@pytest.mark.parametrize(
    ("request_", "placed"),
    [
        (UPDATE, INTO_OPERATORS),
        (replace(UPDATE, variant=Variant.REQUEST_HANDOVER), INTO_OPERATORS),
        (replace(UPDATE, certificates=(AGREEING, SIGNING)), INTO_OPERATORS),
        (replace(UPDATE, certificates=(AGREEING,)), {Slot.NON_CRITICAL_NETWORK_OPERATOR: AGREEING}),
        (OF_SUPPLIERS, INTO_SUPPLIERS),
        (READ, {}),
        (replace(UPDATE, role=RemotePartyRole.ROOT), {}),
        (replace(UPDATE, role=None), {}),
    ],
)
def test_a_certificate_goes_to_the_slot_of_its_use(request_: ServiceRequest, placed: dict[Slot, Certificate]) -> None:
    assert effects.replacement(hearing(request_)) == placed


def test_what_is_carried_out_fills_the_slots_of_its_device_and_no_other() -> None:
    after = effects.carried_out(hearing(UPDATE, AN_S1SP, world=SENT))
    expected = {**WORLD.slots, "ESME": held("registered ED", "registered IS")}
    assert after == replace(SENT, slots=expected, execution_counters={("ESME", "holding ED"): 7})


def test_what_replaces_nothing_changes_no_slot() -> None:
    after = effects.carried_out(hearing(READ, AN_S1SP, world=SENT))
    assert after == replace(SENT, execution_counters={("ESME", "holding ED"): 7})
    assert after.slots is SENT.slots


@pytest.mark.parametrize(
    ("component", "ruled", "taken"),
    [
        (AN_S1SP, {}, True),
        (AN_S1SP, {"O12": "not-consumed"}, False),
        (Component.DSP, {}, False),
        (Component.DEVICE, {}, False),
    ],
)
def test_a_refusal_uses_up_the_counter_at_an_s1sp_at_most(
    component: Component, ruled: dict[str, str], taken: bool
) -> None:
    after = effects.turned_away(hearing(UPDATE, component, world=SENT, **ruled))
    assert after == (replace(SENT, execution_counters={("ESME", "holding ED"): 7}) if taken else SENT)


@pytest.mark.parametrize(
    ("sent", "before", "after"), [(7, None, 7), (7, 3, 7), (7, 9, 9), (None, None, 0), (None, 2, 2)]
)
def test_a_device_remembers_the_highest_counter_of_each_party(sent: int | None, before: int | None, after: int) -> None:
    others = {("ESME", "third ED"): 4, ("GPF", "holding ED"): 5}
    world = replace(
        WORLD,
        originator_counters={} if sent is None else {"holding ED": sent},
        execution_counters=others if before is None else {**others, ("ESME", "holding ED"): before},
    )
    taken = effects.with_counter_taken(world, hearing(UPDATE))
    assert taken == replace(world, execution_counters={**others, ("ESME", "holding ED"): after})


def test_a_floor_is_set_for_each_new_party_where_that_is_ruled() -> None:
    before = replace(WORLD, execution_counters={("GPF", "OU"): 1})
    request = replace(UPDATE, floor=40, certificates=(pair("registered ED")[0], pair("third ED")[1]))
    raised = {("GPF", "OU"): 1, ("ESME", "registered ED"): 40, ("ESME", "third ED"): 40}
    assert effects.raise_floor(before, hearing(request)) == replace(before, execution_counters=raised)
    assert effects.raise_floor(before, hearing(request, O27="floor-ignored")) == before
    assert effects.raise_floor(before, hearing(UPDATE)) == before
    nought = effects.raise_floor(before, hearing(replace(UPDATE, floor=0)))
    assert nought.execution_counters == {("GPF", "OU"): 1, ("ESME", "registered ED"): 0}


def test_a_floor_counts_once_the_request_is_carried_out() -> None:
    after = effects.carried_out(hearing(replace(UPDATE, floor=40), AN_S1SP, world=SENT))
    assert after.execution_counters == {("ESME", "registered ED"): 40, ("ESME", "holding ED"): 7}


def told(*recipients: str) -> tuple[Message, ...]:
    return tuple(Message(AlertKind.SECURITY_CREDENTIALS_UPDATED, recipient, "ESME") for recipient in recipients)


MIXED = WORLD.with_slots("ESME", {Slot.NON_CRITICAL_NETWORK_OPERATOR: pair("third ED")[1]})
HALF_EMPTY = WORLD.with_slots("ESME", {Slot.CRITICAL_NETWORK_OPERATOR: None})


@pytest.mark.parametrize(
    ("request_", "world", "ruled", "expected"),
    [
        (UPDATE, WORLD, {}, told("registered ED")),
        (UPDATE, WORLD, {"O10_new_holder": "not-notified"}, ()),
        (UPDATE, WORLD, {"O10_former_holder": "notified"}, told("registered ED", "holding ED")),
        (UPDATE, MIXED, {"O10_former_holder": "notified"}, told("registered ED", "holding ED", "third ED")),
        (UPDATE, HALF_EMPTY, {"O10_former_holder": "notified"}, told("registered ED", "holding ED")),
        (
            UPDATE,
            WORLD,
            {"O10_new_holder": "not-notified", "O10_former_holder": "notified"},
            told("holding ED"),
        ),
        (replace(UPDATE, sender="registered ED"), WORLD, {}, told("registered ED")),
        (TO_SMETS2, WORLD, {"O10_former_holder": "notified"}, ()),
        (READ, WORLD, {"O10_former_holder": "notified"}, ()),
    ],
)
def test_who_is_told_of_a_replacement_is_a_question_and_each_is_told_once(
    request_: ServiceRequest, world: World, ruled: dict[str, str], expected: tuple[Message, ...]
) -> None:
    assert effects.notifications(hearing(request_, AN_S1SP, world=world, **ruled)) == expected


def test_an_s1sp_reports_its_refusal_to_the_sender_with_its_code() -> None:
    refused = Refused(Component.S1SP2, Check.REGISTRATION, "S1VE4")
    alert = Message(AlertKind.S1SP_ALERT, "holding ED", "ESME", "S1VE4")
    assert effects.refusal_alert(hearing(UPDATE, Component.S1SP2), refused) == (alert,)


@pytest.mark.parametrize("by", [Component.DSP, Component.DEVICE])
def test_nobody_else_raises_an_s1sp_alert(by: Component) -> None:
    assert effects.refusal_alert(hearing(UPDATE, by), Refused(by, Check.REGISTRATION, "E4")) == ()


def test_a_devices_alert_goes_where_the_slot_says_that_is_ruled() -> None:
    def alerted(world: World, reading: str) -> list[str]:
        by_slot = hearing(UPDATE, O23_slot=reading).rulings
        messages = device_alert(world, "ESME", by_slot)
        assert all((one.kind, one.device, one.code) == (AlertKind.DEVICE_ALERT, "ESME", "") for one in messages)
        return [one.recipient for one in messages]

    assert [alerted(MIXED, reading) for reading in ("critical-slot", "non-critical-slot")] == [
        ["holding ED"],
        ["third ED"],
    ]
    assert alerted(HALF_EMPTY, "critical-slot") == []


def test_slots_are_told_apart_by_the_use_of_the_key() -> None:
    assert {certificate.use for certificate in pair("OU")} == set(CertificateUse)
    assert DEFAULT.reading("O23.slot") == "critical-slot"
