"""The suite's own count of what is wrong in a database, by one query that can be read and asked again (MP107-03).

It shares nothing with any update: a slot is wrong whose owner is another SEC Party than the one registered today.
"""

from sqlalchemy import Connection, ScalarSelect, Select, and_, distinct, func, or_, select
from sqlalchemy.sql.selectable import Subquery

from rulebook.vocabulary import (
    NETWORK_OPERATOR_SLOTS,
    NETWORK_OPERATORS,
    Component,
    DeviceStatus,
    DeviceType,
    Generation,
)
from sut_adapters.s1sp_database.mapping import Tables
from sut_adapters.update_terms import WrongCount

GONE = (DeviceStatus.DECOMMISSIONED.value, DeviceStatus.WITHDRAWN.value)
END_OF_DAY = "T23:59:59Z"
"""A record that will be withdrawn on a later day counts on the day."""
OPERATED = (DeviceType.ESME.value, DeviceType.GPF.value)


def count_wrong(connection: Connection, tables: Tables, s1sp: Component, day: str) -> WrongCount:
    """Devices once, however many of their slots are wrong."""
    query = wrong_by_kind(tables, s1sp, day)
    rows = connection.execute(query).all()
    return WrongCount(
        {(row.cohort, row.device_type): row.devices for row in rows},
        {(row.cohort, row.device_type): row.slots for row in rows},
        " ".join(str(query.compile(connection.engine, compile_kwargs={"literal_binds": True})).split()),
    )


def wrong_by_kind(tables: Tables, s1sp: Component, day: str) -> Select[tuple[str, str, int, int]]:
    """The query."""
    device, slot = tables.devices.c, tables.anchor_slots.c
    whose, held_by = _registered_operator(tables, day), _operators(tables, "eui", day)
    return (
        select(
            device.cohort,
            device.device_type,
            func.count(distinct(device.device_id)).label("devices"),
            func.count().label("slots"),
        )
        .join_from(tables.devices, tables.anchor_slots, device.device_id == slot.device_id)
        .join(held_by, held_by.c.name == slot.owner)
        .where(
            slot.slot.in_(sorted(each.value for each in NETWORK_OPERATOR_SLOTS)),
            whose != held_by.c.operator,
            device.generation == Generation.SMETS1.value,
            device.status.not_in(GONE),
            device.device_type.in_(OPERATED),
            or_(device.s1sp == s1sp.value, device.s1sp.is_(None)),
        )
        .group_by(device.cohort, device.device_type)
        .order_by(device.cohort, device.device_type)
    )


def _registered(tables: Tables, day: str) -> ScalarSelect[str]:
    """The one network operator of the device's meter point, looked up for each device; of two at once, nobody."""
    one = tables.registrations.c
    return (
        select(func.min(one.market_participant))
        .where(
            one.mpxn == tables.devices.c.mpxn,
            one.role.in_(sorted(role.value for role in NETWORK_OPERATORS)),
            or_(one.withdrawn_at.is_(None), one.withdrawn_at > f"{day}{END_OF_DAY}"),
            and_(one.effective_from <= day, or_(one.effective_to.is_(None), one.effective_to >= day)),
        )
        .having(func.count(distinct(one.market_participant)) == 1)
        .correlate(tables.devices)
        .scalar_subquery()
    )


def _registered_operator(tables: Tables, day: str) -> ScalarSelect[str]:
    """Its SEC Party; null where nobody is registered, or nobody known."""
    of = _operators(tables, "market_participant", day)
    return (
        select(of.c.operator).where(of.c.name == _registered(tables, day)).correlate(tables.devices).scalar_subquery()
    )


def _operators(tables: Tables, by: str, day: str) -> Subquery:
    one = tables.parties.c
    return (
        select(one[by].label("name"), func.min(one.sec_party).label("operator"))
        .where(one.effective_from <= day, or_(one.effective_to.is_(None), one.effective_to >= day))
        .group_by(one[by])
        .subquery(f"operator_by_{by}")
    )
