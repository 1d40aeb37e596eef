"""Faults that no single decision holds: systems that forget, repeat, or do not answer."""

from dataclasses import replace

from rulebook.case import Case
from rulebook.model import RIGHT, Build, World, conclude
from rulebook.model.effects import carried_out
from rulebook.vocabulary import (
    BASELINE,
    Accepted,
    Check,
    Component,
    Failed,
    FailureKind,
    Outcome,
    Quarantined,
    Refused,
    Release,
    Rulings,
    ServiceRequest,
    Silent,
)
from sut_adapters.faulty.conducts import off_after_a_restart, the_next, withdrawn_after_a_restart
from sut_adapters.port import Circumstance
from sut_adapters.reference import ReferenceModel

NO_ANSWER = Silent(proved=True)


class Built(ReferenceModel):
    """The reference model, made as the catalogue makes systems: from rulings and a build."""

    def __init__(self, rulings: Rulings, build: Build = RIGHT) -> None:
        super().__init__(rulings, build=build)


class SilentOnSuccess(Built):
    """Carries requests out and never says so."""

    def send(self, request: ServiceRequest) -> Outcome:
        outcome = super().send(request)
        return NO_ANSWER if isinstance(outcome, Accepted) else outcome


class SilentOnRefusal(Built):
    """Drops what an S1SP refuses, answer and alert alike."""

    def send(self, request: ServiceRequest) -> Outcome:
        before = self._messages
        outcome = super().send(request)
        if isinstance(outcome, Refused) and outcome.by.is_s1sp:
            self._messages = before
            return NO_ANSWER
        return outcome


class AcknowledgementForSuccess(Built):
    """Takes the DSP's acknowledgement for the end, and hands nothing on."""

    def send(self, request: ServiceRequest) -> Outcome:
        ticket = self.submit(request)
        _, outcome = self._in_flight.pop(ticket)
        return outcome or Accepted()


class QuarantineForRefusal(Built):
    """Answers a quarantined request with a refusal."""

    def send(self, request: ServiceRequest) -> Outcome:
        outcome = super().send(request)
        return Refused(Component.DSP, Check.USER_STATUS, "E3") if isinstance(outcome, Quarantined) else outcome


class NoQuarantine(Built):
    """Knows of no anomaly threshold."""

    def arrange(self, circumstance: Circumstance, *, party: str = "", device: str = "") -> None:
        if circumstance is not Circumstance.ANOMALY_THRESHOLD_REACHED:
            super().arrange(circumstance, party=party, device=device)


class HastyDsp(Built):
    """Carries out what its DSP goes on to refuse, or to hold back."""

    def send(self, request: ServiceRequest) -> Outcome:
        outcome = super().send(request)
        if isinstance(outcome, Quarantined) or (isinstance(outcome, Refused) and outcome.by is Component.DSP):
            sent = self._identified(request)
            self._world = carried_out(Case(sent, Component.DSP, self._world, self._release, self._rulings))
        return outcome


class NoDuplicates(Built):
    """Takes a request like one that it has carried out for the same one, and answers it so without looking."""

    def begin(self, scenario: str, seed: int) -> None:
        super().begin(scenario, seed)
        self._done: set[ServiceRequest] = set()

    def send(self, request: ServiceRequest) -> Outcome:
        if request in self._done:
            return Accepted()
        outcome = super().send(request)
        if isinstance(outcome, Accepted):
            self._done.add(request)
        return outcome


class SignedByAnother(Built):
    """What one of its S1SPs says is signed by another: a refusal is that one's, and a success is nobody's."""

    def send(self, request: ServiceRequest) -> Outcome:
        outcome = super().send(request)
        s1sp = self._world.devices[request.target].s1sp if request.target in self._world.devices else None
        if isinstance(outcome, Accepted) and s1sp is not None:
            return Failed(FailureKind.SIGNER, f"{request.target} is served by {s1sp}, and {the_next(s1sp)} signed it")
        if isinstance(outcome, Refused) and outcome.by.is_s1sp:
            return replace(outcome, by=the_next(outcome.by))
        return outcome


class JudgedOnArrival(Built):
    """Judges a request by the slots as they are when it comes, and carries it out when its turn has come."""

    def begin(self, scenario: str, seed: int) -> None:
        super().begin(scenario, seed)
        self._arrivals: dict[str, World] = {}

    def submit(self, request: ServiceRequest) -> str:
        ticket = super().submit(request)
        self._arrivals[ticket] = self._world
        return ticket

    def outcome(self, ticket: str) -> Outcome:
        request, outcome = self._in_flight.pop(ticket)
        judged = conclude(self._arrivals[ticket], request, self._release, self._rulings, self._build)
        if outcome is None and isinstance(judged.outcome, Accepted):
            self._world = carried_out(
                Case(request, self.served_by(request.target), self._world, self._release, self._rulings)
            )
        return outcome or judged.outcome


class EitherCase(Built):
    """Knows its parties by their Entity Identifiers in capitals or in small letters."""

    def begin(self, scenario: str, seed: int) -> None:
        super().begin(scenario, seed)
        self._names |= {user_id.lower(): name for user_id, name in self._names.items()}


class FreshRelease(Built):
    """Comes up with the change off, so that nothing of an earlier scenario shows."""

    def begin(self, scenario: str, seed: int) -> None:
        super().begin(scenario, seed)
        self._release = BASELINE


class StickySwitch(FreshRelease):
    """Its switch can be turned on, and not off."""

    def switch(self, release: Release) -> None:
        super().switch(release.switched(Component.DSP, on=release.dsp or self._release.dsp))


class OneWaySwitch(FreshRelease):
    """Its switch can be turned off, and after that not on again."""

    def begin(self, scenario: str, seed: int) -> None:
        super().begin(scenario, seed)
        self._turned_off = False

    def switch(self, release: Release) -> None:
        self._turned_off |= self._release.dsp and not release.dsp
        super().switch(release.switched(Component.DSP, on=release.dsp and not self._turned_off))


class SwitchReadAnew(FreshRelease):
    """Its switch is off again when an S1SP deploys or withdraws."""

    def switch(self, release: Release) -> None:
        read_anew = self._release.dsp and release.s1sps != self._release.s1sps
        super().switch(release.switched(Component.DSP, on=release.dsp and not read_anew))


class ForgetfulSwitch(Built):
    """Its switch is off again when the DSP has restarted."""

    def restart(self, component: Component) -> None:
        self._release = off_after_a_restart(component, self._release)


class ForgetfulS1sps(Built):
    """An S1SP is as it was delivered when it has restarted."""

    def restart(self, component: Component) -> None:
        self._release = withdrawn_after_a_restart(component, self._release)
