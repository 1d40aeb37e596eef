"""What goes to which web service, under which Command Variant, signed by whom."""

from datetime import UTC, datetime

import pytest
from aiohttp import web
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256

from rulebook.vocabulary import (
    Accepted,
    Certificate,
    CertificateUse,
    Check,
    Component,
    DeviceType,
    Failed,
    Generation,
    Outcome,
    RemotePartyRole,
    ServiceRequest,
    refusal,
)
from sut_adapters.duis.devices import KnownDevice
from sut_adapters.duis.evidence import Way
from sut_adapters.duis.gbcs import (
    NETWORK_OPERATOR_BY_NETWORK_OPERATOR,
    GbcsMessage,
    Kind,
    Status,
    read_gbcs,
    replacement_outcome,
)
from sut_adapters.duis.responses import DeviceResponse, Header, Message, PreCommand, response_id
from sut_adapters.duis.signing import issuer_and_serial, verify
from sut_adapters.port import UNKNOWN_DEVICE, NotExercised
from sut_adapters.smki import places
from sut_adapters.smki.identity import of_certificate
from sut_adapters.trouble import Misunderstood
from tests.duis.adapter.behaviours import carry_out
from tests.duis.adapter.conftest import ESME, BuildSystem, update
from tests.duis.adapter.fakes import Arrived, FakeDsp, now, reply

SMETS2 = "00-DB-12-34-00-00-00-02"


def way_of(arrived: Arrived) -> tuple[str, int]:
    return arrived.http.path.rsplit("/", 1)[-1], arrived.duis.header.command_variant


@pytest.mark.parametrize(
    ("request_sent", "way"),
    [
        (update(), ("serviceS", 1)),
        (update(command_variant=4), ("serviceT", 4)),
        (update(command_variant=8), ("serviceD", 8)),
        (ServiceRequest("4.10", "Northmoor", ESME), ("serviceS", 1)),
    ],
)
def test_a_smets1_request_is_sent_as_it_is(
    request_sent: ServiceRequest, way: tuple[str, int], dsp: FakeDsp, build: BuildSystem
) -> None:
    dsp.behave = carry_out
    assert build().gateway.send(request_sent) == Accepted()
    assert [way_of(arrived) for arrived in dsp.arrived] == [way]


def test_a_request_has_its_whole_content(dsp: FakeDsp, build: BuildSystem) -> None:
    dsp.behave = carry_out
    before = datetime.now(UTC)
    build().gateway.send(update(future_dated=True, floor=12))
    (arrived,) = dsp.arrived
    credentials = arrived.duis.credentials
    assert credentials is not None
    assert credentials.role is RemotePartyRole.NETWORK_OPERATOR
    assert credentials.floor == 12
    assert arrived.duis.certificates == {use: dsp.pki.certificates["Northmoor", use, 1] for use in CertificateUse}
    assert arrived.duis.header.originator == dsp.pki.user_id["Southfell"]
    assert arrived.duis.header.target == ESME
    assert arrived.duis.execution is not None
    assert arrived.duis.execution > before
    assert arrived.duis.schema_version == "5.4"


@pytest.mark.parametrize(
    ("request_sent", "place"),
    [
        (update(), places.organisation("Southfell", CertificateUse.DIGITAL_SIGNING, 1)),
        (update(signing_issue=2), places.organisation("Southfell", CertificateUse.DIGITAL_SIGNING, 2)),
        (ServiceRequest("4.10", "Southfell", ESME), places.xml_signing("Southfell")),
    ],
)
def test_the_profiles_signer_of_that_issue_signs(
    request_sent: ServiceRequest, place: str, dsp: FakeDsp, build: BuildSystem
) -> None:
    dsp.behave = carry_out
    system = build()
    system.gateway.send(request_sent)
    (sent,) = (message.document for message in system.messages() if message.way is Way.SENT)
    certificate = dsp.pki.credentials[place].certificate
    assert issuer_and_serial(sent) == of_certificate(certificate)
    verify(sent, certificate, now())


def test_a_signer_that_the_profile_lacks_sends_nothing(dsp: FakeDsp, build: BuildSystem) -> None:
    with pytest.raises(NotExercised, match="no critical_signer of issue 3 for Southfell"):
        build().gateway.send(update(signing_issue=3))
    assert dsp.arrived == []


def test_a_certificate_whose_signer_is_not_in_the_profile_is_never_placed(dsp: FakeDsp, build: BuildSystem) -> None:
    system = build(signerless="Northmoor")
    with pytest.raises(NotExercised, match="no certificate of Northmoor is ever placed: its signer is not in"):
        system.gateway.send(update())
    assert dsp.arrived == []


def test_a_device_that_nobody_knows_has_an_identifier_of_nobodys(dsp: FakeDsp, build: BuildSystem) -> None:
    async def refuse(dsp: FakeDsp, arrived: Arrived) -> web.StreamResponse:
        return reply(dsp.refusal(arrived, "E19"))

    dsp.behave = refuse
    placed = (Certificate("Northmoor", CertificateUse.DIGITAL_SIGNING),)
    request = ServiceRequest("6.15.1", "Southfell", UNKNOWN_DEVICE, RemotePartyRole.NETWORK_OPERATOR, placed)
    outcome = build().gateway.send(request)
    assert outcome == refusal(Component.DSP, Check.DEVICE_EXISTENCE)
    assert dsp.arrived[0].duis.header.target.startswith("02-"), "locally administered, so that no device has it"


class Smets2Dsp:
    """Transforms, and has the device answer with these statuses."""

    def __init__(self, *statuses: Status, counter_off_by: int = 0) -> None:
        self.statuses, self.counter_off_by = statuses, counter_off_by
        self.pre_command = b""
        self.signed = b""

    async def __call__(self, dsp: FakeDsp, arrived: Arrived) -> web.StreamResponse:
        if arrived.duis.pre_command is None:
            self.pre_command = self._message(arrived, Kind.COMMAND, b"to be signed")
            return reply(dsp.answer(arrived, "I0", PreCommand("6.15.1", self.pre_command)))
        self.signed = arrived.duis.pre_command
        content = replacement_outcome(arrived.duis.header.counter, self.statuses)
        body = DeviceResponse("6.15.1", self._message(arrived, Kind.RESPONSE, content))
        header = Header(arrived.request_id, response_id(arrived.request_id), "I0", now())
        dsp.push_later(arrived.duis.header.originator, dsp.signed(Message(header, body)))
        return reply(dsp.acknowledgement(arrived))

    def _message(self, arrived: Arrived, kind: Kind, content: bytes) -> bytes:
        header = arrived.duis.header
        ids = [bytes.fromhex(eui.replace("-", "")) for eui in (header.originator, header.target)]
        sender, recipient = ids if kind is Kind.COMMAND else reversed(ids)
        counter = header.counter + (self.counter_off_by if kind is Kind.RESPONSE else 0)
        return GbcsMessage(kind, counter, sender, recipient, NETWORK_OPERATOR_BY_NETWORK_OPERATOR, content).encode()


def to_smets2(build: BuildSystem) -> Outcome:
    system = build()
    system.devices.add(KnownDevice(SMETS2, DeviceType.ESME, Generation.SMETS2))
    placed = tuple(Certificate("Northmoor", use) for use in CertificateUse)
    request = ServiceRequest("6.15.1", "Southfell", SMETS2, RemotePartyRole.NETWORK_OPERATOR, placed)
    return system.gateway.send(request)


def test_a_critical_smets2_request_is_transformed_signed_and_sent(dsp: FakeDsp, build: BuildSystem) -> None:
    behaviour = Smets2Dsp(Status.SUCCESS, Status.SUCCESS)
    dsp.behave = behaviour
    assert to_smets2(build) == Accepted()
    assert [way_of(arrived) for arrived in dsp.arrived] == [("serviceT", 4), ("serviceS", 5)]
    assert dsp.arrived[0].request_id == dsp.arrived[1].request_id
    assert read_gbcs(behaviour.signed).content == b"to be signed"
    signature = behaviour.signed[-64:]
    der = encode_dss_signature(int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:], "big"))
    key = certificate_of(dsp).public_key()
    assert isinstance(key, ec.EllipticCurvePublicKey)
    key.verify(der, behaviour.pre_command[1:], ec.ECDSA(SHA256()))


def certificate_of(dsp: FakeDsp) -> x509.Certificate:
    return dsp.pki.credentials[places.organisation("Southfell", CertificateUse.DIGITAL_SIGNING, 1)].certificate


def test_a_device_without_the_senders_trust_anchor_refuses(dsp: FakeDsp, build: BuildSystem) -> None:
    dsp.behave = Smets2Dsp(Status.NO_TRUST_ANCHOR)
    assert to_smets2(build) == refusal(Component.DEVICE, Check.CERTIFICATE_OWNERSHIP)


def test_any_other_status_of_a_device_is_a_failure(dsp: FakeDsp, build: BuildSystem) -> None:
    dsp.behave = Smets2Dsp(Status.SUCCESS, Status.RESOURCES_BUSY)
    assert isinstance(to_smets2(build), Failed)


def test_a_device_that_answers_another_counter_is_not_understood(dsp: FakeDsp, build: BuildSystem) -> None:
    dsp.behave = Smets2Dsp(Status.SUCCESS, counter_off_by=1)
    with pytest.raises(Misunderstood, match="GBCS response of"):
        to_smets2(build)
