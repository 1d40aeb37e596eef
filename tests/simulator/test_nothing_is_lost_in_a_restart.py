"""What was acknowledged, what slots hold and what has not been delivered are there again after any end."""

from datetime import UTC, datetime

import pytest

from rulebook.vocabulary import BASELINE, Component, UserRole, UserStatus
from sut_adapters.duis.responses import S1spAlert, Smets1Response, decode
from sut_adapters.port import Circumstance, DeviceSpec
from sut_adapters.simulator import estate
from sut_adapters.simulator.endpoint import Service
from sut_adapters.simulator.simulation import Simulation
from sut_adapters.trouble import Unreachable
from tests.simulator.conftest import Begin
from tests.simulator.devices import esme, holders
from tests.simulator.parties import Parties


def place(simulation: Simulation, spec: DeviceSpec) -> str:
    """As test control does."""
    after, device = estate.placed(simulation.state, spec, simulation.clock())
    simulation.adopt(after)
    return device


def acknowledge(simulation: Simulation, parties: Parties, device: str, owner: str) -> None:
    """Southfell asks to place the owner's certificates."""
    document = parties.signed("Southfell", parties.update("Southfell", device, owner))
    reply = simulation.receive(Service.SEND_COMMAND, document).reply
    assert decode(reply).message.header.code == "I99"


def test_the_whole_world_is_there_again(begin: Begin, parties: Parties) -> None:
    first = begin(BASELINE)
    devices = [place(first, esme(s1sp=s1sp)) for s1sp in (Component.S1SP1, Component.S1SP3)]
    now = datetime.now(UTC)
    state = estate.registered(first.state, devices[0], UserRole.IMPORT_SUPPLIER, "Dunlin", now)
    state = estate.brought_about(state, Circumstance.USER_SUSPENDED, "Westbrook", "", now)
    state = estate.brought_about(state, Circumstance.S1SP_COPY_NAMES, "Dunlin", devices[0], now)
    first.adopt(state)
    again = begin().state
    assert again.release == BASELINE
    assert again.world.devices == state.world.devices
    assert again.world.slots == state.world.slots
    assert set(again.world.registrations) == set(state.world.registrations)
    assert set(again.world.s1sp_copies[Component.S1SP1]) == set(state.world.s1sp_copies[Component.S1SP1])
    assert again.world.users[parties.pki.user_id["Westbrook"]].status is UserStatus.SUSPENDED


def test_acknowledged_work_is_done_after_the_restart(begin: Begin, parties: Parties) -> None:
    first = begin()
    device = place(first, esme())
    acknowledge(first, parties, device, "Northmoor")
    again = begin()
    assert [work.request_id for work in again.state.pending] == [work.request_id for work in first.state.pending]
    assert again.conclude_next()
    assert holders(again.state, device) == ("Northmoor", "Northmoor")
    assert holders(begin().state, device) == ("Northmoor", "Northmoor")


def test_what_was_not_delivered_is_still_to_be_delivered(begin: Begin, parties: Parties) -> None:
    first = begin()
    device = place(first, esme())
    acknowledge(first, parties, device, "Northmoor")
    first.conclude_next()
    southfell = parties.pki.user_id["Southfell"]
    again = begin()
    assert again.next_for(southfell) == first.next_for(southfell)
    number, _ = again.next_for(southfell) or (0, None)
    again.has_delivered(southfell, number)
    again.flush()
    assert begin().next_for(southfell) is None


def test_a_duplicate_is_refused_after_the_restart_as_well(begin: Begin, parties: Parties) -> None:
    first = begin()
    device = place(first, esme())
    acknowledge(first, parties, device, "Northmoor")
    document = first.state.pending[0].document
    first.conclude_next()
    again = begin()
    reply = again.receive(Service.SEND_COMMAND, document).reply
    assert decode(reply).message.header.code == "E1000"


def test_a_death_between_the_two_databases_leaves_them_agreed(
    begin: Begin, parties: Parties, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The S1SP has replaced the certificates; the DSP dies before it has recorded the end."""
    first = begin()
    device = place(first, esme())
    acknowledge(first, parties, device, "Northmoor")

    def die(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as dying:
        dying.setattr("sut_adapters.simulator.journal.finish", die)
        with pytest.raises(KeyboardInterrupt):
            first.conclude_next()
    again = begin()
    assert not again.state.pending
    assert holders(again.state, device) == ("Northmoor", "Northmoor")
    _, push = again.next_for(parties.pki.user_id["Southfell"]) or (0, None)
    assert push is not None
    body = decode(push.document).message.body
    assert isinstance(body, Smets1Response)
    assert body.success


def test_a_replacement_that_cannot_be_written_has_not_happened(
    begin: Begin, parties: Parties, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = begin()
    device = place(first, esme())
    acknowledge(first, parties, device, "Northmoor")

    def broken(*_: object) -> None:
        raise Unreachable("reach", "the database of S1SP2")  # type: ignore[arg-type]

    with monkeypatch.context() as failing:
        failing.setattr("sut_adapters.s1sp_database.stored._note", broken)
        with pytest.raises(Unreachable):
            first.conclude_next()
    assert holders(first.state, device) == ("Southfell", "Southfell")
    assert holders(begin().state, device) == ("Southfell", "Southfell")
    assert first.conclude_next()
    assert holders(begin().state, device) == ("Northmoor", "Northmoor")


def test_a_refused_request_leaves_the_slots_of_the_database_alone(begin: Begin, parties: Parties) -> None:
    first = begin()
    device = place(first, esme("Northmoor"))
    acknowledge(first, parties, device, "Westbrook")
    first.conclude_next()
    _, push = first.next_for(parties.pki.user_id["Southfell"]) or (0, None)
    assert push is not None
    assert isinstance(decode(push.document).message.body, S1spAlert)
    assert holders(begin().state, device) == ("Northmoor", "Northmoor")


def test_an_emptied_estate_is_empty_afterwards(begin: Begin, parties: Parties) -> None:
    first = begin()
    device = place(first, esme())
    acknowledge(first, parties, device, "Northmoor")
    first.empty(estate.emptied(first.state, None, first.clock()))
    again = begin().state
    assert not again.world.devices
    assert not again.world.slots
    assert not again.pending
