"""Certificates, keys and revocation lists from files; every fault names the file and the mend, and never a key."""

from pathlib import Path

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import load_der_private_key, load_pem_private_key

from sut_adapters.trouble import Misconfigured

LARGEST = 1024 * 1024
"""Octets that are read of any one file."""

PEM = b"-----BEGIN "


def octets(path: Path) -> bytes:
    """What the file holds."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or "no such path").lower()
        raise Misconfigured(f"{path}: cannot be read ({reason}); name a file that can be read") from error
    if len(content) > LARGEST:
        raise Misconfigured(f"{path}: holds more than {LARGEST:,} octets; name the right file")
    return content


def certificate(path: Path) -> x509.Certificate:
    """In PEM or DER, the first of the file."""
    content = octets(path)
    load = x509.load_pem_x509_certificate if PEM in content else x509.load_der_x509_certificate
    try:
        return load(content)
    except (ValueError, UnsupportedAlgorithm) as error:
        raise Misconfigured(f"{path}: is no X.509 certificate; give one in PEM or DER") from error


def revocation_list(path: Path) -> x509.CertificateRevocationList:
    """In PEM or DER."""
    content = octets(path)
    load = x509.load_pem_x509_crl if PEM in content else x509.load_der_x509_crl
    try:
        return load(content)
    except (ValueError, UnsupportedAlgorithm) as error:
        raise Misconfigured(f"{path}: is no certificate revocation list; give one in PEM or DER") from error


def private_key(path: Path) -> ec.EllipticCurvePrivateKey:
    """On P-256, in PEM or DER without a password."""
    content = octets(path)
    load = load_pem_private_key if PEM in content else load_der_private_key
    try:
        key = load(content, password=None)
    except TypeError as error:
        mend = "give it without one, or give a command that signs"
        raise Misconfigured(f"{path}: the key is under a password; {mend}") from error
    except (ValueError, UnsupportedAlgorithm):
        raise Misconfigured(f"{path}: is no private key that can be read; give one in PEM or DER") from None
    if not isinstance(key, ec.EllipticCurvePrivateKey) or not isinstance(key.curve, ec.SECP256R1):
        raise Misconfigured(f"{path}: the key is not on P-256; give the one of the certificate")
    return key


def public_key(path: Path) -> ec.EllipticCurvePublicKey:
    """Of the certificate in the file, on P-256."""
    try:
        key = certificate(path).public_key()
    except (ValueError, UnsupportedAlgorithm) as error:
        raise Misconfigured(f"{path}: the certificate's key cannot be read; give one on P-256") from error
    if not isinstance(key, ec.EllipticCurvePublicKey) or not isinstance(key.curve, ec.SECP256R1):
        raise Misconfigured(f"{path}: the certificate's key is not on P-256; give one that is")
    return key
