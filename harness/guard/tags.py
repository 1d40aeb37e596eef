"""What every tag means, and what every scenario has to say about itself by tags."""

import re
from collections.abc import Iterator

from harness.corpus import Finding, ScenarioText, Tag, is_clause_tag
from harness.guard.subject import LawView, Suite
from harness.guard.words import PYTESTS_OWN

COMPONENTS = frozenset({"dsp", "s1sp"})
STAGES = frozenset({"pit", "fat", "sit", "uit", "tto"})
DIRECTIONS = frozenset({"positive", "negative"})
RELEASES = frozenset({"from-secmp0107", "before-secmp0107"})
ILLUSTRATIVE = "Illustrative:"


def tags_resolve(suite: Suite) -> Iterator[Finding]:
    """To a statement that is tested, a limb of one, an open point, or a word of the closed list."""
    for feature in suite.corpus.features:
        for tag in (tag for node in feature.headed for tag in node.tags):
            if reason := _unresolved(tag, suite.law, suite.words):
                yield feature.finding(tag.line, f"@{tag.name} {reason}")


def _unresolved(tag: Tag, law: LawView, words: frozenset[str]) -> str:
    prefix, _, rest = tag.name.partition("-")
    if tag.name in PYTESTS_OWN:
        return "is pytest's own marker and would set the scenario aside"
    if prefix == "open":
        return "" if rest in law.points else "names no open point"
    if prefix in ("meets", "misses"):
        limb = rest in law.limbs or (prefix == "meets" and rest in law.statements)
        return "" if limb else "names no limb of the law"
    if is_clause_tag(tag.name) or tag.name in law.statements:
        return _no_tested_statement(tag, law)
    return "" if tag.name in words else "is no word of the closed list in pytest.ini"


def _no_tested_statement(tag: Tag, law: LawView) -> str:
    statement = law.statements.get(tag.name)
    if statement is None:
        return "names no statement of the law"
    return "" if statement.tested else "names a statement that the law says is not tested"


def rules_have_one_clause(suite: Suite) -> Iterator[Finding]:
    """A Rule is one proposition about one statement; on a Feature or a scenario a clause would say a second thing."""
    for feature in suite.corpus.features:
        for rule in feature.rules:
            clauses = [tag.name for tag in rule.tags if is_clause_tag(tag.name)]
            if len(clauses) != 1:
                said = ", ".join(f"@{clause}" for clause in clauses) or "none"
                yield feature.finding(rule.line, f"the Rule needs exactly one clause tag and has {said}")
        elsewhere = [*feature.tags, *(tag for definition in feature.definitions for tag in definition.tags)]
        for tag in elsewhere:
            if is_clause_tag(tag.name):
                yield feature.finding(tag.line, f"the clause tag @{tag.name} belongs on a Rule")


def scenarios_say_what_they_judge(suite: Suite) -> Iterator[Finding]:
    """Component and direction exactly one, stage and release one or more, the clause by the Rule."""
    for scenario in suite.corpus.scenarios:
        for tags, only_one in ((COMPONENTS, True), (DIRECTIONS, True), (STAGES, False), (RELEASES, False)):
            found = scenario.tags & tags
            if not found or (only_one and len(found) > 1):
                wanted = " ".join(f"@{tag}" for tag in sorted(tags))
                number = "exactly one" if only_one else "at least one"
                yield _at(scenario, f"the scenario needs {number} of {wanted} and has {len(found)}")


def fat_is_part_of_pit(suite: Suite) -> Iterator[Finding]:
    """FAT is a subset of the system tests."""
    for scenario in suite.corpus.scenarios:
        if "fat" in scenario.tags and "pit" not in scenario.tags:
            yield _at(scenario, "the scenario is tagged @fat and not @pit, of which FAT is a subset")


def illustrations_say_why(suite: Suite) -> Iterator[Finding]:
    """A scenario that illustrates is no evidence for its clause, and the Rule says what it is there for."""
    for scenario in suite.corpus.scenarios:
        reasons = [line.text for line in scenario.rule_description if re.match(f"{ILLUSTRATIVE} \\S", line.text)]
        if "illustrative" in scenario.tags and not reasons:
            yield _at(scenario, f"the scenario is @illustrative, and its Rule has no line '{ILLUSTRATIVE} why'")


def _at(scenario: ScenarioText, message: str) -> Finding:
    return scenario.finding(scenario.definition_line, message)
