"""Updates that find the right slots, know the right certificate, and go wrong when they write."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, Update, and_, exists, func, insert, literal, select, update

from data_update.applying import AFTER, BEFORE, Applying, Key, within
from data_update.counting import Counts
from data_update.engine import Engine
from data_update.faulty.fault import Fault
from data_update.runs import Run
from data_update.schema import choices, update_journal, update_plan, update_runs
from rulebook.vocabulary import Slot
from sut_adapters.breaches import against, beyond, short_of
from sut_adapters.s1sp_database.schema import anchor_slots, devices


@dataclass(frozen=True, slots=True)
class AsPlanned(Applying):
    """Writes what the plan says, whatever has become of the slot and the registration since."""

    def due(self, after: Key, last: Key) -> Select[Any]:
        """What was planned."""
        plan, slot, of = update_plan.c, anchor_slots.c, choices.c
        same = and_(plan.device_id == slot.device_id, plan.slot == slot.slot)
        names = ("market_participant", "role", "licence_area", "slot")
        chosen = and_(*(of[name] == plan[name] for name in names))
        new = (of.issuer.label(AFTER[0]), of.serial.label(AFTER[1]))
        return (
            select(plan.device_id, plan.slot, plan.reason, *(slot[name] for name in BEFORE), *new)
            .select_from(update_plan.join(anchor_slots, same).join(choices, chosen))
            .where(*within(update_plan, self.run, after, last), plan.reason.is_(None))
        )


@dataclass(frozen=True, slots=True)
class AsRegisteredThen(AsPlanned):
    """Writes what the plan says, unless somebody has written the slot since."""

    def due(self, after: Key, last: Key) -> Select[Any]:
        """What was planned, of slots that are as they were then."""
        return AsPlanned.due(self, after, last).where(update_plan.c.version == anchor_slots.c.version)


@dataclass(frozen=True, slots=True)
class SameVersion(Applying):
    """Writes a slot and leaves its version as it was."""

    def write(self, after: Key, last: Key) -> Update:
        """As the reference writes, and takes the step back."""
        return Applying.write(self, after, last).values(version=update_journal.c.version)


@dataclass(frozen=True, slots=True)
class VersionsAhead(Applying):
    """Writes a slot and raises its version by more than the one write."""

    def write(self, after: Key, last: Key) -> Update:
        """As the reference writes, and six more."""
        return Applying.write(self, after, last).values(version=anchor_slots.c.version + 7)


@dataclass(frozen=True, slots=True)
class EveryPlanAgain(Engine):
    """Does again what earlier runs had planned."""

    def plan(self, run: Run) -> Run:
        """This plan, and every earlier one."""
        planned = Engine.plan(self, run)
        earlier = (
            select(update_plan)
            .join(update_runs, update_runs.c.run == update_plan.c.run)
            .where(update_runs.c.s1sp == self.s1sp, update_plan.c.run != run.run, update_plan.c.reason.is_(None))
            .subquery()
        )

        def copy(connection: Connection) -> None:
            rows = [dict(row) | {"run": run.run} for row in connection.execute(select(earlier)).mappings()]
            new = {(row["device_id"], row["slot"]): row for row in rows}
            if new:
                connection.execute(insert(update_plan), list(new.values()))

        self.session.retried(copy)
        return planned


@dataclass(frozen=True, slots=True)
class WithAStrayStatement(Engine):
    """Writes one octet beside all that it should."""

    def apply(self, name: str | None = None) -> Counts:
        """As the reference does, and then to the last device's Supplier slot."""
        counts = Engine.apply(self, name)
        last = select(func.max(devices.c.device_id)).where(self.decisions.serves(devices, self.s1sp))
        slot = anchor_slots.c
        stray = (
            update(anchor_slots)
            .values(serial=slot.serial + literal("0"))
            .where(slot.device_id == last.scalar_subquery(), slot.slot == Slot.CRITICAL_SUPPLIER.value)
        )
        with self.session.transaction() as connection:
            connection.execute(stray)
        return counts


@dataclass(frozen=True, slots=True)
class EmptiesTheRest(Engine):
    """Takes away what it cannot replace."""

    def correct(self, run: Run) -> None:
        """As the reference, and then every slot that has to be left alone."""
        Engine.correct(self, run)
        plan, slot = update_plan.c, anchor_slots.c
        left = exists().where(
            plan.run == run.run, plan.device_id == slot.device_id, plan.slot == slot.slot, plan.reason.is_not(None)
        )
        nothing = dict.fromkeys(("owner", "use", "issuer", "serial", "certificate"))
        emptied = update(anchor_slots).values(**nothing, version=slot.version + 1).where(left)
        self.session.retried(lambda connection: connection.execute(emptied))


FAULTS = (
    Fault(
        "loses-concurrent-writes",
        (short_of("fia-4.2.2.independence", "users"),),
        "It writes what it had planned, over whatever a User has placed in the meantime.",
        applying=AsPlanned,
    ),
    Fault(
        "registration-not-rechecked",
        (beyond("fia-4.2.2", "incorrect"),),
        "It looks whether the slot is still as it was when it planned, and not whether the registration is.",
        applying=AsRegisteredThen,
    ),
    Fault(
        "empties-what-it-leaves",
        (beyond("fia-4.2.2", "registration"), beyond("fia-4.2.2", "published")),
        "It takes a wrong certificate out even where it has none to put in its place, so that nobody can misuse it.",
        engine=EmptiesTheRest,
    ),
    Fault(
        "same-version",
        (short_of("fia-3.3.2"),),
        "It leaves the version of a slot as it was, so that whoever had read it before may write over it.",
        applying=SameVersion,
    ),
    Fault(
        "versions-ahead",
        (short_of("fia-3.3.2"),),
        "It raises the version of a slot by seven, so that it looks as if others had written it too.",
        applying=VersionsAhead,
    ),
    Fault(
        "stray-statement",
        (against("fia-3.3.2"),),
        "A statement with which it was tried on one device, while it was written, has stayed in it.",
        engine=WithAStrayStatement,
    ),
    Fault(
        "not-idempotent",
        (short_of("update-2", "put-right"),),
        "It does again what earlier runs had planned, and writes slots that are right.",
        applying=AsPlanned,
        engine=EveryPlanAgain,
    ),
)
