"""The system under test, one port at a time, as fixtures for the steps."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar, cast

import pytest

from harness.recording import (
    RecordedEstate,
    RecordedRequestsInFlight,
    RecordedS1spGateway,
    RecordedUserGateway,
)
from harness.releases import DeclaredRelease, Releases, refuse_excluded
from harness.session import Run, run_of
from rulebook.vocabulary import Rulings
from sut_adapters.port import (
    AlertInbox,
    AlertTrigger,
    AuditTrail,
    Circumstances,
    Estate,
    NotApplicable,
    NotExercised,
    ReleaseControl,
    RequestsInFlight,
    S1spGateway,
    SlotInspection,
    UserGateway,
)

Port = TypeVar("Port")


@pytest.fixture
def run(pytestconfig: pytest.Config) -> Run:
    return run_of(pytestconfig)


def offered(run: Run, port: Callable[..., Port]) -> Port:
    """The system through one port; NotApplicable where the profile says that it has none, else NotExercised.

    A port is a Protocol, which mypy takes for a callable and not for a class.
    """
    if reason := run.profile.why_no_port(port.__name__):
        raise NotApplicable(f"{run.options.sut} has no {port.__name__}: {reason}")
    if not isinstance(run.sut, cast("type[Port]", port)):
        raise NotExercised(f"{run.options.sut} does not offer {port.__name__}")
    return run.sut


@pytest.fixture
def gateway(run: Run) -> UserGateway:
    return RecordedUserGateway(offered(run, UserGateway), run.notebook.tape)


@pytest.fixture
def in_flight(run: Run) -> RequestsInFlight:
    return RecordedRequestsInFlight(offered(run, RequestsInFlight), run.notebook.tape)


@pytest.fixture
def s1sp_gateway(run: Run) -> S1spGateway:
    return RecordedS1spGateway(offered(run, S1spGateway), run.notebook.tape)


@pytest.fixture
def estate(run: Run) -> Estate:
    return RecordedEstate(offered(run, Estate), run.notebook.tape)


@pytest.fixture
def circumstances(run: Run) -> Circumstances:
    return offered(run, Circumstances)


@pytest.fixture
def inspection(run: Run) -> SlotInspection:
    return offered(run, SlotInspection)


@pytest.fixture
def inbox(run: Run) -> AlertInbox:
    return offered(run, AlertInbox)


@pytest.fixture
def trigger(run: Run) -> AlertTrigger:
    return offered(run, AlertTrigger)


@pytest.fixture
def audit(run: Run) -> AuditTrail:
    return offered(run, AuditTrail)


@pytest.fixture
def releases(run: Run) -> Releases:
    """The system's own switch, unless one state is declared or there is no switch."""
    if run.declared_release is None and isinstance(run.sut, ReleaseControl):
        control = offered(run, ReleaseControl)
        run.notebook.tape.before_each = partial(refuse_excluded, control, run.profile.why_not_at)
        return control
    declared = DeclaredRelease(run.declared_release)
    run.notebook.tape.before_each = declared.compare
    return declared


@pytest.fixture
def rulings(run: Run) -> Rulings:
    return run.rulings


@pytest.fixture
def matched_readings(run: Run) -> Callable[[str, Sequence[str]], None]:
    """Notes for the report which readings of an open point the answer fits."""
    return run.notebook.match
