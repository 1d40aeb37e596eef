"""Scenario Outlines: where pytest-bdd runs the literal `<column>`, or less than the table seems to say."""

import re
from collections.abc import Iterator

from harness.corpus import DefinitionText, Finding, StepText
from harness.guard.subject import Suite

_PLACEHOLDER = re.compile(r"<(.+?)>")


def outlines_have_examples(suite: Suite) -> Iterator[Finding]:
    """Without any, an Outline runs once with its placeholders in it."""
    for feature in suite.corpus.features:
        for definition in feature.definitions:
            outline = "Outline" in definition.keyword or "Template" in definition.keyword
            if not definition.examples and (outline or _placeholders(definition)):
                yield feature.finding(definition.line, "the Outline has no Examples")


def examples_have_rows(suite: Suite) -> Iterator[Finding]:
    """An empty table adds no scenario, and the only one makes the Outline run with its placeholders in it."""
    for feature in suite.corpus.features:
        for examples in feature.examples:
            if not examples.rows:
                yield feature.finding(examples.line, "the Examples have no row")


def columns_match_placeholders(suite: Suite) -> Iterator[Finding]:
    """A placeholder without a column stays literal; a column without a placeholder changes nothing."""
    for feature in suite.corpus.features:
        for definition in feature.definitions:
            used = _placeholders(definition)
            for examples in (examples for examples in definition.examples if examples.columns):
                for missing in sorted(used - set(examples.columns)):
                    yield feature.finding(examples.line, f"the Examples have no column for <{missing}>")
                for unused in sorted(set(examples.columns) - used):
                    yield feature.finding(examples.line, f"no sentence uses the column {unused!r}")
                for column in sorted({name for name in examples.columns if examples.columns.count(name) > 1}):
                    yield feature.finding(examples.line, f"the column {column!r} stands twice")


def values_hold_no_placeholder(suite: Suite) -> Iterator[Finding]:
    """Gherkin would fill it in again, pytest-bdd would not."""
    for feature in suite.corpus.features:
        for row in (row for examples in feature.examples for row in examples.rows):
            if any(_PLACEHOLDER.search(value) for value in row.values):
                yield feature.finding(row.line, "an example value holds a placeholder")


def backgrounds_hold_no_placeholder(suite: Suite) -> Iterator[Finding]:
    """pytest-bdd would fill it in, Gherkin does not."""
    for feature in suite.corpus.features:
        for step in (step for background in feature.backgrounds for step in background.steps):
            if _PLACEHOLDER.search(_words(step)):
                yield feature.finding(step.line, "a Background has no placeholders")


def examples_have_titles(suite: Suite) -> Iterator[Finding]:
    """It names the class of cases and cites the source."""
    for feature in suite.corpus.features:
        for examples in feature.examples:
            if not examples.title:
                yield feature.finding(examples.line, "the Examples have no title that cites the source")


def examples_have_no_tags(suite: Suite) -> Iterator[Finding]:
    """They would hold for some rows of a scenario only, and bypass pytest-bdd's tag hook."""
    for feature in suite.corpus.features:
        for examples in feature.examples:
            for tag in examples.tags:
                yield feature.finding(tag.line, f"the tag @{tag.name} stands on Examples: put it on the scenario")


def _placeholders(definition: DefinitionText) -> set[str]:
    texts = [definition.title, *(_words(step) for step in definition.steps)]
    return {name for text in texts for name in _PLACEHOLDER.findall(text)}


def _words(step: StepText) -> str:
    """All that a row's values are put into, cell by cell on lines of their own."""
    cells = [cell for row in step.table or () for cell in row]
    return "\n".join([step.text, *cells, step.docstring or ""])
