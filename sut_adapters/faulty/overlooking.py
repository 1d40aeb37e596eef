"""Faults of whoever looks at messages: entries of the catalogue, which load nothing that reads a message."""

from functools import partial
from typing import TYPE_CHECKING

from rulebook.model import RIGHT, Build
from sut_adapters.breaches import Breach
from sut_adapters.faulty.fault import Fault

if TYPE_CHECKING:
    from sut_adapters.simulator.scrutiny import Scrutiny

MESSAGES = "message_integrity/"


def overlooking(name: str, breaks: tuple[Breach, ...], mistake: str, build: Build = RIGHT) -> Fault:
    """A build that looks at messages as `sut_adapters.faulty.lax` has it under the same name."""
    return Fault(name, breaks, mistake, build, features=MESSAGES, scrutiny=partial(_scrutiny, name))


def _scrutiny(name: str) -> "Scrutiny":
    from sut_adapters.faulty.lax import SCRUTINIES

    return SCRUTINIES[name]
