"""The statement by hand that the benchmark times beside the update writes the same slots, and the same into them."""

from data_update.moments import Moment
from data_update.session import opened
from tests.benchmarks.update_by_hand import bare
from tests.data_update.trying import AT, TO_CORRECT, Trial


def test_the_bare_statement_writes_the_slots_that_the_update_writes(either: Trial) -> None:
    with opened(either.url) as session:
        assert bare(session, "S1SP1", Moment(AT)) == len(TO_CORRECT)
    by_hand = either.slots()
    assert [key for key in TO_CORRECT if by_hand[key] == either.before[key]] == []
    assert {key: row for key, row in by_hand.items() if key not in TO_CORRECT and row != either.before[key]} == {}
