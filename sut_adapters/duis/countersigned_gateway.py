"""The port S1spGateway: a Service Request handed to one S1SP as the DSP would, by an interface of our own.

docs/countersigned-service-request.md describes it; an adapter with the real one takes its place.
"""

import ssl
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass, field
from http import HTTPStatus

import httpx

from rulebook.vocabulary import Component, Outcome, ServiceRequest, Silent
from sut_adapters.duis.asking import Heard
from sut_adapters.duis.counters import counter_taken
from sut_adapters.duis.countersigned import Countersigned, encode_countersigned
from sut_adapters.duis.evidence import Way
from sut_adapters.duis.fault import quoted
from sut_adapters.duis.outcomes import Asked, ended
from sut_adapters.duis.profile_schema import DspTable
from sut_adapters.duis.reception import Received
from sut_adapters.duis.requests import RequestToSend, encode_request
from sut_adapters.duis.responses import S1spAlert
from sut_adapters.duis.routes import is_critical, route
from sut_adapters.duis.s1sp_ends import read_end
from sut_adapters.duis.signer import Signer
from sut_adapters.duis.signing import sign
from sut_adapters.duis.translation import translated
from sut_adapters.duis.wire import Wire
from sut_adapters.trouble import Misunderstood, NotExercised, Phase, Unreachable

MEND = "mend s1sp.url in the profile, or see the S1SP's own log"


def client_for(limits: DspTable, tls: ssl.SSLContext | None) -> httpx.Client:
    """Waits for the end of a request as long as for one by way of the DSP."""
    return httpx.Client(
        headers={"Content-Type": "application/xml"},
        timeout=httpx.Timeout(limits.window_s, connect=limits.connect_s),
        verify=tls or False,
        trust_env=False,
    )


@dataclass(frozen=True)
class CountersignedGateway:
    """`dsp` signs in the DSP's name. `addresses` says where each S1SP takes requests, `serving` who serves a device.

    `note` is told the RequestID of every request that a scenario hands over.
    """

    wire: Wire
    dsp: Signer
    addresses: Callable[[Component], str]
    serving: Callable[[str], Component]
    note: Callable[[str], None]
    client: httpx.Client
    last_counter: dict[str, int] = field(default_factory=dict)

    def hand_over(self, request: ServiceRequest) -> Outcome:
        """S1spGateway."""
        self.wire.limits.before_request()
        ready, document = self._prepared(request)
        self.last_counter[request.sender] = ready.counter
        self.note(ready.request_id)
        return self._ended(request, ready, document).outcome

    def ask(self, request: ServiceRequest) -> Heard:
        """The same for a request that is no scenario's, also in quiet hours."""
        self.wire.limits.before_request(putting_back=True)
        return self._ended(request, *self._prepared(request))

    def close(self) -> None:
        """Hang up."""
        self.client.close()

    def _ended(self, request: ServiceRequest, ready: RequestToSend, document: bytes) -> Heard:
        """The end, and the message that the User would have: it is the S1SP's, and nobody passed it on."""
        s1sp = self.serving(request.target)
        if not s1sp.is_s1sp:
            raise NotExercised(f"no S1SP serves {request.target}")
        received = read_end(self._answer(s1sp, ready, document), s1sp, self.wire.identities, self.wire.now())
        _must_be_about(received, ready)
        outcome = ended(received, _asked(request, ready, s1sp))
        return Heard(Silent(proved=True) if outcome is None else outcome, (received.message,))

    def _prepared(self, request: ServiceRequest) -> tuple[RequestToSend, bytes]:
        """The request as the User signs it."""
        profile, sender = self.wire.profile, self.wire.identities.party(request.sender)
        signer = sender.signer_for(critical=is_critical(request), issue=request.signing_issue)
        known = self.wire.devices.get(request.target)
        repeated = self._repeated(request)
        taken = counter_taken(profile.counters, sender.user_id, sender.first_counter)
        with nullcontext(repeated) if repeated is not None else taken as counter:
            ready = translated(
                request,
                counter=counter,
                command_variant=route(request, known.generation if known else None).command_variant,
                identities=self.wire.identities,
                devices=self.wire.devices,
                now=self.wire.now(),
            )
        return ready, sign(encode_request(ready), signer)

    def _repeated(self, request: ServiceRequest) -> int | None:
        """The originator counter of the sender's request before this one, where the request wants that."""
        if not request.repeats_counter:
            return None
        if request.sender not in self.last_counter:
            raise NotExercised(f"{request.sender} has handed over nothing whose originator counter could be repeated")
        return self.last_counter[request.sender]

    def _answer(self, s1sp: Component, ready: RequestToSend, document: bytes) -> bytes:
        countersigned = sign(encode_countersigned(Countersigned(s1sp, self.wire.now(), document)), self.dsp)
        url, keep = self.addresses(s1sp), self.wire.evidence.keep
        keep(Way.SENT, ready.originator, url, countersigned)
        try:
            response = self.client.post(url, content=countersigned)
        except httpx.TimeoutException as error:
            raise Unreachable(
                Phase.WAIT, f"{url} came to no end within {self.wire.profile.dsp.window_s:g} s; {MEND}"
            ) from error
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            said = " ".join(str(error).split()) or type(error).__name__
            raise Unreachable(Phase.SEND, f"{url} failed ({said}); {MEND}") from error
        keep(Way.ANSWERED, ready.originator, str(response.status_code), response.content)
        if response.status_code != HTTPStatus.OK:
            said = f"{url} answered {response.status_code} ({_first_line(response.text)})"
            raise Misunderstood(Phase.UNDERSTAND, f"{said}; {MEND}")
        return response.content


def _must_be_about(received: Received, ready: RequestToSend) -> None:
    """An S1SP Alert says which request or device it is about; a response is compared where its outcome is read."""
    body = received.message.body
    if not isinstance(body, S1spAlert):
        return
    about = (body.request_id or ready.request_id, (body.device or ready.target).upper())
    if about != (ready.request_id, ready.target.upper()):
        said = f"{ready.request_id} was answered with an S1SP Alert about {about[0]}, {about[1]}"
        raise Misunderstood(Phase.UNDERSTAND, f"{said}; {MEND}")


def _asked(request: ServiceRequest, ready: RequestToSend, s1sp: Component) -> Asked:
    return Asked(
        request_id=ready.request_id,
        user_id=ready.originator.upper(),
        device=ready.target.upper(),
        counter=ready.counter,
        variant=request.variant,
        serving=s1sp,
        future_dated=request.future_dated,
    )


def _first_line(text: str) -> str:
    return quoted((text.splitlines() or ["nothing said"])[0], 160)
