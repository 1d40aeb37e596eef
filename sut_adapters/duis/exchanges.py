"""One Service Request on the wire: numbered, signed, posted, acknowledged, and waited for."""

from contextlib import nullcontext
from dataclasses import replace

from rulebook.vocabulary import Outcome, ServiceRequest
from sut_adapters.duis.answers import TurnedAway, read_answer, turned_away
from sut_adapters.duis.client import Service
from sut_adapters.duis.counters import counter_taken
from sut_adapters.duis.evidence import Way
from sut_adapters.duis.exchange import Draft, Exchange, Written, as_sent
from sut_adapters.duis.gbcs import signed_pre_command
from sut_adapters.duis.identities import Party
from sut_adapters.duis.outcomes import Asked, at_once
from sut_adapters.duis.requests import RequestToSend, encode_request
from sut_adapters.duis.responses import Message, PreCommand
from sut_adapters.duis.routes import NON_DEVICE, SIGNED_PRE_COMMAND, Route, is_critical, route
from sut_adapters.duis.signing import sign
from sut_adapters.duis.translation import translated
from sut_adapters.duis.waiting import Waiting
from sut_adapters.duis.wire import Wire
from sut_adapters.trouble import NotExercised


class Exchanges:
    """Safe to use from several threads: requests of one User ID are posted one at a time, and waited for together."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire
        self._waiting = Waiting(wire.correlation, wire.silence, wire.profile.dsp.window_s)
        self._last_counter: dict[str, int] = {}

    def begin(self, request: ServiceRequest, *, putting_back: bool = False) -> Exchange:
        """Post a good request; returns with the acknowledgement, or with the outcome where there is none.

        `putting_back` is for what restores a device, also in quiet hours. Raises NotExercised for what the profile
        cannot send, Unreachable and Misunderstood for trouble on the way.
        """
        self._wire.limits.before_request(putting_back=putting_back)
        sender = self._wire.identities.party(request.sender)
        draft = Draft(request, sender, self._good(request, sender), self._route(request))
        exchange = self._posted(draft)
        if exchange.turned_away:
            self._wire.correlation.forget(exchange.expectation)
            raise turned_away(self._wire.client.url(draft.route.service), exchange.turned_away)
        return exchange

    def begin_spoilt(self, request: ServiceRequest, written: Written, service: Service) -> Exchange:
        """Post whatever octets `written` makes of the request, to its own service or another."""
        self._wire.limits.before_request()
        sent_to = Route(service, self._route(request).command_variant)
        return self._posted(Draft(request, self._wire.identities.party(request.sender), written, sent_to, spoilt=True))

    def conclude(self, exchange: Exchange) -> Outcome:
        """The end of a request, waited for where it is not there yet; Silent where nothing came."""
        try:
            if exchange.outcome is None:
                exchange.outcome = self._waiting.end(exchange.expectation, exchange.asked)
        finally:
            self._wire.correlation.forget(exchange.expectation)
        return exchange.outcome

    def last_counter(self, party: str) -> int:
        """The last originator counter that this party used here; 0 before its first request."""
        return self._last_counter.get(party, 0)

    def service_of(self, request: ServiceRequest) -> Service:
        """The web service that a request goes to."""
        return self._route(request).service

    def _posted(self, draft: Draft) -> Exchange:
        request, sender = draft.request, draft.sender
        repeated = self._last_counter.get(sender.name) if request.repeats_counter else None
        if request.repeats_counter and repeated is None:
            raise NotExercised(f"{sender.name} has sent nothing in this run whose originator counter could be repeated")
        uncounted = self._translated(draft)
        taken = counter_taken(self._wire.profile.counters, sender.user_id, sender.first_counter)
        with nullcontext(repeated) if repeated else taken as counter:
            self._last_counter[sender.name] = counter
            ready = replace(uncounted, counter=counter)
            return self._acknowledged(draft, ready, draft.written(ready))

    def _acknowledged(self, draft: Draft, ready: RequestToSend, document: bytes) -> Exchange:
        asked = self._asked(draft.request, ready)
        if draft.spoilt:
            asked = as_sent(asked, document)
        user_id, correlation = draft.sender.user_id, self._wire.correlation
        expected = correlation.expect(asked.request_id, user_id, asked.device, self._wire.now())
        exchange = Exchange(draft.request, asked, expected)
        try:
            answer = self._answer(user_id, document, draft.route.service)
            if isinstance(answer, Message) and isinstance(answer.body, PreCommand):
                signed = self._signed_pre_command(draft, ready, answer.body)
                answer = self._answer(user_id, signed, Service.SEND_COMMAND)
            if isinstance(answer, TurnedAway):
                exchange.turned_away = answer
            else:
                exchange.at_once, exchange.outcome = answer, at_once(answer, asked)
        except BaseException:  # whatever it is: nothing is expected any more
            correlation.forget(expected)
            raise
        return exchange

    def _answer(self, user_id: str, document: bytes, service: Service) -> Message | TurnedAway:
        wire, url = self._wire, self._wire.client.url(service)
        wire.evidence.keep(Way.SENT, user_id, url, document)
        reply = wire.client.post(service, document)
        wire.evidence.keep(Way.ANSWERED, user_id, reply.words, reply.body)
        return read_answer(url, reply, wire.reception.answered(user_id, reply.body, wire.now()))

    def _good(self, request: ServiceRequest, sender: Party) -> Written:
        signer = sender.signer_for(critical=is_critical(request), issue=request.signing_issue)

        def written(ready: RequestToSend) -> bytes:
            document = sign(encode_request(ready), signer)
            self._wire.reception.checked(sender.user_id, document)
            return document

        return written

    def _signed_pre_command(self, draft: Draft, ready: RequestToSend, answer: PreCommand) -> bytes:
        signer = draft.sender.signer_for(critical=True, issue=draft.request.signing_issue)
        signed = signed_pre_command(answer.payload, signer)
        outer = replace(ready, command_variant=SIGNED_PRE_COMMAND, signed_pre_command=signed)
        return sign(encode_request(outer), draft.sender.signer_for(critical=False, issue=1))

    def _translated(self, draft: Draft) -> RequestToSend:
        return translated(
            draft.request,
            counter=0,
            command_variant=draft.route.command_variant,
            identities=self._wire.identities,
            devices=self._wire.devices,
            now=self._wire.now(),
            dsp_id=self._wire.profile.dsp.id,
        )

    def _asked(self, request: ServiceRequest, ready: RequestToSend) -> Asked:
        known = self._wire.devices.get(request.target)
        return Asked(
            request_id=ready.request_id,
            user_id=ready.originator,
            device=ready.target.upper(),
            counter=ready.counter,
            variant=request.variant,
            serving=known.s1sp if known else None,
            non_device=request.variant in NON_DEVICE,
            future_dated=request.future_dated,
        )

    def _route(self, request: ServiceRequest) -> Route:
        known = self._wire.devices.get(request.target)
        return route(request, known.generation if known else None)
