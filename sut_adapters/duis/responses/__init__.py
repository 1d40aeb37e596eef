"""Every message that the DCC sends to a User, both ways between values and XML."""

from sut_adapters.duis.responses.bodies import (
    Acknowledged,
    Breach,
    CommandFailure,
    CredentialsUpdated,
    DeviceResponse,
    Inventory,
    InventoryDevice,
    PreCommand,
    Quarantine,
    Refusal,
    Smets2DeviceAlert,
    Smets2FutureDatedAlert,
    Success,
    Unread,
)
from sut_adapters.duis.responses.decoding import decode
from sut_adapters.duis.responses.encoding import encode, encode_inner
from sut_adapters.duis.responses.header import Header, response_id
from sut_adapters.duis.responses.message import Body, DccAlert, Decoded, Message
from sut_adapters.duis.responses.smets1 import (
    DeviceAlert,
    FutureDatedAlert,
    HeldCertificate,
    S1spAlert,
    SignedByS1sp,
    SlotOutcome,
    Smets1Response,
    certificate_hash,
)

__all__ = [
    "Acknowledged",
    "Body",
    "Breach",
    "CommandFailure",
    "CredentialsUpdated",
    "DccAlert",
    "Decoded",
    "DeviceAlert",
    "DeviceResponse",
    "FutureDatedAlert",
    "Header",
    "HeldCertificate",
    "Inventory",
    "InventoryDevice",
    "Message",
    "PreCommand",
    "Quarantine",
    "Refusal",
    "S1spAlert",
    "SignedByS1sp",
    "SlotOutcome",
    "Smets1Response",
    "Smets2DeviceAlert",
    "Smets2FutureDatedAlert",
    "Success",
    "Unread",
    "certificate_hash",
    "decode",
    "encode",
    "encode_inner",
    "response_id",
]
