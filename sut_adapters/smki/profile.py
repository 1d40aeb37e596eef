"""The SMKI profile of an Organisation Certificate, as genuine test certificates show it, and what issues them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha1

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from cryptography.x509.name import _ASN1Type
from cryptography.x509.oid import NameOID, ObjectIdentifier

POLICY = ObjectIdentifier("1.2.826.0.1.8641679.1.2.1.4")
UNUSED_BITS = b"\x00"

Extension = tuple[x509.ExtensionType, bool]


@dataclass(frozen=True, slots=True)
class Validity:
    """From and to, both UTC and included."""

    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Authority:
    """Who issues: the name that goes into certificates, and the key."""

    name: x509.Name
    key: ec.EllipticCurvePrivateKey

    def issue(
        self,
        subject: x509.Name,
        key: ec.EllipticCurvePublicKey,
        serial: int,
        validity: Validity,
        extensions: Sequence[Extension],
    ) -> x509.Certificate:
        """Signed deterministically, so that equal arguments give equal octets."""
        builder = x509.CertificateBuilder(
            issuer_name=self.name,
            subject_name=subject,
            public_key=key,
            serial_number=serial,
            not_valid_before=validity.start,
            not_valid_after=validity.end,
        )
        for extension, critical in extensions:
            builder = builder.add_extension(extension, critical)
        return builder.sign(self.key, SHA256(), ecdsa_deterministic=True)


def authority_name(role: str, common_name: str) -> x509.Name:
    """`OU=07, CN=...`."""
    return x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, role),
            x509.NameAttribute(NameOID.COMMON_NAME, common_name),
        ]
    )


def organisation_name(role: str, user_id: str) -> x509.Name:
    """`role` as two hexadecimal digits, the Entity Identifier as a bit string of eight octets."""
    octets = UNUSED_BITS + bytes.fromhex(user_id.replace("-", ""))
    return x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, role),
            x509.NameAttribute(NameOID.X500_UNIQUE_IDENTIFIER, octets, _ASN1Type.BitString),
        ]
    )


def organisation_extensions(
    key: ec.EllipticCurvePublicKey, issuer: ec.EllipticCurvePublicKey, *, signs: bool
) -> list[Extension]:
    """Key usage exactly digitalSignature, or exactly keyAgreement."""
    return [
        (usage(digital_signature=signs, key_agreement=not signs), True),
        (x509.SubjectKeyIdentifier(key_identifier(key)), False),
        (x509.CertificatePolicies([x509.PolicyInformation(POLICY, None)]), True),
        (x509.AuthorityKeyIdentifier(key_identifier(issuer), None, None), False),
    ]


def authority_extensions(
    key: ec.EllipticCurvePublicKey, issuer: ec.EllipticCurvePublicKey, path_length: int
) -> list[Extension]:
    """Certificates and revocation lists, and nothing else."""
    return [
        (usage(key_cert_sign=True, crl_sign=True), True),
        (x509.BasicConstraints(ca=True, path_length=path_length), True),
        (x509.CertificatePolicies([x509.PolicyInformation(POLICY, None)]), True),
        (x509.SubjectKeyIdentifier(key_identifier(key)), False),
        (x509.AuthorityKeyIdentifier(key_identifier(issuer), None, None), False),
    ]


def usage(**allowed: bool) -> x509.KeyUsage:
    """The usages named, and no other."""
    every = (
        "digital_signature",
        "content_commitment",
        "key_encipherment",
        "data_encipherment",
        "key_agreement",
        "key_cert_sign",
        "crl_sign",
        "encipher_only",
        "decipher_only",
    )
    return x509.KeyUsage(**{one: allowed.get(one, False) for one in every})


def key_identifier(key: ec.EllipticCurvePublicKey) -> bytes:
    """Eight octets: the bits 0100 and the last 60 of the key's SHA-1 (RFC 5280, 4.2.1.2, method 2)."""
    point = key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    digest = sha1(point, usedforsecurity=False).digest()[-8:]
    return bytes([0x40 | digest[0] & 0x0F]) + digest[1:]
