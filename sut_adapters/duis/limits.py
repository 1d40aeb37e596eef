"""How gently an environment is treated: so many requests a minute, and none in its quiet hours."""

import threading
import time
from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime
from datetime import time as time_of_day

from sut_adapters.duis.profile_schema import LimitsTable
from sut_adapters.trouble import NotExercised

MINUTE_S = 60.0


class Limits:
    """Waits where a request would come too soon. `clock` is in seconds and never goes back."""

    def __init__(
        self,
        table: LimitsTable,
        *,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._table, self._now, self._clock, self._sleep = table, now, clock, sleep
        self._sent: deque[float] = deque()
        self._one_at_a_time = threading.Lock()

    def before_request(self, *, putting_back: bool = False) -> None:
        """Returns when a request may go out; NotExercised in quiet hours, unless it puts something back."""
        if not putting_back and (until := self.quiet_until()) is not None:
            raise NotExercised(f"the environment is to be left alone until {until:%H:%M} UTC (limits.quiet_hours)")
        if self._table.requests_per_minute is not None:
            with self._one_at_a_time:
                self._wait_for_room(self._table.requests_per_minute)

    def quiet_until(self) -> time_of_day | None:
        """When the present quiet hours end; None outside of them."""
        now = self._now().astimezone(UTC).time()
        return next((end for start, end in self._table.quiet_hours if _within(now, start, end)), None)

    def _wait_for_room(self, requests: int) -> None:
        now = self._clock()
        while self._sent and self._sent[0] <= now - MINUTE_S:
            self._sent.popleft()
        if len(self._sent) >= requests:
            self._sleep(self._sent.popleft() + MINUTE_S - now)
        self._sent.append(self._clock())


def _within(now: time_of_day, start: time_of_day, end: time_of_day) -> bool:
    return start <= now < end if start <= end else now >= start or now < end
