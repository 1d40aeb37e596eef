"""Registrations that pass, while an update is under way, to the operators whose certificates are in the slots.

A slot that had been planned to be corrected is right from then on. Each registration passes between two steps of the
update, as Users' requests come: what the update writes after that, it may write only if it has looked again.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select, update

from rulebook.vocabulary import Component
from sut_adapters.s1sp_database.command import Command, Mode
from sut_adapters.s1sp_database.interleaving import beside
from sut_adapters.s1sp_database.killing import Killing
from sut_adapters.s1sp_database.population_days import SINCE, Days
from sut_adapters.s1sp_database.population_operators import CORRECTABLE, ED, Licence
from sut_adapters.s1sp_database.population_stories import CORRECTED
from sut_adapters.s1sp_database.trial import Trial
from sut_adapters.s1sp_database.trial_database import Contents, TrialDatabase
from sut_adapters.update_terms import Disturbance, Passing, Place

AT_MOST = 16
LICENCES = {licence.eui: licence for licence in CORRECTABLE}


@dataclass(frozen=True, slots=True)
class Passings:
    """Beside one S1SP's update, or after it. Together they are one deed of the trial."""

    trial: Trial
    s1sp: Component

    @property
    def database(self) -> TrialDatabase:
        """Its own."""
        return self.trial.of(self.s1sp)

    def since(self) -> None:
        """When an update has ended: what it replaced is right again, and what it placed is wrong."""
        with self.database.transaction() as connection:
            for device, holder in self._wrong():
                self._register(connection, device, holder)

    def meanwhile(self, command: Command) -> Disturbance:
        """Carry the update out.

        PostgreSQL lets a registration pass while a transaction goes on that has read it already, and so has no fault.
        There they pass before the update is started.
        """
        return self._between_steps(command) if self.database.is_file else self._before_the_start_of(command)

    def while_it_lies_killed(self, command: Command) -> Disturbance:
        """They pass when it has been killed before it wrote a slot; then it is started again."""
        Killing(self.trial, command, self.s1sp).before_it_writes()
        return self._before_the_start_of(command)

    def _between_steps(self, command: Command) -> Disturbance:
        passings: list[Passing] = []
        with beside(command, self.database, self.s1sp) as between:
            for device, holder in self._wrong():
                with between.writing(device) as connection:
                    passings.append(self._passed(connection, device, holder))
                if between.started.process.poll() is not None:
                    break
            return Disturbance(between.started.ended(), passings=tuple(passings))

    def _before_the_start_of(self, command: Command) -> Disturbance:
        with self.database.transaction() as connection:
            passings = tuple(self._passed(connection, device, holder) for device, holder in self._wrong())
        return Disturbance(command.run(self.database.url, self.s1sp, Mode.APPLY), passings=passings)

    def _wrong(self) -> Iterator[tuple[str, Licence]]:
        """Devices that are to be corrected, with the operator of the same fuel that is in one of their slots."""
        held, seen = self.trial.before(), set[str]()
        for one in self.trial.planted(self.s1sp):
            holder, home = LICENCES.get(str(held[one.device_id, one.slot]["owner"])), LICENCES.get(one.owner)
            alike = holder and home and holder.role is home.role
            if one.expects == CORRECTED and holder and alike and one.device_id not in seen and len(seen) < AT_MOST:
                seen.add(one.device_id)
                yield one.device_id, holder

    def _passed(self, connection: Connection, device: str, holder: Licence) -> Passing:
        was = self.trial.before()
        held = self.database.slots(connection, {device})
        self._register(connection, device, holder)
        return Passing(device, tuple(place for place in held if _is_still(held, was, place, holder)))

    def _register(self, connection: Connection, device: str, holder: Licence) -> None:
        """Whatever stands of the device's meter point is withdrawn, and one record of the holder made."""
        table, devices = self.trial.tables.registrations, self.trial.tables.devices
        mpxn = connection.execute(select(devices.c.mpxn).where(devices.c.device_id == device)).scalar_one()
        now = Days(self.trial.planting.at).moment(0)
        connection.execute(
            update(table).values(withdrawn_at=now).where(table.c.mpxn == mpxn, table.c.withdrawn_at.is_(None))
        )
        participant, role, area = holder.registrable
        kind = "import" if holder.role is ED else "gas"
        record = {"mpxn": mpxn, "market_participant": participant, "role": role.value, "licence_area": area}
        dates = {"effective_from": SINCE, "recorded_at": now, "meter_point": kind}
        connection.execute(insert(table).values({**record, **dates}))


def _is_still(held: Mapping[Place, Contents], was: Mapping[Place, Contents], place: Place, holder: Licence) -> bool:
    """Whether the holder's certificate is in the slot, as it was before the update."""
    return held[place] == was[place] and held[place]["owner"] == holder.eui
