"""`messages.ndjson`: what the official library reads back, and what the tools of that family will make of it."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from cucumber_messages import Envelope, message_converter

from harness.corpus import read_corpus
from harness.record import ScenarioRecord, StepRecord
from harness.verdicts import Verdict
from reports.cucumber import document
from reports.cucumber.sources import FEATURES
from tests.reports.cucumber.official import SCHEMA
from tests.reports.pages import run, scenario

PASSED = "PASSED"


def told(*scenarios: ScenarioRecord, **more: object) -> list[dict[str, Any]]:
    return [json.loads(line) for line in document(run(*scenarios, **more)).decode().splitlines()]


def of_kind(stream: list[dict[str, Any]], kind: str) -> list[Any]:
    return [message[kind] for message in stream if kind in message]


def from_the_features(count: int) -> tuple[ScenarioRecord, ...]:
    """Real scenarios, as a run that passed them all would record them."""
    known = [one for one in read_corpus(FEATURES).scenarios if one.row or one.rule][:count]
    return tuple(
        scenario(
            Verdict.PASS,
            feature_path=one.path,
            line=one.line,
            title=one.name,
            steps=tuple(StepRecord(step.keyword, step.text, Verdict.PASS, 0.1) for step in one.steps),
            exchanges=(),
        )
        for one in known
    )


@pytest.fixture(scope="module")
def everything() -> list[dict[str, Any]]:
    return told()


def test_the_library_reads_back_what_was_written(everything: list[dict[str, Any]]) -> None:
    for message in [*everything, *told(*from_the_features(3))]:
        assert message_converter.to_dict(message_converter.from_dict(message, Envelope)) == message


def test_it_is_valid_by_the_official_schema_where_that_is_there(everything: list[dict[str, Any]]) -> None:
    """`make schemas` brings it."""
    if not SCHEMA.is_file():
        pytest.skip("the schema of Cucumber Messages is not here; make schemas brings it")
    jsonschema = pytest.importorskip("jsonschema")
    validator = jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
    for message in [*everything, *told(*from_the_features(3))]:
        validator.validate(message)
    assert not validator.is_valid({"testStepFinished": {"status": "PASSED"}})


def test_every_scenario_is_one_test_case_and_one_attempt(everything: list[dict[str, Any]]) -> None:
    kinds = Counter(kind for message in everything for kind in message)
    assert kinds["pickle"] == kinds["testCase"] == kinds["testCaseStarted"] == kinds["testCaseFinished"] == len(Verdict)
    assert all(not one["willBeRetried"] for one in of_kind(everything, "testCaseFinished"))


def test_only_what_passed_is_passed(everything: list[dict[str, Any]]) -> None:
    """By the worst of its steps, as the tools work it out."""
    title_of = {one["id"]: one["name"] for one in of_kind(everything, "pickle")}
    pickle_of = {one["id"]: one["pickleId"] for one in of_kind(everything, "testCase")}
    case_of = {one["id"]: one["testCaseId"] for one in of_kind(everything, "testCaseStarted")}
    statuses: dict[str, set[str]] = {}
    for one in of_kind(everything, "testStepFinished"):
        title = title_of[pickle_of[case_of[one["testCaseStartedId"]]]]
        statuses.setdefault(title, set()).add(one["testStepResult"]["status"])
    passed = {title for title, found in statuses.items() if found <= {PASSED, "SKIPPED"} and PASSED in found}
    assert {title.partition(" is ")[0] for title in passed} <= {"PASS", "WAIVED", "NOT-APPLICABLE"}
    assert "SKIPPED" in statuses["WAIVED is what it came to"]


def test_a_verdict_worse_than_every_step_is_told() -> None:
    """As where a control was refused: every sentence held, and nothing was shown."""
    steps = (StepRecord("Given", "it is so", Verdict.PASS),)
    stream = told(scenario(Verdict.NOT_EXERCISED, steps=steps, exchanges=()))
    assert [one["testStepResult"]["status"] for one in of_kind(stream, "testStepFinished")] == [PASSED, "PENDING"]


def test_each_step_begins_and_ends_once(everything: list[dict[str, Any]]) -> None:
    planned = [step["id"] for case in of_kind(everything, "testCase") for step in case["testSteps"]]
    for kind in ("testStepStarted", "testStepFinished"):
        assert [one["testStepId"] for one in of_kind(everything, kind)] == planned


def test_a_run_succeeds_only_if_it_is_conformant(everything: list[dict[str, Any]]) -> None:
    assert [one["success"] for one in of_kind(everything, "testRunFinished")] == [False]
    assert [one["success"] for one in of_kind(told(scenario(Verdict.PASS)), "testRunFinished")] == [True]


def test_the_feature_files_are_told_with_their_rules_backgrounds_and_examples() -> None:
    path = "requirement_1/fia_4_1_release_matrix.feature"
    known = [one for one in read_corpus(FEATURES).scenarios if one.path == path]
    played = [
        scenario(
            Verdict.PASS,
            feature_path=path,
            line=one.line,
            steps=tuple(StepRecord(step.keyword, step.text, Verdict.PASS) for step in one.steps),
        )
        for one in known
    ]
    stream = told(*played)
    (source,), (parsed,) = of_kind(stream, "source"), of_kind(stream, "gherkinDocument")
    assert source["data"] == (FEATURES / path).read_text(encoding="utf-8")
    children = parsed["feature"]["children"]
    assert {kind for child in children for kind in child} == {"background", "rule"}
    assert any(
        one["scenario"]["examples"] for child in children if "rule" in child for one in child["rule"]["children"]
    )
    assert all(pickle["astNodeIds"] for pickle in of_kind(stream, "pickle"))


def test_a_step_says_what_it_asked(everything: list[dict[str, Any]]) -> None:
    ids = {step["id"] for case in of_kind(everything, "testCase") for step in case["testSteps"]}
    attached, files = of_kind(everything, "attachment"), of_kind(everything, "externalAttachment")
    assert {one["testStepId"] for one in (*attached, *files)} <= ids
    assert any("Southfell sends SRV 6.15.1" in one["body"] for one in attached)
    assert all(one["url"].startswith("exchanges/") for one in files)
    assert len({one["url"] for one in files}) == len(files) == 4 * len(Verdict)


def test_no_id_is_given_twice(everything: list[dict[str, Any]]) -> None:
    for stream in (everything, told(*from_the_features(5))):
        given = Counter(_given(stream))
        assert set(given.values()) == {1}


def _given(stream: list[dict[str, Any]]) -> Iterator[str]:
    """Ids where they are given, not where they are referred to; a node of the document is told once."""
    for message in stream:
        for kind, content in message.items():
            if kind in {"hook", "testCase", "testCaseStarted", "testRunStarted", "pickle"}:
                yield content["id"]
            yield from (step["id"] for step in content.get("testSteps", ()))
            yield from (step["id"] for step in content.get("steps", ()))


def test_the_clock_only_goes_forward(everything: list[dict[str, Any]]) -> None:
    for kind in ("testStepStarted", "testStepFinished"):
        moments = [(one["timestamp"]["seconds"], one["timestamp"]["nanos"]) for one in of_kind(everything, kind)]
        first = moments[: len(moments) // len(Verdict)]
        assert first == sorted(first)


def test_a_file_that_is_gone_leaves_the_scenario_told() -> None:
    stream = told(scenario(Verdict.PASS, feature_path="requirement_1/no_longer_there.feature"))
    (pickle,) = of_kind(stream, "pickle")
    assert not of_kind(stream, "source")
    assert pickle["steps"][0]["text"] == "SECMP0107 is in force"
