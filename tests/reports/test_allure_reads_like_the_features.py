"""`allure-results/`."""

import json
from pathlib import Path

import pytest
from allure_commons import model2
from allure_commons.types import LabelType
from attr import fields_dict

from harness.record import RunRecord
from harness.verdicts import Verdict
from reports import allure_gherkin


@pytest.fixture
def folder(record: RunRecord, tmp_path: Path) -> Path:
    allure_gherkin.write(record, tmp_path / "allure-results")
    return tmp_path / "allure-results"


@pytest.fixture
def results(folder: Path) -> dict[str, dict]:
    found = [json.loads(path.read_text(encoding="utf-8")) for path in folder.glob("*-result.json")]
    return {result["name"]: result for result in found}


@pytest.mark.parametrize(
    ("verdict", "status"),
    [
        ("SUITE-ERROR", "broken"),
        ("CONFIG-ERROR", "broken"),
        ("FAIL", "failed"),
        ("INCONCLUSIVE", "unknown"),
        ("NOT-EXERCISED", "unknown"),
        ("WAIVED", "skipped"),
        ("NOT-APPLICABLE", "skipped"),
        ("PASS", "passed"),
    ],
)
def test_the_final_verdict_is_the_status(results: dict[str, dict], verdict: str, status: str) -> None:
    result = results[f"{verdict} is what it came to"]
    assert result["status"] == status
    assert {"name": "verdict", "value": verdict} in result["labels"]


def test_only_fields_that_allure_knows_are_written(results: dict[str, dict]) -> None:
    for result in results.values():
        assert result.keys() <= fields_dict(model2.TestResult).keys()
        assert all(step.keys() <= fields_dict(model2.TestStepResult).keys() for step in result.get("steps", []))


def test_feature_rule_clause_and_steps_are_shown(results: dict[str, dict]) -> None:
    result = results["FAIL is what it came to"]
    labels = {label["name"]: label["value"] for label in result["labels"]}
    assert (labels[LabelType.FEATURE], labels[LabelType.STORY]) == ("A feature", "A rule")
    assert labels["clause"] == "srpd-6.2.d"
    assert result["links"] == [{"type": "link", "name": "srpd-6.2.d", "url": "traceability.html#srpd-6.2.d"}]
    assert [step["name"] for step in result["steps"]] == ["Given SECMP0107 is in force", "Then never reached"]
    assert [step["status"] for step in result["steps"]] == ["passed", "skipped"]
    assert result["stop"] - result["start"] == 250


def test_expected_and_observed_are_attached_as_text(folder: Path, results: dict[str, dict]) -> None:
    attached = results["FAIL is what it came to"]["attachments"]
    assert [one["name"] for one in attached] == ["expected", "observed", "exchanges"]
    assert (folder / attached[0]["source"]).read_text(encoding="utf-8") == "accepted"
    assert not list(folder.glob("*.xml"))


def test_problems_of_the_run_are_results_of_their_own(results: dict[str, dict]) -> None:
    (problem,) = [result for name, result in results.items() if name.startswith("features/a.feature:3")]
    assert problem["status"] == "broken"


def test_a_run_that_is_repeated_writes_the_same_names(record: RunRecord, folder: Path, tmp_path: Path) -> None:
    allure_gherkin.write(record, tmp_path / "again")
    assert {path.name for path in folder.iterdir()} == {path.name for path in (tmp_path / "again").iterdir()}


def test_verdicts_are_categories(folder: Path) -> None:
    categories = json.loads((folder / "categories.json").read_text(encoding="utf-8"))
    assert [one["name"] for one in categories] == list(Verdict)
