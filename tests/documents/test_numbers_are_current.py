"""The numbers that the README prints are those of the features as they are now."""

import re
from collections import Counter
from pathlib import Path

from harness.corpus import read_corpus
from harness.selection import for_system
from tests.documents.passages import README, ROOT

TEXT = Path(README).read_text(encoding="utf-8")
SCENARIOS = for_system(read_corpus(ROOT / "features").scenarios, "reference")
COUNTED = re.compile(r"^(\d+) PASS, (\d+) NOT-APPLICABLE", re.MULTILINE)


def test_a_whole_run_counts_every_scenario() -> None:
    passed, not_applicable = next(COUNTED.finditer(TEXT)).groups()
    assert int(passed) + int(not_applicable) == len(SCENARIOS)


def test_a_part_is_counted_of_the_whole() -> None:
    for part, whole in re.findall(r"^no failure in the (\d+) of (\d+) that ran$", TEXT, re.MULTILINE):
        assert int(whole) == len(SCENARIOS)
        assert part in [passed for passed, _ in COUNTED.findall(TEXT)]


def test_each_clause_has_as_many_scenarios_as_are_shown() -> None:
    shown = {
        clause: int(number) for clause, number in re.findall(r"^([a-z0-9]+-[0-9.a-z]+) +(\d+) +·", TEXT, re.MULTILINE)
    }
    by_clause = Counter(scenario.clause for scenario in SCENARIOS)
    assert shown
    assert shown == {clause: by_clause[clause] for clause in shown}
