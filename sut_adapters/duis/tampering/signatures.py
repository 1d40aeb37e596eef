"""Messages whose signature does not show what it seems to show."""

from copy import deepcopy
from dataclasses import dataclass, replace

from cryptography import x509
from lxml import etree

from rulebook.vocabulary.tampering import Tampering
from sut_adapters.duis.elements import XMLDSIG, children, one
from sut_adapters.duis.requests import RequestToSend, encode_request
from sut_adapters.duis.secure_xml import parse
from sut_adapters.duis.signer import Signer
from sut_adapters.duis.tampering.by_hand import canonical, of_elements_named, of_everything, signature
from sut_adapters.duis.tampering.material import Material, Spoil, signed

FLIPPED = {"true": "false", "false": "true"}


@dataclass(frozen=True, slots=True)
class _Borrowed:
    """Signs with one party's key and names another's certificate."""

    key: Signer
    certificate: x509.Certificate

    def sign(self, octets: bytes) -> bytes:
        return self.key.sign(octets)


def _another_partys_key(request: RequestToSend, material: Material) -> bytes:
    return signed(request, _Borrowed(material.other, material.signer.certificate))


def _body_changed(request: RequestToSend, material: Material) -> bytes:
    root = parse(signed(request, material.signer))
    _change_body(root)
    return _written(root)


def _header_only_signed(request: RequestToSend, material: Material) -> bytes:
    root = parse(encode_request(request))
    root.append(signature(canonical(one(root, "Header")), of_elements_named("Header"), material.signer))
    return _written(root)


def _two_signatures(request: RequestToSend, material: Material) -> bytes:
    """The first is the sender's, and good: it covers the second, which is another party's."""
    root = parse(signed(request, material.other))
    (others,) = children(root, "Signature", XMLDSIG)
    others.addprevious(signature(canonical(root), of_everything(), material.signer))
    return _written(root)


def _signature_wrapping(request: RequestToSend, material: Material) -> bytes:
    """A good message goes along inside the signature of another, which is not what was signed."""
    good = parse(signed(request, material.signer))
    outer = parse(encode_request(replace(request, counter=request.counter + 1)))
    _change_body(outer)
    (wrapping,) = children(deepcopy(good), "Signature", XMLDSIG)
    outer.append(wrapping)
    etree.SubElement(wrapping, f"{{{XMLDSIG}}}Object").append(good)
    return _written(outer)


def _comment_in_value(request: RequestToSend, material: Material) -> bytes:
    """The signature still verifies, since it covers no comment; the counter loses its last digit if half is read."""
    request_id = request.request_id.encode()
    split = request_id[:-1] + b"<!---->" + request_id[-1:]
    return signed(request, material.signer).replace(request_id, split, 1)


def _change_body(root: etree._Element) -> None:
    """Its last value says something else; a truth value the opposite, which the schema admits."""
    *_, last = one(root, "Body").iter()
    last.text = FLIPPED.get(last.text or "", f"{last.text or ''}0")


def _written(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


SPOIL: dict[Tampering, Spoil] = {
    Tampering.NO_SIGNATURE: lambda request, _: encode_request(request),
    Tampering.ANOTHER_PARTYS_KEY: _another_partys_key,
    Tampering.BODY_CHANGED: _body_changed,
    Tampering.HEADER_ONLY_SIGNED: _header_only_signed,
    Tampering.TWO_SIGNATURES: _two_signatures,
    Tampering.SIGNATURE_WRAPPING: _signature_wrapping,
    Tampering.COMMENT_IN_VALUE: _comment_in_value,
}
