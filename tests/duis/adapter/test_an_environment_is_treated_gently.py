"""Rate limit and quiet hours, on a clock of the test's own."""

from datetime import UTC, datetime

import pytest

from sut_adapters.duis.limits import Limits
from sut_adapters.duis.profile_schema import LimitsTable
from sut_adapters.trouble import NotExercised


class Clock:
    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds

    def sleep(self, seconds: float) -> None:
        self.seconds += seconds


def at(hour: int, minute: int, *spans: str) -> Limits:
    table = LimitsTable.model_validate({"quiet_hours": list(spans)})
    return Limits(table, now=lambda: datetime(2026, 11, 3, hour, minute, tzinfo=UTC))


def test_no_minute_has_more_requests_than_the_profile_allows() -> None:
    clock = Clock()
    limits = Limits(LimitsTable(requests_per_minute=3), clock=clock, sleep=clock.sleep)
    sent = []
    for _ in range(10):
        limits.before_request()
        sent.append(clock.seconds)
        clock.seconds += 1
    assert sent[0] == 1000.0
    assert all(later - earlier >= 60 for earlier, later in zip(sent, sent[3:], strict=False))
    assert sent[3] == 1060.0


def test_without_a_limit_nobody_waits() -> None:
    clock = Clock()
    limits = Limits(LimitsTable(), clock=clock, sleep=clock.sleep)
    for _ in range(1000):
        limits.before_request()
    assert clock.seconds == 1000.0


@pytest.mark.parametrize(("hour", "minute"), [(22, 0), (23, 59), (0, 0), (6, 29)])
def test_in_quiet_hours_nothing_is_sent(hour: int, minute: int) -> None:
    with pytest.raises(NotExercised, match="until 06:30 UTC"):
        at(hour, minute, "22:00-06:30").before_request()


@pytest.mark.parametrize(("hour", "minute"), [(21, 59), (6, 30), (12, 0)])
def test_outside_of_them_it_is(hour: int, minute: int) -> None:
    at(hour, minute, "22:00-06:30").before_request()


def test_what_puts_a_device_back_is_sent_all_the_same() -> None:
    at(12, 0, "11:00-13:00").before_request(putting_back=True)
