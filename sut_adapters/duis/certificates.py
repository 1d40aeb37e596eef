"""Organisation Certificates as the SMKI profile has them: whose, in which Remote Party Role, for which use.

Nothing is verified here: no chain, no dates, no signature.
"""

from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from warnings import catch_warnings, simplefilter

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.utils import CryptographyDeprecationWarning
from cryptography.x509.oid import NameOID

from rulebook.vocabulary import CertificateUse
from sut_adapters.duis.eui import from_octets

REMOTE_PARTY_ROLES = {
    "00": "Root",
    "01": "Recovery",
    "02": "Supplier",
    "03": "Network Operator",
    "04": "Access Control Broker",
    "05": "Transitional Change of Supplier",
    "06": "WAN Provider",
    "07": "Issuing Authority",
    "08": "Load Controller",
    "7F": "Other",
    "87": "XML signing",
    "89": "DSP XML signing",
}
"""By the subject's Organisational Unit, two hexadecimal digits."""

UNUSED_BITS = b"\x00"


class BrokenCertificate(ValueError):
    """Why it is no Organisation Certificate."""


@dataclass(frozen=True, slots=True)
class OrganisationCertificate:
    """What an Organisation Certificate says. `serial` and `issuer` make its Certificate ID (S1SR clause 2)."""

    entity_identifier: str
    role: str
    use: CertificateUse
    serial: int
    issuer: str
    not_before: datetime
    not_after: datetime


MALFORMED = (
    ValueError,
    TypeError,
    UnsupportedAlgorithm,
    CryptographyDeprecationWarning,
    x509.DuplicateExtension,
    x509.ExtensionNotFound,
    x509.InvalidVersion,
    x509.UnsupportedGeneralNameType,
)
"""What the parser raises, each seen on a certificate with one bit flipped or named in its documentation."""


def decoded(text: str) -> x509.Certificate:
    """The X.509 certificate in base64 text; white space in it is ignored."""
    try:
        der = b64decode("".join(text.split()), validate=True)
    except ValueError as error:
        raise BrokenCertificate("it is not base64") from error
    with _malformed("it is not a DER X.509 certificate"):
        certificate = x509.load_der_x509_certificate(der)
        _ = certificate.serial_number, certificate.subject
        return certificate


def organisation_certificate(text: str) -> OrganisationCertificate:
    """The Organisation Certificate in base64 text."""
    certificate = decoded(text)
    with _malformed("its fields or extensions are malformed"):
        return OrganisationCertificate(
            entity_identifier=_entity_identifier(certificate),
            role=_role(certificate),
            use=_use(certificate),
            serial=certificate.serial_number,
            issuer=certificate.issuer.rfc4514_string(),
            not_before=certificate.not_valid_before_utc,
            not_after=certificate.not_valid_after_utc,
        )


@contextmanager
def _malformed(reason: str) -> Iterator[None]:
    """BrokenCertificate for whatever the parser raises, and for what it only warns of."""
    with catch_warnings():
        simplefilter("error", CryptographyDeprecationWarning)
        try:
            yield
        except BrokenCertificate:
            raise
        except MALFORMED as error:
            raise BrokenCertificate(reason) from error


def _entity_identifier(certificate: x509.Certificate) -> str:
    found = [
        attribute.value for attribute in certificate.subject.get_attributes_for_oid(NameOID.X500_UNIQUE_IDENTIFIER)
    ]
    octets = found[0] if len(found) == 1 else b""
    if not isinstance(octets, bytes) or len(octets) != 9 or not octets.startswith(UNUSED_BITS):
        raise BrokenCertificate("its subject has no Entity Identifier (x500UniqueIdentifier of eight octets)")
    return from_octets(octets.removeprefix(UNUSED_BITS))


def _role(certificate: x509.Certificate) -> str:
    units = [
        attribute.value for attribute in certificate.subject.get_attributes_for_oid(NameOID.ORGANIZATIONAL_UNIT_NAME)
    ]
    unit = units[0] if len(units) == 1 else ""
    if not isinstance(unit, str) or unit.upper() not in REMOTE_PARTY_ROLES:
        raise BrokenCertificate("its subject has no Remote Party Role (Organisational Unit such as 03)")
    return REMOTE_PARTY_ROLES[unit.upper()]


def _use(certificate: x509.Certificate) -> CertificateUse:
    usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    if usage.digital_signature == usage.key_agreement:
        raise BrokenCertificate("its key usage is neither digitalSignature alone nor keyAgreement alone")
    return CertificateUse.DIGITAL_SIGNING if usage.digital_signature else CertificateUse.KEY_AGREEMENT
