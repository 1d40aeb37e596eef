"""Rows of the other inputs that cannot be used: they count for nobody, so each of them is named."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import reduce
from operator import or_

import ibis
from ibis import Table
from ibis.expr.types import BooleanValue

from data_update.audit.cells import is_day, is_day_or_missing, is_eui, is_missing
from data_update.audit.columns import METER_POINTS, OTHER_METER_POINTS, USES
from data_update.audit.expression import Inputs
from rulebook.vocabulary import UserRole


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that is at fault: of which input, how to find it there, and why. `line` is 0 where there is none."""

    name: str
    key: tuple[str, ...]
    why: str
    line: int = 0


KEYS = {
    "slots": ("device_id", "slot"),
    "registrations": ("mpxn", "market_participant", "effective_from", "effective_to", "role", "meter_point"),
    "certificates": ("eui", "use", "not_before", "not_after"),
    "parties": ("eui", "market_participant", "sec_party", "effective_from", "effective_to"),
}
"""Every column that a row can be at fault in, so that no good row has the key of a bad one."""


ROLES = tuple(role.value for role in UserRole)
POINTS = (*METER_POINTS, *OTHER_METER_POINTS)
Faults = tuple[tuple[BooleanValue, str], ...]


def bad_inputs(inputs: Inputs) -> Iterator[BadRow]:
    """In the order of the inputs; a row is named for the first thing that is wrong with it."""
    yield from _bad("registrations", inputs.registrations, _of_registrations)
    yield from _bad("certificates", inputs.certificates, _of_certificates)
    yield from _bad("parties", inputs.parties, _of_parties)


def _of_registrations(row: Table) -> Faults:
    return (
        (is_missing(row.mpxn), "it names no meter point"),
        (is_missing(row.market_participant), "it names no market participant"),
        (~is_day(row.effective_from), "effective_from is no day"),
        (~is_day_or_missing(row.effective_to), "effective_to is no day"),
        (~row.role.fill_null(ROLES[0]).isin(ROLES), "its role is no User Role"),
        (~row.meter_point.fill_null(POINTS[0]).isin(POINTS), "its meter point is of no known kind"),
    )


def _of_certificates(row: Table) -> Faults:
    return (
        (~is_eui(row.eui), "eui is no EUI-64"),
        (~is_day(row.not_before.left(10)), "not_before is no moment"),
        (~is_day(row.not_after.left(10)), "not_after is no moment"),
        (~row.use.isin(USES).fill_null(False), "its use is unknown"),
    )


def _of_parties(row: Table) -> Faults:
    return (
        (~is_eui(row.eui), "eui is no EUI-64"),
        (is_missing(row.market_participant), "it names no market participant"),
        (is_missing(row.sec_party), "it names no operator"),
        (~is_day_or_missing(row.effective_from), "effective_from is no day"),
        (~is_day_or_missing(row.effective_to), "effective_to is no day"),
    )


def _bad(name: str, table: Table, faults: Callable[[Table], Faults]) -> Iterator[BadRow]:
    """What is at fault is sought first and named afterwards: naming is dear."""
    suspects = table.filter(reduce(or_, (fault for fault, _why in faults(table))))
    told = suspects.select(*KEYS[name], why=ibis.cases(*faults(suspects), else_=""))
    for row in told.order_by(*KEYS[name]).to_pyarrow().to_pylist():
        yield BadRow(name, tuple(row[key] or "" for key in KEYS[name]), row["why"])
