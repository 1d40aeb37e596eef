"""What came of a plan, counted: by reason, by cohort and device type, by operator; devices and slots."""

from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, and_, case, distinct, exists, func, literal, select

from data_update.schema import scratch_plan, update_journal

Counts = dict[str, Any]
CORRECTED, LEFT, CHANGED, ARISEN = "corrected", "left_alone", "changed_meanwhile", "newly_arisen"
NOT_COUNTED = ("smets2", "decommissioned", "gsme")
"""FIA 4.2.2 counts SMETS1 ESMEs and GPFs in service."""


def outcome_of(plan: Table, *, applied: bool) -> ColumnElement[str]:
    """What came of a row: in a dry run, what would."""
    done = _journalled(plan) if applied else literal(1) == literal(1)
    return case((plan.c.reason.is_not(None), LEFT), (done, CORRECTED), else_=CHANGED)


def operator_of(plan: Table) -> ColumnElement[str | None]:
    """Null where nobody can say, as of two that are registered."""
    return case((func.coalesce(plan.c.reason, "") != "two-registrations", plan.c.operator)).label("whose")


def counted(connection: Connection, plan: Table, run: str, *, applied: bool) -> Counts:
    """In the form of docs/data-update.md."""
    outcome, of = outcome_of(plan, applied=applied).label("outcome"), plan.c

    def ask(*by: ColumnElement[Any]) -> list[Any]:
        """Devices, slots, and what they are counted by."""
        counts = (func.count(distinct(of.device_id)), func.count())
        return list(connection.execute(select(*counts, *by).where(of.run == run).group_by(*by).order_by(*by)))

    totals = {name: _count(devices, slots) for devices, slots, name in ask(outcome)}
    wrong = select(func.count(distinct(of.device_id)), func.count(), of.cohort, of.device_type)
    shown = and_(of.run == run, of.wrong == 1, func.coalesce(of.reason, "").not_in(NOT_COUNTED))
    return {
        "found": _everything(connection, plan, run),
        CORRECTED: totals.get(CORRECTED, _count(0, 0)),
        CHANGED: totals.get(CHANGED, _count(0, 0)),
        LEFT: [{"reason": reason, **_count(devices, slots)} for devices, slots, reason in ask(of.reason) if reason],
        "wrong": [
            {"cohort": cohort, "device_type": kind, **_count(devices, slots)}
            for devices, slots, cohort, kind in connection.execute(
                wrong.where(shown).group_by(of.cohort, of.device_type).order_by(of.cohort, of.device_type)
            )
        ],
        "by_operator": _by_operator(ask(operator_of(plan), outcome, of.reason)),
    }


def counted_again(connection: Connection, plan: Table, run: str) -> Counts:
    """After it: what is found now, of which so many slots had been left alone before; altogether and by operator."""
    now, before = scratch_plan.c, plan.c
    known = (
        exists()
        .where(
            before.run == run,
            before.device_id == now.device_id,
            before.slot == now.slot,
            before.reason.is_not(None),
        )
        .correlate_except(plan)
    )

    def ask(*by: ColumnElement[Any]) -> list[Any]:
        """Devices and slots, by whether they are known."""
        columns = (func.count(distinct(now.device_id)), func.count(), case((known, LEFT), else_=ARISEN).label("known"))
        asked = select(*columns, *by).where(now.run == run)
        return list(connection.execute(asked.group_by("known", *by).order_by(*by)))

    rows = {what: _count(devices, slots) for devices, slots, what in ask()}
    of: dict[str, Counts] = {}
    for _, slots, what, operator in ask(operator_of(scratch_plan)):
        one = of.setdefault(operator or "", {"found": 0, LEFT: 0, ARISEN: 0})
        one["found"], one[what] = one["found"] + slots, slots
    return {
        "found": _everything(connection, scratch_plan, run),
        LEFT: rows.get(LEFT, _count(0, 0)),
        ARISEN: rows.get(ARISEN, _count(0, 0)),
        "by_operator": [{"operator": name, **one} for name, one in sorted(of.items())],
    }


def _by_operator(rows: list[Any]) -> list[Counts]:
    found: dict[str, Counts] = {}
    for _, slots, operator, outcome, reason in rows:
        one = found.setdefault(operator or "", {"found": 0, CORRECTED: 0, LEFT: {}, CHANGED: 0})
        one["found"] += slots
        if outcome == LEFT:
            one[LEFT][reason] = one[LEFT].get(reason, 0) + slots
        else:
            one[outcome] += slots
    return [{"operator": name, **one} for name, one in sorted(found.items())]


def _everything(connection: Connection, plan: Table, run: str) -> dict[str, int]:
    counts = select(func.count(distinct(plan.c.device_id)), func.count()).where(plan.c.run == run)
    devices, slots = connection.execute(counts).one()
    return _count(devices, slots)


def _journalled(plan: Table) -> ColumnElement[bool]:
    same = (update_journal.c[name] == plan.c[name] for name in ("run", "device_id", "slot"))
    return exists().where(*same).correlate_except(update_journal)


def _count(devices: int, slots: int) -> dict[str, int]:
    return {"devices": devices, "slots": slots}
