"""Each scenario as a test of its own, so that a mutant meets those only that come near it. Named in pyproject.toml.

The reference passes it, and under an open point by every reading of that point.
"""

from collections.abc import Iterator

import pytest
from _pytest.mark import ParameterSet

from harness.corpus import ScenarioText
from harness.judge import judge
from harness.set_aside import set_aside_by
from proof.collection import ROOT, collection
from proof.explore.side import PLAYER
from rulebook import law
from rulebook.vocabulary import Rulings
from sut_adapters.reference import ReferenceModel


def trials() -> Iterator[ParameterSet]:
    """Every scenario on requests and on two at once, by the defaults or by each reading of what it leaves open."""
    for scenario in collection().scenarios:
        if not scenario.path.startswith(("requirement_1/", "message_integrity/s1sr")):
            continue
        opened = [tag.removeprefix("open-") for tag in scenario.tags if tag.startswith("open-")]
        readings = [{point: reading.id} for point in opened for reading in law.points()[point].readings]
        for ruled in readings or [{}]:
            by = " ".join(f"{point}={reading}" for point, reading in ruled.items())
            yield pytest.param(scenario, law.rulings(ruled), id=f"{scenario.id} {by}".strip())


@pytest.mark.parametrize(("scenario", "rulings"), list(trials()))
def test_the_reference_passes(scenario: ScenarioText, rulings: Rulings) -> None:
    system = ReferenceModel(rulings)
    system.begin(scenario.id, 1)
    error: Exception | None = None
    try:
        PLAYER.play(scenario, system, rulings)
    except Exception as raised:
        error = raised
    assert judge(error, ROOT).verdict in ("PASS", "NOT-APPLICABLE") or set_aside_by(scenario, rulings)
