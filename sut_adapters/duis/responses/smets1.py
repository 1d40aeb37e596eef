"""What an S1SP says and signs: a response, an alert, a device's alert."""

from base64 import b64encode
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha1

from rulebook.vocabulary import CertificateUse, RemotePartyRole

SUCCESS = "success"


@dataclass(frozen=True, slots=True)
class SlotOutcome:
    """What became of one certificate: `status` is an ASN1Status of the MMC schema, `success` or a failure."""

    role: RemotePartyRole
    use: CertificateUse
    status: str | None = SUCCESS
    existing_owner: str | None = None
    existing_hash: str | None = None
    new_owner: str | None = None
    new_hash: str | None = None


@dataclass(frozen=True, slots=True)
class HeldCertificate:
    """One slot that holds a certificate; empty slots are left out."""

    role: RemotePartyRole
    use: CertificateUse
    owner: str
    hash: str | None = None


@dataclass(frozen=True, slots=True)
class Smets1Response:
    """A SMETS1 response to `user`'s request of that originator `counter`.

    `outcomes` belong to 6.15.1 and 6.21 (none when future-dated), `credentials` to 6.24.1; only the reads 4.1.1 and
    4.10 show whether the device is a `gas` one.
    """

    variant: str
    success: bool
    device: str
    user: str
    counter: int
    outcomes: tuple[SlotOutcome, ...] = ()
    credentials: tuple[HeldCertificate, ...] = ()
    gas: bool = False


@dataclass(frozen=True, slots=True)
class S1spAlert:
    """The standard S1SP Alert: `request_id` is optional, and then device and time are all there is to go by."""

    request_id: str | None
    device: str | None
    code: str
    information: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class DeviceAlert:
    """An alert of a SMETS1 device, for `user`; `alert_code` is hexadecimal (`8F1C`), `counter` the alert's own."""

    device: str
    alert_code: str
    at: datetime
    user: str
    counter: int
    description: str = ""


@dataclass(frozen=True, slots=True)
class FutureDatedAlert:
    """How a future-dated request to a SMETS1 device ended; `request_counter` is that of the request."""

    device: str
    success: bool
    at: datetime
    user: str
    counter: int
    request_counter: int | None = None
    outcomes: tuple[SlotOutcome, ...] = ()


SignedByS1sp = Smets1Response | S1spAlert | DeviceAlert | FutureDatedAlert


def certificate_hash(der: bytes) -> str:
    """Base64 of the SHA-1 of a DER certificate: the SHA1 type of the DUIS and MMC schemas."""
    return b64encode(sha1(der, usedforsecurity=False).digest()).decode("ascii")
