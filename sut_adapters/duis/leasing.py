"""Which devices of the inventory fit a specification. Asks nothing and changes nothing."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from rulebook.vocabulary import Certificate, CertificateUse, Generation, Slot, UserRole
from sut_adapters.cast import NETWORK_OPERATOR_ROLE, SUPPLIER_ROLE
from sut_adapters.duis.estate_profile import LeasableDevice
from sut_adapters.duis.planting import Slots
from sut_adapters.duis.registered import wanted_registrations
from sut_adapters.port import DeviceSpec


@dataclass(slots=True)
class Hubs:
    """Which Communications Hub Function stands for which of the scenario's, one for one."""

    real: dict[str, str] = field(default_factory=dict)

    def admits(self, spec: DeviceSpec, device: LeasableDevice) -> bool:
        """Whether the device is on the hub that the specification means, or on one that no other means yet."""
        if spec.hub in self.real:
            return self.real[spec.hub] == device.hub
        return device.hub not in self.real.values()


def fitting(spec: DeviceSpec, inventory: Iterable[LeasableDevice], seed: int = 0) -> Iterator[LeasableDevice]:
    """The devices of the right kind: type, generation, status and S1SP; those on the fullest hubs first.

    Fullest first, because the scenario may go on to ask for another device on the same hub. Among equals the seed
    decides, so that nobody knows beforehand which devices a certified run will take.
    """
    known = tuple(inventory)
    size = {hub: sum(device.hub == hub for device in known) for hub in {device.hub for device in known}}
    kind = (device for device in known if is_of_the_kind(spec, device))
    yield from sorted(kind, key=lambda device: (-size[device.hub], _lot(seed, device.id)))


def _lot(seed: int, device: str) -> bytes:
    return sha256(f"{seed}:{device}".encode()).digest()


def is_of_the_kind(spec: DeviceSpec, device: LeasableDevice) -> bool:
    """Whether nothing but registrations and slots could differ."""
    same = (device.type, device.generation, device.status) == (spec.device_type, spec.generation, spec.status)
    served = spec.s1sp is None or spec.generation is Generation.SMETS2 or device.s1sp is spec.s1sp
    return same and served


def moves_needed(spec: DeviceSpec, registered: Mapping[UserRole, str]) -> dict[UserRole, str]:
    """The registrations that are not as specified, and who is to have each."""
    wanted = wanted_registrations(spec)
    return {role: party for role, party in wanted.items() if registered.get(role) != party}


def slots_wanted(spec: DeviceSpec, held: Slots) -> Slots:
    """What the slots are to hold: as specified; else the registered party's certificate, of whatever issue."""
    registered = wanted_registrations(spec)
    operator, supplier = (roles[spec.device_type] for roles in (NETWORK_OPERATOR_ROLE, SUPPLIER_ROLE))
    owners = {
        Slot.CRITICAL_NETWORK_OPERATOR: (registered[operator], CertificateUse.DIGITAL_SIGNING),
        Slot.NON_CRITICAL_NETWORK_OPERATOR: (registered[operator], CertificateUse.KEY_AGREEMENT),
        Slot.CRITICAL_SUPPLIER: (registered[supplier], CertificateUse.DIGITAL_SIGNING),
        Slot.NON_CRITICAL_SUPPLIER: (registered[supplier], CertificateUse.KEY_AGREEMENT),
    }
    by_default = {slot: _of(held[slot], owner, use) for slot, (owner, use) in owners.items()}
    return {**by_default, **spec.slots}


def _of(held: Certificate | None, owner: str, use: CertificateUse) -> Certificate:
    """The certificate that is there if it is this owner's, else the owner's first."""
    return held if held is not None and held.owner == owner else Certificate(owner, use)
