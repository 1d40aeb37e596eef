"""The DSP that the suite plays for an S1SP under test: its own checks in memory, the rest handed over to the S1SP.

Offers UserGateway, RequestsInFlight, and of AlertInbox the S1SP Alerts: a device's own alerts do not come this way.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count

from rulebook.vocabulary import Component, Outcome, Quarantined, Refused, ServiceRequest
from sut_adapters.duis.alerts import DEVICE_ALERT, S1SP_ALERT
from sut_adapters.duis.mirror import Mirror
from sut_adapters.duis.routes import NON_DEVICE
from sut_adapters.port import Alert, NotExercised


@dataclass
class PlayedDsp:
    """`onward` brings a request that the DSP lets through to its end at the S1SP under test."""

    mirror: Mirror
    onward: Callable[[ServiceRequest], Outcome]
    has_an_s1sp: Callable[[str], bool]
    alerts: list[Alert] = field(default_factory=list)
    waiting: dict[str, tuple[ServiceRequest, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._tickets = count(1)

    def begin(self, scenario: str, seed: int) -> None:
        """ScenarioScope."""
        self.alerts.clear()
        self.waiting.clear()

    def end(self) -> None:
        """ScenarioScope."""

    def send(self, request: ServiceRequest) -> Outcome:
        """UserGateway."""
        return self.outcome(self.submit(request))

    def settled(self) -> bool:
        """UserGateway: nothing is under way between two calls but what was submitted."""
        return not self.waiting

    def submit(self, request: ServiceRequest) -> str:
        """RequestsInFlight: the DSP has judged it, and the S1SP has not seen it yet."""
        ticket = str(next(self._tickets))
        self.waiting[ticket] = (request, self.mirror.counterpart.submit(self.mirror.mirrored(request)))
        return ticket

    def outcome(self, ticket: str) -> Outcome:
        """RequestsInFlight."""
        request, played = self.waiting.pop(ticket)
        by_the_rest = self.mirror.counterpart.outcome(played)
        if _is_the_dsps(by_the_rest) or request.variant in NON_DEVICE or not self.has_an_s1sp(request.target):
            return by_the_rest
        outcome = self.onward(request)
        if isinstance(outcome, Refused):
            self.alerts.append(Alert(S1SP_ALERT, request.sender, request.target, outcome.code))
        return outcome

    def received_by(self, party: str) -> tuple[Alert, ...]:
        """AlertInbox."""
        return tuple(alert for alert in self.alerts if alert.recipient == party)

    def recipients(self, kind: str, device: str) -> tuple[str, ...]:
        """AlertInbox; NotExercised for a device's own alerts. The DSP that the suite plays notifies nobody."""
        if kind == DEVICE_ALERT:
            raise NotExercised("the suite plays the DSP, and no device's alerts come to it")
        return tuple(alert.recipient for alert in self.alerts if (alert.kind, alert.device) == (kind, device))


def _is_the_dsps(outcome: Outcome) -> bool:
    """Whether the DSP did not let the request through."""
    return isinstance(outcome, Quarantined) or (isinstance(outcome, Refused) and outcome.by is Component.DSP)
