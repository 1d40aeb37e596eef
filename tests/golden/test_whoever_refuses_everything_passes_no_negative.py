"""A build that refuses everything is right about every refusal, and that earns it nothing: each control fails."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

import pytest

from harness.corpus import ScenarioText
from harness.verdicts import Verdict
from proof.collection import collection
from proof.kill_matrix import Stage, Trial, Verdicts, play
from rulebook.model import Build
from rulebook.vocabulary import Check, Component, Outcome, Refused, Rulings, ServiceRequest, Tampering, refusal
from sut_adapters.breaches import against
from sut_adapters.faulty import Fault, faults
from sut_adapters.reference import ReferenceModel

REQUEST_1 = [one for one in collection().scenarios if one.path.startswith("requirement_1/")]
WHEREVER = [(Component.DSP, Check.REGISTRATION), (None, Check.REGISTRATION), (None, Check.CERTIFICATE_OWNERSHIP)]
"""By the DSP, or by whichever S1SP serves the device: the refusals that features expect."""


class RefusesEverything(ReferenceModel):
    """Refuses whatever it is sent, and does nothing else."""

    def __init__(self, by: Component | None, check: Check, rulings: Rulings, _: Build) -> None:
        super().__init__(rulings)
        self._by, self._check = by, check

    def send(self, request: ServiceRequest) -> Outcome:
        return self._refused(request)

    def hand_over(self, request: ServiceRequest) -> Outcome:
        return self._refused(request)

    def submit(self, request: ServiceRequest) -> str:
        self._in_flight[ticket := str(next(self._tickets))] = (request, self._refused(request))
        return ticket

    def post(self, request: ServiceRequest, tampering: Tampering | None = None) -> Outcome:
        return self._refused(request)

    def _refused(self, request: ServiceRequest) -> Refused:
        serving = self.served_by(request.target) if request.target in self._world.devices else Component.DSP
        return refusal(self._by or serving, self._check)


def verdicts_on(monkeypatch: pytest.MonkeyPatch, system: Callable[[Rulings, Build], object]) -> Verdicts:
    fault = Fault("refuses-everything", (against("srpd-6.1.f"),), "It refuses everything.", system=system)
    monkeypatch.setitem(faults.BY_NAME, fault.name, fault)
    return play(Stage(REQUEST_1, 1), Trial(fault.name, "requirement_1/", ()))


def negatives_that_pass(verdicts: Verdicts, scenarios: Sequence[ScenarioText]) -> Iterator[str]:
    for scenario in scenarios:
        if "negative" in scenario.tags and verdicts[scenario.id][0] is Verdict.PASS:
            yield scenario.id


@pytest.mark.parametrize(("by", "check"), WHEREVER)
def test_no_negative_passes(monkeypatch: pytest.MonkeyPatch, by: Component | None, check: Check) -> None:
    verdicts = verdicts_on(monkeypatch, partial(RefusesEverything, by, check))
    assert list(negatives_that_pass(verdicts, REQUEST_1)) == []
    assert sum(verdict is Verdict.NOT_EXERCISED for verdict, _ in verdicts.values()) > 10


def test_there_are_negatives_that_could_have_passed(monkeypatch: pytest.MonkeyPatch) -> None:
    verdicts = verdicts_on(monkeypatch, lambda rulings, _: ReferenceModel(rulings))
    assert len(list(negatives_that_pass(verdicts, REQUEST_1))) > 300
