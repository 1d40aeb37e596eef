"""Builds in which the DSP and the S1SPs do not each answer for themselves (SRPD 16.1)."""

from dataclasses import replace

from rulebook.case import Case
from rulebook.model import RIGHT, Build
from rulebook.readings.registration_check import sender_is_the_registered_party as by_the_register
from rulebook.vocabulary import NETWORK_OPERATORS, S1SPS, Component
from sut_adapters.breaches import beyond, short_of
from sut_adapters.faulty.fault import Fault
from sut_adapters.faulty.parts import Predicate, anything, at_an_s1sp, at_the_dsp, exempting, is_update, worded


def exempting_except(place: Predicate) -> Build:
    """Paragraph (d) was not built in one place."""
    return exempting(lambda case: worded(case) and not place(case))


def unchecked(place: Predicate) -> Build:
    """In one place everybody counts as registered."""
    return replace(RIGHT, registered=lambda case: place(case) or by_the_register(case))


def operator_at_a_lagging_s1sp(case: Case) -> bool:
    """A Network Operator's 6.15.1, at an S1SP without the change behind a DSP that has it."""
    lags = case.component.is_s1sp and case.release.dsp and not case.release.in_force_at(case.component)
    return lags and is_update(case) and not case.acting_roles.isdisjoint(NETWORK_OPERATORS)


def missing_at(s1sp: Component) -> Fault:
    """One S1SP lags, and says that it does not."""
    return Fault(
        f"exemption-missing-at-{s1sp.lower()}",
        (
            short_of("fia-4.2.1.disable", "all-three"),
            short_of("fia-5.1.1", "aligned"),
            short_of("fia-5.2.script", "each-s1sp"),
        ),
        f"{s1sp} reports the change as deployed, and has not deployed it.",
        exempting_except(lambda case: case.component is s1sp),
    )


FAULTS = (
    Fault(
        "exemption-missing-at-the-dsp",
        (
            short_of("fia-4.1.dsp"),
            short_of("fia-3.3.1", "dsp"),
            short_of("fia-4.5.1"),
            beyond("fia-5.2.negative", "supplier"),
            beyond("fia-5.2.negative", "other-role"),
        ),
        "The S1SPs were changed and the DSP was not, whatever its switch says.",
        exempting_except(at_the_dsp),
    ),
    Fault(
        "exemption-missing-at-the-s1sps",
        (
            short_of("fia-4.2.1.disable"),
            short_of("fia-3.3.1", "s1sp"),
            short_of("fia-4.6.1"),
            short_of("fia-4.2.1.codes", "disabled"),
            beyond("fia-4.2.1.supplier", "sender"),
            beyond("fia-4.1.lagging-s1sp", "uncoordinated"),
            beyond("mp107-r1", "uncoordinated"),
        ),
        "The DSP was changed and the S1SPs were not, whatever they report.",
        exempting_except(at_an_s1sp),
    ),
    *map(missing_at, S1SPS),
    Fault(
        "lagging-s1sp-refuses-every-operator",
        (beyond("fia-3.1.smets1", "not-the-owner"),),
        "FIA 5.2 was built as it reads by itself: an S1SP without the change refuses every Network Operator.",
        replace(RIGHT, registered=lambda case: by_the_register(case) and not operator_at_a_lagging_s1sp(case)),
    ),
    Fault(
        "registration-check-dropped",
        (
            beyond("srpd-6.1.f", "registered-party"),
            short_of("fia-3.1.smets1", "not-the-owner"),
            short_of("fia-3.2.deadlock", "holder"),
        ),
        "To let the holder pass, the check was taken out, for everybody.",
        unchecked(anything),
    ),
    Fault(
        "registration-check-dropped-at-the-dsp",
        (
            short_of("srpd-16.1", "dsp"),
            short_of("fia-3.2.1", "registration"),
            beyond("fia-3.3.1", "dsp"),
            beyond("fia-5.2.lagging-s1sp", "dsp-has"),
        ),
        "The DSP leaves the check to the S1SP, which makes it again anyway.",
        unchecked(at_the_dsp),
    ),
    Fault(
        "registration-check-dropped-at-the-s1sps",
        (
            short_of("srpd-16.1", "s1sp"),
            short_of("fia-3.2.2", "registration"),
            beyond("fia-3.3.1", "s1sp"),
        ),
        "The S1SPs leave the check to the DSP, which has made it already.",
        unchecked(at_an_s1sp),
    ),
)
