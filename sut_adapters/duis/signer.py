"""Who signs: a key in memory, a key file, or a command that has the key (an HSM, another organisation)."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256

from sut_adapters.duis.signing_command import CommandSigner
from sut_adapters.smki import key_files
from sut_adapters.trouble import Misconfigured

__all__ = ["CommandSigner", "FileSigner", "KeySigner", "Signer"]


class Signer(Protocol):
    """Signs octets with the key of `certificate`; no representation of it shows the key."""

    @property
    def certificate(self) -> x509.Certificate: ...

    def sign(self, octets: bytes) -> bytes:
        """An ECDSA signature on P-256 over the SHA-256 of the octets, in DER; Unreachable where none is to be had."""
        ...


@dataclass(frozen=True, slots=True)
class KeySigner:
    """A key in memory. Deterministic (RFC 6979)."""

    key: ec.EllipticCurvePrivateKey = field(repr=False)
    certificate: x509.Certificate

    def sign(self, octets: bytes) -> bytes:
        return self.key.sign(octets, ec.ECDSA(SHA256(), deterministic_signing=True))


class FileSigner:
    """A key file (PEM or DER, no password), read once; Misconfigured where that fails or the pair does not match."""

    def __init__(self, key: Path, certificate: Path) -> None:
        self._signer = KeySigner(key_files.private_key(key), key_files.certificate(certificate))
        if self._signer.key.public_key() != key_files.public_key(certificate):
            raise Misconfigured(f"{key}: is not the key of the certificate in {certificate}; give the pair")

    @property
    def certificate(self) -> x509.Certificate:
        return self._signer.certificate

    def sign(self, octets: bytes) -> bytes:
        return self._signer.sign(octets)
