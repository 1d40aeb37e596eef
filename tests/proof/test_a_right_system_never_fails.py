"""A system may read every open point as it likes, all at once: while nobody has ruled, no scenario fails it."""

import random
from importlib import import_module
from pathlib import Path

import pytest

from harness.corpus import read_corpus
from proof.player import Player
from rulebook import law
from steps import MODULES
from sut_adapters.reference import ReferenceModel

SCENARIOS = read_corpus(Path(__file__).parents[2] / "features").scenarios
PLAYER = Player([import_module(name) for name in MODULES])


def readings_of_its_own(seed: int) -> dict[str, str]:
    """One reading of every point, but none that a statement contradicts."""
    choose = random.Random(seed).choice
    return {
        point.key: choose([reading for reading in point.readings if not reading.against]).id
        for point in law.points().values()
    }


@pytest.mark.parametrize("seed", range(6))
def test_no_scenario_fails_a_system_for_what_is_open(seed: int) -> None:
    system = ReferenceModel(law.rulings(readings_of_its_own(seed)))
    for scenario in SCENARIOS:
        system.begin(scenario.id, seed)
        PLAYER.play(scenario, system, law.rulings())


def test_the_systems_differ_and_there_is_something_to_play() -> None:
    assert len({tuple(readings_of_its_own(seed).items()) for seed in range(6)}) == 6
    assert len(SCENARIOS) > 500
