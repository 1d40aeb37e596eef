"""The scenarios of Requirement 1, every row of their Examples among them, say what the decision table says."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from importlib import import_module

import pytest

from harness.corpus import ScenarioText
from harness.set_aside import set_aside_by
from proof.collection import collection
from proof.player import Player
from proof.prove.run import the_table
from proof.table.decisions import Table
from rulebook import law
from steps import MODULES
from sut_adapters.port import NotApplicable, NotExercised
from tests.proof.table_system import ByTheTable, system_by

TABLE = the_table()
PLAYER = Player([import_module(name) for name in MODULES])
SCENARIOS = [scenario for scenario in collection().scenarios if scenario.path.startswith("requirement_1/")]
OTHER_READINGS = [
    (point.key, reading.id)
    for point in law.points().values()
    for reading in point.readings[1:]
    if f"open-{point.key}" in {tag for scenario in SCENARIOS for tag in scenario.tags}
]


def disagreeing(parts: ByTheTable, scenarios: Iterable[ScenarioText], ruled: dict[str, str]) -> Iterator[str]:
    """The scenarios that fail a system whose every decision is the table's, each with what it says."""
    rulings = law.rulings(ruled)
    system = system_by(parts, rulings)
    for scenario in scenarios:
        if not set_aside_by(scenario, rulings):
            system.begin(scenario.id, 107)
            try:
                with suppress(NotApplicable):
                    PLAYER.play(scenario, system, rulings)
            except (AssertionError, NotExercised) as failure:
                yield f"{scenario.id}: {failure}"


def test_every_scenario_agrees_with_the_table() -> None:
    assert list(disagreeing(ByTheTable(TABLE), SCENARIOS, {})) == []
    assert len(SCENARIOS) > 500


@pytest.mark.parametrize(("point", "reading"), OTHER_READINGS)
def test_every_reading_in_a_scenario_is_the_tables(point: str, reading: str) -> None:
    shown = [scenario for scenario in SCENARIOS if f"open-{point}" in scenario.tags]
    assert list(disagreeing(ByTheTable(TABLE), shown, {point: reading})) == []


def changed(decision: str, number: str, result: str) -> Table:
    """The table with another result in one row."""
    old = TABLE.decisions[decision]
    rows = tuple(replace(row, result=result) if row.number == number else row for row in old.rows)
    return replace(TABLE, decisions={**TABLE.decisions, decision: replace(old, rows=rows)})


@pytest.mark.parametrize(
    ("decision", "number", "result"),
    [
        ("6.2(d), to the DSP", "4", "no"),
        ("6.2(d), to the S1SP", "6", "yes"),
        ("registration has effect", "1", "no"),
        ("critical certificate", "4", "the sender's"),
        ("answer of the S1SP", "2", "refused / S1SP / certificate ownership / S1VE4"),
    ],
)
def test_a_scenario_notices_another_row(decision: str, number: str, result: str) -> None:
    assert any(disagreeing(ByTheTable(changed(decision, number, result)), SCENARIOS, {}))
