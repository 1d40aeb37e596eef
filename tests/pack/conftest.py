"""A signed pack of a run in which everything happened."""

from pathlib import Path

import pytest

from harness.record import RunRecord
from harness.signatures import Signer
from tests.pack.making import evidence, packed, signer
from tests.reports.conftest import record

__all__ = ["record"]


@pytest.fixture(scope="session")
def tester() -> Signer:
    return signer("Tester")


@pytest.fixture
def folder(record: RunRecord, tmp_path: Path) -> Path:
    return evidence(record, tmp_path / "evidence")


@pytest.fixture
def pack(record: RunRecord, folder: Path, tester: Signer) -> Path:
    return packed(record, folder, tester)
