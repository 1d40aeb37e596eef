"""Hooks of this suite's own, by which reports learn of a run without the harness knowing of any report."""

from pathlib import Path

import pytest

from harness.record import RunRecord
from harness.session import Run


@pytest.hookspec()
def pytest_mp107_run_begins(record: RunRecord, folder: Path) -> None:
    """The evidence folder is empty and the first scenario is about to run; `record` is what holds if it never ends."""


@pytest.hookspec()
def pytest_mp107_run_ended(record: RunRecord, folder: Path, run: Run) -> None:
    """Everything is judged. Raises OSError where evidence cannot be written."""
