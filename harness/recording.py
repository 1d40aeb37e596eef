"""Stands between the steps and the system, and keeps what was asked and answered. Changes neither."""

from collections.abc import Callable
from dataclasses import dataclass, field

from harness.mail import Mailbag
from rulebook.vocabulary import Certificate, Generation, Outcome, ServiceRequest, Tampering, UserRole, describe
from sut_adapters.port import DeviceSpec, Estate, MessageEndpoint, RequestsInFlight, S1spGateway, UserGateway
from sut_adapters.terms import KeptMessage


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request, its end, and the generation of the device that it went to, where the suite placed the device.

    `tampering` is how the message was spoilt on purpose, if it was; `step` the index of the step that asked.
    """

    request: ServiceRequest
    outcome: Outcome
    generation: Generation | None
    tampering: Tampering | None = None
    step: int = 0
    messages: tuple[KeptMessage, ...] = ()

    @property
    def words(self) -> tuple[str, str]:
        """The request and the outcome, one line each, for people."""
        spoilt = f", with {self.tampering}" if self.tampering else ""
        return describe_request(self.request) + spoilt, describe(self.outcome)


@dataclass(frozen=True, slots=True)
class Aside:
    """Messages of a step that belong to no exchange: the suite set the scene, looked, or got no end."""

    step: int
    messages: tuple[KeptMessage, ...]

    @property
    def words(self) -> tuple[str, str]:
        """As those of an exchange."""
        return "beside the request: setting the scene or looking", f"messages: {len(self.messages)}"


@dataclass(frozen=True, slots=True)
class Deed:
    """What was done without any message: a one-off update that was run, devices that were counted."""

    step: int
    words: tuple[str, str]
    messages: tuple[KeptMessage, ...] = ()


@dataclass(slots=True)
class Tape:
    """What one scenario exchanged with the system. `before_each` is called before every request goes out.

    `step` is the index of the step that is being played.
    """

    before_each: Callable[[], None] = lambda: None
    everything: list[Exchange | Aside | Deed] = field(default_factory=list)
    generations: dict[str, Generation] = field(default_factory=dict)
    mail: Mailbag = field(default_factory=Mailbag)
    step: int = 0

    def about_to_ask(self) -> None:
        """What came before a request is not part of its exchange."""
        self.before_each()
        self.set_aside()

    def keep(self, request: ServiceRequest, outcome: Outcome, tampering: Tampering | None = None) -> Outcome:
        """Record an exchange, and hand its outcome on."""
        generation = self.generations.get(request.target)
        self.everything.append(Exchange(request, outcome, generation, tampering, self.step, self.mail.take()))
        return outcome

    def note(self, asked: str, came_to: str) -> None:
        """Record what was done without any message."""
        self.everything.append(Deed(self.step, (asked, came_to)))

    def set_aside(self) -> None:
        """Keep the messages that have come since the last exchange."""
        if messages := self.mail.take():
            self.everything.append(Aside(self.step, messages))

    @property
    def exchanges(self) -> tuple[Exchange, ...]:
        """What was asked, without what lay beside it."""
        return tuple(one for one in self.everything if isinstance(one, Exchange))


@dataclass(frozen=True, slots=True)
class RecordedUserGateway:
    """A UserGateway on tape."""

    gateway: UserGateway
    tape: Tape

    def send(self, request: ServiceRequest) -> Outcome:
        self.tape.about_to_ask()
        return self.tape.keep(request, self.gateway.send(request))

    def settled(self) -> bool:
        return self.gateway.settled()


@dataclass(frozen=True, slots=True)
class RecordedS1spGateway:
    """An S1spGateway on tape."""

    gateway: S1spGateway
    tape: Tape

    def hand_over(self, request: ServiceRequest) -> Outcome:
        self.tape.about_to_ask()
        return self.tape.keep(request, self.gateway.hand_over(request))


@dataclass(frozen=True, slots=True)
class RecordedMessageEndpoint:
    """A MessageEndpoint on tape."""

    endpoint: MessageEndpoint
    tape: Tape

    def post(self, request: ServiceRequest, tampering: Tampering | None = None) -> Outcome:
        self.tape.about_to_ask()
        return self.tape.keep(request, self.endpoint.post(request, tampering), tampering)


@dataclass(frozen=True, slots=True)
class RecordedRequestsInFlight:
    """RequestsInFlight on tape; a request is recorded when it ends."""

    requests: RequestsInFlight
    tape: Tape
    submitted: dict[str, ServiceRequest] = field(default_factory=dict)

    def submit(self, request: ServiceRequest) -> str:
        self.tape.about_to_ask()
        ticket = self.requests.submit(request)
        self.submitted[ticket] = request
        return ticket

    def outcome(self, ticket: str) -> Outcome:
        return self.tape.keep(self.submitted[ticket], self.requests.outcome(ticket))


@dataclass(frozen=True, slots=True)
class RecordedEstate:
    """An Estate on tape, so that an exchange can say what kind of device it was about."""

    estate: Estate
    tape: Tape

    def place(self, spec: DeviceSpec) -> str:
        device = self.estate.place(spec)
        self.tape.generations[device] = spec.generation
        return device

    def register(self, device: str, role: UserRole, party: str) -> None:
        self.estate.register(device, role, party)


def describe_request(request: ServiceRequest) -> str:
    """`Southfell sends SRV 6.15.1 (NetworkOperator) to ESME-1, placing Northmoor's digital signing certificate`."""
    role = f" ({request.role})" if request.role else ""
    placing = ", placing " + " and ".join(map(_described, request.certificates)) if request.certificates else ""
    extras = [
        f", about {request.other_device}" if request.other_device else "",
        ", future-dated" if request.future_dated else "",
        f", with floor sequence number {request.floor}" if request.floor is not None else "",
        f", under Command Variant {request.command_variant}" if request.command_variant is not None else "",
        ", under the same originator counter" if request.repeats_counter else "",
    ]
    return f"{request.sender} sends SRV {request.variant}{role} to {request.target}{placing}{''.join(extras)}"


def _described(certificate: Certificate) -> str:
    issue = f" (issue {certificate.issue})" if certificate.issue > 1 else ""
    return f"{certificate.owner}'s {certificate.use} certificate{issue}"
