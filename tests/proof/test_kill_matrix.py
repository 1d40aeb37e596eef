"""The kill matrix tells a fault that is caught from one that is not, and a catch from an accident."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from harness.corpus import ScenarioText
from harness.set_aside import set_aside_by
from harness.verdicts import Verdict
from proof.collection import collection
from proof.kill_matrix import Stage, Trial, Verdicts, play, trials_of
from proof.kill_record import Cell, FaultRecord, KillRecord, Strength
from proof.kills import cell, clause_records, excuses, fault_record, problems_in, scenario_row
from rulebook import law
from rulebook.model import RIGHT
from sut_adapters.breaches import Breach, against, beyond, short_of
from sut_adapters.faulty import Fault, faults, find_fault
from tests.proof.small_matrix import PART, ROLE, Broken, Heard, Mute, wrong

Known = Callable[[Fault], Fault]


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> Known:
    """Puts a fault into the catalogue, for one test."""

    def put(fault: Fault) -> Fault:
        monkeypatch.setitem(faults.BY_NAME, fault.name, fault)
        return fault

    return put


def played(fault: Fault, scenarios: Sequence[ScenarioText] = PART) -> Verdicts:
    return play(Stage(scenarios, 1), trials_of([fault])[-1])


def recorded(fault: Fault) -> FaultRecord:
    return fault_record(fault, played(fault), PART)


def test_a_fault_is_caught_by_the_near_miss_of_the_limb_that_it_does_without(known: Known) -> None:
    record = recorded(known(wrong(ROLE)))
    assert (len(record.catchers), record.survives) == (1, "")
    assert "gains-nothing-from-the-paragraph" in record.catchers[0]


@pytest.mark.parametrize(
    ("breaks", "survives"),
    [
        (against("s1sr-4.2"), "caught, but by no scenario under s1sr-4.2"),
        (beyond("srpd-6.2.d", "variant"), "caught, but by no scenario that misses srpd-6.2.d.variant"),
        (short_of("srpd-6.2.d"), "caught, but by no scenario that meets srpd-6.2.d"),
    ],
)
def test_a_catch_by_accident_does_not_count(known: Known, breaks: Breach, survives: str) -> None:
    assert recorded(known(wrong(ROLE, breaks))).survives == survives


def test_a_fault_that_a_ruling_makes_wrong_is_caught_by_a_scenario_about_that_point(known: Known) -> None:
    record = recorded(known(wrong(ROLE, rulings={"O9": "transform"})))
    assert record.survives == "caught, but by no scenario about the open point O9"


def test_a_right_build_survives(known: Known) -> None:
    assert recorded(known(replace(wrong(ROLE), build=RIGHT))).survives == "no scenario catches it"


def test_a_negative_whose_control_fails_has_not_reached_the_fault() -> None:
    verdicts = played(find_fault("exemption-missing"))
    negatives = {cell(verdicts, one) for one in PART if "negative" in one.tags}
    positives = {cell(verdicts, one) for one in PART if "meets-srpd-6.2.d" in one.tags}
    assert (positives, negatives) == ({Cell.CAUGHT}, {Cell.NOT_REACHED})


def test_a_scenario_of_another_folder_has_not_reached_the_fault(known: Known) -> None:
    verdicts = played(known(replace(wrong(ROLE), features="requirement_2/")))
    assert {cell(verdicts, one) for one in PART} == {Cell.NOT_REACHED}


def test_a_build_that_falls_over_is_the_suites_own_error_and_no_catch(known: Known) -> None:
    fault = known(replace(wrong(ROLE), system=Broken))
    results = {trial: play(Stage(PART, 1), trial) for trial in trials_of([fault])}
    assert recorded(fault).catchers == ()
    assert all(problem.startswith("faulty:w: requirement_1/") for problem in problems_in(results))
    assert any("SUITE-ERROR: KeyError" in problem for problem in problems_in(results))


def test_what_cannot_be_judged_is_no_catch(known: Known) -> None:
    fault = known(replace(wrong(ROLE), system=Mute))
    verdicts = {played(fault)[one.id][0] for one in PART if "positive" in one.tags}
    assert verdicts == {Verdict.INCONCLUSIVE}
    assert recorded(fault).survives == "no scenario catches it"


def test_another_catalogue_has_builds_of_its_own_and_a_right_one() -> None:
    theirs = wrong(ROLE)
    stage, (right, faulty) = Stage(PART, 1, {theirs.name: theirs}.__getitem__, Heard), trials_of([theirs])
    Heard.told.clear()
    assert {verdict for verdict, _ in play(stage, right).values()} == {Verdict.PASS}
    assert Heard.told == ["begin", *["begin", "end"] * len(PART), "close"]
    assert Verdict.FAIL in {verdict for verdict, _ in play(stage, faulty).values()}


def test_a_scenario_that_nobody_can_play_here_proves_nothing_for_or_against() -> None:
    fault, unsure = wrong(ROLE), (Verdict.NOT_APPLICABLE, "no schemas are here")
    near_misses = [one for one in PART if "misses-srpd-6.2.d.role" in one.tags]
    right = {one.id: (Verdict.PASS, "") for one in PART} | dict.fromkeys([one.id for one in near_misses], unsure)
    excused = excuses({trials_of([fault])[0]: right}, PART)
    assert excused == {one.id: "no schemas are here" for one in near_misses}
    record = fault_record(fault, right, PART, excused)
    assert (record.survives, record.unplayed) == ("", "no schemas are here")
    assert next(clause_records([fault], [record], PART)).strength is Strength.UNFORCED
    row = scenario_row(near_misses[0], [right], excused)
    assert KillRecord((record,), (row,), (), 1, partial=False).exit_code == 0


def test_what_a_ruling_sets_aside_is_no_excuse() -> None:
    ruled = Trial("", "requirement_1/", (("O35.comment", "read-over"),))
    verdicts = {one.id: (Verdict.NOT_APPLICABLE, "set aside") for one in collection().scenarios}
    aside = {one.id for one in collection().scenarios if set_aside_by(one, law.rulings(dict(ruled.rulings)))}
    assert aside
    assert aside.isdisjoint(excuses({ruled: verdicts}, collection().scenarios))


def test_a_right_build_that_fails_makes_the_matrix_worthless() -> None:
    right = Trial("", "requirement_1/", (("O9", "transform"),))
    failing = played(find_fault("exemption-missing"))
    (first, *_) = problems_in({right: failing})
    assert first.startswith("the right build under O9=transform: requirement_1/")


def test_a_right_build_is_played_once_for_each_set_of_rulings() -> None:
    chosen = [find_fault(name) for name in ("silent-on-success", "switch-ignored", "suspended-device-served")]
    assert [trial.fault for trial in trials_of(chosen)] == ["", "", *(fault.name for fault in chosen)]
