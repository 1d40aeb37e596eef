"""`mp107 faults` and `mp107 kill-matrix`."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from commands.__main__ import app
from proof import kill_run
from proof.collection import Collection
from sut_adapters.faulty import FAULTS

terminal = CliRunner()
CHEAP = "handover-by-operators"


def test_faults_are_listed_one_line_each() -> None:
    lines = terminal.invoke(app, ["faults"]).output.splitlines()
    assert [line.split("  ")[0] for line in lines] == [fault.name for fault in FAULTS]
    assert "suspended-device-served  srpd-6.2.d  " in "\n".join(lines)
    assert any(line.endswith(". [O29=commissioned-only]") for line in lines)


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


def test_an_unknown_fault_is_a_usage_error_with_a_suggestion() -> None:
    ended = terminal.invoke(app, ["kill-matrix", "--fault", "handover-by-operator"])
    assert ended.exit_code == 2
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
