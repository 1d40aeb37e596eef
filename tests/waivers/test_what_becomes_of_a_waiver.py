"""Each state of a waiver, and each file that is none."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from harness.record import ScenarioRecord
from harness.verdicts import Verdict
from harness.waivers import Waivers, read_waivers
from harness.waiving import Circumstances, stale, waived
from rulebook.law import statements
from sut_adapters.trouble import Misconfigured
from tests.documents.passages import BOARD, blocks
from tests.harness.scenario_texts import text
from tests.waivers.conftest import NORTHMOOR, File

TEXT = replace(text("a"), id=NORTHMOOR, clause="s1sr-4.2")
FAILED = ScenarioRecord(NORTHMOOR, "s1sr-4.2", "S1SP", Verdict.FAIL, "it failed", "refused", "Silent")
AT = Circumstances((TEXT,), frozenset({"fake, build 7"}), date(2026, 11, 22))


def state_of(path: Path, certificate: Path | None, records: Iterable[ScenarioRecord] = (FAILED,)) -> str:
    judged, (one,) = waived(tuple(records), read_waivers(path, certificate), AT)
    assert (Verdict.WAIVED in [record.verdict for record in judged]) is (one.state == "used")
    assert bool(stale([one])) is (one.state in ("unneeded", "expired", "unknown"))
    return one.state


@pytest.mark.parametrize(
    ("change", "state"),
    [
        ({}, "used"),
        ({"expires": "2026-11-22"}, "used"),
        ({"scenario": None, "clause": "s1sr-4.2"}, "used"),
        ({"expires": "2026-11-21"}, "expired"),
        ({"build": "fake, build 6"}, "unneeded"),
        ({"scenario": None, "clause": "srpd-9.9"}, "unknown"),
        ({"scenario": "ownership.feature"}, "unknown"),
    ],
)
def test_its_terms_decide(waivers: File, certificate: Path, change: dict[str, str | None], state: str) -> None:
    assert state_of(waivers(change), certificate) == state


@pytest.mark.parametrize(
    ("verdict", "state"),
    [
        (Verdict.FAIL, "used"),
        (Verdict.PASS, "unneeded"),
        (Verdict.NOT_APPLICABLE, "unneeded"),
        (Verdict.INCONCLUSIVE, "undecided"),
        (Verdict.NOT_EXERCISED, "undecided"),
        (Verdict.SUITE_ERROR, "undecided"),
    ],
)
def test_what_it_covers_decides(waivers: File, certificate: Path, verdict: Verdict, state: str) -> None:
    assert state_of(waivers(), certificate, [replace(FAILED, verdict=verdict)]) == state


def test_only_a_failure_is_waived(waivers: File, certificate: Path) -> None:
    every = [replace(FAILED, verdict=verdict) for verdict in Verdict]
    judged, _ = waived(every, read_waivers(waivers(), certificate), AT)
    changed = {(old.verdict, new.verdict) for old, new in zip(every, judged, strict=True) if old != new}
    assert changed == {(Verdict.FAIL, Verdict.WAIVED)}


def test_what_was_not_asked_leaves_it_undecided(waivers: File, certificate: Path) -> None:
    assert state_of(waivers(), certificate, []) == "undecided"


def test_without_the_boards_certificate_it_is_unsigned(waivers: File, certificate: Path) -> None:
    assert state_of(waivers(), None) == "unsigned"
    assert state_of(waivers(signed=False), certificate) == "used"  # the signature of the same bytes is still there
    waivers(signed=False).with_name("waivers.toml.p7s").unlink()
    assert state_of(waivers(signed=False), certificate) == "unsigned"


def test_no_waivers_are_nothing() -> None:
    assert waived((FAILED,), Waivers(), AT) == ((FAILED,), ())


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("[[waiver]]\n", "waiver.0.id: Field required"),
        ("[[waiver", "is no TOML"),
        ("[[waivers]]\n", "waiver: Field required"),
        (b"\xff", "is no TOML"),
        ('[[waiver]]\nscenario = "a"\nclause = "b"\n', "waiver.0.id: Field required"),
    ],
)
def test_a_file_that_is_none_is_told_in_one_line(tmp_path: Path, content: str | bytes, said: str) -> None:
    path = tmp_path / "w.toml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(Misconfigured, match=r"^[^\n]*$") as caught:
        read_waivers(path, None)
    assert f"w.toml: {said}" in str(caught.value)


def test_an_id_that_stands_twice_is_told(waivers: File, certificate: Path) -> None:
    with pytest.raises(Misconfigured, match="the id W-1 stands twice"):
        read_waivers(waivers({}, {}), certificate)


def test_a_waiver_names_one_thing(waivers: File, certificate: Path) -> None:
    for change in ({"clause": "s1sr-4.2"}, {"scenario": None}):
        with pytest.raises(Misconfigured, match="name exactly one of scenario and clause"):
            read_waivers(waivers(change), certificate)


def test_the_sample_for_the_board_is_a_waiver(tmp_path: Path) -> None:
    (sample,) = blocks(BOARD, "toml")
    (tmp_path / "waivers.toml").write_text(sample.text)
    (one,) = read_waivers(tmp_path / "waivers.toml", None).waivers
    assert one.clause in statements()
