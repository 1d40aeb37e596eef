"""What a run settles before a system is built: the boundary, the schemas, and what plays the components beyond it."""

from collections.abc import Callable
from dataclasses import dataclass

from rulebook.vocabulary import Rulings
from sut_adapters.duis.schemas import Schemas


@dataclass(frozen=True, slots=True)
class Setting:
    """`boundary` is `dsp`, `s1sp` or `end-to-end`, and None where nobody said; `counterpart` plays the other side.

    Without `schemas` those of the profile are taken, or of the folder that MP107_DUIS_DIR names, if there are any.
    """

    boundary: str | None = None
    schemas: Schemas | None = None
    counterpart: Callable[[Rulings], object] | None = None
