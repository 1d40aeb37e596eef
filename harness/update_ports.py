"""The one-off update and the databases that it works on, as fixtures for the steps; what each came to is noted."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar, cast

import pytest

from harness.ports import offered
from harness.recording import Tape
from harness.session import Run
from sut_adapters.port import ChangeRecords, DisturbedUpdate, OneOffUpdate, S1spRecords
from sut_adapters.update_terms import Disturbance, UpdateReport, WrongCount

Port = TypeVar("Port")

DEEDS: Mapping[str, str] = {
    "plan": "dry run of the one-off update",
    "apply": "the one-off update",
    "roll_back": "roll-back of the one-off update",
    "apply_and_kill": "the one-off update, killed",
    "apply_among_users": "the one-off update, among Users",
    "apply_while_registrations_pass": "the one-off update, while registrations pass",
    "count_wrong": "devices with a wrong certificate",
}


@dataclass(frozen=True, slots=True)
class Noted:
    """Stands for a port, and notes on the tape what an update said and what a count came to, with its query."""

    port: Any
    tape: Tape

    def __getattr__(self, method: str) -> Callable[..., Any]:
        return partial(self._asked, method)

    def _asked(self, method: str, *arguments: object, **named: object) -> object:
        given = getattr(self.port, method)(*arguments, **named)
        if method in DEEDS:
            first = ", killed before it wrote a slot" if named.get("killed") else ""
            self.tape.note(f"{arguments[0]}: {DEEDS[method]}{first}{_query(given)}", came_to(given))
        return given


def came_to(given: object) -> str:
    """An update's exit code with what it printed, or a count by cohort and device type."""
    match given:
        case Disturbance(report, replacements, passings):
            beside = f"{len(replacements)} requests and {len(passings)} registrations beside it"
            return f"{came_to(report)}; {beside}"
        case UpdateReport(exit_code, said, counts):
            printed = json.dumps(dict(counts), sort_keys=True) if counts else said
            return f"exit {exit_code}: {printed}" if printed else f"exit {exit_code}"
        case WrongCount(devices, slots) if not given.none:
            found = (f"{cohort} {kind}: {number}" for (cohort, kind), number in sorted(devices.items()) if number)
            return f"{', '.join(found)}; {sum(slots.values())} slots"
        case WrongCount():
            return "none: not required (MP107-03)"
    return str(given)


def _query(given: object) -> str:
    return f", by {' '.join(given.query.split())}" if isinstance(given, WrongCount) else ""


def noted(run: Run, port: Callable[..., Port]) -> Port:
    """A port whose deeds are on the tape."""
    return cast("Port", Noted(offered(run, port), run.notebook.tape))


@pytest.fixture
def one_off_update(conformance_run: Run) -> OneOffUpdate:
    return noted(conformance_run, OneOffUpdate)


@pytest.fixture
def disturbed_update(conformance_run: Run) -> DisturbedUpdate:
    return noted(conformance_run, DisturbedUpdate)


@pytest.fixture
def records(conformance_run: Run) -> S1spRecords:
    return noted(conformance_run, S1spRecords)


@pytest.fixture
def recorded_changes(conformance_run: Run) -> ChangeRecords:
    return offered(conformance_run, ChangeRecords)
