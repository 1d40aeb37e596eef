"""What a faulty update is."""

from dataclasses import dataclass

from data_update.applying import Applying
from data_update.decisions import RIGHT, Decisions
from data_update.engine import Engine
from sut_adapters.breaches import Breach


@dataclass(frozen=True, slots=True)
class Fault:
    """`breaks` begins with what it is named for; `mistake` is what somebody did to come by it, in one sentence.

    Where that is nothing that the FIA asks for it is of the second tier: `update-1` and the like.
    """

    name: str
    breaks: tuple[Breach, ...]
    mistake: str
    decisions: Decisions = RIGHT
    applying: type[Applying] = Applying
    engine: type[Engine] = Engine

    @property
    def clause(self) -> str:
        """The statement of `legal/` that it is named for."""
        return self.breaks[0].statement
