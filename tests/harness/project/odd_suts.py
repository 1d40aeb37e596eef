"""Systems under test whose adapter answers in words that are none of the port's."""

from dataclasses import replace

from right_suts import RIGHT, Switchable

from rulebook.vocabulary import (
    Accepted,
    Outcome,
    Refused,
    ServiceRequest,
)
from sut_adapters.port import DeviceSpec, Disagreement, NotApplicable
from sut_adapters.trouble import Phase, Unreachable


class ExemptsItself(Switchable):
    """Declares out of scope what it would have refused."""

    def send(self, request: ServiceRequest) -> Outcome:
        if isinstance(RIGHT[request.sender], Refused):
            raise NotApplicable("not our problem")
        return Accepted()


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


class LikesEverything(str):
    """Equal to whatever it is compared with."""

    __hash__ = str.__hash__

    def __eq__(self, other: object) -> bool:
        return True


class GivesALikeness(Switchable):
    """Refuses with a code that is every code."""

    def send(self, request: ServiceRequest) -> Outcome:
        right = RIGHT[request.sender]
        return replace(right, code=LikesEverything("E99")) if isinstance(right, Refused) else right


class Vanishes(Switchable):
    """Cannot be reached, at the end of a scenario no more than in it."""

    def send(self, request: ServiceRequest) -> Outcome:
        raise Unreachable(Phase.SEND, "gone")

    def end(self) -> None:
        raise Unreachable(Phase.SEND, "gone")


class Judges(Switchable):
    """Takes the judge's part."""

    def send(self, request: ServiceRequest) -> Outcome:
        raise Disagreement("accepted", "refused")
