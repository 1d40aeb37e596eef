"""Which slots are found, and why some of them are left alone.

It is one query, asked of the estate, and again of each slot that is about to be written.
"""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Case, ColumnElement, Select, and_, case, exists, func, not_, null, or_, select, tuple_
from sqlalchemy.sql import FromClause

from data_update import schema
from data_update.decisions import Decisions, stands
from data_update.moments import Moment
from rulebook.vocabulary import DeviceType
from sut_adapters.s1sp_database.schema import anchor_slots, devices
from sut_adapters.s1sp_database.schema_inputs import registrations

Test = ColumnElement[bool]
CONCERNED = (DeviceType.ESME.value, DeviceType.GPF.value, DeviceType.GSME.value)
"""Types that have Network Operator slots, or may have."""


@dataclass(frozen=True, slots=True)
class Rule:
    """For one S1SP's devices, at one moment."""

    decisions: Decisions
    s1sp: str
    at: Moment

    def findings(self, start: FromClause = devices, *more: ColumnElement[Any]) -> Select[Any]:
        """A row for each slot that is not shown to be right, in the columns of a plan but for `run`, and more.

        `start` is what devices are taken from, if not from the whole table. Slots come by an outer join, though every
        device has them, so that SQLite goes by the devices, and looks for each registration once and not once a slot.
        """
        d, s, r, p, c = devices.c, anchor_slots.c, registrations.c, schema.participants.c, schema.choices.c
        tables = (
            start.outerjoin(
                registrations, and_(self.decisions.concerns(devices, registrations), self._in_force(registrations))
            )
            .outerjoin(anchor_slots, and_(s.device_id == d.device_id, s.slot.in_(self.decisions.slots)))
            .outerjoin(schema.participants, and_(p.market_participant == r.market_participant, p.role == r.role))
            .outerjoin(
                schema.choices,
                and_(
                    c.market_participant == r.market_participant,
                    c.role == r.role,
                    c.licence_area == r.licence_area,
                    c.slot == s.slot,
                ),
            )
        )
        return (
            select(
                d.device_id,
                s.slot,
                s.version,
                d.device_type,
                d.cohort,
                p.operator,
                r.market_participant,
                r.role,
                r.licence_area,
                case((self._shown_wrong(), 1), else_=0).label("wrong"),
                self._reason().label("reason"),
                *more,
            )
            .select_from(tables)
            .where(
                func.coalesce(s.slot, "") != "",
                self.decisions.serves(devices, self.s1sp),
                d.device_type.in_(CONCERNED),
                not_(self._right(registrations)),
                not_(self._said_by_another()),
            )
        )

    def _reason(self) -> Case[str | None]:
        """The first that fits; null where the slot is to be corrected."""
        tests = {name: test for name, test in self._tests().items() if name not in self.decisions.overlooked}
        found = schema.choices.c
        return case(
            *((test, name) for name, test in tests.items()),
            (found.reason.is_not(None), found.reason),
            (found.issuer.is_(None), "no-published-certificate"),
            else_=null(),
        )

    def _tests(self) -> dict[str, Test]:
        """In the order of docs/data-update.md."""
        d, r = devices.c, registrations.c
        return {
            "smets2": d.generation != "SMETS1",
            "decommissioned": d.status.in_(("Decommissioned", "Withdrawn")),
            "gsme": d.device_type == DeviceType.GSME.value,
            "no-gas-meter": and_(d.device_type == DeviceType.GPF.value, d.mpxn.is_(None)),
            "no-registration": r.market_participant.is_(None),
            "two-registrations": self._has_a_rival(),
            "about-to-change": self._changes(),
            "different-distributors": self._differs_elsewhere(),
            "empty-slot": self._has_an_empty_slot(),
            "unknown-operator": schema.participants.c.operator.is_(None),
            "unknown-owner": not_(self._owner_is_known()),
        }

    def _in_force(self, table: FromClause) -> Test:
        return self.decisions.in_force(table, self.at)

    def _right(self, registered: FromClause) -> Test:
        return self.decisions.right(anchor_slots, registered)

    def _said_by_another(self) -> Test:
        """Whether the same is found by another registration, so that a slot is found once."""
        twin = registrations.alias("twin")
        key, other = (
            tuple_(*(table.c[name] for name in ("market_participant", "role", "effective_from", "recorded_at")))
            for table in (registrations, twin)
        )
        earlier = [self.decisions.concerns(devices, twin), self._in_force(twin), other < key, not_(self._right(twin))]
        return exists().where(*earlier).correlate_except(twin)

    def _has_a_rival(self) -> Test:
        r, rival = registrations.c, registrations.alias("rival")
        names = ("market_participant", "role", "licence_area")
        differs = or_(*(rival.c[name] != r[name] for name in names))
        return (
            exists()
            .where(self.decisions.concerns(devices, rival), self._in_force(rival), differs)
            .correlate_except(rival)
        )

    def _changes(self) -> Test:
        r, later = registrations.c, registrations.alias("later")
        begins = and_(later.c.effective_from > self.at.day, stands(later, self.at))
        another = later.c.market_participant != r.market_participant
        begun = exists().where(self.decisions.concerns(devices, later), begins, another).correlate_except(later)
        return or_(r.effective_to.is_not(None), begun)

    def _differs_elsewhere(self) -> Test:
        d, elsewhere, theirs = devices.c, registrations.alias("elsewhere"), schema.participants.alias("theirs")
        same = (
            exists()
            .where(
                theirs.c.market_participant == elsewhere.c.market_participant,
                theirs.c.role == elsewhere.c.role,
                theirs.c.operator == schema.participants.c.operator,
            )
            .correlate_except(theirs)
        )
        another = and_(self._in_force(elsewhere), not_(same))
        return or_(
            *(
                and_(mpan.is_not(None), exists().where(elsewhere.c.mpxn == mpan, another).correlate_except(elsewhere))
                for mpan in (d.secondary_mpan, d.export_mpan)
            )
        )

    def _has_an_empty_slot(self) -> Test:
        beside = anchor_slots.alias("beside")
        of = and_(beside.c.device_id == devices.c.device_id, beside.c.slot.in_(self.decisions.slots))
        return exists().where(of, beside.c.owner.is_(None)).correlate_except(beside)

    def _owner_is_known(self) -> Test:
        return exists().where(schema.owners.c.eui == anchor_slots.c.owner).correlate_except(schema.owners)

    def _shown_wrong(self) -> Test:
        """Whether both operators are known, and are two."""
        r, p = registrations.c, schema.participants.c
        known = and_(r.market_participant.is_not(None), p.operator.is_not(None), self._owner_is_known())
        same = (
            exists()
            .where(
                schema.holders.c.eui == anchor_slots.c.owner,
                schema.holders.c.market_participant == r.market_participant,
                schema.holders.c.role == r.role,
            )
            .correlate_except(schema.holders)
        )
        return and_(known, not_(self._has_a_rival()), not_(same))
