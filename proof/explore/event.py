"""What can happen in a sequence, and what it starts from: plain values made of sentences."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from harness.corpus import Kind
from rulebook.vocabulary import Accepted, DeviceType, Outcome, Refused
from sut_adapters.port import (
    AlertInbox,
    AlertTrigger,
    Estate,
    ReleaseControl,
    RequestsInFlight,
    Restartable,
    S1spGateway,
    UserGateway,
)

Sentence = tuple[Kind, str]

Ports = tuple[Callable[..., object], ...]
"""Protocols, which mypy takes for callables."""


class What(StrEnum):
    """The kinds of event, as people call them."""

    REQUEST = "requests"
    HANDOVER = "hand-overs of controlled devices"
    S1SP_REQUEST = "requests to an S1SP alone"
    IN_FLIGHT = "changes while a request is under way"
    RIVALS = "concurrent requests"
    REGISTRATION = "re-registrations"
    SWITCH = "switch flips"
    RESTART = "restarts"
    ALERT = "device alerts"


NEEDS: Mapping[What, Ports] = {
    What.REQUEST: (UserGateway,),
    What.HANDOVER: (UserGateway,),
    What.S1SP_REQUEST: (S1spGateway,),
    What.IN_FLIGHT: (RequestsInFlight,),
    What.RIVALS: (RequestsInFlight,),
    What.REGISTRATION: (Estate,),
    What.SWITCH: (ReleaseControl,),
    What.RESTART: (Restartable,),
    What.ALERT: (AlertTrigger, AlertInbox),
}
"""The ports without which nothing of a kind can happen."""


@dataclass(frozen=True, slots=True)
class Placing:
    """Which slots a request fills with whose certificates; `slots` in the words of the features."""

    device: DeviceType
    slots: str
    owner: str


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happens: `said` as it happens, the rest as it is told once it is history.

    A history sentence that is empty cannot be told, and the event stays an event. `sender` sent a request to `target`,
    if anybody did.
    """

    what: What
    said: tuple[Sentence, ...]
    if_accepted: str = ""
    if_refused: str = ""
    always: str = ""
    sender: str = ""
    target: DeviceType | None = None
    placing: Placing | None = None

    @property
    def begins_before(self) -> bool:
        """Whether it begins with something given, which no event may come before."""
        return self.said[0][0] == "given"

    def history(self, outcome: Outcome | None) -> str:
        """The sentence by which it is told afterwards; empty where there is none."""
        match outcome:
            case Accepted():
                return self.if_accepted or self.always
            case Refused():
                return self.if_refused or self.always
            case _:
                return self.always


@dataclass(frozen=True, slots=True)
class Installed:
    """A device, the operator that it is registered to, and the holder of its Network Operator slots."""

    device: DeviceType
    registered: str
    holder: str


@dataclass(frozen=True, slots=True)
class Opening:
    """What is given, and what there is in the home."""

    given: tuple[str, ...]
    home: tuple[Installed, ...]

    @property
    def devices(self) -> tuple[DeviceType, ...]:
        """Every device, in the order in which they are put in place."""
        return tuple(one.device for one in self.home)
