"""What feature files say, as values: nothing here reads or judges.

Lines and columns count from 1. Tags are without their `@`. Paths are relative to the features folder, with `/`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from harness.corpus.finding import Finding

Kind = Literal["given", "when", "then"]
Table = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of free text, stripped, or several joined, with the number of the first."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag where it is written."""

    name: str
    line: int


@dataclass(frozen=True, slots=True)
class StepText:
    """A step; `kind` is that of the step before it where the keyword is And, But or `*`."""

    keyword: str
    kind: Kind
    text: str
    line: int
    table: Table | None = None
    docstring: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One row of an Examples table."""

    line: int
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExamplesText:
    """One Examples block; `columns` is empty where it has no table."""

    line: int
    title: str
    tags: tuple[Tag, ...]
    description: tuple[Line, ...]
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class BackgroundText:
    """The steps that come before those of every scenario beside it."""

    line: int
    description: tuple[Line, ...]
    steps: tuple[StepText, ...]


@dataclass(frozen=True, slots=True)
class DefinitionText:
    """A Scenario, Example or Scenario Outline as written, placeholders and all."""

    keyword: str
    line: int
    column: int
    title: str
    tags: tuple[Tag, ...]
    description: tuple[Line, ...]
    steps: tuple[StepText, ...]
    examples: tuple[ExamplesText, ...]


@dataclass(frozen=True, slots=True)
class RuleText:
    """A Rule with what stands under it."""

    line: int
    column: int
    title: str
    tags: tuple[Tag, ...]
    description: tuple[Line, ...]
    background: BackgroundText | None
    definitions: tuple[DefinitionText, ...]

    @property
    def quotations(self) -> tuple[Line, ...]:
        """Each unbroken run of lines that start with `>`, joined by single spaces."""
        quoted = [line for line in self.description if line.text.startswith(">")]
        runs = groupby(enumerate(quoted), key=lambda numbered: numbered[1].number - numbered[0])
        return tuple(_joined([line for _, line in run]) for _, run in runs)


def _joined(lines: Sequence[Line]) -> Line:
    return Line(lines[0].number, " ".join(" ".join(line.text.removeprefix(">") for line in lines).split()))


@dataclass(frozen=True, slots=True)
class FeatureText:
    """One feature file. `loose` are the scenarios that stand outside any Rule."""

    path: str
    lines: tuple[str, ...]
    line: int
    title: str
    language: str
    tags: tuple[Tag, ...]
    description: tuple[Line, ...]
    background: BackgroundText | None
    loose: tuple[DefinitionText, ...]
    rules: tuple[RuleText, ...]

    @property
    def definitions(self) -> tuple[DefinitionText, ...]:
        """All of them, in the order of the file."""
        return self.loose + tuple(definition for rule in self.rules for definition in rule.definitions)

    @property
    def backgrounds(self) -> tuple[BackgroundText, ...]:
        """The Feature's and the Rules'."""
        found = (self.background, *(rule.background for rule in self.rules))
        return tuple(background for background in found if background)

    @property
    def examples(self) -> tuple[ExamplesText, ...]:
        """Every Examples block of every Outline."""
        return tuple(examples for definition in self.definitions for examples in definition.examples)

    @property
    def headed(self) -> "tuple[FeatureText | RuleText | DefinitionText, ...]":
        """What has a title, tags and a description: the Feature, its Rules, its scenarios."""
        return (self, *self.rules, *self.definitions)

    @property
    def prose(self) -> tuple[Line, ...]:
        """The description of the Feature and those of its Rules."""
        return self.description + tuple(line for rule in self.rules for line in rule.description)

    def finding(self, line: int, message: str) -> Finding:
        """A finding at a line of this file."""
        return Finding(f"features/{self.path}", line, message)
