"""A certificate with its key."""

from dataclasses import dataclass, field

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding

from sut_adapters.duis.signer import KeySigner


@dataclass(frozen=True, slots=True)
class Credential:
    """No representation shows the key."""

    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey = field(repr=False)

    @property
    def der(self) -> bytes:
        """The certificate in DER."""
        return self.certificate.public_bytes(Encoding.DER)

    @property
    def signer(self) -> KeySigner:
        """Signs with the key."""
        return KeySigner(self.key, self.certificate)
