"""Systems under test that answer rightly, wrongly or not at all, by the word after the colon."""

import os
from unittest.mock import MagicMock

import odd_suts
from right_suts import LOG, RIGHT, Fake, Switchable

from rulebook.vocabulary import (
    Accepted,
    Check,
    Component,
    Outcome,
    Refused,
    ServiceRequest,
    refusal,
)
from sut_adapters.port import Phase, Unreachable


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


class EndsTheProcess(Switchable):
    """Ends the process as if all were well."""

    def send(self, request: ServiceRequest) -> Outcome:
        os._exit(0)


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
        "exempts": odd_suts.ExemptsItself,
        "exits": EndsTheProcess,
        "none": odd_suts.GivesNone,
        "word": odd_suts.GivesAWord,
        "class": odd_suts.GivesAClass,
        "mock": MagicMock,
        "nameless": odd_suts.Nameless,
        "nohandle": odd_suts.GivesNoHandle,
        "likeness": odd_suts.GivesALikeness,
        "vanishes": odd_suts.Vanishes,
        "nobeginning": HasNoBeginning,
        "closes": Closes,
        "judges": odd_suts.Judges,
        "staysopen": StaysOpen,
    }
    return kinds[kind]()
