"""One PKI for all tests of this folder; nothing changes it."""

from datetime import UTC, datetime

import pytest

from sut_adapters.smki.mint import mint
from sut_adapters.smki.pki import TestPki

NOW = datetime(2030, 6, 15, 12, tzinfo=UTC)


@pytest.fixture(scope="session")
def pki() -> TestPki:
    """Follows from its seed."""
    return mint(seed=1, at=NOW)
