"""Whether a certificate is to be believed, and if not, why, in words."""

from base64 import b64encode
from collections.abc import Iterable
from datetime import datetime

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding

from rulebook.vocabulary import CertificateUse
from sut_adapters.duis.certificates import BrokenCertificate, organisation_certificate
from sut_adapters.smki.identity import IssuerSerial, of_certificate
from sut_adapters.trouble import Misconfigured


class TrustStore:
    """One root, one Issuing Authority, its revocation list if there is one, and the certificates to look up.

    Raises Misconfigured where the root did not issue the Issuing Authority, or the Authority not the list.
    """

    def __init__(
        self,
        root: x509.Certificate,
        issuing: x509.Certificate,
        crl: x509.CertificateRevocationList | None,
        certificates: Iterable[x509.Certificate],
    ) -> None:
        self.root = root
        self.issuing = issuing
        self.crl = crl
        self._certificates = {of_certificate(certificate): certificate for certificate in certificates}
        self._revoked = frozenset(entry.serial_number for entry in crl or ())
        self.refuse_no_pair()
        if crl is not None and not _lists(issuing, crl):
            raise Misconfigured("the Issuing Authority did not sign the revocation list; give its own list")

    def refuse_no_pair(self) -> None:
        """Raises Misconfigured."""
        if not _issued(self.root, self.root) or not _issued(self.issuing, self.root):
            raise Misconfigured("the trusted root did not issue the Issuing Authority's certificate; give the pair")

    def certificate_of(self, named: IssuerSerial) -> x509.Certificate | None:
        """The certificate that a signature names, or None."""
        return self._certificates.get(named)

    def objection(
        self, certificate: x509.Certificate, at: datetime, use: CertificateUse | None = None, role: str | None = None
    ) -> str:
        """Why it is not to be believed at that moment for that use; empty when it is.

        `role` is a word of `sut_adapters.duis.certificates.REMOTE_PARTY_ROLES`, such as "Network Operator".
        """
        if not _issued(certificate, self.issuing):
            return "it does not chain to the trusted root"
        if not _is_on_p256(certificate):
            return "its key is not on P-256"
        chain = {"it": certificate, "the Issuing Authority's certificate": self.issuing, "the root": self.root}
        if dated := next(filter(None, (_out_of_date(each, who, at) for who, each in chain.items())), ""):
            return dated
        if certificate.serial_number in self._revoked:
            return "it is revoked"
        return _misused(certificate, use, role)


def _issued(certificate: x509.Certificate, issuer: x509.Certificate) -> bool:
    try:
        certificate.verify_directly_issued_by(issuer)
    except (ValueError, TypeError, InvalidSignature, UnsupportedAlgorithm):
        return False
    return True


def _lists(issuing: x509.Certificate, crl: x509.CertificateRevocationList) -> bool:
    key = issuing.public_key()
    return isinstance(key, ec.EllipticCurvePublicKey) and crl.is_signature_valid(key) and crl.issuer == issuing.subject


def _is_on_p256(certificate: x509.Certificate) -> bool:
    try:
        key = certificate.public_key()
    except (ValueError, UnsupportedAlgorithm):
        return False
    return isinstance(key, ec.EllipticCurvePublicKey) and isinstance(key.curve, ec.SECP256R1)


def _out_of_date(certificate: x509.Certificate, who: str, at: datetime) -> str:
    if at < certificate.not_valid_before_utc:
        return f"{who} is not yet valid (from {certificate.not_valid_before_utc:%Y-%m-%d %H:%M} UTC)"
    if at > certificate.not_valid_after_utc:
        return f"{who} has expired ({certificate.not_valid_after_utc:%Y-%m-%d %H:%M} UTC)"
    return ""


def _misused(certificate: x509.Certificate, use: CertificateUse | None, role: str | None) -> str:
    try:
        said = organisation_certificate(b64encode(certificate.public_bytes(Encoding.DER)).decode("ascii"))
    except BrokenCertificate as broken:
        return f"it is no Organisation Certificate: {broken}"
    if use not in (None, said.use):
        return f"it is for {said.use}, not for {use}"
    if role not in (None, said.role):
        return f"its role is {said.role}, not {role}"
    return ""
