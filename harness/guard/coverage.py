"""Whether every operative word of the law has its scenarios."""

from collections.abc import Iterator

from harness.corpus import Finding
from harness.guard.subject import Suite

BY_SCENARIOS = "scenarios"


def limbs_are_met_and_missed(suite: Suite) -> Iterator[Finding]:
    """Each limb of a tested statement has a scenario that satisfies it and a near miss that does not."""
    tags = {tag for scenario in suite.corpus.scenarios for tag in scenario.tags}
    for statement in suite.law.statements.values():
        for limb in statement.limbs if statement.tested else ():
            if not tags & {f"meets-{limb.id}", f"meets-{statement.id}"}:
                yield suite.law.finding(limb.id, f"no scenario is tagged @meets-{limb.id}")
            if f"misses-{limb.id}" not in tags:
                yield suite.law.finding(limb.id, f"no scenario is tagged @misses-{limb.id}")


def nothing_is_met_and_missed_at_once(suite: Suite) -> Iterator[Finding]:
    """One scenario cannot satisfy a limb and lack it."""
    owners = {limb.id: statement.id for statement in suite.law.statements.values() for limb in statement.limbs}
    for scenario in suite.corpus.scenarios:
        missed = [tag.removeprefix("misses-") for tag in scenario.tags if tag.startswith("misses-")]
        for limb in sorted(missed):
            if scenario.tags & {f"meets-{limb}", f"meets-{owners.get(limb)}"}:
                yield scenario.finding(scenario.definition_line, f"the scenario both meets and misses {limb}")


def open_points_are_shown(suite: Suite) -> Iterator[Finding]:
    """A point that a request can show has a scenario, and one that none can show has not."""
    tags = {tag for scenario in suite.corpus.scenarios for tag in scenario.tags}
    for point in suite.law.points.values():
        if point.shown_by == BY_SCENARIOS and f"open-{point.key}" not in tags:
            yield suite.law.finding(point.key, f"no scenario is tagged @open-{point.key}")
        if point.shown_by != BY_SCENARIOS and f"open-{point.key}" in tags:
            yield suite.law.finding(point.key, f"says that no scenario shows it, and one is tagged @open-{point.key}")
