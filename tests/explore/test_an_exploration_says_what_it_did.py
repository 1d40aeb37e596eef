"""What was asked, what was left out and why; the same seed the same story; nothing unanswered taken for agreement."""

import pytest

from harness.asking import AdapterFault
from harness.declarations import Exclusion, Profile
from proof.explore import Exploration, Wanted, explore
from rulebook import law
from rulebook.vocabulary import BASELINE, SECMP0107
from sut_adapters.faulty import find_fault
from sut_adapters.port import Misconfigured
from sut_adapters.reference import ReferenceModel
from tests.explore.systems import (
    Breaks,
    GoesAway,
    StartsBadly,
)

RULINGS = law.rulings()
HELD = "the ESME's Network Operator slots hold Southfell's certificates"


class Without:
    """The reference, less some methods."""

    def __init__(self, *missing: str) -> None:
        self._missing, self._model = frozenset(missing), ReferenceModel(RULINGS)

    def __getattr__(self, name: str) -> object:
        if name in self._missing:
            raise AttributeError(name)
        return getattr(self._model, name)


def explored(system: object, **more: object) -> Exploration:
    return explore(Wanted("a system", system, RULINGS, **{"examples": 40, **more}))  # type: ignore[arg-type]


def test_every_kind_of_event_happens_to_the_reference() -> None:
    found = explored(ReferenceModel(RULINGS), examples=150)
    assert (found.exit_code, found.finding, found.undecided) == (0, None, {})
    assert set(found.asked) == {
        "requests",
        "hand-overs of controlled devices",
        "requests to an S1SP alone",
        "changes while a request is under way",
        "concurrent requests",
        "re-registrations",
        "switch flips",
        "restarts",
        "device alerts",
    }
    assert found.left_out == {}


def test_the_same_seed_tells_the_same_story() -> None:
    fault = find_fault("exemption-missing")
    one, other = (explored(fault.under(RULINGS), examples=200) for _ in range(2))
    assert one == other
    assert one.finding is not None


def test_ports_that_are_missing_are_left_out_and_said() -> None:
    found = explored(Without("submit", "hand_over", "received_by", "arrange", "last_decisions", "restart"))
    assert found.exit_code == 0
    assert found.left_out["concurrent requests"] == "a system does not offer RequestsInFlight"
    assert found.left_out["requests to an S1SP alone"] == "a system does not offer S1spGateway"
    assert found.left_out["device alerts"] == "a system does not offer AlertInbox"
    assert found.left_out["restarts"] == "a system does not offer Restartable"
    assert found.left_out["records in the audit trail"] == "a system does not offer AuditTrail"


def test_a_profile_leaves_ports_and_states_out() -> None:
    excluded = (
        Exclusion(port="AlertTrigger", reason="nothing rings"),
        Exclusion(release=str(BASELINE), reason="no way back"),
    )
    found = explored(ReferenceModel(RULINGS), profile=Profile(not_applicable=excluded))
    assert found.left_out["device alerts"] == "a system has no AlertTrigger: nothing rings"
    assert found.exit_code == 0


def test_a_system_in_one_state_is_not_switched() -> None:
    found = explored(Without("switch", "release"), declared=SECMP0107)
    assert found.exit_code == 0
    assert found.left_out["switch flips"] == f"the system is declared to be at {SECMP0107}"
    assert "switch flips" not in found.asked


@pytest.mark.parametrize(
    ("missing", "complaint"),
    [
        (("place",), "a system does not offer Estate, and nothing can be explored without it"),
        (("switch",), "a system does not offer ReleaseControl: say what state it is in with --release or in"),
        (("send", "submit", "hand_over"), "no request can be sent: a system does not offer UserGateway"),
    ],
)
def test_what_cannot_be_explored_is_a_configuration_error(missing: tuple[str, ...], complaint: str) -> None:
    with pytest.raises(Misconfigured) as raised:
        explored(Without(*missing))
    assert str(raised.value).startswith(complaint)


def test_a_sequence_without_an_answer_is_no_agreement() -> None:
    found = explored(GoesAway(RULINGS))
    assert (found.exit_code, found.finding) == (11, None)
    assert set(found.undecided) == {"send: the gateway hung up"}


def test_an_adapter_that_falls_over_is_told_from_its_system() -> None:
    with pytest.raises(AdapterFault) as raised:
        explored(Breaks(RULINGS))
    assert "tests/explore/systems.py" in str(raised.value)


def test_a_system_that_does_not_always_answer_alike_is_reported_as_such() -> None:
    found = explored(StartsBadly(RULINGS))
    assert found.exit_code == 10
    assert found.finding is not None
    assert not found.finding.replayed
