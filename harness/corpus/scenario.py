"""What has to run, as values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from harness.corpus.finding import Finding
from harness.corpus.text import FeatureText, Line, StepText


@dataclass(frozen=True, slots=True)
class ScenarioText:
    """What runs: one Scenario, or one example row of an Outline, rendered.

    `id` is stable while other scenarios come, go or move. `line` is that of the row where there is one, and
    `definition_line` that of the keyword. `title` still has its placeholders, `name` has not. `clause` is the Rule's
    clause tag, empty where it has none or several. `steps` begin with those of the Backgrounds.
    """

    id: str
    path: str
    line: int
    definition_line: int
    feature: str
    rule: str
    rule_line: int
    rule_description: tuple[Line, ...]
    title: str
    name: str
    examples: str
    row: Mapping[str, str] = field(hash=False)
    row_number: int
    tags: frozenset[str]
    steps: tuple[StepText, ...]
    clause: str

    def finding(self, line: int, message: str) -> Finding:
        """A finding at a line of this scenario's file."""
        return Finding(f"features/{self.path}", line, message)


@dataclass(frozen=True, slots=True)
class Corpus:
    """The whole features folder; `findings` are the files that cannot be read as Gherkin."""

    folder: Path
    features: tuple[FeatureText, ...]
    scenarios: tuple[ScenarioText, ...]
    findings: tuple[Finding, ...]
