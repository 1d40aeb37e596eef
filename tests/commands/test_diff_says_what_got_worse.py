"""`mp107 diff` and its exit codes."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from commands.__main__ import app
from harness.record import RunRecord, ScenarioRecord, StepRecord, Suite
from harness.verdicts import RunVerdict, Verdict
from reports import verdict_json
from reports.diff import compared
from reports.diff.reading import KeptRun
from tests.pack.making import evidence, packed
from tests.reports.conftest import record, scenario

__all__ = ["record"]
terminal = CliRunner()
Change = Callable[[tuple[ScenarioRecord, ...]], tuple[ScenarioRecord, ...]]


def run(record: RunRecord, *scenarios: ScenarioRecord, **more: object) -> KeptRun:
    return KeptRun(Path("verdict.json"), replace(record, scenarios=scenarios, **more))


def one(title: str, verdict: Verdict, clause: str = "srpd-6.2.d") -> ScenarioRecord:
    return replace(scenario(verdict, clause=clause), id=title)


def test_the_same_run_is_not_worse(record: RunRecord) -> None:
    kept = KeptRun(Path("verdict.json"), record)
    found = compared(kept, kept)
    assert found.worse == ()
    assert (found.run, found.changed, found.new, found.gone, found.suite) == ((), (), (), (), ())


@pytest.mark.parametrize("old", Verdict)
@pytest.mark.parametrize("new", Verdict)
def test_a_verdict_is_worse_if_it_ranks_before(record: RunRecord, old: Verdict, new: Verdict) -> None:
    found = compared(run(record, one("a", old)), run(record, one("a", new)))
    assert [(change.old, change.new, change.worse) for change in found.changed] == (
        [] if old is new else [(old, new, new.rank < old.rank)]
    )


def test_what_passed_and_is_gone_is_worse(record: RunRecord) -> None:
    found = compared(run(record, one("a", Verdict.PASS), one("b", Verdict.FAIL)), run(record))
    assert [(change.what, change.worse) for change in found.gone] == [("a", True), ("b", False)]


def test_what_is_new_and_fails_is_worse(record: RunRecord) -> None:
    new = run(record, one("a", Verdict.PASS), one("b", Verdict.NOT_APPLICABLE), one("c", Verdict.NOT_EXERCISED))
    assert [(change.what, change.worse) for change in compared(run(record), new).new] == [
        ("a", False),
        ("b", False),
        ("c", True),
    ]


def test_a_clause_that_is_lost_is_worse(record: RunRecord) -> None:
    old, new = run(record, one("a", Verdict.FAIL)), run(record, one("a", Verdict.FAIL, clause="s1sr-4.2"))
    assert [(change.what, change.new, change.worse) for change in compared(old, new).clauses] == [
        ("srpd-6.2.d", "", True),
        ("s1sr-4.2", "asked", False),
    ]


def test_rulings_and_the_suites_own_changes_are_told_and_are_not_worse(record: RunRecord) -> None:
    old = run(record, one("a", Verdict.PASS))
    reworded = replace(one("a", Verdict.PASS), steps=(StepRecord("Given", "another world"),))
    new = run(record, reworded, readings={"O3": "rdp-first"}, suite=Suite("mp107", "0.2.0"))
    found = compared(old, new)
    assert [(change.what, change.old, change.new) for change in found.rulings] == [
        ("O3", "", "rdp-first"),
        ("O9", "send-command", ""),
    ]
    assert [(change.what, change.new) for change in found.suite] == [("version", "0.2.0")]
    assert found.asked_otherwise == ("a",)
    assert found.worse == ()


def test_a_worse_verdict_of_the_run_is_worse(record: RunRecord) -> None:
    old, new = run(record, verdict=RunVerdict.CONFORMANT), run(record, verdict=RunVerdict.INCOMPLETE)
    assert compared(old, new).worse
    assert not compared(new, old).worse


def test_the_command_reads_files_folders_and_packs(record: RunRecord, tmp_path: Path) -> None:
    folder = evidence(record, tmp_path / "evidence")
    pack = packed(record, folder)
    for path in (folder, pack, folder / "verdict.json"):
        ended = terminal.invoke(app, ["diff", str(path), str(folder)])
        assert ended.exit_code == 0, ended.output
        assert ended.output.endswith("nothing is worse\n")


def test_the_command_says_what_is_worse(record: RunRecord, tmp_path: Path) -> None:
    worse = [replace(one, verdict=Verdict.FAIL) if one.verdict is Verdict.PASS else one for one in record.scenarios]
    for name, content in (("old", record), ("new", replace(record, scenarios=tuple(worse)))):
        (tmp_path / f"{name}.json").write_bytes(verdict_json.document(content))
    arguments = ["diff", str(tmp_path / "old.json"), str(tmp_path / "new.json")]
    ended = terminal.invoke(app, arguments)
    assert ended.exit_code == 10
    assert "  worse  requirement_1/a.feature::PASS: PASS -> FAIL\n1 of these changes is for the worse\n" in ended.output
    said = json.loads(terminal.invoke(app, [*arguments, "--json"]).output)
    assert (said["worse"], said["changed"][0]["new"]) == (True, "FAIL")


@pytest.mark.parametrize("content", ["", "{}", "[", '{"verdict": "good"}'])
def test_what_is_no_run_exits_12(tmp_path: Path, content: str) -> None:
    (tmp_path / "old.json").write_text(content)
    for path in (tmp_path / "old.json", tmp_path / "nowhere", tmp_path):
        ended = terminal.invoke(app, ["diff", str(path), str(path)])
        assert ended.exit_code == 12
        assert ended.output.startswith("mp107 diff: ")
        assert ended.output.count("\n") == 1
