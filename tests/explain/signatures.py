"""What a signature is said to be, and certificates in files."""

from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

SENDER = "Southfell"


def written(path: Path, content: x509.Certificate | x509.CertificateRevocationList) -> str:
    path.write_bytes(content.public_bytes(Encoding.DER if path.suffix == ".der" else Encoding.PEM))
    return str(path)


def faults(signature: dict[str, Any]) -> list[str]:
    return [check["check"] for check in signature["checks"] if check["holds"] is False]


def not_checked(signature: dict[str, Any]) -> list[str]:
    return [check["check"] for check in signature["checks"] if check["holds"] is None]
