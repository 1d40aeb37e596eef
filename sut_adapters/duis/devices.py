"""What the suite knows of the devices in play: enough to choose the way of a request and to judge who answered."""

from dataclasses import dataclass, field

from rulebook.vocabulary import Component, DeviceType, Generation
from sut_adapters.duis.eui import normalised
from sut_adapters.port import UNKNOWN_DEVICE


@dataclass(frozen=True, slots=True)
class KnownDevice:
    """A device of the estate. `s1sp` is None on SMETS2, and where nobody has said who serves it."""

    device_id: str
    device_type: DeviceType
    generation: Generation
    s1sp: Component | None = None


@dataclass(slots=True)
class Devices:
    """By handle, which is the device's EUI-64 in capitals; whoever places or leases a device adds it."""

    known: dict[str, KnownDevice] = field(default_factory=dict)
    stranger: str = "00-00-00-00-00-00-00-00"
    """The EUI-64 that stands for a device which the inventory does not hold."""

    def add(self, device: KnownDevice) -> str:
        """Its handle."""
        self.known[normalised(device.device_id)] = device
        return normalised(device.device_id)

    def get(self, handle: str) -> KnownDevice | None:
        """What is known of a device."""
        return self.known.get(normalised(handle))

    def eui(self, handle: str) -> str:
        """The EUI-64 of a handle."""
        return self.stranger if handle == UNKNOWN_DEVICE else normalised(handle)

    def handle(self, eui: str) -> str:
        """The handle that the features use for an EUI-64."""
        return UNKNOWN_DEVICE if normalised(eui) == self.stranger else normalised(eui)
