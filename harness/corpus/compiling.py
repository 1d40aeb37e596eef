"""A feature and its pickles to the scenarios that have to run."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import cast

from gherkin.pickles.compiler import Pickle, PickleArgumentMixedEnvelope, PickleStep

from harness.corpus.identity import is_clause_tag, scenario_id
from harness.corpus.scenario import ScenarioText
from harness.corpus.text import (
    BackgroundText,
    DefinitionText,
    ExamplesText,
    FeatureText,
    Row,
    RuleText,
    StepText,
)


@dataclass(frozen=True, slots=True)
class _Origin:
    """Where in the file a pickle comes from; the row numbers count through all Examples of an Outline."""

    rule: RuleText | None
    definition: DefinitionText
    examples: ExamplesText | None = None
    row: Row | None = None
    row_number: int = 0


def scenarios_of(feature: FeatureText, pickles: Iterable[Pickle]) -> tuple[ScenarioText, ...]:
    """One scenario for each pickle, in the order of the file. No two have one id."""
    origins = dict(_origins(feature))
    scenarios = [_scenario(feature, origins[pickle["location"]["line"]], pickle) for pickle in pickles]
    return tuple(_told_apart(sorted(scenarios, key=lambda scenario: scenario.line)))


def _origins(feature: FeatureText) -> Iterator[tuple[int, _Origin]]:
    for rule, definitions in ((None, feature.loose), *((rule, rule.definitions) for rule in feature.rules)):
        for definition in definitions:
            yield definition.line, _Origin(rule, definition)
            rows = [(examples, row) for examples in definition.examples for row in examples.rows]
            for number, (examples, row) in enumerate(rows, start=1):
                yield row.line, _Origin(rule, definition, examples, row, number)


def _scenario(feature: FeatureText, origin: _Origin, pickle: Pickle) -> ScenarioText:
    rule, definition, examples = origin.rule, origin.definition, origin.examples
    rule_tags = [tag.name for tag in rule.tags] if rule else []
    clauses = [tag for tag in rule_tags if is_clause_tag(tag)]
    values = origin.row.values if origin.row else ()
    return ScenarioText(
        id=scenario_id(feature.path, rule.title if rule else "", definition.title, values),
        path=feature.path,
        line=pickle["location"]["line"],
        definition_line=definition.line,
        feature=feature.title,
        rule=rule.title if rule else "",
        rule_line=rule.line if rule else 0,
        rule_description=rule.description if rule else (),
        title=definition.title,
        name=pickle["name"],
        examples=examples.title if examples else "",
        row=dict(zip(examples.columns, values, strict=True)) if examples else {},
        row_number=origin.row_number,
        tags=frozenset(tag["name"].removeprefix("@") for tag in pickle["tags"]),
        steps=_steps(feature, rule, definition, pickle["steps"]),
        clause=clauses[0] if len(clauses) == 1 else "",
    )


def _steps(
    feature: FeatureText, rule: RuleText | None, definition: DefinitionText, rendered: Sequence[PickleStep]
) -> tuple[StepText, ...]:
    if not rendered:
        return ()
    backgrounds = (feature.background, rule.background if rule else None)
    written = [step for background in backgrounds for step in _of(background)] + list(definition.steps)
    return tuple(_rendered(step, pickle) for step, pickle in zip(written, rendered, strict=True))


def _of(background: BackgroundText | None) -> tuple[StepText, ...]:
    return background.steps if background else ()


def _rendered(step: StepText, pickle: PickleStep) -> StepText:
    argument = cast("PickleArgumentMixedEnvelope", pickle.get("argument", {}))
    table, docstring = step.table, step.docstring
    if "dataTable" in argument:
        table = tuple(tuple(cell["value"] for cell in row["cells"]) for row in argument["dataTable"]["rows"])
    if "docString" in argument:
        docstring = argument["docString"]["content"]
    return replace(step, text=pickle["text"], table=table, docstring=docstring)


def _told_apart(scenarios: Iterable[ScenarioText]) -> Iterator[ScenarioText]:
    """A second scenario of the same name (the guard refuses it) is numbered, so that an id still names one thing."""
    seen: Counter[str] = Counter()
    for scenario in scenarios:
        seen[scenario.id] += 1
        again = seen[scenario.id]
        yield scenario if again == 1 else replace(scenario, id=f"{scenario.id}~{again}")
