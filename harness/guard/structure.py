"""How scenarios stand in a file: where Gherkin, or pytest-bdd, reads something else than the eye does."""

from collections.abc import Iterator

from harness.corpus import FeatureText, Finding, StepText
from harness.guard.subject import Suite


def feature_has_scenarios(suite: Suite) -> Iterator[Finding]:
    """A Feature or a Rule without any proves nothing and looks as if it did."""
    for feature in suite.corpus.features:
        if not feature.definitions:
            yield feature.finding(feature.line, "the Feature has no scenario")
        for rule in feature.rules:
            if not rule.definitions:
                yield feature.finding(rule.line, "the Rule has no scenario")


def scenarios_stand_under_a_rule(suite: Suite) -> Iterator[Finding]:
    """Each scenario is evidence for one proposition."""
    for feature in suite.corpus.features:
        for definition in feature.loose:
            yield feature.finding(definition.line, "the scenario stands outside any Rule")


def indentation_tells_the_truth(suite: Suite) -> Iterator[Finding]:
    """Once a Rule is open every later scenario belongs to it, whatever the indentation, and takes its tags."""
    for feature in suite.corpus.features:
        for rule in feature.rules:
            for definition in rule.definitions:
                if definition.column != rule.definitions[0].column or definition.column <= rule.column:
                    message = f"the scenario belongs to the Rule of line {rule.line}, and its indentation denies it"
                    yield feature.finding(definition.line, message)
            if rule.column != feature.rules[0].column:
                yield feature.finding(rule.line, "the Rule is not indented as the first one of the file is")


def scenarios_have_steps(suite: Suite) -> Iterator[Finding]:
    """pytest-bdd passes one without steps."""
    for feature in suite.corpus.features:
        for definition in feature.definitions:
            if not definition.steps:
                yield feature.finding(definition.line, "the scenario has no step")


def steps_have_a_kind(suite: Suite) -> Iterator[Finding]:
    """`*`, and an And or But that continues nothing, leave open which step definitions are meant."""
    for feature in suite.corpus.features:
        for steps in _groups_of_steps(feature):
            for position, step in enumerate(steps):
                if step.keyword == "*" or (position == 0 and step.keyword in ("And", "But")):
                    yield feature.finding(step.line, f"{step.keyword!r} is no Given, When or Then")


def scenarios_ask_and_answer(suite: Suite) -> Iterator[Finding]:
    """Each has an event, and a Then comes last: what is not asserted is not shown."""
    for scenario in suite.corpus.scenarios:
        kinds = [step.kind for step in scenario.steps]
        if kinds and "when" not in kinds:
            yield scenario.finding(scenario.definition_line, "the scenario has no When")
        if kinds and kinds[-1] != "then":
            yield scenario.finding(scenario.steps[-1].line, "the scenario does not end with a Then")


def _groups_of_steps(feature: FeatureText) -> Iterator[tuple[StepText, ...]]:
    for background in feature.backgrounds:
        yield background.steps
    for definition in feature.definitions:
        yield definition.steps
