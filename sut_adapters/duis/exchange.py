"""One Service Request on the wire, before it is posted and after."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from rulebook.vocabulary import Outcome, ServiceRequest, Variant
from sut_adapters.duis.answers import TurnedAway
from sut_adapters.duis.correlation import Expectation
from sut_adapters.duis.fault import MessageFault
from sut_adapters.duis.identities import Party
from sut_adapters.duis.outcomes import Asked
from sut_adapters.duis.request import read_request
from sut_adapters.duis.requests import RequestToSend
from sut_adapters.duis.responses import Message
from sut_adapters.duis.routes import Route

Written = Callable[[RequestToSend], bytes]
"""The octets of a request as they go out, signed."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A request before it has a counter; `spoilt` says that its octets may name another request than it is."""

    request: ServiceRequest
    sender: Party
    written: Written
    route: Route
    spoilt: bool = False


@dataclass(eq=False, slots=True)
class Exchange:
    """A request that has been posted. `outcome` is there at once where the DSP refused it, or answered itself.

    `at_once` is the answer on the connection; None where the message was turned away without a word of DUIS.
    """

    request: ServiceRequest
    asked: Asked
    expectation: Expectation
    at_once: Message | None = None
    outcome: Outcome | None = None
    turned_away: TurnedAway | None = None

    @property
    def heard(self) -> tuple[Message, ...]:
        """Everything that was pushed about it and is to be believed, oldest first."""
        return tuple(received.message for received in self.expectation.received)


def as_sent(asked: Asked, document: bytes) -> Asked:
    """By what the message names itself: an answer names the same, also where it was spoilt in its very name."""
    try:
        header = read_request(document, frozenset(Variant)).header
    except MessageFault:
        return asked
    request_id = f"{header.originator}:{header.target}:{header.counter}"
    return replace(
        asked, request_id=request_id, user_id=header.originator, device=header.target, counter=header.counter
    )
