"""The Estate where there is no test control: devices of the inventory, leased as they are or brought into the state.

The order is that of care: a device already in the state; the holder's own 6.15.1; SRV 6.21 by the registered supplier;
the registration moved instead of the certificate. What was changed is given back when the scenario ends.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from rulebook.vocabulary import Generation, UserRole
from sut_adapters.duis.bringing_about import BringingAbout, Equipment, Held, Spoilt
from sut_adapters.duis.devices import KnownDevice
from sut_adapters.duis.end_states import EndState, as_line
from sut_adapters.duis.estate_profile import LeasableDevice
from sut_adapters.duis.leasing import Hubs, fitting, moves_needed
from sut_adapters.duis.ledger import Found, Lease, Ledger
from sut_adapters.duis.planting import NoWay
from sut_adapters.port import DeviceSpec, Misconfigured, NotExercised
from sut_adapters.trouble import Trouble


@dataclass
class LeasedEstate:
    """Offers Estate, and ScenarioScope, which gives everything back. `end_states` lists what every device came to."""

    inventory: tuple[LeasableDevice, ...]
    ledger: Ledger
    around: Equipment
    end_states: list[EndState] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._bring_about = BringingAbout(self.around)
        self._scenario, self._seed = "", 0
        self._held: dict[str, Held] = {}
        self._hubs = Hubs()

    def begin(self, scenario: str, seed: int) -> None:
        """ScenarioScope."""
        self.end()
        self._scenario, self._seed = scenario, seed

    def end(self) -> None:
        """ScenarioScope: every device is given back as it was found, or listed with what could not be put back."""
        while self._held:
            _, held = self._held.popitem()
            self._give_back(held)
        self._hubs = Hubs()
        self.around.registered.clear()

    def place(self, spec: DeviceSpec) -> str:
        """Estate."""
        candidates, reasons = self._candidates(spec)
        try:
            return self._chosen(spec, candidates, reasons)
        finally:
            for one in candidates:
                if one.device.id not in self._held:
                    one.lease.end()

    def register(self, device: str, role: UserRole, party: str) -> None:
        """Estate."""
        if device not in self._held:
            raise Misconfigured(f"{device} is not leased: nothing is done to a device outside the inventory")
        self._bring_about.move(device, role, party)

    def _chosen(self, spec: DeviceSpec, candidates: list[Held], reasons: dict[str, str]) -> str:
        ways = self._bring_about
        registered = [one for one in candidates if not moves_needed(spec, one.device.registered)]
        others = [one for one in candidates if one not in registered]
        for bring_about, of_these in (
            (ways.as_it_is, registered),
            (ways.by_holder, registered),
            (ways.by_handover, registered),
            (ways.by_registration, others),
        ):
            for one in of_these:
                if one not in candidates:
                    continue
                try:
                    bring_about(spec, one)
                except Spoilt as reason:
                    candidates.remove(one)
                    self._give_back(one)
                    reasons[one.device.id] = str(reason)
                except NoWay as reason:
                    reasons[one.device.id] = str(reason)
                else:
                    return self._taken(spec, one)
        raise NotExercised(_none_to_be_had(spec, reasons))

    def _candidates(self, spec: DeviceSpec) -> tuple[list[Held], dict[str, str]]:
        """The devices of the kind that nobody else has, with what they hold; and why not the others."""
        found: list[Held] = []
        reasons: dict[str, str] = {}
        for device in fitting(spec, self.inventory, self._seed):
            if device.id in self._held or not self._hubs.admits(spec, device):
                continue
            if (lease := self.ledger.lease(device.id)) is None:
                reasons[device.id] = "another run has it"
                continue
            try:
                found.append(self._looked_at(device, lease))
            except Trouble as trouble:
                lease.end()
                reasons[device.id] = f"what it holds cannot be read: {trouble}"
        return found, reasons

    def _looked_at(self, device: LeasableDevice, lease: Lease) -> Held:
        around, smets1 = self.around, device.generation is Generation.SMETS1
        around.devices.add(KnownDevice(device.id, device.type, device.generation, device.s1sp))
        around.registered.put(device.id, device.registered)
        s1sp = device.s1sp or (around.inspection.served_by(device.id) if smets1 else None)
        around.devices.add(KnownDevice(device.id, device.type, device.generation, s1sp))
        slots = dict(around.inspection.slots(device.id))
        found = lease.found() or Found(slots, device.registered)
        return Held(device.model_copy(update={"s1sp": s1sp}), lease, found, slots)

    def _taken(self, spec: DeviceSpec, one: Held) -> str:
        one.lease.note(one.found)
        self._hubs.real[spec.hub] = one.device.hub
        self._held[one.device.id] = one
        return one.device.id

    def _give_back(self, held: Held) -> None:
        state = self._bring_about.put_back(held, self._scenario)
        self.end_states.append(state)
        self.ledger.append(as_line(state))
        if not state.not_put_back:
            held.lease.settle()
        held.lease.end()


def _none_to_be_had(spec: DeviceSpec, reasons: Mapping[str, str]) -> str:
    kind = f"{spec.generation} {spec.device_type}, {spec.status}" + (f", served by {spec.s1sp}" if spec.s1sp else "")
    why = "; ".join(f"{device}: {reason}" for device, reason in reasons.items())
    return f"no device can be had ({kind}): {why or 'the inventory of the profile has none that is free'}"
