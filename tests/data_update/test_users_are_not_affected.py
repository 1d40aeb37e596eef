"""What Users write while an update is under way stands, and an update that was killed is finished."""

import pytest

from tests.data_update.trying import EXPECTED, Trial

TO_CORRECT = [key for key, one in EXPECTED.items() if one.expects == "corrected" and one.s1sp == "S1SP1"]


def test_killed_at_any_statement_and_started_again_it_ends_as_if_undisturbed(trial: Trial) -> None:
    deaths = 0
    while trial.killed(deaths):
        deaths += 4
    assert deaths > 40
    assert trial.disagreements() == []
    found = trial.rows("SELECT count(*), count(DISTINCT run) FROM update_journal")
    audit = trial.rows("SELECT count(*) FROM update_audit")
    assert (tuple(found[0]), audit[0][0]) == ((len(TO_CORRECT), 1), len(TO_CORRECT))


@pytest.mark.parametrize("after", [9, 33, 55])
def test_killed_once_and_started_again_it_ends_as_if_undisturbed(either: Trial, after: int) -> None:
    assert either.killed(after)
    assert either.ask("apply").code == 0
    assert either.disagreements() == []


def test_a_slot_that_a_user_wrote_after_the_plan_is_the_users(either: Trial) -> None:
    slot = TO_CORRECT[0]
    either.killed_when_planned()
    either.place(slot, "02-4D-50-50-00-00-00-08")
    mine = either.slots()[slot]
    counts = either.ask("apply").counts
    assert either.slots()[slot] == mine
    assert counts["changed_meanwhile"] == {"devices": 1, "slots": 1}
    assert counts["afterwards"]["newly_arisen"]["slots"] == 1


def test_the_registered_operator_is_looked_up_again_when_the_slot_is_written(either: Trial) -> None:
    device, _ = TO_CORRECT[0]
    either.killed_when_planned()
    either.rows(
        "UPDATE registrations SET withdrawn_at = '2027-01-15T00:00:00Z'"
        " WHERE mpxn = (SELECT mpxn FROM devices WHERE device_id = :device)",
        device=device,
    )
    counts = either.ask("apply").counts
    assert counts["changed_meanwhile"]["devices"] == 1
    assert {key: slot for key, slot in either.slots().items() if key[0] == device} == {
        key: slot for key, slot in either.before.items() if key[0] == device
    }
