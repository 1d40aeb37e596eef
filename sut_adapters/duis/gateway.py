"""The port UserGateway: the DSP as a DCC User meets it, over signed DUIS."""

from itertools import count

from rulebook.vocabulary import Component, Failed, FailureKind, Outcome, Quarantined, Refused, ServiceRequest, Silent
from sut_adapters.duis.exchange import Exchange
from sut_adapters.duis.exchanges import Exchanges
from sut_adapters.duis.routes import CHANGES_NOTHING
from sut_adapters.duis.wire import Wire
from sut_adapters.trouble import Inconclusive, NotExercised, Phase, Unreachable


class Gateway:
    """Safe to use from several threads. `last_request_id` is that of the request which ended last; empty before one."""

    def __init__(self, wire: Wire, exchanges: Exchanges) -> None:
        self._wire, self._exchanges = wire, exchanges
        self._in_flight: dict[str, Exchange] = {}
        self._tickets = count(1)
        self.last_request_id = ""

    def settled(self) -> bool:
        """UserGateway."""
        if self._wire.silence.settled is not None:
            return self._wire.silence.has_settled()
        return self._wire.correlation.pending == 0

    def dispatch(self, request: ServiceRequest) -> str:
        """Send, and give a ticket instead of waiting. Nothing here holds the request back meanwhile."""
        self._prove_life(request)
        ticket = str(next(self._tickets))
        self._in_flight[ticket] = self._exchanges.begin(request)
        return ticket

    def collect(self, ticket: str) -> Outcome:
        """The end of a request that was dispatched."""
        return self._ended(self._in_flight.pop(ticket))

    def send(self, request: ServiceRequest) -> Outcome:
        """UserGateway.

        A request that changes nothing is sent once more, under another counter, where nobody knows what became of it.
        """
        self._prove_life(request)
        try:
            return self._ended(self._exchanges.begin(request))
        except Unreachable as trouble:
            known_not_to_have_left = trouble.phase not in (Phase.SEND, Phase.WAIT)
            if request.variant not in CHANGES_NOTHING or request.repeats_counter or known_not_to_have_left:
                raise
            return self._ended(self._exchanges.begin(request))

    def _ended(self, exchange: Exchange) -> Outcome:
        self.last_request_id = exchange.asked.request_id
        outcome = self._exchanges.conclude(exchange)
        serving, sender = exchange.asked.serving, exchange.request.sender
        if outcome == Silent(proved=False) and serving is not None:
            outcome = Silent(proved=self._lives_before_and_after(sender, serving))
        elif serving is not None and _shows_life(outcome, serving):
            self._wire.silence.note_answer(sender, serving)
        return outcome

    def _prove_life(self, request: ServiceRequest) -> None:
        """The exchange before: without it, later silence would say nothing."""
        known = self._wire.devices.get(request.target)
        serving = known.s1sp if known else None
        liveness = self._wire.silence.needs_proof(request.sender, serving)
        if liveness is not None and serving is not None:
            self._answers(liveness, serving)

    def _lives_before_and_after(self, sender: str, serving: Component) -> bool:
        if not self._wire.silence.was_alive(sender, serving):
            return False
        liveness = self._wire.silence.liveness_request(sender, serving)
        return liveness is not None and self._answers(liveness, serving)

    def _answers(self, liveness: ServiceRequest, serving: Component) -> bool:
        try:
            alive = _shows_life(self._exchanges.conclude(self._exchanges.begin(liveness)), serving)
        except (Inconclusive, NotExercised):
            return False
        if alive:
            self._wire.silence.note_answer(liveness.sender, serving)
        return alive


def _shows_life(outcome: Outcome, serving: Component) -> bool:
    """Whether the S1SP itself has answered."""
    match outcome:
        case Refused(by=by):
            return by is serving
        case Silent() | Quarantined() | Failed(kind=FailureKind.COMMUNICATION):
            return False
        case _:
            return True
