"""Whatever state a right system is in, and however it reads what is open, its adapter has no finding."""

import random

import pytest

from proof.adapter_check import check_adapter
from rulebook import law
from rulebook.vocabulary import BASELINE, SECMP0107, Component, Release
from sut_adapters.port import DeviceSpec, NotExercised
from sut_adapters.reference import ReferenceModel
from tests.check_adapter import fakes

STATES = [
    BASELINE,
    SECMP0107,
    SECMP0107.switched(Component.DSP, on=False),
    BASELINE.switched(Component.DSP, on=True),
]
WITHOUT_MESSAGES = {"MessageEndpoint": "out of scope"}


def readings_of_its_own(seed: int) -> dict[str, str]:
    choose = random.Random(seed).choice
    return {
        point.key: choose([reading for reading in point.readings if not reading.against]).id
        for point in law.points().values()
    }


def test_the_reference_has_no_finding_and_every_port_is_asked() -> None:
    report = check_adapter(fakes.Right)
    assert report.findings == []
    assert report.left_out == []
    assert len(report.asked) == len(set(report.asked)) > 20


@pytest.mark.parametrize("state", STATES, ids=str)
def test_in_every_state_of_release(state: Release) -> None:
    def build() -> ReferenceModel:
        system = fakes.Right()
        system.switch(state)
        return system

    assert check_adapter(build, excluded=WITHOUT_MESSAGES, may_switch=False).findings == []


@pytest.mark.parametrize("seed", range(4))
def test_under_every_reading(seed: int) -> None:
    rulings = law.rulings(readings_of_its_own(seed))
    assert check_adapter(lambda: ReferenceModel(rulings), excluded=WITHOUT_MESSAGES).findings == []


def test_the_state_of_release_is_left_as_it_was() -> None:
    system = fakes.Right()
    system.switch(BASELINE)
    check_adapter(lambda: system, excluded=WITHOUT_MESSAGES)
    assert str(system.release()) == str(BASELINE)


def test_what_is_not_offered_is_left_out_with_the_reason() -> None:
    class OnlyGateway:
        """Reads and sends, and can do nothing else."""

        def __init__(self) -> None:
            system = fakes.Right()
            self.send, self.settled, self.place, self.register = (
                system.send,
                system.settled,
                system.place,
                system.register,
            )
            self.slots, self.served_by = system.slots, system.served_by

    report = check_adapter(OnlyGateway)
    assert report.findings == []
    assert ("ReleaseControl", "ReleaseControl: it is not offered") in report.left_out


def test_what_is_declared_out_of_scope_is_left_out_with_the_reason() -> None:
    report = check_adapter(fakes.Right, excluded={"AuditTrail": "nobody here keeps one", **WITHOUT_MESSAGES})
    assert ("AuditTrail.last_decisions", "AuditTrail: nobody here keeps one") in report.left_out


def test_a_state_that_cannot_be_had_is_no_finding() -> None:
    class HasOneDevice(fakes.Right):
        placed = 0

        def begin(self, scenario: str, seed: int) -> None:
            super().begin(scenario, seed)
            self.placed = 0

        def place(self, spec: DeviceSpec) -> str:
            self.placed += 1
            if self.placed > 1:
                raise NotExercised("there is one device only")
            return super().place(spec)

    report = check_adapter(HasOneDevice, excluded=WITHOUT_MESSAGES)
    assert report.findings == []
    assert ("Estate.place, twice", "there is one device only") in report.left_out


def test_of_one_that_can_be_asked_nothing_nothing_is_known() -> None:
    (finding,) = check_adapter(object).findings
    assert finding.observed == "every question was left out"
