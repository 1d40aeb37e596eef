"""Scenarios of the corpus and of the record, with only what a test is about."""

from harness.corpus import ScenarioText, StepText
from harness.record import ScenarioRecord
from harness.verdicts import Verdict


def text(
    title: str, *tags: str, clause: str = "srpd-6.2.d", rule_line: int = 4, path: str = "a.feature"
) -> ScenarioText:
    """A scenario; its id is `path::title`."""
    return ScenarioText(
        id=f"{path}::{title}",
        path=path,
        line=10,
        definition_line=10,
        feature="A feature",
        rule="A rule",
        rule_line=rule_line,
        rule_description=(),
        title=title,
        name=title,
        examples="",
        row={},
        row_number=0,
        tags=frozenset(tags),
        steps=(StepText("Given", "given", "SECMP0107 is in force", 11),),
        clause=clause,
    )


def judged(
    title: str, verdict: Verdict, *tags: str, rule: str = "A rule", clause: str = "srpd-6.2.d"
) -> ScenarioRecord:
    """A scenario with its verdict; its id is its title."""
    return ScenarioRecord(title, clause, "DSP", verdict, title=title, tags=tags, rule=rule, feature_path="a.feature")
