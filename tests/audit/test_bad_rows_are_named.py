"""No row is dropped in silence: what cannot be used is counted, and named by its line."""

from pathlib import Path

import pytest

from data_update.audit import expression
from tests.audit.conftest import NORTHMOOR, PARTIES, Audit, audit_command, published, registration, slots, written

FAULTS = (
    ({"device_id": "12"}, "the device id is no EUI-64 in capitals"),
    ({"device_id": ""}, "the device id is no EUI-64 in capitals"),
    ({"device_id": "02-4D-50-44-00-00-00-0A", "cohort": "NOC"}, "the cohort is unknown"),
    ({"device_id": "02-4d-50-44-00-00-00-01"}, "the device id is no EUI-64 in capitals"),
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


def test_rows_that_name_no_device_are_counted_one_by_one(audit: Audit) -> None:
    found = audit([*slots(owner=NORTHMOOR), *[row for _ in range(3) for row in slots(device_id="")]])
    assert [row.why for row in found.bad] == ["the device id is no EUI-64 in capitals"] * 6


def test_a_device_that_stands_twice_is_told_even_where_it_is_right(audit: Audit) -> None:
    found = audit([*slots(owner=NORTHMOOR), *slots(owner=NORTHMOOR)[:1]])
    assert [(row.key[1], row.why) for row in found.bad] == [("critical Network Operator", "the slot is listed 2 times")]
    assert found.code == 11


def test_a_slot_that_stands_thrice_without_the_other_is_told(audit: Audit) -> None:
    found = audit(slots(owner=NORTHMOOR)[:1] * 3)
    assert [row.why for row in found.bad] == ["the slot is listed 3 times"]


def test_ids_that_share_a_mark_are_told_apart(audit: Audit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(expression, "mark_of", lambda device_id: device_id.length())
    first = slots(owner=NORTHMOOR, device_id="02-4D-50-44-00-00-00-02")[0]
    second = slots(owner=NORTHMOOR, device_id="02-4D-50-44-00-00-00-03")[1]
    assert audit([first, second]).bad == ()
    assert audit([*slots(owner=NORTHMOOR), first, second]).bad == ()
    malformed = {**second, "device_id": "02-4D-50-44-00-00-00-0X"}
    assert [row.key[0] for row in audit([first, malformed]).bad] == [malformed["device_id"]]
    assert [row.key[0] for row in audit([first, first, second]).bad] == [first["device_id"]]


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
    done = audit_command(*words)
    assert done.exit_code == 10, done.stderr
    assert "slots line 4: Expected Number of Columns: 7 Found: 2" in done.stdout
    assert "slots line 5: the cohort is unknown: device-1 critical Network Operator" in done.stdout
    assert "3 slots: 0 right, 2 wrong, 0 unclear, 0 left aside, 1 bad" in done.stdout
    assert "rows that could not be judged: 2 of slots" in done.stdout
    names = {file.name for file in (tmp_path / "out").iterdir()}
    assert names == {"audit.html", *(f"audit-{what}.csv" for what in ("totals", "counts", "slots", "bad-rows"))}
    for file in (tmp_path / "out").iterdir():
        text = file.read_text(encoding="utf-8")
        assert "02-4D-50-44" not in text
        assert "1000000000001" not in text
    assert "Wrong slots. S1SP1 IOC ESME: 2" in (tmp_path / "out" / "audit.html").read_text(encoding="utf-8")


def test_a_line_that_is_no_utf_8_is_named(tmp_path: Path) -> None:
    words = inputs(tmp_path)
    with (tmp_path / "slots.csv").open("ab") as file:
        file.write(b"02-4D-50-44-00-00-00-0B,ESME,S1SP1,IOC,1000000000001,critical Network Operator,\xfc\n")
    done = audit_command(*words, "--out", str(tmp_path / "out"))
    assert done.exit_code == 10, done.stderr
    assert "slots line 6: " in done.stdout


def test_a_row_that_counts_for_nobody_makes_nobody_right(audit: Audit) -> None:
    rows = [registration(market_participant="NMOR", effective_from="2020")]
    found = audit(slots(owner=NORTHMOOR), rows)
    assert found.because == {"unclear: the meter point has no registration": 2}
    assert [row.why for row in found.bad] == ["effective_from is no day"]


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"role": "ED"}, "its role is no User Role"),
        ({"meter_point": "Import"}, "its meter point is of no known kind"),
        ({"effective_to": "2026-13-01"}, "effective_to is no day"),
    ],
)
def test_a_registration_that_cannot_be_understood_is_told(audit: Audit, said: dict[str, str], why: str) -> None:
    found = audit(slots(owner=NORTHMOOR), [registration(), registration(mpxn="2", **said)])
    assert ([row.why for row in found.bad], found.counts) == ([why], ())
