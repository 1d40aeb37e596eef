"""A negative counts only if the controls of its Rule were accepted."""

import pytest

from harness.controls import is_control, with_controls_judged
from harness.record import ScenarioRecord
from harness.verdicts import Verdict
from tests.harness.scenario_texts import judged

NEGATIVE = judged("refused", Verdict.PASS, "negative")


def verdict_beside(*others: ScenarioRecord, negative: ScenarioRecord = NEGATIVE) -> ScenarioRecord:
    return with_controls_judged([negative, *others])[0]


def test_it_counts_where_its_control_was_accepted() -> None:
    assert verdict_beside(judged("accepted", Verdict.PASS, "positive")) is NEGATIVE


@pytest.mark.parametrize("verdict", set(Verdict) - {Verdict.PASS, Verdict.NOT_APPLICABLE})
def test_it_does_not_count_where_any_control_came_to_something_else(verdict: Verdict) -> None:
    good, bad = judged("accepted", Verdict.PASS, "positive"), judged("not so", verdict, "positive")
    found = verdict_beside(good, bad)
    assert (found.verdict, found.reason) == (Verdict.NOT_EXERCISED, f"its control did not pass: not so ({verdict})")


def test_a_control_that_does_not_apply_is_left_aside() -> None:
    good, out = judged("accepted", Verdict.PASS, "positive"), judged("elsewhere", Verdict.NOT_APPLICABLE, "positive")
    assert verdict_beside(good, out) is NEGATIVE


@pytest.mark.parametrize(
    "other",
    [
        judged("elsewhere", Verdict.NOT_APPLICABLE, "positive"),
        judged("an open question", Verdict.PASS, "positive", "open-O3"),
        judged("of another Rule", Verdict.PASS, "positive", rule="Another"),
        judged("another refusal", Verdict.PASS, "negative"),
    ],
    ids=lambda record: record.title,
)
def test_one_control_at_least_must_have_been_accepted(other: ScenarioRecord) -> None:
    found = verdict_beside(other)
    assert (found.verdict, found.reason) == (Verdict.NOT_EXERCISED, "no control of its Rule applies in this run")


@pytest.mark.parametrize("verdict", set(Verdict) - {Verdict.PASS})
def test_a_negative_that_did_not_pass_stays_what_it_is(verdict: Verdict) -> None:
    negative = judged("refused", verdict, "negative")
    assert verdict_beside(judged("broken", Verdict.FAIL, "positive"), negative=negative) is negative


def test_order_does_not_matter() -> None:
    records = [judged("accepted", Verdict.FAIL, "positive"), NEGATIVE]
    assert set(with_controls_judged(records)) == set(with_controls_judged(records[::-1]))


def test_an_open_positive_is_no_control() -> None:
    assert is_control(["positive", "pit"])
    assert not is_control(["positive", "open-O3.s1sp"])
    assert not is_control(["negative"])
