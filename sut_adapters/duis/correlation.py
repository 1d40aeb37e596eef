"""Which request a pushed message belongs to: by RequestID, or by device and time where an S1SP Alert has none.

What belongs to nobody here is left alone: another tester may share the User ID.
"""

import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256

from sut_adapters.duis.eui import normalised
from sut_adapters.duis.reception import Received, Rejected, about_request
from sut_adapters.duis.responses import S1spAlert


@dataclass(eq=False, slots=True)
class Expectation:
    """A request that was sent and has not come to its end. Only `Correlation` changes it.

    `received` is what is to be believed about it, oldest first; `rejected` what claimed to be and is not.
    """

    request_id: str
    user_id: str
    device: str
    sent: datetime
    received: list[Received] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Delivery:
    """A valid message with the User ID in whose inbox it was."""

    user_id: str
    received: Received


class Correlation:
    """Safe to use from several threads. `clock_skew` is how far the DSP's clock may be behind ours."""

    def __init__(self, clock_skew: timedelta) -> None:
        self._clock_skew = clock_skew
        self._news = threading.Condition()
        self._open: dict[str, Expectation] = {}
        self._used: dict[str, set[bytes]] = {}
        self._nameless: list[Delivery] = []
        self._delivered: list[Delivery] = []
        self._rejected: list[Rejected] = []
        self._latest = time.monotonic()

    def begin(self) -> None:
        """Forget what was delivered before a scenario; what is still expected stays so."""
        with self._news:
            self._delivered.clear()
            self._nameless.clear()
            self._rejected.clear()

    def expect(self, request_id: str, user_id: str, device: str, sent: datetime) -> Expectation:
        """To be called before the request goes out: an answer may come before its acknowledgement."""
        expectation = Expectation(request_id.upper(), user_id, normalised(device), sent)
        with self._news:
            self._used.setdefault(expectation.request_id, set())
            self._open[expectation.request_id] = expectation
            self._noted()
        return expectation

    def forget(self, expectation: Expectation) -> None:
        """The request has come to its end: what still comes about it belongs to nobody."""
        with self._news:
            if self._open.get(expectation.request_id) is expectation:
                del self._open[expectation.request_id]
            self._noted()

    def deliver(self, user_id: str, received: Received) -> None:
        """A valid message from an inbox."""
        with self._news:
            self._delivered.append(Delivery(user_id, received))
            request_id = about_request(received.message)
            if request_id is not None:
                self._add(self._open.get(request_id), user_id, received)
            elif isinstance(received.message.body, S1spAlert):
                self._nameless.append(Delivery(user_id, received))
            self._noted()

    def reject(self, rejected: Rejected) -> None:
        """A message from an inbox that is not to be believed."""
        with self._news:
            self._rejected.append(rejected)
            expectation = self._open.get(rejected.request_id or "")
            if expectation is not None:
                expectation.rejected.append(rejected)
            self._noted()

    def wait(self, expectation: Expectation, seen: int, seconds: float) -> tuple[Received, ...]:
        """Everything about a request, as soon as it is more than `seen` messages, else after so many seconds."""
        with self._news:
            self._news.wait_for(lambda: self._count(expectation) > seen, timeout=max(seconds, 0))
            return tuple(expectation.received)

    def rivals(self, expectation: Expectation) -> int:
        """How many open requests a nameless S1SP Alert may belong to that may belong to this one; 0 where none came."""
        with self._news:
            return max((len(self._candidates(alert)) for alert in self._fitting(expectation)), default=0)

    def wait_for_news(self, seconds: float) -> None:
        """Until anything is sent, delivered or ended, or so many seconds have passed."""
        with self._news:
            before = self._latest
            self._news.wait_for(lambda: self._latest != before, timeout=seconds)

    @property
    def quiet_since(self) -> float:
        """When the latest thing was sent, delivered or ended, on the clock that never goes back."""
        with self._news:
            return self._latest

    @property
    def pending(self) -> int:
        """How many requests have not come to their end."""
        with self._news:
            return len(self._open)

    @property
    def delivered(self) -> tuple[Delivery, ...]:
        """Every valid message since the scenario began, oldest first."""
        with self._news:
            return tuple(self._delivered)

    @property
    def rejected(self) -> tuple[Rejected, ...]:
        """Every message since the scenario began that was turned away."""
        with self._news:
            return tuple(self._rejected)

    def is_ours(self, request_id: str) -> bool:
        """Whether a request of that id was ever sent from here."""
        with self._news:
            return request_id.upper() in self._used

    def _noted(self) -> None:
        self._latest = time.monotonic()
        self._news.notify_all()

    def _count(self, expectation: Expectation) -> int:
        for alert in list(self._fitting(expectation)):
            if len(self._candidates(alert)) == 1:
                self._nameless.remove(alert)
                self._add(expectation, alert.user_id, alert.received)
        return len(expectation.received)

    def _add(self, expectation: Expectation | None, user_id: str, received: Received) -> None:
        """Each message once, also where a request was repeated under the same counter."""
        digest = sha256(received.document).digest()
        if expectation is None or expectation.user_id != user_id or digest in self._used[expectation.request_id]:
            return
        self._used[expectation.request_id].add(digest)
        expectation.received.append(received)

    def _fitting(self, expectation: Expectation) -> Iterator[Delivery]:
        return (alert for alert in self._nameless if self._fits(alert, expectation))

    def _candidates(self, alert: Delivery) -> list[Expectation]:
        return [expectation for expectation in self._open.values() if self._fits(alert, expectation)]

    def _fits(self, alert: Delivery, expectation: Expectation) -> bool:
        body = alert.received.message.body
        if not isinstance(body, S1spAlert) or body.device is None or alert.user_id != expectation.user_id:
            return False
        return normalised(body.device) == expectation.device and body.at >= expectation.sent - self._clock_skew
