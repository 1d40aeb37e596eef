"""Adapters that are wrong in one way each; all else is the reference's."""

from dataclasses import replace
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
from sut_adapters.port import Alert, Misunderstood, Phase, Unreachable
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
