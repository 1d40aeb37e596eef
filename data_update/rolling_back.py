"""Puts back what a run has corrected, from the before-images; slots that somebody has written since are refused."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Insert,
    Select,
    Subquery,
    Update,
    and_,
    distinct,
    exists,
    func,
    insert,
    literal,
    or_,
    select,
    update,
)

from data_update.applying import BEFORE, Key, within
from data_update.moments import Moment
from data_update.schema import update_audit, update_journal, update_runs
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
        connection.execute(self._carry(after, last))
        return last

    def untouched(self) -> ColumnElement[bool]:
        """Whether the slot still is what the run made of it, or is so again since a later run was rolled back."""
        slot, noted, above = anchor_slots.c, update_journal.c, update_journal.alias("above")
        again = (
            exists()
            .where(
                above.c.run.in_(select(update_runs.c.run)),
                above.c.device_id == noted.device_id,
                above.c.slot == noted.slot,
                above.c.version == noted.version + 1,
                above.c.restored_version == slot.version,
            )
            .correlate_except(above)
        )
        return and_(
            slot.device_id == noted.device_id,
            slot.slot == noted.slot,
            or_(slot.version == noted.version + 1, again),
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
        done = {"restored_at": self._at.text, "restored_version": self.version()}
        return update(update_journal).values(**done).where(*due, self.untouched())

    def _restore(self, after: Key, last: Key) -> Update:
        noted = update_journal.c
        contents = {name: noted[name] for name in BEFORE if name != "version"}
        return (
            update(anchor_slots)
            .values(**contents, version=self.version())
            .where(
                *within(update_journal, self._run, after, last),
                noted.restored_version == self.version(),
                self.untouched(),
            )
        )

    def _carry(self, after: Key, last: Key) -> Update:
        """What an earlier roll-back had put back, and this run had overwritten, stands again, under another version."""
        earlier, now = update_journal.c, update_journal.alias("now")
        return (
            update(update_journal)
            .values(restored_version=now.c.restored_version)
            .where(
                *within(now, self._run, after, last),
                earlier.run.in_(select(update_runs.c.run)),
                *(earlier[name] == now.c[name] for name in ("device_id", "slot")),
                earlier.restored_version == now.c.version,
                now.c.restored_version.is_not(None),
            )
        )


def not_put_back(connection: Connection, runs: Sequence[str]) -> int:
    """Before-images that are left. Their number falls as long as one run stands on another."""
    noted = update_journal.c
    count = select(func.count()).where(noted.run.in_(runs), noted.restored_at.is_(None))
    return connection.execute(count).scalar_one()


def left(runs: Sequence[str]) -> Select[str, str]:
    """Slots that keep what they hold, each once."""
    noted = update_journal.c
    still = noted.run.in_(runs), noted.restored_at.is_(None)
    return select(noted.device_id, noted.slot).where(*still).distinct().order_by(noted.device_id, noted.slot)


def account(connection: Connection, runs: Sequence[str]) -> dict[str, Any]:
    """What has been put back, now or before, and what has not."""
    noted, refused = update_journal.c, left(runs).subquery()
    kept = exists().where(refused.c.device_id == noted.device_id, refused.c.slot == noted.slot)
    back = select(noted.device_id, noted.slot).where(noted.run.in_(runs), ~kept).distinct().subquery()
    listed = connection.execute(left(runs).limit(ROOM))
    return {
        "restored": _counted(connection, back),
        "refused": _counted(connection, refused),
        "refused_slots": [{"device_id": one.device_id, "slot": one.slot, "why": CHANGED} for one in listed],
    }


def _counted(connection: Connection, slots: Subquery) -> dict[str, int]:
    found = connection.execute(select(func.count(distinct(slots.c.device_id)), func.count()).select_from(slots)).one()
    return {"devices": found[0], "slots": found[1]}
