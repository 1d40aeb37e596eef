"""The part of a body that replaces credentials: role, certificates, floor (SRV 6.15.1 and 6.21)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from lxml import etree

from rulebook.vocabulary import HIGHEST_FLOOR, CertificateUse, RemotePartyRole
from sut_adapters.duis.base64_text import read_octets
from sut_adapters.duis.certificates import BrokenCertificate, OrganisationCertificate, decoded, organisation_certificate
from sut_adapters.duis.elements import children, name, one, optional, place, value
from sut_adapters.duis.fault import MessageFault, quoted

Read = TypeVar("Read")
MEND = "put the base64 of a DER Organisation Certificate there"
USE_BY_ELEMENT = {
    "DigitalSigningCertificate": CertificateUse.DIGITAL_SIGNING,
    "KeyAgreementCertificate": CertificateUse.KEY_AGREEMENT,
}
TOP_UP = "KeyAgreementTopUpCertificate"


@dataclass(frozen=True, slots=True)
class Credentials:
    """The replacement as stated; `top_up` has no place among the ids of a SMETS1 device (S1SR clause 2)."""

    role: RemotePartyRole
    replacements: tuple[tuple[CertificateUse, OrganisationCertificate], ...]
    top_up: OrganisationCertificate | None
    floor: int | None


def read_credentials(body: etree._Element) -> Credentials:
    """From an UpdateSecurityCredentialsKRP or a RequestHandoverOfDCCControlledDevice."""
    holder = _holder(body)
    found = {key: optional(holder, key) for key in (*USE_BY_ELEMENT, TOP_UP)}
    certificates = {
        key: _readable(element, organisation_certificate) for key, element in found.items() if element is not None
    }
    return Credentials(
        role=remote_party_role(one(body, "RemotePartyRole")),
        replacements=tuple((use, certificates[key]) for key, use in USE_BY_ELEMENT.items() if key in certificates),
        top_up=certificates.get(TOP_UP),
        floor=_floor(optional(body, "RemotePartyFloorSeqNumber")),
    )


def replacement_octets(body: etree._Element) -> Mapping[CertificateUse, bytes]:
    """The DER of the replacement certificates, each by the use that its element names."""
    holder = _holder(body)
    found = {use: optional(holder, key) for key, use in USE_BY_ELEMENT.items()}
    return {use: read_octets(element) for use, element in found.items() if element is not None}


def path_octets(body: etree._Element) -> tuple[bytes, ...]:
    """The DER of the certificates of the path."""
    path = optional(body, "CertificationPathCertificates")
    return () if path is None else tuple(map(read_octets, children(path, "Certificate")))


def check_certificates(body: etree._Element) -> None:
    """Every element of a body that holds a certificate, those of the path too, holds one that can be read."""
    for element in body.iter():
        if name(element).endswith("Certificate"):
            _readable(element, decoded)


def remote_party_role(element: etree._Element) -> RemotePartyRole:
    """The role whose credentials the element names."""
    try:
        return RemotePartyRole(value(element))
    except ValueError as error:
        mend = f"write one of {', '.join(RemotePartyRole)}"
        raise MessageFault(place(element), f"{quoted(value(element))} is no Remote Party Role", mend) from error


def _holder(body: etree._Element) -> etree._Element:
    """The element around the certificates: 6.15.1 has one more than 6.21."""
    replacement = one(body, "ReplacementCertificates")
    nested = name(body) == "UpdateSecurityCredentialsKRP"
    return one(replacement, "SupplierOrNetworkOperatorCertificates") if nested else replacement


def _readable(element: etree._Element, read: Callable[[str], Read]) -> Read:
    try:
        return read(value(element))
    except BrokenCertificate as broken:
        raise MessageFault(place(element), f"a broken certificate: {broken}", MEND) from broken


def _floor(element: etree._Element | None) -> int | None:
    if element is None:
        return None
    text = value(element)
    if not (text.isascii() and text.isdigit() and len(text) < 25 and int(text) <= HIGHEST_FLOOR):
        mend = f"write a whole number from 0 to {HIGHEST_FLOOR}"
        raise MessageFault(place(element), f"{quoted(text)} is no floor sequence number", mend)
    return int(text)
