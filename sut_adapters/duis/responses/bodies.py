"""What a DUIS Response says that comes from the DSP itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from rulebook.vocabulary import CertificateUse, DeviceStatus, DeviceType, RemotePartyRole


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """I99: taken, and nothing said yet about how it ends."""

    variant: str


@dataclass(frozen=True, slots=True)
class Success:
    """I0 with no data."""

    variant: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """An E code, which stands in the Header: synchronous, or later (E20, E21, E30)."""

    variant: str


@dataclass(frozen=True, slots=True)
class InventoryDevice:
    """One device of the Smart Metering Inventory; `generation` is its SMETSCHTSVersion (`SMETS1`, `SMETS2 5.1`)."""

    device_id: str
    device_type: DeviceType
    status: DeviceStatus | None = None
    generation: str | None = None
    import_mpxn: str | None = None
    export_mpan: str | None = None
    s1sp: str | None = None
    manufacturer: str = ""
    model: str = ""
    csp_region: str | None = None


@dataclass(frozen=True, slots=True)
class Inventory:
    """The answer to SRV 8.2: at most 17 devices."""

    devices: tuple[InventoryDevice, ...]
    variant: str = "8.2"


@dataclass(frozen=True, slots=True)
class PreCommand:
    """The answer to a Critical SMETS2 request sent for transformation: GBCS octets to correlate and sign."""

    variant: str
    payload: bytes
    gbcs_version: str = "4.3"


@dataclass(frozen=True, slots=True)
class DeviceResponse:
    """A SMETS2 device's answer; its GBCS octets are opaque here."""

    variant: str
    payload: bytes


class Breach(StrEnum):
    """Which anomaly detection limit held the request back (DUIS schema, QuarantinedRequest)."""

    USER_THRESHOLD = "ADUserThresholdBreach"
    DCC_THRESHOLD = "ADDCCThresholdBreach"
    ATTRIBUTE_LIMITS = "ADAttributeLimitsBreach"


@dataclass(frozen=True, slots=True)
class Quarantine:
    """A request held back; `reference` is the QuarantineEventRef, a whole number of at most 20 digits."""

    request_id: str
    reference: str
    breach: Breach = Breach.USER_THRESHOLD


@dataclass(frozen=True, slots=True)
class CommandFailure:
    """A command that could not be delivered."""

    request_id: str
    device: str


@dataclass(frozen=True, slots=True)
class CredentialsUpdated:
    """Tells a party that a device's slots hold its certificates; a hash as `certificate_hash` makes it."""

    device: str
    role: RemotePartyRole
    hashes: Mapping[CertificateUse, str]


@dataclass(frozen=True, slots=True)
class Smets2DeviceAlert:
    """A SMETS2 device's alert: the device stands in the ResponseID of the Header; its GBCS octets are opaque here."""

    alert_code: str
    payload: bytes


@dataclass(frozen=True, slots=True)
class Smets2FutureDatedAlert:
    """A SMETS2 device tells how a future-dated command ended; its GBCS octets are opaque here."""

    variant: str
    success: bool
    payload: bytes
    instruction: int = 1
    instructions: int = 1


@dataclass(frozen=True, slots=True)
class Unread:
    """A kind of message that this suite has no use for: only the name of its element was read. Cannot be encoded."""

    element: str
