"""Builds that take SRPD 6.2(d), the paragraph of SECMP0107, for the wrong requests: too many, or too few."""

from rulebook.case import Case
from rulebook.readings.scope import places_network_operator_certificates, same_fuel
from rulebook.vocabulary import NETWORK_OPERATORS, DeviceType
from sut_adapters.breaches import against, beyond, short_of
from sut_adapters.faulty.fault import Fault
from sut_adapters.faulty.parts import at_an_s1sp, at_the_dsp, exempting, is_update, worded


def of_an_operator(case: Case) -> bool:
    """Any request of a Network Operator for a SMETS1 device."""
    return case.targets_smets1 and not case.acting_roles.isdisjoint(NETWORK_OPERATORS)


def update_of_an_operator(case: Case) -> bool:
    """6.2(d) to the letter, whatever is ruled on its scope."""
    return of_an_operator(case) and is_update(case)


def about_credentials(case: Case) -> bool:
    """A request of a Network Operator about credentials, to replace them or to read them."""
    return of_an_operator(case) and case.variant.variant.startswith(("6.15.", "6.24."))


def updating_credentials(case: Case) -> bool:
    """Any request of a Network Operator to update credentials, its own or a device's."""
    return of_an_operator(case) and case.variant.variant.startswith("6.15.")


def critical(case: Case) -> bool:
    """Any Critical request of a Network Operator, or one to update credentials."""
    return of_an_operator(case) and (case.variant.critical or case.variant.variant.startswith("6.15."))


FAULTS = (
    Fault(
        "exemption-for-every-request",
        (
            beyond("srpd-6.2.d", "variant"),
            beyond("fia-4.1.dsp", "variant"),
            beyond("fia-3.3.1", "variant"),
            beyond("srpd-6.1.f", "registered-party"),
            short_of("fia-4.2.1.other-srvs", "other"),
            beyond("fia-4.2.1.codes", "variant"),
            beyond("fia-4.2.1.disable", "variant"),
            beyond("fia-4.6.1", "variant"),
        ),
        "The check was taken away for Network Operators, and nobody asked for which requests.",
        exempting(of_an_operator),
    ),
    Fault(
        "exemption-for-reading-credentials-too",
        (beyond("srpd-6.2.d", "variant"), beyond("fia-4.5.1", "variant")),
        "The requests about credentials are one family in the code, and 6.24.1 was exempted with 6.15.1.",
        exempting(about_credentials),
    ),
    Fault(
        "exemption-for-both-updates-of-credentials",
        (beyond("srpd-6.2.d", "variant"),),
        "6.15.1 was written as 6.15, which 6.15.2 is as well.",
        exempting(updating_credentials),
        rulings={"O3.dsp": "registration-first"},
    ),
    Fault(
        "exemption-for-critical-requests",
        (beyond("srpd-6.2.d", "variant"),),
        "6.15.1 was exempted as a Critical request, as SMETS2 does it, and 6.15.2 came along.",
        exempting(critical),
        rulings={"O3.dsp": "registration-first"},
    ),
    Fault(
        "exemption-for-esmes-only",
        (short_of("srpd-6.2.d", "generation"), short_of("fia-4.2.1.disable")),
        "FIA 3.4 limits the impact to ESMEs, and so did the developer.",
        exempting(lambda case: worded(case) and case.device is not None and case.device.device_type is DeviceType.ESME),
    ),
    Fault(
        "exemption-whatever-the-slots-at-the-dsp",
        (beyond("fia-4.5.1", "network-operator-certificate"),),
        "The DSP reads who sends the request and does not read whose certificates it replaces.",
        exempting(lambda case: update_of_an_operator(case) if at_the_dsp(case) else worded(case)),
        rulings={"O1.dsp": "network-operator-certificates"},
    ),
    Fault(
        "exemption-whatever-the-slots-at-the-s1sps",
        (
            beyond("fia-4.6.1", "network-operator-certificate"),
            beyond("fia-4.2.1.codes", "network-operator-certificate"),
        ),
        "The S1SPs read who sends the request and do not read whose certificates it replaces.",
        exempting(lambda case: update_of_an_operator(case) if at_an_s1sp(case) else worded(case)),
        rulings={"O1.s1sp": "network-operator-certificates"},
    ),
    Fault(
        "exemption-by-the-slots-at-the-dsp",
        (against("fia-4.5.1"),),
        "The DSP was built from FIA 4.5.1, which limits the exemption to one kind of certificate.",
        exempting(lambda case: worded(case) and (places_network_operator_certificates(case) or at_an_s1sp(case))),
        rulings={"O1.dsp": "as-worded"},
    ),
    Fault(
        "exemption-by-the-slots-at-the-s1sps",
        (against("fia-4.6.1"),),
        "The S1SPs were built from FIA 4.6.1, which limits the exemption to one kind of certificate.",
        exempting(lambda case: worded(case) and (places_network_operator_certificates(case) or at_the_dsp(case))),
        rulings={"O1.s1sp": "as-worded"},
    ),
    Fault(
        "exemption-by-the-slots-whoever-sends",
        (short_of("fia-4.1.other-users", "supplier"), against("fia-4.5.1")),
        "FIA 1 was built: whatever targets Network Operator certificates is exempt, whoever sends it.",
        exempting(lambda case: case.targets_smets1 and is_update(case) and places_network_operator_certificates(case)),
        rulings={"O1.dsp": "as-worded"},
    ),
    Fault(
        "exemption-for-the-devices-own-fuel",
        (against("srpd-6.2.d"),),
        "The role was derived from the device, so that a Distributor's certificate in a GPF is stuck there for good.",
        exempting(lambda case: worded(case) and same_fuel(case)),
        rulings={"O2": "no-fuel-limit"},
    ),
)
