"""The reference update on both kinds of database, judged by what the population expects."""

from collections import Counter

import pytest

from sut_adapters.s1sp_database.population_stories import CORRECTED
from tests.data_update.trying import AT, EXPECTED, Trial

OTHERS_CERTIFICATE = "02-4D-50-50-00-00-00-08"


def expected(s1sp: str = "S1SP1") -> Counter[str]:
    """Slots by what becomes of them."""
    return Counter(one.expects for one in EXPECTED.values() if one.s1sp == s1sp and one.expects)


def a_slot_to_correct() -> tuple[str, str]:
    return next(key for key, one in EXPECTED.items() if one.s1sp == "S1SP1" and one.story == "wrong")


def test_after_it_exactly_the_wrong_slots_hold_the_registered_operators_certificate(either: Trial) -> None:
    assert either.ask("apply").code == 0
    assert either.disagreements("S1SP1") == []
    assert either.ask("apply", s1sp="S1SP3").code == 0
    assert either.disagreements("S1SP1 S1SP3") == []


def test_what_it_reports_is_what_was_planted(either: Trial) -> None:
    planted = expected()
    counts = either.ask("apply").counts
    assert counts["corrected"]["slots"] == planted.pop(CORRECTED)
    assert {one["reason"]: one["slots"] for one in counts["left_alone"]} == planted
    assert counts["found"]["slots"] == expected().total()


def test_it_counts_devices_as_the_fia_does(trial: Trial) -> None:
    counted = {(one.cohort, one.device_type, one.device_id) for one in EXPECTED.values() if one.counted}
    by_kind = Counter((cohort, kind) for cohort, kind, _ in counted if cohort == "IOC")
    wrong = trial.ask("dry-run").counts["wrong"]
    assert {(one["cohort"], one["device_type"]): one["devices"] for one in wrong} == by_kind


def test_a_dry_run_says_the_same_and_changes_nothing(either: Trial) -> None:
    before = either.everything()
    dry = either.ask("dry-run").counts
    assert either.everything() == before
    wet = either.ask("apply").counts
    same = ("found", "corrected", "left_alone", "wrong", "by_operator")
    assert {key: dry[key] for key in same} == {key: wet[key] for key in same}


def test_a_second_run_changes_nothing(either: Trial) -> None:
    either.ask("apply")
    first = either.slots()
    again = either.ask("apply")
    assert again.counts["corrected"] == {"devices": 0, "slots": 0}
    assert either.slots() == first


def test_its_counts_add_up(trial: Trial) -> None:
    counts = trial.ask("apply").counts
    left = sum(one["slots"] for one in counts["left_alone"])
    assert counts["found"]["slots"] == counts["corrected"]["slots"] + left + counts["changed_meanwhile"]["slots"]
    for one in counts["by_operator"]:
        assert one["found"] == one["corrected"] + sum(one["left_alone"].values()) + one["changed_meanwhile"]
    assert counts["afterwards"]["found"]["slots"] == left
    assert counts["inputs"]["registrations"]["age_days"] == 1.0


def test_rolled_back_every_slot_holds_what_it_held(either: Trial) -> None:
    either.ask("apply")
    answer = either.ask("roll-back")
    assert (answer.code, answer.counts["restored"]["slots"]) == (0, expected()[CORRECTED])
    assert {key: slot[:5] for key, slot in either.slots().items()} == {
        key: slot[:5] for key, slot in either.before.items()
    }


def test_what_a_user_has_placed_since_is_not_rolled_back(either: Trial) -> None:
    slot = a_slot_to_correct()
    either.ask("apply")
    either.place(slot, OTHERS_CERTIFICATE)
    answer = either.ask("roll-back")
    assert answer.code == 10
    assert [(one["device_id"], one["slot"]) for one in answer.counts["refused_slots"]] == [slot]
    assert either.slots()[slot][0] == OTHERS_CERTIFICATE


def test_every_slot_that_it_changed_has_a_before_image_and_an_audit_record(either: Trial) -> None:
    either.ask("apply")
    changed = {key for key, slot in either.slots().items() if slot != either.before[key]}
    journal = {(row.device_id, row.slot): row for row in either.rows("SELECT * FROM update_journal")}
    audit = {(row.device_id, row.slot): row for row in either.rows("SELECT * FROM update_audit")}
    assert changed == set(journal) == set(audit)
    for key, row in journal.items():
        assert (row.owner, row.use, row.issuer, row.serial) == either.before[key][:4]
        assert (audit[key].before_owner, audit[key].after_owner) == (either.before[key][0], either.slots()[key][0])
        assert audit[key].at == f"{AT:%Y-%m-%dT%H:%M:%SZ}"
        assert EXPECTED[key].operator in audit[key].why


@pytest.mark.parametrize(
    ("reading", "reason"), [("O19=as-a-gpf", "gsme"), ("O17=latest-published", "several-certificates")]
)
def test_a_ruling_is_followed(trial: Trial, reading: str, reason: str) -> None:
    counts = trial.ask("apply", "--reading", reading).counts
    assert reason not in {one["reason"] for one in counts["left_alone"]}
    assert counts["corrected"]["slots"] == expected()[CORRECTED] + expected()[reason]
