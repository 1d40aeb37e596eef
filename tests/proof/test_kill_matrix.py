"""The kill matrix tells a fault that is caught from one that is not, and a catch from an accident."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import ClassVar

import pytest

from harness.corpus import ScenarioText
from harness.set_aside import set_aside_by
from harness.verdicts import Verdict
from proof.collection import collection
from proof.kill_matrix import Catalogue, Stage, Trial, Verdicts, play, trials_of
from proof.kill_record import Cell, FaultRecord, KillRecord, ScenarioRow, Strength
from proof.kills import cell, clause_records, excuses, fault_record, problems_in, scenario_row
from rulebook import law
from rulebook.model import RIGHT, Build
from rulebook.vocabulary import Outcome, Rulings, ServiceRequest, Silent
from sut_adapters.faulty import Breach, Fault, faults, find_fault
from sut_adapters.faulty.fault import against, beyond, short_of
from sut_adapters.reference import ReferenceModel

PART = [one for one in collection().scenarios if one.path.endswith("srpd_6_2_d_network_operator.feature")]
ROLE = beyond("srpd-6.2.d", "role")

Known = Callable[[Fault], Fault]


class Broken(ReferenceModel):
    """Falls over when it is sent anything."""

    def __init__(self, rulings: Rulings, build: Build) -> None:
        super().__init__(rulings, build=build)

    def send(self, request: ServiceRequest) -> Outcome:
        raise KeyError("no such column")


class Mute(ReferenceModel):
    """Never answers, for all that anybody can tell."""

    def __init__(self, rulings: Rulings, build: Build) -> None:
        super().__init__(rulings, build=build)

    def send(self, request: ServiceRequest) -> Outcome:
        return Silent(proved=False)


class Heard(ReferenceModel):
    """Remembers of what it was told."""

    told: ClassVar[list[str]] = []

    def begin(self, scenario: str, seed: int) -> None:
        super().begin(scenario, seed)
        self.told.append("begin")

    def end(self) -> None:
        self.told.append("end")

    def close(self) -> None:
        self.told.append("close")


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


def wrong(*breaks: Breach, rulings: dict[str, str] | None = None) -> Fault:
    """The exemption for Import Suppliers, said to break this."""
    return replace(find_fault("exemption-for-import-suppliers-too"), name="w", breaks=breaks, rulings=rulings or {})


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
    catalogue = Catalogue("Another requirement", (theirs,), {theirs.name: theirs}.__getitem__, Heard)
    stage, (right, faulty) = Stage(PART, 1, catalogue), trials_of([theirs])
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


def a_record(*catchers: str, survives: str = "") -> FaultRecord:
    return FaultRecord("f", "srpd-6.2.d", "", "A mistake.", {}, catchers, survives)


@pytest.mark.parametrize(
    ("record", "strength"),
    [
        (a_record("a", "b"), Strength.FORCED),
        (a_record("a"), Strength.WEAKLY_FORCED),
        (a_record("a", "b", survives="by accident"), Strength.UNFORCED),
    ],
)
def test_a_clause_is_forced_as_firmly_as_its_weakest_fault_is_caught(record: FaultRecord, strength: Strength) -> None:
    (clause,) = clause_records([wrong(ROLE), wrong(ROLE)], [a_record("a", "b", "c"), record], PART)
    assert (clause.id, clause.strength) == ("srpd-6.2.d", strength)


def test_a_clause_that_no_fault_breaks_is_unforced() -> None:
    (clause,) = clause_records([], [], PART)
    assert clause.strength is Strength.UNFORCED


def a_matrix(*, survives: str = "", cells: tuple[Cell, ...] = (Cell.CAUGHT,), **more: object) -> KillRecord:
    row = ScenarioRow("s", "srpd-6.2.d", "A scenario", "a.feature", 1, cells=cells)
    more = {"partial": False, "problems": (), "seed": 1, **more}
    return KillRecord((a_record("s", survives=survives),), (row,), (), **more)  # type: ignore[arg-type]


def test_the_exit_code_tells_a_proof_from_none_and_from_a_worthless_one() -> None:
    assert a_matrix().exit_code == 0
    assert a_matrix(survives="no scenario catches it").exit_code == 10
    assert a_matrix(cells=(Cell.SILENT,)).exit_code == 10
    assert a_matrix(cells=(Cell.SILENT,), partial=True).exit_code == 0
    assert a_matrix(problems=("x",)).exit_code == 13


def test_an_illustration_says_why_and_need_not_catch_anything() -> None:
    plain = PART[0]
    line = replace(plain.rule_description[0], text="Illustrative: it shows how the paragraph is read.")
    shown = replace(plain, tags=plain.tags | {"illustrative"}, rule_description=(line,))
    assert scenario_row(shown, []).illustrative == "it shows how the paragraph is read."
    assert scenario_row(replace(shown, tags=plain.tags), []).illustrative == ""
