"""The reference model behind every port: names of the cast outside, Entity Identifiers inside."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from rulebook import model
from rulebook.model import RIGHT, Build, Message, Transition, World
from rulebook.vocabulary import (
    S1SPS,
    SECMP0107,
    Certificate,
    Component,
    Outcome,
    Release,
    Rulings,
    ServiceRequest,
    Slot,
    Tampering,
    UserRole,
)
from sut_adapters.cast import CAST, OPERATOR_OF
from sut_adapters.port import UNKNOWN_DEVICE, Alert, AuditEntry, Circumstance, DeviceSpec
from sut_adapters.reference.circumstances import Subject, arranged
from sut_adapters.reference.placing import device_of, identified, placed, registered
from sut_adapters.terms import KeptMessage
from sut_adapters.test_data import seeded

if TYPE_CHECKING:
    from sut_adapters.reference.message_endpoint import InProcessEndpoint
    from sut_adapters.simulator.scrutiny import Scrutiny

NOON = datetime(2022, 11, 3, 12, tzinfo=UTC)
"""The reference's own present, so that effective dates fall alike on every day of a run."""


class ReferenceModel:
    """Offers every port. Knows at once when it has settled: it does nothing between two calls."""

    def __init__(
        self,
        rulings: Rulings,
        build: Build = RIGHT,
        schemas: Path | None = None,
        scrutiny: "Callable[[], Scrutiny] | None" = None,
    ) -> None:
        """`schemas` is a folder with the DUIS schemas, by default the one that MP107_DUIS_DIR names.

        `build` is how it goes by the law and `scrutiny` gives how it looks at messages: rightly, unless it is faulty.
        """
        self._rulings = rulings
        self._build = build
        self._schemas = schemas
        self._scrutiny = scrutiny
        self._release = SECMP0107
        self.begin("", 0)

    def begin(self, scenario: str, seed: int) -> None:
        """A world with the cast in it and no device; `seed` decides every identifier and certificate."""
        self._fake, self._seed = seeded(seed), seed
        self._user_ids = {name: self._fake.eui64() for name in CAST}
        self._names = {user_id: name for name, user_id in self._user_ids.items()}
        self._s1sp = S1SPS[self._fake.random_int(0, len(S1SPS) - 1)]
        users = (
            model.User(user_id, OPERATOR_OF.get(name, name), CAST[name]) for name, user_id in self._user_ids.items()
        )
        self._world = World(NOON, {user.user_id: user for user in users}, devices={})
        self._messages: tuple[Message, ...] = ()
        self._trail: tuple[model.Finding, ...] = ()
        self._in_flight: dict[str, tuple[ServiceRequest, Outcome | None]] = {}
        self._tickets = count(1)
        self._endpoint: InProcessEndpoint | None = None

    def end(self) -> None:
        """Nothing outlives a scenario but the state of release, as in a shared environment."""

    def send(self, request: ServiceRequest) -> Outcome:
        """UserGateway."""
        sent = self._identified(request)
        return self._end(model.receive(self._world, sent, self._release, self._rulings, self._build))

    def settled(self) -> bool:
        """UserGateway."""
        return not any(outcome is None for _, outcome in self._in_flight.values())

    def submit(self, request: ServiceRequest) -> str:
        """RequestsInFlight."""
        sent = self._identified(request)
        acknowledged = model.acknowledge(self._world, sent, self._release, self._rulings, self._build)
        self._world, self._trail = acknowledged.world, acknowledged.trail
        ticket = str(next(self._tickets))
        self._in_flight[ticket] = (sent, acknowledged.outcome)
        return ticket

    def outcome(self, ticket: str) -> Outcome:
        """RequestsInFlight."""
        request, outcome = self._in_flight.pop(ticket)
        if outcome is not None:
            return outcome
        return self._end(model.conclude(self._world, request, self._release, self._rulings, self._build))

    def hand_over(self, request: ServiceRequest) -> Outcome:
        """S1spGateway."""
        sent = self._identified(request)
        world = model.counted(self._world, sent)
        return self._end(model.hand_over(world, sent, self._release, self._rulings, self._build))

    def post(self, request: ServiceRequest, tampering: Tampering | None = None) -> Outcome:
        """MessageEndpoint. Nobody who posts no message pays for certificates and signatures."""
        from sut_adapters.reference.message_endpoint import InProcessEndpoint

        if self._endpoint is None:
            scrutiny = self._scrutiny and self._scrutiny()
            given = (self._user_ids, self._schemas, self._world.now, self._build, scrutiny, self._seed)
            self._endpoint = InProcessEndpoint(*given)
        named = replace(request, target=self._target(request))
        return self._end(self._endpoint.post(self._world, named, tampering, self._release, self._rulings))

    def place(self, spec: DeviceSpec) -> str:
        """Estate."""
        device = device_of(spec, self._world, self._fake, self._s1sp)
        self._world = placed(spec, device, self._world, self._rulings, self._user_ids)
        return device.device_id

    def register(self, device: str, role: UserRole, party: str) -> None:
        """Estate."""
        self._world = registered(role, party, device, self._world, self._rulings, self._user_ids)

    def arrange(self, circumstance: Circumstance, *, party: str = "", device: str = "") -> None:
        """Circumstances."""
        user = self._world.users[self._user_ids[party]]
        self._world = arranged(self._world, circumstance, Subject(user, device))

    def slots(self, device: str) -> Mapping[Slot, Certificate | None]:
        """SlotInspection."""
        return {slot: self._named(stored) for slot, stored in self._world.slots[device].items()}

    def served_by(self, device: str) -> Component:
        """SlotInspection."""
        return self._world.devices[device].s1sp or Component.DEVICE

    def release(self) -> Release:
        """ReleaseControl."""
        return self._release

    def switch(self, release: Release) -> None:
        """ReleaseControl."""
        self._release = release

    def restart(self, component: Component) -> None:
        """Restartable: whatever it knows, it has kept."""

    def received_by(self, party: str) -> tuple[Alert, ...]:
        """AlertInbox."""
        return tuple(alert for alert in self._alerts() if alert.recipient == party)

    def recipients(self, kind: str, device: str) -> tuple[str, ...]:
        """AlertInbox."""
        return tuple(alert.recipient for alert in self._alerts() if (alert.kind, alert.device) == (kind, device))

    def raise_alert(self, device: str) -> None:
        """AlertTrigger."""
        self._messages += self._build.device_alert(self._world, device, self._rulings)

    def last_decisions(self) -> tuple[AuditEntry, ...]:
        """AuditTrail."""
        return tuple(AuditEntry(found.component, found.citation, found.holds, found.because) for found in self._trail)

    def messages(self) -> Sequence[KeptMessage]:
        """MessageEvidence: those of its MessageEndpoint; the model itself writes none."""
        return tuple(self._endpoint.messages) if self._endpoint else ()

    def _end(self, transition: Transition) -> Outcome:
        self._world, self._trail = transition.world, transition.trail
        self._messages += transition.messages
        return transition.outcome

    def _alerts(self) -> tuple[Alert, ...]:
        return tuple(
            Alert(message.kind, self._names[message.recipient], message.device, message.code)
            for message in self._messages
        )

    def _identified(self, request: ServiceRequest) -> ServiceRequest:
        placed = (identified(certificate, self._user_ids) for certificate in request.certificates)
        return replace(
            request,
            sender=self._user_ids[request.sender],
            target=self._target(request),
            certificates=tuple(certificate for certificate in placed if certificate is not None),
        )

    def _target(self, request: ServiceRequest) -> str:
        return self._fake.eui64() if request.target == UNKNOWN_DEVICE else request.target

    def _named(self, certificate: Certificate | None) -> Certificate | None:
        return certificate and replace(certificate, owner=self._names[certificate.owner])
