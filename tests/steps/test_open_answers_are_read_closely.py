"""The words of an open question's table admit what they say and nothing else."""

from dataclasses import replace

import pytest

from rulebook.vocabulary import (
    NETWORK_OPERATOR_SLOTS,
    Accepted,
    Check,
    Component,
    Failed,
    FailureKind,
    Outcome,
    Quarantined,
    Refused,
    Scheduled,
    Silent,
    Slot,
    refusal,
)
from steps.expectations import judged
from steps.observations import Observation, admits
from sut_adapters.port import Inconclusive

ACCEPTED = Observation(Accepted(), Component.S1SP2, NETWORK_OPERATOR_SLOTS, frozenset({"Northmoor"}), ())
NOTHING: frozenset[Slot] = frozenset()


def refused(by: Component, check: Check) -> Observation:
    return Observation(refusal(by, check), Component.S1SP2, NOTHING, frozenset(), ())


BY_THE_DSP = refused(Component.DSP, Check.REGISTRATION)
BY_THE_S1SP = refused(Component.S1SP2, Check.CERTIFICATE_OWNERSHIP)
ON_A_GROUND_OF_ITS_OWN = refused(Component.S1SP2, Check.UNATTESTED)
ALERTED = Observation(None, None, NOTHING, frozenset(), ("Northmoor",))

ADMITTED = [
    ("accepted", ACCEPTED),
    ("accepted, replacing both Network Operator slots", ACCEPTED),
    ("accepted, and Northmoor is notified", ACCEPTED),
    ("accepted, and Southfell is not notified", ACCEPTED),
    ("refused by the DSP", BY_THE_DSP),
    ("refused by the DSP at its registration check", BY_THE_DSP),
    ("refused by the S1SP", BY_THE_S1SP),
    ("refused by the S1SP at its certificate ownership check", BY_THE_S1SP),
    ("refused by the S1SP on a ground of its own", ON_A_GROUND_OF_ITS_OWN),
    ("accepted or refused by the DSP", BY_THE_DSP),
    ("scheduled", replace(ACCEPTED, outcome=Scheduled(), replaced=NOTHING)),
    ("the alert goes to Northmoor", ALERTED),
]
NOT_ADMITTED = [
    ("accepted", BY_THE_DSP),
    ("accepted, replacing nothing", ACCEPTED),
    ("accepted, replacing the critical Network Operator slot only", ACCEPTED),
    ("accepted, and Northmoor is not notified", ACCEPTED),
    ("accepted, and Southfell is notified", ACCEPTED),
    ("refused by the DSP", BY_THE_S1SP),
    ("refused by the DSP at its user role check", BY_THE_DSP),
    ("refused by the S1SP", BY_THE_DSP),
    ("refused by the S1SP", refused(Component.S1SP1, Check.CERTIFICATE_OWNERSHIP)),
    ("refused by the S1SP on a ground of its own", BY_THE_S1SP),
    ("refused by the S1SP", replace(BY_THE_S1SP, replaced=NETWORK_OPERATOR_SLOTS)),
    ("scheduled", ACCEPTED),
    ("accepted or scheduled", BY_THE_DSP),
    ("the alert goes to Southfell", ALERTED),
    ("the alert goes to Northmoor", replace(ALERTED, alerted=("Northmoor", "Southfell"))),
    ("accepted", ALERTED),
]


@pytest.mark.parametrize(("words", "observed"), ADMITTED)
def test_words_admit_what_they_say(words: str, observed: Observation) -> None:
    assert admits(words, observed)


@pytest.mark.parametrize(("words", "observed"), NOT_ADMITTED)
def test_words_admit_nothing_else(words: str, observed: Observation) -> None:
    assert not admits(words, observed)


@pytest.mark.parametrize("words", ["allowed", "accepted, replacing everything", "accepted, and so on"])
def test_words_that_mean_nothing_are_refused(words: str) -> None:
    with pytest.raises((ValueError, KeyError)):
        admits(words, ACCEPTED)


@pytest.mark.parametrize(
    "outcome", [Quarantined("QE1"), Silent(proved=False), Failed(FailureKind.COMMUNICATION, "E21")], ids=str
)
def test_what_may_be_somebody_elses_doing_is_not_judged(outcome: Outcome) -> None:
    with pytest.raises(Inconclusive):
        judged(outcome)


@pytest.mark.parametrize(
    "outcome",
    [Silent(proved=True), Failed(FailureKind.RESPONSE, "failure"), Refused(Component.DSP, Check.USER_ROLE, "E2")],
)
def test_what_is_the_systems_own_answer_is_judged(outcome: Outcome) -> None:
    assert judged(outcome) is outcome


def test_before_any_end_there_is_nothing_to_judge() -> None:
    with pytest.raises(LookupError):
        judged(None)
