"""Scenarios under an open question: a tag, and one last step that lists every reading of the point."""

import re
from collections import Counter
from collections.abc import Iterator

from harness.corpus import Finding, ScenarioText, StepText
from harness.guard.subject import Suite

HEADER = ("reading", "outcome")
_ADMITS = re.compile(r"the answer is one that (\S+) admits:")


def open_tags(scenario: ScenarioText) -> tuple[str, ...]:
    """The keys of the points that the scenario is tagged with."""
    return tuple(sorted(tag.removeprefix("open-") for tag in scenario.tags if tag.startswith("open-")))


def one_question_per_scenario(suite: Suite) -> Iterator[Finding]:
    """Two would make rows of combinations that nobody can rule on one by one."""
    for scenario in suite.corpus.scenarios:
        if len(open_tags(scenario)) > 1:
            yield scenario.finding(scenario.definition_line, f"is open under {' and '.join(open_tags(scenario))}")


def open_tag_and_table_agree(suite: Suite) -> Iterator[Finding]:
    """The tag selects what the table judges; a table that is not last, or has no tag, judges unseen."""
    for scenario in suite.corpus.scenarios:
        tables = list(_tables(scenario))
        for step, key in tables:
            if key not in open_tags(scenario):
                yield scenario.finding(step.line, f"asks what {key} admits, and the scenario is not tagged @open-{key}")
            if step is not scenario.steps[-1]:
                yield scenario.finding(step.line, "the question of what a point admits is not the last step")
        for key in open_tags(scenario):
            if key not in [asked for _, asked in tables]:
                message = f"is tagged @open-{key} and does not end in 'the answer is one that {key} admits:'"
                yield scenario.finding(scenario.definition_line, message)


def tables_list_every_reading(suite: Suite) -> Iterator[Finding]:
    """Each reading of the point exactly once, and no other: a reading left out would be a ruling."""
    for scenario in suite.corpus.scenarios:
        for step, key in _tables(scenario):
            table = step.table or ()
            if table[:1] != (HEADER,):
                yield scenario.finding(step.line, f"the table needs the columns {' and '.join(HEADER)}")
                continue
            listed = Counter(row[0] for row in table[1:])
            known = [reading.id for reading in suite.law.points[key].readings] if key in suite.law.points else []
            for reading in sorted({*listed, *known}):
                if listed[reading] != (reading in known):
                    said = f"{listed[reading]} times" if reading in known else "though the register does not know it"
                    yield scenario.finding(step.line, f"the table lists the reading {reading!r} of {key} {said}")
            if not all(row[1] for row in table[1:]):
                yield scenario.finding(step.line, "the table has a reading without an outcome")


def direction_follows_the_default(suite: Suite) -> Iterator[Finding]:
    """An open scenario is positive where the default reading accepts and negative where it refuses."""
    for scenario in suite.corpus.scenarios:
        for step, key in _tables(scenario):
            default = suite.law.points[key].readings[0].id if key in suite.law.points else ""
            outcomes = [row[1] for row in step.table or () if row[:1] == (default,) and len(row) > 1]
            for outcome in outcomes:
                wanted = "negative" if outcome.startswith("refused") else "positive"
                if " or " not in outcome and wanted not in scenario.tags:
                    message = f"the default reading of {key} says {outcome!r}: the scenario is @{wanted}"
                    yield scenario.finding(scenario.definition_line, message)


def _tables(scenario: ScenarioText) -> Iterator[tuple[StepText, str]]:
    for step in scenario.steps:
        if found := _ADMITS.fullmatch(step.text):
            yield step, found[1]
