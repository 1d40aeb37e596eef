"""What a faulty update is."""

from dataclasses import dataclass

from data_update.applying import Applying
from data_update.decisions import RIGHT, Decisions
from data_update.engine import Engine


@dataclass(frozen=True, slots=True)
class Fault:
    """`clause` is the statement of `legal/` that it breaks, `mistake` what somebody did to come by it, in one sentence.

    `beyond` is what of the second tier it breaks, where it breaks nothing that the FIA asks for: `journal`, `roll-back`
    and the like.
    """

    name: str
    clause: str
    mistake: str
    decisions: Decisions = RIGHT
    applying: type[Applying] = Applying
    engine: type[Engine] = Engine
    beyond: str = ""
