"""Whatever is acknowledged ends in a message that the schemas admit: every variant, device and generation."""

from dataclasses import replace
from datetime import datetime
from itertools import product

import pytest

from rulebook.law import eligibility
from rulebook.vocabulary import CertificateUse, DeviceType, Generation, RemotePartyRole, UserRole, Variant
from sut_adapters.duis.gbcs import signed_pre_command
from sut_adapters.duis.requests import RequestToSend
from sut_adapters.duis.responses import CommandFailure, PreCommand
from sut_adapters.port import DeviceSpec
from sut_adapters.simulator.endpoint import Service
from sut_adapters.simulator.simulation import Simulation
from sut_adapters.simulator.state import State
from sut_adapters.smki import places
from tests.simulator.conftest import Begin
from tests.simulator.devices import esme, with_device
from tests.simulator.exchanging import exchanged, told
from tests.simulator.parties import Parties

SENDER = "Turnstone"
PLACEABLE = (DeviceType.ESME, DeviceType.GPF, DeviceType.GSME)
REPLACING = (Variant.UPDATE_SECURITY_CREDENTIALS_KRP, Variant.REQUEST_HANDOVER)
OF_A_DEVICE = [variant for variant in Variant if variant is not Variant.READ_INVENTORY]


def filled_in(parties: Parties, request: RequestToSend, joined: str) -> RequestToSend:
    """With everything that any variant wants, of Turnstone's own."""
    certificates = {use: parties.pki.certificates[SENDER, use, 1] for use in CertificateUse}
    path = (parties.pki.credentials[places.ISSUING].der,)
    filled = replace(request, certificates=certificates, path=path, other_device=joined)
    if request.variant in REPLACING:
        return replace(filled, role=RemotePartyRole.SUPPLIER, other_device=None)
    return filled


@pytest.mark.parametrize(
    ("variant", "device_type", "generation"),
    list(product(OF_A_DEVICE, PLACEABLE, Generation)),
    ids=lambda value: str(value).replace(" ", "-"),
)
def test_it_ends_in_a_valid_message(
    state: State, parties: Parties, now: datetime, variant: Variant, device_type: DeviceType, generation: Generation
) -> None:
    registered = dict.fromkeys((UserRole.IMPORT_SUPPLIER, UserRole.GAS_SUPPLIER), SENDER)
    state, device = with_device(state, DeviceSpec(device_type, generation, registered=registered), now)
    state, joined = with_device(state, DeviceSpec(DeviceType.GSME, generation, registered=registered), now)
    transformed = generation is Generation.SMETS2 and eligibility()[variant].critical
    request = filled_in(parties, parties.request(SENDER, device, variant, 4 if transformed else 1), joined)
    document = parties.signed(SENDER, request)
    if transformed:
        body = exchanged(state, document, now, Service.TRANSFORM).answer.body
        assert isinstance(body, PreCommand)
        command = signed_pre_command(body.payload, parties.pki.signer(SENDER))
        bare = parties.request(SENDER, device, variant, 5)
        document = parties.signed(SENDER, replace(bare, counter=request.counter, signed_pre_command=command))
    heard = exchanged(state, document, now)
    assert heard.code == "I99" or not heard.pushed
    assert heard.code in {"E2", "E11"} or heard.pushed


def test_a_request_that_the_simulator_fails_on_is_given_up_and_the_next_is_not(
    begin: Begin, parties: Parties, monkeypatch: pytest.MonkeyPatch
) -> None:
    simulation: Simulation = begin()
    after, device = with_device(simulation.state, esme(), simulation.clock())
    simulation.adopt(after)
    for owner in ("Northmoor", "Westbrook"):
        document = parties.signed("Southfell", parties.update("Southfell", device, owner))
        simulation.receive(Service.SEND_COMMAND, document)
    with monkeypatch.context() as failing:
        failing.setattr("sut_adapters.simulator.conclusion.end", lambda *_: {}["a mistake of ours"])
        assert simulation.conclude_next()
    assert simulation.conclude_next()
    _, push = simulation.next_for(parties.pki.user_id["Southfell"]) or (0, None)
    assert push is not None
    ((_, message),) = told((push,), simulation.state, simulation.clock())
    assert isinstance(message.body, CommandFailure)
    assert not simulation.state.pending
