"""Messages that are wrong as documents: no DUIS, too large, or XML that opens a door."""

from lxml import etree

from rulebook.vocabulary.tampering import Tampering
from sut_adapters.duis.elements import DUIS, one
from sut_adapters.duis.requests import RequestToSend, encode_request
from sut_adapters.duis.secure_xml import LARGEST, parse
from sut_adapters.duis.signing import sign
from sut_adapters.duis.tampering.material import Material, Spoil, signed

ORDER = b'<Order xmlns="urn:example:order"><Item>1</Item></Order>'
NO_TYPE = b"<!DOCTYPE Request>"
EXTERNAL = b'<!DOCTYPE Request [<!ENTITY spoilt SYSTEM "file:///etc/hostname">]>'
TENFOLD = b"".join(b'<!ENTITY e%d "%s">' % (level, b"&e%d;" % (level - 1) * 10) for level in range(1, 10))
BOMB = b'<!DOCTYPE Request [<!ENTITY e0 "0">%s<!ENTITY spoilt "&e9;">]>' % TENFOLD
"""A thousand million characters, if anybody expands it."""


def _with_unknown_element(request: RequestToSend, material: Material) -> bytes:
    root = parse(encode_request(request))
    etree.SubElement(one(root, "Header"), f"{{{DUIS}}}Priority").text = "high"
    return sign(etree.tostring(root), material.signer)


def _oversized(request: RequestToSend, material: Material) -> bytes:
    return signed(request, material.signer).ljust(LARGEST + 1, b"\n")


def _with_document_type(request: RequestToSend, material: Material) -> bytes:
    return _typed(signed(request, material.signer), NO_TYPE)


def _with_entity(document_type: bytes) -> Spoil:
    """The entity stands in the counter of the RequestID."""

    def spoil(request: RequestToSend, material: Material) -> bytes:
        message = signed(request, material.signer)
        request_id = request.request_id.encode()
        return _typed(message.replace(request_id, request_id + b"&spoilt;", 1), document_type)

    return spoil


def _typed(message: bytes, document_type: bytes) -> bytes:
    declaration, end, root = message.partition(b"?>")
    return declaration + end + document_type + root


SPOIL: dict[Tampering, Spoil] = {
    Tampering.NOT_DUIS: lambda _, material: sign(ORDER, material.signer),
    Tampering.SCHEMA_INVALID: _with_unknown_element,
    Tampering.OVERSIZED: _oversized,
    Tampering.DOCUMENT_TYPE: _with_document_type,
    Tampering.EXTERNAL_ENTITY: _with_entity(EXTERNAL),
    Tampering.ENTITY_BOMB: _with_entity(BOMB),
}
