"""Adapters that take their time, and the clocks of a test: no time passes in one."""

import threading
from queue import SimpleQueue

from rulebook.vocabulary import (
    Outcome,
    ServiceRequest,
)
from tests.check_adapter.fakes import Right


class Clock:
    """Seconds that pass only when somebody says so."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Slow(Right):
    """Takes half a minute of the clock for every request."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        super().__init__()

    def send(self, request: ServiceRequest) -> Outcome:
        self.clock.now += 30
        return super().send(request)


class Patience:
    """Waits as long as it takes, until somebody says that it will take for ever: no time passes in a test."""

    def __init__(self) -> None:
        self._waited_for: SimpleQueue[threading.Event] = SimpleQueue()
        self._lost: threading.Event | None = None
        self.over = threading.Event()

    def __call__(self, done: threading.Event) -> bool:
        self._waited_for.put(done)
        done.wait()
        return done is not self._lost

    def lose(self) -> None:
        """End the wait for the call that is running, and stay in it until the test is over."""
        done = self._waited_for.get()
        while done.is_set():
            done = self._waited_for.get()
        self._lost = done
        done.set()
        self.over.wait()


class Hangs(Right):
    """Never comes back from its second request."""

    def __init__(self, patience: Patience) -> None:
        self.patience, self.asked = patience, 0
        super().__init__()

    def send(self, request: ServiceRequest) -> Outcome:
        self.asked += 1
        if self.asked == 2:
            self.patience.lose()
        return super().send(request)
