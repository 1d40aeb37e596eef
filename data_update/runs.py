"""Runs of an update, remembered so that one that was killed can be finished under its own name."""

import json
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select, update

from data_update.moments import Moment
from data_update.schema import update_runs
from sut_adapters.s1sp_database.schema_inputs import input_extracts
from sut_adapters.trouble import Misconfigured

PLANNING, APPLYING, DONE, ROLLED_BACK = "planning", "applying", "done", "rolled back"
SECONDS_A_DAY = 86400


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
    """The one of that name, or the last one that was not finished, or a new one."""
    found = _named(connection, s1sp, name) if name else _unfinished(connection, s1sp)
    if found:
        return found
    number, run = 1, name or f"{at.text}-{s1sp}"
    while not name and connection.execute(select(update_runs.c.run).where(update_runs.c.run == run)).first():
        number += 1
        run = f"{at.text}-{s1sp}-{number}"
    new = Run(run, s1sp, at.text, PLANNING, "", "", json.dumps(ages(connection, at)))
    connection.execute(insert(update_runs).values({name: getattr(new, name) for name in Run.__slots__}))
    return new


def to_take_back(connection: Connection, s1sp: str, name: str | None) -> list[Run]:
    """The one of that name, or all that stand, the last one first; raises Misconfigured where there is none."""
    of = update_runs.c
    standing = select(update_runs).where(of.s1sp == s1sp, of.state != ROLLED_BACK).order_by(of.at.desc(), of.run.desc())
    found = [_named(connection, s1sp, name)] if name else [_run(row) for row in connection.execute(standing)]
    if not any(found):
        raise Misconfigured(f"--run: {s1sp} has no run {name or 'to roll back'}; the table update_runs has them")
    return [run for run in found if run]


def come_to(connection: Connection, run: str, state: str, device_id: str = "", slot: str = "") -> None:
    """Remember how far it has come."""
    values = {"state": state, "device_id": device_id, "slot": slot}
    connection.execute(update(update_runs).values(**values).where(update_runs.c.run == run))


def ages(connection: Connection, at: Moment) -> dict[str, dict[str, object]]:
    """How old each input is."""
    found = connection.execute(select(input_extracts).order_by(input_extracts.c.name))
    return {row.name: {"as_of": row.as_of, "age_days": _days(row.as_of, row.name, at)} for row in found}


def _days(as_of: str, name: str, at: Moment) -> float:
    return round((at.at - Moment.of(as_of, f"input_extracts: {name}").at).total_seconds() / SECONDS_A_DAY, 1)


def _named(connection: Connection, s1sp: str, name: str | None) -> Run | None:
    found = _run(connection.execute(select(update_runs).where(update_runs.c.run == name)).first())
    if found and found.s1sp != s1sp:
        raise Misconfigured(f"--run: {name} is a run of {found.s1sp}; name one of {s1sp}")
    return found


def _unfinished(connection: Connection, s1sp: str) -> Run | None:
    of = update_runs.c
    last = select(update_runs).where(of.s1sp == s1sp, of.state.in_((PLANNING, APPLYING)))
    return _run(connection.execute(last.order_by(of.at.desc()).limit(1)).first())


def _run(row: object) -> Run | None:
    return None if row is None else Run(*row)  # type: ignore[misc]
