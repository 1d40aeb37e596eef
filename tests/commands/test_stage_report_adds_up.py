"""`mp107 stage-report` on real packs, and its exit codes."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from commands.__main__ import app
from harness.record import RunRecord
from harness.signatures import Signer
from harness.verdicts import RunVerdict, Verdict, counts
from tests.pack.making import evidence, packed
from tests.reports.conftest import scenario

terminal = CliRunner()


@pytest.fixture
def green(record: RunRecord) -> RunRecord:
    """A run in which every component was named and everything passed."""
    passed = replace(scenario(Verdict.PASS), served_by=("DSP", "S1SP1", "S1SP2", "S1SP3"))
    return replace(
        record,
        verdict=RunVerdict.CONFORMANT,
        exit_code=0,
        worst=Verdict.PASS,
        counts=counts([Verdict.PASS]),
        problems=(),
        partial=False,
        total=1,
        scenarios=(passed,),
    )


def test_a_stage_is_reported_beside_nothing_else(
    green: RunRecord, tmp_path: Path, tester: Signer, certificate: str
) -> None:
    pack = packed(green, evidence(green, tmp_path / "one"), tester)
    out = tmp_path / "out"
    ended = terminal.invoke(app, ["stage-report", str(pack), "--certificate", certificate, "--out", str(out)])
    assert ended.exit_code == 0, ended.output
    assert "conformant (exit 0)" in ended.output
    assert {path.name for path in out.iterdir()} == {"stage-report.json", "stage-report.pdf"}
    assert json.loads((out / "stage-report.json").read_text())["packs"][0]["signer"] == "CN=Tester"


def test_it_can_be_made_again_and_leaves_a_pack_as_it_is(green: RunRecord, tmp_path: Path, tester: Signer) -> None:
    folder = evidence(green, tmp_path / "one")
    packed(green, folder, tester)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    for _ in range(2):
        ended = terminal.invoke(app, ["stage-report", str(folder), "--out", str(folder)])
        assert ended.exit_code == 0, ended.output
    assert {path: path.read_bytes() for path in before} == before


def test_the_worst_run_decides(record: RunRecord, green: RunRecord, tmp_path: Path) -> None:
    packs = [str(packed(one, evidence(one, tmp_path / name))) for name, one in (("good", green), ("bad", record))]
    ended = terminal.invoke(app, ["stage-report", *packs, "--out", str(tmp_path / "out"), "--json"])
    assert ended.exit_code == record.exit_code
    assert json.loads(ended.output)["verdict"] == record.verdict


def test_what_is_missing_is_said(green: RunRecord, tmp_path: Path) -> None:
    silent = replace(green, scenarios=(replace(green.scenarios[0], served_by=("S1SP1",)),), total=3)
    pack = packed(silent, evidence(silent, tmp_path / "one"))
    ended = terminal.invoke(app, ["stage-report", str(pack), "--out", str(tmp_path / "out")])
    assert ended.exit_code == 11
    assert "Missing components: DSP, S1SP2, S1SP3. No pack shows an answer of theirs." in ended.output
    assert "Missing scenarios: 2 were selected in no pack." in ended.output
    assert "Pack 1: the pack is unsigned: it has no manifest.p7s." in ended.output


@pytest.mark.parametrize("spoilt", ["changed", "unsigned", "another stage", "nothing", "out"])
def test_what_cannot_be_reported_exits_12(
    green: RunRecord, tmp_path: Path, tester: Signer, certificate: str, spoilt: str
) -> None:
    folder = evidence(green, tmp_path / "one")
    words = [str(packed(green, folder, None if spoilt == "unsigned" else tester)), "--out", str(tmp_path / "out")]
    words += ["--certificate", certificate]
    if spoilt == "changed":
        (folder / "index.html").write_text("changed")
        words[0] = str(folder)
    elif spoilt == "another stage":
        other = replace(green, stage="uit")
        words.append(str(packed(other, evidence(other, tmp_path / "two"), tester)))
    elif spoilt == "nothing":
        words.append(str(tmp_path / "none.zip"))
    elif spoilt == "out":
        (tmp_path / "out").mkdir()
        (tmp_path / "out" / "diary.txt").write_text("somebody's")
    ended = terminal.invoke(app, ["stage-report", *words])
    assert (ended.exit_code, ended.output.count("\n")) == (12, 1), ended.output
    assert ended.output.startswith("mp107 stage-report: ")
