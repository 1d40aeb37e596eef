"""Of a simulator whose clock was set: what was judged when, and messages that raced one another in one order."""

from datetime import UTC, datetime, timedelta

import pytest
from aiohttp import web

from rulebook.vocabulary import Accepted
from sut_adapters.duis.adapter import DuisSystem
from sut_adapters.duis.evidence import Evidence, Way
from sut_adapters.duis.responses import DeviceAlert, Header, Message
from sut_adapters.port import Misconfigured, UserGateway
from tests.duis.adapter.conftest import ESME, QUIET, BuildSystem, update
from tests.duis.adapter.fakes import Arrived, FakeDsp, now, reply

SIMULATOR = 'environment = "simulator"\n'


def set_to(moment: datetime) -> tuple[str, str]:
    """A change of a profile's text that sets its clock."""
    return SIMULATOR, f"{SIMULATOR}clock = {moment.isoformat()}\n"


def test_a_connections_messages_come_before_what_was_pushed_and_that_by_user() -> None:
    evidence = Evidence()
    for way, user_id, document in (
        (Way.PUSHED, "02", b"2a"),
        (Way.SENT, "03", b"s"),
        (Way.PUSHED, "01", b"1a"),
        (Way.ANSWERED, "03", b"a"),
        (Way.TURNED_AWAY, "01", b"1b"),
        (Way.PUSHED, "02", b"2b"),
    ):
        evidence.keep(way, user_id, "", document)
    evidence.put_in_order()
    in_order = [message.document for message in evidence.messages]
    assert in_order == [b"s", b"a", b"1a", b"1b", b"2a", b"2b"]
    evidence.keep(Way.SENT, "01", "", b"next")
    evidence.put_in_order()
    assert [message.document for message in evidence.messages] == [*in_order, b"next"]


async def tell_another_as_well(dsp: FakeDsp, arrived: Arrived) -> web.StreamResponse:
    """The end goes to the sender, and then an alert to Northmoor."""
    sender, northmoor = arrived.duis.header.originator, dsp.pki.user_id["Northmoor"]
    dsp.push_to_each_later((sender, dsp.success(arrived)), (northmoor, device_alert(dsp)))
    return reply(dsp.acknowledgement(arrived))


def device_alert(dsp: FakeDsp) -> bytes:
    """To Northmoor."""
    northmoor = dsp.pki.user_id["Northmoor"]
    header = Header(None, f"{ESME}:{northmoor}:1", "I0", now())
    return dsp.signed(Message(header, DeviceAlert(ESME, "8F1C", now(), northmoor, 1)), dsp.pki.signer("S1SP1"))


def offered(system: DuisSystem) -> UserGateway:
    assert isinstance(system, UserGateway)
    return system


def test_a_request_ends_when_nothing_is_under_way(dsp: FakeDsp, build: BuildSystem) -> None:
    system = build(QUIET, replacing=set_to(datetime.now(UTC)))
    system.silence.settled = lambda: len(dsp.statuses) == 2
    dsp.behave = tell_another_as_well
    assert offered(system).send(update()) == Accepted()
    assert [(message.way, message.user_id) for message in system.messages()] == [
        (Way.SENT, dsp.pki.user_id["Southfell"]),
        (Way.ANSWERED, dsp.pki.user_id["Southfell"]),
        *sorted((Way.PUSHED, dsp.pki.user_id[name]) for name in ("Northmoor", "Southfell")),
    ]


def test_messages_are_kept_with_their_real_times(dsp: FakeDsp, build: BuildSystem) -> None:
    begun, clock = datetime.now(UTC), datetime.now(UTC) + timedelta(days=30)
    system = build(QUIET, replacing=set_to(clock))
    system.silence.settled = lambda: True
    offered(system).send(update())
    assert all(begun <= message.at < clock for message in system.messages())


def test_what_comes_is_judged_at_that_moment(dsp: FakeDsp, build: BuildSystem) -> None:
    system = build(QUIET, replacing=set_to(datetime(1999, 1, 1, tzinfo=UTC)))
    assert dsp.push(dsp.pki.user_id["Northmoor"], device_alert(dsp)) == 400
    assert "expired or is not yet valid" in system.messages()[0].note


def test_only_a_simulators_clock_can_be_set(build: BuildSystem) -> None:
    with pytest.raises(Misconfigured, match=r"profile\.toml: clock: only a simulator's can be set; leave it out"):
        build(replacing=(SIMULATOR, 'environment = "test"\nclock = 2022-11-03T12:00:00Z\n'))
