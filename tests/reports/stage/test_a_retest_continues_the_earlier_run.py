"""A later pack of the same system continues the earlier one: the latest answer counts, and the history is shown."""

import io
import json

import pytest
from pypdf import PdfReader

from harness.record import RunRecord, Sut
from harness.verdicts import RunVerdict, Verdict
from reports.stage import Stage, as_json, combined, document
from reports.stage.paper import missing
from reports.stage.states import SWITCHED
from tests.reports.stage.conftest import LATE, ON, Made, pack, shown

OURS = {"declared": {"provider": "First S1SP", "component": [{"component": "S1SP1", "build": "7"}]}}
NEWER = {**OURS, "sut": Sut("fake", "fake, build 8")}


def stage_of(*records: RunRecord) -> Stage:
    return combined([pack(record, number) for number, record in enumerate(records, start=1)])


@pytest.fixture
def retested(run: Made) -> Stage:
    """Two failures, of which one is mended and asked again."""
    first = run(shown(Verdict.FAIL), shown(Verdict.FAIL, "two"), shown(Verdict.PASS, "three"), **OURS)
    return stage_of(first, run(shown(Verdict.PASS), total=3, partial=True, **NEWER))


def test_the_latest_answer_counts_and_what_was_not_asked_again_stays(retested: Stage) -> None:
    assert [one.verdict for one in retested.record.scenarios] == [Verdict.PASS, Verdict.FAIL, Verdict.PASS]
    assert (retested.record.verdict, retested.record.exit_code) == (RunVerdict.NON_CONFORMANT, 10)
    assert retested.record.claim == "2 runs, 1 retest among them, of which 1 non-conformant; the worst decides"
    assert [chain.numbers for chain in retested.chains] == [(1, 2)]


def test_the_title_page_says_so(retested: Stage) -> None:
    said = list(missing(retested))
    assert (
        "Pack 2 continues pack 1: 3 scenarios came to something else on the way, and the latest answer counts." in said
    )
    assert "Of these, 2 scenarios count by an earlier pack, not asked again." in said


def test_a_stage_whose_failures_are_all_mended_is_conformant(run: Made) -> None:
    stage = stage_of(run(shown(Verdict.FAIL), **OURS), run(shown(Verdict.PASS), **NEWER))
    assert (stage.record.verdict, stage.record.exit_code, stage.complete) == (RunVerdict.CONFORMANT, 0, True)


def test_what_passed_before_and_fails_now_fails(run: Made) -> None:
    stage = stage_of(run(shown(Verdict.PASS), **OURS), run(shown(Verdict.FAIL), **NEWER))
    assert stage.record.exit_code == 10


@pytest.mark.parametrize(
    ("path", "counts"),
    [
        ([Verdict.FAIL, Verdict.NOT_APPLICABLE], Verdict.FAIL),
        ([Verdict.FAIL, Verdict.INCONCLUSIVE], Verdict.FAIL),
        ([Verdict.PASS, Verdict.INCONCLUSIVE], Verdict.INCONCLUSIVE),
        ([Verdict.PASS, Verdict.NOT_APPLICABLE], Verdict.PASS),
        ([Verdict.FAIL, Verdict.PASS, Verdict.NOT_EXERCISED], Verdict.NOT_EXERCISED),
        ([Verdict.NOT_EXERCISED, Verdict.INCONCLUSIVE], Verdict.INCONCLUSIVE),
        ([Verdict.INCONCLUSIVE, Verdict.PASS], Verdict.PASS),
    ],
)
def test_a_run_that_came_to_nothing_hides_no_answer(run: Made, path: list[Verdict], counts: Verdict) -> None:
    stage = stage_of(*(run(shown(verdict), **OURS) for verdict in path))
    assert [one.verdict for one in stage.record.scenarios] == [counts]


@pytest.mark.parametrize(
    "other",
    [
        {"release": LATE},
        {"boundary": "s1sp"},
        {"readings": {"O3.s1sp": "rdp-first"}},
        {"sut": Sut("duis:other.toml", "fake, build 8")},
        {"declared": {"provider": "Second S1SP", "component": [{"component": "S1SP1", "build": "7"}]}},
        {"declared": {"provider": "First S1SP", "component": [{"component": "S1SP2", "build": "7"}]}},
        {"declared": {}},
    ],
)
def test_what_may_be_another_system_is_no_retest(run: Made, other: dict[str, object]) -> None:
    stage = stage_of(run(shown(Verdict.FAIL), **OURS), run(shown(Verdict.PASS), **{**NEWER, **other}))
    assert (len(stage.chains), stage.record.exit_code) == (2, 10)


def test_nobodys_runs_are_no_retests_of_each_other(run: Made) -> None:
    assert stage_of(run(shown(Verdict.FAIL)), run(shown(Verdict.PASS))).record.exit_code == 10


def test_a_run_that_names_an_earlier_one_continues_it_wherever_it_was_made(run: Made) -> None:
    named = {
        "file": "first.json",
        "sha256": "1" * 64,
        "started": "2022-10-01",
        "build": "build 7",
        "release": ON,
        "verdict": "non-conformant",
        "verdicts": {"one": "FAIL"},
    }
    later = run(shown(Verdict.PASS), sut=Sut("other", "build 8"), declared={"earlier": [named]})
    stage = stage_of(run(shown(Verdict.FAIL)), later)
    assert ([chain.numbers for chain in stage.chains], stage.record.exit_code) == ([(1, 2)], 0)


@pytest.mark.parametrize("other", [{"release": LATE}, {"boundary": "s1sp"}, {"provider": "Heron"}])
def test_naming_an_earlier_run_hides_no_failure_elsewhere(run: Made, other: dict[str, str]) -> None:
    named = {"file": "first.json", "sha256": "1" * 64, "started": "", "build": "", "release": ""}
    earlier = {**named, "verdict": "non-conformant", "verdicts": {"one": "FAIL"}}
    first = run(shown(Verdict.FAIL), declared={"provider": "Fulmar"})
    told = {"provider": other.get("provider", "Fulmar"), "earlier": [earlier]}
    place = {key: value for key, value in other.items() if key != "provider"}
    stage = stage_of(first, run(shown(Verdict.PASS), declared=told, **place))
    assert (len(stage.chains), stage.record.exit_code) == (2, 10)


def test_a_verdict_that_changes_on_one_build_is_pointed_out(run: Made) -> None:
    again = stage_of(run(shown(Verdict.FAIL), **OURS), run(shown(Verdict.PASS), **OURS))
    mended = stage_of(run(shown(Verdict.FAIL), **OURS), run(shown(Verdict.PASS), **NEWER))
    assert "1 scenario came to something else on the same build: ask why." in list(missing(again))
    assert not any("same build" in said for said in missing(mended))


def test_the_report_and_the_machine_have_the_history(retested: Stage) -> None:
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(document(retested))).pages)
    said = "".join(text.replace("\u200b", "").split())
    for words in (
        "Retests in packs 1-2",
        "pack 1: fake, build 7; pack 2: fake, build 8",
        "\u2718 FAIL not run \u2718 FAIL",
    ):
        assert "".join(words.split()) in said
    told = json.loads(as_json(retested))
    assert [one["continues"] for one in told["packs"]] == [[], [1]]
    assert [one["by_pack"] for one in told["scenarios"]] == [["FAIL", "PASS"], ["FAIL", None], ["PASS", None]]


def test_users_are_told_apart_and_called_so(run: Made) -> None:
    users = [
        run(shown(Verdict.PASS), stage="uit", release="", declared={"provider": name}) for name in ("Fulmar", "Heron")
    ]
    stage = stage_of(*users)
    assert (len(stage.chains), [one.packs for one in stage.states if one.state == SWITCHED]) == (2, [(1, 2)])
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(document(stage))).pages)
    assert "User Integration Testing Report" in text
    assert "User:Fulmar;Heron" in "".join(text.replace("\u200b", "").split())
