"""The audit carried out: the counts, the slots that are wrong, and every row that could not be judged."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from ibis import Table, _

from data_update.audit.engines import Engine
from data_update.audit.expression import (
    KEY,
    Inputs,
    explained,
    faulty_devices,
    listed_twice,
    not_right,
    of_no_device,
    suspects,
)
from data_update.audit.loading import loaded
from data_update.audit.reading import Misshapen
from data_update.audit.reasons import LEFT_ASIDE, OURS, THEIRS, UNSOUND, UNTOLD, WRONG
from data_update.audit.soundness import BadRow, bad_inputs
from data_update.audit.sources import Source
from data_update.audit.totals import GROUP, Total, totals
from data_update.audit.twofold import told_once


@dataclass(frozen=True, slots=True, order=True)
class Count:
    """How many slots and devices share a finding; a device with both slots wrong counts once."""

    s1sp: str
    cohort: str
    device_type: str
    finding: str
    registered: str
    holder: str
    because: str
    slots: int
    devices: int


@dataclass(frozen=True, slots=True)
class Audit:
    """What was found. `totals` has every slot and device once; `counts` says more of those that are not right.

    `found` has a row for each slot that is not right, and is read from the engine as it is asked, like `inputs`.
    """

    counts: tuple[Count, ...]
    totals: tuple[Total, ...]
    bad: tuple[BadRow, ...]
    misshapen: tuple[Misshapen, ...]
    found: Table = field(repr=False)
    inputs: Inputs = field(repr=False)

    @property
    def looked_at(self) -> Mapping[tuple[str, ...], int]:
        """How many slots there are, by S1SP, cohort and type."""
        return {one.of: one.slots.total() for one in self.totals}

    def total(self, finding: str) -> int:
        """How many slots came to this, or, in all that are looked at, to `unsound`."""
        return sum(one.slots[finding] for one in self.totals)

    def number(self, finding: str) -> int:
        """How many slots."""
        return sum(one.slots for one in self.counts if one.finding == finding)

    @property
    def exit_code(self) -> int:
        """10 where a slot is wrong, 11 where none is and some could not be judged, 0 where all are right."""
        if self.number(WRONG):
            return 10
        return 11 if self.bad or self.misshapen or self.number(UNTOLD) or self.number(UNSOUND) else 0

    def rows(self, *findings: str) -> Iterator[Mapping[str, str]]:
        """The slots of these findings, in the order of S1SP, device and slot."""
        wanted = self.found.filter(_.finding.isin(list(findings))).order_by("s1sp", "device_id", "slot")
        for batch in wanted.to_pyarrow().to_batches(10_000):
            yield from batch.to_pylist()


@contextmanager
def audited(engine: Engine, sources: Mapping[str, Source], at: str) -> Iterator[Audit]:
    """Raises Misconfigured in one line; the audit can be read until the context ends."""
    with loaded(engine, sources) as found:
        inputs = Inputs(**found.tables, at=at)
        marks = found.keep("marks", suspects(inputs.slots))
        faulty = found.keep("faulty", faulty_devices(inputs.slots, marks))
        kept = found.keep("kept", not_right(inputs)).union(of_no_device(inputs, faulty))
        twice = listed_twice(faulty)
        sound = kept.anti_join(twice, KEY)
        told = found.keep("told", explained(sound, inputs))
        yield Audit(
            counts=_counts(told),
            totals=totals(inputs.slots, told, twice, marks, found.keep),
            bad=(*_unsound(told, inputs.slots), *_doubled(twice), *told_once(bad_inputs(inputs), found, sources)),
            misshapen=tuple(found.misshapen),
            found=told,
            inputs=inputs,
        )


def _counts(told: Table) -> tuple[Count, ...]:
    by = (*GROUP, "finding", "registered", "holder", "because")
    counted = told.filter(_.finding != UNSOUND).group_by(*by).aggregate(slots=_.count(), devices=_.device_id.nunique())
    return tuple(
        sorted(
            Count(**{name: row[name] or "" for name in by}, slots=row["slots"], devices=row["devices"])
            for row in _rows(counted)
        )
    )


def _unsound(told: Table, slots: Table) -> Iterator[BadRow]:
    rows = _rows(told.filter(_.finding == UNSOUND).order_by(*KEY))
    vague = any(row["device_id"] is None or row["slot"] not in OURS for row in rows)
    times = _times(slots) if vague else {}
    for row in rows:
        bad = BadRow("slots", (row["device_id"] or "", row["slot"] or ""), row["because"])
        yield from [bad] * times.get((row["device_id"], row["slot"]), 1)


def _times(slots: Table) -> Mapping[tuple[str | None, ...], int]:
    """How often each device and slot stands there that names no device or no slot known here."""
    vague = slots.filter(_.device_id.isnull() | _.slot.isnull() | ~_.slot.isin([*OURS, *THEIRS]))
    counted = _rows(vague.group_by(*KEY).aggregate(times=_.count()))
    return {tuple(row[name] for name in KEY): row["times"] for row in counted}


def _doubled(twice: Table) -> Iterator[BadRow]:
    for row in _rows(twice.order_by("device_id", "slot")):
        yield BadRow("slots", (row["device_id"], row["slot"]), f"the slot is listed {row['times']} times")


def _rows(table: Table) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = table.to_pyarrow().to_pylist()
    return rows


__all__ = ["LEFT_ASIDE", "Audit", "Count", "audited"]
