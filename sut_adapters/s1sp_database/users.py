"""What a User's request comes to at these databases: whoever plays the DSP and the S1SP judges it by what is stored."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol

from rulebook.vocabulary import Accepted, Certificate, Outcome, ServiceRequest, Slot
from sut_adapters.cast import CAST
from sut_adapters.port import (
    AlertInbox,
    AlertTrigger,
    Estate,
    Misunderstood,
    Phase,
    ReleaseControl,
    ScenarioScope,
    SlotInspection,
    UserGateway,
)
from sut_adapters.s1sp_database.certificates import Certificates
from sut_adapters.s1sp_database.leases import Lease
from sut_adapters.s1sp_database.trial_database import Contents
from sut_adapters.update_terms import Place


class Counterpart(
    ScenarioScope, Estate, SlotInspection, UserGateway, ReleaseControl, AlertInbox, AlertTrigger, Protocol
):
    """Plays the DSP and the S1SP, whose databases these are; the composition root says who it is."""


@dataclass
class Users:
    """They know devices by their leases. The counterpart is told of a device when it is first needed, as it is then."""

    counterpart: Counterpart
    handles: dict[str, str] = field(default_factory=dict)

    def begin(self, scenario: str, seed: int) -> None:
        """Another scenario."""
        self.counterpart.begin(scenario, seed)
        self.handles.clear()

    def handle(self, lease: Lease, slots: Mapping[Slot, Certificate | None]) -> str:
        """By which the counterpart knows the device."""
        if lease.device not in self.handles:
            self.handles[lease.device] = self._placed(lease, slots)
        return self.handles[lease.device]

    def answer(self, lease: Lease, slots: Mapping[Slot, Certificate | None], request: ServiceRequest) -> Outcome:
        """What a request would come to, were these the contents of the slots; of which nobody remembers anything."""
        return self.counterpart.send(replace(request, target=self._placed(lease, slots)))

    def send(self, lease: Lease, slots: Mapping[Slot, Certificate | None], request: ServiceRequest) -> Outcome:
        """What it comes to."""
        return self.counterpart.send(replace(request, target=self.handle(lease, slots)))

    def _placed(self, lease: Lease, slots: Mapping[Slot, Certificate | None]) -> str:
        """Raises Misunderstood where an update has put somebody into the slots whom nobody here knows."""
        strangers = sorted({one.owner for one in slots.values() if one is not None} - set(CAST))
        if strangers:
            reason = f"a slot of {lease.device} holds certificates of {strangers[0]}, who takes no part in this"
            raise Misunderstood(Phase.UNDERSTAND, reason)
        return self.counterpart.place(replace(lease.spec, slots=slots, s1sp=lease.s1sp))


def placed_by(
    lease: Lease, request: ServiceRequest, outcome: Outcome, held: Mapping[Place, Contents], certificates: Certificates
) -> dict[Place, Contents]:
    """What an accepted 6.15.1 of a network operator puts where; nothing where it was not accepted."""
    if outcome != Accepted():
        return {}
    slots = (Slot.CRITICAL_NETWORK_OPERATOR, Slot.NON_CRITICAL_NETWORK_OPERATOR)
    octets = held[lease.device, slots[0]]["certificate"] is not None
    return {
        (lease.device, slot): certificates.contents(
            lease.euis[certificate.owner], certificate.use, certificate.issue, octets=octets
        )
        for slot, certificate in zip(slots, request.certificates, strict=True)
    }
