"""Updates that commit where they should not: what is killed there, or ends there, is half done."""

from dataclasses import dataclass

from sqlalchemy import Connection, Update, and_, select, update

from data_update import runs
from data_update.applying import START, Applying, Key, within
from data_update.engine import Engine
from data_update.faulty.fault import Fault
from data_update.runs import Run
from data_update.schema import certificates, update_journal, update_plan
from sut_adapters.breaches import short_of
from sut_adapters.s1sp_database.schema import anchor_slots


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
class IdentifiersFirst(Applying):
    """Writes a batch in two transactions."""

    def correct(self, connection: Connection, after: Key, last: Key) -> None:
        """The first: all but the octets, and how far it has come."""
        connection.execute(self.note(after, last))
        connection.execute(self.write(after, last))
        runs.come_to(connection, self.run, runs.APPLYING, *last)

    def write(self, after: Key, last: Key) -> Update:
        """As the reference writes, but for the octets."""
        return Applying.write(self, after, last).values(certificate=anchor_slots.c.certificate)

    def finish(self, connection: Connection, after: Key, last: Key) -> None:
        """The second: the octets, and the records."""
        connection.execute(self.write_octets(after, last))
        connection.execute(self.account(after, last))

    def write_octets(self, after: Key, last: Key) -> Update:
        """Of the slots whose Certificate IDs have been written."""
        slot, noted, new = anchor_slots.c, update_journal.c, certificates.c
        same = and_(*(slot[name] == noted[name] for name in ("device_id", "slot")), slot.version == noted.version + 1)
        placed = and_(noted.new_issuer == new.issuer, noted.new_serial == new.serial)
        of_the_batch = within(update_journal, self.run, after, last)
        return update(anchor_slots).values(certificate=self.octets()).where(*of_the_batch, same, placed)


@dataclass(frozen=True, slots=True)
class RecordsLast(IdentifiersFirst):
    """Writes a batch, and accounts for it in a second transaction."""

    def write(self, after: Key, last: Key) -> Update:
        """As the reference writes."""
        return Applying.write(self, after, last)

    def finish(self, connection: Connection, after: Key, last: Key) -> None:
        """The records."""
        connection.execute(self.account(after, last))


@dataclass(frozen=True, slots=True)
class BeforeImagesLast(IdentifiersFirst):
    """Writes a batch, and keeps what it held in a second transaction."""

    def correct(self, connection: Connection, after: Key, last: Key) -> None:
        """The first: as the reference does, but for the before-images, which are put by."""
        Applying.correct(self, connection, after, last)
        runs.come_to(connection, self.run, runs.APPLYING, *last)
        connection.execute(update(update_journal).where(*within(update_journal, self.run, after, last)).values(run=""))

    def finish(self, connection: Connection, after: Key, last: Key) -> None:
        """The second: the before-images."""
        connection.execute(update(update_journal).where(*within(update_journal, "", after, last)).values(run=self.run))


@dataclass(frozen=True, slots=True)
class InTwoSteps(Engine):
    """Each batch, one step after the other."""

    steps: type[IdentifiersFirst] = IdentifiersFirst

    def correct(self, run: Run) -> None:
        """Two transactions where the reference has one."""
        applying = self.steps(self.rule, run.run, self.batch)
        after: Key = (run.device_id, run.slot)
        while last := self.session.retried(applying.last, after):
            self.session.retried(applying.correct, after, last)
            self.session.retried(applying.finish, after, last)
            after = last
        self.session.retried(runs.come_to, run.run, runs.DONE)


@dataclass(frozen=True, slots=True)
class InThatOrder(InTwoSteps):
    """Slots, and then records."""

    steps: type[IdentifiersFirst] = RecordsLast


@dataclass(frozen=True, slots=True)
class InTheWrongOrder(InTwoSteps):
    """Slots, and then before-images."""

    steps: type[IdentifiersFirst] = BeforeImagesLast


FAULTS = (
    Fault(
        "commits-half",
        (short_of("fia-3.3.2"),),
        "It commits in the middle of each batch, and forgets to at the end.",
        applying=HalfOfABatch,
    ),
    Fault(
        "forgets-what-it-lost",
        (short_of("update-3", "started-again"),),
        "It remembers a batch as done before it has written it, and goes on behind it when it was killed in between.",
        engine=ForgetsWhatItLost,
    ),
    Fault(
        "octets-later",
        (short_of("update-3", "started-again"),),
        "It writes the Certificate IDs of a batch and the octets in two transactions, since octets take their time.",
        engine=InTwoSteps,
    ),
    Fault(
        "audit-records-later",
        (short_of("update-3", "started-again"), short_of("update-5", "each")),
        "It writes the audit records of a batch in a transaction of their own, after the slots.",
        engine=InThatOrder,
    ),
    Fault(
        "before-images-later",
        (short_of("update-3", "started-again"), short_of("update-4", "changed")),
        "It keeps what the slots of a batch held in a transaction of its own, after they have been written.",
        engine=InTheWrongOrder,
    ),
)
