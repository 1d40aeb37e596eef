"""Every slot and device is counted once: right, wrong, unclear, left aside or bad; and every bad row once."""

from collections import Counter
from pathlib import Path
from typing import Any

import pyarrow
import pytest
from pyarrow import parquet
from sqlalchemy import Column, MetaData, Table, Text, create_engine

from data_update.audit.engines import Engine
from data_update.audit.result import audited
from data_update.audit.sources import source
from data_update.audit.totals import FINDINGS
from rulebook.vocabulary import Component
from tests.audit.conftest import (
    AT,
    NORTHMOOR,
    PARTIES,
    SOUTHFELL,
    Rows,
    audit_command,
    published,
    registration,
    slots,
    written,
)
from tests.simulator.stores import postgres

Numbers = dict[tuple[str, ...], tuple[int, ...]]
INPUTS = ("slots", "registrations", "certificates", "parties")


def device(place: int) -> str:
    return f"02-4D-50-44-00-00-00-{place:02X}"


def right(place: int, **said: str) -> Rows:
    return slots(**{"device_id": device(place), "owner": NORTHMOOR, **said})


def wrong(place: int, **said: str) -> Rows:
    return slots(device_id=device(place), owner=SOUTHFELL, **said)


def numbers(held: Rows, folder: Path, engine: Engine = Engine.DUCKDB, url: str = "") -> tuple[Numbers, Numbers]:
    """Of slots and of devices by group: right, wrong, unclear, left aside, bad."""
    inputs = {"slots": held, "registrations": [registration()], "certificates": published(), "parties": PARTIES}
    sources = {}
    for name, rows in inputs.items():
        written(folder / f"{name}.csv", rows)
        sources[name] = source(name, f"{url}#{name}" if url else str(folder / f"{name}.csv"))
    if url:
        fill(url, inputs)
    with audited(engine, sources, AT) as found:
        of_slots, of_devices = (
            {one.of: tuple(getattr(one, what)[finding] for finding in FINDINGS) for one in found.totals}
            for what in ("slots", "devices")
        )
    return of_slots, of_devices


def fill(url: str, inputs: dict[str, Rows]) -> None:
    """Tables of text with the rows; an empty text is nothing."""
    engine = create_engine(url.replace("postgresql:", "postgresql+psycopg:"))
    with engine.begin() as connection:
        for name, rows in inputs.items():
            table = Table(name, MetaData(), *(Column(one, Text) for one in rows[0]))
            table.create(connection)
            values = [{column: value or None for column, value in row.items()} for row in rows]
            connection.execute(table.insert(), values)
    engine.dispose()


MIXED = [
    *right(1),
    *wrong(2),
    *wrong(3)[:1],
    *right(3)[1:],
    *right(4, mpxn="none"),
    *right(5, owner=""),
    *right(6, cohort="NOC"),
    *right(7),
    *right(7)[1:],
    *wrong(8)[1:],
    *right(9)[:1],
    {**right(10)[0], "slot": "third"},
    *right(11, device_id=""),
    *wrong(12, cohort="MOC", device_type="GPF"),
    {**right(13)[0], "slot": "critical Supplier"},
    *[{**row, "cohort": cohort} for row, cohort in zip(wrong(14), ("IOC", "MOC"), strict=True)],
    {**right(15)[0], "cohort": "MOC"},
    *wrong(15)[1:],
]
IOC, NOC, MOC_GPF, MOC = (
    ("S1SP1", cohort, kind) for cohort, kind in (("IOC", "ESME"), ("NOC", "ESME"), ("MOC", "GPF"), ("MOC", "ESME"))
)
SLOTS = {IOC: (5, 6, 2, 2, 5), NOC: (0, 0, 0, 0, 2), MOC_GPF: (0, 2, 0, 0, 0), MOC: (1, 1, 0, 0, 0)}
DEVICES = {IOC: (2, 4, 1, 1, 2), NOC: (0, 0, 0, 0, 1), MOC_GPF: (0, 1, 0, 0, 0), MOC: (0, 1, 0, 0, 0)}


def test_each_slot_and_each_device_is_counted_once(tmp_path: Path) -> None:
    assert numbers(MIXED, tmp_path) == (SLOTS, DEVICES)
    assert sum(map(sum, SLOTS.values())) == sum(row["slot"] != "critical Supplier" for row in MIXED)
    assert sum(map(sum, DEVICES.values())) == len(
        {row["device_id"] for row in MIXED if row["slot"] != "critical Supplier"} - {""}
    )


def test_postgresql_counts_the_same(tmp_path: Path) -> None:
    with postgres() as server:
        url = server.urls()[Component.DSP]
        assert numbers(MIXED, tmp_path, Engine.POSTGRES, url) == (SLOTS, DEVICES)


def test_a_device_listed_twice_in_two_cohorts_counts_in_one(tmp_path: Path) -> None:
    held = [*right(1), {**right(1)[0], "cohort": "MOC"}]
    of_slots, of_devices = numbers(held, tmp_path)
    assert of_slots == {IOC: (1, 0, 0, 0, 1), MOC: (0, 0, 0, 0, 1)}
    assert of_devices == {IOC: (0, 0, 0, 0, 1), MOC: (0, 0, 0, 0, 0)}


def told(folder: Path, inputs: dict[str, Rows]) -> tuple[str, Rows]:
    words = ["--out", str(folder / "out"), "--at", AT]
    for name, rows in inputs.items():
        words += [f"--{name}", str(written(folder / f"{name}.csv", rows))]
    done = audit_command(*words)
    assert done.exit_code in (10, 11), done.output
    lines = (folder / "out" / "audit-bad-rows.csv").read_text(encoding="utf-8-sig").splitlines()[1:]
    return done.stdout, [dict(zip(("input", "line"), line.split(","), strict=False)) for line in lines]


def listed(**said: str) -> Rows:
    """Certificates that say whose they are."""
    return [{**row, **PARTIES[0], **said} for row in published()]


@pytest.mark.parametrize(
    "said", [{"eui": "none"}, {"sec_party": ""}, {"not_before": "once"}, {"eui": "none", "use": "?"}]
)
def test_a_certificate_at_fault_is_one_bad_row_where_it_says_whose_it_is(tmp_path: Path, said: dict[str, str]) -> None:
    both = [*listed(), {**listed()[0], **said}]
    both += [{**row, **PARTIES[2]} for row in published()]
    printed, bad = told(tmp_path, {"slots": slots(), "registrations": [registration()], "certificates": both})
    assert [(row["input"], row["line"]) for row in bad] == [("certificates", "4")]
    assert "rows that could not be judged: 1 of certificates\n" in printed


def test_nor_is_it_two_where_another_is_like_it_or_its_line_is_too_short(tmp_path: Path) -> None:
    both = [*listed(), {**listed()[0], "sec_party": "", "not_before": "once"}, {**listed()[0], "sec_party": ""}]
    both += [{**row, **PARTIES[2]} for row in published()]
    file = written(tmp_path / "both.csv", both)
    file.write_text(file.read_text(encoding="utf-8") + "short\n", encoding="utf-8")
    words = ["--certificates", str(file), "--out", str(tmp_path), "--at", AT]
    for name, rows in (("slots", slots()), ("registrations", [registration()])):
        words += [f"--{name}", str(written(tmp_path / f"{name}.csv", rows))]
    done = audit_command(*words)
    assert done.exit_code == 10, done.output
    assert sorted(line.split(": ")[0] for line in done.stdout.splitlines() if " line " in line) == [
        f"certificates line {line}" for line in (4, 5, 8)
    ]
    assert "rows that could not be judged: 3 of certificates\n" in done.stdout


def test_nor_is_it_two_where_it_comes_without_lines(tmp_path: Path) -> None:
    both = [*listed(), {**listed()[0], "eui": "none"}, {**listed()[0], "eui": "none"}, *listed(sec_party="")[:1]]
    parquet.write_table(pyarrow.Table.from_pylist(both), tmp_path / "both.parquet")
    inputs: dict[str, Any] = {"slots": slots(owner=NORTHMOOR), "registrations": [registration()]}
    places = {name: str(written(tmp_path / f"{name}.csv", rows)) for name, rows in inputs.items()}
    places |= dict.fromkeys(("certificates", "parties"), str(tmp_path / "both.parquet"))
    with audited(Engine.DUCKDB, {name: source(name, place) for name, place in places.items()}, AT) as found:
        assert Counter(row.why for row in found.bad) == {"eui is no EUI-64": 2, "it names no operator": 1}


def test_a_good_row_is_not_taken_for_a_bad_one_like_it(tmp_path: Path) -> None:
    registered = [registration(), registration(role="ED"), registration(meter_point="Import")]
    parties = [*PARTIES, {**PARTIES[0]}, {**PARTIES[0]}]
    for row, day in zip(parties, ("", "", "", "soon", "2020-01-01"), strict=True):
        row["effective_from"] = day
    inputs = {"slots": slots(), "registrations": registered, "certificates": published(), "parties": parties}
    _printed, bad = told(tmp_path, inputs)
    assert [(row["input"], row["line"]) for row in bad] == [
        ("registrations", "3"),
        ("registrations", "4"),
        ("parties", "5"),
    ]


def test_bad_rows_are_counted_for_each_input(tmp_path: Path) -> None:
    inputs = {
        "slots": [*slots(), *slots(cohort="NOC", device_id=device(2))],
        "registrations": [registration(), registration(effective_from="soon")],
        "certificates": [*published(), *published("none")],
        "parties": PARTIES,
    }
    printed, _bad = told(tmp_path, inputs)
    assert "4 slots: 0 right, 2 wrong, 0 unclear, 0 left aside, 2 bad\n" in printed
    assert "rows that could not be judged: 2 of slots, 1 of registrations, 2 of certificates\n" in printed
    totals = (tmp_path / "out" / "audit-totals.csv").read_text(encoding="utf-8-sig").splitlines()
    assert totals == [
        "s1sp,cohort,device_type,counted,looked_at,right,wrong,unclear,left_aside,bad",
        "S1SP1,IOC,ESME,slots,2,0,2,0,0,0",
        "S1SP1,IOC,ESME,devices,1,0,1,0,0,0",
        "S1SP1,NOC,ESME,slots,2,0,0,0,0,2",
        "S1SP1,NOC,ESME,devices,1,0,0,0,0,1",
    ]
