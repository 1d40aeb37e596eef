"""The ports of the surroundings where the environment has test control: it puts and shows what DUIS cannot."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from rulebook.vocabulary import Certificate, Component, Generation, Release, Slot, UserRole
from sut_adapters.duis.devices import Devices, KnownDevice
from sut_adapters.duis.held_slots import HeldReader
from sut_adapters.duis.identities import Identities
from sut_adapters.duis.leasing import slots_wanted
from sut_adapters.duis.registered import Registered, wanted_registrations
from sut_adapters.duis.test_control_client import TestControl, segment
from sut_adapters.duis.test_control_json import (
    COMPONENTS,
    decisions_of,
    device_as_json,
    release_as_json,
    release_of,
    serving,
    slots_of,
    text_of,
)
from sut_adapters.port import AuditEntry, Circumstance, DeviceSpec


@dataclass(frozen=True)
class ControlledEstate:
    """Estate and ScenarioScope. `inboxes` are the addresses of the Receive Response Services, by User ID."""

    control: TestControl
    identities: Identities
    devices: Devices
    registered: Registered
    inboxes: Mapping[str, str]
    told: set[str] = field(default_factory=set)

    def begin(self, scenario: str, seed: int) -> None:
        """ScenarioScope: an empty estate; before the first, everybody's inbox is made known to the environment.

        Any slot can be put into any state here, so that the seed may decide which certificates are taken.
        """
        self.identities.deal(seed)
        self.registered.clear()
        self.control.post("/scenario", {"scenario": scenario, "seed": seed})
        for user_id, url in self.inboxes.items():
            if user_id not in self.told:
                self.control.put(f"/inboxes/{segment(user_id)}", {"url": url})
                self.told.add(user_id)

    def end(self) -> None:
        """ScenarioScope."""
        self.control.delete("/scenario")

    def place(self, spec: DeviceSpec) -> str:
        """Estate."""
        placed = self.control.post("/devices", device_as_json(self._in_full(spec), self.identities))
        device = text_of(placed, "device")
        s1sp = self._s1sp(device, spec)
        handle = self.devices.add(KnownDevice(device, spec.device_type, spec.generation, s1sp))
        self.registered.put(handle, wanted_registrations(spec))
        return handle

    def register(self, device: str, role: UserRole, party: str) -> None:
        """Estate."""
        user_id = self.identities.party(party).user_id
        self.control.post(f"/devices/{segment(device)}/registrations", {"role": role, "party": user_id})
        self.registered.move(device, role, party)

    def _in_full(self, spec: DeviceSpec) -> DeviceSpec:
        """With the slots that the environment would fill with another certificate than the scenario's first issue."""
        parties = self.identities.parties
        by_default = {
            slot: one
            for slot, one in slots_wanted(spec, dict.fromkeys(Slot)).items()
            if one and one.owner in parties and parties[one.owner].listed(one.issue) != one.issue
        }
        return replace(spec, slots={**by_default, **spec.slots})

    def _s1sp(self, device: str, spec: DeviceSpec) -> Component | None:
        if spec.generation is Generation.SMETS2 or spec.s1sp is not None:
            return spec.s1sp
        return serving(self.control.get(f"/devices/{segment(device)}/slots"))


@dataclass(frozen=True)
class ControlledCircumstances:
    """Circumstances."""

    control: TestControl
    identities: Identities

    def arrange(self, circumstance: Circumstance, *, party: str = "", device: str = "") -> None:
        """NotExercised where the environment says that it cannot be had."""
        about = self.identities.party(party)
        said = {"circumstance": circumstance, "party": about.user_id, "device": device, "issue": about.listed(1)}
        self.control.post("/circumstances", said)


@dataclass(frozen=True)
class ControlledRelease:
    """ReleaseControl, for those components that the environment can switch."""

    control: TestControl
    components: tuple[Component, ...] = COMPONENTS

    def release(self) -> Release:
        """ReleaseControl."""
        return release_of(self.control.get("/release"))

    def switch(self, release: Release) -> None:
        """ReleaseControl."""
        self.control.put("/release", release_as_json(release, self.components))


@dataclass(frozen=True)
class ControlledRestarts:
    """Restartable."""

    control: TestControl

    def restart(self, component: Component) -> None:
        """Restartable: NotExercised where the environment says that it cannot be restarted."""
        self.control.post(f"/components/{component}/restarts")


@dataclass(frozen=True)
class ControlledAlerts:
    """AlertTrigger."""

    control: TestControl

    def raise_alert(self, device: str) -> None:
        """AlertTrigger."""
        self.control.post(f"/devices/{segment(device)}/alerts")


@dataclass(frozen=True)
class ControlledAudit:
    """AuditTrail. `last_request` is the RequestID of the scenario's last request; empty before there is one."""

    control: TestControl
    last_request: Callable[[], str]

    def last_decisions(self) -> tuple[AuditEntry, ...]:
        """AuditTrail."""
        request_id = self.last_request()
        return decisions_of(self.control.get("/audit", **({"request_id": request_id} if request_id else {})))


def controlled_slots(
    control: TestControl, identities: Identities
) -> Callable[[str], Mapping[Slot, Certificate | None]]:
    """What a device's slots hold, by test control."""
    reader = HeldReader(identities)
    return lambda device: slots_of(control.get(f"/devices/{segment(device)}/slots"), reader)


def settled(control: TestControl) -> bool:
    """Whether nothing is under way any more."""
    return control.get("/settled").get("settled") is True


def hold(control: TestControl) -> Callable[[bool], None]:
    """Keep acknowledged requests from coming to their end, or let them."""

    def holding(on: bool) -> None:
        control.put("/hold", {"on": on})

    return holding
