"""What the endpoint answers is what the law says, in signed messages that the schemas admit."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from rulebook.law import rulings
from rulebook.vocabulary import BASELINE, CertificateUse, DeviceStatus, UserStatus, Variant
from sut_adapters.duis.responses import (
    CredentialsUpdated,
    Inventory,
    Quarantine,
    Refusal,
    S1spAlert,
    Smets1Response,
    certificate_hash,
)
from sut_adapters.simulator.endpoint import Service, receive, settle
from sut_adapters.simulator.state import State
from tests.simulator.devices import esme, holders, with_device
from tests.simulator.exchanging import exchanged, told
from tests.simulator.parties import Parties

READS = [
    Variant.READ_INSTANTANEOUS_IMPORT_REGISTERS,
    Variant.READ_NETWORK_DATA,
    Variant.RETRIEVE_DEVICE_SECURITY_CREDENTIALS,
]


def test_the_holder_replaces_both_certificates_and_the_new_holder_is_told(
    state: State, parties: Parties, now: datetime
) -> None:
    state, device = with_device(state, esme(), now)
    heard = exchanged(state, parties.signed("Southfell", parties.update("Southfell", device, "Northmoor")), now)
    assert heard.code == "I99"
    assert holders(heard.state, device) == ("Northmoor", "Northmoor")
    assert isinstance(heard.end.body, Smets1Response)
    owners = [(outcome.existing_owner, outcome.new_owner) for outcome in heard.end.body.outcomes]
    assert owners == [(parties.pki.user_id["Southfell"], parties.pki.user_id["Northmoor"])] * 2
    (_, (user_id, notice)) = heard.pushed
    assert user_id == parties.pki.user_id["Northmoor"]
    assert isinstance(notice.body, CredentialsUpdated)
    assert notice.body.hashes == {
        use: certificate_hash(parties.pki.certificates["Northmoor", use, 1]) for use in CertificateUse
    }


def test_a_non_holder_is_refused_by_the_s1sp_that_serves_the_device(
    state: State, parties: Parties, now: datetime
) -> None:
    state, device = with_device(state, esme(), now)
    heard = exchanged(state, parties.signed("Westbrook", parties.update("Westbrook", device, "Westbrook")), now)
    assert heard.code == "I99"
    assert isinstance(heard.end.body, S1spAlert)
    assert (heard.end.body.code, heard.end.body.device) == ("S1VE64", device)
    assert heard.state.world.slots == state.world.slots


def test_before_the_change_the_dsp_refuses_the_unregistered_holder_at_once(
    state: State, parties: Parties, now: datetime
) -> None:
    state, device = with_device(replace(state, release=BASELINE), esme(), now)
    heard = exchanged(state, parties.signed("Southfell", parties.update("Southfell", device, "Northmoor")), now)
    assert heard.code == "E4"
    assert isinstance(heard.answer.body, Refusal)
    assert not heard.pushed
    assert heard.state.world == state.world


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda user: replace(user, status=UserStatus.SUSPENDED), "E3"),
        (lambda user: replace(user, roles=frozenset()), "E2"),
    ],
    ids=["suspended", "without-the-role"],
)
def test_a_user_who_may_not_send_is_refused(
    state: State, parties: Parties, now: datetime, change: object, code: str
) -> None:
    state, device = with_device(state, esme(), now)
    user = state.world.users[parties.pki.user_id["Southfell"]]
    barred = replace(state, world=state.world.with_user(change(user)))
    heard = exchanged(barred, parties.signed("Southfell", parties.update("Southfell", device, "Northmoor")), now)
    assert heard.code == code


def test_a_device_that_the_inventory_does_not_hold_is_unknown(state: State, parties: Parties, now: datetime) -> None:
    update = parties.update("Southfell", "00-00-00-00-00-00-00-01", "Northmoor")
    assert exchanged(state, parties.signed("Southfell", update), now).code == "E19"


def test_a_device_in_another_status_is_refused(state: State, parties: Parties, now: datetime) -> None:
    state, device = with_device(state, esme(status=DeviceStatus.SUSPENDED), now)
    update = parties.update("Southfell", device, "Northmoor")
    assert exchanged(state, parties.signed("Southfell", update), now).code == "E5"


def test_a_request_above_the_anomaly_threshold_is_quarantined(state: State, parties: Parties, now: datetime) -> None:
    state, device = with_device(state, esme(), now)
    user = replace(state.world.users[parties.pki.user_id["Southfell"]], critical_requests_left=0)
    state = replace(state, world=state.world.with_user(user))
    update = parties.update("Southfell", device, "Northmoor")
    heard = exchanged(state, parties.signed("Southfell", update), now)
    assert heard.code == "I99"
    assert isinstance(heard.end.body, Quarantine)
    assert heard.end.body.request_id == update.request_id
    assert heard.state.world.slots == state.world.slots


def test_a_request_for_a_later_date_is_taken_and_replaces_nothing_yet(
    state: State, parties: Parties, now: datetime
) -> None:
    state, device = with_device(state, esme(), now)
    update = parties.update("Southfell", device, "Northmoor", execution=now + timedelta(days=3))
    heard = exchanged(state, parties.signed("Southfell", update), now)
    assert isinstance(heard.end.body, Smets1Response)
    assert heard.end.body.outcomes == ()
    assert holders(heard.state, device) == ("Southfell", "Southfell")


@pytest.mark.parametrize("variant", READS)
def test_the_registered_operator_reads(state: State, parties: Parties, now: datetime, variant: Variant) -> None:
    state, device = with_device(state, esme(), now)
    heard = exchanged(state, parties.signed("Northmoor", parties.request("Northmoor", device, variant)), now)
    assert isinstance(heard.end.body, Smets1Response)
    assert heard.end.body.variant == variant


def test_the_slots_are_read_by_owner_and_hash(state: State, parties: Parties, now: datetime) -> None:
    state, device = with_device(state, esme(), now)
    read = parties.request("Northmoor", device, Variant.RETRIEVE_DEVICE_SECURITY_CREDENTIALS)
    body = exchanged(state, parties.signed("Northmoor", read), now).end.body
    assert isinstance(body, Smets1Response)
    held = {(each.owner, each.hash) for each in body.credentials}
    assert {
        (parties.pki.user_id["Southfell"], certificate_hash(parties.pki.certificates["Southfell", use, 1]))
        for use in CertificateUse
    } <= held


def test_the_inventory_is_read_at_once(state: State, parties: Parties, now: datetime) -> None:
    state, device = with_device(state, esme(), now)
    read = parties.request("Westbrook", device, Variant.READ_INVENTORY, command_variant=8)
    heard = exchanged(state, parties.signed("Westbrook", read), now, Service.NON_DEVICE)
    assert isinstance(heard.answer.body, Inventory)
    (entry,) = heard.answer.body.devices
    assert (entry.device_id, entry.s1sp) == (device, "S1SP2")


def test_a_request_that_is_judged_again_can_be_refused_after_its_acknowledgement(
    state: State, parties: Parties, now: datetime
) -> None:
    state, device = with_device(replace(state, rulings=rulings({"O15.in-flight": "judged-again"})), esme(), now)
    update = parties.update("Southfell", device, "Northmoor")
    acknowledged = receive(Service.SEND_COMMAND, parties.signed("Southfell", update), state, now).state
    after, pushes = settle(replace(acknowledged, release=BASELINE), now)
    assert holders(after, device) == ("Southfell", "Southfell")
    assert [message.header.code for _, message in told(pushes, state, now)] == ["E4"]
