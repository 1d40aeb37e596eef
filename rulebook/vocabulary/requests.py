"""A Service Request, in the words of the Code rather than in XML."""

from dataclasses import dataclass
from enum import StrEnum

from rulebook.vocabulary.parties import RemotePartyRole

HIGHEST_FLOOR = 2**63 - 1
"""The largest floor sequence number that the DUIS schema admits."""


class Variant(StrEnum):
    """The Service Reference Variants that the features send; the other 119 belong to the decision table."""

    READ_INSTANTANEOUS_IMPORT_REGISTERS = "4.1.1"
    READ_NETWORK_DATA = "4.10"
    UPDATE_SECURITY_CREDENTIALS_KRP = "6.15.1"
    UPDATE_SECURITY_CREDENTIALS_DEVICE = "6.15.2"
    REQUEST_HANDOVER = "6.21"
    RETRIEVE_DEVICE_SECURITY_CREDENTIALS = "6.24.1"
    READ_INVENTORY = "8.2"
    JOIN_SERVICE_CRITICAL = "8.7.1"
    JOIN_SERVICE_NON_CRITICAL = "8.7.2"
    RESTORE_GPF_DEVICE_LOG = "8.12.2"


VARIANT_BY_NAME = {
    "Read Instantaneous Import Registers": Variant.READ_INSTANTANEOUS_IMPORT_REGISTERS,
    "Read Network Data": Variant.READ_NETWORK_DATA,
    "Update Security Credentials (KRP)": Variant.UPDATE_SECURITY_CREDENTIALS_KRP,
    "Update Security Credentials (Device)": Variant.UPDATE_SECURITY_CREDENTIALS_DEVICE,
    "Request Handover Of DCC Controlled Device": Variant.REQUEST_HANDOVER,
    "Retrieve Device Security Credentials (KRP)": Variant.RETRIEVE_DEVICE_SECURITY_CREDENTIALS,
    "Read Inventory": Variant.READ_INVENTORY,
    "Join Service (Critical)": Variant.JOIN_SERVICE_CRITICAL,
    "Join Service (Non-Critical)": Variant.JOIN_SERVICE_NON_CRITICAL,
    "Restore Gas Proxy Function Device Log": Variant.RESTORE_GPF_DEVICE_LOG,
}
"""The names that the DUIS request matrix gives them."""


class CertificateUse(StrEnum):
    """What an Organisation Certificate's key may do, which decides the slot that it goes to."""

    DIGITAL_SIGNING = "digital signing"
    KEY_AGREEMENT = "key agreement"


@dataclass(frozen=True, slots=True)
class Certificate:
    """One Organisation Certificate: whose it is, what for, and which of the owner's (1 is the first issued)."""

    owner: str
    use: CertificateUse
    issue: int = 1


CertificateSet = tuple[Certificate, ...]


@dataclass(frozen=True, slots=True)
class ServiceRequest:
    """One Service Request.

    `sender` and certificate owners are keys of the parties in play (a name of the cast at the port, an Entity
    Identifier in the model); `target` and `other_device` are device handles. `role` and `certificates` are None and
    empty for variants that replace no credentials. `floor` is the originator counter below which the new party's
    requests are to be refused. `command_variant` None leaves the choice to the adapter. `signing_issue` says which of
    the sender's certificates signs. `repeats_counter` reuses the originator counter of the sender's request before
    this one.
    """

    variant: str
    sender: str
    target: str
    role: RemotePartyRole | None = None
    certificates: CertificateSet = ()
    other_device: str | None = None
    future_dated: bool = False
    floor: int | None = None
    command_variant: int | None = None
    signing_issue: int = 1
    repeats_counter: bool = False
