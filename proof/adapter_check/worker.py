"""A thread in which an adapter lives: everything is called there, and nobody has to wait for ever."""

import threading
from collections.abc import Callable
from queue import SimpleQueue

Patience = Callable[[threading.Event], bool]
"""Waits until the event is set, as long as it likes; says whether it was."""


class Call:
    """One call: what it gave, or what it raised. `done` is set when it is one or the other."""

    def __init__(self, function: Callable[[], object]) -> None:
        self._function = function
        self.done = threading.Event()
        self.value: object = None
        self.raised: BaseException | None = None

    def run(self) -> None:
        try:
            self.value = self._function()
        except BaseException as error:
            self.raised = error
        self.done.set()


class Worker:
    """One daemon thread, so that an adapter may keep what belongs to a thread, and may be abandoned in it."""

    def __init__(self, patience: Patience) -> None:
        self._patience = patience
        self._calls: SimpleQueue[Call | None] = SimpleQueue()
        threading.Thread(target=self._work, name="adapter", daemon=True).start()

    def call(self, function: Callable[[], object]) -> Call | None:
        """The call, done; None where patience ended first."""
        call = Call(function)
        self._calls.put(call)
        return call if self._patience(call.done) else None

    def stop(self) -> None:
        """The thread ends once it has come back from the last call."""
        self._calls.put(None)

    def _work(self) -> None:
        while (call := self._calls.get()) is not None:
            call.run()
