"""Updates that find the right slots, know the right certificate, and go wrong when they write."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Insert, Select, Update, and_, delete, insert, select

from data_update import runs
from data_update.applying import AFTER, BEFORE, START, Applying, Key, within
from data_update.engine import Engine
from data_update.faulty.fault import Fault
from data_update.runs import Run
from data_update.schema import choices, update_audit, update_journal, update_plan, update_runs
from sut_adapters.s1sp_database.schema import anchor_slots


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
class WithoutJournal(Applying):
    """Keeps no before-image."""

    def correct(self, connection: Connection, after: Key, last: Key) -> None:
        """As the reference does, and throws the note away."""
        Applying.correct(self, connection, after, last)
        connection.execute(delete(update_journal).where(*within(update_journal, self.run, after, last)))


@dataclass(frozen=True, slots=True)
class WithoutAudit(Applying):
    """Leaves no audit record."""

    def account(self, after: Key, last: Key) -> Insert:
        """Of nothing."""
        nothing = select(*update_audit.c).where(update_audit.c.run.is_(None))
        return insert(update_audit).from_select(update_audit.c.keys(), nothing)


@dataclass(frozen=True, slots=True)
class SameVersion(Applying):
    """Writes a slot and leaves its version as it was."""

    def write(self, after: Key, last: Key) -> Update:
        """As the reference writes, and takes the step back."""
        return Applying.write(self, after, last).values(version=update_journal.c.version)


@dataclass(frozen=True, slots=True)
class HalfOfABatch(Applying):
    """Commits the first half of each batch."""

    def correct(self, connection: Connection, after: Key, last: Key) -> None:
        """Up to the middle."""
        of = update_plan.c
        due = select(of.device_id, of.slot).where(*within(update_plan, self.run, after, last), of.reason.is_(None))
        keys = connection.execute(due.order_by(of.device_id, of.slot)).all()
        middle = keys[(len(keys) - 1) // 2]
        Applying.correct(self, connection, after, (middle.device_id, middle.slot))


@dataclass(frozen=True, slots=True)
class ForgetsWhatItLost(Engine):
    """Remembers a batch as done before it has been."""

    def correct(self, run: Run) -> None:
        """Two transactions where the reference has one."""
        applying = self.applying(self.rule, run.run, self.batch)
        after: Key | None = (run.device_id, run.slot)
        while after is not None:
            last = self.session.retried(applying.last, after)
            state = runs.APPLYING if last else runs.DONE
            self.session.retried(runs.come_to, run.run, state, *(last or START))
            if last is not None:
                self.session.retried(applying.correct, after, last)
            after = last


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


FAULTS = (
    Fault(
        "loses-concurrent-writes",
        "fia-4.2.2",
        "It writes what it had planned, over whatever a User has placed in the meantime.",
        applying=AsPlanned,
    ),
    Fault(
        "same-version",
        "fia-4.2.2",
        "It leaves the version of a slot as it was, so that whoever had read it before may write over it.",
        applying=SameVersion,
    ),
    Fault(
        "commits-half",
        "fia-3.3.2",
        "It commits in the middle of each batch, and forgets to at the end.",
        applying=HalfOfABatch,
    ),
    Fault(
        "forgets-what-it-lost",
        "fia-5.1.2",
        "It remembers a batch as done before it has written it, and goes on behind it when it was killed in between.",
        engine=ForgetsWhatItLost,
        beyond="resume",
    ),
    Fault(
        "not-idempotent",
        "fia-5.1.2",
        "It does again what earlier runs had planned, and writes slots that are right.",
        applying=AsPlanned,
        engine=EveryPlanAgain,
        beyond="second run",
    ),
    Fault(
        "no-before-image",
        "fia-5.1.2",
        "It keeps no copy of what it overwrites.",
        applying=WithoutJournal,
        beyond="journal",
    ),
    Fault(
        "no-audit-record",
        "fia-5.1.2",
        "It changes slots and leaves no record of which, why and when.",
        applying=WithoutAudit,
        beyond="audit record",
    ),
)
