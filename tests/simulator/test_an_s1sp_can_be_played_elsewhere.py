"""The DSP hands requests over to whoever plays an S1SP, and passes on what that one has signed."""

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from rulebook.vocabulary import Component
from sut_adapters.duis.countersigned import read_countersigned
from sut_adapters.duis.responses import CommandFailure, S1spAlert, Smets1Response, encode_inner
from sut_adapters.duis.signing import sign, verify
from sut_adapters.simulator.simulation import Simulation
from tests.simulator.asking import Asking
from tests.simulator.devices import esme, holders
from tests.simulator.inboxes import Inbox
from tests.simulator.parties import Parties

Play = Callable[[bytes], tuple[int, bytes]]


class Played:
    """Listens as S1SP2 and answers as it is told to."""

    def __init__(self, play: Play) -> None:
        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                status, answer = play(self.rfile.read(int(self.headers["Content-Length"])))
                self.send_response(status)
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)

            def log_message(self, *_: object) -> None:
                """Nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True)
        self.thread.start()
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}/s1sp/S1SP2/countersigned"

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


@pytest.fixture
def played(dsp: Asking) -> Iterator[Callable[[Play], None]]:
    """Has S1SP2 played so."""
    playing: list[Played] = []

    def play(how: Play) -> None:
        playing.append(Played(how))
        dsp.control("PUT", "/s1sp/S1SP2", {"url": playing[-1].url})

    yield play
    for each in playing:
        each.close()


def ended(dsp: Asking, parties: Parties) -> object:
    """How Southfell's request for a device of S1SP2 ended."""
    device = dsp.place(esme())
    with Inbox() as southfell:
        dsp.control("PUT", "/inboxes/Southfell", {"url": southfell.url})
        dsp.post(parties.signed("Southfell", parties.update("Southfell", device, "Northmoor")))
        return southfell.next().body


def test_its_refusal_is_passed_on(
    dsp: Asking, parties: Parties, simulation: Simulation, played: Callable[[Play], None]
) -> None:
    def refuse(document: bytes) -> tuple[int, bytes]:
        verify(document, parties.pki.signer("DSP").certificate, simulation.clock())
        assert read_countersigned(document).s1sp is Component.S1SP2
        alert = S1spAlert(None, None, "S1VE64", None, simulation.clock())
        return 200, sign(encode_inner(alert), parties.pki.signer("S1SP2"))

    played(refuse)
    end = ended(dsp, parties)
    assert isinstance(end, S1spAlert)
    assert end.code == "S1VE64"


def test_its_response_is_passed_on_and_its_own_slots_are_its_own_business(
    dsp: Asking, parties: Parties, simulation: Simulation, played: Callable[[Play], None]
) -> None:
    def accept(document: bytes) -> tuple[int, bytes]:
        work = simulation.state.pending[0]
        said = Smets1Response("6.15.1", True, work.request.target, work.request.sender, work.counter)
        return 200, sign(encode_inner(said), parties.pki.signer("S1SP2"))

    played(accept)
    assert isinstance(ended(dsp, parties), Smets1Response)
    (device,) = simulation.state.world.devices
    assert holders(simulation.state, device) == ("Southfell", "Southfell")


@pytest.mark.parametrize(("status", "signer"), [(200, "S1SP1"), (200, None), (503, "S1SP2")])
def test_what_is_no_end_of_a_request_is_a_command_failure(
    dsp: Asking,
    parties: Parties,
    simulation: Simulation,
    played: Callable[[Play], None],
    status: int,
    signer: str | None,
) -> None:
    alert = encode_inner(S1spAlert(None, None, "S1VE64", None, simulation.clock()))
    answer = sign(alert, parties.pki.signer(signer)) if signer else alert
    played(lambda _: (status, answer))
    assert isinstance(ended(dsp, parties), CommandFailure)


def test_garbage_is_a_command_failure(dsp: Asking, parties: Parties, played: Callable[[Play], None]) -> None:
    played(lambda _: (200, b"nothing"))
    assert isinstance(ended(dsp, parties), CommandFailure)


def test_the_dsp_makes_its_own_checks_first(
    dsp: Asking, parties: Parties, simulation: Simulation, played: Callable[[Play], None]
) -> None:
    asked: list[bytes] = []
    played(lambda document: (asked.append(document), (503, b""))[1])
    dsp.control("PUT", "/release", {"DSP": "off"})
    device = dsp.place(esme())
    update = parties.update("Southfell", device, "Northmoor")
    assert dsp.post(parties.signed("Southfell", update)).header.code == "E4"
    dsp.settle()
    assert not asked


def test_it_is_played_here_again_once_it_is_put_back(
    dsp: Asking, parties: Parties, played: Callable[[Play], None]
) -> None:
    played(lambda _: (503, b""))
    dsp.control("PUT", "/s1sp/S1SP2", {"url": None})
    assert isinstance(ended(dsp, parties), Smets1Response)
