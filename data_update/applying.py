"""Corrects what is planned, a batch at a time: each slot is judged again, noted as it was, written, accounted for."""

from dataclasses import dataclass

from sqlalchemy import (
    ColumnElement,
    Connection,
    Insert,
    Select,
    Update,
    and_,
    case,
    insert,
    literal,
    null,
    select,
    tuple_,
    update,
)
from sqlalchemy.sql import FromClause

from data_update import schema
from data_update.rule import Rule
from data_update.schema import certificates, choices, update_audit, update_journal, update_plan
from sut_adapters.s1sp_database.schema import anchor_slots, devices

Key = tuple[str, str]
START: Key = ("", "")
CORRECTED = "corrected"
BEFORE = ("version", "owner", "use", "issuer", "serial", "certificate")
AFTER = ("new_issuer", "new_serial")
COUNTED = {"preserve_rowcount": True}


class ChangedUnderwayError(Exception):
    """A slot that was noted could not be written, because somebody else has written it: nothing of the batch stands."""


@dataclass(frozen=True, slots=True)
class Applying:
    """One run. `size` is how many slots are written in one transaction."""

    rule: Rule
    run: str
    size: int

    def correct(self, connection: Connection, after: Key, last: Key) -> None:
        """A batch: all between two keys. To be called within a transaction."""
        noted = connection.execute(self.note(after, last), execution_options=COUNTED).rowcount
        written = connection.execute(self.write(after, last)).rowcount
        if noted != written:
            raise ChangedUnderwayError(f"{noted} slots were noted and {written} written")
        connection.execute(self.account(after, last))

    def last(self, connection: Connection, after: Key) -> Key | None:
        """The last key of the batch after this key."""
        of = update_plan.c
        due = select(of.device_id, of.slot).where(*within(update_plan, self.run, after), of.reason.is_(None))
        nth = connection.execute(due.order_by(of.device_id, of.slot).offset(self.size - 1).limit(1)).first()
        final = nth or connection.execute(due.order_by(of.device_id.desc(), of.slot.desc()).limit(1)).first()
        return None if final is None else (final.device_id, final.slot)

    def note(self, after: Key, last: Key) -> Insert:
        """The slots as they are, of those that the rule still has corrected and nobody has written since the plan."""
        due = self.due(after, last).subquery()
        columns = [*BEFORE, *AFTER]
        rows = select(literal(self.run), due.c.device_id, due.c.slot, *(due.c[name] for name in columns))
        target = ["run", "device_id", "slot", *columns]
        return insert(update_journal).from_select(target, rows.where(due.c.reason.is_(None)))

    def due(self, after: Key, last: Key) -> Select[tuple[object, ...]]:
        """What the rule says now of the slots that are planned."""
        plan, slot = update_plan.c, anchor_slots.c
        planned = update_plan.join(devices, devices.c.device_id == plan.device_id)
        more = (
            *(slot[name] for name in BEFORE[1:]),
            choices.c.issuer.label("new_issuer"),
            choices.c.serial.label("new_serial"),
        )
        same = and_(
            plan.slot == slot.slot, plan.version == slot.version, plan.operator == schema.participants.c.operator
        )
        return self.rule.findings(planned, *more).where(
            *within(update_plan, self.run, after, last), plan.reason.is_(None), same
        )

    def write(self, after: Key, last: Key) -> Update:
        """What was noted, if nobody has written it since."""
        slot, noted, new = anchor_slots.c, update_journal.c, certificates.c
        return (
            update(anchor_slots)
            .values(
                owner=new.owner,
                use=new.use,
                issuer=new.issuer,
                serial=new.serial,
                certificate=self.octets(),
                version=slot.version + 1,
            )
            .where(
                *within(update_journal, self.run, after, last),
                *(slot[name] == noted[name] for name in ("device_id", "slot", "version")),
                noted.new_issuer == new.issuer,
                noted.new_serial == new.serial,
            )
        )

    def octets(self) -> ColumnElement[bytes | None]:
        """Of the certificate that is written. A slot that keeps Certificate IDs only goes on so."""
        return case((anchor_slots.c.certificate.is_(None), null()), else_=certificates.c.certificate)

    def account(self, after: Key, last: Key) -> Insert:
        """An audit record for each slot that was written."""
        noted, plan, new = update_journal.c, update_plan.c, certificates.c
        same = and_(*(noted[name] == plan[name] for name in ("run", "device_id", "slot")))
        after_it = and_(noted.new_issuer == new.issuer, noted.new_serial == new.serial)
        why = literal("FIA 3.3.2: registered is ") + plan.operator + literal(" as ") + plan.market_participant
        rows = (
            select(
                noted.run,
                noted.device_id,
                noted.slot,
                literal(CORRECTED),
                noted.owner,
                noted.serial,
                new.owner,
                new.serial,
                why,
                literal(self.rule.at.text),
            )
            .select_from(update_journal.join(update_plan, same).join(certificates, after_it))
            .where(*within(update_journal, self.run, after, last))
        )
        return insert(update_audit).from_select(update_audit.c.keys(), rows)


def within(table: FromClause, run: str, after: Key, last: Key | None = None) -> list[ColumnElement[bool]]:
    """The rows of a run between two keys, the first excluded, the second included."""
    key = tuple_(table.c.device_id, table.c.slot)
    bounds = [table.c.run == run, key > tuple_(*map(literal, after))]
    return bounds if last is None else [*bounds, key <= tuple_(*map(literal, last))]
