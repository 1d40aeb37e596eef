"""Negatives: what makes a refusal count as evidence."""

from collections.abc import Iterator

from harness.controls import is_control
from harness.corpus import Finding, ScenarioText
from harness.guard.open_points import open_tags
from harness.guard.subject import Suite


def negatives_have_a_control(suite: Suite) -> Iterator[Finding]:
    """A plain positive of the same Rule shows that the request could have been accepted; an open one may not be."""
    plain = {_rule(scenario) for scenario in suite.corpus.scenarios if is_control(scenario.tags)}
    for scenario in suite.corpus.scenarios:
        if "negative" in scenario.tags and _rule(scenario) not in plain:
            message = "the scenario is @negative, and its Rule has no @positive without open question as its control"
            yield scenario.finding(scenario.definition_line, message)


def negatives_assert_that_nothing_changed(suite: Suite) -> Iterator[Finding]:
    """The last step says so, unless the scenario is open and the step about the readings does."""
    for scenario in suite.corpus.scenarios:
        if "negative" not in scenario.tags or open_tags(scenario) or not scenario.steps:
            continue
        last = scenario.steps[-1]
        if last.text != "nothing has changed" and not last.text.endswith(" as they were"):
            message = "the scenario is @negative and does not end with '... as they were' or 'nothing has changed'"
            yield scenario.finding(last.line, message)


def _rule(scenario: ScenarioText) -> tuple[str, int]:
    return scenario.path, scenario.rule_line
