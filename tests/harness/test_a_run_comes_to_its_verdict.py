"""Whole runs of a small project against systems that are right, wrong or out of reach."""

import json
from pathlib import Path

from harness.seeds import scenario_seed
from reports import verdict_json
from tests.harness.conftest import Runner

HOLDER = "The operator in the slots hands the ESME over"
CURLEW, DUNLIN = "Curlew is not exempt", "Dunlin is not exempt"
STRANGER = "A stranger is refused, on one ground or the other"
BEFORE = "The holder may, as ever"
ALL = {HOLDER, CURLEW, DUNLIN, STRANGER, BEFORE, "The holder may", "The registered operator may not"}


def seeds_asked(project: Path) -> set[str]:
    return {line.split()[0] for line in (project / "asked.log").read_text().splitlines()}


def test_a_system_that_is_right_conforms(run: Runner, project: Path) -> None:
    ended = run("--sut=fake", "--seed=7")
    assert ended.code == 0, ended.said
    record = ended.record
    assert set(ended.verdicts) == ALL
    assert set(ended.verdicts.values()) == {"PASS"}
    assert (str(record.verdict), record.exit_code, str(record.worst), record.partial) == (
        "conformant",
        0,
        "PASS",
        False,
    )
    assert record.claim == "conformant in every release state that the scenarios name"
    assert (record.sut.name, record.sut.identity, record.seed) == ("fake", "fake, build 7", 7)
    assert record.claim in ended.said
    assert "seed 7" in ended.said
    stranger = next(one for one in record.scenarios if one.title == STRANGER)
    assert [(match.point, match.readings) for match in stranger.matched] == [("O3", ("rdp-first",))]
    assert stranger.findings == ("The S1SP checks the registration first.",)
    assert [str(step.verdict) for step in stranger.steps] == ["PASS"] * 4
    assert [exchange.outcome for exchange in stranger.exchanges] == [
        "refused by S1SP1 at its registration check (S1VE4)"
    ]
    assert seeds_asked(project) == {str(scenario_seed(7, one.id)) for one in record.scenarios}
    written = {path.name for path in ended.folder.iterdir()}
    tables = {"traceability.csv", "traceability.html"}
    assert written == {"verdict.json", "junit.xml", "allure-results", "test-lists", *tables}


def test_a_system_that_is_wrong_does_not(run: Runner) -> None:
    ended = run("--sut=fake:accepts", "--seed=7")
    assert ended.code == 10
    assert ended.verdicts[HOLDER] == "PASS"
    assert ended.verdicts[CURLEW] == "FAIL"
    curlew = next(one for one in ended.record.scenarios if one.title == CURLEW)
    assert (curlew.expected, curlew.observed) == ("refused by the DSP at its registration check", "accepted")
    assert [str(step.verdict) for step in curlew.steps] == ["PASS", "PASS", "PASS", "FAIL", "None"]
    assert ended.record.claim.endswith("4 of the 7 scenarios that ran failed")
    for shown in ("SRPD 6.2(d): a SMETS1 Service Request", f"mp107 run {curlew.id} --sut fake:accepts --seed 7"):
        assert shown in ended.said
    content = (ended.folder / "verdict.json").read_text(encoding="utf-8")
    assert verdict_json.document(ended.record).decode() == content
    assert json.loads(content)["counts"]["FAIL"] == 4
    assert "Traceback" not in ended.said
    assert "sentences.py" not in ended.said


def test_a_refusal_whose_control_is_refused_too_shows_nothing(run: Runner) -> None:
    ended = run("--sut=fake:refuses")
    assert ended.code == 10
    assert ended.verdicts[HOLDER] == "FAIL"
    assert ended.verdicts[CURLEW] == ended.verdicts[STRANGER] == "NOT-EXERCISED"
    assert ended.reasons[CURLEW] == f"its control did not pass: {HOLDER} (FAIL)"


def test_a_system_out_of_reach_leaves_the_run_incomplete(run: Runner) -> None:
    ended = run("--sut=fake:away")
    assert ended.code == 11
    assert set(ended.verdicts.values()) == {"INCONCLUSIVE"}
    assert ended.record.claim == "no claim of conformance: 7 of 7 scenarios got no answer that counts"


def test_a_scenario_whose_steps_were_not_played_has_not_passed(run: Runner, project: Path) -> None:
    """Whatever kept pytest from running it: here a plugin that takes the call for itself."""
    (project / "lazy.py").write_text("def pytest_pyfunc_call():\n    return True\n")
    ended = run("--sut=fake", "-p", "lazy")
    assert ended.code == 11
    assert set(ended.verdicts.values()) == {"NOT-EXERCISED"}
    assert ended.reasons[HOLDER] == "not every step of it was played"


def test_a_declared_state_leaves_out_the_others(run: Runner) -> None:
    ended = run("--sut=fake:fixed", "--release=on")
    assert ended.code == 0
    assert ended.verdicts[BEFORE] == "NOT-APPLICABLE"
    assert ended.record.claim == "conformant at DSP=on, S1SP1=on, S1SP2=on, S1SP3=on, with 1 not applicable"


def test_what_a_stage_has_closed_is_listed_with_the_reason(run: Runner, project: Path) -> None:
    closure = '[[closure]]\nstatements = ["s1sr-4.2"]\nstages = ["sit", "uit"]\nreason = "it has ended"\n'
    (project / "legal" / "stages.toml").write_text(closure)
    ended = run("--sut=fake", "--stage=sit")
    assert ended.code == 0, ended.said
    assert (ended.verdicts[HOLDER], ended.verdicts["The holder may"]) == ("PASS", "NOT-APPLICABLE")
    assert ended.reasons["The holder may"] == "it has ended"
    assert "NOT-APPLICABLE  4: it has ended" in ended.said
    assert ended.record.claim.endswith("(sit), with 4 not applicable")
    assert set(run("--sut=fake", "--stage=fat").verdicts) == {HOLDER, CURLEW, DUNLIN}


def test_a_system_in_an_unknown_state_is_asked_nothing(run: Runner, project: Path) -> None:
    ended = run("--sut=fake:fixed")
    assert ended.code == 12
    assert set(ended.verdicts.values()) == {"CONFIG-ERROR"}
    assert not (project / "asked.log").exists()


def test_a_ruling_narrows_what_is_admitted_and_sets_its_contradiction_aside(run: Runner) -> None:
    ended = run("--sut=fake", "--reading=O3=ownership-first")
    assert ended.code == 10
    assert ended.verdicts[STRANGER] == "FAIL"
    assert ended.reasons[HOLDER] == "set aside by the ruling O3=ownership-first"
    assert ended.record.readings == {"O3": "ownership-first"}


def test_whatever_selects_a_negative_takes_its_controls_along(run: Runner, project: Path) -> None:
    ended = run("--sut=fake", "-k=curlew", "--seed=7")
    assert ended.code == 0, ended.said
    assert HOLDER in ended.verdicts
    assert CURLEW in ended.verdicts
    assert ended.record.partial
    assert ended.record.claim == f"no failure in the {len(ended.verdicts)} of 7 that ran"
    assert seeds_asked(project) == {str(scenario_seed(7, one.id)) for one in ended.record.scenarios}


def test_looking_at_the_collection_leaves_no_evidence(run: Runner) -> None:
    ended = run("--collect-only", "-q")
    assert ended.code == 0
    assert not ended.folder.exists()
