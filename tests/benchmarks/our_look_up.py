"""A pytest plugin that puts the harness's step look-up in the place of pytest-bdd's own."""

import pytest

from harness import step_lookup


def pytest_configure() -> None:
    if not step_lookup.install():
        raise pytest.UsageError("the look-up was not written for this version of pytest-bdd")
