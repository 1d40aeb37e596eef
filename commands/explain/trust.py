"""The options `--signer-certificate`, `--pki` and `--trust` of `mp107 explain` to values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from warnings import catch_warnings, simplefilter

from cryptography import x509
from cryptography.utils import CryptographyDeprecationWarning

from commands.explain.fault import BadInput, shown
from sut_adapters.duis.certificates import MALFORMED
from sut_adapters.smki import key_files
from sut_adapters.smki.identity import IssuerSerial, of_certificate
from sut_adapters.smki.pki import TestPki
from sut_adapters.smki.trust import TrustStore
from sut_adapters.trouble import Misconfigured

CRL = (b"-----BEGIN X509 CRL", b"-----BEGIN CRL")
DER_SEQUENCE = b"\x30"


@dataclass(frozen=True, slots=True)
class Known:
    """`given` are certificates of possible signers; `store` is what a chain has to end in, None where none is known."""

    given: Mapping[IssuerSerial, x509.Certificate] = field(default_factory=dict)
    store: TrustStore | None = None

    @property
    def is_empty(self) -> bool:
        """Whether no signer can be found here."""
        return not self.given and self.store is None

    def certificate_of(self, named: IssuerSerial) -> x509.Certificate | None:
        """The certificate that a signature names, or None."""
        if named in self.given:
            return self.given[named]
        return self.store.certificate_of(named) if self.store else None


def read_known(signers: Sequence[Path], pki: Path | None, trust: Sequence[Path]) -> Known:
    """Raises BadInput, or Misconfigured with the file and the mend."""
    if pki is not None and trust:
        raise BadInput("--trust", "", "goes not with --pki, which has its own root", "leave one of them")
    given = {of_certificate(certificate): certificate for certificate in map(_certificate, signers)}
    if pki is not None:
        return Known(given, TestPki.read(pki).trust())
    return Known(given, _store(trust) if trust else None)


def _store(files: Sequence[Path]) -> TrustStore:
    """Of the root, the Issuing Authority and perhaps its revocation list, told apart by what they are."""
    authorities: list[x509.Certificate] = []
    lists: list[x509.CertificateRevocationList] = []
    for file in files:
        content = _list_or_certificate(file)
        if isinstance(content, x509.Certificate):
            authorities.append(content)
        else:
            lists.append(content)
    roots = [each for each in authorities if each.issuer == each.subject]
    issuing = [each for each in authorities if each.issuer != each.subject]
    if len(roots) != 1 or len(issuing) != 1 or len(lists) > 1:
        said = f"roots: {len(roots)}, Issuing Authorities: {len(issuing)}, revocation lists: {len(lists)}"
        mend = "give one root, one Issuing Authority's certificate, and its revocation list if you have it"
        raise BadInput("--trust", ", ".join(map(shown, files)), said, mend)
    return TrustStore(roots[0], issuing[0], lists[0] if lists else None, ())


def _list_or_certificate(file: Path) -> x509.Certificate | x509.CertificateRevocationList:
    if any(mark in key_files.octets(file) for mark in CRL):
        return key_files.revocation_list(file)
    try:
        return _certificate(file)
    except Misconfigured:
        if key_files.octets(file)[:1] != DER_SEQUENCE:
            raise
        return key_files.revocation_list(file)


def _certificate(file: Path) -> x509.Certificate:
    """One whose names and dates can be read."""
    with catch_warnings():
        simplefilter("error", CryptographyDeprecationWarning)
        try:
            certificate = key_files.certificate(file)
            _ = of_certificate(certificate), certificate.subject, certificate.not_valid_before_utc
        except MALFORMED as error:
            raise BadInput(
                shown(file), "", "a broken certificate, whose names cannot be read", "give it whole"
            ) from error
    return certificate
