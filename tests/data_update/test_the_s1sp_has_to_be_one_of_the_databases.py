"""An S1SP that no device is said to belong to is a slip; one of whose devices none is wrong has nothing to correct."""

import pytest

from tests.data_update.trying import EXPECTED, TO_CORRECT, Trial

NOTHING = {"devices": 0, "slots": 0}


@pytest.mark.parametrize("mode", ["dry-run", "apply"])
def test_another_is_refused_with_those_that_there_are(mode: str, trial: Trial) -> None:
    before = trial.everything()
    answer = trial.ask(mode, s1sp="S1SP9")
    said = "--s1sp: the database has no device of S1SP9; it has those of S1SP1, S1SP2, S1SP3\n"
    assert (answer.code, answer.complaint) == (12, f"mp107-one-off-update: {said}")
    assert trial.everything() == before


def test_one_of_whose_devices_none_is_wrong_is_done(trial: Trial) -> None:
    right = min({device for device, _ in trial.before} - {device for device, _ in EXPECTED})
    trial.rows("UPDATE devices SET s1sp = 'S1SP9' WHERE device_id = :device", device=right)
    answer = trial.ask("apply", s1sp="S1SP9")
    assert (answer.code, answer.counts["found"]) == (0, NOTHING)


@pytest.mark.parametrize("s1sp", ["S1SP1", "S1SP9"])
def test_where_no_device_is_said_to_be_anybodys_all_are_his(s1sp: str, either: Trial) -> None:
    either.rows("DELETE FROM anchor_slots WHERE device_id IN (SELECT device_id FROM devices WHERE s1sp <> 'S1SP1')")
    either.rows("DELETE FROM devices WHERE s1sp <> 'S1SP1'")
    either.rows("UPDATE devices SET s1sp = NULL")
    assert either.ask("apply", s1sp=s1sp).counts["corrected"]["slots"] == len(TO_CORRECT)
