"""The features folder as values: read once, judged by the guard, selected from, traced, reported."""

from pathlib import Path

from harness.corpus.compiling import scenarios_of
from harness.corpus.finding import Finding
from harness.corpus.identity import is_clause_tag, scenario_id, slug
from harness.corpus.reader import Parsed, read_feature
from harness.corpus.scenario import Corpus, ScenarioText
from harness.corpus.text import (
    BackgroundText,
    DefinitionText,
    ExamplesText,
    FeatureText,
    Kind,
    Line,
    Row,
    RuleText,
    StepText,
    Table,
    Tag,
)

__all__ = [
    "BackgroundText",
    "Corpus",
    "DefinitionText",
    "ExamplesText",
    "FeatureText",
    "Finding",
    "Kind",
    "Line",
    "Row",
    "RuleText",
    "ScenarioText",
    "StepText",
    "Table",
    "Tag",
    "is_clause_tag",
    "read_corpus",
    "scenario_id",
    "slug",
]


def read_corpus(folder: Path) -> Corpus:
    """Every `.feature` file below `folder`, in the order of their paths. What cannot be read is a finding."""
    features: list[FeatureText] = []
    scenarios: list[ScenarioText] = []
    findings: list[Finding] = []
    for file in sorted(folder.rglob("*.feature")):
        path = file.relative_to(folder).as_posix()
        try:
            read: Parsed | tuple[Finding, ...] = read_feature(path, file.read_bytes())
        except OSError as error:
            read = (Finding(f"features/{path}", 0, f"cannot be read: {error.strerror}"),)
        if isinstance(read, Parsed):
            features.append(read.feature)
            scenarios += scenarios_of(read.feature, read.pickles)
        else:
            findings += read
    return Corpus(folder, tuple(features), tuple(scenarios), tuple(findings))
