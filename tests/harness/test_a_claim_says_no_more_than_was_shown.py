"""The sentence that a run ends with."""

import pytest

from harness.claims import claim
from harness.verdicts import RunVerdict, Verdict, counts

PASSES = counts([Verdict.PASS] * 12)


def test_a_system_in_one_state_conforms_at_that_state() -> None:
    said = claim(RunVerdict.CONFORMANT, PASSES, total=12, partial=False, release="DSP=on, S1SP1=on")
    assert said == "conformant at DSP=on, S1SP1=on"


def test_a_system_that_the_suite_switches_conforms_in_the_states_of_the_scenarios() -> None:
    said = claim(RunVerdict.CONFORMANT, PASSES, total=12, partial=False)
    assert said == "conformant in every release state that the scenarios name"


def test_a_stage_or_a_boundary_narrows_the_claim() -> None:
    said = claim(RunVerdict.CONFORMANT, PASSES, total=12, partial=False, release="DSP=on", scope="sit, boundary dsp")
    assert said == "conformant at DSP=on (sit, boundary dsp)"


def test_a_partial_run_claims_no_conformance() -> None:
    said = claim(RunVerdict.CONFORMANT, PASSES, total=230, partial=True, release="DSP=on")
    assert said == "no failure in the 12 of 230 that ran"


def test_what_does_not_apply_did_not_run() -> None:
    some = counts([Verdict.PASS] * 11 + [Verdict.NOT_APPLICABLE])
    said = claim(RunVerdict.CONFORMANT, some, total=230, partial=True)
    assert said == "no failure in the 11 of 230 that ran, with 1 not applicable"


def test_a_claim_counts_what_it_does_not_reach() -> None:
    few = counts([Verdict.PASS] * 4 + [Verdict.NOT_APPLICABLE] * 633)
    said = claim(RunVerdict.CONFORMANT, few, total=637, partial=False)
    assert said == "conformant in every release state that the scenarios name, with 633 not applicable"
    both = counts([Verdict.PASS, Verdict.WAIVED, Verdict.NOT_APPLICABLE])
    said = claim(RunVerdict.CONFORMANT_WITH_WAIVERS, both, total=3, partial=False, release="DSP=on")
    assert said == "conformant at DSP=on, with 1 waived by the Board and 1 not applicable"


@pytest.mark.parametrize("partial", [False, True])
def test_waivers_are_part_of_the_claim(partial: bool) -> None:
    waived = counts([Verdict.PASS, Verdict.WAIVED])
    said = claim(RunVerdict.CONFORMANT_WITH_WAIVERS, waived, total=3, partial=partial)
    assert said.endswith(", with 1 waived by the Board")


@pytest.mark.parametrize(
    ("verdict", "said"),
    [
        (RunVerdict.SUITE_ERROR, "no claim: the suite or the adapter is at fault, or the run was stopped"),
        (RunVerdict.CONFIGURATION_ERROR, "no claim: the run was set up wrongly, and says nothing about the system"),
        (RunVerdict.NON_CONFORMANT, "not conformant: 2 of the 4 scenarios that ran failed at DSP=on (sit)"),
        (RunVerdict.STALE_WAIVER, "no claim: a waiver is expired, unknown or not needed"),
        (RunVerdict.INCOMPLETE, "no claim of conformance: 1 of 4 scenarios got no answer that counts"),
    ],
)
def test_a_run_that_does_not_conform_says_what_is_missing(verdict: RunVerdict, said: str) -> None:
    counted = counts([Verdict.PASS, Verdict.FAIL, Verdict.FAIL, Verdict.INCONCLUSIVE, Verdict.NOT_APPLICABLE])
    assert claim(verdict, counted, total=5, partial=True, release="DSP=on", scope="sit") == said


def test_a_run_in_which_nothing_applied_says_that_nothing_passed() -> None:
    said = claim(RunVerdict.INCOMPLETE, counts([Verdict.NOT_APPLICABLE]), total=1, partial=False)
    assert said == "no claim of conformance: no scenario passed"
