"""A lab, and its PKI."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sut_adapters.smki.mint import mint
from sut_adapters.smki.pki import TestPki
from tests.duis.estate.lab import Lab


@pytest.fixture(scope="session")
def pki() -> TestPki:
    return mint(seed=5, at=datetime.now(UTC))


@pytest.fixture(scope="session")
def pki_folder(pki: TestPki, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lab") / "pki"
    pki.write(folder)
    return folder


@pytest.fixture(scope="session")
def environment(pki: TestPki, pki_folder: Path) -> Iterator[Lab]:
    lab = Lab(pki, pki_folder, pki_folder.parent)
    yield lab
    lab.close()


@pytest.fixture
def lab(environment: Lab) -> Iterator[Lab]:
    with environment:
        yield environment
