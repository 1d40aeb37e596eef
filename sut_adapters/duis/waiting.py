"""Waiting for the end of a request: no longer than the system itself, or the window of the profile, lets it."""

import time
from collections.abc import Callable

from rulebook.vocabulary import Outcome, Scheduled, Silent
from sut_adapters.duis.correlation import Correlation, Expectation
from sut_adapters.duis.outcomes import Asked, end_of
from sut_adapters.duis.silence import Silence
from sut_adapters.trouble import Misunderstood, Phase

FIRST_LOOK_S = 0.1
LONGEST_LOOK_S = 2.0
"""How long to wait for news before the system is asked whether it has settled: at first, and at most."""


class Waiting:
    """`window_s` is the most that is waited; `clock` is in seconds and never goes back."""

    def __init__(
        self,
        correlation: Correlation,
        silence: Silence,
        window_s: float,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._correlation, self._silence, self._window_s, self._clock = correlation, silence, window_s, clock

    def end(self, expectation: Expectation, asked: Asked) -> Outcome:
        """The end, or Silent: proved where the system says that it has settled, and nothing had come by then.

        Raises Misunderstood for an end that cannot be believed, also where the only one was turned away.
        """
        deadline, look, seen, settled = self._clock() + self._window_s, FIRST_LOOK_S, 0, False
        while True:
            received = self._correlation.wait(expectation, seen, min(look, deadline - self._clock()))
            end = end_of(received, asked)
            if end is not None:
                return end
            if settled or self._clock() >= deadline:
                return self._nothing_came(expectation, asked, settled)
            if len(received) == seen:
                settled = self._silence.has_settled()
                look = 0.0 if settled else min(2 * look, LONGEST_LOOK_S)
            seen = len(received)

    def _nothing_came(self, expectation: Expectation, asked: Asked, settled: bool) -> Outcome:
        if expectation.rejected:
            reason = expectation.rejected[0].reason
            raise Misunderstood(Phase.UNDERSTAND, f"the only answer to {asked.request_id} was turned away: {reason}")
        if (rivals := self._correlation.rivals(expectation)) > 1:
            said = f"an S1SP Alert without a RequestID about {asked.device} fits {rivals} requests in flight"
            raise Misunderstood(Phase.UNDERSTAND, f"{said}; send them one after the other")
        return Scheduled() if asked.future_dated else Silent(proved=settled)
