"""What Users write while an update is under way stands, and an update that was killed is finished."""

from collections import Counter
from itertools import cycle

import pytest

from tests.data_update.trying import TO_CORRECT, Trial


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


def test_no_write_is_lost_while_both_write(either: Trial) -> None:
    written: Counter[tuple[str, str]] = Counter()
    still, slots = either.under_way(), cycle(TO_CORRECT[::3])
    while still():
        slot = next(slots)
        either.place(slot, "02-4D-50-50-00-00-00-08")
        written[slot] += 1
    after = either.slots()
    corrected = {(row.device_id, row.slot) for row in either.rows("SELECT device_id, slot FROM update_journal")}
    assert written
    for slot in TO_CORRECT:
        assert after[slot][5] == 1 + written[slot] + (slot in corrected)
        assert slot in corrected or written[slot]
