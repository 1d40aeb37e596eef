"""What nobody foresaw costs one line and at most one request: the simulator goes on, and loses none."""

import asyncio
import logging

import pytest

from rulebook.vocabulary import Variant
from sut_adapters.duis.responses import CommandFailure, Smets1Response
from sut_adapters.simulator import server, service
from sut_adapters.simulator.deliveries import Deliveries
from sut_adapters.simulator.keeping import Keeper
from sut_adapters.simulator.simulation import Simulation
from sut_adapters.trouble import Trouble
from tests.simulator.asking import Asking
from tests.simulator.devices import esme
from tests.simulator.inboxes import Inbox
from tests.simulator.parties import Parties

QUOTED = "-----BEGIN PRIVATE KEY-----"


class Bug(Exception):
    """Nothing in the simulator knows this one."""


@pytest.fixture(autouse=True)
def one_line_each(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING)


def failing_once(function: object) -> object:
    """The function, but for its first call."""
    calls: list[None] = []

    def called(*arguments: object, **named: object) -> object:
        calls.append(None)
        if len(calls) == 1:
            raise Bug(QUOTED)
        return function(*arguments, **named)  # type: ignore[operator]

    return called


def read_twice(dsp: Asking, parties: Parties) -> list[str]:
    device = dsp.place(esme())
    with Inbox() as northmoor:
        dsp.control("PUT", f"/inboxes/{parties.pki.user_id['Northmoor']}", {"url": northmoor.url})
        requests = [parties.request("Northmoor", device, Variant.READ_NETWORK_DATA) for _ in range(2)]
        for request in requests:
            assert dsp.post(parties.signed("Northmoor", request)).header.code == "I99"
        return [type(northmoor.next().body).__name__ for _ in requests]


def told(caplog: pytest.LogCaptureFixture) -> str:
    (line,) = [record for record in caplog.records if record.levelno >= logging.WARNING]
    assert line.exc_info is None
    assert QUOTED not in line.getMessage()
    assert "\n" not in line.getMessage()
    return line.getMessage()


def test_one_request_is_given_up_and_the_next_is_carried_out(
    dsp: Asking, parties: Parties, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    from sut_adapters.simulator import simulation

    monkeypatch.setattr(simulation, "conclude", failing_once(simulation.conclude))
    assert read_twice(dsp, parties) == [CommandFailure.__name__, Smets1Response.__name__]
    assert "is given up: the simulator has failed on it (Bug at test_an_unforeseen" in told(caplog)


def test_where_nothing_can_be_kept_the_request_is_tried_again(
    dsp: Asking, parties: Parties, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(Simulation, "conclude_next", failing_once(Simulation.conclude_next))
    assert read_twice(dsp, parties) == [Smets1Response.__name__] * 2
    assert told(caplog).startswith("the simulator has failed and tries again (Bug at ")


def test_a_message_that_breaks_the_endpoint_is_answered_500_and_kept_out(
    dsp: Asking,
    parties: Parties,
    simulation: Simulation,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    device = dsp.place(esme())
    document = parties.signed("Southfell", parties.update("Southfell", device, "Northmoor"))
    with monkeypatch.context() as failing:
        failing.setattr(Keeper, "save", failing_once(Keeper.save))
        answer = dsp.client.post("/api/v1/serviceS", content=document)
    assert (answer.status_code, answer.text) == (500, "the simulator has failed on this message\n")
    assert not simulation.state.pending
    assert told(caplog).startswith("a message was turned away: the simulator has failed on it (Bug at ")
    assert dsp.post(document).header.code == "I99"


def test_a_delivery_that_fails_is_made_when_there_is_something_to_do_again(
    dsp: Asking, parties: Parties, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(Deliveries, "_posted", failing_once(Deliveries._posted))
    assert read_twice(dsp, parties) == [Smets1Response.__name__] * 2
    assert "is kept for later: delivering it has failed (Bug at " in told(caplog)


def test_test_control_says_that_it_has_failed(
    dsp: Asking, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    with monkeypatch.context() as failing:
        failing.setattr(Keeper, "save", failing_once(Keeper.save))
        answer = dsp.client.post("/test-control/v1/scenario", json={"scenario": "one", "seed": 1})
    assert (answer.status_code, answer.json()) == (500, {"reason": "the simulator has failed on this"})
    assert told(caplog).startswith("test control has failed (Bug at ")


def test_a_simulator_that_cannot_go_on_ends_and_says_so(
    simulation: Simulation, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(_: Simulation) -> None:
        raise Bug(QUOTED)

    async def served() -> None:
        one = server.Server(simulation)
        await one.start("127.0.0.1", 0)
        try:
            await service._stopped_or_failed(asyncio.Event(), one)
        finally:
            await one.stop()

    monkeypatch.setattr(server, "AGAIN_S", 0)
    monkeypatch.setattr(Simulation, "next_work", broken)
    with pytest.raises(Trouble, match="stopped, having failed 5 times on one request; whatever was acknowledged is in"):
        asyncio.run(served())
    assert [QUOTED in record.getMessage() for record in caplog.records] == [False] * 5
