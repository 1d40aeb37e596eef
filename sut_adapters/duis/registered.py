"""Who is registered for the devices in play, as far as the suite brought it about or leased it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from rulebook.vocabulary import DeviceType, UserRole
from sut_adapters.cast import NETWORK_OPERATOR_ROLE, REGISTERED, SUPPLIER_ROLE
from sut_adapters.port import DeviceSpec

ROLES_BY_TYPE = {
    DeviceType.ESME: frozenset(
        {
            UserRole.ELECTRICITY_DISTRIBUTOR,
            UserRole.IMPORT_SUPPLIER,
            UserRole.EXPORT_SUPPLIER,
            UserRole.REGISTERED_SUPPLIER_AGENT,
        }
    ),
    DeviceType.GPF: frozenset({UserRole.GAS_TRANSPORTER, UserRole.GAS_SUPPLIER, UserRole.REGISTERED_SUPPLIER_AGENT}),
    DeviceType.GSME: frozenset({UserRole.GAS_TRANSPORTER, UserRole.GAS_SUPPLIER, UserRole.REGISTERED_SUPPLIER_AGENT}),
}
"""In which roles a party can be registered for a device's meter points."""


def wanted_registrations(spec: DeviceSpec) -> dict[UserRole, str]:
    """Who is to be registered in every role that can be: as specified, else the registered party of the cast."""
    roles = ROLES_BY_TYPE.get(spec.device_type, frozenset())
    return {role: spec.registered.get(role, by_default) for role, by_default in REGISTERED.items() if role in roles}


@dataclass(slots=True)
class Registered:
    """By handle and User Role, names of the cast."""

    by_device: dict[str, dict[UserRole, str]] = field(default_factory=dict)

    def put(self, device: str, registered: Mapping[UserRole, str]) -> None:
        """All registrations of a device."""
        self.by_device[device] = dict(registered)

    def move(self, device: str, role: UserRole, party: str) -> None:
        """One registration of a device, in place of who was."""
        self.by_device.setdefault(device, {})[role] = party

    def readers(self, device: str, device_type: DeviceType) -> tuple[str, ...]:
        """Who may read the device's slots by SRV 6.24.1: its registered supplier, then its registered operator."""
        registered = self.by_device.get(device, {})
        roles = (SUPPLIER_ROLE.get(device_type), NETWORK_OPERATOR_ROLE.get(device_type))
        return tuple(dict.fromkeys(registered[role] for role in roles if role in registered))

    def clear(self) -> None:
        """No device is in play."""
        self.by_device.clear()
