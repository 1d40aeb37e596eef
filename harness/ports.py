"""The system under test, one port at a time, as fixtures for the steps."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar, cast

import pytest

from harness.asking import Asked, offers
from harness.recording import (
    RecordedEstate,
    RecordedMessageEndpoint,
    RecordedRequestsInFlight,
    RecordedS1spGateway,
    RecordedUserGateway,
)
from harness.releases import DeclaredRelease, Releases, refuse_excluded
from harness.seen import SeenInspection, Stirring
from harness.session import Run, run_of
from rulebook.vocabulary import Rulings
from sut_adapters.port import (
    AlertInbox,
    AlertTrigger,
    AuditTrail,
    Circumstances,
    Estate,
    MessageEndpoint,
    NotApplicable,
    NotExercised,
    ReleaseControl,
    RequestsInFlight,
    Restartable,
    S1spGateway,
    SlotInspection,
    UserGateway,
)

Port = TypeVar("Port")

LOOKS: frozenset[object] = frozenset({SlotInspection, AlertInbox, AuditTrail})
"""Ports that change nothing."""


@pytest.fixture
def conformance_run(pytestconfig: pytest.Config) -> Run:
    return run_of(pytestconfig)


def offered(run: Run, port: Callable[..., Port]) -> Port:
    """The system through one port; NotApplicable where the profile says that it has none, else NotExercised."""
    if reason := run.profile.why_no_port(port.__name__):
        raise NotApplicable(f"{run.options.sut} has no {port.__name__}: {reason}")
    if not offers(run.sut, port):
        raise NotExercised(f"{run.options.sut} does not offer {port.__name__}")
    asked = Asked(run.sut)
    return cast("Port", asked if port in LOOKS else Stirring(asked, run.notebook.seen))


@pytest.fixture
def gateway(conformance_run: Run) -> UserGateway:
    return RecordedUserGateway(offered(conformance_run, UserGateway), conformance_run.notebook.tape)


@pytest.fixture
def in_flight(conformance_run: Run) -> RequestsInFlight:
    return RecordedRequestsInFlight(offered(conformance_run, RequestsInFlight), conformance_run.notebook.tape)


@pytest.fixture
def s1sp_gateway(conformance_run: Run) -> S1spGateway:
    return RecordedS1spGateway(offered(conformance_run, S1spGateway), conformance_run.notebook.tape)


@pytest.fixture
def endpoint(conformance_run: Run) -> MessageEndpoint:
    return RecordedMessageEndpoint(offered(conformance_run, MessageEndpoint), conformance_run.notebook.tape)


@pytest.fixture
def estate(conformance_run: Run) -> Estate:
    return RecordedEstate(offered(conformance_run, Estate), conformance_run.notebook.tape)


@pytest.fixture
def circumstances(conformance_run: Run) -> Circumstances:
    return offered(conformance_run, Circumstances)


@pytest.fixture
def inspection(conformance_run: Run) -> SlotInspection:
    return SeenInspection(offered(conformance_run, SlotInspection), conformance_run.notebook.seen)


@pytest.fixture
def inbox(conformance_run: Run) -> AlertInbox:
    return offered(conformance_run, AlertInbox)


@pytest.fixture
def trigger(conformance_run: Run) -> AlertTrigger:
    return offered(conformance_run, AlertTrigger)


@pytest.fixture
def restarts(conformance_run: Run) -> Restartable:
    return offered(conformance_run, Restartable)


@pytest.fixture
def audit(conformance_run: Run) -> AuditTrail:
    return offered(conformance_run, AuditTrail)


@pytest.fixture
def releases(conformance_run: Run) -> Releases:
    """The system's own switch, unless one state is declared or there is no switch."""
    if conformance_run.declared_release is None and offers(conformance_run.sut, ReleaseControl):
        control = offered(conformance_run, ReleaseControl)
        if conformance_run.profile.excludes_releases:
            conformance_run.notebook.tape.before_each = partial(
                refuse_excluded, control, conformance_run.profile.why_not_at
            )
        return control
    declared = DeclaredRelease(conformance_run.declared_release)
    conformance_run.notebook.tape.before_each = declared.compare
    return declared


@pytest.fixture
def rulings(conformance_run: Run) -> Rulings:
    return conformance_run.rulings


@pytest.fixture
def matched_readings(conformance_run: Run) -> Callable[[str, Sequence[str]], None]:
    """Notes for the report which readings of an open point the answer fits."""
    return conformance_run.notebook.match
