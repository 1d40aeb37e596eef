"""Whole runs of a small project against adapters with a mistake in them: no verdict on the system is made of it."""

from pathlib import Path

import pytest

from tests.harness.conftest import Runner

HOLDER = "The operator in the slots hands the ESME over"
CURLEW = "Curlew is not exempt"
SCENARIOS = 7


def test_a_missing_port_leaves_the_run_incomplete(run: Runner) -> None:
    ended = run("--sut=fake:blushes")
    assert ended.code == 11
    assert set(ended.reasons.values()) == {"fake:blushes does not offer UserGateway"}


@pytest.mark.parametrize(
    ("sut", "reason"),
    [
        ("breaks", "fake_suts.Breaks.send raised KeyError: 'no such thing' at fake_suts.py:"),
        ("doesnotend", "fake_suts.DoesNotEnd.end raised RuntimeError: cannot clear up at fake_suts.py:"),
        ("judges", "odd_suts.Judges.send raised Disagreement: expected accepted, observed refused at odd_suts.py:"),
        ("nobeginning", "fake_suts.HasNoBeginning.begin raised RuntimeError: not yet at fake_suts.py:"),
    ],
)
def test_a_broken_adapter_is_no_verdict_on_the_system(run: Runner, sut: str, reason: str) -> None:
    ended = run(f"--sut=fake:{sut}")
    assert ended.code == 13
    assert all(said.startswith(f"the adapter is at fault: {reason}") for said in ended.reasons.values())
    assert ended.record.claim == "no claim: the suite or the adapter is at fault, or the run was stopped"


def test_a_scenario_that_goes_wrong_and_cannot_be_cleared_up_is_counted_once(run: Runner) -> None:
    ended = run("--sut=fake:vanishes")
    assert ended.code == 11, ended.said
    assert f" {SCENARIOS} INCONCLUSIVE in " in ended.said.splitlines()[-1]


@pytest.mark.parametrize(
    ("sut", "reason"),
    [
        ("none", "understand: odd_suts.GivesNone.send gave None, no Outcome"),
        ("word", "understand: odd_suts.GivesAWord.send gave 'accepted', no Outcome"),
        ("class", "understand: odd_suts.GivesAClass.send gave <class 'rulebook.vocabulary.outcomes.Accepted'>, no "),
        ("nohandle", "understand: odd_suts.GivesNoHandle.place gave None, no handle"),
        ("mock", "understand: unittest.mock.MagicMock."),
    ],
)
def test_an_answer_of_another_kind_is_no_answer(run: Runner, sut: str, reason: str) -> None:
    ended = run(f"--sut=fake:{sut}")
    assert ended.code == 11, ended.said
    assert len(ended.reasons) == SCENARIOS
    assert all(said.startswith(reason) for said in ended.reasons.values()), ended.reasons
    assert "INTERNALERROR" not in ended.said


def test_an_answer_that_equals_everything_is_no_answer(run: Runner) -> None:
    ended = run("--sut=fake:likeness")
    assert ended.code == 11, ended.said
    said = "understand: odd_suts.GivesALikeness.send gave 'E99', whose LikesEverything compares in a way of its own"
    assert ended.reasons[CURLEW] == said


def test_an_adapter_declares_nothing_out_of_scope(run: Runner) -> None:
    ended = run("--sut=fake:exempts")
    assert ended.code == 11
    assert ended.verdicts[HOLDER] == "PASS"
    assert ended.verdicts[CURLEW] == "NOT-EXERCISED"
    said = "odd_suts.ExemptsItself.send: an adapter declares nothing out of scope: not our problem"
    assert ended.reasons[CURLEW] == said


def test_a_system_that_cannot_say_what_it_is_loses_no_record(run: Runner) -> None:
    ended = run("--sut=fake:nameless")
    assert ended.code == 0, ended.said
    assert len(ended.verdicts) == SCENARIOS
    assert ended.record.sut.identity == "odd_suts.Nameless, whose identity raised RuntimeError"


def test_a_killed_run_leaves_the_verdict_that_it_did_not_end(run: Runner, project: Path) -> None:
    suts = project / "fake_suts.py"
    suts.write_text(suts.read_text().replace('raise KeyError("no such thing")', "__import__('os')._exit(9)"))
    ended = run("--sut=fake:breaks")
    assert ended.code == 9
    assert (str(ended.record.verdict), ended.record.problems) == ("suite-error", ("the run did not end",))


def test_a_system_is_closed_once_nothing_more_is_asked(run: Runner, project: Path) -> None:
    assert run("--sut=fake:closes", "--seed=7").code == 0
    asked = (project / "asked.log").read_text().splitlines()
    assert (asked[-1], asked.count("closed")) == ("closed", 1)


def test_a_system_that_cannot_be_closed_leaves_no_claim(run: Runner) -> None:
    ended = run("--sut=fake:staysopen", "--seed=7")
    assert ended.code == 12
    assert "could not be closed: send: 90-B3 was not put back" in " ".join(ended.said.split())
    assert set(ended.verdicts.values()) == {"PASS"}
