"""Systems under test that answer rightly, wrongly or not at all, by the word after the colon."""

import os
from pathlib import Path
from unittest.mock import MagicMock

from rulebook.vocabulary import (
    SECMP0107,
    Accepted,
    Check,
    Component,
    Outcome,
    Refused,
    Release,
    ServiceRequest,
    UserRole,
    refusal,
)
from sut_adapters.port import DeviceSpec, Disagreement, NotApplicable, Phase, Unreachable

LOG = Path("asked.log")
RIGHT = {
    "Southfell": Accepted(),
    "Curlew": refusal(Component.DSP, Check.REGISTRATION),
    "Dunlin": refusal(Component.DSP, Check.REGISTRATION),
    "Northmoor": refusal(Component.S1SP1, Check.CERTIFICATE_OWNERSHIP),
    "Westbrook": refusal(Component.S1SP1, Check.REGISTRATION),
}


class Fake:
    """Answers by the sender, and writes down what it was asked."""

    identity = "fake, build 7"

    def begin(self, scenario: str, seed: int) -> None:
        self.seed = seed
        self.handles = 0

    def end(self) -> None:
        pass

    def send(self, request: ServiceRequest) -> Outcome:
        with LOG.open("a") as log:
            log.write(f"{self.seed} {request.sender}\n")
        return RIGHT[request.sender]

    def settled(self) -> bool:
        return True

    def place(self, spec: DeviceSpec) -> str:
        self.handles += 1
        return f"{spec.generation} {spec.device_type} {self.handles}"

    def register(self, device: str, role: UserRole, party: str) -> None:
        pass


class Switchable(Fake):
    """One whose release state the suite may switch."""

    state = SECMP0107

    def release(self) -> Release:
        return self.state

    def switch(self, release: Release) -> None:
        self.state = release


class AcceptsEverything(Switchable):
    """Wrong about every refusal."""

    def send(self, request: ServiceRequest) -> Outcome:
        return Accepted()


class RefusesEverything(Switchable):
    """Right about every refusal, and for the wrong reason."""

    def send(self, request: ServiceRequest) -> Outcome:
        right = RIGHT[request.sender]
        return right if isinstance(right, Refused) else refusal(Component.DSP, Check.REGISTRATION)


class GoesAway(Switchable):
    """Cannot be reached."""

    def send(self, request: ServiceRequest) -> Outcome:
        raise Unreachable(Phase.SEND, "the gateway hung up")


class Breaks(Switchable):
    """An adapter with a mistake in it."""

    def send(self, request: ServiceRequest) -> Outcome:
        raise KeyError("no such thing")


class Blushes(Switchable):
    """Offers no gateway."""

    send = None


class DoesNotEnd(Switchable):
    """Fails when the scenario is over."""

    def end(self) -> None:
        raise RuntimeError("cannot clear up")


class ExemptsItself(Switchable):
    """Declares out of scope what it would have refused."""

    def send(self, request: ServiceRequest) -> Outcome:
        if isinstance(RIGHT[request.sender], Refused):
            raise NotApplicable("not our problem")
        return Accepted()


class EndsTheProcess(Switchable):
    """Ends the process as if all were well."""

    def send(self, request: ServiceRequest) -> Outcome:
        os._exit(0)


class GivesNone(Switchable):
    """Forgets to return."""

    def send(self, request: ServiceRequest) -> Outcome:
        return None


class GivesAWord(Switchable):
    """Answers in words of its own."""

    def send(self, request: ServiceRequest) -> Outcome:
        return "accepted"


class GivesAClass(Switchable):
    """Forgets the brackets."""

    def send(self, request: ServiceRequest) -> Outcome:
        return Accepted


class Nameless(Switchable):
    """Cannot say what it is."""

    @property
    def identity(self) -> str:
        raise RuntimeError("no identity")


class GivesNoHandle(Switchable):
    """A device without a name."""

    def place(self, spec: DeviceSpec) -> str:
        return None


class Judges(Switchable):
    """Takes the judge's part."""

    def send(self, request: ServiceRequest) -> Outcome:
        raise Disagreement("accepted", "refused")


class Closes(Switchable):
    """Writes down when it is closed."""

    def close(self) -> None:
        with LOG.open("a") as log:
            log.write("closed\n")


class StaysOpen(Switchable):
    """A device could not be put back."""

    def close(self) -> None:
        raise Unreachable(Phase.SEND, "90-B3 was not put back")


class HasNoBeginning(Switchable):
    """Fails when it is asked whether it has a port."""

    @property
    def begin(self) -> None:
        raise RuntimeError("not yet")


def build(kind: str = "right") -> object:
    """The system that the word names."""
    kinds = {
        "right": Switchable,
        "fixed": Fake,
        "accepts": AcceptsEverything,
        "refuses": RefusesEverything,
        "away": GoesAway,
        "breaks": Breaks,
        "blushes": Blushes,
        "doesnotend": DoesNotEnd,
        "exempts": ExemptsItself,
        "exits": EndsTheProcess,
        "none": GivesNone,
        "word": GivesAWord,
        "class": GivesAClass,
        "mock": MagicMock,
        "nameless": Nameless,
        "nohandle": GivesNoHandle,
        "nobeginning": HasNoBeginning,
        "closes": Closes,
        "judges": Judges,
        "staysopen": StaysOpen,
    }
    return kinds[kind]()
