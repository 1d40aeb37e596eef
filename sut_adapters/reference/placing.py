"""How the reference puts a device into the world: inventory entry, registrations and anchor slots, as specified."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from rulebook.model import Device, MeterPoints, Registration, World
from rulebook.readings.registered_party import relevant_meter_points
from rulebook.vocabulary import (
    Certificate,
    CertificateUse,
    Component,
    DeviceType,
    Generation,
    Rulings,
    Slot,
    UserRole,
)
from sut_adapters.cast import NETWORK_OPERATOR_ROLE, OPERATOR_OF, REGISTERED, SUPPLIER_ROLE
from sut_adapters.port import DeviceSpec
from sut_adapters.test_data import MeteringProvider

LONG_AGO = timedelta(days=1000)


def device_of(spec: DeviceSpec, world: World, fake: MeteringProvider, s1sp: Component) -> Device:
    """The inventory entry; devices of one fuel on one Communications Hub Function share their meter point."""
    return Device(
        device_id=fake.eui64(),
        device_type=spec.device_type,
        generation=spec.generation,
        meter_points=_meter_points(spec, world, fake),
        s1sp=(spec.s1sp or s1sp) if spec.generation is Generation.SMETS1 else None,
        status=spec.status,
        hub=spec.hub,
    )


def placed(spec: DeviceSpec, device: Device, world: World, rulings: Rulings, user_ids: Mapping[str, str]) -> World:
    """The world with one more device, its slots and whoever is registered for it."""
    world = world.with_device(device).with_slots(device.device_id, slots_of(spec, user_ids))
    new = tuple(_registrations_of(spec, device, world, rulings, user_ids))
    named = {(registration.meter_point, registration.role) for registration in new}
    kept = tuple(known for known in world.registrations if (known.meter_point, known.role) not in named)
    return replace(world, registrations=kept + new)


def registered(
    role: UserRole, party: str, device: str, world: World, rulings: Rulings, user_ids: Mapping[str, str]
) -> World:
    """The world with the party registered for the device's meter point from today, in place of who was."""
    points = relevant_meter_points(role, world.devices[device], rulings)
    kept = (known for known in world.registrations if known.role is not role or known.meter_point not in points)
    new = (registration_of(point, role, party, user_ids, world.now.date()) for point in sorted(points))
    return replace(world, registrations=(*kept, *new))


def _registrations_of(
    spec: DeviceSpec, device: Device, world: World, rulings: Rulings, user_ids: Mapping[str, str]
) -> Iterator[Registration]:
    """Who is registered for the device's meter points, in every role that can be, since long ago.

    What the specification names replaces what another device on the same meter point brought; a default does not.
    """
    start = (world.now - LONG_AGO).date()
    taken = {(registration.meter_point, registration.role) for registration in world.registrations}
    for role, by_default in REGISTERED.items():
        for meter_point in sorted(relevant_meter_points(role, device, rulings)):
            if role in spec.registered or (meter_point, role) not in taken:
                party = spec.registered.get(role, by_default)
                yield registration_of(meter_point, role, party, user_ids, start)


def registration_of(
    meter_point: str, role: UserRole, party: str, user_ids: Mapping[str, str], start: date
) -> Registration:
    """A registration of a party of the cast, by its operator and its User ID."""
    return Registration(meter_point, role, OPERATOR_OF.get(party, party), user_ids[party], start)


def slots_of(spec: DeviceSpec, user_ids: Mapping[str, str]) -> dict[Slot, Certificate | None]:
    """What the four slots hold: as specified, else the registered parties' certificates."""
    operator = _registered_as(NETWORK_OPERATOR_ROLE[spec.device_type], spec)
    supplier = _registered_as(SUPPLIER_ROLE[spec.device_type], spec)
    by_default = {
        Slot.CRITICAL_NETWORK_OPERATOR: Certificate(operator, CertificateUse.DIGITAL_SIGNING),
        Slot.NON_CRITICAL_NETWORK_OPERATOR: Certificate(operator, CertificateUse.KEY_AGREEMENT),
        Slot.CRITICAL_SUPPLIER: Certificate(supplier, CertificateUse.DIGITAL_SIGNING),
        Slot.NON_CRITICAL_SUPPLIER: Certificate(supplier, CertificateUse.KEY_AGREEMENT),
    }
    return {slot: identified(stored, user_ids) for slot, stored in {**by_default, **spec.slots}.items()}


def identified(certificate: Certificate | None, user_ids: Mapping[str, str]) -> Certificate | None:
    """The certificate with its owner's User ID for its owner's name."""
    if certificate is None:
        return None
    return Certificate(user_ids[certificate.owner], certificate.use, certificate.issue)


def _registered_as(role: UserRole, spec: DeviceSpec) -> str:
    return spec.registered.get(role, REGISTERED[role])


def _meter_points(spec: DeviceSpec, world: World, fake: MeteringProvider) -> MeterPoints:
    if spec.device_type is DeviceType.ESME:
        return MeterPoints(import_mpan=fake.mpan(), export_mpan=fake.mpan())
    beside = (device.meter_points.mprn for device in world.devices.values() if device.hub == spec.hub)
    return MeterPoints(mprn=next(filter(None, beside), None) or fake.mprn())
