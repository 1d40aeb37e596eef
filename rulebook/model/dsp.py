"""The DSP: its checks on an incoming Service Request, in order."""

from dataclasses import replace

from rulebook.case import Case
from rulebook.model.build import CheckFunction, Hearing, Order
from rulebook.model.checks import examine, finding
from rulebook.model.findings import Acknowledgement, Finding
from rulebook.model.registration import paragraph_in_force, registration_check
from rulebook.vocabulary import (
    NETWORK_OPERATORS,
    Check,
    Component,
    DeviceStatus,
    DeviceType,
    Quarantined,
    RemotePartyRole,
    UserStatus,
    Variant,
)

LIVE = frozenset(
    {
        DeviceStatus.INSTALLED_NOT_COMMISSIONED,
        DeviceStatus.COMMISSIONED,
        DeviceStatus.SUSPENDED,
        DeviceStatus.RECOVERY,
        DeviceStatus.RECOVERED,
    }
)


def user_status(case: Hearing) -> Finding | None:
    """A suspended User sends nothing."""
    active = case.sender.status is UserStatus.ACTIVE or _lifted_as_well(case)
    return finding(case, Check.USER_STATUS, "duis-e3", active, f"the sender is {case.sender.status}")


def user_role(case: Case) -> Finding | None:
    """The DUIS request matrix says who may send what; where it prints no role, nothing is known and nothing refused."""
    if case.variant.roles is None:
        return None
    eligible = bool(case.variant.roles & case.sender.roles)
    roles = " and ".join(sorted(case.sender.roles))
    may = "may" if eligible else "may not"
    return finding(case, Check.USER_ROLE, "duis-e2", eligible, f"the role of {roles} {may} send {case.variant.variant}")


def device_existence(case: Case) -> Finding | None:
    """The target of a request to a device stands in the Smart Metering Inventory."""
    if case.variant.non_device:
        return None
    known = case.device is not None
    because = "the inventory holds the device" if known else "the inventory does not hold the device"
    return finding(case, Check.DEVICE_EXISTENCE, "duis-e19", known, because)


def device_status(case: Hearing) -> Finding | None:
    """Which statuses admit a request is open question O29; a decommissioned device admits none."""
    if case.variant.non_device or case.device is None:
        return None
    admitted = LIVE if case.rulings.reading("O29") == "live-statuses" else frozenset({DeviceStatus.COMMISSIONED})
    holds = case.device.status in admitted or _lifted_as_well(case)
    return finding(case, Check.DEVICE_STATUS, "duis-e5", holds, f"the device is {case.device.status}")


def device_type(case: Case) -> Finding | None:
    """A request that does not fit the type of its Device is turned away."""
    return None if _asks_the_device_type_first(case) else _misfit(case)


def device_type_first(case: Case) -> Finding | None:
    """Whether that is asked before anybody asks who sent the request is open question O3.device-type."""
    return _misfit(case) if _asks_the_device_type_first(case) else None


def command_variant(case: Case) -> Finding | None:
    """Which Command Variant a Critical request to a SMETS1 device carries is open question O9."""
    if case.request.command_variant is None or not case.targets_smets1 or not case.variant.critical:
        return None
    expected = 1 if case.rulings.reading("O9") == "send-command" else 4
    holds = case.request.command_variant == expected
    because = f"the request carries Command Variant {case.request.command_variant}, {expected} is expected"
    return finding(case, Check.COMMAND_VARIANT, "O9", holds, because)


def consistent_role(case: Case) -> Finding | None:
    """Whether the DSP turns away a supplier that names the Network Operator slots is open question O8."""
    names_operator = case.request.role is RemotePartyRole.NETWORK_OPERATOR
    is_update = case.request.variant == Variant.UPDATE_SECURITY_CREDENTIALS_KRP
    if not is_update or not names_operator or case.acting_roles & NETWORK_OPERATORS or not case.targets_smets1:
        return None
    if case.rulings.reading("O8") != "inconsistent-role":
        return None
    return finding(case, Check.UNATTESTED, "O8", False, "the role of the replaced party is not the sender's")


OF_THE_DEVICE: tuple[CheckFunction, ...] = (
    device_existence,
    device_status,
    device_type_first,
    command_variant,
)
ORDER: Order = {
    "role-first": (user_status, user_role, *OF_THE_DEVICE, registration_check, device_type, consistent_role),
    "registration-first": (user_status, *OF_THE_DEVICE, registration_check, device_type, user_role, consistent_role),
}
"""The documents do not order these checks (open question O3.dsp)."""


def receive(case: Hearing) -> Acknowledgement:
    """What the DSP makes of a request: a refusal, a quarantine, or no outcome yet."""
    trail = examine(case, case.build.dsp_order[case.rulings.reading("O3.dsp")])
    if trail and not trail[-1].holds:
        return Acknowledgement(case.world, case.build.refusal(Component.DSP, trail[-1].check), trail)
    return _anomaly_detection(case, trail)


def names_network_operator_slot_of_gsme(case: Case) -> bool:
    """A 6.15.1 that names the Network Operator slots of a SMETS1 GSME."""
    return (
        case.targets_smets1
        and case.device is not None
        and case.device.device_type is DeviceType.GSME
        and case.request.variant == Variant.UPDATE_SECURITY_CREDENTIALS_KRP
        and case.request.role is RemotePartyRole.NETWORK_OPERATOR
    )


def _asks_the_device_type_first(case: Case) -> bool:
    return case.rulings.reading("O3.device-type") == "device-type-first"


def _misfit(case: Case) -> Finding | None:
    """A GSME's Network Operator slot, if it is taken to have none (O19), or what only another Device can do."""
    if names_network_operator_slot_of_gsme(case) and case.rulings.reading("O19") == "refused-as-device-type":
        return finding(case, Check.DEVICE_TYPE, "O19", False, "a GSME is taken to have no Network Operator slot")
    if case.device is None:
        return None
    of_a_proxy = case.request.variant == Variant.RESTORE_GPF_DEVICE_LOG
    with_itself = case.other_device == case.device
    if not with_itself and (not of_a_proxy or case.device.device_type is DeviceType.GPF):
        return None
    return finding(case, Check.DEVICE_TYPE, "duis-e11", False, f"the target is a {case.device.device_type}")


def _anomaly_detection(case: Case, trail: tuple[Finding, ...]) -> Acknowledgement:
    left = case.sender.critical_requests_left
    if left is None or not case.variant.critical:
        return Acknowledgement(case.world, None, trail)
    if left == 0:
        return Acknowledgement(case.world, Quarantined("the sender's anomaly threshold"), trail)
    one_fewer = replace(case.sender, critical_requests_left=left - 1)
    return Acknowledgement(case.world.with_user(one_fewer), None, trail)


def _lifted_as_well(case: Hearing) -> bool:
    if case.rulings.reading("O18") != "lifted-as-well" or case.device is None:
        return False
    return paragraph_in_force(case) is not None
