"""Requests that are the suite's own and no scenario's: to read what is there, to plant, to put back."""

from collections.abc import Callable
from dataclasses import dataclass

from rulebook.vocabulary import Outcome, ServiceRequest
from sut_adapters.duis.exchanges import Exchanges
from sut_adapters.duis.responses import Message


@dataclass(frozen=True, slots=True)
class Heard:
    """How a request ended, and every message that was an answer to it, oldest first."""

    outcome: Outcome
    messages: tuple[Message, ...]


Ask = Callable[[ServiceRequest], Heard]


def asking(exchanges: Exchanges, *, putting_back: bool = False) -> Ask:
    """Send a request and wait for its end. `putting_back` is for what restores a device, also in quiet hours."""

    def ask(request: ServiceRequest) -> Heard:
        exchange = exchanges.begin(request, putting_back=putting_back)
        outcome = exchanges.conclude(exchange)
        at_once = () if exchange.at_once is None else (exchange.at_once,)
        return Heard(outcome, (*at_once, *exchange.heard))

    return ask
