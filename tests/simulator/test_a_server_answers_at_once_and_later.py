"""Over HTTP: the acknowledgement on the connection, everything else at the Receive Response Service, in order."""

import socket
import ssl
import threading
from pathlib import Path

import httpx
import pytest
from sqlalchemy.exc import OperationalError

from rulebook.vocabulary import Variant
from sut_adapters.duis.responses import CredentialsUpdated, DeviceAlert, S1spAlert, Smets1Response
from sut_adapters.duis.secure_xml import LARGEST
from sut_adapters.simulator import tls
from sut_adapters.simulator.in_thread import InThread
from sut_adapters.simulator.simulation import Simulation
from sut_adapters.smki import places
from sut_adapters.smki.pki import TestPki
from tests.simulator.asking import Asking
from tests.simulator.devices import esme
from tests.simulator.inboxes import Inbox
from tests.simulator.parties import Parties


def registered(dsp: Asking, parties: Parties, name: str, inbox: Inbox) -> Inbox:
    dsp.control("PUT", f"/inboxes/{parties.pki.user_id[name]}", {"url": inbox.url})
    return inbox


def test_the_end_comes_to_the_sender_and_the_notice_to_the_new_holder(dsp: Asking, parties: Parties) -> None:
    device = dsp.place(esme())
    update = parties.update("Southfell", device, "Northmoor")
    with Inbox() as southfell, Inbox() as northmoor:
        registered(dsp, parties, "Southfell", southfell)
        registered(dsp, parties, "Northmoor", northmoor)
        assert dsp.post(parties.signed("Southfell", update)).header.code == "I99"
        assert southfell.next().header.request_id == update.request_id
        assert isinstance(northmoor.next().body, CredentialsUpdated)
    assert dsp.owners(device) == (parties.pki.user_id["Northmoor"],) * 2


def test_messages_wait_for_a_service_that_is_registered_later(dsp: Asking, parties: Parties) -> None:
    device = dsp.place(esme())
    dsp.post(parties.signed("Westbrook", parties.update("Westbrook", device, "Westbrook")))
    dsp.settle()
    with Inbox() as westbrook:
        registered(dsp, parties, "Westbrook", westbrook)
        assert isinstance(westbrook.next().body, S1spAlert)
        dsp.settle()


def test_messages_are_pushed_again_until_they_are_there_and_in_order(dsp: Asking, parties: Parties) -> None:
    device = dsp.place(esme())
    with Inbox(500, 503, 500) as northmoor:
        registered(dsp, parties, "Northmoor", northmoor)
        reads = [parties.request("Northmoor", device, Variant.READ_NETWORK_DATA) for _ in range(3)]
        for read in reads:
            dsp.post(parties.signed("Northmoor", read))
        first = [northmoor.next().header.request_id for _ in range(4)]
        assert first == [reads[0].request_id] * 4
        assert [northmoor.next().header.request_id for _ in range(2)] == [read.request_id for read in reads[1:]]


def test_a_message_that_is_found_invalid_is_not_pushed_again(dsp: Asking, parties: Parties) -> None:
    device = dsp.place(esme())
    with Inbox(400) as northmoor:
        registered(dsp, parties, "Northmoor", northmoor)
        reads = [parties.request("Northmoor", device, Variant.READ_NETWORK_DATA) for _ in range(2)]
        for read in reads:
            dsp.post(parties.signed("Northmoor", read))
        assert [northmoor.next().header.request_id for _ in reads] == [read.request_id for read in reads]
        dsp.settle()


def test_a_services_death_is_survived(dsp: Asking, parties: Parties) -> None:
    device = dsp.place(esme())
    with Inbox() as dead:
        registered(dsp, parties, "Northmoor", dead)
    dsp.post(parties.signed("Northmoor", parties.request("Northmoor", device, Variant.READ_NETWORK_DATA)))
    assert dsp.control("GET", "/settled") == {"settled": False}
    with Inbox() as northmoor:
        registered(dsp, parties, "Northmoor", northmoor)
        assert isinstance(northmoor.next().body, Smets1Response)


def test_held_work_waits_and_goes_on_in_the_order_of_its_coming(dsp: Asking, parties: Parties) -> None:
    device = dsp.place(esme())
    with Inbox() as southfell:
        registered(dsp, parties, "Southfell", southfell)
        dsp.control("PUT", "/hold", {"on": True})
        for owner in ("Northmoor", "Westbrook"):
            dsp.post(parties.signed("Southfell", parties.update("Southfell", device, owner)))
        assert dsp.owners(device) == (parties.pki.user_id["Southfell"],) * 2
        assert dsp.control("GET", "/settled") == {"settled": False}
        dsp.control("PUT", "/hold", {"on": False})
        assert isinstance(southfell.next().body, Smets1Response)
        refused = southfell.next().body
    assert isinstance(refused, S1spAlert)
    assert refused.code == "S1VE64"
    assert dsp.owners(device) == (parties.pki.user_id["Northmoor"],) * 2


def test_of_two_requests_at_the_same_moment_exactly_one_wins(dsp: Asking, parties: Parties) -> None:
    device = dsp.place(esme())
    documents = [
        parties.signed("Southfell", parties.update("Southfell", device, owner)) for owner in ("Northmoor", "Westbrook")
    ]
    together = threading.Barrier(len(documents))

    def send(document: bytes) -> None:
        together.wait()
        dsp.post(document)

    with Inbox() as southfell:
        registered(dsp, parties, "Southfell", southfell)
        senders = [threading.Thread(target=send, args=(document,)) for document in documents]
        for sender in senders:
            sender.start()
        ends = [southfell.next().body for _ in documents]
        for sender in senders:
            sender.join()
    assert sorted(type(end).__name__ for end in ends) == ["S1spAlert", "Smets1Response"]
    assert [end.code for end in ends if isinstance(end, S1spAlert)] == ["S1VE64"]
    assert len(set(dsp.owners(device))) == 1


def test_a_devices_alert_goes_to_the_holder_of_its_slot(dsp: Asking, parties: Parties) -> None:
    device = dsp.place(esme())
    with Inbox() as southfell:
        registered(dsp, parties, "Southfell", southfell)
        dsp.control("POST", f"/devices/{device}/alerts")
        alert = southfell.next().body
    assert isinstance(alert, DeviceAlert)
    assert alert.device == device


def test_only_who_shows_a_certificate_is_served(
    simulation: Simulation, pki: TestPki, parties: Parties, tmp_path: Path
) -> None:
    folder = tmp_path / "pki"
    pki.write(folder)
    known = ssl.create_default_context(cafile=folder / f"{places.TLS_AUTHORITY}.pem")
    client = folder / places.tls_client("Southfell")
    with InThread(simulation, tls.serving(folder), tls.pushing(folder)) as server:
        with httpx.Client(base_url=server.url, verify=known) as stranger, pytest.raises(httpx.TransportError):
            stranger.get("/test-control/v1/release")
        known.load_cert_chain(f"{client}.pem", f"{client}.key")
        with httpx.Client(base_url=server.url, verify=known) as user:
            dsp = Asking(user)
            device = dsp.place(esme())
            update = parties.signed("Southfell", parties.update("Southfell", device, "Northmoor"))
            assert dsp.post(update).header.code == "I99"


@pytest.mark.parametrize("size", [LARGEST + 1, LARGEST * 3])
def test_a_message_that_is_too_large_is_turned_away(dsp: Asking, size: int) -> None:
    assert dsp.client.post("/api/v1/serviceS", content=b" " * size).status_code == 413


def test_a_message_that_breaks_off_changes_nothing(dsp: Asking, parties: Parties, simulation: Simulation) -> None:
    device = dsp.place(esme())
    document = parties.signed("Southfell", parties.update("Southfell", device, "Northmoor"))
    url = dsp.client.base_url
    with socket.create_connection((url.host, url.port or 0)) as connection:
        head = f"POST /api/v1/serviceS HTTP/1.1\r\nHost: {url.host}\r\nContent-Length: {len(document)}\r\n\r\n"
        connection.sendall(head.encode() + document[:-100])
    assert dsp.post(document).header.code == "I99"


def test_a_database_that_goes_away_leaves_everything_as_it_was(
    dsp: Asking, parties: Parties, simulation: Simulation, monkeypatch: pytest.MonkeyPatch
) -> None:
    device = dsp.place(esme())
    document = parties.signed("Southfell", parties.update("Southfell", device, "Northmoor"))

    def broken(*_: object) -> None:
        raise OperationalError("insert", {}, OSError("the disk is full"))

    with monkeypatch.context() as failing:
        failing.setattr("sut_adapters.simulator.journal.begin", broken)
        answer = dsp.client.post("/api/v1/serviceS", content=document)
    assert (answer.status_code, len(answer.text.splitlines())) == (503, 1)
    assert "the disk is full" in answer.text
    assert not simulation.state.pending
    assert dsp.post(document).header.code == "I99"
