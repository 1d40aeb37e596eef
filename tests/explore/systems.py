"""Systems to explore: right ones that differ, and wrong ones in ways that no faulty build is."""

from rulebook.vocabulary import Accepted, Outcome, Refused, ServiceRequest
from sut_adapters.port import AuditEntry, Phase, Unreachable
from sut_adapters.reference import ReferenceModel


class RecordsTwice(ReferenceModel):
    """Writes the last decision down again."""

    def last_decisions(self) -> tuple[AuditEntry, ...]:
        decisions = super().last_decisions()
        return (*decisions, *decisions[-1:])


class RecordsNothing(ReferenceModel):
    """Keeps no trail, and offers to show it."""

    def last_decisions(self) -> tuple[AuditEntry, ...]:
        return ()


class RecordsNoRefusal(ReferenceModel):
    """Writes down what held, and forgets what did not."""

    def last_decisions(self) -> tuple[AuditEntry, ...]:
        return tuple(entry for entry in super().last_decisions() if entry.holds)


class AlertsFromTheSecondTime(ReferenceModel):
    """Reports its second refusal twice, which no sentence can say once there has been a first."""

    refusals = 0

    def begin(self, scenario: str, seed: int) -> None:
        super().begin(scenario, seed)
        self.refusals = 0

    def send(self, request: ServiceRequest) -> Outcome:
        before = self._messages
        outcome = super().send(request)
        if isinstance(outcome, Refused) and outcome.by.is_s1sp:
            self.refusals += 1
            if self.refusals > 1:
                self._messages += self._messages[len(before) :]
        return outcome


class GoesAway(ReferenceModel):
    """Cannot be reached by whoever is not registered."""

    def send(self, request: ServiceRequest) -> Outcome:
        outcome = super().send(request)
        if isinstance(outcome, Accepted):
            return outcome
        raise Unreachable(Phase.SEND, "the gateway hung up")


class Breaks(ReferenceModel):
    """An adapter with a mistake in it."""

    def send(self, request: ServiceRequest) -> Outcome:
        raise KeyError("no such column")


class StartsBadly(ReferenceModel):
    """Accepts the first few requests of its life, whoever sends them."""

    to_come = 3

    def send(self, request: ServiceRequest) -> Outcome:
        outcome = super().send(request)
        self.to_come -= isinstance(outcome, Refused)
        return Accepted() if self.to_come >= 0 else outcome
