"""What a device's slots were seen to hold is read once, until the system is next told anything.

A shared environment counts every read against a threshold, and each costs an exchange.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from rulebook.vocabulary import Certificate, Component, Slot
from sut_adapters.port import SlotInspection

Held = Mapping[Slot, Certificate | None]


@dataclass(slots=True)
class Seen:
    """By device, since the system was last told anything; `servers` since the scenario began."""

    slots: dict[str, Held] = field(default_factory=dict)
    served_by: dict[str, Component] = field(default_factory=dict)
    servers: set[Component] = field(default_factory=set)

    def forget(self) -> None:
        """Whatever was seen may be otherwise by now."""
        self.slots.clear()
        self.served_by.clear()


@dataclass(frozen=True, slots=True)
class SeenInspection:
    """A SlotInspection that asks again only once something may have changed."""

    inspection: SlotInspection
    seen: Seen

    def slots(self, device: str) -> Held:
        if device not in self.seen.slots:
            self.seen.slots[device] = self.inspection.slots(device)
        return self.seen.slots[device]

    def served_by(self, device: str) -> Component:
        if device not in self.seen.served_by:
            self.seen.served_by[device] = self.inspection.served_by(device)
            self.seen.servers.add(self.seen.served_by[device])
        return self.seen.served_by[device]


@dataclass(frozen=True, slots=True)
class Stirring:
    """A port through which something may change: whoever calls any of its methods forgets what was seen."""

    port: Any
    seen: Seen

    def __getattr__(self, method: str) -> Callable[..., Any]:
        self.seen.forget()
        called: Callable[..., Any] = getattr(self.port, method)
        return called
