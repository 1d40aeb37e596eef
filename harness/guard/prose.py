"""Free text in which a keyword or a step may hide: Gherkin takes for a description whatever it does not know."""

import difflib
import re
from collections.abc import Iterator

from harness.corpus import Finding, Line
from harness.guard.subject import Suite

_KEYWORDS = {
    *("feature", "rule", "background", "example", "examples", "scenario", "scenarios"),
    *("scenario outline", "scenario template"),
}
_LABEL = re.compile(r"(\w+(?: \w+)?)\s*[:\uff1a]")
_BARE_KEYWORD = re.compile(r"(Feature|Rule|Background|Examples?|Scenarios?|Scenario Outline|Scenario Template) [A-Z<]")
_STEP = re.compile(r"(Given|When|Then|And|But|\*)(\s|$)")
_ARGUMENT = re.compile(r'\||"""|```')


def descriptions_hide_no_keyword(suite: Suite) -> Iterator[Finding]:
    """A misspelt keyword makes text of what follows it; so does a step before any scenario."""
    for feature in suite.corpus.features:
        for line in feature.prose:
            if reason := _suspicion(line):
                yield feature.finding(line.number, f"is read as description, and {reason}: reword or correct it")


def only_features_and_rules_are_described(suite: Suite) -> Iterator[Finding]:
    """Under a scenario, a Background or Examples a description can only be a step or row that went astray."""
    for feature in suite.corpus.features:
        descriptions = [
            *(background.description for background in feature.backgrounds),
            *(definition.description for definition in feature.definitions),
            *(examples.description for examples in feature.examples),
        ]
        for line in (line for description in descriptions for line in description):
            yield feature.finding(line.number, "is read as description, and only a Feature or a Rule has one")


def _suspicion(line: Line) -> str:
    label = _LABEL.match(line.text)
    if label and difflib.get_close_matches(label[1].lower(), _KEYWORDS, n=1, cutoff=0.75):
        return f"{label[1]!r} is close to a keyword"
    if _BARE_KEYWORD.match(line.text):
        return "begins with a keyword that lacks its colon"
    if _STEP.match(line.text):
        return "begins like a step"
    return "begins like a step's argument" if _ARGUMENT.match(line.text) else ""
