"""The ports of the surroundings where the suite plays a component: the system and its mirror are kept in step."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from rulebook.vocabulary import Certificate, Component, Generation, Release, Slot, UserRole
from sut_adapters.duis.devices import Devices, KnownDevice
from sut_adapters.duis.mirror import Mirror
from sut_adapters.port import (
    Circumstance,
    Circumstances,
    DeviceSpec,
    Estate,
    NotExercised,
    ReleaseControl,
    ScenarioScope,
    SlotInspection,
)

AT_THE_S1SP = frozenset(
    {
        Circumstance.MIGRATION_AUTHORISATION,
        Circumstance.DORMANT_METER_RESPONSE,
        Circumstance.MIGRATION_CONTROL_CENTRE,
        Circumstance.S1SP_COPY_NAMES,
    }
)
"""What an S1SP knows of, and the DSP does not."""

AT_THE_DSP = frozenset({Circumstance.USER_SUSPENDED, Circumstance.ANOMALY_THRESHOLD_REACHED})
"""What the DSP knows of, and an S1SP does not."""


@dataclass(frozen=True)
class MirroredEstate:
    """Estate and ScenarioScope. `release` is what the mirror goes by until it is switched.

    With `plays_smets2` a SMETS2 device is the suite's own: no S1SP has to do with it.
    """

    estate: Estate
    mirror: Mirror
    devices: Devices
    release: Release | None
    plays_smets2: bool

    def begin(self, scenario: str, seed: int) -> None:
        """ScenarioScope."""
        self.mirror.begin(scenario, seed)
        if self.release is not None:
            self.mirror.switch(self.release)
        if isinstance(self.estate, ScenarioScope):
            self.estate.begin(scenario, seed)

    def end(self) -> None:
        """ScenarioScope."""
        if isinstance(self.estate, ScenarioScope):
            self.estate.end()
        self.mirror.end()

    def place(self, spec: DeviceSpec) -> str:
        """Estate: the mirror has the device at the S1SP that serves it."""
        if self._is_played(spec.generation):
            return self.devices.add(KnownDevice(self.mirror.place_own(spec), spec.device_type, spec.generation))
        device = self.estate.place(spec)
        known = self.devices.get(device)
        self.mirror.place(device, replace(spec, s1sp=known.s1sp if known else None))
        return device

    def register(self, device: str, role: UserRole, party: str) -> None:
        """Estate."""
        known = self.devices.get(device)
        if known is None or not self._is_played(known.generation):
            self.estate.register(device, role, party)
        self.mirror.register(device, role, party)

    def _is_played(self, generation: Generation) -> bool:
        return self.plays_smets2 and generation is Generation.SMETS2


@dataclass(frozen=True)
class MirroredCircumstances:
    """Circumstances. `played` are those that are the suite's own business; the system is not troubled with them."""

    system: Circumstances | None
    mirror: Mirror
    played: frozenset[Circumstance]

    def arrange(self, circumstance: Circumstance, *, party: str = "", device: str = "") -> None:
        """Circumstances."""
        if circumstance not in self.played:
            if self.system is None:
                raise NotExercised(f"nobody here can bring about that {circumstance}")
            self.system.arrange(circumstance, party=party, device=device)
        self.mirror.arrange(circumstance, party=party, device=device)


@dataclass(frozen=True)
class MirroredRelease:
    """ReleaseControl: the system's components by the system, those that the suite plays by the mirror."""

    system: ReleaseControl
    mirror: Mirror

    def release(self) -> Release:
        """ReleaseControl."""
        return self.mirror.counterpart.release()

    def switch(self, release: Release) -> None:
        """ReleaseControl."""
        self.system.switch(release)
        self.mirror.switch(release)


@dataclass(frozen=True)
class PlayedSlots:
    """SlotInspection where the suite plays the S1SPs: a SMETS1 device's slots are its own, all else is the system's."""

    system: SlotInspection
    mirror: Mirror
    devices: Devices

    def slots(self, device: str) -> Mapping[Slot, Certificate | None]:
        """SlotInspection."""
        known = self.devices.get(device)
        played = known is not None and known.generation is Generation.SMETS1
        return self.mirror.slots(device) if played else self.system.slots(device)

    def served_by(self, device: str) -> Component:
        """SlotInspection."""
        return self.system.served_by(device)


@dataclass(frozen=True)
class ServedAsPlaced:
    """SlotInspection where the suite plays the DSP and every SMETS2 device: there is no inventory but its own."""

    system: SlotInspection
    mirror: Mirror
    devices: Devices

    def slots(self, device: str) -> Mapping[Slot, Certificate | None]:
        """SlotInspection."""
        played = serving(self.devices, device) is Component.DEVICE
        return self.mirror.slots(device) if played else self.system.slots(device)

    def served_by(self, device: str) -> Component:
        """SlotInspection."""
        return serving(self.devices, device)


def serving(devices: Devices, device: str) -> Component:
    """Who serves a device, as it was placed or as the inventory of the profile has it."""
    known = devices.get(device)
    if known is None or (known.s1sp is None and known.generation is Generation.SMETS1):
        raise NotExercised(f"nobody says who serves {device}: give s1sp for the device in the profile")
    return known.s1sp or Component.DEVICE
