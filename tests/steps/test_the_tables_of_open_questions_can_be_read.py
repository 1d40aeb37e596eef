"""Every cell of every open question's table means something, whether or not a run comes to read it."""

from pathlib import Path

import pytest

from harness.corpus import read_corpus
from rulebook.vocabulary import NETWORK_OPERATOR_SLOTS, Accepted, Component
from steps.observations import Observation, admits

FEATURES = Path(__file__).parents[2] / "features"
OBSERVED = Observation(Accepted(), Component.S1SP1, NETWORK_OPERATOR_SLOTS, frozenset(), ())
CELLS = sorted(
    {
        alternative
        for scenario in read_corpus(FEATURES).scenarios
        for step in scenario.steps
        if step.table is not None and step.text.endswith(" admits:")
        for _, outcome in step.table[1:]
        for alternative in outcome.split(" or ")
    }
)


@pytest.mark.parametrize("cell", CELLS)
def test_a_cell_means_something(cell: str) -> None:
    assert admits(cell, OBSERVED) in (True, False)
