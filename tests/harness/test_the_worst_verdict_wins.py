"""The lattice of verdicts, and the run's own with its exit code."""

import pytest

from harness.verdicts import EXIT_CODES, RunVerdict, Verdict, counts, exit_code_for, run_verdict, worst

WORST_FIRST = [
    "SUITE-ERROR",
    "CONFIG-ERROR",
    "FAIL",
    "INCONCLUSIVE",
    "NOT-EXERCISED",
    "WAIVED",
    "NOT-APPLICABLE",
    "PASS",
]


def test_verdicts_stand_worst_first() -> None:
    assert list(Verdict) == WORST_FIRST


@pytest.mark.parametrize("verdict", Verdict)
def test_one_bad_scenario_outweighs_any_number_of_better_ones(verdict: Verdict) -> None:
    better = [other for other in Verdict if other.rank >= verdict.rank]
    assert worst([*better * 100, verdict]) is verdict


def test_of_no_scenario_at_all_nothing_was_exercised() -> None:
    assert worst([]) is Verdict.NOT_EXERCISED


@pytest.mark.parametrize(
    ("verdict", "run", "code"),
    [
        (Verdict.SUITE_ERROR, RunVerdict.SUITE_ERROR, 13),
        (Verdict.CONFIG_ERROR, RunVerdict.CONFIGURATION_ERROR, 12),
        (Verdict.FAIL, RunVerdict.NON_CONFORMANT, 10),
        (Verdict.INCONCLUSIVE, RunVerdict.INCOMPLETE, 11),
        (Verdict.NOT_EXERCISED, RunVerdict.INCOMPLETE, 11),
        (Verdict.WAIVED, RunVerdict.CONFORMANT_WITH_WAIVERS, 0),
        (Verdict.NOT_APPLICABLE, RunVerdict.CONFORMANT, 0),
        (Verdict.PASS, RunVerdict.CONFORMANT, 0),
    ],
)
def test_a_run_with_passes_takes_its_verdict_and_exit_code_from_the_worst(
    verdict: Verdict, run: RunVerdict, code: int
) -> None:
    assert run_verdict([Verdict.PASS, verdict]) is run
    assert EXIT_CODES[run] == code


def test_a_stale_waiver_spoils_a_run_that_nothing_worse_has_spoilt() -> None:
    assert run_verdict([Verdict.PASS], stale_waiver=True) is RunVerdict.STALE_WAIVER
    assert EXIT_CODES[RunVerdict.STALE_WAIVER] == 14


def test_exit_codes_take_precedence_in_the_order_13_12_10_14_11_0() -> None:
    assert list(dict.fromkeys(EXIT_CODES.values())) == [13, 12, 10, 14, 11, 0]
    everything = list(Verdict)
    order = []
    for gone in (Verdict.SUITE_ERROR, Verdict.CONFIG_ERROR, Verdict.FAIL):
        order.append(EXIT_CODES[run_verdict(everything, stale_waiver=True)])
        everything.remove(gone)
    order += [EXIT_CODES[run_verdict(everything, stale_waiver=stale)] for stale in (True, False)]
    assert order == [13, 12, 10, 14, 11]


@pytest.mark.parametrize("verdicts", [[], [Verdict.NOT_APPLICABLE] * 3])
def test_a_run_in_which_nothing_passed_is_never_conformant(verdicts: list[Verdict]) -> None:
    assert run_verdict(verdicts) is RunVerdict.INCOMPLETE


def test_counts_name_the_verdicts_that_did_not_occur_too() -> None:
    assert counts([Verdict.PASS, Verdict.PASS]) == {**dict.fromkeys(Verdict, 0), Verdict.PASS: 2}


@pytest.mark.parametrize(
    ("pytests", "ours"),
    [(0, 0), (10, 10), (11, 11), (12, 12), (13, 13), (14, 14), (2, 13), (3, 13), (4, 2), (5, 12), (1, 13), (-9, 13)],
)
def test_no_exit_code_of_pytests_own_leaves(pytests: int, ours: int) -> None:
    assert exit_code_for(pytests) == ours
