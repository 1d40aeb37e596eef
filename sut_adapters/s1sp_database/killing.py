"""An update that is killed: after each of its commits in turn, or before it has written a slot."""

from bisect import bisect_left
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass

from sqlalchemy import Connection

from rulebook.vocabulary import Component
from sut_adapters.s1sp_database import commits
from sut_adapters.s1sp_database.command import Command, Mode, kill
from sut_adapters.s1sp_database.interleaving import Between, beside
from sut_adapters.s1sp_database.population_stories import CORRECTED
from sut_adapters.s1sp_database.trial import Trial
from sut_adapters.s1sp_database.trial_database import TrialDatabase
from sut_adapters.update_terms import UpdateReport

PATIENCE = 8
"""Starts of one commit each, before two are allowed."""


@dataclass(frozen=True, slots=True)
class Killing:
    """One S1SP's update. What it has committed when the kill comes late is taken back, where that can be."""

    trial: Trial
    command: Command
    s1sp: Component

    @property
    def database(self) -> TrialDatabase:
        """Its own."""
        return self.trial.of(self.s1sp)

    def at_many_points(self, times: int, *, finish: bool) -> UpdateReport:
        """Start the update and kill it, again and again, at one point after another.

        When a start has come to its end, it is not started again; nor, if it is not to finish, once it has written a
        slot.
        """
        for device, number in self._in_the_file(times) if self.database.is_file else self._at_devices(times):
            if ended := self._after(number, device):
                return ended
            if not finish and self._has_written():
                break
        return self.command.run(self.database.url, self.s1sp, Mode.APPLY) if finish else UpdateReport(0, "killed")

    def _in_the_file(self, times: int) -> Iterator[tuple[str, int]]:
        """One commit further each time, so that it is killed after every one of them.

        An update that begins each start with a commit that brings it no further is let go a commit more after a while.
        """
        return ((self._devices[0], 1 + start // PATIENCE) for start in range(times))

    def _at_devices(self, times: int) -> Iterator[tuple[str, int]]:
        """Before it writes one device or another, and then after it has written one, before it writes that again."""
        devices = self._devices
        return ((devices[start * len(devices) // times], 2 * start // times) for start in range(times))

    def before_it_writes(self) -> None:
        """Leave the database as if it had been killed as late as may be before it writes a slot."""
        with commits.kept(self.database) as made:
            if made is None:
                with self._beside() as between:
                    between.killed_before_it_writes(self._devices[0])
                return
            self.command.run(self.database.url, self.s1sp, Mode.APPLY)
            made.back_to(bisect_left(range(1, made.made + 1), True, key=lambda number: self._had_written(made, number)))

    def _after(self, number: int, device: str) -> UpdateReport | None:
        """Killed after so many commits, or writes of the device, or nothing; its report where it ended sooner."""
        with commits.kept(self.database) as made, self._beside() as between:
            for _ in range(number):
                with between.writing(device):
                    pass
            is_killed = between.killed_before_it_writes(device)
            if made is not None and made.made > number:
                kill(between.started.process)
                made.back_to(number)
                return None
            return None if is_killed else between.started.ended()

    def _beside(self) -> AbstractContextManager[Between]:
        return beside(self.command, self.database, self.s1sp)

    def _has_written(self) -> bool:
        """Whether a slot holds anything else than when the databases had been filled."""
        with self.database.transaction() as connection:
            return self._differs(connection)

    def _had_written(self, made: commits.Commits, number: int) -> bool:
        """Whether one did after so many commits."""
        with made.after(number) as then, then.transaction() as connection:
            return self._differs(connection)

    def _differs(self, connection: Connection) -> bool:
        devices = {one.device_id for one in self.trial.planted(self.s1sp)}
        held = self.database.slots(connection, devices)
        return held != {place: what for place, what in self.trial.before().items() if place[0] in devices}

    @property
    def _devices(self) -> tuple[str, ...]:
        """Those that are to be corrected: in PostgreSQL the update is held up where it writes one of them."""
        return tuple(sorted({one.device_id for one in self.trial.planted(self.s1sp) if one.expects == CORRECTED}))
