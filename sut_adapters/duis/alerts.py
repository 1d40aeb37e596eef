"""The port AlertInbox: every alert and notification that a User's Receive Response Service took."""

import time
from collections.abc import Iterator
from dataclasses import dataclass

from sut_adapters.duis.correlation import Delivery
from sut_adapters.duis.responses import CredentialsUpdated, DeviceAlert, Message, S1spAlert, Smets2DeviceAlert
from sut_adapters.duis.wire import Wire
from sut_adapters.port import Alert
from sut_adapters.trouble import NotExercised, Phase, Unreachable

S1SP_ALERT = "S1SP Alert"
DEVICE_ALERT = "Device Alert"
CREDENTIALS_UPDATED = "Security Credentials Updated"
LOOK_S = 0.05
"""How long to wait for news before the system is asked again whether it has settled."""


@dataclass(frozen=True, slots=True)
class Counted:
    """One alert, and how often it was raised: a throttled one repeats one that came before, and says how often."""

    alert: Alert
    times: int


class Alerts:
    """Complete as soon as the system says that it has settled, or nothing has come for the profile's `quiet_s`."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire

    def received_by(self, party: str) -> tuple[Alert, ...]:
        """AlertInbox."""
        if party not in self._wire.identities.parties:
            raise NotExercised(f"the profile has no party called {party}, and so no inbox of it")
        return tuple(counted.alert for counted in self.counted() if counted.alert.recipient == party)

    def recipients(self, kind: str, device: str) -> tuple[str, ...]:
        """AlertInbox."""
        alerts = (counted.alert for counted in self.counted())
        return tuple(alert.recipient for alert in alerts if (alert.kind, alert.device) == (kind, device))

    def counted(self) -> tuple[Counted, ...]:
        """Every alert about a request of ours or a device in play, each once, throttled ones with their number."""
        self.complete()
        found: dict[object, Counted] = {}
        for delivery, alert in self._read():
            message = delivery.received.message
            repeated = next((key for key, counted in found.items() if counted.alert == alert), None)
            if message.throttled and repeated is not None:
                found[repeated] = Counted(alert, found[repeated].times + 1 + message.throttled)
            else:
                found.setdefault(_identity(message, alert), Counted(alert, 1 + message.throttled))
        return tuple(found.values())

    def complete(self) -> None:
        """Wait until no alert is under way; Unreachable where the system does not come to rest."""
        dsp, correlation, silence = self._wire.profile.dsp, self._wire.correlation, self._wire.silence
        deadline = time.monotonic() + dsp.window_s
        while not silence.has_settled():
            now = time.monotonic()
            if silence.settled is None and now >= correlation.quiet_since + dsp.quiet_s:
                return
            if now >= deadline:
                reason = f"alerts were still under way after {dsp.window_s:g} s; give dsp.window_s longer"
                raise Unreachable(Phase.WAIT, reason)
            correlation.wait_for_news(LOOK_S if silence.settled else correlation.quiet_since + dsp.quiet_s - now)

    def _read(self) -> Iterator[tuple[Delivery, Alert]]:
        names, handle = self._wire.identities.names, self._wire.devices.handle
        documents: set[bytes] = set()
        for delivery in self._wire.correlation.delivered:
            found = _kind_device_code(delivery.received.message)
            if found is None or delivery.received.document in documents or self._anothers(delivery.received.message):
                continue
            documents.add(delivery.received.document)
            kind, device, code = found
            yield delivery, Alert(kind, names[delivery.user_id], handle(device), code)

    def _anothers(self, message: Message) -> bool:
        """Whether it reports on a request that another tester has sent."""
        body = message.body
        named = body.request_id if isinstance(body, S1spAlert) else None
        return named is not None and not self._wire.correlation.is_ours(named)


def _kind_device_code(message: Message) -> tuple[str, str, str] | None:
    match message.body:
        case S1spAlert(request_id=request_id, device=device, code=code):
            about = device or (request_id.split(":")[1] if request_id else "")
            return (S1SP_ALERT, about, code)
        case DeviceAlert(device=device, alert_code=code):
            return (DEVICE_ALERT, device, code)
        case Smets2DeviceAlert(alert_code=code) if message.header.response_id:
            return (DEVICE_ALERT, message.header.response_id.split(":")[0], code)
        case CredentialsUpdated(device=device):
            return (CREDENTIALS_UPDATED, device, "")
        case _:
            return None


def _identity(message: Message, alert: Alert) -> object:
    """What two deliveries of one alert have in common."""
    match message.body:
        case S1spAlert(request_id=request_id, at=at):
            return (alert, request_id or at)
        case DeviceAlert(counter=counter, at=at):
            return (alert, counter, at)
        case _:
            return (alert, message.header.response_id or message.header.at)
