"""The port AlertInbox: who received what about which device, each alert once."""

import pytest

from rulebook.vocabulary import CertificateUse, RemotePartyRole
from sut_adapters.duis.adapter import DuisSystem
from sut_adapters.duis.alerts import Counted
from sut_adapters.duis.gbcs import GbcsMessage, Kind
from sut_adapters.duis.responses import CredentialsUpdated, DeviceAlert, Header, Message, Smets2DeviceAlert
from sut_adapters.port import Alert, AlertInbox, NotExercised
from tests.duis.adapter.behaviours import turn_down
from tests.duis.adapter.conftest import ESME, QUIET, BuildSystem, update
from tests.duis.adapter.fakes import FakeDsp, now

S1SP_ALERT = Alert("S1SP Alert", "Southfell", ESME, "S1VE64")


@pytest.fixture
def system(build: BuildSystem) -> DuisSystem:
    return build(QUIET)


def device_alert(dsp: FakeDsp, party: str, counter: int = 1, throttled: int = 0) -> bytes:
    body = DeviceAlert(ESME, "8F1C", now(), dsp.pki.user_id[party], counter)
    header = Header(None, f"{ESME}:{dsp.pki.user_id[party]}:{counter}", "I0", now())
    return dsp.signed(Message(header, body, throttled=throttled), dsp.pki.signer("S1SP1"))


def test_a_refusal_leaves_one_s1sp_alert_in_the_senders_inbox(dsp: FakeDsp, system: DuisSystem) -> None:
    dsp.behave = turn_down
    system.gateway.send(update())
    inbox = offered(system)
    assert inbox.received_by("Southfell") == (S1SP_ALERT,)
    assert inbox.received_by("Northmoor") == ()
    assert inbox.recipients("S1SP Alert", ESME) == ("Southfell",)


def test_a_device_alert_is_whoevers_inbox_it_came_to(dsp: FakeDsp, system: DuisSystem) -> None:
    dsp.push(dsp.pki.user_id["Northmoor"], device_alert(dsp, "Northmoor"))
    dsp.push(dsp.pki.user_id["Curlew"], device_alert(dsp, "Curlew"))
    assert offered(system).recipients("Device Alert", ESME) == ("Northmoor", "Curlew")


def test_a_smets2_device_alert_is_about_the_device_that_it_came_from(dsp: FakeDsp, system: DuisSystem) -> None:
    user_id = dsp.pki.user_id["Northmoor"]
    payload = GbcsMessage(Kind.ALERT, 1, octets(ESME), octets(user_id), 0x8F1C, b"").encode()
    header = Header(None, f"{ESME}:{user_id}:1", "I0", now())
    assert dsp.push(user_id, dsp.signed(Message(header, Smets2DeviceAlert("8F1C", payload)))) == 204
    assert offered(system).received_by("Northmoor") == (Alert("Device Alert", "Northmoor", ESME, "8F1C"),)


def test_a_notification_of_new_credentials_is_read(dsp: FakeDsp, system: DuisSystem) -> None:
    user_id = dsp.pki.user_id["Northmoor"]
    hashes = {CertificateUse.DIGITAL_SIGNING: "2jmj7l5rSw0yVb/vlWAYkK/YBwk="}
    body = CredentialsUpdated(ESME, RemotePartyRole.NETWORK_OPERATOR, hashes)
    message = Message(Header(None, f"{ESME}:{user_id}:1", "I0", now()), body, alert_code="N42")
    assert dsp.push(user_id, dsp.signed(message)) == 204
    expected = Alert("Security Credentials Updated", "Northmoor", ESME)
    assert offered(system).received_by("Northmoor") == (expected,)


def test_an_alert_that_is_delivered_twice_is_one_alert(dsp: FakeDsp, system: DuisSystem) -> None:
    document = device_alert(dsp, "Northmoor")
    for delivery in (document, document):
        dsp.push(dsp.pki.user_id["Northmoor"], delivery)
    assert offered(system).recipients("Device Alert", ESME) == ("Northmoor",)


def test_two_alerts_of_one_device_are_two(dsp: FakeDsp, system: DuisSystem) -> None:
    for counter in (1, 2):
        dsp.push(dsp.pki.user_id["Northmoor"], device_alert(dsp, "Northmoor", counter))
    assert offered(system).recipients("Device Alert", ESME) == ("Northmoor", "Northmoor")


def test_a_throttled_alert_is_counted_and_not_doubled(dsp: FakeDsp, system: DuisSystem) -> None:
    dsp.behave = turn_down
    system.gateway.send(update())
    southfell = dsp.pki.user_id["Southfell"]
    dsp.push(southfell, dsp.alert(dsp.arrived[0], "S1VE64", throttled=3))
    assert offered(system).received_by("Southfell") == (S1SP_ALERT,)
    assert system.alerts.counted() == (Counted(S1SP_ALERT, times=5),)


def test_an_alert_about_a_request_that_another_tester_sent_is_left_alone(dsp: FakeDsp, system: DuisSystem) -> None:
    dsp.behave = turn_down
    system.gateway.send(update())
    southfell, arrived = dsp.pki.user_id["Southfell"], dsp.arrived[0]
    assert dsp.push(southfell, dsp.alert(arrived, "S1VE4", request_id=f"{southfell}:{ESME}:4711")) == 204
    assert offered(system).received_by("Southfell") == (S1SP_ALERT,)


def test_what_came_before_the_scenario_does_not_belong_to_it(dsp: FakeDsp, system: DuisSystem) -> None:
    dsp.behave = turn_down
    system.gateway.send(update())
    system.begin("the next scenario", 2)
    assert offered(system).received_by("Southfell") == ()


def test_nobody_without_an_inbox_can_be_asked(system: DuisSystem) -> None:
    with pytest.raises(NotExercised, match="no party called Kestrel"):
        offered(system).received_by("Kestrel")


def offered(system: DuisSystem) -> AlertInbox:
    assert isinstance(system, AlertInbox)
    return system


def octets(eui: str) -> bytes:
    return bytes.fromhex(eui.replace("-", ""))
