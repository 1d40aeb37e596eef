"""Whether a certificate is to be believed, asked again and again of the same few certificates."""

from datetime import datetime
from functools import lru_cache

from cryptography import x509

from rulebook.vocabulary import CertificateUse
from sut_adapters.smki.trust import TrustStore


def objection(trust: TrustStore, certificate: x509.Certificate, at: datetime, use: CertificateUse) -> str:
    """As `TrustStore.objection` has it: empty when there is none. Chain, revocation and use are looked into once."""
    chain = (certificate, trust.issuing, trust.root)
    if all(each.not_valid_before_utc <= at <= each.not_valid_after_utc for each in chain):
        return _while_in_date(trust, certificate, use, max(each.not_valid_before_utc for each in chain))
    return trust.objection(certificate, at, use)


@lru_cache(maxsize=1000)
def _while_in_date(trust: TrustStore, certificate: x509.Certificate, use: CertificateUse, start: datetime) -> str:
    return trust.objection(certificate, start, use)
