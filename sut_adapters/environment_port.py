"""What the suite may ask of the environment that a system is in: devices, registrations, releases; part of `port`."""

from collections.abc import Mapping
from typing import Protocol, runtime_checkable

from rulebook.vocabulary import Certificate, Component, Release, Slot, UserRole
from sut_adapters.terms import Circumstance, DeviceSpec


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
class Restartable(Protocol):
    """Stops one component and starts it again, as an operator would; what it goes on from is what it has kept."""

    def restart(self, component: Component) -> None:
        """Back once the component answers again; raises NotExercised where nobody can restart it."""
        ...
