"""A signature that no honest signer makes: over whatever octets, with whatever transforms."""

from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256

from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from lxml import etree

from sut_adapters.duis.elements import XMLDSIG
from sut_adapters.duis.key_info import key_info
from sut_adapters.duis.signature_profile import ECDSA_SHA256, ENVELOPED, EXCLUSIVE, SHA256
from sut_adapters.duis.signer import Signer
from sut_adapters.smki.identity import of_certificate

XPATH = "http://www.w3.org/TR/1999/REC-xpath-19991116"
NUMBER_OCTETS = 32


def canonical(element: etree._Element) -> bytes:
    """Exclusive canonicalization without comments."""
    return etree.tostring(element, method="c14n", exclusive=True, with_comments=False)


def of_everything() -> list[etree._Element]:
    """The transforms of an honest signature."""
    return [_element("Transform", Algorithm=ENVELOPED), _element("Transform", Algorithm=EXCLUSIVE)]


def of_elements_named(name: str) -> list[etree._Element]:
    """Transforms that leave only the elements of that name."""
    expression = _value("XPath", f"ancestor-or-self::*[local-name()='{name}']")
    enveloped, exclusive = of_everything()
    return [enveloped, _element("Transform", expression, Algorithm=XPATH), exclusive]


def signature(covered: bytes, transforms: Sequence[etree._Element], signer: Signer) -> etree._Element:
    """The Signature element, which verifies wherever the transforms give the covered octets."""
    reference = _element(
        "Reference",
        _element("Transforms", *transforms),
        _element("DigestMethod", Algorithm=SHA256),
        _value("DigestValue", _base64(sha256(covered).digest())),
        URI="",
    )
    canonicalization = _element("CanonicalizationMethod", Algorithm=EXCLUSIVE)
    method = _element("SignatureMethod", Algorithm=ECDSA_SHA256)
    signed_info = _element("SignedInfo", canonicalization, method, reference)
    numbers = decode_dss_signature(signer.sign(canonical(signed_info)))
    value = _value("SignatureValue", _base64(b"".join(number.to_bytes(NUMBER_OCTETS) for number in numbers)))
    return _element("Signature", signed_info, value, key_info(of_certificate(signer.certificate)))


def _element(name: str, *elements: etree._Element, **attributes: str) -> etree._Element:
    element = etree.Element(f"{{{XMLDSIG}}}{name}", attributes, nsmap={"ds": XMLDSIG})
    element.extend(elements)
    return element


def _value(name: str, text: str) -> etree._Element:
    element = _element(name)
    element.text = text
    return element


def _base64(octets: bytes) -> str:
    return b64encode(octets).decode("ascii")
