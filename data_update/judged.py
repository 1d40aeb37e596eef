"""Which published certificates are good, each judged once against the SMKI profile, whatever its table says of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from cryptography import x509
from sqlalchemy import Connection, select

from data_update.moments import Moment
from rulebook.vocabulary import CertificateUse
from sut_adapters.s1sp_database.schema_inputs import published_certificates, smki_material
from sut_adapters.smki.trust import TrustStore
from sut_adapters.trouble import Misconfigured

NETWORK_OPERATOR = "03"
EXPIRED, NOT_YET_VALID, REVOKED = "expired", "not-yet-valid", "revoked"
UNTRUSTED, WRONG_USAGE, WRONG_ROLE = "untrusted", "wrong-usage", "wrong-role"
REMOTE_PARTY_ROLE = "Network Operator"


@dataclass(frozen=True, slots=True)
class Published:
    """A certificate of the list. `fault` is a reason to leave slots alone, empty where it fits."""

    eui: str
    licence_area: str
    use: CertificateUse
    issuer: str
    serial: str
    not_before: str
    der: bytes
    fault: str


def published(connection: Connection, at: Moment, store: type[TrustStore] = TrustStore) -> list[Published]:
    """The whole list, judged at a moment by the SMKI material, in this kind of store."""
    trust, listed = _trust(connection, store), published_certificates.c
    rows = connection.execute(select(published_certificates).order_by(listed.eui, listed.serial)).mappings()
    return [_judged(dict(row), trust, at) for row in rows]


def _judged(row: dict[str, Any], trust: TrustStore, at: Moment) -> Published:
    eui, area, listed, der = (row[key] for key in ("eui", "licence_area", "use", "certificate"))
    if listed not in list(CertificateUse):
        raise Misconfigured(f"published_certificates: serial {row['serial']}: {listed!a} is no use; write {_uses()}")
    use, octets = CertificateUse(listed), bytes(der)
    fault = _fault(octets, str(eui), use, row, trust, at)
    issuer, serial, starts = (str(row[key]) for key in ("issuer", "serial", "not_before"))
    return Published(str(eui), str(area), use, issuer, serial, starts, octets, fault)


def _fault(der: bytes, eui: str, use: CertificateUse, row: dict[str, Any], trust: TrustStore, moment: Moment) -> str:
    try:
        certificate = x509.load_der_x509_certificate(der)
        starts, ends = certificate.not_valid_before_utc, certificate.not_valid_after_utc
    except ValueError:
        return UNTRUSTED
    at = moment.at
    if at > ends:
        return EXPIRED
    if at < starts:
        return NOT_YET_VALID
    listed = row["revoked_at"] is not None and row["revoked_at"] <= moment.latest
    if listed or any(entry.serial_number == certificate.serial_number for entry in trust.crl or ()):
        return REVOKED
    if trust.objection(certificate, at):
        return UNTRUSTED
    if row["role"] != NETWORK_OPERATOR or trust.objection(certificate, at, role=REMOTE_PARTY_ROLE):
        return WRONG_ROLE
    if trust.objection(certificate, at, use):
        return WRONG_USAGE
    return UNTRUSTED if _says_otherwise(certificate, eui, row) else ""


def _says_otherwise(certificate: x509.Certificate, eui: str, row: dict[str, Any]) -> bool:
    """Whether the list names another certificate than the one whose octets it has."""
    identifier = certificate.subject.get_attributes_for_oid(x509.NameOID.X500_UNIQUE_IDENTIFIER)
    names = certificate.issuer.get_attributes_for_oid(x509.NameOID.COMMON_NAME)
    octets = identifier[0].value if identifier else b""
    owner = octets[1:].hex("-").upper() if isinstance(octets, bytes) else ""
    issuer = str(names[0].value) if names else ""
    return (owner, issuer, str(certificate.serial_number)) != (eui, row["issuer"], row["serial"])


def _trust(connection: Connection, store: type[TrustStore]) -> TrustStore:
    material = {row.kind: bytes(row.content) for row in connection.execute(select(smki_material))}
    for kind in ("root", "issuing"):
        if kind not in material:
            raise Misconfigured(f"smki_material: has no {kind!r}; put the certificate there, in DER")
    try:
        root, issuing = (x509.load_der_x509_certificate(material[kind]) for kind in ("root", "issuing"))
        crl = x509.load_der_x509_crl(material["crl"]) if "crl" in material else None
    except ValueError as error:
        raise Misconfigured(f"smki_material: not DER: {error}; put certificates and a revocation list there") from error
    return store(root, issuing, crl, ())


def _uses() -> str:
    return " or ".join(CertificateUse)


def fitting(listed: Iterable[Published]) -> list[Published]:
    """Those that have no fault."""
    return [each for each in listed if not each.fault]
