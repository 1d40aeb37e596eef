"""`mp107 faults` and `mp107 kill-matrix`."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from commands.__main__ import app
from proof import kill_run
from proof.collection import Collection
from proof.kill_matrix import Catalogue
from proof.kill_record import KillRecord
from proof.update_trials import UPDATES
from sut_adapters.faulty import FAULTS

terminal = CliRunner()
CHEAP = "handover-by-operators"


def test_faults_are_listed_one_line_each() -> None:
    lines = terminal.invoke(app, ["faults"]).output.splitlines()
    assert [line.split("  ")[0] for line in lines] == [fault.name for fault in FAULTS]
    assert "suspended-device-served  srpd-6.2.d  " in "\n".join(lines)
    assert any(line.endswith(". [O29=commissioned-only]") for line in lines)
    not_served = [line.split("  ")[0] for line in lines if line.endswith(" (run only, not served)")]
    assert not_served == [fault.name for fault in FAULTS if not fault.can_be_served]


def test_faults_are_listed_for_a_machine() -> None:
    content = json.loads(terminal.invoke(app, ["faults", "--json"]).output)
    assert [one["name"] for one in content] == [fault.name for fault in FAULTS]
    assert content[0].keys() == {
        *("name", "clause", "limb", "breaks", "mistake", "rulings", "features", "can_be_served")
    }


def test_one_fault_is_played_and_the_rest_of_the_evidence_stays(tmp_path: Path) -> None:
    (tmp_path / "verdict.json").write_text("{}", encoding="utf-8")
    ended = terminal.invoke(app, ["kill-matrix", "--fault", CHEAP, "--out", str(tmp_path)])
    assert ended.exit_code == 0, ended.output
    assert "every build is caught\n" in ended.output
    written = {"kill-matrix.html", "kill-matrix.csv", "kill-matrix.json", "verdict.json"}
    assert {path.name for path in tmp_path.iterdir()} == written


def test_the_matrix_can_be_read_from_standard_output(tmp_path: Path) -> None:
    ended = terminal.invoke(app, ["kill-matrix", "--fault", CHEAP, "--json", "--out", str(tmp_path)])
    assert json.loads(ended.output)["partial"] is True
    assert ended.output.encode() == (tmp_path / "kill-matrix.json").read_bytes() + b"\n"


def test_the_faulty_updates_have_a_matrix_of_their_own_beside_the_laws(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []

    def played(faults: object, *, catalogue: Catalogue, **_: object) -> KillRecord:
        asked.extend((faults, catalogue))
        return KillRecord((), (), (), 107, partial=False, title=catalogue.title)

    monkeypatch.setattr(kill_run, "kill_matrix", played)
    (tmp_path / "kill-matrix.json").write_text("{}", encoding="utf-8")
    ended = terminal.invoke(app, ["kill-matrix", "--requirement", "2", "--out", str(tmp_path)])
    assert ended.exit_code == 0, ended.output
    assert asked == [None, UPDATES]
    written = {"update-kill-matrix.html", "update-kill-matrix.csv", "update-kill-matrix.json"}
    assert {path.name for path in tmp_path.iterdir()} == {"kill-matrix.json", *written}
    assert json.loads((tmp_path / "update-kill-matrix.json").read_bytes())["title"] == "Requirement 2"


@pytest.mark.parametrize(
    ("words", "exit_code"),
    [(["--requirement", "3"], 2), (["--requirement", "2", "--fault", CHEAP], 12), (["--fault", "no"], 12)],
)
def test_a_column_that_a_matrix_does_not_have_is_refused(words: list[str], exit_code: int, tmp_path: Path) -> None:
    assert terminal.invoke(app, ["kill-matrix", *words, "--out", str(tmp_path)]).exit_code == exit_code
    assert not list(tmp_path.iterdir())


def test_an_unknown_fault_is_refused_in_one_line_with_a_suggestion() -> None:
    ended = terminal.invoke(app, ["kill-matrix", "--fault", "handover-by-operator"])
    assert ended.exit_code == 12
    assert ended.output.startswith("mp107 kill-matrix: --fault: ")
    assert ended.output.count("\n") == 1
    assert CHEAP in ended.output


def test_a_folder_of_somebody_elses_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").touch()
    ended = terminal.invoke(app, ["kill-matrix", "--fault", CHEAP, "--out", str(tmp_path)])
    assert ended.exit_code == 12
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.docx"]


def test_nothing_is_played_while_the_guard_finds_anything(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(kill_run, "collection", lambda: Collection((), ("features/a.feature:1: is empty",)))
    ended = terminal.invoke(app, ["kill-matrix", "--out", str(tmp_path)])
    assert ended.exit_code == 13
    assert ended.output.startswith("features/a.feature:1: is empty\n")
