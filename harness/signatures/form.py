"""The one form that a signature file may have, byte by byte, but for the signature itself (RFC 5652 in DER).

`cryptography` writes a NULL after the name of the digest algorithm, OpenSSL does not; both mean the same.
"""

from asn1crypto.x509 import Certificate

SEQUENCE, SET, OCTETS, INTEGER, NULL, CONTENT = 0x30, 0x31, 0x04, 0x02, b"\x05\x00", 0xA0

SIGNED_DATA = bytes.fromhex("06092a864886f70d010702")
DATA = bytes.fromhex("06092a864886f70d010701")
SHA256 = bytes.fromhex("0609608648016503040201")
ECDSA_WITH_SHA256 = bytes.fromhex("06082a8648ce3d040302")
RSA = bytes.fromhex("06092a864886f70d010101")


def of_ours(certificate: Certificate, signature: bytes) -> bytes:
    """As `harness.signatures.making` writes it."""
    return _form(certificate, signature, _element(SEQUENCE, SHA256, NULL))


def of_openssl(certificate: Certificate, signature: bytes) -> bytes:
    """As `openssl cms -sign -binary -noattr -nocerts -md sha256 -outform DER` writes it."""
    return _form(certificate, signature, _element(SEQUENCE, SHA256))


def _form(certificate: Certificate, signature: bytes, digest: bytes) -> bytes:
    issuer = certificate.issuer.dump() + certificate["tbs_certificate"]["serial_number"].dump()
    signer = _element(
        SEQUENCE,
        _integer(1),
        _element(SEQUENCE, issuer),
        digest,
        _algorithm(certificate),
        _element(OCTETS, signature),
    )
    content = _element(SEQUENCE, _integer(1), _element(SET, digest), _element(SEQUENCE, DATA), _element(SET, signer))
    return _element(SEQUENCE, SIGNED_DATA, _element(CONTENT, content))


def _algorithm(certificate: Certificate) -> bytes:
    if certificate.public_key.algorithm == "ec":
        return _element(SEQUENCE, ECDSA_WITH_SHA256)
    return _element(SEQUENCE, RSA, NULL)


def _integer(value: int) -> bytes:
    return bytes((INTEGER, 1, value))


def _element(tag: int, *parts: bytes) -> bytes:
    body = b"".join(parts)
    size = len(body).to_bytes((len(body).bit_length() + 7) // 8 or 1, "big")
    length = size if len(body) < 0x80 else bytes((0x80 | len(size),)) + size
    return bytes((tag,)) + length + body
