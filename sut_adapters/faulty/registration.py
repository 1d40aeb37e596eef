"""Builds that make the registration check of SRPD 6.1(f) wrongly."""

from dataclasses import replace
from datetime import timedelta

from rulebook.case import Case
from rulebook.model import RIGHT, Build
from rulebook.model.build import Hearing
from rulebook.model.findings import Finding
from rulebook.model.registration import registration_check
from rulebook.readings.registered_party import is_registered
from rulebook.readings.registration_check import sender_is_the_registered_party as by_the_register
from rulebook.vocabulary import Check, UserRole
from sut_adapters.breaches import against, beyond, short_of
from sut_adapters.faulty.fault import Fault
from sut_adapters.faulty.parts import Predicate, found, holds_a_slot, instead


def taking_for_registered(holds: Predicate) -> Build:
    """A build that takes others for the registered party, at the DSP and at the S1SPs."""
    return replace(RIGHT, registered=holds)


def on_another_day(days: int) -> Predicate:
    """By the register as it stands this many days from today."""
    return lambda case: by_the_register(replace(case, world=replace(case.world, now=case.world.now + timedelta(days))))


def whatever_the_day(case: Case) -> bool:
    """By every entry of the register, past and to come."""
    known = tuple(replace(one, start=case.world.now.date(), end=None) for one in case.world.registrations)
    return by_the_register(replace(case, world=replace(case.world, registrations=known)))


def whatever_the_role(case: Case) -> bool:
    """By every entry that names the sender, in whichever User Role."""
    return case.device is not None and any(is_registered(case, role, case.device) for role in UserRole)


def anywhere_in_the_home(case: Case) -> bool:
    """By the entries for every device on the same Communications Hub Function."""
    here = case.device.hub if case.device else ""
    home = [device for device in case.world.devices.values() if device.hub == here]
    return any(is_registered(case, role, device) for device in home for role in case.acting_roles)


def in_its_first_role(case: Case) -> bool:
    """By the entries in the first of the sender's User Roles alone."""
    return case.device is not None and is_registered(case, max(case.acting_roles), case.device)


def by_register_or_slot(case: Case) -> bool:
    """By the register, or by the slots."""
    return by_the_register(case) or holds_a_slot(case)


def check_of_every_request(case: Hearing) -> Finding | None:
    """The check, made of requests as well that are addressed to no Device."""
    if not case.variant.non_device:
        return registration_check(case)
    return found(case, Check.REGISTRATION, by_the_register.id, case.build.registered(case))


FAULTS = (
    Fault(
        "registered-as-of-yesterday",
        (beyond("srpd-6.1.f", "effective-date"),),
        "The register is loaded overnight, and by day the check reads yesterday's.",
        taking_for_registered(on_another_day(-1)),
    ),
    Fault(
        "registered-as-of-tomorrow",
        (beyond("srpd-6.1.f", "effective-date"),),
        "The changes of the coming night are in force as soon as they are loaded.",
        taking_for_registered(on_another_day(1)),
    ),
    Fault(
        "registered-on-any-day",
        (beyond("srpd-6.1.f", "effective-date"),),
        "The dates of a registration are stored and never read.",
        taking_for_registered(whatever_the_day),
    ),
    Fault(
        "registered-in-any-role",
        (beyond("srpd-6.1.f", "role"),),
        "A sender counts as registered if its name stands by the meter point at all.",
        taking_for_registered(whatever_the_role),
    ),
    Fault(
        "registered-in-the-first-role-only",
        (against("srpd-6.1.f"),),
        "A User ID has one role in the table of Users, the first that it was given.",
        taking_for_registered(in_its_first_role),
    ),
    Fault(
        "registered-for-another-device",
        (beyond("srpd-6.1.f", "meter-point"),),
        "The meter points are looked up by the home and not by the device.",
        taking_for_registered(anywhere_in_the_home),
    ),
    Fault(
        "holder-taken-for-registered",
        (beyond("srpd-6.1.f", "registered-party"),),
        "Whoever's certificate a device holds is taken for its registered party, for whatever request.",
        taking_for_registered(by_register_or_slot),
    ),
    Fault(
        "registration-check-inverted",
        (
            short_of("srpd-6.1.f", "registered-party"),
            beyond("srpd-6.1.f", "registered-party"),
            beyond("fia-3.2.1", "registration"),
            beyond("fia-3.2.2", "registration"),
            beyond("fia-3.2.deadlock", "holder"),
        ),
        "Two negations met in one condition, and one was taken out.",
        taking_for_registered(lambda case: not by_the_register(case)),
    ),
    Fault(
        "registration-check-of-every-request",
        (beyond("srpd-6.1.f", "device-request"),),
        "The check runs before anybody asks whether the request is addressed to a Device.",
        replace(RIGHT, dsp_order=instead(RIGHT.dsp_order, registration_check, check_of_every_request)),
    ),
)
