"""Rows of the other inputs that cannot be used: they count for nobody, so each of them is named."""

from collections.abc import Iterator
from dataclasses import dataclass

import ibis
from ibis import Table, _
from ibis.expr.types import BooleanValue

from data_update.audit.columns import DAY, EUI
from data_update.audit.expression import Inputs


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that is at fault: of which input, how to find it there, and why. `line` is 0 where there is none."""

    name: str
    key: tuple[str, ...]
    why: str
    line: int = 0


KEYS = {
    "slots": ("device_id", "slot"),
    "registrations": ("mpxn", "market_participant", "effective_from", "effective_to"),
    "certificates": ("eui", "use", "not_before", "not_after"),
    "parties": ("eui", "market_participant", "sec_party"),
}


def bad_inputs(inputs: Inputs) -> Iterator[BadRow]:
    """In the order of the inputs; a row is named for the first thing that is wrong with it."""
    one, two, three = inputs.registrations, inputs.certificates, inputs.parties
    yield from _bad(
        "registrations",
        one,
        (_missing(one.mpxn), "it names no meter point"),
        (_missing(one.market_participant), "it names no market participant"),
        (_no_day(one.effective_from), "effective_from is no day"),
        (~_missing(one.effective_to) & _no_day(one.effective_to), "effective_to is no day"),
    )
    yield from _bad(
        "certificates",
        two,
        (_missing(two.eui) | ~two.eui.re_search(EUI), "eui is no EUI-64"),
        (_no_day(two.not_before.left(10)), "not_before is no moment"),
        (_no_day(two.not_after.left(10)), "not_after is no moment"),
    )
    yield from _bad(
        "parties",
        three,
        (_missing(three.eui) | ~three.eui.re_search(EUI), "eui is no EUI-64"),
        (_missing(three.market_participant), "it names no market participant"),
        (_missing(three.sec_party), "it names no operator"),
    )


def _bad(name: str, table: Table, *faults: tuple[BooleanValue, str]) -> Iterator[BadRow]:
    told = table.mutate(why=ibis.cases(*faults, else_="")).filter(_.why != "").select(*KEYS[name], "why")
    for row in told.order_by(*KEYS[name]).to_pyarrow().to_pylist():
        yield BadRow(name, tuple(row[key] or "" for key in KEYS[name]), row["why"])


def _missing(column: ibis.Value) -> BooleanValue:
    return column.isnull() | (column == "")


def _no_day(column: ibis.Value) -> BooleanValue:
    return column.isnull() | ~column.like(DAY)
