"""The registration check as a component makes it: SRPD 6.1(f) and 16.1, subject to 6.2."""

from rulebook.case import Case
from rulebook.model.build import Hearing
from rulebook.model.checks import finding
from rulebook.model.findings import Finding
from rulebook.readings.clause import Clause
from rulebook.readings.registration_check import exemption, sender_is_the_registered_party
from rulebook.vocabulary import NETWORK_OPERATORS, Check, Component, Generation, Variant


def registration_check(case: Hearing) -> Finding | None:
    """The finding under 6.1(f), or under the paragraph that lifts it; None where the step has no object."""
    if case.variant.non_device or case.device is None:
        return None
    if _lagging_s1sp_refuses_every_operator(case):
        return finding(case, Check.REGISTRATION, "fia-5.2.lagging-s1sp", False, "O26 is read as every operator")
    lifted_by = paragraph_in_force(case)
    if lifted_by is not None:
        return _found(case, lifted_by.id, "the step of 6.1(f) does not apply")
    if case.device.generation is Generation.SMETS2 and case.variant.critical:
        return _found(case, "fia-3.1.smets2", "a Critical request to a SMETS2 device has no registration check")
    if case.build.registered(case):
        return _found(case, sender_is_the_registered_party.id, "the sender is the registered party for the device")
    return finding(
        case,
        Check.REGISTRATION,
        sender_is_the_registered_party.id,
        False,
        "the sender is not the registered party for the device, and no paragraph of 6.2 in force lifts the step",
    )


def paragraph_in_force(case: Hearing) -> Clause | None:
    """The paragraph of 6.2 that lifts the registration check for this case, of those in force at the component."""
    build = case.build
    return exemption(case, build.clause_6_2_as_modified if build.in_force(case) else build.clause_6_2)


def in_force(case: Case) -> bool:
    """Whether the component has SECMP0107 in force."""
    return case.release.in_force_at(case.component)


def _lagging_s1sp_refuses_every_operator(case: Case) -> bool:
    return (
        case.rulings.reading("O26") == "every-operator"
        and case.component.is_s1sp
        and case.release.in_force_at(Component.DSP)
        and not case.release.in_force_at(case.component)
        and case.request.variant == Variant.UPDATE_SECURITY_CREDENTIALS_KRP
        and bool(case.acting_roles & NETWORK_OPERATORS)
    )


def _found(case: Case, clause: str, because: str) -> Finding:
    return finding(case, Check.REGISTRATION, clause, True, because)
