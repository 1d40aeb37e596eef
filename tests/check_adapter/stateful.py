"""Adapters that take something over from one scenario or request to the next, or lose what they are to keep."""

from dataclasses import replace

from rulebook.vocabulary import (
    Accepted,
    Certificate,
    Check,
    Component,
    Outcome,
    ServiceRequest,
    Slot,
    refusal,
)
from sut_adapters.port import Alert, Circumstance, DeviceSpec
from tests.check_adapter.fakes import Right


class AnswersForTheRequestBefore(Right):
    before: Outcome = Accepted()

    def send(self, request: ServiceRequest) -> Outcome:
        answer, AnswersForTheRequestBefore.before = self.before, super().send(request)
        return answer


class KeepsAlerts(Right):
    kept: tuple[Alert, ...] = ()

    def received_by(self, party: str) -> tuple[Alert, ...]:
        self.kept = tuple(dict.fromkeys((*self.kept, *super().received_by(party))))
        return tuple(alert for alert in self.kept if alert.recipient == party)


class KeepsSuspensions(Right):
    suspended: frozenset[str] = frozenset()

    def arrange(self, circumstance: Circumstance, *, party: str = "", device: str = "") -> None:
        super().arrange(circumstance, party=party, device=device)
        self.suspended |= {party}

    def send(self, request: ServiceRequest) -> Outcome:
        outcome = super().send(request)
        return refusal(Component.DSP, Check.USER_STATUS) if request.sender in self.suspended else outcome


class KeepsSlots(Right):
    """Leases the same device again and again, as the last scenario left it."""

    changed: dict[str, dict[Slot, Certificate | None]]

    def __init__(self) -> None:
        self.changed = {}
        super().__init__()

    def place(self, spec: DeviceSpec) -> str:
        left = self.changed.get("device")
        return super().place(DeviceSpec(spec.device_type, registered=spec.registered, slots=left or spec.slots))

    def send(self, request: ServiceRequest) -> Outcome:
        outcome = super().send(request)
        if request.role is not None and outcome == Accepted():
            self.changed["device"] = dict(self.slots(request.target))
        return outcome


class GivesOneHandle(Right):
    """One device, whatever is asked for; placed once in a scenario."""

    handle = ""

    def begin(self, scenario: str, seed: int) -> None:
        super().begin(scenario, seed)
        self.handle = ""

    def place(self, spec: DeviceSpec) -> str:
        self.handle = self.handle or super().place(spec)
        return self.handle


class ForgetsOnRestart(Right):
    """Comes up again with every slot empty."""

    def restart(self, component: Component) -> None:
        self._world = replace(self._world, slots={device: dict.fromkeys(Slot) for device in self._world.slots})
