"""What the suite may ask of a system under test, in the words of the Code.

An adapter implements only the ports that its system can honestly answer. A scenario that needs a missing port is
NOT-EXERCISED, never passed. Trouble is an exception (`sut_adapters.trouble`), never an outcome. Parties are names of
the cast (features/glossary.md); devices are the handles that `Estate.place` gave out.
"""

from collections.abc import Mapping, Sequence
from typing import Protocol, runtime_checkable

from rulebook.vocabulary import (
    Certificate,
    Component,
    Outcome,
    Release,
    ServiceRequest,
    Slot,
    Tampering,
    UserRole,
)
from sut_adapters import terms
from sut_adapters.terms import UNKNOWN_DEVICE, Alert, AuditEntry, Circumstance, DeviceSpec
from sut_adapters.trouble import (
    Disagreement,
    Inconclusive,
    Misconfigured,
    Misunderstood,
    NotApplicable,
    NotExercised,
    Phase,
    Unreachable,
)
from sut_adapters.update_port import ChangeRecords, Claims, DisturbedUpdate, OneOffUpdate, S1spRecords

__all__ = [
    "UNKNOWN_DEVICE",
    "Alert",
    "AlertInbox",
    "AlertTrigger",
    "AuditEntry",
    "AuditTrail",
    "ChangeRecords",
    "Circumstance",
    "Circumstances",
    "Claims",
    "Closeable",
    "DeviceSpec",
    "Disagreement",
    "DisturbedUpdate",
    "Estate",
    "Inconclusive",
    "MessageEndpoint",
    "MessageEvidence",
    "Misconfigured",
    "Misunderstood",
    "NotApplicable",
    "NotExercised",
    "OneOffUpdate",
    "Phase",
    "ReleaseControl",
    "RequestsInFlight",
    "S1spGateway",
    "S1spRecords",
    "ScenarioScope",
    "SlotInspection",
    "Unreachable",
    "UserGateway",
]


@runtime_checkable
class ScenarioScope(Protocol):
    """Told where a scenario begins and ends; `seed` decides all data that the scenario does not mention."""

    def begin(self, scenario: str, seed: int) -> None: ...

    def end(self) -> None: ...


@runtime_checkable
class Closeable(Protocol):
    """Has something open, and is told when no more will be asked. May be told again."""

    def close(self) -> None: ...


@runtime_checkable
class UserGateway(Protocol):
    """Sends a Service Request to the DSP as a DCC User would, and waits for its end."""

    def send(self, request: ServiceRequest) -> Outcome: ...

    def settled(self) -> bool:
        """Whether nothing more is under way."""
        ...


@runtime_checkable
class RequestsInFlight(Protocol):
    """Leaves a request between the DSP's acknowledgement and its end, so that the world may change meanwhile."""

    def submit(self, request: ServiceRequest) -> str:
        """Send, and give a ticket instead of waiting."""
        ...

    def outcome(self, ticket: str) -> Outcome:
        """Let the request come to its end."""
        ...


@runtime_checkable
class S1spGateway(Protocol):
    """Hands a Countersigned Service Request to one S1SP, as the DSP would, without the DSP's own checks."""

    def hand_over(self, request: ServiceRequest) -> Outcome: ...


@runtime_checkable
class MessageEndpoint(Protocol):
    """Posts a request to the DSP as one message, good or spoilt in one named way; the adapter spoils it, never a step.

    A message that was turned away below DUIS is Refused by the DSP at Check.UNATTESTED, with the HTTP status for its
    code (`HTTP 400`).
    """

    def post(self, request: ServiceRequest, tampering: Tampering | None = None) -> Outcome:
        """Raises NotExercised where the means to spoil it so are missing, NotApplicable where no schemas are there."""
        ...


@runtime_checkable
class Estate(Protocol):
    """Puts devices and their registrations into a state, or leases devices that are already in it."""

    def place(self, spec: DeviceSpec) -> str:
        """The handle of a device as specified; raises NotExercised where none can be had."""
        ...

    def register(self, device: str, role: UserRole, party: str) -> None:
        """Make `party` the registered one for the device's meter point from now on, in place of who was."""
        ...


@runtime_checkable
class Circumstances(Protocol):
    """Brings about one of the states of the world that a device specification cannot say."""

    def arrange(self, circumstance: Circumstance, *, party: str = "", device: str = "") -> None:
        """Raises NotExercised where it cannot be had."""
        ...


@runtime_checkable
class SlotInspection(Protocol):
    """What a device's slots hold, as the registered party's SRV 6.24.1 shows; asking changes nothing."""

    def slots(self, device: str) -> Mapping[Slot, Certificate | None]: ...

    def served_by(self, device: str) -> Component:
        """The S1SP that serves a SMETS1 device, as SRV 8.2 shows; the Device itself on SMETS2."""
        ...


@runtime_checkable
class ReleaseControl(Protocol):
    """Which components have SECMP0107 in force, and the means to change it."""

    def release(self) -> Release: ...

    def switch(self, release: Release) -> None: ...


@runtime_checkable
class AlertInbox(Protocol):
    """Every alert and notification that a party received since the scenario began, oldest first."""

    def received_by(self, party: str) -> tuple[Alert, ...]: ...

    def recipients(self, kind: str, device: str) -> tuple[str, ...]:
        """Who received this kind of alert about this device, oldest first, one entry for each alert."""
        ...


@runtime_checkable
class AlertTrigger(Protocol):
    """Makes a device raise an alert."""

    def raise_alert(self, device: str) -> None: ...


@runtime_checkable
class AuditTrail(Protocol):
    """What the system recorded for the last request to end: every clause that was asked, in order."""

    def last_decisions(self) -> tuple[AuditEntry, ...]: ...


@runtime_checkable
class MessageEvidence(Protocol):
    """Shows for the report what went over the wire. No scenario needs it."""

    def messages(self) -> Sequence[terms.KeptMessage]:
        """Every message since the scenario began, oldest first; asking changes nothing."""
        ...
