"""A folder of law in place of the project's own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from rulebook import law
from tests.rulebook.small_law import READ_ONCE


@pytest.fixture
def legal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of law with nothing in it, from which the law is read."""
    monkeypatch.setattr(law, "LEGAL", tmp_path)
    for name in (*law.STATEMENT_FILES, "interpretations.toml", "stages.toml", "srv_eligibility.csv"):
        (tmp_path / name).write_bytes(b"")
    for function in READ_ONCE:
        function.cache_clear()
    yield tmp_path
    for function in READ_ONCE:
        function.cache_clear()
