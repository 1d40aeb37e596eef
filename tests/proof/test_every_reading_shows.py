"""The reference follows every reading, the features admit it, and a ruling against it is noticed."""

from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

from harness.corpus import ScenarioText, read_corpus
from proof.player import Player
from rulebook import law
from rulebook.vocabulary import Rulings
from steps import MODULES
from sut_adapters.port import Disagreement
from sut_adapters.reference import ReferenceModel

FEATURES = Path(__file__).parents[2] / "features"
PLAYER = Player([import_module(name) for name in MODULES])


@cache
def scenarios_about() -> dict[str, list[ScenarioText]]:
    """The scenarios of every open point, by its key."""
    found: dict[str, list[ScenarioText]] = {}
    for scenario in read_corpus(FEATURES).scenarios:
        for tag in scenario.tags:
            if tag.startswith("open-") and not scenario.path.startswith("requirement_2/"):
                found.setdefault(tag.removeprefix("open-"), []).append(scenario)
    return found


def answer(scenario: ScenarioText, followed: Rulings, judged_by: Rulings) -> None:
    """Play on a reference that follows some rulings, and judge by others."""
    system = ReferenceModel(followed)
    system.begin(scenario.id, seed=1)
    PLAYER.play(scenario, system, judged_by)


SHOWN = [point for point in law.points().values() if point.shown_by == "scenarios"]
FOLLOWED = [
    pytest.param(point, reading, id=f"{point.key}={reading.id}") for point in SHOWN for reading in point.readings
]


@pytest.mark.parametrize(("point", "reading"), FOLLOWED)
def test_the_reference_follows_every_reading(point: law.Point, reading: law.Reading) -> None:
    ruled = law.rulings({point.key: reading.id})
    for scenario in scenarios_about()[point.key]:
        answer(scenario, followed=ruled, judged_by=law.rulings())
        answer(scenario, followed=ruled, judged_by=ruled)


@pytest.mark.parametrize("point", SHOWN, ids=lambda point: point.key)
def test_a_system_that_follows_another_reading_than_the_ruled_one_is_caught(point: law.Point) -> None:
    caught = set()
    for scenario in scenarios_about()[point.key]:
        for followed in point.readings:
            for ruled in point.readings:
                try:
                    answer(scenario, law.rulings({point.key: followed.id}), law.rulings({point.key: ruled.id}))
                except Disagreement:
                    caught |= {followed.id, ruled.id}
    assert caught == {reading.id for reading in point.readings}


def test_every_point_that_scenarios_can_show_is_shown() -> None:
    assert {point.key for point in SHOWN} <= set(scenarios_about())
