"""The small project of the harness's own tests."""

from tests.harness.conftest import mp107, project

__all__ = ["mp107", "project"]
