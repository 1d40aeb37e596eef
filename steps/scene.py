"""What a scenario has said and seen so far."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

import pytest

from rulebook.vocabulary import Accepted, Certificate, Component, DeviceType, Outcome, ServiceRequest, Slot
from steps.certificates import USES, named
from sut_adapters.port import Circumstance, Circumstances, DeviceSpec, Estate, SlotInspection

Slots = Mapping[Slot, Certificate | None]


@dataclass
class Scene:
    """The notebook of one scenario.

    A device is specified sentence by sentence and placed when an event first touches it, so that a system that can
    only lease devices hears the whole specification at once. Devices are told apart by their type.
    """

    estate: Estate
    inspection: SlotInspection
    specs: dict[DeviceType, DeviceSpec] = field(default_factory=dict)
    handles: dict[DeviceType, str] = field(default_factory=dict)
    before: dict[str, Slots] = field(default_factory=dict)
    issues: dict[str, int] = field(default_factory=dict)
    placed: dict[str, dict[Slot, Certificate]] = field(default_factory=dict)
    request: ServiceRequest | None = None
    outcome: Outcome | None = None
    answered: list[tuple[ServiceRequest, Outcome]] = field(default_factory=list)
    pending: list[Callable[[], None]] = field(default_factory=list)
    ticket: str = ""
    rivals: tuple[str, ...] = ()
    ends: tuple[Outcome, ...] = ()
    alerted: str = ""
    alerts_before: int = 0

    def specify(self, device: DeviceType, **said: object) -> None:
        """Add to the specification of a device; raises LookupError once it has been placed."""
        if device in self.handles:
            raise LookupError(f"the {device} is already in place: say this before the first event")
        known = self.specs.get(device, DeviceSpec(device))
        self.specs[device] = replace(known, **said)  # type: ignore[arg-type]  # a sentence names the fields

    def device(self, device: DeviceType) -> str:
        """The handle of a device, with every device of the scene put in place first."""
        self.put_in_place()
        return self.handles[device]

    def put_in_place(self) -> None:
        """Every device that has been specified, with what was to be brought about once it is there."""
        for kind, spec in self.specs.items():
            if kind not in self.handles:
                self.handles[kind] = self.estate.place(spec)
        while self.pending:
            self.pending.pop(0)()

    def arrange(self, circumstances: Circumstances, what: Circumstance, party: str, device: DeviceType) -> None:
        """Bring about a circumstance as soon as the device that it is about is in place."""
        self.pending.append(lambda: circumstances.arrange(what, party=party, device=self.handles[device]))

    def before_event(self) -> None:
        """Remember what all slots hold, for what must not change."""
        self.before = {handle: dict(self.inspection.slots(handle)) for handle in self.handles.values()}

    def ended(self, request: ServiceRequest, outcome: Outcome) -> None:
        """Remember the last request and its end, and what it placed if it was accepted."""
        self.request, self.outcome = request, outcome
        self.answered.append((request, outcome))
        if outcome == Accepted():
            self.placed.setdefault(request.target, {}).update(named(request))

    def expected(self, device: DeviceType, slot: Slot, owner: str) -> Certificate:
        """The owner's certificate in a slot: the one that a request placed there, else the one given beforehand."""
        last = self.placed.get(self.handles[device], {}).get(slot)
        known = last or self.specs[device].slots.get(slot)
        return known if known and known.owner == owner else Certificate(owner, USES[slot])

    def astray(self) -> list[str]:
        """What has changed since the last event beside the slots that its request names."""
        request = self.last_request()
        spared = {request.target: frozenset(named(request))}
        return [
            f"the {kind}'s {slot}"
            for kind, handle in self.handles.items()
            for slot in self.replaced(handle) - spared.get(handle, frozenset())
        ]

    def replaced(self, device: str) -> frozenset[Slot]:
        """The slots of a device that no longer hold what they held before the last event."""
        now = self.inspection.slots(device)
        return frozenset(slot for slot, stored in self.before[device].items() if now[slot] != stored)

    def component(self, name: str) -> Component:
        """Whom a sentence means: `the S1SP` is the one that serves the target of the last request."""
        return self.inspection.served_by(self.last_request().target) if name == "S1SP" else Component(name)

    def last_request(self) -> ServiceRequest:
        """The request of the last event; raises LookupError where there was none."""
        if self.request is None:
            raise LookupError("no request has been sent in this scenario")
        return self.request

    def issue(self, party: str) -> int:
        """Which of the party's certificates is its current one."""
        return self.issues.get(party, 1)


@pytest.fixture
def scene(estate: Estate, inspection: SlotInspection) -> Scene:
    """One notebook a scenario."""
    return Scene(estate, inspection)
