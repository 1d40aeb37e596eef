"""The nouns of asking: what a device is to be like, what a party found, what a component recorded."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from rulebook.vocabulary import Certificate, Component, DeviceStatus, DeviceType, Generation, Slot, UserRole


@dataclass(frozen=True, slots=True)
class DeviceSpec:
    """A device that a scenario needs; what it leaves out, the Estate supplies.

    `registered` names who is registered in a User Role for the device's own meter point; a role left out has its
    registered party of the cast. `slots` likewise; a slot given as None is empty. `hub` puts devices on one
    Communications Hub Function.
    """

    device_type: DeviceType
    generation: Generation = Generation.SMETS1
    s1sp: Component | None = None
    status: DeviceStatus = DeviceStatus.COMMISSIONED
    registered: Mapping[UserRole, str] = field(default_factory=dict)
    slots: Mapping[Slot, Certificate | None] = field(default_factory=dict)
    hub: str = "premises"


UNKNOWN_DEVICE = "unknown device"
"""The handle of a device that the Smart Metering Inventory does not hold."""


class Circumstance(StrEnum):
    """A closed list; each says which of `party` and `device` it is about."""

    USER_SUSPENDED = "the party is suspended as a User"
    ANOMALY_THRESHOLD_REACHED = "the party's next Critical request exceeds its anomaly threshold"
    MIGRATION_AUTHORISATION = "the Supplier's Migration Authorisation put the party's certificates on the device"
    DORMANT_METER_RESPONSE = "the Dormant Meter Migration response put the party's certificates on the device"
    MIGRATION_CONTROL_CENTRE = "the Migration Control Centre put the party's certificates on the device"
    REGISTRATION_BEGINS_TOMORROW = "the party's registration for the device takes effect tomorrow"
    REGISTRATION_ENDED_YESTERDAY = "the party's registration for the device ended yesterday"
    REGISTRATION_ENDS_TODAY = "today is the last day of the party's registration for the device"
    EXPORT_MPAN_DISTRIBUTED_BY = "the party distributes to the device's Export MPAN, another to its Import MPAN"
    S1SP_COPY_NAMES = "the S1SP's copy of the Registration Data still names the party as the Import Supplier"


@dataclass(frozen=True, slots=True)
class Alert:
    """What a party found in its inbox. `kind` is an `AlertKind`, or whatever else the system calls it."""

    kind: str
    recipient: str
    device: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One decision that a component recorded on the way of a request, with the clause that it went by."""

    component: Component
    clause: str
    holds: bool
    because: str


class KeptMessage(Protocol):
    """A message as it went over the wire, without any key.

    `way` is `sent` for what the suite sent, anything else for what it received (`answered`, `pushed`, `turned away`);
    `user_id` whose message it is; `note` the address that it went to, its status, or why it was turned away.
    """

    @property
    def at(self) -> datetime: ...

    @property
    def way(self) -> str: ...

    @property
    def user_id(self) -> str: ...

    @property
    def note(self) -> str: ...

    @property
    def document(self) -> bytes: ...
