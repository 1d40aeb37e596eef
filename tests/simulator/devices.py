"""Devices that the tests place: registered to Northmoor or Ashdown, with another's certificates in their slots."""

from datetime import datetime

from rulebook.vocabulary import Certificate, CertificateUse, Component, DeviceStatus, DeviceType, Generation, Slot
from sut_adapters.port import DeviceSpec
from sut_adapters.simulator.estate import placed
from sut_adapters.simulator.state import State


def slots_of(owner: str) -> dict[Slot, Certificate | None]:
    """Both Network Operator slots, in the owner's name."""
    return {
        Slot.CRITICAL_NETWORK_OPERATOR: Certificate(owner, CertificateUse.DIGITAL_SIGNING),
        Slot.NON_CRITICAL_NETWORK_OPERATOR: Certificate(owner, CertificateUse.KEY_AGREEMENT),
    }


def esme(
    holder: str = "Southfell",
    generation: Generation = Generation.SMETS1,
    s1sp: Component = Component.S1SP2,
    status: DeviceStatus = DeviceStatus.COMMISSIONED,
) -> DeviceSpec:
    """An ESME registered to Northmoor."""
    return DeviceSpec(DeviceType.ESME, generation, s1sp, status, slots=slots_of(holder))


def with_device(state: State, spec: DeviceSpec, now: datetime) -> tuple[State, str]:
    """The state with the device in it, and its EUI-64."""
    return placed(state, spec, now)


def holders(state: State, device: str) -> tuple[str, ...]:
    """Whose certificates are in the two Network Operator slots, critical first; `nobody` for an empty one."""
    stored = [state.world.slots[device][slot] for slot in slots_of("")]
    return tuple(state.settings.names[held.owner] if held else "nobody" for held in stored)
