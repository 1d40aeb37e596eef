"""What can be wrong with a certificate that is well formed: one thing each."""

from enum import StrEnum


class CertificateFault(StrEnum):
    """The spoilt certificates of the test PKI; each is good in every other respect."""

    EXPIRED = "expired"
    NOT_YET_VALID = "not-yet-valid"
    REVOKED = "revoked"
    WRONG_USAGE = "wrong-usage"
    UNTRUSTED = "untrusted"
