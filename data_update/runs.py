"""Runs of an update, remembered so that one that was killed can be finished under its own name."""

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, false, insert, select, text, update

from data_update.moments import Moment
from data_update.schema import update_runs
from sut_adapters.s1sp_database.schema_inputs import input_extracts
from sut_adapters.trouble import Misconfigured

PLANNING, APPLYING, DONE = "planning", "applying", "done"
ROLLING_BACK, ROLLED_BACK = "rolling back", "rolled back"
SECONDS_A_DAY = 86400
INPUTS = ("registrations", "parties", "published_certificates", "smki_material")


PLACE = (update_runs.c.state, update_runs.c.device_id, update_runs.c.slot)


@dataclass(frozen=True, slots=True)
class Run:
    """`device_id` and `slot` say how far it has come in its present state."""

    run: str
    s1sp: str
    at: str
    state: str
    device_id: str
    slot: str
    inputs: str


def begun(connection: Connection, s1sp: str, at: Moment, name: str | None) -> Run:
    """The one of that name, or the last one that was not finished, or a new one.

    Whoever asks at the same time waits, and then is given the same. Raises Misconfigured while one is rolled back.
    """
    _wait_for_others(connection)
    of = update_runs.c
    back = select(of.run).where(of.s1sp == s1sp, of.state == ROLLING_BACK).order_by(of.run).limit(1)
    if taken := connection.execute(back).scalar():
        raise Misconfigured(f"--mode apply: {taken} is being rolled back; let that end, or end it by --mode roll-back")
    found = _named(connection, s1sp, name) if name else _unfinished(connection, s1sp)
    if found:
        return found
    number, run = 1, name or f"{at.text}-{s1sp}"
    while not name and connection.execute(select(of.run).where(of.run == run)).first():
        number += 1
        run = f"{at.text}-{s1sp}-{number}"
    new = Run(run, s1sp, at.text, PLANNING, "", "", json.dumps(ages(connection, at)))
    connection.execute(insert(update_runs).values({name: getattr(new, name) for name in Run.__slots__}))
    return new


def to_take_back(connection: Connection, s1sp: str, name: str | None) -> list[Run]:
    """The one of that name, or all that stand, or else the last one: none of them writes anything from now on.

    The last one comes first. Raises Misconfigured where there is none.
    """
    _wait_for_others(connection)
    of = update_runs.c
    known = select(update_runs).where(of.s1sp == s1sp).order_by(of.at.desc(), of.run.desc())
    rows = list(connection.execute(known.where(of.state != ROLLED_BACK))) or list(connection.execute(known.limit(1)))
    found = [run for run in ([_named(connection, s1sp, name)] if name else map(_run, rows)) if run]
    if not found:
        raise Misconfigured(f"--run: {s1sp} has no run {name or 'to roll back'}; the table update_runs has them")
    for run in found:
        come_to(connection, run.run, ROLLING_BACK)
    return found


def come_to(connection: Connection, run: str, state: str, device_id: str = "", slot: str = "") -> None:
    """Remember how far it has come."""
    values = {"state": state, "device_id": device_id, "slot": slot}
    connection.execute(update(update_runs).values(**values).where(update_runs.c.run == run))


def moved(connection: Connection, run: str, before: tuple[str, str, str], after: tuple[str, str, str]) -> bool:
    """Remember how far it has come (state, device, slot), unless another that is at it has come further meanwhile."""
    of = update_runs.c
    as_known = (of.run == run, *(column == value for column, value in zip(PLACE, before, strict=True)))
    values = dict(zip(PLACE, after, strict=True))
    return connection.execute(update(update_runs).values(values).where(*as_known)).rowcount == 1


def position(connection: Connection, run: str, state: str) -> tuple[str, str] | None:
    """How far it has come in a state, or None where that is over; raises Misconfigured where it is taken back."""
    found = connection.execute(select(*PLACE).where(update_runs.c.run == run)).one()
    if found.state in (ROLLING_BACK, ROLLED_BACK):
        raise Misconfigured(f"--mode apply: {run} is {found.state}, and writes nothing more; start again after that")
    return (found.device_id, found.slot) if found.state == state else None


def ages(connection: Connection, at: Moment) -> dict[str, dict[str, object]]:
    """How old each input is; null where nobody has noted it."""
    found = {row.name: row.as_of for row in connection.execute(select(input_extracts))}
    return {name: {"as_of": found.get(name), "age_days": _days(found.get(name), name, at)} for name in INPUTS}


def _days(as_of: str | None, name: str, at: Moment) -> float | None:
    if as_of is None:
        return None
    return round((at.at - Moment.of(as_of, f"input_extracts: {name}").at).total_seconds() / SECONDS_A_DAY, 1)


def _wait_for_others(connection: Connection) -> None:
    """So that one at a time begins, or takes back, and no batch is being written meanwhile."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("LOCK TABLE update_runs IN SHARE ROW EXCLUSIVE MODE"))
    else:
        connection.execute(update(update_runs).values(state=PLANNING).where(false()))


def _named(connection: Connection, s1sp: str, name: str | None) -> Run | None:
    found = _run(connection.execute(select(update_runs).where(update_runs.c.run == name)).first())
    if found and found.s1sp != s1sp:
        raise Misconfigured(f"--run: {name} is a run of {found.s1sp}; name one of {s1sp}")
    return found


def _unfinished(connection: Connection, s1sp: str) -> Run | None:
    of = update_runs.c
    last = select(update_runs).where(of.s1sp == s1sp, of.state.in_((PLANNING, APPLYING)))
    return _run(connection.execute(last.order_by(of.at.desc()).limit(1)).first())


def _run(row: Row[Any] | None) -> Run | None:
    return None if row is None else Run(**row._mapping)
