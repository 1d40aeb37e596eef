"""The evidence folder."""

from pathlib import Path

import pytest

from harness.evidence_folder import added_to, emptied
from sut_adapters.trouble import Misconfigured


def test_a_new_folder_is_made(tmp_path: Path) -> None:
    assert emptied(tmp_path / "a" / "b").is_dir()


def test_the_evidence_of_an_earlier_run_goes(tmp_path: Path) -> None:
    for name in ("verdict.json", "junit.xml", "evidence-sit-1.zip"):
        (tmp_path / name).touch()
    (tmp_path / "allure-results").mkdir()
    (tmp_path / "allure-results" / "1-result.json").touch()
    emptied(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["verdict.json"]
    assert (tmp_path / "verdict.json").read_text() == ""


@pytest.mark.parametrize("names", [["thesis.docx"], ["verdict.json", "thesis.docx"], ["junit.xml"]])
def test_what_somebody_else_keeps_there_stays(tmp_path: Path, names: list[str]) -> None:
    for name in names:
        (tmp_path / name).touch()
    with pytest.raises(Misconfigured, match="will not be emptied"):
        emptied(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(names)


def test_what_a_proof_left_stays(tmp_path: Path) -> None:
    proofs = {"kill-matrix.json", "kill-matrix.csv", "kill-matrix.html", "update-kill-matrix.json", "proof.json"}
    for name in (*proofs, "junit.xml", "manifest.json", "suite.patch", "timings.json"):
        (tmp_path / name).touch()
    assert {path.name for path in emptied(tmp_path).iterdir()} == {*proofs, "verdict.json"}


def test_what_is_added_leaves_the_rest_where_it_is(tmp_path: Path) -> None:
    (tmp_path / "verdict.json").touch()
    assert [path.name for path in added_to(tmp_path).iterdir()] == ["verdict.json"]
    assert added_to(tmp_path / "new").is_dir()


def test_nothing_is_added_to_what_somebody_else_keeps(tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").touch()
    with pytest.raises(Misconfigured, match="it holds thesis"):
        added_to(tmp_path)


def test_what_a_link_points_to_stays(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "kept").touch()
    out = tmp_path / "out"
    out.mkdir()
    (out / "verdict.json").touch()
    (out / "attachments").symlink_to(elsewhere)
    emptied(out)
    assert (elsewhere / "kept").exists()


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "out").touch()
    with pytest.raises(Misconfigured, match="cannot be written"):
        emptied(tmp_path / "out")
