"""Who is the registered party for a device, on which day, in which role."""

from rulebook.case import Case
from rulebook.vocabulary import DeviceType, Rulings, UserRole
from rulebook.world import Device, MeterPoints, Registration, User

GAS_DEVICES = frozenset({DeviceType.GPF, DeviceType.GSME})
GAS_ROLES = frozenset({UserRole.GAS_SUPPLIER, UserRole.GAS_TRANSPORTER, UserRole.REGISTERED_SUPPLIER_AGENT})


def is_registered(case: Case, role: UserRole, device: Device) -> bool:
    """Whether the sender is registered in `role` for the device's own meter point today."""
    meter_points = relevant_meter_points(role, device, case.rulings)
    return any(
        registration.role is role
        and registration.meter_point in meter_points
        and in_force(registration, case)
        and names(registration, case.sender, case.rulings)
        for registration in case.registrations
    )


def registered_operators(case: Case, role: UserRole, device: Device) -> frozenset[str]:
    """Every operator registered in `role` for the device's own meter point today."""
    meter_points = relevant_meter_points(role, device, case.rulings)
    return frozenset(
        registration.operator
        for registration in case.registrations
        if registration.role is role and registration.meter_point in meter_points and in_force(registration, case)
    )


def relevant_meter_points(role: UserRole, device: Device, rulings: Rulings) -> frozenset[str]:
    """The device's meter points for which a party in this role can be registered."""
    points = device.meter_points
    if device.device_type in GAS_DEVICES:
        return _present(points.mprn) if role in GAS_ROLES else frozenset()
    match role:
        case UserRole.IMPORT_SUPPLIER:
            return _present(points.import_mpan or points.export_mpan)
        case UserRole.EXPORT_SUPPLIER:
            return _present(points.export_mpan) if points.import_mpan else frozenset()
        case UserRole.ELECTRICITY_DISTRIBUTOR:
            return _distributed(points, rulings)
        case UserRole.REGISTERED_SUPPLIER_AGENT:
            return _present(points.import_mpan, points.secondary_import_mpan, points.export_mpan)
        case _:
            return frozenset()


def in_force(registration: Registration, case: Case) -> bool:
    """Whether a registration has effect today; its last day as open question O25.days is read."""
    today = case.world.now.date()
    if today < registration.start:
        return False
    if registration.end is None:
        return True
    return (
        today <= registration.end if case.rulings.reading("O25.days") == "last-day-counts" else today < registration.end
    )


def names(registration: Registration, user: User, rulings: Rulings) -> bool:
    """Whether a registration names this User: by operator or by Entity Identifier (open question O24)."""
    if rulings.reading("O24") == "by-operator":
        return registration.operator == user.operator
    return registration.user_id == user.user_id


def _distributed(points: MeterPoints, rulings: Rulings) -> frozenset[str]:
    if rulings.reading("O25.mpan") == "any-mpan":
        return _present(points.import_mpan, points.secondary_import_mpan, points.export_mpan)
    return _present(points.import_mpan or points.export_mpan)


def _present(*meter_points: str | None) -> frozenset[str]:
    return frozenset(point for point in meter_points if point)
