"""Two that are started at once share the work, or one finds it done: no slot is lost, and none is noted twice."""

import pytest

from tests.data_update.trying import TO_CORRECT, Trial


@pytest.mark.parametrize("names", [((), ()), (("--run", "one"), ("--run", "other"))], ids=["a run", "two runs"])
def test_no_slot_is_lost_and_none_is_noted_twice(names: tuple[tuple[str, ...], ...], either: Trial) -> None:
    assert either.at_once(*names) == [0, 0]
    assert either.disagreements() == []
    journal = [(row.device_id, row.slot) for row in either.rows("SELECT device_id, slot FROM update_journal")]
    audit = [(row.device_id, row.slot) for row in either.rows("SELECT device_id, slot FROM update_audit")]
    assert sorted(journal) == sorted(audit) == sorted(TO_CORRECT)
