"""The kill matrix of Requirement 2: faulty updates in its columns, each on a database of its own."""

import pickle
import tempfile
from pathlib import Path

import pytest

from data_update.faulty import FAULTS
from harness.verdicts import Verdict
from proof.collection import collection
from proof.kill_matrix import LAW, Catalogue, Stage, Trial, Verdicts, play, trials_of
from proof.kill_record import Cell
from proof.kills import excuses, fault_record, problems_in, scenario_row
from proof.update_trials import FEATURES, UPDATES
from rulebook.law import statements

MET = "::s1sp1_esme_southfell_northmoor"
OWN = "::s1sp1_esme_northmoor"
SMETS2 = "::the-records-of-smets2-devices-are-no-anchor-slots-whosever-certificates-they-name"
LARGE = "::of-that-many-exactly-the-slots-that-are-to-be-corrected-change"
FILES = ("fia_3_3_2_one_off_update.feature", "fia_4_2_2_numbers.feature")
PART = [
    one for one in collection().scenarios if one.path.endswith(FILES) and one.id.endswith((MET, OWN, SMETS2, LARGE))
]
"""A wrong device, a right one, those of SMETS2, and a population that nobody waits for here."""


def played(name: str) -> Verdicts:
    return play(Stage(PART, 107, UPDATES.find, UPDATES.right), Trial(name, FEATURES, ()))


def told(verdicts: Verdicts) -> dict[str, Verdict]:
    return {f"::{scenario.rpartition('::')[2]}": verdict for scenario, (verdict, _) in verdicts.items()}


def test_a_faulty_update_is_caught_by_the_near_miss_of_the_limb_that_it_does_without() -> None:
    verdicts = played("touches-smets2")
    record = fault_record(UPDATES.find("touches-smets2"), verdicts, PART)
    assert (record.clause, record.limb, record.survives) == ("fia-3.3.2", "fia-3.3.2.smets1-slots", "")
    assert told(verdicts)[SMETS2] is Verdict.FAIL
    assert told(verdicts)[MET] is Verdict.PASS


def test_the_reference_update_passes_what_can_be_played_and_the_rest_is_excused() -> None:
    right = Trial("", FEATURES, ())
    results = {right: played("")}
    assert set(told(results[right]).values()) == {Verdict.PASS, Verdict.NOT_APPLICABLE}
    assert not list(problems_in(results))
    (large,) = (scenario_row(one, [], excuses(results, PART)) for one in PART if one.id.endswith(LARGE))
    assert large.excused == "the population is another: --population fia"
    assert Cell.CAUGHT not in large.cells


def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    played("touches-smets2")
    assert not list(tmp_path.iterdir())


def test_every_faulty_update_has_a_column_and_breaks_what_the_law_has() -> None:
    assert [fault.name for fault in UPDATES.faults] == [fault.name for fault in FAULTS]
    limbs = {limb.id for statement in statements().values() for limb in statement.limbs}
    broken = [breach for fault in UPDATES.faults for breach in fault.breaks]
    assert {breach.statement for breach in broken} <= set(statements())
    assert {breach.limb for breach in broken if breach.limb} <= limbs
    assert {trial.features for trial in trials_of(UPDATES.faults)} == {FEATURES}


@pytest.mark.parametrize("catalogue", [LAW, UPDATES], ids=lambda one: one.title)
def test_what_another_process_needs_can_be_sent_there(catalogue: Catalogue) -> None:
    sent = (PART, 107, catalogue.find, catalogue.right)
    assert pickle.dumps(sent)
