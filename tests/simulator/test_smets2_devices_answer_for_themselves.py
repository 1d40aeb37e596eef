"""A Critical request to a SMETS2 device is transformed, signed and sent; the Device says what becomes of it."""

from dataclasses import replace
from datetime import datetime

import pytest

from rulebook.law import rulings
from rulebook.vocabulary import BASELINE, SECMP0107, Generation, Release, Variant
from sut_adapters.duis.gbcs import Status, read_gbcs, replacement_statuses, signed_pre_command
from sut_adapters.duis.requests import RequestToSend
from sut_adapters.duis.responses import DeviceResponse, PreCommand, Refusal, Smets1Response, decode
from sut_adapters.simulator.endpoint import Service, receive
from sut_adapters.simulator.state import State
from tests.simulator.devices import esme, holders, with_device
from tests.simulator.exchanging import Heard, exchanged
from tests.simulator.parties import Parties

SMETS2 = Generation.SMETS2


def pre_command(state: State, parties: Parties, sender: str, request: RequestToSend, now: datetime) -> bytes:
    """What the DSP makes of the request."""
    body = exchanged(state, parties.signed(sender, request), now, Service.TRANSFORM).answer.body
    assert isinstance(body, PreCommand)
    return body.payload


def signed_again(parties: Parties, sender: str, request: RequestToSend, payload: bytes) -> bytes:
    """The Signed Pre-Command."""
    command = signed_pre_command(payload, parties.pki.critical_signer(sender))
    return parties.signed(
        sender,
        replace(request, command_variant=5, signed_pre_command=command, certificates={}, path=(), role=None),
    )


def carried_through(state: State, parties: Parties, sender: str, device: str, now: datetime) -> Heard:
    """The whole way of a request to place Northmoor's certificates."""
    request = parties.update(sender, device, "Northmoor", command_variant=4)
    payload = pre_command(state, parties, sender, request, now)
    return exchanged(state, signed_again(parties, sender, request, payload), now)


@pytest.mark.parametrize("release", [BASELINE, SECMP0107], ids=["before", "from"])
def test_the_holder_replaces_the_certificates_whatever_the_release(
    state: State, parties: Parties, now: datetime, release: Release
) -> None:
    state, device = with_device(replace(state, release=release), esme(generation=SMETS2), now)
    heard = carried_through(state, parties, "Southfell", device, now)
    assert isinstance(heard.end.body, DeviceResponse)
    assert replacement_statuses(read_gbcs(heard.end.body.payload)) == (Status.SUCCESS, Status.SUCCESS)
    assert holders(heard.state, device) == ("Northmoor", "Northmoor")


def test_the_device_turns_down_a_command_of_somebody_else(state: State, parties: Parties, now: datetime) -> None:
    state, device = with_device(state, esme(generation=SMETS2), now)
    heard = carried_through(state, parties, "Westbrook", device, now)
    assert isinstance(heard.end.body, DeviceResponse)
    assert replacement_statuses(read_gbcs(heard.end.body.payload)) == (Status.NO_TRUST_ANCHOR,)
    assert heard.state.world.slots == state.world.slots


def test_a_transformation_changes_nothing_and_may_be_asked_for_again(
    state: State, parties: Parties, now: datetime
) -> None:
    state, device = with_device(state, esme(generation=SMETS2), now)
    request = parties.signed("Southfell", parties.update("Southfell", device, "Northmoor", command_variant=4))
    first = receive(Service.TRANSFORM, request, state, now)
    assert first.state is state
    assert isinstance(decode(receive(Service.TRANSFORM, request, state, now).reply).message.body, PreCommand)


def test_a_pre_command_of_another_request_is_refused(state: State, parties: Parties, now: datetime) -> None:
    state, device = with_device(state, esme(generation=SMETS2), now)
    one, other = (parties.update("Southfell", device, "Northmoor", command_variant=4) for _ in range(2))
    payload = pre_command(state, parties, "Southfell", one, now)
    heard = exchanged(state, signed_again(parties, "Southfell", other, payload), now)
    assert isinstance(heard.answer.body, Refusal)
    assert heard.state == state


def test_a_pre_command_that_another_party_signed_is_refused(state: State, parties: Parties, now: datetime) -> None:
    state, device = with_device(state, esme(generation=SMETS2), now)
    request = parties.update("Southfell", device, "Northmoor", command_variant=4)
    payload = pre_command(state, parties, "Southfell", request, now)
    command = signed_pre_command(payload, parties.pki.critical_signer("Westbrook"))
    spoilt = replace(request, command_variant=5, signed_pre_command=command, certificates={}, path=(), role=None)
    assert exchanged(state, parties.signed("Southfell", spoilt), now).code == "E100"


@pytest.mark.parametrize("payload", [b"", b"\xdf", b"\xdf\x09\x01" + bytes(40), b"garbage" * 99])
def test_a_payload_that_is_no_pre_command_is_refused(
    state: State, parties: Parties, now: datetime, payload: bytes
) -> None:
    state, device = with_device(state, esme(generation=SMETS2), now)
    request = parties.request("Southfell", device, Variant.UPDATE_SECURITY_CREDENTIALS_KRP, 5)
    document = parties.signed("Southfell", replace(request, signed_pre_command=payload))
    reaction = receive(Service.SEND_COMMAND, document, state, now)
    assert reaction.state == state
    assert reaction.status == 400 or isinstance(decode(reaction.reply).message.body, Refusal)


def test_a_critical_request_is_not_sent_as_it_is(state: State, parties: Parties, now: datetime) -> None:
    state, device = with_device(state, esme(generation=SMETS2), now)
    document = parties.signed("Southfell", parties.update("Southfell", device, "Northmoor"))
    assert exchanged(state, document, now).code == "E12"


def test_where_the_dsp_transforms_requests_for_smets1_the_s1sp_has_the_last_word_all_the_same(
    state: State, parties: Parties, now: datetime
) -> None:
    state, device = with_device(replace(state, rulings=rulings({"O9": "transform"})), esme(), now)
    as_it_is = parties.signed("Southfell", parties.update("Southfell", device, "Northmoor"))
    assert exchanged(state, as_it_is, now).code == "E12"
    heard = carried_through(state, parties, "Southfell", device, now)
    assert isinstance(heard.end.body, Smets1Response)
    assert holders(heard.state, device) == ("Northmoor", "Northmoor")
