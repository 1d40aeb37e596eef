"""The features name every way of spoiling a message, and notice a system that takes one."""

from contextlib import suppress

import pytest

from harness.corpus import ScenarioText
from rulebook import law
from rulebook.vocabulary import Accepted, Outcome, ServiceRequest, Tampering
from sut_adapters.port import Disagreement, MessageEndpoint, NotApplicable, NotExercised
from sut_adapters.reference import ReferenceModel
from tests.message_integrity.players import SCENARIOS, play, spoilt

NEGATIVE = [scenario for scenario in SCENARIOS if spoilt(scenario)]


class Credulous(ReferenceModel):
    """Takes every message for the good one that it would have been."""

    def post(self, request: ServiceRequest, tampering: Tampering | None = None) -> Outcome:
        again = super().post(request)
        return Accepted() if request.repeats_counter else again


class ActsAndRefuses(ReferenceModel):
    """Refuses what is spoilt, and does it nevertheless."""

    def post(self, request: ServiceRequest, tampering: Tampering | None = None) -> Outcome:
        refused = super().post(request, tampering)
        if tampering is not None:
            super().post(request)
        return refused


@pytest.mark.parametrize("tampering", Tampering)
def test_a_feature_has_it_refused_and_a_feature_goes_on_after_it(tampering: Tampering) -> None:
    events = [step.text for scenario in NEGATIVE for step in scenario.steps if step.kind == "when"]
    histories = [step.text for scenario in SCENARIOS for step in scenario.steps if step.kind == "given"]
    assert any(text.endswith(f" reaches the DSP with {tampering}") for text in events)
    assert any(text.endswith(f" has come with {tampering} and been refused") for text in histories)


@pytest.mark.parametrize("scenario", NEGATIVE, ids=lambda scenario: scenario.name)
def test_a_system_that_takes_it_is_noticed(scenario: ScenarioText) -> None:
    with pytest.raises(Disagreement):
        play(scenario, Credulous(law.rulings()))


@pytest.mark.parametrize(
    "scenario",
    [scenario for scenario in NEGATIVE if scenario.clause not in ("messages-5", "messages-7")],
    ids=lambda scenario: scenario.name,
)
def test_a_system_that_refuses_and_acts_is_noticed(scenario: ScenarioText) -> None:
    """Of Messages 5 nothing can be seen in the slots, which hold the same as before."""
    with pytest.raises(Disagreement, match="slot"):
        play(scenario, ActsAndRefuses(law.rulings()))


@pytest.mark.parametrize("point", ["O9=transform", "O4=stored-certificate", "O31=every-request", "O12=not-consumed"])
def test_they_hold_under_readings_by_which_messages_travel_otherwise(point: str) -> None:
    key, _, reading = point.partition("=")
    ruled = law.rulings({key: reading})
    for scenario in SCENARIOS:
        with suppress(NotApplicable):
            play(scenario, ReferenceModel(ruled), ruled)


def test_a_counter_that_was_never_used_cannot_come_again() -> None:
    system = ReferenceModel(law.rulings())
    assert isinstance(system, MessageEndpoint)
    with pytest.raises(NotExercised, match="Southfell has had no message carried out"):
        system.post(ServiceRequest("6.15.1", "Southfell", "nowhere"), Tampering.LOWER_COUNTER)
