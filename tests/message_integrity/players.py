"""The message features, played without a test runner."""

from importlib import import_module
from pathlib import Path

from harness.corpus import ScenarioText, read_corpus
from proof.player import Player
from rulebook import law
from rulebook.vocabulary import Rulings
from steps import MODULES
from sut_adapters.reference import ReferenceModel

FOLDER = "message_integrity/"
SCENARIOS: tuple[ScenarioText, ...] = tuple(
    scenario
    for scenario in read_corpus(Path(__file__).parents[2] / "features").scenarios
    if scenario.path.startswith(FOLDER)
)
_PLAYER = Player([import_module(name) for name in MODULES])


def play(scenario: ScenarioText, system: ReferenceModel, rulings: Rulings | None = None) -> None:
    """From the beginning of a scenario to its last step; raises what the steps raise."""
    system.begin(scenario.id, seed=1)
    _PLAYER.play(scenario, system, rulings or law.rulings())


def spoilt(scenario: ScenarioText) -> bool:
    """Whether its event is a spoilt message, or one that has come before."""
    return "negative" in scenario.tags
