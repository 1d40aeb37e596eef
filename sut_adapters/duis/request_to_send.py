"""A Service Request in the identifiers and octets that go into XML."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from rulebook.vocabulary import CertificateUse, RemotePartyRole
from sut_adapters.duis.eui import normalised


@dataclass(frozen=True, slots=True)
class RequestToSend:
    """One Service Request, or with `signed_pre_command` (GBCS octets) one Signed Pre-Command.

    `originator`, `target` and `other_device` are EUI-64 as DUIS writes them. `certificates` and `path` are DER, and
    nothing here looks into them; a 6.15.2 carries the first that there is. For 6.24.1 `role` None asks for Supplier and
    Network Operator both. For 8.2 the device looked up is `other_device`, or `target` where that is None.
    """

    originator: str
    target: str
    counter: int
    variant: str
    command_variant: int
    role: RemotePartyRole | None = None
    certificates: Mapping[CertificateUse, bytes] = field(default_factory=dict)
    path: tuple[bytes, ...] = ()
    other_device: str | None = None
    execution: datetime | None = None
    floor: int | None = None
    version: str = "5.4"
    signed_pre_command: bytes | None = None

    @property
    def request_id(self) -> str:
        """`ORIGINATOR:TARGET:COUNTER`, the identifiers in upper case: what a response is correlated by."""
        return f"{normalised(self.originator)}:{normalised(self.target)}:{self.counter}"
