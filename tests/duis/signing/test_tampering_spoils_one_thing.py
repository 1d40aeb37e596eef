"""Every tampering is caught by the check that it is meant for, and by no check before that one."""

import os
from base64 import b64decode
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography import x509
from lxml import etree

from rulebook.vocabulary import CertificateUse
from rulebook.vocabulary.tampering import Tampering
from sut_adapters.duis.elements import DUIS
from sut_adapters.duis.fault import MessageFault
from sut_adapters.duis.header import read_header
from sut_adapters.duis.request import DuisRequest, read_request
from sut_adapters.duis.requests import RequestToSend
from sut_adapters.duis.schemas import schemas_from
from sut_adapters.duis.secure_xml import parse
from sut_adapters.duis.signing import issuer_and_serial, verify
from sut_adapters.duis.tampering import Material, material_of, spoil
from sut_adapters.port import NotExercised
from sut_adapters.smki.pki import TestPki
from tests.duis.signing.conftest import NOW, Refusal

SIGNING = CertificateUse.DIGITAL_SIGNING
NO_GOOD_SIGNATURE = {
    Tampering.NO_SIGNATURE: "there is no signature",
    Tampering.ANOTHER_PARTYS_KEY: "not made with the key of the certificate",
    Tampering.BODY_CHANGED: "changed after it was signed",
    Tampering.HEADER_ONLY_SIGNED: "xpath",
    Tampering.TWO_SIGNATURES: "there are 2 signatures",
    Tampering.SIGNATURE_WRAPPING: "Signature has 4 elements",
    Tampering.COMMENT_IN_VALUE: "comment inside a value",
}
NO_SAFE_XML = {
    Tampering.DOCUMENT_TYPE: "a DOCTYPE",
    Tampering.EXTERNAL_ENTITY: "a DOCTYPE",
    Tampering.ENTITY_BOMB: "a DOCTYPE",
    Tampering.OVERSIZED: "more than 1,048,576 octets",
}
BAD_SIGNER = {
    Tampering.SIGNER_EXPIRED: "it has expired",
    Tampering.SIGNER_NOT_YET_VALID: "it is not yet valid",
    Tampering.SIGNER_REVOKED: "it is revoked",
    Tampering.SIGNER_WRONG_USAGE: "it is for key agreement",
}
BAD_REPLACEMENT = {
    Tampering.REPLACEMENT_EXPIRED: "it has expired",
    Tampering.REPLACEMENT_NOT_YET_VALID: "it is not yet valid",
    Tampering.REPLACEMENT_REVOKED: "it is revoked",
    Tampering.REPLACEMENT_WRONG_USAGE: "it is for key agreement",
    Tampering.REPLACEMENT_UNTRUSTED: "it does not chain to the trusted root",
}
UNREADABLE = {Tampering.NOT_DUIS: "not in the DUIS namespace", Tampering.REPLACEMENT_NO_CERTIFICATE: "certificate"}
SAYS: dict[Tampering, Callable[[DuisRequest, TestPki], bool]] = {
    Tampering.UNKNOWN_USER: lambda read, pki: read.header.originator == pki.user_id["Nobody"],
    Tampering.REPLAYED_COUNTER: lambda read, _: read.header.counter == 1199,
    Tampering.LOWER_COUNTER: lambda read, _: read.header.counter == 1198,
    Tampering.COMMAND_VARIANT: lambda read, _: read.header.command_variant == 8,
    Tampering.ORIGINATOR_NOT_SIGNER: lambda read, pki: read.header.originator == pki.user_id["Southfell"],
    Tampering.WRONG_SERVICE: lambda read, _: read.header.counter == 1200,
    Tampering.SCHEMA_INVALID: lambda read, _: read.header.counter == 1200,
}
SIGNED_BY = {Tampering.UNKNOWN_USER: "Nobody", Tampering.ORIGINATOR_NOT_SIGNER: "Westbrook"}
WELL_SIGNED = (*SAYS, *UNREADABLE, *BAD_REPLACEMENT)


@pytest.fixture
def material(pki: TestPki) -> Material:
    return material_of(pki, "Southfell", "Westbrook", "Northmoor", last_counter=1199)


Spoilt = Callable[[Tampering], bytes]


@pytest.fixture
def spoilt(request_to_send: RequestToSend, material: Material) -> Spoilt:
    return lambda tampering: spoil(request_to_send, tampering, material)


def test_every_tampering_is_caught_somewhere() -> None:
    caught = (*NO_GOOD_SIGNATURE, *NO_SAFE_XML, *BAD_SIGNER, *BAD_REPLACEMENT, *UNREADABLE, *SAYS)
    assert sorted(caught) == sorted(Tampering)


def test_the_good_message_passes_every_check(pki: TestPki, signed: bytes) -> None:
    trust = pki.trust()
    certificate = trust.certificate_of(issuer_and_serial(signed))
    assert certificate is not None
    verify(signed, certificate, NOW)
    assert trust.objection(certificate, NOW, SIGNING, "XML signing") == ""
    assert read_request(signed, {"6.15.1"}).has_signature


@pytest.mark.parametrize(("tampering", "said"), NO_GOOD_SIGNATURE.items())
def test_the_signature_is_objected_to(spoilt: Spoilt, refusal: Refusal, tampering: Tampering, said: str) -> None:
    message = spoilt(tampering)
    assert said in refusal(message)
    assert read_header(parse(message), {"6.15.1"}).variant == "6.15.1"


@pytest.mark.parametrize(("tampering", "said"), NO_SAFE_XML.items())
def test_the_document_is_objected_to(spoilt: Spoilt, tampering: Tampering, said: str) -> None:
    with pytest.raises(MessageFault, match=said):
        parse(spoilt(tampering))


def test_a_message_is_over_the_limit_by_one_octet_and_otherwise_good(spoilt: Spoilt, pki: TestPki) -> None:
    verify(spoilt(Tampering.OVERSIZED)[:-1], pki.signer("Southfell").certificate, NOW)


@pytest.mark.parametrize(("tampering", "said"), BAD_SIGNER.items())
def test_the_signers_certificate_is_objected_to(pki: TestPki, spoilt: Spoilt, tampering: Tampering, said: str) -> None:
    trust = pki.trust()
    message = spoilt(tampering)
    certificate = trust.certificate_of(issuer_and_serial(message))
    assert certificate is not None
    assert said in trust.objection(certificate, NOW, SIGNING, "XML signing")
    verify(message, certificate, certificate.not_valid_before_utc)


@pytest.mark.parametrize(("tampering", "said"), BAD_REPLACEMENT.items())
def test_the_certificate_to_place_is_objected_to(pki: TestPki, spoilt: Spoilt, tampering: Tampering, said: str) -> None:
    message = parse(spoilt(tampering))
    placed = b64decode(message.findtext(f".//{{{DUIS}}}DigitalSigningCertificate") or "")
    assert said in pki.trust().objection(x509.load_der_x509_certificate(placed), NOW, SIGNING, "Network Operator")


@pytest.mark.parametrize("tampering", WELL_SIGNED)
def test_what_is_wrong_elsewhere_is_well_signed(pki: TestPki, spoilt: Spoilt, tampering: Tampering) -> None:
    verify(spoilt(tampering), pki.signer(SIGNED_BY.get(tampering, "Southfell")).certificate, NOW)


@pytest.mark.parametrize(("tampering", "said"), UNREADABLE.items())
def test_the_content_is_objected_to(spoilt: Spoilt, tampering: Tampering, said: str) -> None:
    with pytest.raises(MessageFault, match=said):
        read_request(spoilt(tampering), {"6.15.1"})


@pytest.mark.parametrize(("tampering", "is_wrong"), SAYS.items())
def test_the_message_says_what_is_wrong(
    pki: TestPki, spoilt: Spoilt, tampering: Tampering, is_wrong: Callable[[DuisRequest, TestPki], bool]
) -> None:
    assert is_wrong(read_request(spoilt(tampering), {"6.15.1"}), pki)


@pytest.mark.skipif("MP107_DUIS_DIR" not in os.environ, reason="needs the DUIS schemas")
@pytest.mark.parametrize("tampering", Tampering)
def test_only_the_schema_objects_to_an_unknown_element(spoilt: Spoilt, tampering: Tampering) -> None:
    schemas = schemas_from(Path(os.environ["MP107_DUIS_DIR"]))
    assert schemas is not None
    objected = {Tampering.SCHEMA_INVALID, Tampering.NOT_DUIS, Tampering.TWO_SIGNATURES, *NO_SAFE_XML}
    if tampering not in objected:
        schemas.check(spoilt(tampering))
        return
    with pytest.raises(MessageFault):
        schemas.check(spoilt(tampering))


def test_a_wrapped_message_is_a_good_one(spoilt: Spoilt, pki: TestPki) -> None:
    """Whoever verifies the inner message, and acts on the outer one, is taken in."""
    outer = parse(spoilt(Tampering.SIGNATURE_WRAPPING))
    (inner,) = outer.iterdescendants(f"{{{DUIS}}}Request")
    verify(etree.tostring(inner), pki.signer("Southfell").certificate, NOW)


def test_what_the_environment_does_not_have_is_not_exercised(
    request_to_send: RequestToSend, material: Material
) -> None:
    poor = Material(material.signer, material.other, last_counter=1)
    for tampering in (Tampering.UNKNOWN_USER, *BAD_SIGNER, *BAD_REPLACEMENT):
        with pytest.raises(NotExercised, match="can be had"):
            spoil(request_to_send, tampering, poor)


def test_a_message_without_a_truth_value_can_be_changed_as_well(
    request_to_send: RequestToSend, material: Material, refusal: Refusal
) -> None:
    reading = replace(request_to_send, variant="6.24.1", certificates={}, path=())
    assert "changed" in refusal(spoil(reading, Tampering.BODY_CHANGED, material))
