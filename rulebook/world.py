"""The state of the world that the law is applied to: Users, devices, Registration Data, anchor slots."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from rulebook.vocabulary import Certificate, Component, DeviceStatus, DeviceType, Generation, Slot, UserRole, UserStatus

Slots = Mapping[Slot, Certificate | None]


@dataclass(frozen=True, slots=True)
class User:
    """One User ID. `operator` is the market participant behind it, who may hold several (open question O24).

    `critical_requests_left` is how many Critical requests remain below the anomaly threshold; None: no threshold near.
    """

    user_id: str
    operator: str
    roles: frozenset[UserRole]
    status: UserStatus = UserStatus.ACTIVE
    critical_requests_left: int | None = None


@dataclass(frozen=True, slots=True)
class MeterPoints:
    """The MPANs and the MPRN that the Smart Metering Inventory relates to a device."""

    import_mpan: str | None = None
    secondary_import_mpan: str | None = None
    export_mpan: str | None = None
    mprn: str | None = None


@dataclass(frozen=True, slots=True)
class Device:
    """One entry of the Smart Metering Inventory. `hub` names its Communications Hub Function."""

    device_id: str
    device_type: DeviceType
    generation: Generation
    meter_points: MeterPoints
    s1sp: Component | None = None
    status: DeviceStatus = DeviceStatus.COMMISSIONED
    hub: str = ""


@dataclass(frozen=True, slots=True)
class Registration:
    """Who is registered for a meter point in a role, from the day `start` to the day `end`, None for no end."""

    meter_point: str
    role: UserRole
    operator: str
    user_id: str
    start: date
    end: date | None = None


@dataclass(frozen=True, slots=True)
class World:
    """Everything that the components know. A new world comes from an old one; none is changed in place.

    `s1sp_copies` holds an S1SP's own copy of the Registration Data where it differs (open question O21).
    `originator_counters` is the last counter that each User sent; `execution_counters` the highest that a device has
    taken from a party, by (device, User).
    """

    now: datetime
    users: Mapping[str, User]
    devices: Mapping[str, Device]
    registrations: tuple[Registration, ...] = ()
    slots: Mapping[str, Slots] = field(default_factory=dict)
    s1sp_copies: Mapping[Component, tuple[Registration, ...]] = field(default_factory=dict)
    originator_counters: Mapping[str, int] = field(default_factory=dict)
    execution_counters: Mapping[tuple[str, str], int] = field(default_factory=dict)

    def stored(self, device: str, slot: Slot) -> Certificate | None:
        """The certificate in one anchor slot; None when it is empty or the device has no such slot."""
        return self.slots.get(device, {}).get(slot)

    def with_slots(self, device: str, placed: Slots) -> "World":
        """This world with some anchor slots of one device replaced, all of them or none."""
        return replace(self, slots={**self.slots, device: {**self.slots.get(device, {}), **placed}})

    def with_user(self, user: User) -> "World":
        """This world with one User as given."""
        return replace(self, users={**self.users, user.user_id: user})

    def with_device(self, device: Device) -> "World":
        """This world with one device as given."""
        return replace(self, devices={**self.devices, device.device_id: device})
