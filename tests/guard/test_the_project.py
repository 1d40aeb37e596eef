"""This project's own features, held against its law and its step definitions."""

from pathlib import Path

import steps
from harness.corpus import read_corpus
from harness.guard import known_words, read_law, static_findings, step_definitions, step_findings

ROOT = Path(__file__).parents[2]
FEATURES = ROOT / "features"


def test_the_words_have_no_finding() -> None:
    assert known_words(ROOT / "pytest.ini")[1] == ()


def test_the_features_have_no_finding() -> None:
    words, _ = known_words(ROOT / "pytest.ini")
    assert [str(finding) for finding in static_findings(read_corpus(FEATURES), read_law(), words)] == []


def test_the_sentences_have_no_finding() -> None:
    definitions = step_definitions(steps.MODULES, ROOT)
    assert [str(finding) for finding in step_findings(read_corpus(FEATURES), definitions)] == []


def test_everything_in_the_law_has_a_place() -> None:
    law = read_law()
    assert {*law.statements, *law.limbs, *law.points} == law.places.keys()
    assert all((ROOT / path).read_text(encoding="utf-8").split("\n")[line - 1] for path, line in law.places.values())
