"""A kill matrix of another suite says nothing of this one: it is left out, with its reason, or else found out."""

import json
from pathlib import Path

import pytest

from harness.parts import changed, parts
from harness.record import RunRecord
from harness.signatures import Signer
from reports.html import document
from reports.pack import writing
from reports.pack.proofs import proofs, take_away
from reports.pack.verify import verified
from tests.harness.conftest import Runner, project, run
from tests.pack.making import evidence, packed
from tests.reports.pages import run as made_up

__all__ = ["project", "run"]

NOW = {"features": "a" * 64, "legal": "b" * 64, "steps": "c" * 64}
OWN, STALE = NOW, {**NOW, "features": "0" * 64, "legal": "0" * 64}


def matrix(made_from: object = OWN, exit_code: int = 0) -> bytes:
    content = {"partial": False, "survivors": [], "clauses": [], "faults": [], "exit_code": exit_code}
    return json.dumps({**content, "made_from": made_from}).encode()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (matrix(), None),
        (matrix(exit_code=10), None),
        (matrix(STALE), "it is stale: features/ and legal/ have changed since it was made; make it again"),
        (matrix({**NOW, "steps": ""}), "it is stale: steps/ has changed since it was made"),
        (matrix({}), "it is stale: features/, legal/ and steps/ have changed"),
        (matrix(exit_code=13), "it shows nothing: the suite itself was at fault when it was made"),
        (matrix(None), "it does not say of which suite it is; make it again: mp107 kill-matrix"),
        (b"{}", "it does not say of which suite it is"),
        (b"\xff", "it does not say of which suite it is"),
    ],
)
def test_a_matrix_of_another_suite_is_left_out(tmp_path: Path, content: bytes, said: str | None) -> None:
    (tmp_path / "kill-matrix.json").write_bytes(content)
    found = proofs(tmp_path, NOW)
    assert set(found.contents) == ({"kill-matrix.json"} if said is None else set())
    assert said is None or found.left_out["kill-matrix.json"].startswith(said)


def test_what_is_left_out_is_taken_away_with_its_tables(tmp_path: Path) -> None:
    for name in ("kill-matrix.json", "kill-matrix.csv", "kill-matrix.html", "update-kill-matrix.html", "proof.json"):
        (tmp_path / name).touch()
    take_away(tmp_path, {"kill-matrix.json": "it is stale"})
    assert {path.name for path in tmp_path.iterdir()} == {"update-kill-matrix.html", "proof.json"}


def test_the_page_says_why_a_matrix_is_left_out() -> None:
    shown = document(made_up(), left_out=["kill-matrix.json: it is stale"]).decode()
    assert "not shown beside this run; left out: kill-matrix.json: it is stale" in shown
    assert "<strong>Left out of this pack: </strong>kill-matrix.json: it is stale" in shown


def test_a_stale_matrix_that_a_pack_holds_all_the_same_is_found_out(
    record: RunRecord, tester: Signer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "suite_parts", lambda _: NOW)
    for number, (made_from, wrong) in enumerate(((OWN, False), (STALE, True))):
        folder = evidence(record, tmp_path / str(number))
        (folder / "kill-matrix.json").write_bytes(matrix(made_from))
        found = verified(packed(record, folder, tester), tester.certificate)
        assert found.valid is not wrong
        assert any("kill-matrix.json: it is stale" in problem for problem in found.problems) is wrong


def test_a_pack_says_what_became_of_the_matrix(run: Runner, project: Path) -> None:
    folder = project / "reports" / "latest"
    folder.mkdir(parents=True)
    for made_from, kept in ((parts(project), True), (STALE, False)):
        (folder / "kill-matrix.json").write_bytes(matrix(made_from))
        said = verified(run("--sut=fake", "--seed=7", "--pack").folder, None)
        assert said.intact
        assert said.manifest is not None
        assert bool(said.manifest.proofs["kill-matrix.json"]) is kept
        assert ("kill-matrix.json" in said.manifest.left_out) is not kept
        assert ("it is stale" in (folder / "index.html").read_text()) is not kept


def test_the_parts_follow_content_and_names_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "features").mkdir()
    (tmp_path / "features" / "a.feature").write_text("one")
    first = parts(tmp_path)
    assert set(first) == {"features"}
    (tmp_path / "features" / "notes.txt").write_text("no part")
    assert parts(tmp_path) == first
    (tmp_path / "features" / "a.feature").rename(tmp_path / "features" / "b.feature")
    assert changed(first, parts(tmp_path)) == ("features",)
