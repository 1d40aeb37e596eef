"""Builds in which the change reaches SMETS2, or SMETS2's own ways reach too far (FIA 3.1, 3.2, 4.1)."""

from dataclasses import replace

from rulebook.case import Case
from rulebook.model import RIGHT, Build
from rulebook.model.build import CheckFunction, Hearing
from rulebook.model.findings import Finding
from rulebook.model.registration import in_force, paragraph_in_force, registration_check
from rulebook.readings.registration_check import CLAUSE_6_2
from rulebook.vocabulary import NETWORK_OPERATORS, Check, Generation
from sut_adapters.breaches import beyond, short_of
from sut_adapters.faulty.fault import Fault
from sut_adapters.faulty.parts import exempting, found, instead, is_update, paragraph


def dsp_checking(check: CheckFunction) -> Build:
    """A build whose DSP makes the registration check in another way."""
    return replace(RIGHT, dsp_order=instead(RIGHT.dsp_order, registration_check, check))


def on_smets2(case: Hearing) -> bool:
    """Sent to a SMETS2 device."""
    return case.device is not None and case.device.generation is Generation.SMETS2


def check_made(case: Hearing) -> Finding | None:
    """The check of 6.1(f), made of Critical requests to SMETS2 as well."""
    if not on_smets2(case) or not case.variant.critical:
        return registration_check(case)
    return found(case, Check.REGISTRATION, "srpd-6.1.f", case.build.registered(case))


def check_made_from_secmp0107(case: Hearing) -> Finding | None:
    """The same, once the change is in force."""
    return check_made(case) if in_force(case) else registration_check(case)


def check_made_until_secmp0107(case: Hearing) -> Finding | None:
    """The same, as long as the change is not in force."""
    return registration_check(case) if in_force(case) else check_made(case)


def no_check_on_smets2(case: Hearing) -> Finding | None:
    """The check, not made of any request to a SMETS2 device."""
    return None if on_smets2(case) else registration_check(case)


def no_check_of_critical_requests(case: Hearing) -> Finding | None:
    """The check, not made of any Critical request."""
    return None if case.variant.critical else registration_check(case)


def paragraphs_first(case: Hearing) -> Finding | None:
    """The paragraphs of 6.2 before the question whether there is anything for them to lift."""
    lifted_by = paragraph_in_force(case)
    return found(case, Check.REGISTRATION, lifted_by.id, True) if lifted_by else registration_check(case)


def whichever_generation(case: Case) -> bool:
    """Paragraph (d) without its first words."""
    return is_update(case) and not case.acting_roles.isdisjoint(NETWORK_OPERATORS)


FAULTS = (
    Fault(
        "exemption-for-smets2-as-well",
        (beyond("srpd-6.2.d", "generation"), beyond("fia-4.5.1", "generation")),
        "The generation of the device is not asked, and the audit trail says 6.2(d) where there was nothing to lift.",
        replace(
            dsp_checking(paragraphs_first),
            clause_6_2_as_modified=(*CLAUSE_6_2, paragraph("d", whichever_generation)),
        ),
    ),
    Fault(
        "exemption-for-smets2-instead",
        (short_of("srpd-6.2.d", "generation"), beyond("fia-4.1.smets2", "generation")),
        "The condition on the generation was taken the wrong way round, which no test on SMETS2 shows.",
        exempting(lambda case: whichever_generation(case) and not case.targets_smets1),
    ),
    Fault(
        "smets2-registration-check-from-secmp0107",
        (short_of("fia-4.1.smets2", "generation"), beyond("srpd-6.2.d", "generation")),
        "The new access control makes the check of whatever 6.2 does not name, SMETS2 Critical requests included.",
        dsp_checking(check_made_from_secmp0107),
    ),
    Fault(
        "smets2-registration-check",
        (
            short_of("fia-3.1.smets2"),
            short_of("fia-3.2.smets2"),
            beyond("fia-3.1.smets1", "generation"),
            beyond("fia-4.1.other-users", "smets1-update"),
        ),
        "The DSP makes the check of every request, whatever the generation.",
        dsp_checking(check_made),
    ),
    Fault(
        "smets2-behind-the-switch",
        (beyond("fia-4.1.switch", "all-s1sps"), short_of("fia-4.1.smets2", "generation")),
        "What SMETS2 Critical requests were always spared was put behind the switch with the rest.",
        dsp_checking(check_made_until_secmp0107),
    ),
    Fault(
        "smets2-without-registration-check",
        (
            beyond("fia-3.1.smets2", "critical"),
            beyond("fia-3.2.smets2", "critical"),
            short_of("fia-4.1.smets2", "generation"),
        ),
        "No request to a SMETS2 device has its registration checked, Critical or not.",
        dsp_checking(no_check_on_smets2),
    ),
    Fault(
        "critical-without-registration-check",
        (
            beyond("fia-3.1.smets2", "generation"),
            beyond("fia-3.2.smets2", "generation"),
            short_of("fia-3.1.smets1", "generation"),
        ),
        "Critical requests have no registration check on SMETS2, and the DSP makes none on SMETS1 either.",
        dsp_checking(no_check_of_critical_requests),
    ),
    Fault(
        "smets2-device-takes-any-certificate",
        (
            beyond("fia-3.1.smets2", "owner"),
            beyond("fia-3.2.smets2", "certificates"),
            short_of("fia-4.1.smets2", "generation"),
        ),
        "The Device carries out what the DSP sends, whoever signed it.",
        replace(RIGHT, device_order=()),
    ),
)
