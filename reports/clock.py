"""The clock of the evidence: the run's own, or the one moment that SOURCE_DATE_EPOCH fixes, so that bytes repeat.

The real times of a run whose clock is fixed stand in `timings.json`.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

from harness.record import ExchangeRecord, MessageRecord, RunRecord, ScenarioRecord
from sut_adapters.trouble import Misconfigured

VARIABLE = "SOURCE_DATE_EPOCH"


def epoch(environment: Mapping[str, str] = os.environ) -> datetime | None:
    """The fixed moment; None where none is set. Raises Misconfigured for what is no number of seconds."""
    said = environment.get(VARIABLE)
    if not said:
        return None
    try:
        return datetime.fromtimestamp(int(said), UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise Misconfigured(f"{VARIABLE}: {said!r} is no number of seconds since 1970; mend or unset it") from error


def fixed(record: RunRecord, at: datetime | None = None) -> RunRecord:
    """The record with every time of it at the fixed moment and every duration 0; unchanged where none is fixed."""
    moment = at or epoch()
    if moment is None:
        return record
    said = moment.isoformat(timespec="seconds")
    scenarios = tuple(_scenario(one, moment) for one in record.scenarios)
    lists = tuple(replace(one, frozen=said) for one in record.lists)
    return replace(record, started=said, ended=said, duration_s=0.0, lists=lists, scenarios=scenarios)


def timings(record: RunRecord) -> bytes:
    """`timings.json`: when the run and each scenario and step of it began, and how long each took, in seconds."""
    content = {
        "started": record.started,
        "ended": record.ended,
        "duration_s": record.duration_s,
        "scenarios": {
            one.id: {
                "started": one.started,
                "duration_s": one.duration_s,
                "steps": [step.duration_s for step in one.steps],
                "messages": {message.name: message.at for exchange in one.exchanges for message in exchange.messages},
            }
            for one in record.scenarios
        },
    }
    return (json.dumps(content, indent=1) + "\n").encode()


def _scenario(one: ScenarioRecord, moment: datetime) -> ScenarioRecord:
    return replace(
        one,
        started=moment.timestamp(),
        duration_s=0.0,
        steps=tuple(replace(step, duration_s=0.0) for step in one.steps),
        exchanges=tuple(_exchange(exchange, moment) for exchange in one.exchanges),
    )


def _exchange(exchange: ExchangeRecord, moment: datetime) -> ExchangeRecord:
    return replace(exchange, messages=tuple(_message(message, moment) for message in exchange.messages))


def _message(message: MessageRecord, moment: datetime) -> MessageRecord:
    return replace(message, at=moment.isoformat(timespec="milliseconds"))
