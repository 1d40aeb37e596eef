"""What the suite may ask of a system under test, in the words of the Code.

An adapter implements only the ports that its system can honestly answer. A scenario that needs a missing port is
NOT-EXERCISED, never passed. Trouble is an exception (`sut_adapters.trouble`), never an outcome. Parties are names of
the cast (features/glossary.md); devices are the handles that `Estate.place` gave out.
"""

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from rulebook.vocabulary import Outcome, ServiceRequest, Tampering
from sut_adapters import terms
from sut_adapters.environment_port import Circumstances, Estate, ReleaseControl, Restartable, SlotInspection
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
    "Restartable",
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
