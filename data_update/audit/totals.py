"""Every slot and device once, by what it came to: right, wrong, unclear, left aside or bad, so that the rows add up.

A device counts where its critical slot is listed (its other one where it has none), as the first of `ORDER` that one of
its slots is. A row without a device id is a bad slot of no device.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import ibis
from ibis import Table, _
from ibis.expr.types import StringValue

from data_update.audit import expression
from data_update.audit.expression import KEY
from data_update.audit.reasons import LEFT_ASIDE, OURS, RIGHT, THEIRS, UNSOUND, UNTOLD, WRONG

ORDER = (WRONG, UNSOUND, UNTOLD, LEFT_ASIDE)
FINDINGS = (RIGHT, WRONG, UNTOLD, LEFT_ASIDE, UNSOUND)
"""As they are shown, by their `name_of`."""

CRITICAL, _SECOND = OURS
SEPARATOR = "\x1f"
Group = tuple[str, ...]
Keep = Callable[[str, Table], Table]
GROUP = ("s1sp", "cohort", "device_type")


def name_of(finding: str) -> str:
    """What it is called where rows are counted."""
    return "bad" if finding == UNSOUND else finding


@dataclass(frozen=True, slots=True)
class Total:
    """What the slots and devices of one S1SP, cohort and device type came to; `of` has them in that order."""

    of: Group
    slots: Counter[str] = field(default_factory=Counter)
    devices: Counter[str] = field(default_factory=Counter)


def totals(slots: Table, told: Table, twice: Table, marks: Table, keep: Keep) -> tuple[Total, ...]:
    """`told` has each slot that is not right, `twice` those listed more than once, `marks` the suspects.

    All slots are read once, and once more for devices that lack a slot or have one too many, where there are any.
    """
    here = slots.filter(~_.slot.isin(THEIRS) | _.slot.isnull())
    vague = here.filter(_.device_id.isnull() | ~_.slot.isin(OURS).fill_null(False))
    looked_at = _looked_at(slots)
    some_vague = any(row["vague"] for row in looked_at)
    doubled = keep("doubled", _placed(here.semi_join(twice, KEY), UNSOUND))
    parts = [_placed(told.filter(_.device_id.notnull() & _.slot.isin(OURS))), doubled]
    judged = ibis.union(*parts, *([_placed(vague, UNSOUND)] if some_vague else ()))
    found: dict[Group, Total] = {}
    for row in looked_at:
        _at(found, row).slots[RIGHT] += row["slots"]
        _at(found, row).devices[RIGHT] += row["devices"]
    _count_devices_without_one_critical_slot(found, here, doubled, _odd(marks, vague if some_vague else None))
    for row in _rows(judged.group_by("place", "rank").aggregate(number=_.count())):
        _move(_of_place(found, row).slots, row)
    for row in _judged_devices(here, keep("judged", _by_device(judged))):
        _move(_of_place(found, row).devices, row)
    return tuple(found[of] for of in sorted(found))


def _looked_at(slots: Table) -> list[dict[str, Any]]:
    """Of each group: how many rows there are, how many devices have a critical slot, and how many rows are vague.

    All rows are counted without a look at their ids; those without one are sought apart, which a file may know at once.
    """
    named = _rows(slots.group_by(*GROUP, "slot").aggregate(number=_.count()))
    nameless = _rows(slots.filter(_.device_id.isnull()).group_by(*GROUP, "slot").aggregate(number=_.count()))
    return [
        {
            **row,
            "slots": 0 if without_id else row["number"],
            "devices": (-row["number"] if without_id else row["number"]) if row["slot"] == CRITICAL else 0,
            "vague": row["number"] if without_id or row["slot"] not in OURS else 0,
        }
        for rows, without_id in ((named, False), (nameless, True))
        for row in rows
        if row["slot"] not in THEIRS
    ]


def _count_devices_without_one_critical_slot(
    found: dict[Group, Total], here: Table, doubled: Table, odd: Table
) -> None:
    for row in _rows(_by_place(doubled.filter(_is_critical(doubled)))):
        _of_place(found, row).devices[RIGHT] -= row["number"]
    for row in _rows(_by_place(_homes(doubled.filter(_is_critical(doubled))))):
        _of_place(found, row).devices[RIGHT] += row["number"]
    named = here.filter(_.device_id.notnull())
    rows = named.mutate(mark=expression.mark_of(named.device_id)).semi_join(odd, "mark")
    homes = _homes(_placed(rows, UNSOUND))
    for row in _rows(_by_place(homes.filter(~_is_critical(homes)))):
        _of_place(found, row).devices[RIGHT] += row["number"]


def _odd(marks: Table, vague: Table | None) -> Table:
    """The marks of all devices that may have no critical slot."""
    if vague is None:
        return marks
    named = vague.filter(_.device_id.notnull())
    return ibis.union(marks, named.select(mark=expression.mark_of(named.device_id).cast(marks.mark.type())))


def _judged_devices(here: Table, by_device: Table) -> list[dict[str, Any]]:
    """Where each counts has to be looked up if only its other slot is not right."""
    lonely = by_device.filter(~_is_critical(by_device))
    homes = _homes(_placed(here.semi_join(lonely, "device_id"), UNSOUND))
    looked_up = lonely.drop("place").join(homes, "device_id").select("device_id", "rank", "place")
    both = ibis.union(by_device.filter(_is_critical(by_device)).select("device_id", "rank", "place"), looked_up)
    return _rows(both.group_by("place", "rank").aggregate(number=_.count()))


def _by_device(judged: Table) -> Table:
    named = judged.filter(_.device_id.notnull())
    return named.group_by("device_id").aggregate(rank=_["rank"].min(), place=_.place.min())


def _homes(placed: Table) -> Table:
    return placed.group_by("device_id").aggregate(place=_.place.min())


def _by_place(rows: Table) -> Table:
    return rows.group_by("place").aggregate(number=_.count())


def _placed(rows: Table, finding: str = "") -> Table:
    """Each row as its device, the rank of its finding (its own unless said), and a text of slot and group."""
    ranks = [(rows.finding == name, rank) for rank, name in enumerate(ORDER)] if not finding else []
    rank = ibis.cases(*ranks, else_=len(ORDER)) if ranks else ibis.literal(ORDER.index(finding))
    return rows.select("device_id", rank=rank.cast("int64"), place=_place(rows))


def _place(rows: Table) -> StringValue:
    which = ibis.cases((rows.slot == CRITICAL, "0"), (rows.slot.isin(OURS), "1"), else_="2")
    s1sp, cohort, device_type = (rows[name].fill_null("") for name in GROUP)
    return which + s1sp + SEPARATOR + cohort + SEPARATOR + device_type


def _is_critical(placed: Table) -> Any:
    return placed.place.startswith("0")


def _move(numbers: Counter[str], row: dict[str, Any]) -> None:
    numbers[RIGHT] -= row["number"]
    numbers[ORDER[row["rank"]]] += row["number"]


def _at(found: dict[Group, Total], row: dict[str, Any]) -> Total:
    of = tuple(row[name] or "" for name in GROUP)
    return found.setdefault(of, Total(of))


def _of_place(found: dict[Group, Total], row: dict[str, Any]) -> Total:
    of = tuple(row["place"][1:].split(SEPARATOR, 2))
    return found.setdefault(of, Total(of))


def _rows(table: Table) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = table.to_pyarrow().to_pylist()
    return rows
