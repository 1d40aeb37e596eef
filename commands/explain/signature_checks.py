"""What is asked of a signature and of its signer's certificate, one thing at a time."""

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.serialization import Encoding

from rulebook.vocabulary import CertificateUse
from sut_adapters.duis.certificates import BrokenCertificate, OrganisationCertificate, organisation_certificate
from sut_adapters.duis.signing import BadSignature, verify
from sut_adapters.smki.trust import TrustStore

NO_TRUST = "no trusted root was given: --trust FILE or --pki DIR"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing asked; `holds` is None where it was not checked, and `because` says why."""

    check: str
    holds: bool | None
    because: str


@dataclass(frozen=True, slots=True)
class SaidBy:
    """A signed document, the Business Originator that it names, and the moment for which it is judged."""

    document: bytes
    originator: str
    at: datetime


def content(certificate: x509.Certificate) -> OrganisationCertificate | str:
    """What the certificate says of its owner, or why it says nothing."""
    try:
        return organisation_certificate(b64encode(certificate.public_bytes(Encoding.DER)).decode("ascii"))
    except BrokenCertificate as broken:
        return str(broken)


def checks(
    signed: SaidBy, certificate: x509.Certificate, said: OrganisationCertificate | str, store: TrustStore | None
) -> tuple[Check, ...]:
    """All of them, with the certificate that the signature names; without a `store` there is no root to chain to."""
    return (
        _arithmetic(signed.document, certificate),
        _chain(certificate, signed.at, store),
        _dates(certificate, signed.at),
        _revocation(certificate, store),
        *_of_the_owner(signed.originator, said),
    )


def _arithmetic(document: bytes, certificate: x509.Certificate) -> Check:
    """At a moment when the certificate is valid: its dates are a check of their own."""
    try:
        verify(document, certificate, certificate.not_valid_before_utc)
    except BadSignature as bad:
        return Check("signature", False, bad.reason)
    return Check("signature", True, "it covers the whole request and was made with the key of the certificate it names")


def _chain(certificate: x509.Certificate, at: datetime, store: TrustStore | None) -> Check:
    if store is None:
        return Check("chain", None, NO_TRUST)
    try:
        certificate.verify_directly_issued_by(store.issuing)
    except (ValueError, TypeError, InvalidSignature, UnsupportedAlgorithm):
        return Check("chain", False, "the certificate does not chain to the trusted root")
    if not all(_is_in_date(authority, at) for authority in (store.issuing, store.root)):
        return Check("chain", False, "the Issuing Authority's certificate or the root's is not in date")
    return Check("chain", True, "the Issuing Authority under the trusted root issued the certificate")


def _dates(certificate: x509.Certificate, at: datetime) -> Check:
    start, end = certificate.not_valid_before_utc, certificate.not_valid_after_utc
    valid = f"the certificate is valid from {start:%Y-%m-%d %H:%M} to {end:%Y-%m-%d %H:%M} UTC"
    return Check("dates", _is_in_date(certificate, at), f"{valid}, and it is judged for {at:%Y-%m-%d %H:%M} UTC")


def _is_in_date(certificate: x509.Certificate, at: datetime) -> bool:
    return certificate.not_valid_before_utc <= at <= certificate.not_valid_after_utc


def _revocation(certificate: x509.Certificate, store: TrustStore | None) -> Check:
    if store is None:
        return Check("revocation", None, NO_TRUST)
    if store.crl is None:
        return Check("revocation", None, "no revocation list was given: --trust FILE")
    revoked = store.crl.get_revoked_certificate_by_serial_number(certificate.serial_number) is not None
    return Check("revocation", not revoked, f"the certificate is {'revoked' if revoked else 'not revoked'}")


def _of_the_owner(originator: str, said: OrganisationCertificate | str) -> Iterator[Check]:
    if isinstance(said, str):
        yield Check("usage", False, f"the certificate is no Organisation Certificate: {said}")
        yield Check("Business Originator", False, "the certificate names no party")
        return
    yield Check("usage", said.use is CertificateUse.DIGITAL_SIGNING, f"the certificate is for {said.use}")
    if said.entity_identifier == originator:
        yield Check("Business Originator", True, "the Business Originator is the signer")
    else:
        yield Check("Business Originator", False, f"the Business Originator is {originator}, not the signer")
