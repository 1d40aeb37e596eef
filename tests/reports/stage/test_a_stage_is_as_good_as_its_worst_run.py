"""Many packs of one stage: worst wins, and what is missing makes it incomplete."""

import io
import json

from pypdf import PdfReader

from harness.record import ExchangeRecord
from harness.verdicts import RunVerdict, Verdict
from reports.stage import as_json, combined, document
from reports.stage.paper import missing
from reports.stage.states import legal_states
from tests.reports.stage.conftest import LATE, ON, pack, shown


def test_a_stage_in_which_everything_passed_is_conformant(run) -> None:
    stage = combined([pack(run(shown(Verdict.PASS)))])
    assert (stage.record.verdict, stage.record.exit_code, stage.complete) == (RunVerdict.CONFORMANT, 0, True)
    assert list(missing(stage)) == [
        "Nothing is missing: every component answered, and every scenario was asked in a state that it needs.",
        "Pack 1 does not say whose it is: [report] provider in its profile would.",
    ]


def test_one_failure_outweighs_any_number_of_passes(run) -> None:
    packs = [
        pack(run(shown(verdict)), number) for number, verdict in enumerate([Verdict.PASS, Verdict.FAIL] * 2, start=1)
    ]
    stage = combined(packs)
    assert (stage.record.verdict, stage.record.exit_code) == (RunVerdict.NON_CONFORMANT, 10)
    assert stage.record.counts[Verdict.FAIL] == 1


def test_the_worst_run_decides_even_where_its_scenarios_do_not_say_why(run) -> None:
    broken = run(shown(Verdict.PASS), verdict=RunVerdict.STALE_WAIVER, exit_code=14)
    assert combined([pack(run(shown(Verdict.PASS))), pack(broken, 2)]).record.exit_code == 14


def test_where_a_scenario_does_not_apply_says_nothing_about_where_it_does(run) -> None:
    elsewhere = run(shown(Verdict.NOT_APPLICABLE, reason=f"it needs {ON}; the system is at {LATE}"), release=LATE)
    stage = combined([pack(run(shown(Verdict.PASS))), pack(elsewhere, 2)])
    assert [one.verdict for one in stage.record.scenarios] == [Verdict.PASS]
    assert stage.needed == ()


def test_a_state_that_a_scenario_waits_for_is_missing(run) -> None:
    waiting = shown(Verdict.NOT_APPLICABLE, "late", reason=f"it needs {LATE}; the system is at {ON}")
    stage = combined([pack(run(shown(Verdict.PASS), waiting))])
    assert (stage.needed, stage.record.verdict, stage.record.exit_code) == ((LATE,), RunVerdict.INCOMPLETE, 11)
    assert f"Missing release states, which scenarios of the stage need: {LATE}." in list(missing(stage))


def test_a_scenario_that_needs_two_states_is_not_shown_by_a_run_in_each(run) -> None:
    at_on = shown(Verdict.NOT_APPLICABLE, reason=f"it needs {LATE}; the system is at {ON}")
    at_late = shown(Verdict.NOT_APPLICABLE, reason=f"it needs {ON}; the system is at {LATE}")
    stage = combined([pack(run(at_on)), pack(run(at_late, release=LATE), 2)])
    assert (stage.needed, len(stage.unshown), stage.record.verdict) == ((), 1, RunVerdict.INCOMPLETE)


def test_what_a_profile_declares_out_of_scope_is_not_missing(run) -> None:
    declared = shown(Verdict.NOT_APPLICABLE, "other", reason="there is no Join Service here")
    assert combined([pack(run(shown(Verdict.PASS), declared))]).complete


def test_a_component_that_nobody_has_heard_is_missing(run) -> None:
    silent = shown(
        Verdict.PASS, exchanges=(ExchangeRecord("asked", "refused by the DSP at a check"),), served_by=("S1SP2",)
    )
    stage = combined([pack(run(silent))])
    assert (stage.unheard, stage.record.exit_code) == (("S1SP1", "S1SP3"), 11)
    assert "Missing components: S1SP1, S1SP3. No pack shows an answer of theirs." in list(missing(stage))


def test_a_component_that_the_suite_played_has_shown_nothing(run) -> None:
    stage = combined([pack(run(shown(Verdict.PASS), boundary="dsp"))])
    assert stage.unheard == ("S1SP1", "S1SP2", "S1SP3")
    both = combined(
        [pack(run(shown(Verdict.PASS), boundary="dsp")), pack(run(shown(Verdict.PASS), boundary="s1sp"), 2)]
    )
    assert both.unheard == ()


def test_scenarios_that_nobody_selected_are_missing(run) -> None:
    stage = combined([pack(run(shown(Verdict.PASS), total=3, partial=True))])
    assert (stage.unasked, stage.record.verdict) == (2, RunVerdict.INCOMPLETE)


def test_there_are_sixteen_states(run) -> None:
    assert len({str(state) for state in legal_states()}) == 16
    stage = combined([pack(run(shown(Verdict.PASS)))])
    assert [one.packs for one in stage.states if one.state == ON] == [(1,)]


def test_a_machine_is_told_the_same(run) -> None:
    failed = run(shown(Verdict.FAIL), release=LATE)
    told = json.loads(as_json(combined([pack(run(shown(Verdict.PASS))), pack(failed, 2)])))
    assert (told["verdict"], told["exit_code"]) == ("non-conformant", 10)
    assert told["scenarios"] == [{"id": "one", "clause": "srpd-6.2.d", "verdict": "FAIL", "by_pack": ["PASS", "FAIL"]}]
    assert len(told["release_states_not_tested"]) == 14


def test_the_report_shows_each_pack_and_each_verdict(run) -> None:
    failed = run(shown(Verdict.FAIL), release=LATE, declared={"provider": "Second S1SP"})
    first = run(shown(Verdict.PASS), declared={"provider": "First S1SP"})
    stage = combined([pack(first, unsure="the pack is unsigned", also=("copy.zip",)), pack(failed, 2, commit="decade")])
    report = PdfReader(io.BytesIO(document(stage)))
    text = "".join("".join(page.extract_text() for page in report.pages).replace("\u200b", "").split())
    for words in (
        "System Integration Testing Report",
        "First S1SP; Second S1SP",
        "Pack 1: the pack is unsigned.",
        "Pack 1 was given 2 times, is counted once: also copy.zip.",
        "made by different states of the suite",
        "\u2718 FAIL in 2; \u2714 PASS in 1",
    ):
        assert "".join(words.split()) in text
    assert document(stage) == document(stage)
