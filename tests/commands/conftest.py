"""The small project of the harness's own tests, and a tester who signs packs."""

from pathlib import Path

import pytest

from harness.signatures import Signer
from tests.harness.conftest import mp107, project
from tests.pack.conftest import tester
from tests.pack.making import write_signer
from tests.reports.conftest import record

__all__ = ["mp107", "project", "record", "tester"]


@pytest.fixture
def certificate(tester: Signer, tmp_path: Path) -> str:
    """Where the tester's certificate lies, as a command line names it."""
    return str(write_signer(tester, tmp_path)[0])
