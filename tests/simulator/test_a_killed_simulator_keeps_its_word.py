"""SIGKILL in the middle of a hundred requests: what was acknowledged is carried out, and no slot is half replaced."""

import threading
from collections.abc import Sequence
from pathlib import Path

import httpx

from rulebook.vocabulary import S1SPS, Component
from sut_adapters.duis.responses import Smets1Response
from sut_adapters.smki.pki import TestPki
from tests.simulator.asking import Asking
from tests.simulator.devices import esme
from tests.simulator.inboxes import Inbox
from tests.simulator.parties import Parties
from tests.simulator.processes import serving
from tests.simulator.stores import Urls

REQUESTS, BEFORE_ITS_DEATH = 100, 40


def options(urls: Urls, pki: Path) -> Sequence[str]:
    """Plain HTTP on the databases and with the PKI."""
    databases = [word for s1sp in S1SPS for word in ("--s1sp-db", f"{s1sp}={urls[s1sp]}")]
    return ["--plain-http", "--pki", str(pki), "--dsp-db", urls[Component.DSP], *databases]


def send_until_it_dies(
    dsp: Asking, documents: Sequence[bytes], acknowledged: list[int], enough: threading.Event
) -> None:
    """Notes the number of each request that was acknowledged."""
    for number, document in enumerate(documents):
        try:
            assert dsp.post(document).header.code == "I99"
        except httpx.TransportError:
            return
        acknowledged.append(number)
        if len(acknowledged) == BEFORE_ITS_DEATH:
            enough.set()


def test_every_acknowledged_replacement_is_there_and_none_is_halved(
    urls: Urls, pki: TestPki, parties: Parties, tmp_path: Path
) -> None:
    folder = tmp_path / "pki"
    pki.write(folder)
    acknowledged: list[int] = []
    enough = threading.Event()
    with serving(*options(urls, folder)) as simulator, httpx.Client(base_url=simulator.url) as client:
        dsp = Asking(client)
        devices = [dsp.place(esme(s1sp=S1SPS[number % len(S1SPS)])) for number in range(REQUESTS)]
        updates = [parties.update("Southfell", device, "Northmoor") for device in devices]
        documents = [parties.signed("Southfell", update) for update in updates]
        sender = threading.Thread(target=send_until_it_dies, args=(dsp, documents, acknowledged, enough))
        sender.start()
        assert enough.wait(60)
        simulator.kill()
        sender.join()
    assert len(acknowledged) >= BEFORE_ITS_DEATH
    with serving(*options(urls, folder)) as simulator, httpx.Client(base_url=simulator.url) as client, Inbox() as inbox:
        dsp = Asking(client)
        dsp.control("PUT", f"/inboxes/{pki.user_id['Southfell']}", {"url": inbox.url})
        dsp.settle()
        before, after = ((pki.user_id[name],) * 2 for name in ("Southfell", "Northmoor"))
        held = [dsp.owners(device) for device in devices]
        assert {held[number] for number in acknowledged} == {after}
        assert set(held) <= {before, after}
        told = set()
        while not inbox.messages.empty():
            message = inbox.next()
            assert isinstance(message.body, Smets1Response)
            told.add(message.header.request_id)
        assert {updates[number].request_id for number in acknowledged} <= told
