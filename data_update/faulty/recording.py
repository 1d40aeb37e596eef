"""Updates that keep no record of what they did."""

from dataclasses import dataclass

from sqlalchemy import Connection, Insert, delete, insert, select, update

from data_update.applying import Applying, Key, within
from data_update.engine import Engine
from data_update.faulty.fault import Fault
from data_update.rolling_back import RollingBack
from data_update.schema import update_audit, update_journal
from sut_adapters.breaches import short_of


def no_record() -> Insert:
    """Instead of one for each slot."""
    nothing = select(*update_audit.c).where(update_audit.c.run.is_(None))
    return insert(update_audit).from_select(update_audit.c.keys(), nothing)


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
        return no_record()


@dataclass(frozen=True, slots=True)
class WithoutAReason(Applying):
    """Leaves audit records that have a stroke where they should say why."""

    def correct(self, connection: Connection, after: Key, last: Key) -> None:
        """As the reference does, and strikes the reasons out."""
        Applying.correct(self, connection, after, last)
        written = within(update_audit, self.run, after, last)
        connection.execute(update(update_audit).where(*written).values(why="-"))


class WithoutRecord(RollingBack):
    """Puts back, and leaves no audit record of it."""

    def account(self, after: Key, last: Key) -> Insert:
        """Of nothing."""
        return no_record()


@dataclass(frozen=True, slots=True)
class BackUnrecorded(Engine):
    """Rolls back as it should."""

    rolling_back: type[RollingBack] = WithoutRecord


FAULTS = (
    Fault(
        "no-before-image",
        (short_of("update-4", "changed"),),
        "It keeps no copy of what it overwrites.",
        applying=WithoutJournal,
    ),
    Fault(
        "no-audit-record",
        (short_of("update-5", "each"),),
        "It changes slots and leaves no record of which, why and when.",
        applying=WithoutAudit,
    ),
    Fault(
        "audit-without-reason",
        (short_of("update-5", "each"),),
        "Its audit records have a column for the reason, and a stroke in it.",
        applying=WithoutAReason,
    ),
    Fault(
        "roll-back-unrecorded",
        (short_of("update-5", "back"),),
        "Its audit records say what it corrected, and not that it took any of it back.",
        engine=BackUnrecorded,
    ),
)
