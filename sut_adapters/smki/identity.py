"""By what a signature names its signer's certificate: issuer and serial number."""

import re
from dataclasses import dataclass

from cryptography import x509

SPACE_AFTER_COMMA = re.compile(r"(?<!\\),\s+")
SERIAL = re.compile(r"[0-9]{1,49}")
"""Twenty octets in decimal, the most that X.509 allows."""


@dataclass(frozen=True, slots=True)
class IssuerSerial:
    """`issuer` as RFC 4514 writes it, without spaces: `CN=Z1,OU=07`."""

    issuer: str
    serial: int

    def __str__(self) -> str:
        return f"{self.issuer} serial {self.serial}"


def of_certificate(certificate: x509.Certificate) -> IssuerSerial:
    """What names this certificate."""
    return IssuerSerial(certificate.issuer.rfc4514_string(), certificate.serial_number)


def of_text(issuer: str, serial: str) -> IssuerSerial:
    """From the text of an X509IssuerSerial; ValueError where it is none."""
    name = x509.Name.from_rfc4514_string(SPACE_AFTER_COMMA.sub(",", issuer.strip()))
    if not name.rdns or not SERIAL.fullmatch(serial.strip()):
        raise ValueError("there is no issuer, or the serial number is no whole number of at most 20 octets")
    return IssuerSerial(name.rfc4514_string(), int(serial))
