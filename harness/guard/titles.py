"""What a scenario is called."""

import re
from collections.abc import Iterator

from harness.corpus import Finding
from harness.guard.subject import Suite

_NO_PROPOSITION = re.compile(r"\b(should|(verify|ensure) that)\b", re.IGNORECASE)


def titles_are_unique(suite: Suite) -> Iterator[Finding]:
    """Of two scenarios with one title in a file, also under different Rules, pytest-bdd runs only the last."""
    for feature in suite.corpus.features:
        first: dict[str, int] = {}
        for definition in feature.definitions:
            line = first.setdefault(definition.title, definition.line)
            if line != definition.line:
                yield feature.finding(definition.line, f"the title {definition.title!r} stands at line {line} already")


def rules_are_unique(suite: Suite) -> Iterator[Finding]:
    """A control counts for the Rule that it stands under: two of one title would lend each other theirs."""
    for feature in suite.corpus.features:
        titles = [rule.title for rule in feature.rules]
        for position, rule in enumerate(feature.rules):
            if rule.title in titles[:position]:
                yield feature.finding(rule.line, f"another Rule of the file has the title {rule.title!r}")


def addresses_are_unique(suite: Suite) -> Iterator[Finding]:
    """Two example rows with the same values, or titles that differ in punctuation alone, cannot be told apart."""
    for scenario in suite.corpus.scenarios:
        if "~" in scenario.id:
            yield scenario.finding(scenario.line, f"another scenario has the address {scenario.id.partition('~')[0]}")


def titles_are_propositions(suite: Suite) -> Iterator[Finding]:
    """A lawyer could dispute it; a Feature, a Rule and a scenario each have one."""
    for feature in suite.corpus.features:
        for titled in feature.headed:
            if not titled.title:
                yield feature.finding(titled.line, "has no title")
            elif found := _NO_PROPOSITION.search(titled.title):
                yield feature.finding(titled.line, f"the title says {found[0]!r} instead of stating what is true")
