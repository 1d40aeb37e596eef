"""Countersigned Service Requests both ways, and an S1SP that answers badly."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from rulebook.vocabulary import S1SPS, CertificateUse, Component, DeviceType, RemotePartyRole, Variant
from sut_adapters.duis.countersigned import Countersigned, encode_countersigned, read_countersigned
from sut_adapters.duis.fault import MessageFault
from sut_adapters.duis.responses import S1spAlert, SlotOutcome, Smets1Response, encode_inner
from sut_adapters.duis.signing import sign, verify
from sut_adapters.port import DeviceSpec, Misunderstood, Unreachable
from sut_adapters.smki.pki import TestPki
from tests.duis.estate.devices import WRONG
from tests.duis.estate.lab import Controlled, Lab
from tests.duis.estate.test_devices_are_leased_with_care import update

NOW = datetime(2026, 11, 3, 12, 30, 15, 250000, tzinfo=UTC)
REQUEST = b'<sr:Request xmlns:sr="x">\r\n  <!-- as it came --></sr:Request>'
SPOILT: list[tuple[Callable[[bytes], bytes], str]] = [
    (lambda _: b"", "not well-formed XML"),
    (lambda good: b"<!DOCTYPE x>" + good, "DOCTYPE"),
    (lambda good: good.replace(b"urn:mp107", b"urn:other"), "is no CountersignedServiceRequest"),
    (lambda good: good.replace(b"S1SP2", b"S1SP9"), "'S1SP9' is no S1SP"),
    (lambda good: good.replace(b"2026-11-03T", b"yesterday "), "is no date and time"),
    (lambda good: good.replace(b"<ServiceRequest>", b"<ServiceRequest>*"), "is not base64"),
    (lambda good: good.replace(b"<S1SP>S1SP2</S1SP>", b""), "has no S1SP"),
]


@pytest.mark.parametrize("s1sp", S1SPS)
def test_what_is_written_is_read_to_the_octet(s1sp: Component, pki: TestPki) -> None:
    said = Countersigned(s1sp, NOW, REQUEST)
    document = sign(encode_countersigned(said), pki.signer("DSP"))
    verify(document, pki.signer("DSP").certificate, datetime.now(UTC))
    assert read_countersigned(document) == said


@pytest.mark.parametrize(("spoil", "fault"), SPOILT)
def test_anything_else_is_a_message_fault(spoil: Callable[[bytes], bytes], fault: str) -> None:
    good = encode_countersigned(Countersigned(Component.S1SP2, NOW, REQUEST))
    with pytest.raises(MessageFault, match=fault.replace(".", r"\.").replace("*", r"\*")):
        read_countersigned(spoil(good))


class FakeS1sp:
    """Answers every request alike."""

    def __init__(self) -> None:
        self.status, self.body = 200, b""
        fake = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                self.rfile.read(int(self.headers["Content-Length"]))
                self.send_response(fake.status)
                self.send_header("Content-Length", str(len(fake.body)))
                self.end_headers()
                self.wfile.write(fake.body)

            def log_message(self, *_: object) -> None:
                pass

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        Thread(target=self.server.serve_forever, daemon=True).start()


@pytest.fixture
def s1sp() -> Iterator[FakeS1sp]:
    fake = FakeS1sp()
    yield fake
    fake.server.shutdown()
    fake.server.server_close()


@pytest.fixture
def asked(lab: Lab, s1sp: FakeS1sp) -> tuple[Controlled, str]:
    """A system whose S1SP1 is the fake, and a device that it serves."""
    profile = lab.profile(control=True, more=lab.played())
    text = profile.read_text(encoding="utf-8")
    url = f'url = "http://127.0.0.1:{s1sp.server.server_port}/"'
    profile.write_text(text.replace("[s1sp.S1SP1]\n", f"[s1sp.S1SP1]\n{url}\n"), encoding="utf-8")
    system = lab.system(profile)
    assert isinstance(system, Controlled)
    system.begin("a scenario", 1)
    return system, system.place(DeviceSpec(DeviceType.ESME, slots=WRONG.slots, s1sp=Component.S1SP1))


def response(device: str, lab: Lab, **said: object) -> Smets1Response:
    outcome = SlotOutcome(RemotePartyRole.NETWORK_OPERATOR, CertificateUse.DIGITAL_SIGNING)
    variant, user = Variant.UPDATE_SECURITY_CREDENTIALS_KRP, lab.pki.user_id["Southfell"]
    known = {"variant": variant, "success": True, "device": device, "user": user, "counter": 1, "outcomes": (outcome,)}
    return Smets1Response(**{**known, **said})  # type: ignore[arg-type]


def test_an_end_by_another_s1sps_key_is_not_believed(lab: Lab, asked: tuple[Controlled, str], s1sp: FakeS1sp) -> None:
    system, device = asked
    s1sp.body = sign(encode_inner(response(device, lab)), lab.pki.signer("S1SP2"))
    with pytest.raises(Misunderstood, match="S1SP1 answered with what is not to be believed: its signer"):
        system.hand_over(update("Southfell", "Northmoor", device))


def test_an_end_about_another_request_is_not_believed(lab: Lab, asked: tuple[Controlled, str], s1sp: FakeS1sp) -> None:
    system, device = asked
    s1sp.body = sign(encode_inner(response(device, lab, counter=2**40)), lab.pki.signer("S1SP1"))
    with pytest.raises(Misunderstood, match="was answered with a signed response to"):
        system.hand_over(update("Southfell", "Northmoor", device))
    about = f"{lab.pki.user_id['Westbrook']}:{device}:1"
    s1sp.body = sign(encode_inner(S1spAlert(about, device, "S1VE64", None, NOW)), lab.pki.signer("S1SP1"))
    with pytest.raises(Misunderstood, match="was answered with an S1SP Alert about"):
        system.hand_over(update("Southfell", "Northmoor", device))


@pytest.mark.parametrize(
    ("status", "body", "reason"),
    [
        (200, b"", "what is not to be believed"),
        (200, b"<x/>", "what is not to be believed"),
        (400, b"no such thing\nand more", "answered 400 .'no such thing'"),
        (500, b"", "answered 500 .'nothing said'"),
    ],
)
def test_an_answer_that_is_no_end_is_understood_as_none(
    asked: tuple[Controlled, str], s1sp: FakeS1sp, status: int, body: bytes, reason: str
) -> None:
    system, device = asked
    s1sp.status, s1sp.body = status, body
    with pytest.raises(Misunderstood, match=reason):
        system.hand_over(update("Southfell", "Northmoor", device))


def test_an_s1sp_that_is_not_there_is_unreachable(asked: tuple[Controlled, str], s1sp: FakeS1sp) -> None:
    system, device = asked
    s1sp.server.server_close()
    s1sp.server.shutdown()
    with pytest.raises(Unreachable, match=r"mend s1sp\.url"):
        system.hand_over(update("Southfell", "Northmoor", device))
