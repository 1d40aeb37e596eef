"""Builds in which an exemption lifts more than the registration check, or another check of the DSP goes wrong."""

from dataclasses import replace

from rulebook.model import RIGHT, Build
from rulebook.model.build import CheckFunction, Hearing
from rulebook.model.dsp import command_variant, device_existence, device_status, device_type, user_role, user_status
from rulebook.model.findings import Finding
from rulebook.model.registration import paragraph_in_force
from rulebook.vocabulary import Check, DeviceStatus
from sut_adapters.breaches import against, beyond, short_of
from sut_adapters.faulty import conducts
from sut_adapters.faulty.fault import Fault
from sut_adapters.faulty.parts import instead, is_update, left_out
from sut_adapters.faulty.systems import NoQuarantine, QuarantineForRefusal


def unless_exempt(check: CheckFunction) -> CheckFunction:
    """The check, not made where a paragraph of 6.2 holds."""

    def made(case: Hearing) -> Finding | None:
        exempt = case.device is not None and paragraph_in_force(case) is not None
        return None if exempt else check(case)

    return made


def exempting_from(*checks: CheckFunction) -> Build:
    """A build whose exemptions lift these checks as well."""
    order = RIGHT.dsp_order
    for check in checks:
        order = instead(order, check, unless_exempt(check))
    return replace(RIGHT, dsp_order=order)


def role_check_without_updates(case: Hearing) -> Finding | None:
    """What a role may send is not asked of a 6.15.1."""
    return None if is_update(case) else user_role(case)


def unknown_is_unregistered(case: Hearing) -> Finding | None:
    """A device that the inventory does not hold, refused at the registration check."""
    existence = device_existence(case)
    return existence and replace(existence, check=Check.REGISTRATION)


def unless_suspended(case: Hearing) -> Finding | None:
    """The device's status, not asked of a suspended one."""
    suspended = case.device is not None and case.device.status is DeviceStatus.SUSPENDED
    return None if suspended else device_status(case)


FAULTS = (
    Fault(
        "exemption-lifts-the-user-status-check",
        (beyond("srpd-6.2", "that-step-only"),),
        "The exempt request takes a short way past the whole access control, and a suspended User with it.",
        exempting_from(user_status),
    ),
    Fault(
        "exemption-lifts-the-device-status-check",
        (beyond("srpd-6.2", "that-step-only"),),
        "Device and registration are looked up together, and an exempt request skips both.",
        exempting_from(device_status),
    ),
    Fault(
        "exemption-lifts-the-user-role-check",
        (beyond("srpd-6.2", "that-step-only"),),
        "Role and registration are checked together, and an exempt request skips both.",
        exempting_from(user_role),
    ),
    Fault(
        "role-check-lifted-with-the-registration-check",
        (
            short_of("fia-4.1.other-users", "other-user-types"),
            short_of("fia-5.2.negative", "other-role"),
        ),
        "With 6.15.1 taken out of access control, nobody asks any more which User Role may send it.",
        replace(RIGHT, dsp_order=instead(RIGHT.dsp_order, user_role, role_check_without_updates)),
    ),
    Fault(
        "quarantine-taken-for-a-refusal",
        (beyond("srpd-6.2", "that-step-only"),),
        "A request that anomaly detection holds back is answered as if the sender were suspended.",
        system=QuarantineForRefusal,
        conduct=conducts.QUARANTINE_FOR_REFUSAL,
    ),
    Fault(
        "exempt-requests-not-counted",
        (beyond("srpd-6.2", "that-step-only"),),
        "Anomaly detection counts what has passed the registration check, and so it counts nothing.",
        system=NoQuarantine,
        conduct=conducts.NO_QUARANTINE,
    ),
    Fault(
        "unknown-device-taken-for-unregistered",
        (beyond("srpd-6.2", "that-step-only"),),
        "A device that the inventory does not hold has no meter point, for which nobody is registered.",
        replace(RIGHT, dsp_order=instead(RIGHT.dsp_order, device_existence, unknown_is_unregistered)),
    ),
    Fault(
        "registration-asked-before-the-role",
        (against("srpd-6.1.f"),),
        "The DSP looks into the register before it asks what the User Role may send at all.",
        replace(RIGHT, dsp_order=dict.fromkeys(RIGHT.dsp_order, RIGHT.dsp_order["registration-first"])),
        rulings={"O3.dsp": "role-first"},
    ),
    Fault(
        "ownership-asked-before-the-registration",
        (against("fia-3.2.3"),),
        "The S1SP reads its own database first, and looks into the register only for what it finds there.",
        replace(RIGHT, s1sp_order=dict.fromkeys(RIGHT.s1sp_order, RIGHT.s1sp_order["ownership-first"])),
        rulings={"O3.s1sp": "rdp-first"},
    ),
    Fault(
        "gsme-taken-for-a-gpf",
        (against("srpd-6.2.d"),),
        "The S1SP keeps certificates by the MPRN, and a GSME has the same one as its proxy.",
        replace(RIGHT, dsp_order=instead(RIGHT.dsp_order, device_type, left_out)),
        rulings={"O19": "refused-as-device-type"},
    ),
    Fault(
        "suspended-device-served",
        (against("srpd-6.2.d"),),
        "A device counts as in service until it is decommissioned.",
        replace(RIGHT, dsp_order=instead(RIGHT.dsp_order, device_status, unless_suspended)),
        rulings={"O29": "commissioned-only"},
    ),
    Fault(
        "command-variant-not-checked",
        (against("fia-3.3.1"),),
        "A request for a SMETS1 device is forwarded under whatever Command Variant it carries.",
        replace(RIGHT, dsp_order=instead(RIGHT.dsp_order, command_variant, left_out)),
        rulings={"O9": "send-command"},
    ),
)
