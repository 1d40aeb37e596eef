"""Whether pytest runs what the features say: the pickles of gherkin-official against the collected items."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytest_bdd.scenario import scenario_wrapper_template_registry

from harness.corpus import Corpus, Finding, ScenarioText


@dataclass(frozen=True, slots=True)
class Collected:
    """What would run: the file (`features/...`, absolute elsewhere), the keyword's line, the row, its steps."""

    path: str
    line: int
    name: str
    row: frozenset[tuple[str, str]]
    steps: tuple[tuple[str, str], ...]


def collected_scenarios(items: Iterable[pytest.Item], folder: Path) -> tuple[Collected, ...]:
    """What pytest-bdd would run for each item that is a scenario; other items are left out."""
    return tuple(found for item in items if (found := _collected(item, folder)))


def collection_findings(corpus: Corpus, items: Iterable[Collected], *, complete: bool = True) -> Iterator[Finding]:
    """Every difference. With `complete` false, items may be missing (somebody named single tests), but not differ."""
    counted = Counter(items)
    required = {_required(scenario): scenario for scenario in corpus.scenarios}
    for item, number in counted.items():
        if item not in required:
            message = f"would run as {item.name!r}, and not as Gherkin reads the scenario"
            yield Finding(item.path, item.line, message)
        elif number > 1:
            yield Finding(item.path, item.line, f"{item.name!r} would run {number} times")
    if complete:
        yield from _missing(corpus, counted)


def _missing(corpus: Corpus, counted: Counter[Collected]) -> Iterator[Finding]:
    bound = {item.path for item in counted}
    for feature in corpus.features:
        if _below_features(feature.path) not in bound:
            yield feature.finding(feature.line, "no scenarios() binds this file: it would never run")
    for scenario in corpus.scenarios:
        if _below_features(scenario.path) in bound and _required(scenario) not in counted:
            yield scenario.finding(scenario.line, f"{scenario.name!r} was not collected and would never run")


def _required(scenario: ScenarioText) -> Collected:
    return Collected(
        path=_below_features(scenario.path),
        line=scenario.definition_line,
        name=scenario.name,
        row=frozenset(scenario.row.items()),
        steps=tuple((step.kind, step.text) for step in scenario.steps),
    )


def _collected(item: pytest.Item, folder: Path) -> Collected | None:
    template = scenario_wrapper_template_registry.get(getattr(item, "function", lambda: None))
    if template is None:
        return None
    callspec = getattr(item, "callspec", None)
    row = callspec.params.get("_pytest_bdd_example", {}) if callspec else {}
    scenario = template.render(row)
    file, features = Path(scenario.feature.filename).resolve(), folder.resolve()
    inside = file.is_relative_to(features)
    return Collected(
        path=_below_features(file.relative_to(features).as_posix()) if inside else file.as_posix(),
        line=scenario.line_number,
        name=scenario.name,
        row=frozenset(row.items()),
        steps=tuple((step.type, step.name) for step in scenario.steps),
    )


def _below_features(path: str) -> str:
    return f"features/{path}"
