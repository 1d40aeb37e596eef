"""Adapters that are wrong in one way each; all else is the reference's."""

import threading
from dataclasses import replace
from queue import SimpleQueue
from typing import NoReturn

from rulebook import law
from rulebook.vocabulary import (
    S1SPS,
    Accepted,
    Certificate,
    Check,
    Component,
    Outcome,
    Refused,
    ServiceRequest,
    Slot,
    Tampering,
    refusal,
)
from sut_adapters.port import Alert, Circumstance, DeviceSpec, Misunderstood, Phase, Unreachable
from sut_adapters.reference import ReferenceModel


class Right(ReferenceModel):
    """Nothing is wrong with it."""

    def __init__(self) -> None:
        super().__init__(law.rulings())


class AlwaysAccepts(Right):
    def send(self, request: ServiceRequest) -> Outcome:
        super().send(request)
        return Accepted()


class AlwaysRefuses(Right):
    def send(self, request: ServiceRequest) -> Outcome:
        return refusal(Component.DSP, Check.REGISTRATION)


class GivesAnotherCode(Right):
    def send(self, request: ServiceRequest) -> Outcome:
        outcome = super().send(request)
        return Refused(outcome.by, outcome.check, "E99") if isinstance(outcome, Refused) else outcome


class BlamesAnotherS1sp(Right):
    def send(self, request: ServiceRequest) -> Outcome:
        match super().send(request):
            case Refused(by=by, check=check, code=code) if by.is_s1sp:
                return Refused(next(other for other in S1SPS if other is not by), check, code)
            case outcome:
                return outcome


class NamesAnotherCheck(Right):
    def send(self, request: ServiceRequest) -> Outcome:
        match super().send(request):
            case Refused(by=by, code=code):
                return Refused(by, Check.UNATTESTED, code)
            case outcome:
                return outcome


class MistakesParties(Right):
    """Takes whatever Northmoor has in a slot for Westbrook's."""

    def slots(self, device: str) -> dict[Slot, Certificate | None]:
        return {
            slot: Certificate("Westbrook", held.use, held.issue) if held and held.owner == "Northmoor" else held
            for slot, held in super().slots(device).items()
        }


class TellsAnotherParty(Right):
    def recipients(self, kind: str, device: str) -> tuple[str, ...]:
        return ("Westbrook",)

    def received_by(self, party: str) -> tuple[Alert, ...]:
        return ()


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


class ClosesTheConnection(Right):
    def send(self, request: ServiceRequest) -> NoReturn:
        raise ConnectionResetError(104, "Connection reset by peer")


class ClosesItAndSaysSo(Right):
    def send(self, request: ServiceRequest) -> NoReturn:
        raise Unreachable(Phase.WAIT, "the connection was closed half way")


class AnswersGarbage(Right):
    def send(self, request: ServiceRequest) -> Outcome:
        return b"\x00\xff<html>\n"


class FindsTheSignatureWrong(Right):
    def send(self, request: ServiceRequest) -> NoReturn:
        raise Misunderstood(Phase.UNDERSTAND, "the response is signed by nobody that is trusted")


class BelievesTheWrongSignature(Right):
    """A forged success comes first, and the adapter takes it."""

    def send(self, request: ServiceRequest) -> Outcome:
        return Accepted() if request.sender in ("Northmoor", "Curlew") else super().send(request)


class TakesUnsignedMessages(Right):
    def post(self, request: ServiceRequest, tampering: Tampering | None = None) -> Outcome:
        return super().post(request)


class RefusesAndActs(Right):
    def send(self, request: ServiceRequest) -> Outcome:
        outcome = super().send(request)
        if isinstance(outcome, Refused) and request.sender == "Sanderling":
            super().send(replace(request, sender="Northmoor"))
        return outcome


class CannotBeSwitched(Right):
    def switch(self, release: object) -> None:
        pass


class Clock:
    """Seconds that pass only when somebody says so."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Slow(Right):
    """Takes half a minute of the clock for every request."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        super().__init__()

    def send(self, request: ServiceRequest) -> Outcome:
        self.clock.now += 30
        return super().send(request)


class Patience:
    """Waits as long as it takes, until somebody says that it will take for ever: no time passes in a test."""

    def __init__(self) -> None:
        self._waited_for: SimpleQueue[threading.Event] = SimpleQueue()
        self._lost: threading.Event | None = None
        self.over = threading.Event()

    def __call__(self, done: threading.Event) -> bool:
        self._waited_for.put(done)
        done.wait()
        return done is not self._lost

    def lose(self) -> None:
        """End the wait for the call that is running, and stay in it until the test is over."""
        done = self._waited_for.get()
        while done.is_set():
            done = self._waited_for.get()
        self._lost = done
        done.set()
        self.over.wait()


class Hangs(Right):
    """Never comes back from its second request."""

    def __init__(self, patience: Patience) -> None:
        self.patience, self.asked = patience, 0
        super().__init__()

    def send(self, request: ServiceRequest) -> Outcome:
        self.asked += 1
        if self.asked == 2:
            self.patience.lose()
        return super().send(request)
