"""What we sign verifies, is the same every time, and so is what the DCC's own tool would sign."""

import base64
import re
from datetime import UTC, datetime

import pytest
from lxml import etree

from sut_adapters.duis.elements import XMLDSIG, children
from sut_adapters.duis.secure_xml import parse
from sut_adapters.duis.signature_profile import ENVELOPED
from sut_adapters.duis.signer import KeySigner
from sut_adapters.duis.signing import issuer_and_serial, sign, verify
from sut_adapters.duis.tampering.by_hand import signature
from sut_adapters.smki.identity import of_certificate
from sut_adapters.smki.pki import TestPki
from tests.duis.signing.conftest import NOW


def test_what_we_sign_verifies_and_names_its_signer(signed: bytes, signer: KeySigner) -> None:
    verify(signed, signer.certificate, NOW)
    assert issuer_and_serial(signed) == of_certificate(signer.certificate)


def test_the_same_message_and_key_give_the_same_octets(document: bytes, signed: bytes, signer: KeySigner) -> None:
    assert sign(document, signer) == signed


def test_nothing_but_the_signature_is_added(document: bytes, signed: bytes) -> None:
    root = parse(signed)
    (last,) = children(root, "Signature", XMLDSIG)
    assert last is root[-1]
    root.remove(last)
    assert etree.tostring(root, method="c14n") == etree.tostring(parse(document), method="c14n")


def test_no_white_space_is_left_between_elements(document: bytes, signer: KeySigner) -> None:
    spaced = etree.tostring(parse(document), pretty_print=True)
    assert b">\n" in spaced
    message = sign(spaced, signer)
    assert not re.search(rb">\s+<", message.partition(b"?>\n")[2])
    assert message == sign(document, signer)


def test_a_signature_that_is_there_already_is_replaced(pki: TestPki, document: bytes, signed: bytes) -> None:
    assert sign(sign(document, pki.signer("Westbrook")), pki.signer("Southfell")) == signed


def test_a_message_of_an_s1sp_inside_another_keeps_its_own_signature(pki: TestPki, signer: KeySigner) -> None:
    inner = sign(b'<a:Alert xmlns:a="urn:example:inner"><a:Code>1</a:Code></a:Alert>', pki.signer("S1SP1"))
    outer = b'<b:Response xmlns:b="urn:example:outer">%s</b:Response>' % inner.partition(b"?>\n")[2]
    message = sign(outer, signer)
    verify(message, signer.certificate, NOW)
    verify(etree.tostring(parse(message)[0]), pki.signer("S1SP1").certificate, NOW)


def as_the_dccs_tool_signs(document: bytes, signer: KeySigner) -> bytes:
    """One transform, inclusive canonicalization of what is covered, and carriage returns in the value."""
    root = parse(document)
    enveloped = etree.Element(f"{{{XMLDSIG}}}Transform", Algorithm=ENVELOPED)
    covered = etree.tostring(root, method="c14n", exclusive=False, with_comments=False)
    root.append(signature(covered, [enveloped], signer))
    value = next(root.iter(f"{{{XMLDSIG}}}SignatureValue"))
    value.text = base64.encodebytes(base64.b64decode(value.text or "")).decode().strip().replace("\n", "\r\n")
    return etree.tostring(root)


def test_the_form_of_the_dccs_own_tool_verifies(document: bytes, signer: KeySigner) -> None:
    message = as_the_dccs_tool_signs(document, signer)
    assert b"&#13;" in message
    verify(message, signer.certificate, NOW)


@pytest.mark.parametrize("encoding", ["UTF-8", "UTF-16", "US-ASCII"])
def test_the_encoding_makes_no_difference(signed: bytes, signer: KeySigner, encoding: str) -> None:
    verify(etree.tostring(parse(signed), xml_declaration=True, encoding=encoding), signer.certificate, NOW)


def test_a_comment_between_elements_hides_nothing(signed: bytes, signer: KeySigner) -> None:
    verify(signed.replace(b"<sr:Body>", b"<!-- a note --><sr:Body>"), signer.certificate, NOW)


def test_the_certificate_has_to_be_in_date(pki: TestPki, signed: bytes, signer: KeySigner) -> None:
    for moment in (datetime(2020, 1, 1, tzinfo=UTC), datetime(2050, 1, 1, tzinfo=UTC)):
        with pytest.raises(ValueError, match="expired or is not yet valid"):
            verify(signed, signer.certificate, moment)
