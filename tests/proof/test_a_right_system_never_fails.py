"""While nobody has ruled, a system may read every open point and order its checks as it likes: no scenario fails it."""

from contextlib import suppress
from importlib import import_module
from pathlib import Path

import pytest

from harness.corpus import read_corpus
from proof.explore.openness import shuffled
from proof.player import Player
from rulebook import law
from steps import MODULES
from sut_adapters.port import NotApplicable
from sut_adapters.reference import ReferenceModel
from tests.proof.readings import readings_of_its_own

SCENARIOS = [
    scenario
    for scenario in read_corpus(Path(__file__).parents[2] / "features").scenarios
    if not scenario.path.startswith("requirement_2/")
]
"""Those that a request can play."""
PLAYER = Player([import_module(name) for name in MODULES])


@pytest.mark.parametrize("seed", range(6))
def test_no_scenario_fails_a_system_for_what_is_open(seed: int) -> None:
    system = ReferenceModel(readings_of_its_own(seed))
    for scenario in SCENARIOS:
        system.begin(scenario.id, seed)
        with suppress(NotApplicable):
            PLAYER.play(scenario, system, law.rulings())


@pytest.mark.parametrize("seed", range(8))
def test_no_scenario_fails_a_system_for_the_order_of_its_checks(seed: int) -> None:
    system = ReferenceModel(law.rulings(), shuffled(seed))
    for scenario in SCENARIOS:
        system.begin(scenario.id, seed)
        with suppress(NotApplicable):
            PLAYER.play(scenario, system, law.rulings())


def test_the_systems_differ_and_there_is_something_to_play() -> None:
    assert len({tuple(readings_of_its_own(seed).ruled.items()) for seed in range(6)}) == 6
    assert len(SCENARIOS) > 500
