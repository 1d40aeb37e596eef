"""Databases that somebody's one-off update works on, as a system under test.

It lends devices of the population to scenarios about one device, and shows what has become of all of them.
"""

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from rulebook.vocabulary import (
    S1SPS,
    Accepted,
    Certificate,
    Component,
    Outcome,
    Release,
    ServiceRequest,
    Slot,
    UserRole,
)
from sut_adapters.port import Alert, DeviceSpec, NotExercised
from sut_adapters.s1sp_database import deeds
from sut_adapters.s1sp_database.check import FIA, Check
from sut_adapters.s1sp_database.command import Command, Mode
from sut_adapters.s1sp_database.comparing import change_records, changes
from sut_adapters.s1sp_database.disturbing import Disturbing
from sut_adapters.s1sp_database.leases import Lease, lease
from sut_adapters.s1sp_database.plights import planted_slot
from sut_adapters.s1sp_database.trial import Trial
from sut_adapters.s1sp_database.users import Counterpart, Users
from sut_adapters.update_terms import ChangeRecord, Disturbance, PlantedSlot, RecordChanges, UpdateReport


@dataclass
class S1spDatabases:
    """Offers what the one-off update is asked, and a User's ports as far as devices of the population go.

    `command` is how the update is started, where that is otherwise than the check says.
    """

    check: Check
    counterpart: Counterpart
    command: Command | None = None
    _leases: dict[str, Lease] = field(default_factory=dict)
    _slots: dict[str, Mapping[Slot, Certificate | None]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._own = tempfile.TemporaryDirectory(prefix="mp107-", ignore_cleanup_errors=True)
        if self.check.on_databases_of_its_own:
            self.check = self.check.beside(Path(self._own.name))
        self._trial = Trial(self.check, self.check.tables)
        self._command = self.command or Command(self.check.words, self.check.command_s, self.check.home)
        self._users = Users(self.counterpart)
        self.identity = " ".join(self.check.words)
        self.lost = partial(deeds.lost, self._trial)
        self.count_wrong = partial(deeds.counted, self._trial)
        self.take_wrong_ones_away = partial(deeds.take_wrong_ones_away, self._trial)
        self.forget_age = partial(deeds.forget_age, self._trial)
        self.pass_registrations = partial(deeds.pass_registrations, self._trial)
        self.apply_while_registrations_pass = partial(deeds.apply_while_registrations_pass, self._trial, self._command)
        self.apply_and_kill = partial(deeds.apply_and_kill, self._trial, self._command)
        self.break_the_chain = partial(deeds.break_the_chain, self._trial)
        self.ages = partial(deeds.ages, self._trial)

    def begin(self, scenario: str, seed: int) -> None:
        """ScenarioScope."""
        self._trial.begin()
        self._users.begin(scenario, seed)
        self._leases.clear()
        self._slots.clear()

    def end(self) -> None:
        """ScenarioScope."""

    def claims(self) -> frozenset[str]:
        """Claims."""
        return frozenset({*self.check.claims, *(["fia-population"] if self.check.population == FIA else [])})

    def place(self, spec: DeviceSpec) -> str:
        """Estate: a device of the population."""
        s1sp = spec.s1sp or S1SPS[0]
        lent = lease(spec, self._trial.planted(s1sp), self._trial.before(), self._trial.planting.certificates)
        self._leases[lent.device] = lent
        return lent.device

    def register(self, device: str, role: UserRole, party: str) -> None:
        """Estate."""
        raise NotExercised("the Registration Data of a population is not changed")

    def slots(self, device: str) -> Mapping[Slot, Certificate | None]:
        """SlotInspection: as the database had it, and as Users have changed it since."""
        held, certificates = self._trial.state().held, self._trial.planting.certificates
        return self._slots.get(device, self._leases[device].slots(held, certificates))

    def served_by(self, device: str) -> Component:
        """SlotInspection."""
        return self._leases[device].s1sp

    def send(self, request: ServiceRequest) -> Outcome:
        """UserGateway."""
        lent = self._leases[request.target]
        outcome = self._users.send(lent, self.slots(lent.device), request)
        if outcome == Accepted():
            self._slots[lent.device] = self.counterpart.slots(self._users.handles[lent.device])
        return outcome

    def settled(self) -> bool:
        """UserGateway."""
        return self.counterpart.settled()

    def release(self) -> Release:
        """ReleaseControl."""
        return self.counterpart.release()

    def switch(self, release: Release) -> None:
        """ReleaseControl: of the DSP and the S1SPs that Users meet; no update is told."""
        self.counterpart.switch(release)

    def received_by(self, party: str) -> tuple[Alert, ...]:
        """AlertInbox."""
        devices = {handle: device for device, handle in self._users.handles.items()}
        found = self.counterpart.received_by(party)
        return tuple(replace(alert, device=devices.get(alert.device, alert.device)) for alert in found)

    def recipients(self, kind: str, device: str) -> tuple[str, ...]:
        """AlertInbox."""
        return self.counterpart.recipients(kind, self._handle(device))

    def raise_alert(self, device: str) -> None:
        """AlertTrigger."""
        self.counterpart.raise_alert(self._handle(device))

    def plan(self, s1sp: Component) -> UpdateReport:
        """OneOffUpdate."""
        return self._run(s1sp, Mode.DRY_RUN)

    def apply(self, s1sp: Component) -> UpdateReport:
        """OneOffUpdate."""
        return self._run(s1sp, Mode.APPLY)

    def roll_back(self, s1sp: Component) -> UpdateReport:
        """OneOffUpdate."""
        return self._run(s1sp, Mode.ROLL_BACK)

    def apply_among_users(self, s1sp: Component, *, killed: bool) -> Disturbance:
        """DisturbedUpdate."""
        disturbing, deed = self._disturbing(s1sp), ("apply among Users", s1sp.value, str(self.release()), str(killed))
        return self._trial.do(deed, disturbing.while_it_lies_killed if killed else disturbing.among_users).done

    def replace_since(self, s1sp: Component) -> Disturbance:
        """DisturbedUpdate."""
        deed = ("replaced since", s1sp.value, str(self.release()))
        return self._trial.do(deed, self._disturbing(s1sp).since).done

    def fill(self, population: str) -> None:
        """S1spRecords."""
        self._trial.filled(population)

    def planted(self, s1sp: Component) -> tuple[PlantedSlot, ...]:
        """S1spRecords."""
        return tuple(map(planted_slot, self._trial.planted(s1sp)))

    def mark(self) -> int:
        """S1spRecords."""
        self._trial.pictured()
        return len(self._trial.told)

    def changes(self, s1sp: Component, since: int) -> RecordChanges:
        """S1spRecords."""
        return changes(self._trial, s1sp, since)

    def change_records(self, s1sp: Component) -> tuple[ChangeRecord, ...]:
        """ChangeRecords."""
        return self._trial.look("records", s1sp, lambda: change_records(self._trial, s1sp))

    def close(self) -> None:
        """Let the databases go."""
        self._trial.close()
        self._own.cleanup()

    def _run(self, s1sp: Component, mode: Mode) -> UpdateReport:
        url = self._trial.of(s1sp).url
        return self._trial.do((mode.value, s1sp.value), lambda: self._command.run(url, s1sp, mode))

    def _disturbing(self, s1sp: Component) -> Disturbing:
        return Disturbing(self._trial, self._command, self._users, s1sp)

    def _handle(self, device: str) -> str:
        return self._users.handle(self._leases[device], self.slots(device))
