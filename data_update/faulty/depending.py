"""Updates that need more than the database of their S1SP."""

import socket
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, exists

from data_update import runs
from data_update.applying import Applying, Key
from data_update.counting import Counts
from data_update.engine import Engine
from data_update.faulty.fault import Fault
from data_update.schema import update_runs
from sut_adapters.breaches import short_of
from sut_adapters.trouble import Phase, Unreachable

FIRST = "S1SP1"
GATEWAY, PATIENCE_S = ("127.0.0.1", 1), 1.0
"""Where it was, while somebody wrote the script. Nobody else has anything there."""


@dataclass(frozen=True, slots=True)
class AfterAnother(Applying):
    """Writes once another S1SP's update has been carried out."""

    def due(self, after: Key, last: Key) -> Select[Any]:
        """Nothing before that."""
        of = update_runs.c
        been = exists().where(of.s1sp == FIRST, of.state == runs.DONE).correlate_except(update_runs)
        found = Applying.due(self, after, last)
        return found if self.rule.s1sp == FIRST else found.where(been)


@dataclass(frozen=True, slots=True)
class TellsTheGateway(Engine):
    """Does what it should, and cannot end where there is nobody to hear of it."""

    def apply(self, name: str | None = None) -> Counts:
        """And then tell somebody."""
        counts = Engine.apply(self, name)
        try:
            socket.create_connection(GATEWAY, PATIENCE_S).close()
        except OSError as error:
            raise Unreachable(Phase.REACH, f"the DSP's gateway: {error}; start again when it is there") from error
        return counts


FAULTS = (
    Fault(
        "waits-for-another-s1sp",
        (short_of("fia-5.1.2", "script"),),
        "The scripts had only ever been tried one after the other, and all but the first go by a mark that it leaves.",
        applying=AfterAnother,
    ),
    Fault(
        "tells-the-gateway",
        (short_of("fia-5.1.2", "script"),),
        "It tells the DSP's gateway when it is done, and ends in failure where none is within reach.",
        engine=TellsTheGateway,
    ),
)
