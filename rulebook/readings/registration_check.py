"""SRPD clause 6.1(f), and the circumstances in clause 6.2 where it does not apply.

6.1(f) is the default: the sender must be the registered party for the device. Each paragraph of 6.2 defeats the
default. SECMP0107 adds one paragraph; the whole Modification, as a rule, is the last line of this module.
"""

from rulebook.case import Case
from rulebook.readings.clause import Clause, clause
from rulebook.readings.registered_party import is_registered
from rulebook.readings.scope import as_ruled
from rulebook.vocabulary import NETWORK_OPERATORS, DeviceType, UserRole, Variant

Exemptions = tuple[Clause, ...]

JOIN_SERVICE = frozenset({Variant.JOIN_SERVICE_CRITICAL, Variant.JOIN_SERVICE_NON_CRITICAL})


@clause("srpd-6.1.f")
def sender_is_the_registered_party(case: Case) -> bool:
    """Before the DCC carries out a Service Request that is addressed to a Device, it checks the Registration Data: the
    sender is the registered party, in the User Role in which it sends, for the meter point of that Device, at the
    date and time for which the request is made. A request that fails the check is refused. The check is subject to
    Clause 6.2.
    """
    return case.device is not None and any(is_registered(case, role, case.device) for role in case.acting_roles)


@clause("srpd-6.2.a")
def import_supplier_joins_gas_smart_meter(case: Case) -> bool:
    """an Import Supplier that is the Responsible Supplier for a Smart Metering System that shares a Communications Hub
    Function with a Smart Metering System that includes a Gas Smart Meter sends a 'Join Service' Service Request to
    join that Gas Smart Meter to a Gas Proxy Function;
    """
    return (
        case.request.variant in JOIN_SERVICE
        and case.device is not None
        and case.device.device_type is DeviceType.GPF
        and case.other_device is not None
        and case.other_device.device_type is DeviceType.GSME
        and is_responsible_import_supplier_on(case, case.other_device.hub)
    )


@clause("srpd-6.2.b")
def import_supplier_restores_gpf_device_log(case: Case) -> bool:
    """an Import Supplier that is the Responsible Supplier for a Smart Metering System that shares a Communications Hub
    Function with a Smart Metering System that includes a Gas Proxy Function sends a 'Restore GPF Device Log'
    Service Request to restore the Device Log of that Gas Proxy Function; or
    """
    return (
        case.request.variant == Variant.RESTORE_GPF_DEVICE_LOG
        and case.device is not None
        and case.device.device_type is DeviceType.GPF
        and is_responsible_import_supplier_on(case, case.device.hub)
    )


@clause("srpd-6.2.c")
def sent_as_other_user(case: Case) -> bool:
    """the Service Request has been sent by a User acting in the User Role of 'Other User'."""
    return UserRole.OTHER_USER in case.acting_roles


@as_ruled
@clause("srpd-6.2.d")
def network_operator_updates_smets1_credentials(case: Case) -> bool:
    """a SMETS1 Service Request with Service Reference Variant 6.15.1 (Update Security Credentials) received from an
    Electricity Distributor or Gas Transporter.
    """
    return (
        case.targets_smets1
        and case.request.variant == Variant.UPDATE_SECURITY_CREDENTIALS_KRP
        and bool(case.acting_roles & NETWORK_OPERATORS)
    )


def is_responsible_import_supplier_on(case: Case, hub: str) -> bool:
    """Whether the sender is the Import Supplier responsible for a Smart Metering System on this Communications Hub."""
    return UserRole.IMPORT_SUPPLIER in case.acting_roles and any(
        device.hub == hub
        and device.device_type is DeviceType.ESME
        and is_registered(case, UserRole.IMPORT_SUPPLIER, device)
        for device in case.world.devices.values()
    )


def exemption(case: Case, in_force: Exemptions) -> Clause | None:
    """The paragraph of 6.2 that disapplies 6.1(f) for this request, if one does."""
    return next((paragraph for paragraph in in_force if paragraph(case)), None)


CLAUSE_6_2: Exemptions = (
    import_supplier_joins_gas_smart_meter,
    import_supplier_restores_gpf_device_log,
    sent_as_other_user,
)
CLAUSE_6_2_AS_MODIFIED: Exemptions = (*CLAUSE_6_2, network_operator_updates_smets1_credentials)
