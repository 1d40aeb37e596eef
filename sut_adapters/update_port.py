"""What the suite may ask of somebody's one-off update and of the databases that it works on; part of `port`."""

from collections.abc import Mapping
from typing import Protocol, runtime_checkable

from rulebook.vocabulary import Component
from sut_adapters.update_terms import (
    ChangeRecord,
    Disturbance,
    PlantedSlot,
    RecordChanges,
    UpdateReport,
    WrongCount,
)


@runtime_checkable
class OneOffUpdate(Protocol):
    """Runs one S1SP's update to its end, in one of its three modes."""

    def plan(self, s1sp: Component) -> UpdateReport: ...

    def apply(self, s1sp: Component) -> UpdateReport: ...

    def roll_back(self, s1sp: Component) -> UpdateReport: ...


@runtime_checkable
class DisturbedUpdate(Protocol):
    """Runs one S1SP's update while others write too, or kills it; remembers what Users have placed.

    Others write while the update runs, or where it is to be `killed`, before it has written a slot, until it is started
    again.
    """

    def apply_among_users(self, s1sp: Component, *, killed: bool) -> Disturbance: ...

    def apply_while_registrations_pass(self, s1sp: Component, *, killed: bool) -> Disturbance:
        """Of devices that are to be corrected, to the operators whose certificates are in the slots."""
        ...

    def apply_and_kill(self, s1sp: Component, *, start_again: bool) -> UpdateReport:
        """Killed at one point after another, each time sooner or later than before; at last let run.

        Not to be started again, it is left as it is when it has written a slot.
        """
        ...

    def replace_since(self, s1sp: Component) -> Disturbance:
        """Users replace certificates that the update has placed."""
        ...

    def lost(self, s1sp: Component) -> tuple[str, ...]:
        """Slots that no longer hold what an accepted request placed in them in this scenario."""
        ...


@runtime_checkable
class S1spRecords(Protocol):
    """What the S1SPs' databases hold. Without more ado that is the population of the check."""

    def fill(self, population: str) -> None:
        """Take another population than the usual one."""
        ...

    def take_wrong_ones_away(self, s1sp: Component) -> None:
        """Leave no device in the S1SP's database that the FIA would count."""
        ...

    def forget_age(self, s1sp: Component, name: str) -> None:
        """Leave no note in the S1SP's database how old an input is."""
        ...

    def pass_registrations(self, s1sp: Component) -> None:
        """Register devices that were to be corrected to the operators who were in their slots, now that they are."""
        ...

    def break_the_chain(self, s1sp: Component) -> None:
        """Give the S1SP's database an Issuing Authority's certificate that its root has not signed."""
        ...

    def ages(self, s1sp: Component) -> Mapping[str, str]:
        """The moments of which the inputs in the S1SP's database are, by their names; without those that have none."""
        ...

    def planted(self, s1sp: Component) -> tuple[PlantedSlot, ...]:
        """The Network Operator slots that the suite has put into some state, or has an eye on."""
        ...

    def mark(self) -> int:
        """This moment, to compare with later."""
        ...

    def changes(self, s1sp: Component, since: int) -> RecordChanges: ...

    def count_wrong(self, s1sp: Component) -> WrongCount: ...


@runtime_checkable
class ChangeRecords(Protocol):
    """What the update recorded of each slot that it changed."""

    def change_records(self, s1sp: Component) -> tuple[ChangeRecord, ...]: ...


@runtime_checkable
class Claims(Protocol):
    """What more than the law asks a system claims to do: the tags of scenarios that are in scope only where claimed."""

    def claims(self) -> frozenset[str]: ...
