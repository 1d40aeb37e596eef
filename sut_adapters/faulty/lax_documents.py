"""Ways to read XML that should not be read, or should not have been believed (Messages 7 and 8)."""

import re
from collections.abc import Callable
from dataclasses import replace

from lxml import etree

from sut_adapters.duis.certificates import BrokenCertificate, decoded
from sut_adapters.duis.credentials import USE_BY_ELEMENT
from sut_adapters.duis.elements import name
from sut_adapters.duis.secure_xml import LARGEST, parse
from sut_adapters.duis.signing import BadSignature, issuer_and_serial
from sut_adapters.simulator.scrutiny import THOROUGH, Scrutiny

DOCTYPE, ENTITY, EXTERNAL = b"<!DOCTYPE", b"<!ENTITY", b" SYSTEM "
DOCUMENT_TYPE = re.compile(rb"<!DOCTYPE[^\[>]*(\[.*?\])?\s*>", re.DOTALL)
REFERENCE = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos);)\w+;")


def without_comments(document: bytes) -> bytes:
    """A comment is not there."""
    if b"<!--" not in document:
        return document
    return etree.tostring(parse(document), xml_declaration=True, encoding="UTF-8")


def without_document_type(declares: Callable[[bytes], bool]) -> Callable[[bytes], bytes]:
    """A document type that declares this is not there, and whatever it declares stands for nothing."""

    def taken_for(document: bytes) -> bytes:
        if DOCTYPE not in document or not declares(document):
            return document
        return REFERENCE.sub(b"", DOCUMENT_TYPE.sub(b"", document))

    return taken_for


def without_white_space(document: bytes) -> bytes:
    """What is too large for its white space is not too large."""
    return document.strip() if len(document) > LARGEST else document


def signed_by_anybody(document: bytes) -> bool:
    """Whether it is XML and names a signer."""
    try:
        issuer_and_serial(document)
    except BadSignature:
        return False
    return True


def without_broken_certificates(document: bytes) -> bytes:
    """A certificate to place that cannot be read is not there."""
    root = parse(document)
    for element in [one for one in root.iter() if name(one) in USE_BY_ELEMENT]:
        try:
            decoded(element.text or "")
        except BrokenCertificate:
            _drop(element)
    return etree.tostring(root)


def _drop(node: etree._Element) -> None:
    if (parent := node.getparent()) is not None:
        parent.remove(node)


DOCUMENTS: dict[str, Scrutiny] = {
    "comment-read-over": replace(THOROUGH, taken_for=without_comments),
    "document-type-read-over": replace(
        THOROUGH, taken_for=without_document_type(lambda document: ENTITY not in document)
    ),
    "external-entity-taken-for-nothing": replace(
        THOROUGH, taken_for=without_document_type(lambda document: EXTERNAL in document)
    ),
    "internal-entity-taken-for-nothing": replace(
        THOROUGH, taken_for=without_document_type(lambda document: ENTITY in document and EXTERNAL not in document)
    ),
    "size-without-white-space": replace(THOROUGH, taken_for=without_white_space),
    "acknowledged-before-it-is-read": replace(THOROUGH, takes_unread=signed_by_anybody),
    "schema-not-asked": replace(THOROUGH, valid=lambda _, __: None),
    "broken-certificate-read-over": replace(THOROUGH, read_as=without_broken_certificates),
}
