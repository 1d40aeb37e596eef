"""SOURCE_DATE_EPOCH: every time of the evidence is the one, and the real ones stand in `timings.json`."""

import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from harness.record import RunRecord
from reports import clock, cucumber, html, junit, verdict_json
from sut_adapters.trouble import Misconfigured
from tests.reports.pages import run

AT = datetime(2022, 11, 3, 12, tzinfo=UTC)


def later(record: RunRecord) -> RunRecord:
    """The same run, an hour later and slower."""

    scenarios = tuple(
        replace(
            one,
            started=one.started + 3600,
            duration_s=9.0,
            steps=tuple(replace(step, duration_s=3.0) for step in one.steps),
            exchanges=tuple(
                replace(
                    exchange,
                    messages=tuple(replace(message, at="2022-11-03T13:00:00+00:00") for message in exchange.messages),
                )
                for exchange in one.exchanges
            ),
        )
        for one in record.scenarios
    )
    return replace(
        record,
        started="2022-11-03T13:00:00+00:00",
        ended="2022-11-03T13:01:39+00:00",
        duration_s=99.0,
        scenarios=scenarios,
    )


@pytest.mark.parametrize("writer", [verdict_json, html, cucumber, junit], ids=lambda writer: writer.__name__)
def test_the_bytes_are_the_same_whenever_it_ran(writer: Any) -> None:
    made = [writer.document(clock.fixed(record, AT)) for record in (run(), later(run()))]
    assert made[0] == made[1]
    assert writer.document(later(run())) != writer.document(run())


def test_no_other_time_is_left() -> None:
    written = verdict_json.document(clock.fixed(later(run()), AT)).decode()
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:.+]+", written)) == {
        "2022-11-03T12:00:00+00:00",
        "2022-11-03T12:00:00.000+00:00",
    }
    assert set(re.findall(r'"duration_s": ([\d.]+)', written)) == {"0.0"}


def test_without_it_nothing_is_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(clock.VARIABLE, raising=False)
    assert clock.fixed(run()) == run()


def test_the_environment_names_the_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(clock.VARIABLE, "1667476800")
    assert clock.fixed(run()) == clock.fixed(run(), AT)


def test_the_real_times_stand_apart() -> None:
    told = json.loads(clock.timings(run()))
    first = run().scenarios[0]
    assert told["duration_s"] == 2.5
    assert told["scenarios"][first.id]["steps"] == [0.1, 0.05, 0.1, 0.0]
    assert told["scenarios"][first.id]["messages"].keys() == {
        message.name for exchange in first.exchanges for message in exchange.messages
    }


@pytest.mark.parametrize("said", ["yesterday", "1.5", "-1e99", "99999999999999"])
def test_what_is_no_moment_is_a_wrong_configuration(said: str) -> None:
    with pytest.raises(Misconfigured, match="SOURCE_DATE_EPOCH"):
        clock.epoch({clock.VARIABLE: said})
