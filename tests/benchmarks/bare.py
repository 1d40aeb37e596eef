"""Plays every scenario on the reference with nothing round it, in a process of its own: the floor of a run."""

from importlib import import_module
from pathlib import Path

from harness.corpus import read_corpus
from harness.seeds import scenario_seed
from proof.player import Player
from rulebook import law
from steps import MODULES
from sut_adapters.reference import ReferenceModel

SEED = 107


def play_all(features: Path) -> int:
    """How many were played; raises what a step raises."""
    player = Player([import_module(name) for name in MODULES])
    rulings = law.rulings()
    system = ReferenceModel(rulings)
    scenarios = read_corpus(features).scenarios
    for scenario in scenarios:
        system.begin(scenario.id, scenario_seed(SEED, scenario.id))
        player.play(scenario, system, rulings)
    return len(scenarios)


if __name__ == "__main__":
    play_all(Path(__file__).parents[2] / "features")
