"""The suite's own copy of the world, kept in step with the system's, for the components that the suite plays.

The counterpart answers through the ports, in names of the cast, like any other system, and has handles of its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol, runtime_checkable

from rulebook.vocabulary import Certificate, Outcome, Release, ServiceRequest, Slot, UserRole
from sut_adapters.port import (
    UNKNOWN_DEVICE,
    AuditEntry,
    AuditTrail,
    Circumstance,
    Circumstances,
    DeviceSpec,
    Estate,
    ReleaseControl,
    RequestsInFlight,
    S1spGateway,
    ScenarioScope,
    SlotInspection,
    UserGateway,
)


@runtime_checkable
class Counterpart(
    ScenarioScope,
    UserGateway,
    RequestsInFlight,
    S1spGateway,
    Estate,
    Circumstances,
    SlotInspection,
    ReleaseControl,
    AuditTrail,
    Protocol,
):
    """What plays the components that are not under test: a whole system in memory."""


@dataclass
class Mirror:
    """`handles` are the counterpart's by the system's own."""

    counterpart: Counterpart
    handles: dict[str, str] = field(default_factory=dict)

    def begin(self, scenario: str, seed: int) -> None:
        """ScenarioScope."""
        self.handles.clear()
        self.counterpart.begin(scenario, seed)

    def end(self) -> None:
        """ScenarioScope."""
        self.counterpart.end()

    def place(self, device: str, spec: DeviceSpec) -> None:
        """A device that the system has, under the system's handle."""
        self.handles[device] = self.counterpart.place(spec)

    def place_own(self, spec: DeviceSpec) -> str:
        """A device that the suite alone has; its handle."""
        device = self.counterpart.place(spec)
        self.handles[device] = device
        return device

    def register(self, device: str, role: UserRole, party: str) -> None:
        """As Estate has it, under the system's handle."""
        self.counterpart.register(self.handles[device], role, party)

    def arrange(self, circumstance: Circumstance, *, party: str = "", device: str = "") -> None:
        """Circumstances, under the system's handle."""
        self.counterpart.arrange(circumstance, party=party, device=device and self.handles[device])

    def switch(self, release: Release) -> None:
        """ReleaseControl."""
        self.counterpart.switch(release)

    def slots(self, device: str) -> Mapping[Slot, Certificate | None]:
        """What the played S1SP holds for a device."""
        return self.counterpart.slots(self.handles[device])

    def hand_over(self, request: ServiceRequest) -> Outcome:
        """The end of a request at the played S1SP."""
        return self.counterpart.hand_over(self.mirrored(request))

    def decisions(self) -> tuple[AuditEntry, ...]:
        """What the counterpart recorded for the last request to end."""
        return self.counterpart.last_decisions()

    def mirrored(self, request: ServiceRequest) -> ServiceRequest:
        """The request with the counterpart's handles in it."""
        other = request.other_device and self.handles.get(request.other_device, UNKNOWN_DEVICE)
        return replace(request, target=self.handles.get(request.target, UNKNOWN_DEVICE), other_device=other)
