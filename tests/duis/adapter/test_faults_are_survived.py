"""A DSP that fails in one way each: the answer is trouble with a reason, never an outcome that was not there."""

import asyncio
import re
import socket
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path

import pytest
from aiohttp import web

from rulebook.vocabulary import Accepted, Rulings, ServiceRequest
from sut_adapters.duis.adapter import assemble
from sut_adapters.duis.profile import read_profile
from sut_adapters.trouble import Misconfigured, Misunderstood, Phase, Unreachable
from tests.duis.adapter.behaviours import carry_out, hang, unsigned
from tests.duis.adapter.conftest import ESME, NEVER_ANSWERED, BuildSystem, update
from tests.duis.adapter.fakes import Arrived, Behaviour, FakeDsp, reply

READING = ServiceRequest("4.10", "Northmoor", ESME)


async def reset_half_way(dsp: FakeDsp, arrived: Arrived) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Length": "5000"})
    await response.prepare(arrived.http)
    await response.write(dsp.acknowledgement(arrived)[:100])
    assert arrived.http.transport is not None
    arrived.http.transport.abort()
    return response


async def hang_up(dsp: FakeDsp, arrived: Arrived) -> web.StreamResponse:
    assert arrived.http.transport is not None
    arrived.http.transport.close()
    return web.Response()


async def trickle(dsp: FakeDsp, arrived: Arrived) -> web.StreamResponse:
    """An octet now and then, for ever: no single wait is long."""
    response = web.StreamResponse(headers={"Content-Length": "5000"})
    await response.prepare(arrived.http)
    await a_little_at_a_time(dsp, response.write)
    return response


async def trickle_in_the_head(dsp: FakeDsp, arrived: Arrived) -> web.StreamResponse:
    """The same before any body."""
    transport = arrived.http.transport
    assert isinstance(transport, asyncio.WriteTransport)

    async def write(octets: bytes) -> None:
        transport.write(octets)

    transport.write(b"HTTP/1.1 200 OK\r\nX-Head: ")
    await a_little_at_a_time(dsp, write)
    return web.Response()


async def a_little_at_a_time(dsp: FakeDsp, write: Callable[[bytes], Awaitable[None]]) -> None:
    while not dsp.released.is_set():
        with suppress(ConnectionError):
            await write(b"<")
        with suppress(TimeoutError):
            await asyncio.wait_for(dsp.released.wait(), 0.1)


def saying(body: bytes, status: int = 200) -> Behaviour:
    async def behave(dsp: FakeDsp, arrived: Arrived) -> web.StreamResponse:
        return reply(body, status)

    return behave


@pytest.mark.parametrize(
    ("behaviour", "trouble", "phase", "reason"),
    [
        pytest.param(hang, Unreachable, Phase.WAIT, "no whole answer within 0.3 s", id="hangs"),
        pytest.param(trickle, Unreachable, Phase.WAIT, "no whole answer within 0.3 s", id="trickles"),
        pytest.param(trickle_in_the_head, Unreachable, Phase.WAIT, "no whole answer", id="trickles in the head"),
        pytest.param(reset_half_way, Unreachable, Phase.SEND, "closed the connection", id="resets half way"),
        pytest.param(hang_up, Unreachable, Phase.SEND, "closed the connection", id="hangs up"),
        pytest.param(saying(b"boom", 500), Unreachable, Phase.WAIT, "500 Internal Server Error", id="answers 500"),
        pytest.param(saying(b"", 503), Unreachable, Phase.WAIT, "503 Service Unavailable", id="answers 503"),
        pytest.param(saying(b"no", 404), Misunderstood, Phase.SEND, "404 Not Found", id="has no such service"),
        pytest.param(saying(b"bad", 400), Misunderstood, Phase.SEND, "took the message for none", id="answers 400"),
        pytest.param(saying(b"\x00\xff<"), Misunderstood, Phase.UNDERSTAND, "no DUIS Response", id="answers garbage"),
        pytest.param(saying(b""), Misunderstood, Phase.UNDERSTAND, "no DUIS Response", id="answers nothing"),
        pytest.param(saying(b"<a>" * 400_000), Misunderstood, Phase.WAIT, "octets", id="answers too much"),
    ],
)
def test_a_bad_answer_is_trouble_and_never_an_outcome(
    behaviour: Behaviour,
    trouble: type[Unreachable | Misunderstood],
    phase: Phase,
    reason: str,
    dsp: FakeDsp,
    build: BuildSystem,
) -> None:
    dsp.behave = behaviour
    with pytest.raises(trouble, match=re.escape(reason)) as raised:
        build(NEVER_ANSWERED if behaviour in (hang, trickle, trickle_in_the_head) else "").send(update())
    assert raised.value.phase is phase
    assert len(dsp.arrived) == 1, "a request that may have been acted on is never sent again"


def test_a_dsp_that_is_down_cannot_be_reached(build: BuildSystem) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(Unreachable, match="cannot be connected to") as raised:
        build(url=f"http://127.0.0.1:{port}").send(update())
    assert raised.value.phase is Phase.REACH


def test_a_request_that_changes_nothing_is_sent_again_under_another_counter(dsp: FakeDsp, build: BuildSystem) -> None:
    async def down_once(dsp: FakeDsp, arrived: Arrived) -> web.StreamResponse:
        return reply(b"", 503) if len(dsp.arrived) == 1 else await carry_out(dsp, arrived)

    dsp.behave = down_once
    assert build().send(READING) == Accepted()
    first, second = (arrived.duis.header.counter for arrived in dsp.arrived)
    assert second > first


def test_a_slow_dsp_is_waited_for(dsp: FakeDsp, build: BuildSystem) -> None:
    async def answer_once_the_inbox_was_tried(dsp: FakeDsp, arrived: Arrived) -> web.StreamResponse:
        await dsp.pushed(arrived.duis.header.originator, b"nonsense")
        return await carry_out(dsp, arrived)

    dsp.behave = answer_once_the_inbox_was_tried
    assert build().send(update()) == Accepted()


def test_an_inbox_port_that_is_taken_is_a_configuration_error(dsp: FakeDsp, profile_file: Callable[..., Path]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        file = profile_file(dsp.url, more=f"[inbox]\nport = {port}\n")
        with pytest.raises(Misconfigured, match=rf"cannot listen on 127.0.0.1:{port} .*free it, or name another port"):
            assemble(read_profile(file), Rulings())


def test_trouble_leaves_the_system_usable(dsp: FakeDsp, build: BuildSystem) -> None:
    system = build()
    dsp.behave = reset_half_way
    with pytest.raises(Unreachable):
        system.send(update())
    dsp.behave = carry_out
    assert system.send(update()) == Accepted()
    assert system.settled()


def test_an_acknowledgement_that_is_unsigned_is_an_acknowledgement(dsp: FakeDsp, build: BuildSystem) -> None:
    async def acknowledge_unsigned(dsp: FakeDsp, arrived: Arrived) -> web.StreamResponse:
        await carry_out(dsp, arrived)
        return reply(unsigned(dsp.acknowledgement(arrived)))

    dsp.behave = acknowledge_unsigned
    assert build().send(update()) == Accepted()
