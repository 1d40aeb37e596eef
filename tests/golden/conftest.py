"""The small project of the harness's own tests, and a Board with waivers."""

from tests.harness.conftest import mp107
from tests.waivers.conftest import board, certificate, project, run, waivers

__all__ = ["board", "certificate", "mp107", "project", "run", "waivers"]
