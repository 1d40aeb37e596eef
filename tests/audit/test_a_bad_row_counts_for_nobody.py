"""What cannot be used is named, and decides nothing; what is not said is no fault."""

from pathlib import Path

import pyarrow
import pytest
from pyarrow import parquet

from data_update.audit.engines import Engine
from tests.audit.conftest import (
    NORTHMOOR,
    PARTIES,
    SOUTHFELL,
    Audit,
    Rows,
    audit_command,
    by,
    published,
    registration,
    slots,
    written,
)

UNREGISTERED = "unclear: the meter point has no registration"
AHEAD = "2030-01-01T00:00:00Z"


@pytest.mark.parametrize("day", ["never", "31/12/2030", "2027-02-29", "2030-04-31", "2030-02-30", "2100-02-29"])
def test_a_registration_whose_last_day_is_none_makes_no_slot_wrong(audit: Audit, day: str) -> None:
    found = audit(slots(owner=SOUTHFELL), [registration(effective_to=day)])
    assert found.because == {UNREGISTERED: 2}
    assert [row.why for row in found.bad] == ["effective_to is no day"]


@pytest.mark.parametrize("day", ["never", "2030-02-31"])
def test_a_bad_registration_beside_a_good_one_leaves_it_alone(audit: Audit, day: str) -> None:
    both = [registration(), registration(market_participant="SOUT", effective_to=day)]
    found = audit(slots(owner=NORTHMOOR), both)
    assert found.because == {}
    assert [row.why for row in found.bad] == ["effective_to is no day"]


def test_the_last_day_of_a_leap_february_is_one(audit: Audit) -> None:
    for day in ("2028-02-29", "2400-02-29"):
        assert audit(slots(owner=NORTHMOOR), [registration(effective_to=day)]).bad == ()


def test_a_party_with_a_day_that_is_none_holds_nothing(audit: Audit, monkeypatch: pytest.MonkeyPatch) -> None:
    dated = [{**row, "effective_from": "2020-01-01", "effective_to": ""} for row in PARTIES]
    dated[2]["effective_to"] = "never"
    monkeypatch.setattr("tests.audit.conftest.PARTIES", dated)
    found = audit(slots(owner=SOUTHFELL))
    assert found.because == {"unclear: the owner is nobody's Entity Identifier": 2}
    assert [row.why for row in found.bad] == ["effective_to is no day"]


def test_what_is_withdrawn_later_counts_until_then(audit: Audit) -> None:
    later = [registration(withdrawn_at=AHEAD)]
    assert next(iter(audit(slots(owner=SOUTHFELL), later).because)).startswith("wrong: ")
    assert audit(slots(owner=SOUTHFELL), [registration(withdrawn_at="2026-11-22T12:00:00Z")]).because == {
        UNREGISTERED: 2
    }


@pytest.mark.parametrize(("revoked_at", "number"), [(AHEAD, 2), ("2026-11-22T12:00:00Z", 0)])
def test_what_is_revoked_later_is_good_until_then(audit: Audit, revoked_at: str, number: int) -> None:
    found = audit(slots(owner=SOUTHFELL), [registration()], published(revoked_at=revoked_at))
    assert found.because.get("wrong: the registered operator has published the certificates that belong there", 0) == (
        number
    )


def test_parties_that_contradict_each_other_tell_nothing(audit: Audit, monkeypatch: pytest.MonkeyPatch) -> None:
    twice = [*PARTIES, {**PARTIES[2], "market_participant": "ELSE", "sec_party": "Westbrook"}]
    monkeypatch.setattr("tests.audit.conftest.PARTIES", twice)
    assert audit(slots(owner=SOUTHFELL)).because == {"unclear: the owner is nobody's Entity Identifier": 2}


def test_one_certificate_for_each_of_two_identifiers_is_not_several(audit: Audit) -> None:
    second = PARTIES[1]["eui"]
    found = audit(slots(owner=SOUTHFELL), [registration()], [*published(), *published(second)])
    assert list(found.because) == ["wrong: the registered operator has published the certificates that belong there"]
    found = audit(
        slots(owner=SOUTHFELL), [registration()], [*published(), *published(not_before="2021-01-01T00:00:00Z")]
    )
    assert list(found.because) == ["wrong: the registered operator has published several good certificates for one use"]


def test_one_pair_for_each_of_two_licence_areas_is_not_several(audit: Audit) -> None:
    listed = [*published(licence_area="10"), *published(licence_area="11")]
    found = audit(slots(owner=SOUTHFELL), [registration()], listed)
    assert list(found.because) == ["wrong: the registered operator has published the certificates that belong there"]


def test_a_device_may_be_of_no_cohort(audit: Audit) -> None:
    found = audit(slots(owner=SOUTHFELL, cohort=""))
    assert (found.bad, sum(found.because.values())) == ((), 2)


def as_files(folder: Path, held: Rows, form: str = "csv") -> dict[str, Path]:
    """The inputs, a folder for each."""
    rows = {"slots": held, "registrations": [registration()], "certificates": published(), "parties": PARTIES}
    files = {}
    for name, content in rows.items():
        files[name] = folder / f"{name}.{form}"
        files[name].parent.mkdir(exist_ok=True, parents=True)
        if form == "csv":
            written(files[name], content)
        else:
            parquet.write_table(pyarrow.Table.from_pylist(content), files[name])
    return files


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_a_folder_is_no_column_and_a_name_no_pattern(tmp_path: Path, form: str) -> None:
    folder = tmp_path / "cohort=FOC" / "a[1]*?"
    files = as_files(folder, slots(), form)
    as_files(tmp_path / "cohort=FOC" / "a1xx", slots(device_id="02-4D-50-44-00-00-00-0A"), form)
    found = by(Engine.DUCKDB, files)
    assert {(one.cohort, one.slots) for one in found.counts} == {("IOC", 2)}
    assert {row["device_id"] for row in found.rows} == {slots()[0]["device_id"]}


def test_an_empty_text_of_parquet_is_an_empty_cell(tmp_path: Path) -> None:
    held = slots(generation="", status="", cohort="")
    assert by(Engine.DUCKDB, as_files(tmp_path, held, "parquet")).because == (
        by(Engine.DUCKDB, as_files(tmp_path, held)).because
    )


def test_a_cell_of_any_length_is_named_and_a_row_of_several_lines_by_its_first(tmp_path: Path) -> None:
    long = {**slots(cohort="N" * 200_000)[0], "device_id": "02-4D-50-44-00-00-00-0A"}
    broken = {**slots(owner="two\nlines")[0], "device_id": "02-4D-50-44-00-00-00-0B"}
    later = {**slots(cohort="NOC")[0], "device_id": "02-4D-50-44-00-00-00-0C"}
    files = as_files(tmp_path, [*slots(), long, broken, later])
    words = [word for name, file in files.items() for word in (f"--{name}", str(file))]
    done = audit_command(*words, "--out", str(tmp_path / "out"))
    assert "slots line 4: the cohort is unknown" in done.stdout, done.stderr
    assert "slots line 5: the owner is no EUI-64" in done.stdout
    assert "slots line 7: the cohort is unknown" in done.stdout


@pytest.mark.parametrize(("header", "said"), [(",", "has no name"), (",COHORT", "stands twice")])
def test_a_header_that_names_nothing_or_one_thing_twice_is_refused(tmp_path: Path, header: str, said: str) -> None:
    files = as_files(tmp_path, slots())
    lines = files["slots"].read_text("utf-8").splitlines()
    files["slots"].write_text("\n".join([lines[0] + header, *(line + "," for line in lines[1:])]), encoding="utf-8")
    words = [word for name, file in files.items() for word in (f"--{name}", str(file))]
    done = audit_command(*words, "--out", str(tmp_path / "out"))
    assert done.exit_code == 12
    assert said in done.stderr
