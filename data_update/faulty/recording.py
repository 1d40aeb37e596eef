"""Updates that keep no record of what they did."""

from dataclasses import dataclass

from sqlalchemy import Connection, Insert, delete, insert, select

from data_update.applying import Applying, Key, within
from data_update.faulty.fault import Fault
from data_update.schema import update_audit, update_journal
from sut_adapters.breaches import short_of


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
)
