"""What a simulator takes for the time: this machine's clock, or one that was set so that a run can be repeated."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count

Clock = Callable[[], datetime]
TICK = timedelta(milliseconds=1)


def now() -> datetime:
    """The time, in UTC."""
    return datetime.now(UTC)


def set_to(at: datetime) -> Clock:
    """A clock that shows `at` first, and a tick more each time it is looked at: no two events have one time."""
    looks = count()
    return lambda: at + next(looks) * TICK
