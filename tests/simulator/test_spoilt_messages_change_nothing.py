"""Every message that is spoilt in one way is refused by the DSP, and nothing has changed and nothing is lost."""

import subprocess
import sys
from dataclasses import replace
from datetime import datetime
from random import Random

import pytest

from rulebook.vocabulary.tampering import Tampering
from sut_adapters.duis.responses import Refusal, decode
from sut_adapters.duis.tampering import material_of, spoil
from sut_adapters.simulator.endpoint import Service, receive, settle
from sut_adapters.simulator.state import State
from tests.simulator.devices import esme, holders, with_device
from tests.simulator.exchanging import exchanged
from tests.simulator.parties import Parties
from tests.simulator.processes import ROOT

CODES = {
    Tampering.UNKNOWN_USER: "E1",
    Tampering.COMMAND_VARIANT: "E13",
    Tampering.WRONG_SERVICE: "E13",
    Tampering.REPLAYED_COUNTER: "E1000",
    Tampering.LOWER_COUNTER: "E1000",
    Tampering.REPLACEMENT_EXPIRED: "E1000",
    Tampering.REPLACEMENT_NOT_YET_VALID: "E1000",
    Tampering.REPLACEMENT_REVOKED: "E1000",
    Tampering.REPLACEMENT_WRONG_USAGE: "E1000",
    Tampering.REPLACEMENT_UNTRUSTED: "E1000",
    Tampering.NO_SIGNATURE: "E100",
    Tampering.ANOTHER_PARTYS_KEY: "E100",
    Tampering.BODY_CHANGED: "E100",
    Tampering.HEADER_ONLY_SIGNED: "E100",
    Tampering.TWO_SIGNATURES: "E100",
    Tampering.SIGNATURE_WRAPPING: "E100",
    Tampering.COMMENT_IN_VALUE: "E100",
    Tampering.ORIGINATOR_NOT_SIGNER: "E100",
    Tampering.SIGNER_EXPIRED: "E100",
    Tampering.SIGNER_NOT_YET_VALID: "E100",
    Tampering.SIGNER_REVOKED: "E100",
    Tampering.SIGNER_WRONG_USAGE: "E100",
}
"""The rest cannot be read as a Service Request at all."""


@pytest.mark.parametrize("tampering", list(Tampering), ids=lambda tampering: tampering.name.lower())
def test_it_is_refused_and_nothing_changes(state: State, parties: Parties, now: datetime, tampering: Tampering) -> None:
    if tampering is Tampering.SCHEMA_INVALID and state.settings.schemas is None:
        pytest.skip("the DUIS schemas are not on this machine: name their folder in MP107_DUIS_DIR")
    state, device = with_device(state, esme("Northmoor"), now)
    good = parties.update("Northmoor", device, "Northmoor")
    state = exchanged(state, parties.signed("Northmoor", good), now).state
    material = material_of(parties.pki, "Northmoor", "Southfell", "Northmoor", good.counter)
    document = spoil(parties.update("Northmoor", device, "Northmoor"), tampering, material)
    service = Service.TRANSFORM if tampering is Tampering.WRONG_SERVICE else Service.SEND_COMMAND
    reaction = receive(service, document, state, now)
    assert not reaction.pushes
    assert replace(reaction.state, trails=state.trails) == state
    if reaction.status == 200:
        answer = decode(reaction.reply).message
        assert isinstance(answer.body, Refusal)
        assert answer.header.code == CODES[tampering]
    else:
        assert reaction.status in (400, 413)
        assert len(reaction.reply.splitlines()) == 1


def test_the_good_message_is_carried_out(state: State, parties: Parties, now: datetime) -> None:
    state, device = with_device(state, esme("Northmoor"), now)
    heard = exchanged(state, parties.signed("Northmoor", parties.update("Northmoor", device, "Southfell")), now)
    assert holders(heard.state, device) == ("Southfell", "Southfell")


def test_a_duplicate_is_refused_while_the_request_is_under_way_and_afterwards(
    state: State, parties: Parties, now: datetime
) -> None:
    state, device = with_device(state, esme(), now)
    document = parties.signed("Southfell", parties.update("Southfell", device, "Northmoor"))
    pending = receive(Service.SEND_COMMAND, document, state, now).state
    twice = receive(Service.SEND_COMMAND, document, pending, now)
    assert decode(twice.reply).message.header.code == "E1000"
    assert twice.state.pending == pending.pending
    ended, _ = settle(pending, now)
    assert decode(receive(Service.SEND_COMMAND, document, ended, now).reply).message.header.code == "E1000"


def test_of_two_requests_for_one_slot_exactly_one_wins(state: State, parties: Parties, now: datetime) -> None:
    state, device = with_device(state, esme(), now)
    for owner in ("Northmoor", "Westbrook"):
        document = parties.signed("Southfell", parties.update("Southfell", device, owner))
        state = receive(Service.SEND_COMMAND, document, state, now).state
    after, pushes = settle(state, now)
    ends = [getattr(decode(push.document).message.body, "code", "") for push in pushes]
    assert holders(after, device) == ("Northmoor", "Northmoor")
    assert [code for code in ends if code] == ["S1VE64"]


def test_two_that_overtake_each_other_are_both_judged_by_the_s1sp(
    state: State, parties: Parties, now: datetime
) -> None:
    state, device = with_device(state, esme(), now)
    first, second = (parties.update("Southfell", device, owner) for owner in ("Northmoor", "Westbrook"))
    for update in (second, first):
        reaction = receive(Service.SEND_COMMAND, parties.signed("Southfell", update), state, now)
        state = reaction.state
    after, _ = settle(state, now)
    assert holders(after, device) == ("Westbrook", "Westbrook")


def test_a_refused_request_may_come_again_as_far_as_the_dsp_is_concerned(
    state: State, parties: Parties, now: datetime
) -> None:
    state, device = with_device(state, esme(), now)
    document = parties.signed("Northmoor", parties.update("Northmoor", device, "Northmoor"))
    refused = exchanged(state, document, now)
    assert exchanged(refused.state, document, now).code == "I99"


def test_a_certificate_that_nobody_has_seen_is_kept_under_its_own_issue(
    state: State, parties: Parties, now: datetime
) -> None:
    known = dict(state.settings.certificates)
    unseen = [certificate for certificate in known if certificate.owner == parties.pki.user_id["Northmoor"]]
    settings = replace(state.settings, certificates={one: der for one, der in known.items() if one not in unseen})
    state, device = with_device(replace(state, settings=settings), esme(), now)
    heard = exchanged(state, parties.signed("Southfell", parties.update("Southfell", device, "Northmoor")), now)
    assert holders(heard.state, device) == ("Northmoor", "Northmoor")
    assert sorted(heard.state.learned.values()) == sorted(
        der for (name, _, issue), der in parties.pki.certificates.items() if (name, issue) == ("Northmoor", 1)
    )


@pytest.mark.parametrize("seed", range(8))
def test_no_damage_to_a_message_is_more_than_a_refusal(
    state: State, parties: Parties, now: datetime, seed: int
) -> None:
    state, device = with_device(state, esme(), now)
    document = parties.signed("Southfell", parties.update("Southfell", device, "Northmoor"))
    chance = Random(seed)
    for _ in range(25):
        place, octet = chance.randrange(len(document)), chance.randrange(256)
        for damaged in (document[:place], document[:place] + bytes([octet]) + document[place + 1 :]):
            reaction = receive(chance.choice(list(Service)), damaged, state, now)
            assert reaction.state.world.slots == state.world.slots
            assert reaction.status in (200, 400)


def test_the_endpoint_needs_neither_database_nor_socket() -> None:
    """It is called in process by whoever has no use for a server."""
    asked = "import sys, sut_adapters.simulator.endpoint; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert not {"sqlalchemy", "aiohttp", "asyncio"} & set(loaded.split())
