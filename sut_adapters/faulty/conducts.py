"""What the systems of `sut_adapters.faulty.systems` do wrongly, for a simulator to do the same on the wire."""

from dataclasses import replace

from rulebook.model.effects import carried_out
from rulebook.vocabulary import S1SPS, Accepted, Check, Component, Outcome, Quarantined, Refused, Release
from rulebook.world import World
from sut_adapters.cast import NETWORK_OPERATOR_ROLE
from sut_adapters.port import Circumstance
from sut_adapters.simulator.conduct import PROPER, Conduct


def refused_if_held_back(outcome: Outcome | None) -> Outcome | None:
    """A quarantine as a refusal."""
    return Refused(Component.DSP, Check.USER_STATUS, "E3") if isinstance(outcome, Quarantined) else outcome


def never_held_back(outcome: Outcome | None) -> Outcome | None:
    """A quarantine as an acknowledgement."""
    return None if isinstance(outcome, Quarantined) else outcome


def unless_an_s1sp_refuses(outcome: Outcome) -> bool:
    """Whether the User hears of it."""
    return not (isinstance(outcome, Refused) and outcome.by.is_s1sp)


def never_off(known: Release, wanted: Release) -> Release:
    """The DSP's switch stays on."""
    return wanted.switched(Component.DSP, on=wanted.dsp or known.dsp)


def never_on_again(known: Release, wanted: Release) -> Release:
    """The DSP's switch stays off."""
    return wanted.switched(Component.DSP, on=wanted.dsp and known.dsp)


def off_when_an_s1sp_deploys(known: Release, wanted: Release) -> Release:
    """The DSP's switch is off when an S1SP deploys or withdraws."""
    read_anew = known.dsp and known.s1sps != wanted.s1sps
    return wanted.switched(Component.DSP, on=wanted.dsp and not read_anew)


def off_after_a_restart(component: Component, kept: Release) -> Release:
    """The DSP's switch is off when the DSP starts again."""
    return kept.switched(Component.DSP, on=False) if component is Component.DSP else kept


def withdrawn_after_a_restart(component: Component, kept: Release) -> Release:
    """An S1SP is without the change when it starts again."""
    return kept.switched(component, on=False) if component.is_s1sp else kept


def the_next(s1sp: Component) -> Component:
    """Another S1SP."""
    return S1SPS[(S1SPS.index(s1sp) + 1) % len(S1SPS)]


def correcting(way: Circumstance) -> Conduct:
    """In one way of arrival, the registered operator's certificates come, whosever it was given."""

    def arrived(circumstance: Circumstance, party: str, device: str, world: World) -> str | None:
        if circumstance is not way:
            return party
        role = NETWORK_OPERATOR_ROLE[world.devices[device].device_type]
        return next(known.user_id for known in world.registrations if known.role is role)

    return replace(PROPER, arrived=arrived)


def losing(way: Circumstance) -> Conduct:
    """In one way of arrival, nobody's come."""
    return replace(PROPER, arrived=lambda circumstance, party, _device, _world: None if circumstance is way else party)


QUARANTINE_FOR_REFUSAL = replace(PROPER, at_once=refused_if_held_back)
NO_QUARANTINE = replace(PROPER, at_once=never_held_back)
HASTY_DSP = replace(PROPER, after_refusal=carried_out)
SILENT_ON_SUCCESS = replace(PROPER, tells=lambda outcome: not isinstance(outcome, Accepted))
SILENT_ON_REFUSAL = replace(PROPER, tells=unless_an_s1sp_refuses)
ACKNOWLEDGEMENT_FOR_SUCCESS = replace(PROPER, hands_on=False)
ANOTHERS_KEY = replace(PROPER, signs_for=the_next)
STICKY_SWITCH = replace(PROPER, switched=never_off)
ONE_WAY_SWITCH = replace(PROPER, switched=never_on_again)
SWITCH_READ_ANEW = replace(PROPER, switched=off_when_an_s1sp_deploys)
FORGETFUL_SWITCH = replace(PROPER, restarted=off_after_a_restart)
FORGETFUL_S1SPS = replace(PROPER, restarted=withdrawn_after_a_restart)
