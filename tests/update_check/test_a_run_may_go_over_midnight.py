"""Registrations end with the day, in UTC: what an update did on one is not judged by the next."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from sut_adapters.s1sp_database import planting
from tests.update_check.conftest import Opened, Played

WORDS = "script-of-s1sp-corrects-what-is-wrong::s1sp1"


def evening(after: int) -> Iterator[datetime]:
    """Moments of today, and from the one after so many on those of tomorrow."""
    today = datetime.now(UTC)
    yield from [today] * after
    while True:
        yield today + timedelta(days=1)


def test_a_story_that_the_day_ended_is_inconclusive(
    opened: Opened, play: Played, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = evening(3)
    monkeypatch.setattr(planting, "now", lambda: next(clock))
    verdicts = set(play(opened(), WORDS).values())
    assert len(verdicts) == 1
    assert verdicts.pop().startswith("INCONCLUSIVE: reach: the day has ended, in UTC")


def test_what_follows_is_played_on_a_new_day_from_the_start(
    opened: Opened, play: Played, monkeypatch: pytest.MonkeyPatch
) -> None:
    system = opened()
    today = datetime.now(UTC)
    verdicts: list[str] = []
    for moment in (today - timedelta(days=1), today):
        monkeypatch.setattr(planting, "now", lambda moment=moment: moment)
        verdicts += play(system, WORDS).values()
    assert verdicts[0].startswith("FAIL")
    assert verdicts[1] == "PASS"
