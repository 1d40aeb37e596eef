"""The conditions of SRPD 6.2(a) and (b), one by one, and what a build may ask in place of one."""

from dataclasses import replace

from rulebook.case import Case
from rulebook.readings.registered_party import is_registered
from rulebook.readings.registration_check import JOIN_SERVICE, is_responsible_import_supplier_on
from rulebook.vocabulary import SUPPLIERS, DeviceType, Slot, UserRole, Variant
from rulebook.world import Device


def joins(case: Case) -> bool:
    """A Join Service."""
    return case.request.variant in JOIN_SERVICE


def restores(case: Case) -> bool:
    """A Restore GPF Device Log."""
    return case.request.variant == Variant.RESTORE_GPF_DEVICE_LOG


def to_a_proxy(case: Case) -> bool:
    """Sent to a Gas Proxy Function."""
    return case.device is not None and case.device.device_type is DeviceType.GPF


def of_a_gas_meter(case: Case) -> bool:
    """If a device is to be joined, a Gas Smart Meter."""
    return case.other_device is None or case.other_device.device_type is DeviceType.GSME


def from_the_responsible_supplier(case: Case) -> bool:
    """From the Import Supplier of the electricity on the same Communications Hub Function."""
    return case.device is not None and is_responsible_import_supplier_on(case, case.device.hub)


def from_a_supplier_of_the_home(case: Case) -> bool:
    """From a registered Supplier of that electricity, for import or for export."""
    return any(is_registered(case, role, esme) for esme in _electricity(case) for role in SUPPLIERS)


def from_the_responsible_supplier_in_any_role(case: Case) -> bool:
    """From whoever is registered as Import Supplier of that electricity, in whichever User Role it sends."""
    return any(is_registered(case, UserRole.IMPORT_SUPPLIER, esme) for esme in _electricity(case))


def from_an_import_supplier(case: Case) -> bool:
    """From whichever Import Supplier, where there is electricity on the same Communications Hub Function."""
    return UserRole.IMPORT_SUPPLIER in case.acting_roles and bool(_electricity(case))


def from_an_import_supplier_of_the_home_on_any_day(case: Case) -> bool:
    """From whoever is, was or will be the Import Supplier of that electricity."""
    known = tuple(replace(one, start=case.world.now.date(), end=None) for one in case.world.registrations)
    return from_the_responsible_supplier(replace(case, world=replace(case.world, registrations=known)))


def from_the_import_supplier_of_any_home(case: Case) -> bool:
    """From the Import Supplier of electricity on whichever Communications Hub Function."""
    return any(is_responsible_import_supplier_on(case, device.hub) for device in case.world.devices.values())


def from_the_supplier_in_the_slot(case: Case) -> bool:
    """From the party whose certificate is in the ESME's Supplier slot."""
    stored = (case.world.stored(esme.device_id, Slot.CRITICAL_SUPPLIER) for esme in _electricity(case))
    return any(certificate is not None and certificate.owner == case.request.sender for certificate in stored)


def _electricity(case: Case) -> tuple[Device, ...]:
    here = case.device.hub if case.device else ""
    home = (device for device in case.world.devices.values() if device.hub == here)
    return tuple(device for device in home if device.device_type is DeviceType.ESME)
