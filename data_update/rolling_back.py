"""Puts back what a run has corrected, from the before-images; slots that somebody has written since are refused."""

from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Insert,
    Select,
    Update,
    and_,
    distinct,
    exists,
    func,
    insert,
    literal,
    select,
    update,
)

from data_update.applying import BEFORE, START, Key, within
from data_update.moments import Moment
from data_update.schema import update_audit, update_journal
from sut_adapters.s1sp_database.schema import anchor_slots

RESTORED = "restored"
CHANGED = "written again since"
ROOM = 1000
"""At most so many refused slots are listed; all are counted."""


class RollingBack:
    """One run, at one moment."""

    def __init__(self, run: str, at: Moment, size: int) -> None:
        self._run, self._at, self._size = run, at, size

    def batch(self, connection: Connection, after: Key) -> Key | None:
        """The next one; its last key, or None where there is nothing left. To be called within a transaction."""
        noted = update_journal.c
        due = select(noted.device_id, noted.slot).where(
            *within(update_journal, self._run, after), noted.restored_at.is_(None)
        )
        nth = connection.execute(due.order_by(noted.device_id, noted.slot).offset(self._size - 1).limit(1)).first()
        final = nth or connection.execute(due.order_by(noted.device_id.desc(), noted.slot.desc()).limit(1)).first()
        if final is None:
            return None
        last = (final.device_id, final.slot)
        connection.execute(self.account(after, last))
        connection.execute(self._mark(after, last))
        connection.execute(self._restore(after, last))
        return last

    def refused(self) -> Select[Any]:
        """Slots that keep what they hold."""
        noted = update_journal.c
        left = (*within(update_journal, self._run, START), noted.restored_at.is_(None))
        return select(noted.device_id, noted.slot).where(*left).order_by(noted.device_id, noted.slot)

    def restored(self) -> Select[int, int]:
        """Devices and slots that have been put back, now or before."""
        of = update_journal.c
        counts = select(func.count(distinct(of.device_id)), func.count())
        return counts.where(of.run == self._run, of.restored_at.is_not(None))

    def untouched(self) -> ColumnElement[bool]:
        """Whether the slot still is what the run made of it."""
        slot, noted = anchor_slots.c, update_journal.c
        return and_(
            slot.device_id == noted.device_id,
            slot.slot == noted.slot,
            slot.version == noted.version + 1,
            slot.issuer == noted.new_issuer,
            slot.serial == noted.new_serial,
        )

    def version(self) -> ColumnElement[int]:
        """Under which a slot is put back: it counts on, so that nobody takes it for unwritten."""
        return anchor_slots.c.version + 1

    def account(self, after: Key, last: Key) -> Insert:
        """An audit record for each slot that is to be put back."""
        slot, noted = anchor_slots.c, update_journal.c
        rows = (
            select(
                noted.run,
                noted.device_id,
                noted.slot,
                literal(RESTORED),
                slot.owner,
                slot.serial,
                noted.owner,
                noted.serial,
                literal("rolled back"),
                literal(self._at.text),
            )
            .select_from(update_journal.join(anchor_slots, self.untouched()))
            .where(*within(update_journal, self._run, after, last), noted.restored_at.is_(None))
        )
        return insert(update_audit).from_select(update_audit.c.keys(), rows)

    def _mark(self, after: Key, last: Key) -> Update:
        due = (*within(update_journal, self._run, after, last), update_journal.c.restored_at.is_(None))
        return update(update_journal).values(restored_at=self._at.text).where(*due, exists().where(self.untouched()))

    def _restore(self, after: Key, last: Key) -> Update:
        noted = update_journal.c
        contents = {name: noted[name] for name in BEFORE if name != "version"}
        return (
            update(anchor_slots)
            .values(**contents, version=self.version())
            .where(*within(update_journal, self._run, after, last), noted.restored_at.is_not(None), self.untouched())
        )
