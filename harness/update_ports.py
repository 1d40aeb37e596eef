"""The one-off update and the databases that it works on, as fixtures for the steps."""

import pytest

from harness.ports import offered
from harness.session import Run
from sut_adapters.port import ChangeRecords, DisturbedUpdate, OneOffUpdate, S1spRecords


@pytest.fixture
def one_off_update(conformance_run: Run) -> OneOffUpdate:
    return offered(conformance_run, OneOffUpdate)


@pytest.fixture
def disturbed_update(conformance_run: Run) -> DisturbedUpdate:
    return offered(conformance_run, DisturbedUpdate)


@pytest.fixture
def records(conformance_run: Run) -> S1spRecords:
    return offered(conformance_run, S1spRecords)


@pytest.fixture
def recorded_changes(conformance_run: Run) -> ChangeRecords:
    return offered(conformance_run, ChangeRecords)
