"""Each thing that the guard refuses is planted in the sample (plants/) and found where it stands."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from harness.corpus import Corpus
from harness.guard import CHECKS, StepDefinition, sentences, static_findings, step_findings
from harness.guard.subject import Suite

PLANTED = sorted((Path(__file__).parent / "plants").glob("*.toml"))
PLANTS = [plant for file in PLANTED for plant in tomllib.loads(file.read_text(encoding="utf-8"))["plant"]]
FEATURE_CHECKS: dict[str, Any] = {check.__name__: check for check in CHECKS}
SENTENCE_CHECKS: dict[str, Any] = {check.__name__: check for check in sentences.CHECKS}


def _title(plant: dict[str, str]) -> str:
    return f"{plant['check']}: {plant['what']}"


def _sow(plant: dict[str, str], project: Path) -> None:
    file = project / plant["file"]
    if "remove" in plant:
        for feature in file.glob(plant["remove"]):
            feature.unlink()
    elif "old" in plant:
        text = file.read_text(encoding="utf-8")
        assert text.count(plant["old"]) == 1, "what is to be replaced stands once in the file"
        file.write_text(text.replace(plant["old"], plant["new"]), encoding="utf-8")
    else:
        file.parent.mkdir(exist_ok=True)
        file.write_text(plant["new"], encoding="utf-8")


def test_the_sample_has_no_finding(
    suite: Callable[[], Suite], definitions: Callable[[], tuple[StepDefinition, ...]]
) -> None:
    sample = suite()
    assert static_findings(sample.corpus, sample.law, sample.words) == ()
    assert step_findings(sample.corpus, definitions()) == ()


def test_every_check_is_planted() -> None:
    assert {plant["check"] for plant in PLANTS} == FEATURE_CHECKS.keys() | SENTENCE_CHECKS.keys()


@pytest.mark.parametrize("plant", [plant for plant in PLANTS if plant["check"] in FEATURE_CHECKS], ids=_title)
def test_features_that_are_wrong_are_found(plant: dict[str, str], project: Path, suite: Callable[[], Suite]) -> None:
    _sow(plant, project)
    spoilt = suite()
    assert spoilt.corpus.findings == ()
    assert plant["finds"] in [str(finding) for finding in FEATURE_CHECKS[plant["check"]](spoilt)]
    assert plant["finds"] in [str(finding) for finding in static_findings(spoilt.corpus, spoilt.law, spoilt.words)]


@pytest.mark.parametrize("plant", [plant for plant in PLANTS if plant["check"] in SENTENCE_CHECKS], ids=_title)
def test_sentences_and_step_definitions_that_disagree_are_found(
    plant: dict[str, str],
    project: Path,
    corpus: Callable[[], Corpus],
    definitions: Callable[[], tuple[StepDefinition, ...]],
) -> None:
    _sow(plant, project)
    said = sentences.answered(corpus(), definitions())
    assert plant["finds"] in [str(finding) for finding in SENTENCE_CHECKS[plant["check"]](said)]
    assert plant["finds"] in [str(finding) for finding in step_findings(said.corpus, said.definitions)]
