"""One message that the DCC sends to a User."""

from dataclasses import dataclass

from sut_adapters.duis.responses.bodies import (
    Acknowledged,
    CommandFailure,
    CredentialsUpdated,
    DeviceResponse,
    Inventory,
    PreCommand,
    Quarantine,
    Refusal,
    Smets2DeviceAlert,
    Smets2FutureDatedAlert,
    Success,
    Unread,
)
from sut_adapters.duis.responses.header import Header
from sut_adapters.duis.responses.smets1 import SignedByS1sp

Answer = Acknowledged | Success | Refusal | Inventory | PreCommand | DeviceResponse | Smets2FutureDatedAlert
DccAlert = Quarantine | CommandFailure | CredentialsUpdated
Body = Answer | DccAlert | Smets2DeviceAlert | SignedByS1sp | Unread


@dataclass(frozen=True, slots=True)
class Message:
    """A DUIS Response. `alert_code` is the DCCAlertCode of a DCC Alert (and of an S1spAlert, which travels in one).

    `throttled` is the ThrottledAlertCount: how many alerts one stands for beside itself; 0 where there is none.
    """

    header: Header
    body: Body
    alert_code: str | None = None
    throttled: int = 0
    version: str = "5.4"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A message as read. `inner` is the element that the S1SP signed, as a document of its own, ready to verify.

    `has_signature` says that the Response has one, not that it is good.
    """

    message: Message
    inner: bytes | None
    has_signature: bool
