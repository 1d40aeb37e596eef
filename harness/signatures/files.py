"""Certificates and keys from files; a mistake is told in one line, and never with the content."""

from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey, EllipticCurvePublicKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, RSAPublicKey
from cryptography.hazmat.primitives.serialization import load_der_private_key, load_pem_private_key
from cryptography.x509 import Certificate, load_der_x509_certificate, load_pem_x509_certificate

from sut_adapters.trouble import Misconfigured

PEM = b"-----BEGIN "

PrivateKey = EllipticCurvePrivateKey | RSAPrivateKey


@dataclass(frozen=True, slots=True)
class Signer:
    """A certificate and its key."""

    certificate: Certificate
    key: PrivateKey


def read_certificate(path: Path) -> Certificate:
    """PEM or DER, of an EC or RSA key. Raises Misconfigured."""
    content = _content(path)
    try:
        found = (load_pem_x509_certificate if PEM in content else load_der_x509_certificate)(content)
        key = found.public_key()
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise Misconfigured(f"{path}: is no X.509 certificate; give one as PEM or DER") from error
    if not isinstance(key, EllipticCurvePublicKey | RSAPublicKey):
        raise Misconfigured(f"{path}: the key is neither EC nor RSA; give a certificate of either")
    return found


def read_signer(certificate: Path, key: Path) -> Signer:
    """Raises Misconfigured, also where the key is not the certificate's."""
    signer = Signer(read_certificate(certificate), _read_key(key))
    if signer.certificate.public_key() != signer.key.public_key():
        raise Misconfigured(f"{key}: is not the key of the certificate in {certificate}; give the two that belong")
    return signer


def subject(certificate: Certificate) -> str:
    """Whose certificate it is, in one line."""
    return certificate.subject.rfc4514_string() or "a certificate without a name"


def fingerprint(certificate: Certificate) -> str:
    """The SHA-256 of the certificate, in lower-case hexadecimal."""
    return certificate.fingerprint(hashes.SHA256()).hex()


def _read_key(path: Path) -> PrivateKey:
    content = _content(path)
    try:
        key = (load_pem_private_key if PEM in content else load_der_private_key)(content, password=None)
    except TypeError as error:
        raise Misconfigured(f"{path}: the key is encrypted; give a key file without a passphrase") from error
    except (ValueError, UnsupportedAlgorithm) as error:
        raise Misconfigured(f"{path}: is no private key; give one as PEM or DER") from error
    if not isinstance(key, PrivateKey):
        raise Misconfigured(f"{path}: the key is neither EC nor RSA; give one of either")
    return key


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Misconfigured(f"{path}: {error.strerror}; name a file that can be read") from error
