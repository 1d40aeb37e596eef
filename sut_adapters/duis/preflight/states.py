"""Whether there is a device, or a way to one, for every state that the scenarios need."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from rulebook.vocabulary import Release, Rulings
from sut_adapters.duis.estate_profile import LeasableDevice
from sut_adapters.duis.identities import Identities
from sut_adapters.duis.leasing import is_of_the_kind
from sut_adapters.duis.plans import as_it_is, means_of, planted, re_registered
from sut_adapters.duis.planting import NoWay, Site, Slots, described
from sut_adapters.duis.preflight.findings import Check, Finding, fault, fine
from sut_adapters.duis.preflight.needs import Needs
from sut_adapters.duis.profile_schema import Profile
from sut_adapters.port import DeviceSpec


@dataclass(frozen=True)
class Prospects:
    """What the inventory could be brought to. `devices` are those that could be read, with what their slots hold."""

    profile: Profile
    devices: Sequence[tuple[LeasableDevice, Slots]]
    identities: Identities
    release: Release | None
    rulings: Rulings

    def why_not(self, spec: DeviceSpec) -> str:
        """Why no device can be had in this state; empty where one can."""
        reasons: list[str] = []
        for device, held in self.devices:
            if is_of_the_kind(spec, device):
                reason = self._why_not(spec, device, held)
                if not reason:
                    return ""
                reasons.append(f"{device.id}: {reason}")
        return "; ".join(reasons) or "the inventory has none of the kind"

    def _why_not(self, spec: DeviceSpec, device: LeasableDevice, held: Slots) -> str:
        site = Site(device, device.registered, means_of(self.identities, self.release, self.rulings, device))
        with suppress(NoWay):
            as_it_is(spec, device, held)
            return ""
        movable = bool(self.profile.estate.move_registration)
        with suppress(NoWay):
            re_registered(spec, device, held, self.identities.parties, movable=movable)
            return ""
        try:
            planted(spec, site, held, held, handover=True)
        except NoWay as reason:
            return str(reason)
        return ""


def states(needs: Needs, prospects: Prospects) -> Iterator[Finding]:
    """One finding for each state that cannot be had, and one for all the others together."""
    if prospects.profile.test_control is not None:
        yield fine(Check.STATES, "test_control", f"brings about the {len(needs.states)} states that scenarios need")
        return
    missing = [(spec, scenarios, prospects.why_not(spec)) for spec, scenarios in needs.states]
    for spec, scenarios, reason in missing:
        if reason:
            said = f"no device can be had: {reason}"
            mend = f"give such a [[device]] or what is missing, or have {len(scenarios)} scenarios NOT-EXERCISED"
            yield fault(Check.STATES, specified(spec), said, mend)
    had = sum(not reason for _, _, reason in missing)
    yield fine(Check.STATES, "device", f"{had} of the {len(missing)} states that scenarios need can be had")


def specified(spec: DeviceSpec) -> str:
    """A specification on one line."""
    parts = [f"{spec.generation} {spec.device_type}", str(spec.status)]
    parts += [f"served by {spec.s1sp}"] if spec.s1sp else []
    parts += [f"registered {role} {party}" for role, party in spec.registered.items()]
    parts += [f"{slot} slot {described(one)}" for slot, one in spec.slots.items()]
    return ", ".join(parts)
