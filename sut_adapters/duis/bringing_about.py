"""Brings leased devices into a state, and gives them back as they were found."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from rulebook.vocabulary import Accepted, Outcome, Release, Rulings, ServiceRequest, UserRole, describe
from sut_adapters.duis.devices import Devices
from sut_adapters.duis.end_states import EndState, differences
from sut_adapters.duis.estate_profile import LeasableDevice
from sut_adapters.duis.identities import Identities
from sut_adapters.duis.leasing import slots_wanted
from sut_adapters.duis.ledger import Found, Lease
from sut_adapters.duis.moving import Move
from sut_adapters.duis.plans import as_it_is, means_of, planted, re_registered
from sut_adapters.duis.planting import NoWay, Site, Slots, way
from sut_adapters.duis.registered import Registered
from sut_adapters.port import DeviceSpec, NotExercised, SlotInspection
from sut_adapters.trouble import Trouble


@dataclass(frozen=True)
class Equipment:
    """What there is to work with. `send` carries out a request that is no scenario's.

    `inspection` reads before, `reading_back` after, also in quiet hours; `release` gives None where nobody knows it.
    `move` is None where registrations cannot be moved.
    """

    identities: Identities
    devices: Devices
    registered: Registered
    inspection: SlotInspection
    reading_back: SlotInspection
    send: Callable[[ServiceRequest], Outcome]
    move: Move | None
    release: Callable[[], Release | None]
    rulings: Rulings


@dataclass(frozen=True, slots=True)
class Held:
    """A device that this run has: how it was found, and what its slots hold now."""

    device: LeasableDevice
    lease: Lease
    found: Found
    slots: Slots


class Spoilt(NoWay):
    """It was begun and did not come about: the device has to be given back."""


@dataclass(frozen=True)
class BringingAbout:
    """Each way raises NoWay before it has changed anything, and Spoilt after."""

    around: Equipment

    def as_it_is(self, spec: DeviceSpec, one: Held) -> None:
        """The device is in the state already."""
        as_it_is(spec, one.device, one.slots)

    def by_holder(self, spec: DeviceSpec, one: Held) -> None:
        """The holder's own 6.15.1."""
        self._plant(spec, one, handover=False)

    def by_handover(self, spec: DeviceSpec, one: Held) -> None:
        """SRV 6.21 by the registered supplier, where the profile says that the device takes it."""
        self._plant(spec, one, handover=True)

    def by_registration(self, spec: DeviceSpec, one: Held) -> None:
        """The registration moved instead of the certificate."""
        around = self.around
        moves = re_registered(spec, one.device, one.slots, around.identities.parties, movable=around.move is not None)
        one.lease.note(one.found)
        try:
            for role, party in moves.items():
                self.move(one.device.id, role, party)
        except NotExercised as reason:
            raise Spoilt(str(reason)) from reason

    def move(self, device: str, role: UserRole, party: str) -> None:
        """Register a party of the profile for a device; NotExercised where that cannot be had."""
        if self.around.move is None:
            raise NotExercised("registrations cannot be moved: the profile has no estate.move_registration")
        self.around.move(device, role, self.around.identities.party(party).user_id)
        self.around.registered.move(device, role, party)

    def put_back(self, held: Held, scenario: str) -> EndState:
        """Certificates first, by the parties registered now; then registrations; then what came of it is read."""
        device = held.device.id
        registered = dict(self.around.registered.by_device.get(device, held.device.registered))
        reasons = [self._slots_put_back(held, registered), self._moved_back(device, registered, held.found.registered)]
        after = self._slots_now(device)
        reasons.append("its slots cannot be read" if after is None else differences(after, held.found.slots))
        return EndState(scenario, device, held.found.slots, after, "; ".join(filter(None, reasons)))

    def _plant(self, spec: DeviceSpec, one: Held, *, handover: bool) -> None:
        site = self._site(one.device, one.device.registered)
        requests = planted(spec, site, one.slots, one.found.slots, handover=handover)
        one.lease.note(one.found)
        try:
            reason = self._carried_out(requests)
            now = self.around.inspection.slots(one.device.id)
        except Trouble as trouble:
            raise Spoilt(f"it may have come into the state or not: {trouble}") from trouble
        if reason := reason or differences(now, slots_wanted(spec, one.slots)):
            raise Spoilt(f"it could not be brought into the state: {reason}")

    def _carried_out(self, requests: Iterable[ServiceRequest]) -> str:
        """Why one of the requests was not carried out; empty where all were."""
        for request in requests:
            outcome = self.around.send(request)
            if outcome != Accepted():
                return f"{request.sender}'s SRV {request.variant} ended: {describe(outcome)}"
        return ""

    def _slots_put_back(self, held: Held, registered: Mapping[UserRole, str]) -> str:
        try:
            now = dict(self.around.reading_back.slots(held.device.id))
            return self._carried_out(way(self._site(held.device, registered), now, held.found.slots, handover=True))
        except (NoWay, Trouble) as trouble:
            return str(trouble)

    def _moved_back(self, device: str, now: Mapping[UserRole, str], found: Mapping[UserRole, str]) -> str:
        for role, party in found.items():
            if now.get(role) != party:
                try:
                    self.move(device, role, party)
                except Trouble as trouble:
                    return f"{party} is not its registered {role} again: {trouble}"
        return ""

    def _slots_now(self, device: str) -> Slots | None:
        try:
            return dict(self.around.reading_back.slots(device))
        except Trouble:
            return None

    def _site(self, device: LeasableDevice, registered: Mapping[UserRole, str]) -> Site:
        around = self.around
        return Site(device, registered, means_of(around.identities, around.release(), around.rulings, device))
