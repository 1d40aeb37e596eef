"""While nobody has ruled, a system may read every open point and order its checks as it likes: no scenario fails it."""

import random
from contextlib import suppress
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest

from harness.corpus import read_corpus
from proof.player import Player
from rulebook import law
from rulebook.case import Case
from rulebook.model import RIGHT, Build, Finding
from rulebook.model.build import CheckFunction, Order
from rulebook.model.s1sp import originator_counter
from rulebook.vocabulary import NETWORK_OPERATORS, SUPPLIERS, Check, RemotePartyRole, Variant
from steps import MODULES
from sut_adapters.port import NotApplicable
from sut_adapters.reference import ReferenceModel

SCENARIOS = [
    scenario
    for scenario in read_corpus(Path(__file__).parents[2] / "features").scenarios
    if not scenario.path.startswith("requirement_2/")
]
"""Those that a request can play."""
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
        with suppress(NotApplicable):
            PLAYER.play(scenario, system, law.rulings())


def someone_elses_slots(case: Case) -> Finding | None:
    """No document says when a party is stopped that names the other kind's slots, nor on which ground (O1, O8)."""
    if case.request.variant != Variant.UPDATE_SECURITY_CREDENTIALS_KRP or not case.targets_smets1:
        return None
    own = NETWORK_OPERATORS if case.request.role is RemotePartyRole.NETWORK_OPERATOR else SUPPLIERS
    return Finding(case.component, Check.UNATTESTED, "O8", bool(case.sender.roles & own), "whose slots they are")


def orders_of_its_own(seed: int) -> Build:
    """A build whose DSP and S1SPs make their checks in an order that no reading has, and stop what nobody may do.

    The counter comes last: the model keeps one a sender, and would take two requests under way at once for one.
    """

    def shuffled(order: Order) -> Order:
        return {reading: of_its_own((*checks, someone_elses_slots)) for reading, checks in order.items()}

    def of_its_own(checks: tuple[CheckFunction, ...]) -> tuple[CheckFunction, ...]:
        return tuple(
            sorted(random.Random(seed).sample(checks, len(checks)), key=lambda check: check is originator_counter)
        )

    return replace(RIGHT, dsp_order=shuffled(RIGHT.dsp_order), s1sp_order=shuffled(RIGHT.s1sp_order))


@pytest.mark.parametrize("seed", range(8))
def test_no_scenario_fails_a_system_for_the_order_of_its_checks(seed: int) -> None:
    system = ReferenceModel(law.rulings(), orders_of_its_own(seed))
    for scenario in SCENARIOS:
        system.begin(scenario.id, seed)
        with suppress(NotApplicable):
            PLAYER.play(scenario, system, law.rulings())


def test_the_systems_differ_and_there_is_something_to_play() -> None:
    assert len({tuple(readings_of_its_own(seed).items()) for seed in range(6)}) == 6
    assert len(SCENARIOS) > 500
