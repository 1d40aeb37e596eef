"""Inputs of an audit as CSV: one slot of each kind, and a call of the audit on them."""

import csv
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from commands.__main__ import app
from data_update.audit.engines import Engine
from data_update.audit.result import Count, audited
from data_update.audit.soundness import BadRow
from data_update.audit.sources import source

AT = "2026-11-22T12:00:00Z"
CRITICAL, NON_CRITICAL = "critical Network Operator", "non-critical Network Operator"
NORTHMOOR, NORTHMOORS_SECOND, SOUTHFELL = (f"02-4D-50-50-00-00-00-0{number}" for number in (1, 2, 3))
Rows = list[dict[str, str]]

SLOT = {
    "device_id": "02-4D-50-44-00-00-00-01",
    "device_type": "ESME",
    "s1sp": "S1SP1",
    "cohort": "IOC",
    "mpxn": "1000000000001",
    "slot": CRITICAL,
    "owner": SOUTHFELL,
}


def slots(**said: str) -> Rows:
    """Both Network Operator slots of one device, which is wrong unless said otherwise."""
    return [{**SLOT, **said, "slot": name} for name in (CRITICAL, NON_CRITICAL)]


def registration(**said: str) -> dict[str, str]:
    known = {"mpxn": SLOT["mpxn"], "market_participant": "NMOR", "effective_from": "2020-01-01", "effective_to": ""}
    return {**known, "role": "Electricity Distributor", "meter_point": "import", "withdrawn_at": "", **said}


def published(eui: str = NORTHMOOR, **said: str) -> Rows:
    known = {"eui": eui, "not_before": "2020-01-01T00:00:00Z", "not_after": "2040-01-01T00:00:00Z", "revoked_at": ""}
    return [{**known, "use": use, **said} for use in ("digital signing", "key agreement")]


PARTIES: Rows = [
    {"eui": NORTHMOOR, "market_participant": "NMOR", "sec_party": "Northmoor"},
    {"eui": NORTHMOORS_SECOND, "market_participant": "NMWE", "sec_party": "Northmoor"},
    {"eui": SOUTHFELL, "market_participant": "SOUT", "sec_party": "Southfell"},
]


class Found:
    """What an audit came to, as values that outlive its engine."""

    def __init__(self, counts: tuple[Count, ...], rows: Rows, bad: tuple[BadRow, ...], code: int) -> None:
        self.counts, self.rows, self.bad, self.code = counts, rows, bad, code

    @property
    def because(self) -> dict[str, int]:
        """How many slots there are for each finding and reason."""
        return {f"{one.finding}: {one.because}": one.slots for one in self.counts}

    @property
    def of_devices(self) -> dict[str, str]:
        """The finding and reason of each device, the same for both slots."""
        return {row["device_id"]: f"{row['finding']}: {row['because']}" for row in self.rows}


Audit = Callable[..., Found]


@pytest.fixture
def audit(tmp_path: Path) -> Audit:
    """The audit of rows, by DuckDB on CSV."""

    def audited_rows(held: Rows, registered: Rows | None = None, listed: Rows | None = None) -> Found:
        inputs = {
            "slots": held,
            "registrations": [registration()] if registered is None else registered,
            "certificates": published() if listed is None else listed,
            "parties": PARTIES,
        }
        return by(Engine.DUCKDB, {name: written(tmp_path / f"{name}.csv", rows) for name, rows in inputs.items()})

    return audited_rows


def by(engine: Engine, places: Mapping[str, object]) -> Found:
    """The audit of named places by one engine."""
    sources = {name: source(name, str(place)) for name, place in places.items()}
    with audited(engine, sources, AT) as found:
        rows = [dict(row) for row in found.rows("wrong", "unclear", "left aside")]
        return Found(found.counts, rows, found.bad, found.exit_code)


def written(file: Path, rows: Rows) -> Path:
    """As CSV; without rows a header that fits."""
    columns = list(rows[0]) if rows else ["mpxn", "market_participant", "effective_from", "effective_to", *PARTIES[0]]
    with file.open("w", encoding="utf-8", newline="") as text:
        writer = csv.DictWriter(text, columns)
        writer.writeheader()
        writer.writerows(rows)
    return file


def audit_command(*words: str) -> Result:
    """`mp107 audit` in this process."""
    return CliRunner().invoke(app, ["audit", *words], env={"COLUMNS": "200"})
