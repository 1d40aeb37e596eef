"""No row is dropped in silence: what cannot be used is counted, and named by its line."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.audit.conftest import NORTHMOOR, PARTIES, Audit, published, registration, slots, written

ROOT = Path(__file__).parents[2]


FAULTS = (
    ({"device_id": "12"}, "the device id is no EUI-64"),
    ({"device_id": ""}, "the device id is no EUI-64"),
    ({"device_id": "02-4D-50-44-00-00-00-0A", "cohort": "NOC"}, "the cohort is unknown"),
    ({"device_id": "02-4D-50-44-00-00-00-0B", "cohort": ""}, "the cohort is unknown"),
    ({"device_id": "02-4D-50-44-00-00-00-0C", "device_type": "KETTLE"}, "the device type is unknown"),
    ({"device_id": "02-4D-50-44-00-00-00-0D", "owner": "Northmoor"}, "the owner is no EUI-64"),
)


def test_a_slot_at_fault_is_told_and_not_judged(audit: Audit) -> None:
    found = audit([row for said, _ in FAULTS for row in slots(**said)])
    assert sorted((row.key[0], row.why) for row in found.bad) == sorted(
        (said["device_id"], why) for said, why in FAULTS for _ in range(2)
    )
    assert found.counts == ()
    assert found.code == 11


def test_an_unknown_slot_is_told(audit: Audit) -> None:
    found = audit([*slots(owner=NORTHMOOR), {**slots()[0], "slot": "third"}])
    assert [row.why for row in found.bad] == ["the slot is unknown"]


def test_a_device_that_stands_twice_is_told_even_where_it_is_right(audit: Audit) -> None:
    found = audit([*slots(owner=NORTHMOOR), *slots(owner=NORTHMOOR)[:1]])
    assert [(row.key[1], row.why) for row in found.bad] == [("critical Network Operator", "the slot is listed 2 times")]
    assert found.code == 11


def test_bad_rows_of_the_other_inputs_are_told(audit: Audit) -> None:
    registered = [
        registration(),
        registration(mpxn="2", effective_from="yesterday"),
        registration(mpxn="3", effective_to="soon"),
        registration(mpxn=""),
        registration(mpxn="4", market_participant=""),
    ]
    listed = [*published(), *published("nobody")[:1], *published(not_before="once")[:1]]
    assert sorted(row.why for row in audit(slots(owner=NORTHMOOR), registered, listed).bad) == [
        "effective_from is no day",
        "effective_to is no day",
        "eui is no EUI-64",
        "it names no market participant",
        "it names no meter point",
        "not_before is no moment",
    ]


def audit_command(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "200"}
    command = [sys.executable, "-m", "commands", "audit", *words]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def inputs(folder: Path) -> list[str]:
    """Files with one wrong device, and in line 4 a row that is too short, in line 5 one of no cohort."""
    bad = {**slots()[0], "device_id": "02-4D-50-44-00-00-00-09", "cohort": "NOC"}
    file = written(folder / "slots.csv", [*slots(), bad])
    lines = file.read_text(encoding="utf-8").splitlines()
    file.write_text("\n".join([*lines[:3], "short,row", *lines[3:]]) + "\n", encoding="utf-8")
    written(folder / "registrations.csv", [registration()])
    written(folder / "certificates.csv", published())
    written(folder / "parties.csv", PARTIES)
    names = ("slots", "registrations", "certificates", "parties")
    return [word for name in names for word in (f"--{name}", str(folder / f"{name}.csv"))]


def test_the_command_names_lines_writes_its_files_and_hides_devices_where_asked(tmp_path: Path) -> None:
    words = [*inputs(tmp_path), "--pseudonymise", "--out", str(tmp_path / "out"), "--at", "2026-11-22T12:00:00Z"]
    done = audit_command(tmp_path, *words)
    assert done.returncode == 10, done.stderr
    assert "slots line 4: Expected Number of Columns: 7 Found: 2" in done.stdout
    assert "slots line 5: the cohort is unknown: device-1 critical Network Operator" in done.stdout
    assert "3 slots: 2 wrong, 0 unclear, 0 left aside; 2 bad rows" in done.stdout
    names = {file.name for file in (tmp_path / "out").iterdir()}
    assert names == {"audit.html", "audit-counts.csv", "audit-slots.csv", "audit-bad-rows.csv"}
    for file in (tmp_path / "out").iterdir():
        text = file.read_text(encoding="utf-8")
        assert "02-4D-50-44" not in text
        assert "1000000000001" not in text
    assert "Wrong slots. S1SP1 IOC ESME: 2" in (tmp_path / "out" / "audit.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("option", "place", "said"),
    [
        ("--slots", "none.csv", "--slots: none.csv: there is no such file"),
        ("--slots", "slots.xlsx", "--slots: slots.xlsx: is neither .csv nor .parquet, nor URL#TABLE"),
        ("--slots", "registrations.csv", "has no column device_id, device_type, cohort, slot, owner"),
        ("--parties", "sqlite:///none.sqlite#a b", "--parties: 'a b' is no name of a table"),
        ("--parties", "oracle://x#parties", "is no kind of database known here"),
        ("--engine", "postgres", "--engine postgres reads tables"),
    ],
)
def test_a_mistake_is_one_line(tmp_path: Path, option: str, place: str, said: str) -> None:
    done = audit_command(tmp_path, *inputs(tmp_path), option, place, "--out", str(tmp_path / "out"))
    assert done.returncode == 12, done.stdout + done.stderr
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "out").exists()
