"""Builds that take SRPD 6.2(d), the paragraph of SECMP0107, for the wrong senders: too many, or too few."""

from dataclasses import replace

from rulebook.case import Case
from rulebook.model import RIGHT
from rulebook.readings.registered_party import relevant_meter_points
from rulebook.readings.registration_check import CLAUSE_6_2
from rulebook.vocabulary import NETWORK_OPERATORS, UserRole
from sut_adapters.breaches import against, beyond, short_of
from sut_adapters.faulty.fault import Fault
from sut_adapters.faulty.parts import Predicate, exempting, holds_a_slot, is_update, worded


def sent_as(*roles: UserRole) -> Predicate:
    """A 6.15.1 for a SMETS1 device, sent in one of these roles."""
    return lambda case: case.targets_smets1 and is_update(case) and not case.acting_roles.isdisjoint(roles)


def never_registered(case: Case) -> bool:
    """As worded, of a sender whom the Registration Data has never named for the device."""
    return worded(case) and not any(_is_known(case, role) for role in case.acting_roles)


def already_in_the_slot(case: Case) -> bool:
    """As worded, of a sender whose certificate is stored."""
    return worded(case) and holds_a_slot(case)


def _is_known(case: Case, role: UserRole) -> bool:
    points = relevant_meter_points(role, case.device, case.rulings) if case.device else frozenset()
    return any(known.meter_point in points and known.user_id == case.request.sender for known in case.registrations)


FAULTS = (
    Fault(
        "exemption-missing",
        (
            short_of("srpd-6.2.d"),
            short_of("fia-3.3.1"),
            short_of("fia-4.5.1"),
            short_of("fia-4.6.1"),
            beyond("fia-4.1.other-users", "supplier"),
            beyond("fia-4.1.other-users", "other-user-types"),
            beyond("fia-4.2.1.other-srvs", "other"),
        ),
        "The switch was built and the paragraph that it switches on was not.",
        replace(RIGHT, clause_6_2_as_modified=CLAUSE_6_2),
    ),
    Fault(
        "exemption-for-distributors-only",
        (short_of("srpd-6.2.d", "role"), short_of("fia-4.2.1.codes", "network-operator")),
        "The problem was reported for ESMEs, and the Gas Transporters were forgotten.",
        exempting(sent_as(UserRole.ELECTRICITY_DISTRIBUTOR)),
    ),
    Fault(
        "exemption-for-transporters-only",
        (short_of("srpd-6.2.d", "role"), short_of("fia-4.1.dsp", "sender")),
        "Most of the wrong certificates are on GPFs, and the change was built for gas alone.",
        exempting(sent_as(UserRole.GAS_TRANSPORTER)),
    ),
    Fault(
        "exemption-for-import-suppliers-too",
        (
            beyond("srpd-6.2.d", "role"),
            beyond("fia-4.1.dsp", "sender"),
            short_of("fia-4.1.other-users", "supplier"),
        ),
        "The role was tested as 'a role for electricity', which Import Suppliers have as well.",
        exempting(sent_as(*NETWORK_OPERATORS, UserRole.IMPORT_SUPPLIER)),
    ),
    Fault(
        "exemption-for-gas-suppliers-too",
        (beyond("srpd-6.2.d", "role"), beyond("fia-4.5.1", "sender")),
        "The role was tested as 'a role for gas', which Gas Suppliers have as well.",
        exempting(sent_as(*NETWORK_OPERATORS, UserRole.GAS_SUPPLIER)),
    ),
    Fault(
        "exemption-for-every-sender",
        (
            beyond("srpd-6.2.d", "role"),
            short_of("fia-4.2.1.supplier", "sender"),
            short_of("fia-5.2.negative", "supplier"),
            beyond("fia-4.2.1.codes", "network-operator"),
            beyond("fia-4.2.1.disable", "network-operator"),
            beyond("fia-4.6.1", "sender"),
        ),
        "FIA 3.3.1 was built as it reads by itself: no registration check for 6.15.1, whoever sends it.",
        exempting(sent_as(*UserRole)),
        rulings={"O1.dsp": "as-worded", "O1.s1sp": "as-worded"},
    ),
    Fault(
        "exemption-for-export-suppliers-too",
        (against("srpd-6.1.f"),),
        "Every Supplier of electricity was let in with the Distributors, ahead of the question what a role may send.",
        exempting(sent_as(*NETWORK_OPERATORS, UserRole.EXPORT_SUPPLIER)),
        rulings={"O3.dsp": "registration-first"},
    ),
    Fault(
        "exemption-for-agents-too",
        (against("srpd-6.1.f"),),
        "Agents of the registered party were let in with it, ahead of the question what a role may send.",
        exempting(sent_as(*NETWORK_OPERATORS, UserRole.REGISTERED_SUPPLIER_AGENT)),
        rulings={"O3.dsp": "registration-first"},
    ),
    Fault(
        "exemption-for-holders-only",
        (short_of("srpd-6.2.d", "role"),),
        "The DSP was given a copy of the slots, and exempts only the operator whose certificate it finds there.",
        exempting(already_in_the_slot),
    ),
    Fault(
        "exemption-for-strangers-only",
        (short_of("srpd-6.2.d", "role"),),
        "A sender that the Registration Data knows, if only from the past, goes down the old path.",
        exempting(never_registered),
    ),
)
