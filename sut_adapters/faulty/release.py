"""Builds that mistake the state of release: the DSP's one switch, or what each S1SP has deployed (FIA 4.1)."""

from dataclasses import replace

from rulebook.case import Case
from rulebook.model import RIGHT, Build
from rulebook.model.registration import in_force
from rulebook.vocabulary import S1SPS, Component
from sut_adapters.breaches import against, beyond, short_of
from sut_adapters.faulty import conducts
from sut_adapters.faulty.fault import Fault
from sut_adapters.faulty.parts import Predicate, at_the_dsp
from sut_adapters.faulty.systems import ForgetfulS1sps, ForgetfulSwitch, OneWaySwitch, StickySwitch, SwitchReadAnew


def dsp_sees(state: Predicate) -> Build:
    """The DSP takes the change as in force in other cases than it is."""
    return replace(RIGHT, in_force=lambda case: state(case) if at_the_dsp(case) else in_force(case))


def s1sps_see(state: Predicate) -> Build:
    """An S1SP takes the change as in force in other cases than it is."""
    return replace(RIGHT, in_force=lambda case: in_force(case) if at_the_dsp(case) else state(case))


def serving(case: Case) -> Component:
    """The S1SP that serves the device; the DSP where none does."""
    return (case.device.s1sp if case.device else None) or Component.DSP


FAULTS = (
    Fault(
        "switch-ignored",
        (
            beyond("fia-4.1.switch", "enabled"),
            beyond("fia-3.3.1", "dsp"),
            beyond("fia-5.1.1", "aligned"),
        ),
        "The DSP has the change in force from its installation on, whatever the switch says.",
        dsp_sees(lambda _: True),
    ),
    Fault(
        "switch-inverted",
        (short_of("fia-4.1.switch", "enabled"), beyond("fia-4.1.switch", "enabled")),
        "The switch is called 'registration check', and on means that the check is made.",
        dsp_sees(lambda case: not in_force(case)),
    ),
    Fault(
        "switch-for-one-s1sp",
        (short_of("fia-4.1.switch", "all-s1sps"),),
        "The switch was built for the S1SP that deployed first, and the other two were to get switches of their own.",
        dsp_sees(lambda case: in_force(case) and serving(case) is S1SPS[0]),
    ),
    Fault(
        "switch-waits-for-every-s1sp",
        (beyond("fia-4.1.lagging-s1sp", "rejected-by-s1sp"), against("mp107-r1")),
        "The DSP exempts nobody as long as any of the S1SPs has not deployed.",
        dsp_sees(lambda case: in_force(case) and all(map(case.release.in_force_at, S1SPS))),
    ),
    Fault(
        "switch-follows-the-s1sps",
        (
            beyond("fia-4.1.switch", "enabled"),
            beyond("srpd-16.1", "s1sp"),
        ),
        "The DSP takes the change as in force for a device as soon as its S1SP has deployed it.",
        dsp_sees(lambda case: case.release.in_force_at(serving(case))),
    ),
    Fault(
        "switch-turned-on-for-good",
        (against("fia-4.1.switch"), against("srpd-6.2.d")),
        "The switch is read once, when it is turned on, and turning it off changes nothing.",
        system=StickySwitch,
        conduct=conducts.STICKY_SWITCH,
    ),
    Fault(
        "switch-turned-off-for-good",
        (against("srpd-6.2.d"),),
        "Turning the switch off takes the new paragraph out of memory, and turning it on does not bring it back.",
        system=OneWaySwitch,
        conduct=conducts.ONE_WAY_SWITCH,
    ),
    Fault(
        "switch-lost-when-an-s1sp-deploys",
        (short_of("fia-4.1.lagging-s1sp", "rejected-by-s1sp"), against("fia-4.1.lagging-s1sp")),
        "The DSP reads its settings anew whenever an S1SP deploys or withdraws, and the switch is not among them.",
        system=SwitchReadAnew,
        conduct=conducts.SWITCH_READ_ANEW,
    ),
    Fault(
        "switch-lost-on-restart",
        (short_of("fia-4.1.switch"),),
        "The switch is kept in memory alone, and is off when the DSP comes up again.",
        system=ForgetfulSwitch,
        conduct=conducts.FORGETFUL_SWITCH,
    ),
    Fault(
        "deployment-lost-on-restart",
        (short_of("fia-4.2.1.disable", "all-three"),),
        "The S1SPs run from an image, the change was put into what was running, and a restart takes the image.",
        system=ForgetfulS1sps,
        conduct=conducts.FORGETFUL_S1SPS,
    ),
    Fault(
        "s1sps-go-by-the-dsps-switch",
        (
            short_of("fia-5.2.lagging-s1sp"),
            short_of("fia-4.1.lagging-s1sp", "rejected-by-s1sp"),
            short_of("mp107-r1", "uncoordinated"),
            beyond("fia-4.2.1.disable", "all-three"),
            beyond("fia-5.2.script", "each-s1sp"),
            beyond("srpd-16.1", "dsp"),
        ),
        "An S1SP takes what the DSP lets through for exempt, whether it has deployed the change or not.",
        s1sps_see(lambda case: case.release.dsp),
    ),
    Fault(
        "s1sps-go-by-one-another",
        (short_of("mp107-r1", "uncoordinated"), short_of("fia-4.1.lagging-s1sp", "uncoordinated")),
        "The three S1SPs share one configuration, and what one deploys is in force at all.",
        s1sps_see(lambda case: any(map(case.release.in_force_at, S1SPS))),
    ),
    Fault(
        "s1sps-wait-for-one-another",
        (beyond("fia-4.1.lagging-s1sp", "rejected-by-s1sp"), beyond("fia-5.2.lagging-s1sp", "s1sp-has-not")),
        "The three S1SPs share one configuration, and what one lacks is in force at none.",
        s1sps_see(lambda case: all(map(case.release.in_force_at, S1SPS))),
    ),
)
